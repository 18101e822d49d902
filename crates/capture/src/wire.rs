//! Bodies as they travel, for who sees them pass: a proxy.

mod form;

use crate::exchange::{Body, Headers};
use crate::recorded;

pub use form::FormFields;

/// The body of a message whose bytes were all seen, without the content encodings that its headers name.
pub fn body(bytes: Vec<u8>, headers: &Headers) -> Body {
    if bytes.is_empty() {
        return Body::None;
    }
    recorded::whole(
        String::from_utf8(bytes).map_or_else(|error| Body::Bytes(error.into_bytes()), Body::Text),
        None,
        headers,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Unavailable;

    #[test]
    fn bodies_are_what_their_headers_say() {
        let gzip: Headers = [("content-encoding", "gzip")].into_iter().collect();
        assert_eq!(body(Vec::new(), &gzip), Body::None);
        assert_eq!(body(b"{}".to_vec(), &Headers::default()), Body::Text("{}".to_owned()));
        assert_eq!(body(b"\xff".to_vec(), &Headers::default()), Body::Bytes(vec![0xff]));
        let broken = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff".to_vec();
        assert_eq!(body(broken, &gzip), Body::Unavailable(Unavailable::Compressed));
    }
}

//! What a capture holds, whatever its format: exchanges, or bare bodies.
//!
//! Everything here is owned, so that an item can outlive the buffer it was read from. Values are never shown by
//! `Debug`: captures are full of keys and passwords.

mod body;
mod headers;
mod url;

use std::borrow::Cow;
use std::sync::Arc;

pub use body::{Body, Part, PartValue, Unavailable};
pub use headers::Headers;
pub use url::Url;

/// Where an item stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLocation {
    /// The file as it was named to us or found in a folder, `<stdin>` for standard input.
    pub source: Arc<str>,
    /// Zero-based index of the item in its source.
    pub entry: usize,
    /// One-based line, only for formats of one item a line.
    pub line: Option<u64>,
}

/// One thing out of a capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A request with its response, either of which may be missing.
    Exchange(Box<Exchange>),
    /// A body without the exchange it belongs to.
    Body(BareBody),
}

impl Item {
    /// Where it stands.
    pub fn place(&self) -> &ItemLocation {
        match self {
            Self::Exchange(exchange) => &exchange.place,
            Self::Body(body) => &body.place,
        }
    }
}

/// A body without the exchange it belongs to. Its bytes are UTF-8 but not known to be JSON.
#[derive(Clone, PartialEq, Eq)]
pub struct BareBody {
    /// Where it stands.
    pub place: ItemLocation,
    /// The body itself.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for BareBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BareBody({:?}, {} bytes)", self.place, self.bytes.len())
    }
}

/// One request with its response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Where it stands.
    pub place: ItemLocation,
    /// Absent where only the response was recorded.
    pub request: Option<Request>,
    /// Absent where none was received: HAR writes status 0 for it.
    pub response: Option<Response>,
    /// The release that the recorder says the server had, as written.
    pub server_version: Option<String>,
    /// Names and values that the recorder has beside the messages: no part of them, but what is secret there is secret.
    pub beside: Headers,
}

/// What the client sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The method as recorded, normally upper-case.
    pub method: String,
    /// Where to.
    pub url: Url,
    /// All header fields in order.
    pub headers: Headers,
    /// The body.
    pub body: Body,
    /// The media type that the recorder names beside the body; use [`Request::media_type`].
    pub recorded_type: Option<String>,
}

impl Request {
    /// The program that sent it, as it calls itself.
    pub fn user_agent(&self) -> Option<&str> {
        self.headers.get("user-agent").map(str::trim).filter(|name| !name.is_empty())
    }

    /// The media type of the body with its parameters: the `Content-Type` header, else the recorder's word.
    pub fn media_type(&self) -> Option<&str> {
        media_type(&self.headers, self.recorded_type.as_deref())
    }

    /// The media type in lower case and without parameters, as in `application/json`.
    pub fn essence(&self) -> Option<Cow<'_, str>> {
        self.media_type().map(essence)
    }
}

/// What the server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The status, 1 to 65535 as recorded; nobody checked that it is a sensible one.
    pub status: u16,
    /// All header fields in order.
    pub headers: Headers,
    /// The body without content encodings.
    pub body: Body,
    /// The media type that the recorder names beside the body; use [`Response::media_type`].
    pub recorded_type: Option<String>,
}

impl Response {
    /// The media type of the body with its parameters: the `Content-Type` header, else the recorder's word.
    pub fn media_type(&self) -> Option<&str> {
        media_type(&self.headers, self.recorded_type.as_deref())
    }

    /// The media type in lower case and without parameters, as in `application/json`.
    pub fn essence(&self) -> Option<Cow<'_, str>> {
        self.media_type().map(essence)
    }
}

/// A media type without its parameters, in lower case: `Application/JSON; charset=utf-8` is `application/json`.
pub fn essence(media_type: &str) -> Cow<'_, str> {
    let end = memchr::memchr(b';', media_type.as_bytes()).unwrap_or(media_type.len());
    let name = media_type.get(..end).unwrap_or_default().trim();
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) { name.to_ascii_lowercase().into() } else { name.into() }
}

/// Browsers write `x-unknown` where there was no type: only what has a slash is one.
fn media_type<'a>(headers: &'a Headers, recorded: Option<&'a str>) -> Option<&'a str> {
    headers.get("content-type").or(recorded).filter(|value| value.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(header: Option<&str>, recorded: Option<&str>) -> Response {
        Response {
            status: 200,
            headers: header.map(|value| ("Content-Type", value)).into_iter().collect(),
            body: Body::None,
            recorded_type: recorded.map(str::to_owned),
        }
    }

    #[test]
    fn the_header_comes_before_the_recorder() {
        let table = [
            (Some("Application/JSON; charset=utf-8"), Some("text/html"), Some("application/json")),
            (None, Some("text/html;charset=x"), Some("text/html")),
            (Some(" image/jpeg "), None, Some("image/jpeg")),
            (None, Some("x-unknown"), None),
            (None, Some(""), None),
            (None, None, None),
        ];
        for (header, recorded, expected) in table {
            let response = response(header, recorded);
            assert_eq!(response.essence().as_deref(), expected, "{header:?} {recorded:?}");
            let request = Request {
                method: "POST".into(),
                url: Url::parse("/"),
                headers: response.headers,
                body: Body::None,
                recorded_type: response.recorded_type,
            };
            assert_eq!(request.essence().as_deref(), expected, "{header:?} {recorded:?}");
        }
    }

    #[test]
    fn debug_shows_no_value() {
        let place = ItemLocation { source: Arc::from("a.har"), entry: 0, line: None };
        let part = Part {
            name: "password".into(),
            filename: None,
            content_type: None,
            value: PartValue::Text("s3cret".into()),
        };
        let exchange = Exchange {
            place: place.clone(),
            request: Some(Request {
                method: "POST".into(),
                url: Url::parse("http://user:s3cret@host/api/x?key=s3cret#s3cret"),
                headers: [("x-api-key", "s3cret")].into_iter().collect(),
                body: Body::Parts(vec![part]),
                recorded_type: None,
            }),
            response: Some(Response { body: Body::Text("s3cret".into()), ..response(None, None) }),
            server_version: None,
            beside: Headers::default(),
        };
        let body = BareBody { place, bytes: b"s3cret".to_vec() };
        let shown =
            format!("{:?} {:?} {:?}", Item::Exchange(Box::new(exchange)), body, Body::Bytes(b"s3cret".to_vec()));
        assert!(!shown.contains("s3cret") && !shown.contains("115, 51"), "{shown}");
        assert!(shown.contains("x-api-key") && shown.contains("/api/x"), "{shown}");
    }
}

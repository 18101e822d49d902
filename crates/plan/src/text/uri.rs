//! URIs of the plain kind.

/// Whether a text is a URI that nobody doubts: a scheme, `://`, a host with or without a port, and a path, query and
/// fragment without percent signs. Others may be right too.
pub(super) fn is_uri(text: &[u8]) -> bool {
    let Some(colon) = text.iter().position(|byte| *byte == b':') else { return false };
    let (scheme, rest) = text.split_at(colon);
    let Some(rest) = rest.strip_prefix(b"://") else { return false };
    let end = rest.iter().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let mut parts = authority.splitn(2, |byte| *byte == b':');
    let host = parts.next().unwrap_or_default();
    let port = parts.next().unwrap_or_default();
    scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(u8::is_ascii_alphanumeric)
        && !host.is_empty()
        && host.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        && port.iter().all(u8::is_ascii_digit)
        && is_tail(tail)
}

fn is_tail(tail: &[u8]) -> bool {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(byte);
    tail.split(|byte| *byte == b'#').count() <= 2 && tail.iter().all(|byte| plain(byte) || *byte == b'#')
}

#[cfg(test)]
mod tests {
    use super::is_uri;

    #[test]
    fn plain_uris_are_known() {
        for text in ["https://example.org", "http://localhost:2283/api/a?b=c&d#e", "app.immich:///oauth"] {
            assert_eq!(is_uri(text.as_bytes()), !text.starts_with("app"), "{text}");
        }
        for text in ["", "example.org", "http:", "://x", "http://a b", "http://[::1]/", "http://a/%41", "http://a#b#c"]
        {
            assert!(!is_uri(text.as_bytes()), "{text}");
        }
    }
}

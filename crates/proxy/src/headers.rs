//! Header fields on their way: what is about one connection stays there (RFC 9110, 7.6.1), and upstream is told who asks, as
//! reverse proxies do it.

use std::net::SocketAddr;

use hyper::header::{
    CONNECTION, COOKIE, Entry, FORWARDED, HOST, HeaderName, HeaderValue, PROXY_AUTHENTICATE, PROXY_AUTHORIZATION, TE,
    TRANSFER_ENCODING, UPGRADE,
};
use hyper::http::request::Parts;
use hyper::{HeaderMap, Version};

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// What is about one connection, whether `Connection` names it or not.
const OF_CONNECTION: [HeaderName; 8] = [
    CONNECTION,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
    PROXY_AUTHENTICATE,
    PROXY_AUTHORIZATION,
    TE,
    TRANSFER_ENCODING,
    UPGRADE,
];

/// How a client comes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer {
    pub(crate) address: SocketAddr,
    pub(crate) is_secure: bool,
}

/// The protocol that a message wants to go on with, or does.
pub(crate) fn upgrade(headers: &HeaderMap) -> Option<HeaderValue> {
    let asks = tokens(headers, &CONNECTION).any(|token| token.eq_ignore_ascii_case("upgrade"));
    headers.get(UPGRADE).filter(|_| asks).cloned()
}

/// Takes away what is about the connection that a message came by.
pub(crate) fn leave_connection(headers: &mut HeaderMap) {
    let takes_trailers = tokens(headers, &TE).any(|token| token.eq_ignore_ascii_case("trailers"));
    let named: Vec<HeaderName> = tokens(headers, &CONNECTION).filter_map(|token| token.parse().ok()).collect();
    for name in named.iter().chain(&OF_CONNECTION) {
        headers.remove(name);
    }
    if takes_trailers {
        headers.insert(TE, HeaderValue::from_static("trailers"));
    }
}

/// Has a connection go on with a protocol.
pub(crate) fn join_upgrade(headers: &mut HeaderMap, protocol: HeaderValue) {
    headers.insert(CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(UPGRADE, protocol);
}

/// Tells upstream who asks, and by which name.
pub(crate) fn introduce(parts: &mut Parts, peer: Peer, upstream: &HeaderValue) {
    let asked = parts.headers.get(HOST).cloned();
    let authority = || HeaderValue::from_str(parts.uri.authority()?.as_str()).ok();
    let asked = asked.or_else(authority);
    let headers = &mut parts.headers;
    if parts.version == Version::HTTP_2 {
        join_cookies(headers);
    }
    let ip = peer.address.ip().to_canonical();
    let scheme = if peer.is_secure { "https" } else { "http" };
    append(headers, &FORWARDED_FOR, &ip.to_string());
    if headers.contains_key(FORWARDED) {
        let node = if ip.is_ipv6() { format!("\"[{ip}]\"") } else { ip.to_string() };
        append(headers, &FORWARDED, &format!("for={node};proto={scheme}"));
    }
    if let Some(asked) = asked {
        or_insert(headers, FORWARDED_HOST, asked);
    }
    or_insert(headers, FORWARDED_PROTO, HeaderValue::from_static(scheme));
    headers.insert(HOST, upstream.clone());
}

fn or_insert(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    if let Entry::Vacant(vacant) = headers.entry(name) {
        vacant.insert(value);
    }
}

/// Adds an item to a list.
fn append(headers: &mut HeaderMap, name: &HeaderName, item: &str) {
    let before = joined(headers, name, b", ");
    let list =
        before.map_or_else(|| item.as_bytes().to_vec(), |before| [&before, b", ".as_slice(), item.as_bytes()].concat());
    if let Ok(list) = HeaderValue::from_bytes(&list) {
        headers.insert(name, list);
    }
}

/// HTTP/2 may cut a cookie header into pieces (RFC 9113, 8.2.3).
fn join_cookies(headers: &mut HeaderMap) {
    let whole = joined(headers, &COOKIE, b"; ").and_then(|whole| HeaderValue::from_bytes(&whole).ok());
    whole.map(|whole| headers.insert(COOKIE, whole));
}

fn joined(headers: &HeaderMap, name: &HeaderName, between: &[u8]) -> Option<Vec<u8>> {
    let values: Vec<&[u8]> = headers.get_all(name).iter().map(HeaderValue::as_bytes).collect();
    (!values.is_empty()).then(|| values.join(between))
}

fn tokens<'h>(headers: &'h HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'h str> {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(str::trim)
}

#[cfg(test)]
mod tests {
    use hyper::Request;

    use super::*;

    fn parts(version: Version, fields: &[(&'static str, &'static str)]) -> Parts {
        let mut parts = Request::builder().version(version).uri("http://asked:1/x").body(()).unwrap().into_parts().0;
        for (name, value) in fields {
            parts.headers.append(*name, HeaderValue::from_static(value));
        }
        parts
    }

    fn told(headers: &HeaderMap) -> Vec<String> {
        let mut told: Vec<String> =
            headers.iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
        told.sort();
        told
    }

    #[test]
    fn what_is_about_a_connection_stays_there() {
        let mut parts = parts(
            Version::HTTP_11,
            &[
                ("connection", "keep-alive, X-Hop"),
                ("keep-alive", "timeout=5"),
                ("x-hop", "1"),
                ("te", "gzip, trailers"),
                ("trailer", "digest"),
                ("upgrade", "h2c"),
                ("authorization", "Bearer x"),
                ("proxy-authorization", "Basic x"),
            ],
        );
        assert!(upgrade(&parts.headers).is_none(), "nobody asks for it");
        leave_connection(&mut parts.headers);
        assert_eq!(told(&parts.headers), ["authorization: Bearer x", "te: trailers", "trailer: digest"]);
    }

    #[test]
    fn upstream_is_told_who_asks() {
        let secure = Peer { address: "[::1]:5".parse().unwrap(), is_secure: true };
        let plain = Peer { address: "[::ffff:10.0.0.7]:5".parse().unwrap(), is_secure: false };
        let upstream = HeaderValue::from_static("immich:2283");
        let mut first = parts(Version::HTTP_11, &[("host", "photos.example")]);
        introduce(&mut first, plain, &upstream);
        assert_eq!(
            told(&first.headers),
            [
                "host: immich:2283",
                "x-forwarded-for: 10.0.0.7",
                "x-forwarded-host: photos.example",
                "x-forwarded-proto: http"
            ]
        );
        let mut second = parts(
            Version::HTTP_2,
            &[
                ("forwarded", "for=1.2.3.4"),
                ("x-forwarded-for", "1.2.3.4"),
                ("x-forwarded-proto", "wss"),
                ("cookie", "a=1"),
                ("cookie", "b=2"),
            ],
        );
        introduce(&mut second, secure, &upstream);
        let expected = [
            "cookie: a=1; b=2",
            "forwarded: for=1.2.3.4, for=\"[::1]\";proto=https",
            "host: immich:2283",
            "x-forwarded-for: 1.2.3.4, ::1",
            "x-forwarded-host: asked:1",
            "x-forwarded-proto: wss",
        ];
        assert_eq!(told(&second.headers), expected);
    }
}

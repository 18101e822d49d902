//! The target of a request, cut into pieces but not decoded.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::percent_decode_str;

/// A request's target: `http://host/path?query` or, without an origin, `/path?query`. Every text is accepted, since a
/// capture can hold any; a fragment is dropped, since no server sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct Url {
    origin: Option<String>,
    path: String,
    query: Option<String>,
}

impl Url {
    /// Cuts a target into pieces.
    pub fn parse(text: &str) -> Self {
        let text = text.split_once('#').map_or(text, |(before, _)| before);
        let (target, query) = match text.split_once('?') {
            Some((target, query)) => (target, Some(query.to_owned())),
            None => (text, None),
        };
        let (origin, path) = split_origin(target);
        let path = if path.is_empty() { "/" } else { path };
        Self { origin: origin.map(str::to_owned), path: path.to_owned(), query }
    }

    /// Scheme and authority, as in `https://host:2283`; absent in origin form. It can hold a password.
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// The path as sent, percent-encoded, never empty.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The segments of the path, decoded one by one, so that an encoded slash does not cut. Bytes that are no UTF-8
    /// become U+FFFD.
    pub fn segments(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let path = self.path.strip_prefix('/').unwrap_or(&self.path);
        path.split('/').map(|segment| percent_decode_str(segment).decode_utf8_lossy())
    }

    /// The query as sent, without its question mark.
    pub fn query(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// The names and values of the query, decoded (`+` is a space), in order, with repeats.
    pub fn query_pairs(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        form_urlencoded::parse(self.query.as_deref().unwrap_or_default().as_bytes())
    }
}

/// Only a scheme before the first slash makes an origin: `/x/http://y` is a path.
fn split_origin(target: &str) -> (Option<&str>, &str) {
    let Some((scheme, rest)) = target.split_once("://").filter(|(scheme, _)| !scheme.contains('/')) else {
        return (None, target);
    };
    let authority = rest.find('/').unwrap_or(rest.len());
    match target.split_at_checked(scheme.len() + "://".len() + authority) {
        Some((origin, path)) => (Some(origin), path),
        None => (None, target),
    }
}

/// The path only: the rest can hold secrets.
impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query = if self.query.is_some() { "?…" } else { "" };
        write!(f, "{}{query}", self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_cut() {
        let table = [
            ("http://h:1/api/x?a=1#f", Some("http://h:1"), "/api/x", Some("a=1")),
            ("/api/x?a=1?b", None, "/api/x", Some("a=1?b")),
            ("https://h", Some("https://h"), "/", None),
            ("https://h?q=/a://b", Some("https://h"), "/", Some("q=/a://b")),
            ("/r/http://h/x", None, "/r/http://h/x", None),
            ("/x?", None, "/x", Some("")),
            ("", None, "/", None),
            ("*", None, "*", None),
            ("http://ü/ä", Some("http://ü"), "/ä", None),
        ];
        for (text, origin, path, query) in table {
            let url = Url::parse(text);
            assert_eq!((url.origin(), url.path(), url.query()), (origin, path, query), "{text}");
        }
    }

    #[test]
    fn pieces_are_decoded_on_demand() {
        let url = Url::parse("/api/a%2Fb//%C3%BC%FF?n=1%202&n=a+b&flag&=x&e=");
        assert_eq!(url.segments().collect::<Vec<_>>(), ["api", "a/b", "", "ü\u{fffd}"]);
        let pairs: Vec<(String, String)> =
            url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        let expected = [("n", "1 2"), ("n", "a b"), ("flag", ""), ("", "x"), ("e", "")];
        assert_eq!(pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}

//! The target of a request, cut into pieces but not decoded.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use percent_encoding::percent_decode_str;

/// A request's target: `http://host/path?query` or, without an origin, `/path?query`. Every text is accepted, since a
/// capture can hold any; a fragment is kept apart, since no server sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct Url {
    /// Origin, path and query as sent; the path is never empty.
    text: String,
    /// Where the path is. What stands before it is the origin, what behind it, without a question mark, the query.
    path: Range<usize>,
    fragment: Option<Box<str>>,
}

impl Url {
    /// Cuts a target into pieces.
    pub fn parse(text: &str) -> Self {
        let end = memchr::memchr(b'#', text.as_bytes()).unwrap_or(text.len());
        let fragment = text.get(end + 1..).map(Box::from);
        let text = text.get(..end).unwrap_or_default();
        let target = text.get(..memchr::memchr(b'?', text.as_bytes()).unwrap_or(text.len())).unwrap_or_default();
        let start = origin_length(target);
        if start < target.len() {
            return Self { path: start..target.len(), text: text.to_owned(), fragment };
        }
        let (origin, query) = text.split_at_checked(start).unwrap_or_default();
        Self { text: [origin, "/", query].concat(), path: start..start + 1, fragment }
    }

    /// What stands behind `#`, which is not sent.
    pub fn fragment(&self) -> Option<&str> {
        self.fragment.as_deref()
    }

    /// Scheme and authority, as in `https://host:2283`; absent in origin form. It can hold a password.
    pub fn origin(&self) -> Option<&str> {
        self.text.get(..self.path.start).filter(|origin| !origin.is_empty())
    }

    /// The path as sent, percent-encoded, never empty.
    pub fn path(&self) -> &str {
        self.text.get(self.path.clone()).unwrap_or_default()
    }

    /// The segments of the path, decoded one by one, so that an encoded slash does not cut. Bytes that are no UTF-8
    /// become U+FFFD.
    pub fn segments(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let path = self.path().strip_prefix('/').unwrap_or(self.path());
        path.split('/').map(|segment| match memchr::memchr(b'%', segment.as_bytes()) {
            Some(_) => percent_decode_str(segment).decode_utf8_lossy(),
            None => Cow::Borrowed(segment),
        })
    }

    /// The query as sent, without its question mark.
    pub fn query(&self) -> Option<&str> {
        self.text.get(self.path.end + 1..)
    }

    /// The names and values of the query, decoded (`+` is a space), in order, with repeats.
    pub fn query_pairs(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        form_urlencoded::parse(self.query().unwrap_or_default().as_bytes())
    }
}

/// How long scheme and authority are. Only a scheme before the first slash makes an origin: `/x/http://y` is a path.
fn origin_length(target: &str) -> usize {
    let Some((scheme, rest)) = target.split_once("://").filter(|(scheme, _)| !scheme.contains('/')) else { return 0 };
    scheme.len() + "://".len() + rest.find('/').unwrap_or(rest.len())
}

/// The path only: the rest can hold secrets.
impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query = if self.query().is_some() { "?…" } else { "" };
        write!(f, "{}{query}", self.path())
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
        assert_eq!(Url::parse("/a?b#c").fragment(), Some("c"));
        assert_eq!(Url::parse("/a?b").fragment(), None);
        let url = Url::parse("/api/a%2Fb//%C3%BC%FF?n=1%202&n=a+b&flag&=x&e=");
        assert_eq!(url.segments().collect::<Vec<_>>(), ["api", "a/b", "", "ü\u{fffd}"]);
        let pairs: Vec<(String, String)> =
            url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        let expected = [("n", "1 2"), ("n", "a b"), ("flag", ""), ("", "x"), ("e", "")];
        assert_eq!(pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}

//! JSON Pointers (RFC 6901): a chain on the stack that is spelled out only when somebody asks, and what is asked of one
//! that is spelled out. Nobody else joins or splits them.

use std::borrow::Cow;
use std::fmt;

/// A place in a JSON document: the chain of keys and indices that leads to it.
#[derive(Clone, Copy)]
pub struct Pointer<'a> {
    parent: Option<&'a Pointer<'a>>,
    token: Token<'a>,
}

#[derive(Clone, Copy)]
enum Token<'a> {
    Root,
    Written(&'a str),
    Key(&'a str),
    Index(usize),
}

impl<'a> Pointer<'a> {
    /// The whole document.
    pub const ROOT: Pointer<'static> = Pointer { parent: None, token: Token::Root };

    /// A pointer that is spelled out already.
    #[must_use]
    pub fn written(pointer: &'a str) -> Self {
        Self { parent: None, token: Token::Written(pointer) }
    }

    /// The member of this name.
    #[must_use]
    pub fn key(&'a self, key: &'a str) -> Pointer<'a> {
        Pointer { parent: Some(self), token: Token::Key(key) }
    }

    /// The item at this index.
    #[must_use]
    pub fn index(&'a self, index: usize) -> Pointer<'a> {
        Pointer { parent: Some(self), token: Token::Index(index) }
    }

    /// Whether it is the whole document.
    #[must_use]
    pub fn is_root(&self) -> bool {
        matches!(self.token, Token::Root)
    }
}

/// One reference token as it is written in a pointer: `~` and `/` escaped.
pub fn escape(token: &str) -> Cow<'_, str> {
    if token.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        Cow::Owned(token.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(token)
    }
}

/// What a reference token stands for.
pub fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') { Cow::Owned(token.replace("~1", "/").replace("~0", "~")) } else { Cow::Borrowed(token) }
}

/// The names and indices along a pointer.
pub fn tokens(pointer: &str) -> impl DoubleEndedIterator<Item = Cow<'_, str>> {
    pointer.strip_prefix('/').into_iter().flat_map(|rest| rest.split('/')).map(unescape)
}

/// The pointer of what holds a place, and the name or index of the place in it; nothing holds the root.
pub fn split(pointer: &str) -> Option<(&str, Cow<'_, str>)> {
    pointer.rsplit_once('/').map(|(above, token)| (above, unescape(token)))
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.token {
            Token::Root => Ok(()),
            Token::Written(pointer) => f.write_str(pointer),
            Token::Key(key) => write!(f, "/{}", escape(key)),
            Token::Index(index) => write!(f, "/{index}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_as_rfc_6901() {
        let paths = Pointer::ROOT.key("paths");
        let path = paths.key("/a~b/{id}");
        assert_eq!(path.index(3).to_string(), "/paths/~1a~0b~1{id}/3");
        assert_eq!(Pointer::ROOT.to_string(), "");
        assert_eq!(Pointer::written("/a~1b").key("c/d").to_string(), "/a~1b/c~1d");
    }

    /// The examples of RFC 6901, section 5.
    #[test]
    fn splits_as_rfc_6901() {
        let all = |pointer| tokens(pointer).map(Cow::into_owned).collect::<Vec<_>>();
        assert_eq!(all(""), Vec::<String>::new());
        assert_eq!(all("/"), [""]);
        assert_eq!(all("/foo/0"), ["foo", "0"]);
        assert_eq!(all("/a~1b/m~0n"), ["a/b", "m~n"]);
        assert_eq!(all("/~01"), ["~1"]);
        assert_eq!(split("/foo/a~1b"), Some(("/foo", Cow::from("a/b"))));
        assert_eq!((split("/"), split("")), (Some(("", Cow::from(""))), None));
    }
}

//! JSON Pointers (RFC 6901), kept as a chain on the stack and spelled out only when somebody asks.

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
    Key(&'a str),
    Index(usize),
}

impl<'a> Pointer<'a> {
    /// The whole document.
    pub const ROOT: Pointer<'static> = Pointer { parent: None, token: Token::Root };

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
}

/// One reference token as it is written in a pointer: `~` and `/` escaped.
pub fn escape(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.token {
            Token::Root => Ok(()),
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
    }
}

//! Header fields: names without case, repeats allowed, order kept.

use std::fmt;

/// Header fields in the order in which they were recorded.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Headers {
    /// All names and values in a row.
    text: String,
    /// Where a name ends in it, and where its value does.
    ends: Vec<(usize, usize)>,
    /// Whether the recorder kept only some fields of the message.
    is_excerpt: bool,
}

/// What has room for most messages.
const USUAL_FIELDS: usize = 24;
const USUAL_TEXT: usize = 1024;

impl Headers {
    /// The same as what a recorder kept that keeps only some fields.
    pub(crate) fn into_excerpt(self) -> Self {
        Self { is_excerpt: true, ..self }
    }

    /// Whether a field that is not here was not sent, as far as the recorder tells: logs of servers keep only some.
    pub fn is_complete(&self) -> bool {
        !self.is_excerpt
    }

    /// Adds a field behind the others.
    pub(crate) fn add(&mut self, name: &str, value: &str) {
        if self.ends.is_empty() {
            self.text.reserve(USUAL_TEXT);
            self.ends.reserve(USUAL_FIELDS);
        }
        self.text.push_str(name);
        let end = self.text.len();
        self.text.push_str(value);
        self.ends.push((end, self.text.len()));
    }

    /// The first value of a field; case does not matter.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// All values of a field, in order.
    pub fn get_all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// All fields, names as recorded.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut start = 0;
        self.ends.iter().filter_map(move |(name, value)| {
            let field = (self.text.get(start..*name)?, self.text.get(*name..*value)?);
            start = *value;
            Some(field)
        })
    }

    /// Whether there are none, as in captures that leave them out.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

impl<N: AsRef<str>, V: AsRef<str>> FromIterator<(N, V)> for Headers {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(fields: I) -> Self {
        let mut headers = Self::default();
        fields.into_iter().for_each(|(name, value)| headers.add(name.as_ref(), value.as_ref()));
        headers
    }
}

/// Names only.
impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_case_and_may_repeat() {
        let headers: Headers = [("Set-Cookie", "a"), ("ETag", "x"), ("set-cookie", "b")].into_iter().collect();
        assert_eq!(headers.get("SET-COOKIE"), Some("a"));
        assert_eq!(headers.get_all("Set-cookie").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(headers.get("cookie"), None);
        assert_eq!(headers.iter().count(), 3);
        assert!(!headers.is_empty() && Headers::default().is_empty());
        assert!(headers.is_complete() && !headers.into_excerpt().is_complete());
    }
}

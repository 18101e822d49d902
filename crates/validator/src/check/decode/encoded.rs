//! A text as it was sent. Delimiters are looked for before percent signs are undone: `a%2Cb` is one item, `a,b` is two.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// A text as it was sent, with what in it stands for other characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Encoded<'t> {
    text: Cow<'t, str>,
    coding: Coding,
}

/// What stands for other characters in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    /// Nothing: it is decoded, or never was encoded.
    Plain,
    /// `%20`
    Percent,
    /// `%20`, and `+` for a space.
    Query,
}

impl<'t> Encoded<'t> {
    pub(crate) fn new(text: impl Into<Cow<'t, str>>, coding: Coding) -> Self {
        Self { text: text.into(), coding }
    }

    /// What it stands for. Bytes that are not UTF-8 become U+FFFD.
    pub(crate) fn decoded(&self) -> Cow<'_, str> {
        match self.coding {
            Coding::Plain => Cow::Borrowed(&self.text),
            Coding::Query if self.text.contains('+') => {
                let spaced = self.text.replace('+', " ");
                Cow::Owned(percent_decode_str(&spaced).decode_utf8_lossy().into_owned())
            }
            Coding::Percent | Coding::Query => percent_decode_str(&self.text).decode_utf8_lossy(),
        }
    }

    /// The same, decoded already.
    pub(super) fn plain(&self) -> Encoded<'static> {
        Encoded::new(self.decoded().into_owned(), Coding::Plain)
    }

    /// The same characters, where `+` is itself.
    pub(super) fn with_plus(&self) -> Self {
        let coding = if self.coding == Coding::Query { Coding::Percent } else { self.coding };
        Self { text: self.text.clone(), coding }
    }

    /// Whether something in it stands for another character.
    pub(super) fn has_escapes(&self) -> bool {
        match self.coding {
            Coding::Plain => false,
            Coding::Percent => self.text.contains('%'),
            Coding::Query => self.text.contains(['%', '+']),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn part<'p>(&self, text: &'p str) -> Encoded<'p> {
        Encoded::new(text, self.coding)
    }

    /// What stands between delimiters.
    pub(super) fn split(&self, delimiter: char) -> Vec<Encoded<'_>> {
        self.text.split(delimiter).map(|text| self.part(text)).collect()
    }

    /// What stands behind a prefix.
    pub(super) fn after(&self, prefix: &str) -> Option<Encoded<'_>> {
        self.text.strip_prefix(prefix).map(|text| self.part(text))
    }

    /// A name and what stands behind the first equals sign.
    pub(super) fn pair(&self) -> Option<(String, Encoded<'_>)> {
        let (name, value) = self.text.split_once('=')?;
        Some((self.part(name).decoded().into_owned(), self.part(value)))
    }

    /// The same without blanks around it.
    pub(super) fn trimmed(&self) -> Encoded<'_> {
        self.part(self.text.trim())
    }

    /// The same for good.
    pub(super) fn into_owned(self) -> Encoded<'static> {
        Encoded { text: Cow::Owned(self.text.into_owned()), coding: self.coding }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codings_say_what_stands_for_what() {
        for (text, coding, decoded) in [
            ("a%20b+c", Coding::Plain, "a%20b+c"),
            ("a%20b+c", Coding::Percent, "a b+c"),
            ("a%20b+c%2B", Coding::Query, "a b c+"),
            ("%FF", Coding::Query, "\u{fffd}"),
        ] {
            let encoded = Encoded::new(text, coding);
            assert_eq!(encoded.decoded(), decoded, "{text} {coding:?}");
            assert_eq!(encoded.plain().decoded(), decoded);
        }
    }

    #[test]
    fn an_encoded_delimiter_does_not_cut() {
        let text = Encoded::new("a%2Cb,c", Coding::Percent);
        let items: Vec<String> = text.split(',').iter().map(|item| item.decoded().into_owned()).collect();
        assert_eq!(items, ["a,b", "c"]);
        assert_eq!(text.plain().split(',').len(), 3);
    }
}

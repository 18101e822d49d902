//! A quick reader of JSON, for text that is nearly always right.
//!
//! Strings without escapes are borrowed; others are unescaped in one pass. It takes nothing that `serde_json` does not
//! take, and reads what it takes alike. It does not say what is wrong: who needs that asks `serde_json`, as for what is
//! rare, like a depth beyond 127.

mod lenient;
mod probe;
mod string;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

pub(crate) use lenient::{Lenient, lenient};
pub(crate) use probe::{beginning, begins_like_json, begins_like_object, has_member};

/// How deep values may be nested, as in `serde_json`.
const DEPTH: u8 = 127;

/// The value that a whole text is; nothing where that is not certain.
pub(super) fn read<'t, T: Deserialize<'t>>(text: &'t str) -> Option<T> {
    read_as(text, PhantomData)
}

/// What a seed makes of the value that a whole text is; nothing where that is not certain.
pub fn read_as<'t, S: DeserializeSeed<'t>>(text: &'t str, seed: S) -> Option<S::Value> {
    let mut json = Json { text, at: 0, depth: DEPTH };
    let value = seed.deserialize(&mut json).ok()?;
    json.peek().is_none().then_some(value)
}

/// A text, borrowed where it is written as it is.
pub(super) struct Text<'t>(pub(super) Cow<'t, str>);

impl Text<'_> {
    /// The text, unless it is empty.
    pub(super) fn filled(self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.into_owned())
    }
}

impl<'de: 't, 't> Deserialize<'de> for Text<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text)))
    }
}

/// It cannot be read here.
#[derive(Debug, thiserror::Error)]
#[error("unsure")]
struct Unsure;

impl Error for Unsure {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Stands in a text.
struct Json<'t> {
    text: &'t str,
    at: usize,
    /// How many more brackets may be opened.
    depth: u8,
}

impl<'t> Json<'t> {
    fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The next byte that is not a blank.
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.text.as_bytes().get(self.at)?;
            if !matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    /// Passes over a byte that must come next.
    fn pass(&mut self, byte: u8) -> Result<(), Unsure> {
        if self.peek() != Some(byte) {
            return Err(Unsure);
        }
        self.at += 1;
        Ok(())
    }

    /// Passes over a word that must come next.
    fn word(&mut self, word: &str) -> Result<(), Unsure> {
        if !self.bytes().starts_with(word.as_bytes()) {
            return Err(Unsure);
        }
        self.at += word.len();
        Ok(())
    }

    /// The text of the number that comes next, and whether it is an integer.
    fn number(&mut self) -> Result<(&'t str, bool), Unsure> {
        let start = self.at;
        self.at += usize::from(self.bytes().first() == Some(&b'-'));
        let leads_with_zero = self.bytes().first() == Some(&b'0');
        if self.digits()? > 1 && leads_with_zero {
            return Err(Unsure);
        }
        let whole = self.at;
        if self.bytes().first() == Some(&b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.bytes().first() {
            self.at += 1;
            self.at += usize::from(matches!(self.bytes().first(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok((self.text.get(start..self.at).ok_or(Unsure)?, whole == self.at))
    }

    /// Passes over digits, of which there must be some; says how many.
    fn digits(&mut self) -> Result<usize, Unsure> {
        let count = self.bytes().iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        if count == 0 { Err(Unsure) } else { Ok(count) }
    }

    /// Goes into an array or an object, and out of it behind `close`.
    fn within<T>(&mut self, close: u8, read: impl FnOnce(Items<'_, 't>) -> Result<T, Unsure>) -> Result<T, Unsure> {
        self.depth = self.depth.checked_sub(1).ok_or(Unsure)?;
        self.at += 1;
        let value = read(Items { json: self, close, is_first: true })?;
        self.pass(close)?;
        self.depth += 1;
        Ok(value)
    }

    fn visit_number<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, Unsure> {
        match self.number()? {
            // A float in `serde_json`.
            ("-0", _) => visitor.visit_f64(-0.0),
            (text, true) if text.starts_with('-') => visitor.visit_i64(text.parse().map_err(|_| Unsure)?),
            (text, true) => visitor.visit_u64(text.parse().map_err(|_| Unsure)?),
            (text, false) => {
                let number: f64 = text.parse().map_err(|_| Unsure)?;
                if number.is_finite() { visitor.visit_f64(number) } else { Err(Unsure) }
            }
        }
    }
}

impl<'t> Deserializer<'t> for &mut Json<'t> {
    type Error = Unsure;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.peek().ok_or(Unsure)? {
            b'"' => match self.string()? {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            b'{' => self.within(b'}', |items| visitor.visit_map(items)),
            b'[' => self.within(b']', |items| visitor.visit_seq(items)),
            b'n' => self.word("null").and_then(|()| visitor.visit_unit()),
            b't' => self.word("true").and_then(|()| visitor.visit_bool(true)),
            b'f' => self.word("false").and_then(|()| visitor.visit_bool(false)),
            _ => self.visit_number(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.peek() {
            Some(b'n') => self.word("null").and_then(|()| visitor.visit_none()),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.peek() {
            // However large: nobody wants to know.
            Some(b'-' | b'0'..=b'9') => self.number().and_then(|_| visitor.visit_unit()),
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'t>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier
    }
}

/// What stands between two brackets.
struct Items<'j, 't> {
    json: &'j mut Json<'t>,
    close: u8,
    is_first: bool,
}

impl Items<'_, '_> {
    /// Whether another item comes; stands before it then.
    fn more(&mut self) -> Result<bool, Unsure> {
        if self.json.peek() == Some(self.close) {
            return Ok(false);
        }
        if !self.is_first {
            self.json.pass(b',')?;
        }
        self.is_first = false;
        Ok(true)
    }
}

impl<'t> SeqAccess<'t> for Items<'_, 't> {
    type Error = Unsure;

    fn next_element_seed<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<Option<T::Value>, Unsure> {
        if self.more()? { seed.deserialize(&mut *self.json).map(Some) } else { Ok(None) }
    }
}

impl<'t> MapAccess<'t> for Items<'_, 't> {
    type Error = Unsure;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Result<Option<K::Value>, Unsure> {
        if !self.more()? {
            return Ok(None);
        }
        if self.json.peek() != Some(b'"') {
            return Err(Unsure);
        }
        seed.deserialize(&mut *self.json).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, Unsure> {
        self.json.pass(b':')?;
        seed.deserialize(&mut *self.json)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// What is read is what `serde_json` reads.
    fn alike(text: &str) -> Option<Value> {
        let value = read::<Value>(text);
        if value.is_some() {
            assert_eq!(value, serde_json::from_str(text).ok(), "{text}");
        }
        if read::<serde::de::IgnoredAny>(text).is_some() {
            assert!(serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok(), "{text}");
        }
        value
    }

    #[test]
    fn what_is_right_is_read() {
        for text in [
            "null",
            " true ",
            "[false,0,-1,10,1.5,1e3,-2E-2,18446744073709551615]",
            "{}",
            "[ ]",
            r#"{"a":[{"b":null},"c"] , "d":{"":1}}"#,
            r#""ü\u00fc\n\"\\\/\b\f\r\t\ud83d\ude00 and more than eight""#,
        ] {
            assert_eq!(alike(text), serde_json::from_str(text).ok(), "{text}");
            assert!(alike(text).is_some(), "{text}");
        }
        let text = read::<Vec<Text<'_>>>(r#"["plain", "a\nb"]"#).unwrap();
        assert!(matches!(text.as_slice(), [Text(Cow::Borrowed("plain")), Text(Cow::Owned(b))] if b == "a\nb"));
    }

    #[test]
    fn what_is_wrong_is_not_read() {
        for text in [
            "",
            "nul",
            "nulla",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "+1",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{,}",
            r#"{"a":1,}"#,
            r#"{"a"}"#,
            r#"{"a" 1}"#,
            "{1:2}",
            "[1}",
            "[1",
            "\"a",
            "\"\n\"",
            r#""\x""#,
            r#""\u12g4""#,
            r#""\ud800""#,
            r#""\ud800\u0041""#,
            r#""\udc00""#,
            "1 2",
            "1e999",
            "\"12345678\u{1}\"",
            "\"\\",
            "\"\\u00",
        ] {
            assert_eq!(alike(text), None, "{text}");
        }
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert!(alike(&nested(127)).is_some() && alike(&nested(128)).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn all_is_read_alike(text in r#"[\[{]?("(\\\\|\\"|\\u[0d][08][0c]2|[a-zé ]){0,20}"|[\[\]{}:, 0.1e-]|"[a-z\\"]{0,9}"|true|null){0,9}[\]}]?"#) {
            alike(&text);
        }
    }
}

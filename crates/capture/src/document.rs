//! A JSON document as a value, plus what a value cannot hold: keys that occur twice in one object.

mod chunks;
mod digits;
mod lists;

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

pub use chunks::{Chunk, Chunks, LongLists};

/// A parsed JSON document. Integers from `i64::MIN` to `u64::MAX` are kept exactly; beyond that, and with a fraction or
/// an exponent, a number is an `f64`.
#[derive(Clone, PartialEq)]
pub struct Document {
    /// The document; of a key that occurs twice, the last value.
    pub value: Value,
    /// JSON Pointers of the integers that no 64 bits hold, each with its digits as they are written.
    pub large: Vec<(String, String)>,
    /// JSON Pointers (RFC 6901) of the keys that had already occurred in their object, once for each repetition, in
    /// the order of the text.
    pub duplicates: Vec<String>,
}

impl Document {
    /// Parses a whole document in one pass.
    pub fn parse(bytes: &[u8]) -> Result<Self, DocumentError> {
        let mut json = serde_json::Deserializer::from_slice(bytes);
        let mut seen = Seen::default();
        let value = Node { path: &Path::Root, seen: &mut seen }.deserialize(&mut json)?;
        json.end()?;
        let mut large = if seen.large.is_empty() { Vec::new() } else { digits::of(seen.large, bytes) };
        if !seen.duplicates.is_empty() {
            large.retain(|(pointer, digits)| value.pointer(pointer).is_some_and(|value| is_of(digits, value)));
        }
        Ok(Self { value, large, duplicates: seen.duplicates })
    }
}

/// Whether a value is what these digits were read as, and not what came later under the same key.
fn is_of(digits: &str, value: &Value) -> bool {
    value.is_f64() && value.as_f64() == digits.parse().ok()
}

/// Shows no value: bodies hold secrets.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").field("duplicates", &self.duplicates).finish_non_exhaustive()
    }
}

/// Why a text is not JSON, or not the JSON that was expected. Never quotes the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason} at line {line} column {column}")]
pub struct DocumentError {
    line: usize,
    column: usize,
    reason: String,
}

impl DocumentError {
    /// The one-based line.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The one-based column in bytes; 0 where a line break itself is the fault.
    pub fn column(&self) -> usize {
        self.column
    }

    /// What is wrong, without the place.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl From<serde_json::Error> for DocumentError {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        let text = text.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&text);
        Self { line, column, reason: without_value(text) }
    }
}

/// serde says "invalid type: string \"s3cret\", expected …"; what follows the last "expected" is our own text.
fn without_value(text: &str) -> String {
    match text.rfind(", expected ") {
        Some(at) if text.starts_with("invalid ") => text.get(at + ", ".len()..).unwrap_or_default().to_owned(),
        _ if text.starts_with("recursion limit") => "nested deeper than 127 levels".to_owned(),
        _ => text.to_owned(),
    }
}

/// Where the parser is; a list on the stack, written out only for a duplicate.
enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(parent, key) => write!(f, "{parent}/{}", key.replace('~', "~0").replace('/', "~1")),
            Self::Index(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

/// What is noticed on the way.
#[derive(Default)]
struct Seen {
    duplicates: Vec<String>,
    /// How many numbers were read.
    numbers: usize,
    /// Those of them that may be too large for 64 bits: which one it is, and its pointer.
    large: Vec<(usize, String)>,
}

/// From here on an `i64` or `u64` does not hold a number, whatever its sign.
const LARGE: f64 = 9_223_372_036_854_775_808.0;

/// Builds one value.
struct Node<'a> {
    path: &'a Path<'a>,
    seen: &'a mut Seen,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        self.seen.numbers += 1;
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        self.seen.numbers += 1;
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        if value.abs() >= LARGE {
            self.seen.large.push((self.seen.numbers, self.path.to_string()));
        }
        self.seen.numbers += 1;
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        loop {
            let path = Path::Index(self.path, items.len());
            match seq.next_element_seed(Node { path: &path, seen: self.seen })? {
                Some(item) => items.push(item),
                None => return Ok(Value::Array(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let path = Path::Key(self.path, &key);
            if members.contains_key(&key) {
                self.seen.duplicates.push(path.to_string());
            }
            let value = map.next_value_seed(Node { path: &path, seen: self.seen })?;
            members.insert(key, value);
        }
        Ok(Value::Object(members))
    }
}

/// Reads one value, with the parser's limit of depth, and keeps nothing of it.
pub(crate) struct Skim;

impl<'de> DeserializeSeed<'de> for Skim {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Skim {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_key_seed(Self)?.is_some() {
            map.next_value_seed(Self)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_those_of_serde_json() {
        let texts = [
            "null",
            " true ",
            "-0",
            "18446744073709551615",
            "-9223372036854775808",
            "9007199254740993",
            "3.0",
            "1e2",
            r#""ü\u00fc\n""#,
            r#"{"b":[1,{"a":{}}],"a":[]}"#,
        ];
        for text in texts {
            let document = Document::parse(text.as_bytes()).unwrap();
            assert_eq!(document.value, serde_json::from_str::<Value>(text).unwrap(), "{text}");
            assert_eq!(document.value.to_string(), serde_json::from_str::<Value>(text).unwrap().to_string());
            assert!(document.duplicates.is_empty());
        }
        let exact = Document::parse(b"18446744073709551615").unwrap().value;
        assert_eq!(exact.as_u64(), Some(u64::MAX));
    }

    #[test]
    fn digits_of_integers_beyond_64_bits_are_kept() {
        let text = r#"{"1\"2":[1, -18446744073709551617, 2.5e30, "36893488147419103232"], "b": 36893488147419103233}"#;
        let large = Document::parse(text.as_bytes()).unwrap().large;
        let expected = [("/1\"2/1", "-18446744073709551617"), ("/b", "36893488147419103233")];
        assert_eq!(large, expected.map(|(at, digits)| (at.to_owned(), digits.to_owned())));
        assert_eq!(Document::parse(b"[18446744073709551615, 1e300]").unwrap().large, []);
    }

    #[test]
    fn digits_are_those_of_the_last_value_of_a_key() {
        for (text, expected) in [
            (r#"{"a":18446744073709551616,"a":-1}"#, None),
            (r#"{"a":18446744073709551616,"a":1e300}"#, None),
            (r#"{"a":18446744073709551616,"a":18446744073709551615}"#, None),
            (r#"{"a":{"b":18446744073709551616},"a":{}}"#, None),
            (r#"{"a":-1,"a":18446744073709551616}"#, Some("18446744073709551616")),
            (r#"{"a":18446744073709551616,"a":36893488147419103233}"#, Some("36893488147419103233")),
        ] {
            let large = Document::parse(text.as_bytes()).unwrap().large;
            assert_eq!(large.last().map(|(_, digits)| digits.as_str()), expected, "{text}");
        }
    }

    #[test]
    fn duplicates_are_named_by_pointer() {
        let table: [(&str, &[&str]); 5] = [
            (r#"{"a":1,"a":2}"#, &["/a"]),
            (r#"{"a":1,"\u0061":2,"a":3}"#, &["/a", "/a"]),
            (r#"[{"a":1},{"x":{"a":1,"a":{"b":1,"b":2}}}]"#, &["/1/x/a", "/1/x/a/b"]),
            (r#"{"":{"a/b":1,"m~n":[],"a/b":1,"m~n":0}}"#, &["//a~1b", "//m~0n"]),
            (r#"{"a":{"b":1},"c":{"b":1},"A":0}"#, &[]),
        ];
        for (text, expected) in table {
            assert_eq!(Document::parse(text.as_bytes()).unwrap().duplicates, expected, "{text}");
        }
        assert_eq!(Document::parse(br#"{"a":1,"a":2}"#).unwrap().value["a"], 2);
    }

    #[test]
    fn faults_have_a_place_and_no_value() {
        let deep = "[".repeat(100_000);
        let table = [
            ("", 1, 0, "EOF while parsing a value"),
            ("{\"a\":\n tru}", 2, 5, "expected ident"),
            ("1 2", 1, 3, "trailing characters"),
            ("1e999", 1, 5, "number out of range"),
            (&deep, 1, 128, "nested deeper than 127 levels"),
            ("\"s3cret", 1, 7, "EOF while parsing a string"),
        ];
        for (text, line, column, reason) in table {
            let error = Document::parse(text.as_bytes()).unwrap_err();
            assert_eq!((error.line(), error.column(), error.reason()), (line, column, reason));
        }
        let error: DocumentError = serde_json::from_str::<bool>("\"s3, expected cret\"").unwrap_err().into();
        assert_eq!(error.reason(), "expected a boolean");
        assert!(Document::parse(b"\"\xff\"").is_err());
    }

    #[test]
    fn a_depth_of_127_is_read() {
        let text = "[".repeat(127) + &"]".repeat(127);
        assert!(Document::parse(text.as_bytes()).is_ok());
        let mut json = serde_json::Deserializer::from_str(&text);
        assert!(Skim.deserialize(&mut json).is_ok());
    }
}

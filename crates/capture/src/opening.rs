//! What a text begins with, which is enough to tell its format.

use std::fmt;

use serde::Deserializer as _;
use serde::de::{Error as _, IgnoredAny, MapAccess, Visitor};

/// The beginning of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Opening {
    /// The first keys of the first value where that is an object, up to one that tells the format.
    keys: Vec<String>,
    /// Whether the text begins as JSON does.
    json: bool,
}

/// Keys after which nobody needs to read on.
const TELLING: [&str; 5] = ["log", "request", "response", "openapi", "swagger"];

impl Opening {
    /// Looks at a text or at its beginning. Reads no further than it must, and does not mind a text that is cut.
    pub(super) fn of(text: &str) -> Self {
        let start = text.trim_ascii_start();
        let json = start.starts_with(|c: char| c == '-' || c.is_ascii_digit() || "{[\"tfn".contains(c));
        let mut keys = Vec::new();
        // An error only means that the text ends here, or that a telling key was found.
        let _ = serde_json::Deserializer::from_str(start).deserialize_any(Keys(&mut keys));
        Self { keys, json }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|known| known == key)
    }

    pub(super) fn is_json(&self) -> bool {
        self.json
    }

    /// Whether it is a contract that somebody took for a capture.
    pub(super) fn is_contract(&self) -> bool {
        self.has("openapi") || self.has("swagger")
    }

    /// Whether it has what a HAR has inside its `log`.
    pub(super) fn is_har_without_log(&self) -> bool {
        !self.has("log") && self.has("entries")
    }
}

struct Keys<'a>(&'a mut Vec<String>);

impl<'de> Visitor<'de> for Keys<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let telling = TELLING.contains(&key.as_str());
            self.0.push(key);
            if telling {
                return Err(A::Error::custom("seen enough"));
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_telling_key_ends_the_look() {
        let table: [(&str, &[&str], bool); 8] = [
            (r#" {"log":{"entries":[]}}"#, &["log"], true),
            (r#"{"a":[1],"request":5 broken"#, &["a", "request"], true),
            (r#"{"a":{"log":1},"b""#, &["a", "b"], true),
            ("\n\n{\"response\":", &["response"], true),
            ("[{\"log\":1}]", &[], true),
            ("-1", &[], true),
            ("# log", &[], false),
            ("", &[], false),
        ];
        for (text, keys, json) in table {
            let opening = Opening::of(text);
            assert_eq!(opening.keys, keys, "{text}");
            assert_eq!(opening.json, json, "{text}");
        }
    }
}

//! What JSON looks like from its first bytes, for formats that are JSON.

use std::fmt;

use serde::Deserializer as _;
use serde::de::{Error as _, IgnoredAny, MapAccess, Visitor};

/// Whether bytes begin as JSON does.
pub(crate) fn begins_like_json(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().first().is_some_and(|byte| byte.is_ascii_digit() || b"-{[\"tfn".contains(byte))
}

/// Whether bytes begin as an object of JSON does.
pub(crate) fn begins_like_object(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().first() == Some(&b'{')
}

/// Whether the first value is an object that has one of these members, as far as the bytes tell: they may be cut. Reads
/// no further than it must.
pub(crate) fn has_member(bytes: &[u8], names: &[&str]) -> bool {
    let mut probe = FormatProbe { names, found: false };
    // An error only means that the text ends here, or that a member was found.
    let _ = serde_json::Deserializer::from_str(beginning(bytes)).deserialize_any(&mut probe);
    probe.found
}

/// The text that bytes begin with. They may end within a character.
pub(crate) fn beginning(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map(|chunk| chunk.valid()).unwrap_or_default()
}

/// Looks for members.
struct FormatProbe<'n> {
    names: &'n [&'n str],
    found: bool,
}

impl<'de> Visitor<'de> for &mut FormatProbe<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if self.names.contains(&key.as_str()) {
                self.found = true;
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
    fn members_are_found_in_what_is_cut() {
        let table: [(&[u8], bool); 10] = [
            (br#" {"log":{"entries":[]}}"#, true),
            (br#"{"a":[1],"request":5 broken"#, true),
            (b"\n\n{\"request\":", true),
            (b"{\"a\":\"\\u006cog\",\"\\u006cog\":\"\xff", true),
            (br#"{"a":{"log":1},"b""#, false),
            (b"{\"a\":\"\xff\",\"log\":1}", false),
            (br#"[{"log":1}]"#, false),
            (b"-1", false),
            (b"# log", false),
            (b"", false),
        ];
        for (text, found) in table {
            assert_eq!(has_member(text, &["log", "request"]), found, "{}", text.escape_ascii());
        }
    }

    #[test]
    fn json_begins_with_a_value() {
        for text in [" {", "\n[", "-1", "0", "\"", "true", "false", "null"] {
            assert!(begins_like_json(text.as_bytes()), "{text}");
        }
        for text in ["", " ", "# log", "x", "<html>", "}"] {
            assert!(!begins_like_json(text.as_bytes()), "{text}");
        }
    }
}

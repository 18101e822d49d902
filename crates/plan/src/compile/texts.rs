//! Texts: formats and patterns become checks of bytes, the rest is asked of the `regex` crate.

use foldhash::{HashMap, HashSet};
use regex::bytes::{Regex, RegexBuilder};
use serde_json::Value;

use super::alternatives::Alternative;
use super::{Compiler, place_of};
use crate::arena::{Op, TextCheck};

/// Patterns that upstream puts beside a format, and that say nothing but what a check of bytes says too.
const KNOWN: [(&str, TextCheck); 5] = [
    (
        "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$",
        TextCheck::UuidOf(b'4'),
    ),
    (
        "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$",
        TextCheck::UuidOf(b'7'),
    ),
    (
        concat!(
            r"^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|",
            r"\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|",
            r"(?:02)-(?:0[1-9]|1\d|2[0-8])))$"
        ),
        TextCheck::Date,
    ),
    (
        concat!(
            r"^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|",
            r"\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|",
            r"(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?",
            r"(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$"
        ),
        TextCheck::DateTime,
    ),
    (
        concat!(
            "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?",
            r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$"
        ),
        TextCheck::Email,
    ),
];

/// Formats that mean nothing to JSON Schema.
const SILENT: [&str; 8] = ["binary", "byte", "double", "float", "int32", "int64", "password", "string"];

impl<'c> Compiler<'c> {
    pub(super) fn text(&mut self, alternative: &Alternative<'c>) -> Op {
        let Ok(checks) = self.checks(alternative) else {
            return Op::Unsure;
        };
        if alternative.has_values(self.view) {
            // Values that a format or a pattern narrows further: nobody writes that.
            return if checks.is_empty() { self.values(alternative) } else { Op::Unsure };
        }
        match checks.as_slice() {
            [] => Op::Text,
            [check @ (TextCheck::Uuid | TextCheck::UuidOf(_) | TextCheck::DateTime | TextCheck::Date)] => {
                Op::Form(*check)
            }
            _ => {
                self.arena.texts.push(checks);
                Op::Texts(place_of(&self.arena.texts))
            }
        }
    }

    fn values(&mut self, alternative: &Alternative<'c>) -> Op {
        let mut lists: Vec<Vec<&str>> = Vec::new();
        for node in &alternative.nodes {
            lists.push(node.values_at(self.view.release).filter_map(Value::as_str).collect());
        }
        lists.extend(alternative.texts("const").map(|value| vec![value]));
        lists.retain(|list| !list.is_empty());
        let common = lists.into_iter().reduce(|one, two| {
            let two: HashSet<&str> = two.into_iter().collect();
            one.into_iter().filter(|value| two.contains(value)).collect()
        });
        // Texts that JSON must escape are left to others: a text with an escape is never one of a list.
        let quoted = |value: &str| format!("\"{value}\"").into_bytes().into_boxed_slice();
        let plain = |value: &&str| !value.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\');
        self.arena.enums.push(common.unwrap_or_default().into_iter().filter(plain).map(quoted).collect());
        Op::Enum(place_of(&self.arena.enums))
    }

    /// Everything that is asked of a text, each thing once.
    fn checks(&mut self, alternative: &Alternative<'c>) -> Result<Vec<TextCheck>, ()> {
        let mut checks: Vec<TextCheck> = Vec::new();
        for format in alternative.texts("format").filter(|format| !SILENT.contains(format)) {
            checks.push(self.format(format)?);
        }
        for pattern in alternative.texts("pattern") {
            let known = KNOWN.iter().find(|(text, _)| *text == pattern).map(|(_, check)| *check);
            checks.push(match known {
                Some(check) => check,
                None => self.pattern(pattern)?,
            });
        }
        let count = |limit: u64| u32::try_from(limit).unwrap_or(u32::MAX);
        checks.extend(
            alternative.at_least("minLength").filter(|least| *least > 0).map(|least| TextCheck::Shortest(count(least))),
        );
        checks.extend(alternative.at_most("maxLength").map(|most| TextCheck::Longest(count(most))));
        checks.dedup();
        if checks.iter().any(|check| matches!(check, TextCheck::UuidOf(_))) {
            checks.retain(|check| *check != TextCheck::Uuid);
        }
        Ok(checks)
    }

    fn format(&mut self, format: &str) -> Result<TextCheck, ()> {
        match format {
            "uuid" => Ok(TextCheck::Uuid),
            "date-time" => Ok(TextCheck::DateTime),
            "date" => Ok(TextCheck::Date),
            "email" => Ok(TextCheck::Email),
            "uri" => Ok(TextCheck::Uri),
            other => {
                self.gaps.push(format!("format {other}"));
                Err(())
            }
        }
    }

    /// Scanners hold only texts of ASCII against patterns.
    fn pattern(&mut self, pattern: &str) -> Result<TextCheck, ()> {
        let Some(regex) = self.patterns.of_ascii(pattern) else {
            self.gaps.push(format!("pattern {pattern}"));
            return Err(());
        };
        self.arena.patterns.push(regex);
        Ok(TextCheck::Pattern(place_of(&self.arena.patterns)))
    }
}

/// Patterns as regular expressions for texts of ASCII, each compiled once; none where that cannot be.
#[derive(Default)]
pub(crate) struct Patterns(HashMap<String, Option<Regex>>);

impl Patterns {
    fn of_ascii(&mut self, pattern: &str) -> Option<Regex> {
        if let Some(known) = self.0.get(pattern) {
            return known.clone();
        }
        let of_ascii = contract::pattern::of_ascii(pattern);
        let regex = common(of_ascii.as_deref().unwrap_or(pattern));
        self.0.insert(pattern.to_owned(), regex.clone());
        regex
    }
}

/// The pattern as a regular expression, where ECMA-262 and the `regex` crate mean the same by it for texts of ASCII: it
/// has no lookaround, no class within a class, no Unicode, and escapes only digits, letters of words, blanks and signs.
fn common(pattern: &str) -> Option<Regex> {
    let bytes = pattern.as_bytes();
    let pairs = bytes.iter().zip(bytes.iter().skip(1).chain([&0]));
    let mut escaped = false;
    let mut class = false;
    for (byte, next) in pairs {
        let fits = match (escaped, byte) {
            (true, byte) => {
                matches!(byte, b'd' | b'w' | b's') || (byte.is_ascii_punctuation() && !matches!(byte, b'<' | b'>'))
            }
            (false, b'[') => !class && *next != b'^' && *next != b']',
            (false, b'(') => class || *next != b'?' || pattern.matches("(?").count() == pattern.matches("(?:").count(),
            (false, b'{') => class || next.is_ascii_digit(),
            (false, b'&' | b'~' | b'-') => !class || byte != next,
            (false, byte) => byte.is_ascii_graphic() || *byte == b' ',
        };
        if !fits {
            return None;
        }
        match (escaped, byte) {
            (false, b'[') => class = true,
            (false, b']') => class = false,
            _ => {}
        }
        escaped = !escaped && *byte == b'\\';
    }
    RegexBuilder::new(pattern).unicode(false).build().ok()
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn patterns_that_may_mean_two_things_are_left_alone() {
        for pattern in [r"^\d{6}$", "^#?([0-9A-F]{3}|[0-9A-F]{8})$", r"^(?:[01]\d|2[0-3]):[0-5]\d$", "/IM(SV|CL)/"] {
            assert!(common(pattern).is_some(), "{pattern}");
        }
        for pattern in [
            "(?=a)", "(?i)a", r"\u0041", r"\p{L}", "[a[b]", "[a&&b]", "ä", r"a\b", "a{,5}", r"\<a", "(?<n>a)", "[^a]",
            "a(",
        ] {
            assert!(common(pattern).is_none(), "{pattern}");
        }
    }
}

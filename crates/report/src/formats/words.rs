//! What the formats for humans have in common: numbers, nouns, places.

use std::borrow::Cow;

use serde_json::Value;

use crate::{Location, escape, shorten, shown};

/// The longest run without a space in it, in characters: a value that a message quotes.
const WORD: usize = 60;
/// The longest name, pointer or URL shown, in characters.
const LINE: usize = 160;
/// The longest value shown, in characters.
const VALUE: usize = 60;
/// The longest list of expected values shown, in characters.
const EXPECTATION: usize = 120;

/// A number with its thousands apart: `2,511`.
pub(super) fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut spaced = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            spaced.push(',');
        }
        spaced.push(digit);
    }
    spaced
}

/// A number with its noun, in the plural where it needs one: `1 error`, `2,511 notes`.
pub(super) fn counted(n: u64, noun: &str) -> String {
    let plural = match (n, noun.strip_suffix('y')) {
        (1, _) => Cow::Borrowed(noun),
        (_, Some(stem)) => Cow::Owned(format!("{stem}ies")),
        (_, None) => Cow::Owned(format!("{noun}s")),
    };
    format!("{} {plural}", number(n))
}

/// A message fit for a terminal: escaped, and values that it quotes cut short.
pub(super) fn message(text: &str) -> String {
    let words: Vec<Cow<'_, str>> = text.split(' ').map(|word| shorten(word, WORD)).collect();
    shown(&words.join(" ")).into_owned()
}

/// A name, pointer or URL fit for a terminal: escaped, and cut short.
pub(super) fn line(text: &str) -> String {
    escape(&shorten(text, LINE)).into_owned()
}

/// A value as JSON, escaped, and cut short.
pub(super) fn shown_value(value: &Value) -> String {
    escape(&shorten(&value.to_string(), VALUE)).into_owned()
}

/// What was expected: `expected 1`, `expected one of "A", "B"`.
pub(super) fn expectation(expected: &Value) -> String {
    match expected.as_array().map(Vec::as_slice) {
        None => format!("expected {}", shown_value(expected)),
        Some([only]) => format!("expected {}", shown_value(only)),
        Some(values) => {
            let values: Vec<String> = values.iter().map(shown_value).collect();
            format!("expected one of {}", shorten(&values.join(", "), EXPECTATION))
        }
    }
}

/// The place as editors and grep know it: `app.har:14`, `openapi.json:120:7`; the line where the source has lines.
pub(super) fn source_and_number(location: &Location) -> String {
    let source = escape(&location.source);
    match (location.line, location.entry) {
        (Some(line), _) => match location.column {
            Some(column) => format!("{source}:{line}:{column}"),
            None => format!("{source}:{line}"),
        },
        (None, Some(entry)) => format!("{source}:{entry}"),
        (None, None) => source.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{counted, message, number};

    #[test]
    fn numbers_and_nouns() {
        for (n, expected) in [(0, "0"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")] {
            assert_eq!(number(n), expected);
        }
        assert_eq!(counted(1, "error"), "1 error");
        assert_eq!(counted(0, "error"), "0 errors");
        assert_eq!(counted(2, "body"), "2 bodies");
        assert_eq!(counted(1, "body"), "1 body");
    }

    #[test]
    fn long_words_are_cut_in_the_middle_and_the_rest_stays() {
        let text = format!("\"{}\" is not a date", "x".repeat(1000));
        let short = message(&text);
        assert!(short.starts_with("\"xxx") && short.ends_with("xxx\" is not a date"), "{short}");
        assert_eq!(short.chars().count(), 60 + " is not a date".len());
        assert_eq!(message("a\u{1b}[31m b\tc"), "a\\u{1b}[31m b\\tc");
    }
}

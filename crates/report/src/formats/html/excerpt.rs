//! The payload around a place, in colour.

use pages::prose;

use super::super::excerpt::Fitted;
use super::super::words::{expectation, line};
use crate::Finding;

/// A payload to draw.
pub(super) struct DrawnExcerpt {
    pub(super) first_line: usize,
    pub(super) tokens: Vec<Token>,
    /// What there is to say of what is marked.
    pub(super) label: Option<String>,
}

/// A stretch of a payload.
pub(super) struct Token {
    /// The class of it in `report.css`.
    pub(super) class: &'static str,
    pub(super) text: String,
    /// Whether it is what the finding is about.
    pub(super) is_marked: bool,
}

/// The payload of a finding, if it has one.
pub(super) fn drawn(finding: &Finding) -> Option<DrawnExcerpt> {
    let fitted = finding.excerpt.as_ref().and_then(Fitted::new)?;
    let (before, marked, after) = fitted.parts();
    let mut tokens = Vec::new();
    for (part, is_marked) in [(before, false), (marked, true), (after, false)] {
        tokens.extend(tokens_of(part).into_iter().map(|(class, text)| Token {
            class,
            text: text.to_owned(),
            is_marked,
        }));
    }
    let label = Some(line(fitted.label)).filter(|label| !label.is_empty());
    let label = label.or_else(|| finding.expected.as_ref().map(expectation));
    Some(DrawnExcerpt { first_line: fitted.first_line(), tokens, label: label.map(|label| prose(&label)) })
}

/// Stretches of a text that is JSON, or a part of it, or cut somewhere; what is not, is plain.
fn tokens_of(text: &str) -> Vec<(&'static str, &str)> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => string_end(rest),
            '-' | '0'..='9' => run(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+')),
            c if c.is_ascii_alphabetic() => run(rest, |c| c.is_ascii_alphanumeric()),
            _ => run(rest, |c| c != '"' && c != '-' && !c.is_ascii_alphanumeric()),
        };
        // No stretch is empty, whatever it begins with.
        let (token, after) = rest.split_at_checked(length.max(first.len_utf8())).unwrap_or((rest, ""));
        let class = match (first, token) {
            ('"', _) if after.trim_start_matches(' ').starts_with(':') => "key",
            ('"', _) => "string",
            ('-' | '0'..='9', _) => "number",
            (_, "true" | "false" | "null") => "word",
            _ => "",
        };
        tokens.push((class, token));
        rest = after;
    }
    tokens
}

/// Where a string ends that `text` begins with: behind its quotation mark, or where the line ends.
fn string_end(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return at,
            '"' if !is_escaped => return at + 1,
            _ => is_escaped = c == '\\' && !is_escaped,
        }
    }
    text.len()
}

fn run(text: &str, is_in: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_in(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::tokens_of;

    #[test]
    fn what_json_is_made_of() {
        let text = "{\n  \"a\\\"b\": \"x: y\",\n  \"n\": [-1.5e3, true, null], …\n}";
        let told: Vec<(&str, &str)> = tokens_of(text).into_iter().filter(|(class, _)| !class.is_empty()).collect();
        let expected = [
            ("key", "\"a\\\"b\""),
            ("string", "\"x: y\""),
            ("key", "\"n\""),
            ("number", "-1.5e3"),
            ("word", "true"),
            ("word", "null"),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn nothing_is_lost_whatever_it_is() {
        for text in ["", "\"", "\"open", "é-\"\\", "--", "a1\n\"b\n\"c\":", "\\u{202e}</script>", "漢\"字\""] {
            let together: String = tokens_of(text).into_iter().map(|(_, token)| token).collect();
            assert_eq!(together, text);
        }
    }
}

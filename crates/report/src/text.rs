//! Makes text of a payload fit for a terminal.

use std::borrow::Cow;

/// The longest message shown, in characters.
const MESSAGE: usize = 400;

/// How a message stands wherever it is shown: what comes from input in it can neither steer a terminal nor fill it. What is
/// cut is cut out of the middle, because the end says why.
pub fn shown(message: &str) -> Cow<'_, str> {
    match shorten(message, MESSAGE) {
        Cow::Borrowed(message) => escape(message),
        // An escape is longer than what it stands for.
        Cow::Owned(message) => Cow::Owned(escape(&message).into_owned()),
    }
}

/// Escapes what could steer or confuse a terminal: control characters (C0 except the line break where
/// `text` may have several lines, DEL, C1) and characters that reorder or hide text. `\u{1b}` is how an escape looks.
pub fn escape(text: &str) -> Cow<'_, str> {
    escape_if(text, steers)
}

/// As [`escape`], but line breaks stay.
pub fn escape_lines(text: &str) -> Cow<'_, str> {
    escape_if(text, |c| c != '\n' && steers(c))
}

fn escape_if(text: &str, wanted: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) || !text.contains(&wanted) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\n' if wanted(c) => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            _ if wanted(c) => escaped.extend(c.escape_unicode()),
            _ => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}

/// Whether a terminal acts on the character, or shows text in another order or not at all because of it.
pub(crate) fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Cuts `text` to at most `max` characters; what is cut out of its middle is a `…`.
pub fn shorten(text: &str, max: usize) -> Cow<'_, str> {
    let length = text.chars().count();
    if length <= max {
        return Cow::Borrowed(text);
    }
    let kept = max.saturating_sub(1);
    // The beginning of a value says more than its end.
    let tail = kept / 3;
    let mut short: String = text.chars().take(kept - tail).collect();
    short.push('…');
    short.extend(text.chars().skip(length - tail));
    Cow::Owned(short)
}

#[cfg(test)]
mod tests {
    use super::{escape, escape_lines, shorten, shown};

    #[test]
    fn what_steers_a_terminal_is_written_out() {
        for (text, expected) in [
            ("plain é 漢 🎉", "plain é 漢 🎉"),
            ("\u{1b}[31m", "\\u{1b}[31m"),
            ("a\nb\r\tc", "a\\nb\\r\\tc"),
            ("\u{0}\u{7f}\u{9b}", "\\u{0}\\u{7f}\\u{9b}"),
            ("\u{202e}\u{2066}\u{200b}\u{feff}", "\\u{202e}\\u{2066}\\u{200b}\\u{feff}"),
        ] {
            assert_eq!(escape(text), expected);
        }
        assert_eq!(escape_lines("a\n\u{1b}\r\n"), "a\n\\u{1b}\\r\n");
    }

    #[test]
    fn a_message_keeps_its_beginning_and_its_end() {
        let long = format!("a.har: {}: \u{1b} cannot be read", "x".repeat(100_000));
        let told = shown(&long);
        assert!(told.starts_with("a.har: xxx") && told.ends_with("xxx: \\u{1b} cannot be read"), "{told}");
        assert_eq!(told.chars().count(), super::MESSAGE + "\\u{1b}".len() - 1);
        assert_eq!(shown("plain"), "plain");
    }

    #[test]
    fn shortened_text_has_the_length_asked_for() {
        for (text, max, expected) in [
            ("abcdef", 6, "abcdef"),
            ("abcdefg", 4, "ab…g"),
            ("éééééé", 3, "éé…"),
            ("abc", 1, "…"),
            ("abc", 0, "…"),
            ("", 0, ""),
        ] {
            assert_eq!(shorten(text, max), expected, "{text} {max}");
        }
    }
}

//! Text of others within Markdown.

use std::fmt::Write as _;

/// Text as code, wherever it stands: in a table, a list, a heading, or within HTML. An element instead of backticks, because
/// a table ends at any `|`, and because hosts look for mentions and links everywhere but in code.
pub(super) fn code(text: &str) -> String {
    format!("<code>{}</code>", entities(text))
}

/// Text as running words. What stands between backticks is code, as our rules write it.
pub(super) fn prose(text: &str) -> String {
    let mut pieces: Vec<&str> = text.split('`').collect();
    // The last backtick of an odd number is one that nobody closed.
    let open = if pieces.len().is_multiple_of(2) { pieces.pop() } else { None };
    let mut safe = String::with_capacity(text.len() * 2);
    for (at, piece) in pieces.into_iter().enumerate() {
        if at.is_multiple_of(2) { safe.push_str(&words(piece)) } else { safe.push_str(&code(piece)) }
    }
    if let Some(rest) = open {
        safe.push_str("&#96;");
        safe.push_str(&words(rest));
    }
    safe
}

/// A block of code whose fence nothing within it can close.
pub(super) fn fenced(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}json\n{text}\n{fence}\n")
}

/// Words in which nothing is markup. A host looks for `@name`, `#1`, `GH-1` and addresses after the Markdown is read, so an
/// entity does not hide them: a comment between the sign and what follows does.
fn words(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (before, from) = text.split_at(text.len() - rest.len());
        rest = from.strip_prefix(c).unwrap_or_default();
        // At the beginning of a line, a list could start.
        if before.is_empty() && (c.is_ascii_digit() || c == '-') {
            push_entity(&mut safe, c);
        } else {
            push(&mut safe, c);
        }
        if is_sign(c, before, rest) {
            safe.push_str("<!-- -->");
        }
    }
    safe
}

/// Whether a host could take the character for a sign.
fn is_sign(c: char, before: &str, after: &str) -> bool {
    let ends_with = |word: &str| {
        let start = before.len().checked_sub(word.len());
        start.and_then(|start| before.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    match c {
        '.' => ends_with("www"),
        '-' => ends_with("gh"),
        '@' | '#' | ':' => after.starts_with(|c: char| c.is_alphanumeric() || c == '/'),
        _ => false,
    }
}

/// Every character that Markdown or HTML could act on as an entity, which is text and nothing else (section 2.5 of the
/// specification).
fn entities(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() * 2);
    text.chars().for_each(|c| push(&mut safe, c));
    safe
}

fn push(safe: &mut String, c: char) {
    const PLAIN: &str = " ,./:;\"'()?-";
    // What is not ASCII has no meaning in Markdown.
    if c.is_ascii_alphanumeric() || PLAIN.contains(c) || !c.is_ascii() {
        safe.push(c);
    } else {
        push_entity(safe, c);
    }
}

fn push_entity(safe: &mut String, c: char) {
    let _ = write!(safe, "&#{};", u32::from(c));
}

#[cfg(test)]
mod tests {
    use super::{code, fenced, prose};

    #[test]
    fn code_within_backticks_stays_code() {
        for (text, expected) in [
            ("`a` is missing", "<code>a</code> is missing"),
            ("`a|b` and `<i>`", "<code>a&#124;b</code> and <code>&#60;i&#62;</code>"),
            ("one ` alone", "one &#96; alone"),
            ("in 1.132.3: no", "in 1.132.3: no"),
            ("@immich fixes #12", "&#64;<!-- -->immich fixes &#35;<!-- -->12"),
            ("- 1. a-b GH-1 a:b", "&#45; 1. a-b GH-<!-- -->1 a:<!-- -->b"),
            ("see http://x.org or www.y.org", "see http:<!-- -->//x.org or www.<!-- -->y.org"),
        ] {
            assert_eq!(prose(text), expected);
        }
        assert_eq!(code("</code>\\`*_|"), "<code>&#60;/code&#62;&#92;&#96;&#42;&#95;&#124;</code>");
    }

    #[test]
    fn fences_are_longer_than_what_they_hold() {
        assert_eq!(fenced("a"), "```json\na\n```\n");
        assert_eq!(fenced("a\n````\nb"), "`````json\na\n````\nb\n`````\n");
    }
}

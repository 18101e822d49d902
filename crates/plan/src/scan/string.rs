//! Where a text ends.

use json_runs::run_end;

use super::byte;

/// The end of a text without escapes that begins at a place, behind its closing quote.
#[inline]
pub(super) fn plain_end(text: &[u8], at: usize) -> Option<usize> {
    if byte(text, at) != b'"' {
        return None;
    }
    let end = run_end(text, at + 1);
    (byte(text, end) == b'"').then_some(end + 1)
}

/// The end of any text that begins at a place, behind its closing quote.
#[inline]
pub(super) fn text_end(text: &[u8], at: usize) -> Option<usize> {
    if byte(text, at) != b'"' {
        return None;
    }
    let end = run_end(text, at + 1);
    if byte(text, end) == b'"' { Some(end + 1) } else { escaped_end(text, end) }
}

/// The end of a text, from its first escape on.
#[cold]
fn escaped_end(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match byte(text, at) {
            b'"' => return Some(at + 1),
            b'\\' => at = escape_end(text, at)?,
            _ => return None,
        }
        at = run_end(text, at);
    }
}

/// The end of an escape, or of the two that are one character (RFC 8259, section 7). Half of such a pair is left to others.
fn escape_end(text: &[u8], at: usize) -> Option<usize> {
    match byte(text, at + 1) {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(at + 2),
        b'u' => match surrogate(text, at) {
            Some(Surrogate::None) => Some(at + 6),
            Some(Surrogate::High) if surrogate(text, at + 6) == Some(Surrogate::Low) => Some(at + 12),
            _ => None,
        },
        _ => None,
    }
}

/// What half of a surrogate pair an escape by number is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Surrogate {
    None,
    High,
    Low,
}

/// The same of what stands at a place; nothing where that is no escape by number.
fn surrogate(text: &[u8], at: usize) -> Option<Surrogate> {
    let [b'\\', b'u', digits @ ..] = text.get(at..at + 6)? else { return None };
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    Some(match digits {
        [b'd' | b'D', b'8' | b'9' | b'a' | b'b' | b'A' | b'B', ..] => Surrogate::High,
        [b'd' | b'D', b'c'..=b'f' | b'C'..=b'F', ..] => Surrogate::Low,
        _ => Surrogate::None,
    })
}

#[cfg(test)]
mod tests {
    use super::text_end;

    #[test]
    fn pairs_are_characters_and_halves_are_left_to_others() {
        for (text, is_text) in [
            (r#""\u00e9""#, true),
            (r#""\ud83c\udf38""#, true),
            (r#""a\uD83C\uDF38b\n""#, true),
            (r#""\ud83c""#, false),
            (r#""\ud83cx\udf38""#, false),
            (r#""\udf38\ud83c""#, false),
            (r#""\udf38""#, false),
            (r#""\ud83c\ud83c""#, false),
            (r#""\ud83c\u0041""#, false),
            (r#""\ud83c\udf3""#, false),
            (r#""\u00g9""#, false),
            (r#""\ud7ff\ue000""#, true),
        ] {
            let end = text_end(text.as_bytes(), 0);
            assert_eq!(end, is_text.then_some(text.len()), "{text}");
            assert_eq!(end.is_some(), serde_json::from_str::<String>(text).is_ok(), "{text}");
        }
    }
}

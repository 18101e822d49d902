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

/// The end of an escape. Halves of surrogate pairs are left to others, also where they are whole pairs.
fn escape_end(text: &[u8], at: usize) -> Option<usize> {
    match byte(text, at + 1) {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(at + 2),
        b'u' => {
            let digits = text.get(at + 2..at + 6).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
            let surrogate = matches!(digits, [b'd' | b'D', b'8' | b'9' | b'a'..=b'f' | b'A'..=b'F', ..]);
            (!surrogate).then_some(at + 6)
        }
        _ => None,
    }
}

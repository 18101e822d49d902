//! The digits of integers, found in the text that they were read from.

/// Of the numbers with these places among all numbers of a JSON text, those that are written as integers, each with its
/// digits. The text must be JSON.
pub(super) fn of(places: Vec<(usize, String)>, text: &[u8]) -> Vec<(String, String)> {
    let mut numbers = numbers(text).enumerate();
    let found = places.into_iter().filter_map(|(place, pointer)| {
        let (_, number) = numbers.find(|(index, _)| *index == place)?;
        let is_integer = number.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-');
        let digits = std::str::from_utf8(number).ok().filter(|_| is_integer)?;
        Some((pointer, digits.to_owned()))
    });
    found.collect()
}

/// The numbers of a JSON text, as they are written.
fn numbers(mut text: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        loop {
            let first = text.first()?;
            let end = match first {
                b'"' => string(text),
                b'-' | b'0'..=b'9' => text.iter().position(|byte| !is_number(*byte)).unwrap_or(text.len()),
                _ => 1,
            };
            let (token, rest) = text.split_at_checked(end)?;
            text = rest;
            if matches!(first, b'-' | b'0'..=b'9') {
                return Some(token);
            }
        }
    })
}

fn is_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
}

/// The length of the string that a text begins with.
fn string(text: &[u8]) -> usize {
    let mut escaped = false;
    let inside = text.iter().skip(1).position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    inside.map_or(text.len(), |inside| inside + 2)
}

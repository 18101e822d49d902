//! Breaking the text of a JSON document, or nearly so: bytes, tokens, members. Unlike [`crate::mutation`] nobody knows
//! whether the result is right; the point is that two checkers must agree on it.

/// A source of chance that gives the same each time it starts with the same seed.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// Starts at a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below a limit; 0 where the limit is.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0).checked_rem(limit).unwrap_or(0)
    }

    /// An item of a list; nothing where it is empty.
    pub fn pick<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        list.get(self.below(list.len()))
    }
}

/// Values that checkers are asked about in hope of a wrong answer.
const VALUES: [&str; 54] = [
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "-1",
    "3.0",
    "1.5",
    "-0.5",
    "1e2",
    "1E-2",
    "1e400",
    "2147483647",
    "2147483648",
    "-2147483649",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "9007199254740993",
    "01",
    "1.",
    "0.0",
    "\"\"",
    "\"a\"",
    "\"\\u0041\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud800\"",
    "\"\\x\"",
    "\"ä€😀\"",
    "\"IMAGE\"",
    "\"image\"",
    "[]",
    "{}",
    "[null]",
    "[[]]",
    "{\"a\":1}",
    "{\"a\":1,\"a\":2}",
    "\"2024-02-29\"",
    "\"2023-02-29\"",
    "\"2024-02-29T23:59:60Z\"",
    "\"2016-12-31T23:59:60Z\"",
    "\"2024-02-29T12:00:00.000Z\"",
    "\"2023-02-29T12:00:00.000Z\"",
    "\"2024-02-29t12:00:00z\"",
    "\"2024-02-29T12:00:00+24:00\"",
    "\"123e4567-e89b-42d3-a456-426614174000\"",
    "\"123e4567-e89b-12d3-a456-42661417400g\"",
    "\"user@example.org\"",
    "\"a@b..c\"",
    "\"https://example.org/a?b#c\"",
    "\"http://a b\"",
    "\"#ff00FF\"",
    "\"123456\"",
];

/// Bytes that mean something in JSON, and some that never do.
const BYTES: &[u8] = b"\"\\{}[],:.-+eE019 \n\t\r\0\x1f\x7fnulltruefalse/\xc3\xff";

/// Changes a document in one to three places.
pub fn disturb(document: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut text = document.to_vec();
    for _ in 0..=chance.below(3) {
        once(&mut text, chance);
    }
    text
}

fn once(text: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(text.len() + 1);
    match chance.below(12) {
        0 => {
            if let (Some(byte), Some(new)) = (text.get_mut(at), chance.pick(BYTES)) {
                *byte = *new;
            }
        }
        1 => drop(text.drain(at..(at + 1 + chance.below(3)).min(text.len()))),
        2 | 3 => text.truncate(at.max(text.len().saturating_sub(4))),
        4 => text.insert(at, *chance.pick(b" \n\t\r").unwrap_or(&b' ')),
        5 => {
            if let Some(byte) = text.get_mut(at) {
                *byte ^= 1 << chance.below(8);
            }
        }
        6 => escape(text, at),
        _ => token(text, chance),
    }
}

/// Writes one letter of the text as an escape.
fn escape(text: &mut Vec<u8>, from: usize) {
    let letters = text.iter().enumerate().skip(from);
    let Some(at) = letters.filter(|(_, byte)| byte.is_ascii_alphabetic()).map(|(at, _)| at).next() else { return };
    let escaped = text.get(at).map(|letter| format!("\\u{letter:04x}")).unwrap_or_default();
    text.splice(at..=at, escaped.into_bytes());
}

/// Replaces, doubles, moves or takes out a value or a member.
fn token(text: &mut Vec<u8>, chance: &mut Chance) {
    let tokens = tokens(text);
    let Some(&(start, end)) = chance.pick(&tokens) else { return };
    let is_key = text.get(end) == Some(&b':');
    match chance.below(6) {
        0 if is_key => {
            let key = text.get(start..=end).unwrap_or_default().to_vec();
            let value = chance.pick(&VALUES).copied().unwrap_or_default();
            text.splice(start..start, key.into_iter().chain(value.bytes()).chain([b',']));
        }
        1 if is_key => {
            let stop = text.iter().skip(end).position(|byte| matches!(byte, b',' | b'}'));
            let stop = stop.map_or(text.len(), |length| end + length);
            let comma = usize::from(text.get(stop) == Some(&b','));
            text.drain(start..stop + comma);
        }
        2 => {
            let Some(&(other, stop)) = chance.pick(&tokens) else { return };
            let copy = text.get(other..stop).unwrap_or_default().to_vec();
            text.splice(start..end, copy);
        }
        3 => drop(text.splice(start..start, *b"\"x\":1,")),
        _ if is_key => {}
        _ => drop(text.splice(start..end, chance.pick(&VALUES).copied().unwrap_or_default().bytes())),
    }
}

/// Where texts, numbers and literals begin and end, roughly: escapes are not heeded.
fn tokens(text: &[u8]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let rest = text.get(at + 1..).unwrap_or_default();
        let length = match byte {
            b'"' => rest.iter().position(|byte| *byte == b'"').map_or(1, |length| length + 2),
            b'-' | b'0'..=b'9' | b'a'..=b'z' => {
                1 + rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')).count()
            }
            _ => {
                at += 1;
                continue;
            }
        };
        all.push((at, at + length));
        at += length;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same() {
        let document = br#"{"id":"a","n":[1,2.5,null]}"#;
        let run = |seed| {
            let mut chance = Chance::new(seed);
            (0..200).map(|_| disturb(document, &mut chance)).collect::<Vec<_>>()
        };
        assert_eq!(run(7), run(7));
        assert_ne!(run(7), run(8));
        let changed = run(7).into_iter().filter(|text| text != document).count();
        assert!(changed > 150, "{changed}");
    }
}

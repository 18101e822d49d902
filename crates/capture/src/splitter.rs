//! Finds the commas between the items of a list, and the bracket behind them, in bytes that come bit by bit.
//!
//! Only strings and depths are looked at. Whether an entry is JSON is seen by who reads it: what a parser takes lies
//! between the commas that are found here, and what it does not take is wrong before the cut.

use std::ops::Range;

use super::masks::{WIDTH, Words, odd};
use crate::cut::Cutter;

/// The bits at odd places.
const ODD: u64 = 0xaaaa_aaaa_aaaa_aaaa;

/// Stands behind the bracket that opens a list.
#[derive(Default)]
pub(crate) struct Splitter {
    /// Whether it stands in a string.
    quoted: bool,
    /// Whether the next byte is escaped.
    escaped: bool,
    /// How many brackets are open, without that of the list.
    depth: u64,
    /// Whether the list has ended.
    done: bool,
}

impl Cutter for Splitter {
    fn cut(&mut self, bytes: &[u8], from: usize, pieces: &mut Vec<Range<usize>>) -> Option<usize> {
        let mut start = 0;
        for (number, chunk) in bytes.get(from..).unwrap_or_default().chunks(WIDTH).enumerate() {
            let mut ends = self.step(chunk);
            while ends != 0 {
                let end = from + number * WIDTH + ends.trailing_zeros() as usize;
                pieces.push(start..end);
                start = end + 1;
                ends &= ends - 1;
            }
            if self.done {
                break;
            }
        }
        (start > 0).then_some(start)
    }

    fn end(&mut self, bytes: &[u8], pieces: &mut Vec<Range<usize>>) {
        // Something must be said of a list that does not end, also where nothing is left.
        pieces.push(0..bytes.len());
        self.done = true;
    }

    fn is_done(&self) -> bool {
        self.done
    }
}

impl Splitter {
    /// A bit for each place of up to 64 bytes at which an entry ends.
    fn step(&mut self, chunk: &[u8]) -> u64 {
        let words = Words::of(chunk);
        let quotes = words.places(b'"') & !self.escapes(&words, chunk.len());
        let inside = odd(quotes) ^ if self.quoted { u64::MAX } else { 0 };
        self.quoted = inside >> (WIDTH - 1) & 1 == 1;
        let plain = !inside;
        if plain == 0 {
            return 0;
        }
        // In ASCII the square brackets are the curly ones without a bit.
        let opening = words.places_of(b' ', b'{') & plain;
        let closing = words.places_of(b' ', b'}') & plain;
        let closed = u64::from(closing.count_ones());
        if self.depth > closed {
            self.depth = self.depth + u64::from(opening.count_ones()) - closed;
            return 0;
        }
        self.walk(opening, closing, words.places(b',') & plain)
    }

    /// Goes from bracket to bracket where the depth may be none.
    fn walk(&mut self, opening: u64, closing: u64, commas: u64) -> u64 {
        let mut ends = 0;
        let mut left = opening | closing | commas;
        while left != 0 {
            let place = left & left.wrapping_neg();
            left ^= place;
            if opening & place != 0 {
                self.depth += 1;
            } else if self.depth == 0 {
                ends |= place;
                if closing & place != 0 {
                    self.done = true;
                    break;
                }
            } else if closing & place != 0 {
                self.depth -= 1;
            }
        }
        ends
    }

    /// A bit for each place that a backslash escapes. In a row of backslashes every other one escapes.
    fn escapes(&mut self, words: &Words, length: usize) -> u64 {
        let slashes = words.places(b'\\');
        let first = u64::from(self.escaped);
        if slashes == 0 {
            self.escaped = false;
            return first;
        }
        let starts = slashes & !first;
        // Adding carries a bit through each row; whether a row begins at an odd place tells which of it escape.
        let ends = (starts << 1 | ODD).wrapping_sub(starts) ^ ODD;
        let escaping = ends & slashes;
        self.escaped = escaping >> (length.max(1) - 1) & 1 == 1;
        ends ^ (slashes | first)
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    /// The entries that are found when the text comes in such steps, and whether the list has ended.
    fn split(text: &str, step: usize) -> (Vec<&str>, bool) {
        let mut splitter = Splitter::default();
        let (mut pieces, mut known) = (Vec::new(), 0);
        while known < text.len() && !splitter.is_done() {
            let until = text.len().min(known + step);
            let mut found = Vec::new();
            splitter.cut(&text.as_bytes()[..until], known, &mut found);
            // The first piece begins where the last of the step before ended.
            for mut piece in found {
                let last = pieces.last().map_or(0, |last: &Range<usize>| last.end + 1);
                piece.start = piece.start.max(last);
                pieces.push(piece);
            }
            known = until;
        }
        (pieces.into_iter().map(|piece| &text[piece]).collect(), splitter.is_done())
    }

    #[test]
    fn entries_end_at_their_own_commas() {
        let table: &[(&str, &[&str], bool)] = &[
            (r#"{"a":1},{"b":2}]}"#, &[r#"{"a":1}"#, r#"{"b":2}"#], true),
            ("]", &[""], true),
            (" \n]", &[" \n"], true),
            (" {} ,\n{}\t] , {}", &[" {} ", "\n{}\t"], true),
            (r#"{"a":[1,{"b":[2,3]},4],"c":5},"#, &[r#"{"a":[1,{"b":[2,3]},4],"c":5}"#], false),
            (r#"{"a":"},]"},{"b":"[{"}]"#, &[r#"{"a":"},]"}"#, r#"{"b":"[{"}"#], true),
            (r#"{"a":"\"},"},{}]"#, &[r#"{"a":"\"},"}"#, "{}"], true),
            (r#"{"a":"\\"},{}]"#, &[r#"{"a":"\\"}"#, "{}"], true),
            (r#"{"a":"\\\"},]"},{}]"#, &[r#"{"a":"\\\"},]"}"#, "{}"], true),
            (r#"{"\u0022,":"\u005d"},1]"#, &[r#"{"\u0022,":"\u005d"}"#, "1"], true),
            (r#""a,b",true,[]]"#, &[r#""a,b""#, "true", "[]"], true),
            (r#"{"a":1"#, &[], false),
            (r#"{"a":",]}"#, &[], false),
            ("", &[], false),
            ("{]},{}]", &["{]"], true),
        ];
        for (text, pieces, done) in table {
            for step in [1, 2, 3, 7, 63, 64, 65, 1000] {
                assert_eq!(split(text, step), (pieces.to_vec(), *done), "{text} in steps of {step}");
            }
        }
    }

    /// The same, byte by byte, as RFC 8259 has it.
    fn slowly(text: &str) -> Vec<&str> {
        let (mut pieces, mut start, mut depth) = (Vec::new(), 0, 0);
        let (mut quoted, mut escaped) = (false, false);
        for (at, byte) in text.bytes().enumerate() {
            let plain = !escaped;
            escaped = plain && byte == b'\\';
            match byte {
                b'"' if plain => quoted = !quoted,
                _ if quoted => {}
                b'[' | b'{' => depth += 1,
                b',' | b']' | b'}' if depth == 0 => {
                    pieces.push(&text[start..at]);
                    start = at + 1;
                    if byte != b',' {
                        break;
                    }
                }
                b']' | b'}' => depth -= 1,
                _ => {}
            }
        }
        pieces
    }

    const MESS: &str = r#"[\[\]{},"\\a ]{0,5}|\PC{0,90}|\\{0,130}"#;

    proptest! {
        #[test]
        fn steps_and_words_change_nothing(pieces in vec(MESS, 0..30), step in 1_usize..200) {
            let text = pieces.concat();
            prop_assert_eq!(split(&text, step).0, slowly(&text));
        }
    }
}

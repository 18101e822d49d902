//! Strings, sixteen bytes at a time.

use std::borrow::Cow;

use json_runs::{WIDTH, run_end, stops};

use super::{Json, Unsure};

/// Longer than most strings with escapes.
const USUAL: usize = 2048;

impl<'t> Json<'t> {
    /// The string that begins here.
    pub(super) fn string(&mut self) -> Result<Cow<'t, str>, Unsure> {
        self.at += 1;
        let start = self.at;
        self.at = run_end(self.text.as_bytes(), start);
        if self.bytes().first() != Some(&b'"') {
            return self.escaped(start).map(Cow::Owned);
        }
        let text = self.text.get(start..self.at).ok_or(Unsure)?;
        self.at += 1;
        Ok(Cow::Borrowed(text))
    }

    /// The string that began at a place and is plain up to here.
    #[inline(never)]
    fn escaped(&mut self, start: usize) -> Result<String, Unsure> {
        let source = self.text.as_bytes().get(start..).unwrap_or_default();
        let mut unescaped = Unescaped::of(source, self.at - start);
        let end = unescaped.run(source)?;
        self.at = start + end + 1;
        String::from_utf8(unescaped.0).map_err(|_| Unsure)
    }
}

/// A string as it is meant.
struct Unescaped(Vec<u8>);

impl Unescaped {
    /// Takes the first bytes as they are.
    fn of(source: &[u8], plain: usize) -> Self {
        let mut text = Vec::with_capacity(source.len().min(plain + USUAL));
        text.extend_from_slice(source.get(..plain).unwrap_or_default());
        Self(text)
    }

    /// Reads on to the quote at the end, and says where that is.
    fn run(&mut self, source: &[u8]) -> Result<usize, Unsure> {
        let mut at = self.0.len();
        loop {
            if let Some(bytes) = source.get(at..).and_then(<[u8]>::first_chunk::<WIDTH>) {
                let count = stops(*bytes).trailing_zeros().min(16) as usize;
                // To take all and to give back what is too much is quicker than to take some.
                let length = self.0.len() + count;
                self.0.extend_from_slice(bytes);
                self.0.truncate(length);
                at += count;
                if count == WIDTH {
                    continue;
                }
            }
            match source.get(at..).unwrap_or_default() {
                // Nearly all: a body is JSON within JSON.
                [b'\\', b'"', ..] => {
                    self.0.push(b'"');
                    at += 2;
                }
                [b'\\', rest @ ..] => at += self.escape(rest)? + 1,
                [b'"', ..] => return Ok(at),
                [byte @ 0x20..=0xff, ..] => {
                    self.0.push(*byte);
                    at += 1;
                }
                _ => return Err(Unsure),
            }
        }
    }

    /// Reads what stands behind a backslash, and says how long that is.
    fn escape(&mut self, source: &[u8]) -> Result<usize, Unsure> {
        let byte = match *source.first().ok_or(Unsure)? {
            byte @ (b'"' | b'\\' | b'/') => byte,
            b'n' => b'\n',
            b't' => b'\t',
            b'r' => b'\r',
            b'b' => 0x08,
            b'f' => 0x0c,
            b'u' => return self.character(source.get(1..).unwrap_or_default()).map(|length| length + 1),
            _ => return Err(Unsure),
        };
        self.0.push(byte);
        Ok(1)
    }

    /// Reads four digits, and another escape where both are one character.
    fn character(&mut self, source: &[u8]) -> Result<usize, Unsure> {
        let first = unit(source)?;
        let (code, length) = match source.get(4..) {
            Some([b'\\', b'u', rest @ ..]) if (0xd800..0xdc00).contains(&first) => {
                let low = unit(rest)?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(Unsure)?;
                (0x10000 + ((first - 0xd800) << 10 | low), 10)
            }
            _ => (first, 4),
        };
        let character = char::from_u32(code).ok_or(Unsure)?;
        self.0.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        Ok(length)
    }
}

/// The number that four hexadecimal digits are.
fn unit(source: &[u8]) -> Result<u32, Unsure> {
    let digits = source.first_chunk::<4>().ok_or(Unsure)?;
    digits.iter().try_fold(0, |number, digit| Some(number << 4 | char::from(*digit).to_digit(16)?)).ok_or(Unsure)
}

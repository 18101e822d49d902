//! Strings, sixteen bytes at a time.

use std::borrow::Cow;

use super::{Json, Unsure};

/// Longer than most strings with escapes that are not bodies.
const USUAL: usize = 128;

/// How many bytes one step writes at most: as many as it looks at, or a character.
const ROOM: usize = 16;

impl<'t> Json<'t> {
    /// The string that begins here.
    pub(super) fn string(&mut self) -> Result<Cow<'t, str>, Unsure> {
        self.at += 1;
        let start = self.at;
        self.at = plan::run_end(self.text.as_bytes(), start);
        let plain = self.at - start;
        if self.bytes().first() == Some(&b'"') {
            let text = self.text.get(start..self.at).ok_or(Unsure)?;
            self.at += 1;
            return Ok(Cow::Borrowed(text));
        }
        let source = self.text.as_bytes().get(start..).unwrap_or_default();
        let mut unescaped = Unescaped::of(source, plain);
        let end = unescaped.run(source)?;
        self.at = start + end + 1;
        unescaped.text.truncate(unescaped.length);
        String::from_utf8(unescaped.text).map(Cow::Owned).map_err(|_| Unsure)
    }
}

/// A string as it is meant.
struct Unescaped {
    /// Longer than the string, so that sixteen bytes can be written at once.
    text: Vec<u8>,
    length: usize,
}

impl Unescaped {
    /// Takes the first bytes as they are.
    fn of(source: &[u8], plain: usize) -> Self {
        let mut text = vec![0; plain + USUAL];
        if let (Some(into), Some(from)) = (text.get_mut(..plain), source.get(..plain)) {
            into.copy_from_slice(from);
        }
        Self { text, length: plain }
    }

    /// Reads on to the quote at the end, and says where that is.
    fn run(&mut self, source: &[u8]) -> Result<usize, Unsure> {
        let mut at = self.length;
        loop {
            if self.length + ROOM > self.text.len() {
                // It is never longer than it is written.
                self.text.resize((4 * self.text.len()).min(source.len() + ROOM), 0);
            }
            if let Some(bytes) = source.get(at..).and_then(<[u8]>::first_chunk::<ROOM>) {
                let count = plan::stops(*bytes).trailing_zeros().min(16) as usize;
                // What follows the special byte is written over.
                if let Some(into) = self.text.get_mut(self.length..).and_then(<[u8]>::first_chunk_mut::<ROOM>) {
                    *into = *bytes;
                }
                at += count;
                self.length += count;
                if count == ROOM {
                    continue;
                }
            }
            match *source.get(at).ok_or(Unsure)? {
                b'"' => return Ok(at),
                b'\\' => at += self.escape(source.get(at + 1..).unwrap_or_default())? + 1,
                0..0x20 => return Err(Unsure),
                byte => {
                    self.push(byte);
                    at += 1;
                }
            }
        }
    }

    fn push(&mut self, byte: u8) {
        if let Some(into) = self.text.get_mut(self.length) {
            *into = byte;
            self.length += 1;
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
        self.push(byte);
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
        character.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.push(byte));
        Ok(length)
    }
}

/// The number that four hexadecimal digits are.
fn unit(source: &[u8]) -> Result<u32, Unsure> {
    let digits = source.first_chunk::<4>().ok_or(Unsure)?;
    digits.iter().try_fold(0, |number, digit| Some(number << 4 | char::from(*digit).to_digit(16)?)).ok_or(Unsure)
}

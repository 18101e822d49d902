//! A source while it is read: what was looked at and is not used yet, and how far it was used.

use super::error::Fault;
use super::options::Limits;
use super::position::TextPosition;
use super::unpack::Unpacked;

/// How many bytes are read at once for who wants a few.
const READ_SIZE: usize = 8 * 1024;

/// What stands before a text that is not plain UTF-8: UTF-8 with a byte order mark, and UTF-16.
const BYTE_ORDER_MARKS: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];

/// A source that is being read.
pub(crate) struct PeekReader<'s> {
    input: Unpacked<'s>,
    limits: Limits,
    /// What was read and not used yet begins at `start`.
    ahead: Vec<u8>,
    start: usize,
    /// How many bytes from `start` on are known to be text.
    checked: usize,
    /// The end of what was used.
    used: TextPosition,
    ended: bool,
}

impl<'s> PeekReader<'s> {
    pub(crate) fn new(input: Unpacked<'s>, limits: Limits) -> Self {
        Self { input, limits, ahead: Vec::new(), start: 0, checked: 0, used: TextPosition::default(), ended: false }
    }

    /// The end of what was used.
    pub(crate) fn used(&self) -> TextPosition {
        self.used
    }

    /// Whether nothing is left to be read; something may be left to be used.
    pub(crate) fn ended(&self) -> bool {
        self.ended
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// What comes next, at least so many bytes of it unless there are fewer.
    pub(crate) fn peek(&mut self, want: usize) -> Result<&[u8], Fault> {
        let held = self.left().len();
        if held < want {
            self.read(want - held)?;
        }
        Ok(self.left())
    }

    /// All that is left. Fails where that is beyond the limit.
    fn whole(&mut self) -> Result<&[u8], Fault> {
        let most = self.limits.max_bytes;
        let bytes = self.peek(usize::try_from(most.saturating_add(1)).unwrap_or(usize::MAX))?;
        if bytes.len() as u64 > most { Err(Fault::TooLarge(most)) } else { Ok(bytes) }
    }

    /// The same as text, which is not empty.
    pub(crate) fn whole_text(&mut self) -> Result<&str, Fault> {
        let text = std::str::from_utf8(self.whole()?).map_err(|error| Fault::Encoding(error.valid_up_to()))?;
        if text.trim_ascii_start().is_empty() { Err(Fault::Empty) } else { Ok(text) }
    }

    /// Fails where the source, of which nothing was used yet, begins with a byte order mark.
    pub(crate) fn check_unmarked(&mut self) -> Result<(), Fault> {
        let first = self.peek(BYTE_ORDER_MARKS.into_iter().map(<[u8]>::len).max().unwrap_or_default())?;
        if BYTE_ORDER_MARKS.into_iter().any(|mark| first.starts_with(mark)) {
            Err(Fault::ByteOrderMark)
        } else {
            Ok(())
        }
    }

    /// Hands out what was read, for use; what is not used is given back.
    pub(crate) fn take(&mut self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(self.left());
        self.ahead.clear();
        (self.start, self.checked) = (0, 0);
    }

    /// Reads so many bytes more to what was taken.
    pub(crate) fn more(&mut self, bytes: &mut Vec<u8>, want: usize) -> Result<(), Fault> {
        self.ended = self.ended || self.input.append(bytes, want)? < want;
        Ok(())
    }

    /// Gives back what of the taken was not used.
    pub(crate) fn give_back(&mut self, used: &[u8], left: &[u8]) {
        self.used = self.used.after(used);
        self.ahead.extend_from_slice(left);
    }

    /// Hands out a few bytes that are text, none at the end.
    pub(crate) fn text(&mut self, out: &mut [u8]) -> Result<usize, Fault> {
        while self.checked == 0 && !(self.ended && self.left().is_empty()) {
            self.check()?;
        }
        let given = self.left().get(..self.checked.min(out.len())).unwrap_or_default();
        let count = given.len();
        if let Some(out) = out.get_mut(..count) {
            out.copy_from_slice(given);
        }
        self.used = self.used.after(given);
        self.start += count;
        self.checked -= count;
        Ok(count)
    }

    /// Looks how far what was read is text, and reads more where that is nowhere.
    fn check(&mut self) -> Result<(), Fault> {
        match std::str::from_utf8(self.left()) {
            Ok("") => self.read(READ_SIZE),
            Ok(text) => {
                self.checked = text.len();
                Ok(())
            }
            Err(error) if error.valid_up_to() > 0 => {
                self.checked = error.valid_up_to();
                Ok(())
            }
            // A character may be cut by the end of what was read.
            Err(error) if error.error_len().is_none() && !self.ended => self.read(READ_SIZE),
            Err(_) => Err(Fault::Encoding(self.used.offset)),
        }
    }

    fn left(&self) -> &[u8] {
        self.ahead.get(self.start..).unwrap_or_default()
    }

    fn read(&mut self, want: usize) -> Result<(), Fault> {
        self.ahead.drain(..self.start);
        self.start = 0;
        self.ended = self.ended || self.input.append(&mut self.ahead, want)? < want;
        Ok(())
    }
}

//! A source while it is read: what was looked at and is not used yet, and how far it was used.

use super::Limits;
use super::error::Fault;
use super::unpack::Unpacked;

/// How many bytes are read at once for who wants a few.
const SIP: usize = 8 * 1024;

/// How many bytes tell whether there is a byte order mark.
pub(crate) const UNMARKED: usize = 3;

/// A source that is being read.
pub(crate) struct Feed<'s> {
    input: Unpacked<'s>,
    limits: Limits,
    /// What was read and not used yet begins at `start`.
    ahead: Vec<u8>,
    start: usize,
    /// How many bytes from `start` on are known to be text.
    checked: usize,
    /// The end of what was used.
    used: Mark,
    ended: bool,
}

/// A place in a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// How many bytes stand before it.
    pub(crate) offset: usize,
    /// How many line feeds stand before it.
    pub(crate) lines: u64,
    /// How many bytes stand between the last of them and it.
    pub(crate) column: u64,
}

impl Mark {
    /// The place behind so much more.
    pub(crate) fn beyond(self, bytes: &[u8]) -> Self {
        let offset = self.offset + bytes.len();
        match memchr::memrchr(b'\n', bytes) {
            None => Self { offset, column: self.column + bytes.len() as u64, ..self },
            Some(last) => {
                let lines = self.lines + memchr::memchr_iter(b'\n', bytes).count() as u64;
                Self { offset, lines, column: (bytes.len() - last - 1) as u64 }
            }
        }
    }
}

impl<'s> Feed<'s> {
    pub(crate) fn new(input: Unpacked<'s>, limits: Limits) -> Self {
        Self { input, limits, ahead: Vec::new(), start: 0, checked: 0, used: Mark::default(), ended: false }
    }

    /// The end of what was used.
    pub(crate) fn used(&self) -> Mark {
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
    pub(crate) fn look(&mut self, want: usize) -> Result<&[u8], Fault> {
        let held = self.left().len();
        if held < want {
            self.read(want - held)?;
        }
        Ok(self.left())
    }

    /// All that is left. Fails where that is beyond the limit.
    pub(crate) fn whole(&mut self) -> Result<&[u8], Fault> {
        let most = self.limits.max_bytes;
        let bytes = self.look(usize::try_from(most.saturating_add(1)).unwrap_or(usize::MAX))?;
        if bytes.len() as u64 > most { Err(Fault::TooLarge(most)) } else { Ok(bytes) }
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
        self.used = self.used.beyond(used);
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
        self.used = self.used.beyond(given);
        self.start += count;
        self.checked -= count;
        Ok(count)
    }

    /// Looks how far what was read is text, and reads more where that is nowhere.
    fn check(&mut self) -> Result<(), Fault> {
        match std::str::from_utf8(self.left()) {
            Ok("") => self.read(SIP),
            Ok(text) => {
                self.checked = text.len();
                Ok(())
            }
            Err(error) if error.valid_up_to() > 0 => {
                self.checked = error.valid_up_to();
                Ok(())
            }
            // A character may be cut by the end of what was read.
            Err(error) if error.error_len().is_none() && !self.ended => self.read(SIP),
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

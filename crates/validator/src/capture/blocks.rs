//! Text in blocks that end where lines end, so that a source of any length needs the memory of a few blocks.

use super::Limits;
use super::error::Fault;
use super::unpack::Unpacked;

/// How long a block is, in bytes, unless one line is longer.
const BLOCK: usize = 256 * 1024;

/// A source, read block by block.
pub(crate) struct Blocks<'s> {
    input: Unpacked<'s>,
    limits: Limits,
    /// The beginning of a line whose end was not read yet.
    rest: Vec<u8>,
    /// How many bytes were handed out.
    offset: usize,
    ended: bool,
}

/// Whole lines.
#[derive(Default)]
pub(crate) struct Block {
    bytes: Vec<u8>,
    /// How many bytes of the source stand before it.
    offset: usize,
}

impl<'s> Blocks<'s> {
    pub(crate) fn new(input: Unpacked<'s>, limits: Limits) -> Self {
        Self { input, limits, rest: Vec::new(), offset: 0, ended: false }
    }

    /// Reads the next lines into a block, whose old content is forgotten; false at the end.
    pub(crate) fn next(&mut self, block: &mut Block) -> Result<bool, Fault> {
        let bytes = &mut block.bytes;
        bytes.clear();
        bytes.append(&mut self.rest);
        block.offset = self.offset;
        let mut searched = 0;
        while !self.ended {
            let want = BLOCK.max(bytes.len().saturating_mul(2)) - bytes.len();
            let read = self.input.append(bytes, want)?;
            self.ended = read < want;
            let end = bytes.get(searched..).and_then(|new| memchr::memrchr(b'\n', new)).map(|at| searched + at + 1);
            if let Some(end) = end.filter(|_| !self.ended) {
                self.rest.extend_from_slice(bytes.get(end..).unwrap_or_default());
                bytes.truncate(end);
                break;
            }
            searched = bytes.len();
            if searched as u64 > self.limits.max_bytes {
                return Err(Fault::TooLarge(self.limits.max_bytes));
            }
        }
        if self.offset == 0 {
            super::unmarked(bytes)?;
        }
        self.offset += bytes.len();
        Ok(!bytes.is_empty())
    }
}

impl Block {
    /// The lines as text.
    pub(crate) fn text(&self) -> Result<&str, Fault> {
        if let Some(text) = plan::utf8(&self.bytes) {
            return Ok(text);
        }
        std::str::from_utf8(&self.bytes).map_err(|error| Fault::Encoding(self.offset + error.valid_up_to()))
    }
}

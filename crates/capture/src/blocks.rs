//! A source in blocks of whole items, so that one of any length needs the memory of a few blocks.

use std::ops::Range;

use super::cut::Cutter;
use super::error::Fault;
use super::peek::PeekReader;
use super::position::TextPosition;

/// How long a block is, in bytes, unless one item is longer.
pub(crate) const BLOCK: usize = 256 * 1024;

/// By which part of itself a block grows as long as no item ends in it.
const GROWTH: usize = 4;

/// From which length on, in bytes, a block counts as long: there is no other one beside it.
const LONG: usize = 16 * BLOCK;

/// A source, read block by block.
pub(crate) struct Blocks<'r, 's> {
    reader: &'r mut PeekReader<'s>,
    cutter: Box<dyn Cutter>,
    /// How long a block is.
    length: usize,
    /// How many bytes of what comes next the cutter knows.
    known: usize,
    /// How many pieces were handed out.
    pieces: usize,
}

/// Whole items.
#[derive(Default)]
pub(crate) struct Block {
    bytes: Vec<u8>,
    pieces: Vec<Range<usize>>,
    /// Where it begins in the source.
    start: TextPosition,
    /// How many pieces stand before it.
    first: usize,
}

impl<'r, 's> Blocks<'r, 's> {
    pub(crate) fn new(reader: &'r mut PeekReader<'s>, cutter: Box<dyn Cutter>, length: usize) -> Self {
        Self { reader, cutter, length, known: 0, pieces: 0 }
    }

    /// Reads the next items into a block, whose old content is forgotten; false at the end.
    pub(crate) fn next(&mut self, block: &mut Block) -> Result<bool, Fault> {
        block.bytes.clear();
        block.pieces.clear();
        (block.start, block.first) = (self.reader.used(), self.pieces);
        if self.cutter.is_done() {
            return Ok(false);
        }
        self.reader.take(&mut block.bytes);
        let end = self.fill(block)?;
        // The bracket that closes a list is for whoever reads what is around it.
        let used = if self.cutter.is_done() { end.saturating_sub(1) } else { end };
        let (before, after) = block.bytes.split_at_checked(used).unwrap_or((&block.bytes, &[]));
        self.reader.give_back(before, after);
        self.known = after.len();
        block.bytes.truncate(end);
        self.pieces += block.pieces.len();
        Ok(end > 0 || !block.pieces.is_empty())
    }

    /// Reads until an item has ended; says where the last one does.
    fn fill(&mut self, block: &mut Block) -> Result<usize, Fault> {
        let bytes = &mut block.bytes;
        let most = self.reader.limits().max_bytes;
        loop {
            let end = self.cutter.cut(bytes, self.known, &mut block.pieces);
            self.known = bytes.len();
            if let Some(end) = end {
                return Ok(end);
            }
            if bytes.len() as u64 > most {
                return Err(Fault::TooLarge(most));
            }
            if self.reader.ended() {
                self.cutter.end(bytes, &mut block.pieces);
                return Ok(bytes.len());
            }
            // What is read beyond a long item is held twice for a while. One byte more than an item may hold must do.
            let left = usize::try_from(most.saturating_add(1)).unwrap_or(usize::MAX) - bytes.len();
            let want = self.length.saturating_sub(bytes.len()).max(bytes.len() / GROWTH).clamp(1, left);
            self.reader.more(bytes, want)?;
        }
    }
}

impl Block {
    /// Whether there is so much in it that others must wait.
    pub(crate) fn is_long(&self) -> bool {
        self.bytes.len() > LONG
    }

    /// The items as text.
    pub(crate) fn text(&self) -> Result<&str, Fault> {
        match self.valid() {
            (text, None) => Ok(text),
            (_, Some(fault)) => Err(fault),
        }
    }

    /// As much of it as is text, and what is wrong with the rest.
    pub(crate) fn valid(&self) -> (&str, Option<Fault>) {
        if let Ok(text) = simdutf8::basic::from_utf8(&self.bytes) {
            return (text, None);
        }
        let text = self.bytes.utf8_chunks().next().map(|chunk| chunk.valid()).unwrap_or_default();
        (text, Some(Fault::Encoding(self.start.offset + text.len())))
    }

    /// Some of its bytes.
    pub(crate) fn bytes(&self, range: Range<usize>) -> &[u8] {
        self.bytes.get(range).unwrap_or_default()
    }

    /// Where the line that begins at a place ends, without its line feed.
    pub(crate) fn line_end(&self, start: usize) -> usize {
        let rest = self.bytes.get(start..).unwrap_or_default();
        start + memchr::memchr(b'\n', rest).unwrap_or(rest.len())
    }

    /// Where the pieces are.
    pub(crate) fn pieces(&self) -> &[Range<usize>] {
        &self.pieces
    }

    /// Where it begins in the source.
    pub(crate) fn start(&self) -> TextPosition {
        self.start
    }

    /// How many pieces stand before it.
    pub(crate) fn first(&self) -> usize {
        self.first
    }
}

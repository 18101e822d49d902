//! NDJSON of bare bodies: one JSON value a line, blank lines skipped. Read in blocks, on one thread or on several.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::blocks::{BLOCK, Block, Blocks};
use super::crew::{self, Hand};
use super::cut::Borders;
use super::error::{CaptureError, Fault};
use super::feed::{Feed, UNMARKED};
use super::{Captures, body};
use crate::exchange::{BareBody, Item, Place};

/// Looks through the lines of a block, and says which of them are to be handed out.
pub trait Sieve: Send {
    /// What it found in `text`, which ends where a line ends.
    fn sift(&mut self, text: &str) -> Sifted;
}

/// What was found in a block.
#[derive(Debug, Default)]
pub struct Sifted {
    /// Lines, blank ones included.
    pub lines: u64,
    /// Lines that are not blank.
    pub bodies: usize,
    /// Lines that are right and have nothing to be handed out for.
    pub right: u64,
    /// Members in those that the contract calls deprecated.
    pub deprecated: u64,
    /// The lines to be handed out.
    pub left: Vec<Left>,
}

/// A line that is handed out, by its place in the block.
#[derive(Debug, Clone, Copy)]
pub struct Left {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, without its line feed.
    pub end: usize,
    /// How many lines stand before it.
    pub lines: u64,
    /// How many of those are not blank.
    pub bodies: usize,
}

/// What the caller of [`Captures::sift`] gets, in the order of the source.
pub enum Sieved<'s> {
    /// So many lines are right, with so many deprecated members.
    Right(u64, u64),
    /// A line to be looked at.
    Left(&'s Item),
}

/// Hands out every line.
pub(super) struct Everything;

impl Sieve for Everything {
    fn sift(&mut self, text: &str) -> Sifted {
        let mut sifted = Sifted::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            sifted.leave(line.trim_end_matches('\n'), start);
            start += line.len();
        }
        sifted
    }
}

impl Sifted {
    /// Leaves a line, that begins at a place of the block, to be handed out unless it is blank.
    pub fn leave(&mut self, line: &str, start: usize) {
        if !line.trim_ascii().is_empty() {
            let (lines, bodies) = (self.lines, self.bodies);
            self.left.push(Left { start, end: start + line.len(), lines, bodies });
            self.bodies += 1;
        }
        self.lines += 1;
    }

    /// Counts a line that is right.
    pub fn pass(&mut self, deprecated: u64) {
        self.lines += 1;
        self.bodies += 1;
        self.right += 1;
        self.deprecated += deprecated;
    }
}

impl Captures {
    /// Sifts NDJSON of bare bodies with one thread for each sieve, and hands what is left to `take`, source after source
    /// and line after line, until it breaks. Fails at the first line that is no JSON; those before it have then been
    /// handed out.
    pub fn sift<S: Sieve>(
        &self,
        sieves: &mut [S],
        mut take: impl FnMut(Sieved<'_>) -> ControlFlow<()>,
    ) -> Result<(), CaptureError> {
        for source in &self.sources {
            let name = source.name();
            let fail = |fault| CaptureError::new(&name, fault);
            let mut feed = Feed::new(source.unpacked().map_err(fail)?, self.options.limits);
            super::unmarked(feed.look(UNMARKED).map_err(fail)?).map_err(fail)?;
            let blocks = Blocks::new(&mut feed, Box::new(Borders), BLOCK);
            let mut hands: Vec<Sifter<'_, S>> = sieves.iter_mut().map(Sifter).collect();
            let mut order = Order { source: &name, lines: 0, bodies: 0, take: &mut take };
            let flow = crew::work(blocks, &mut hands, &mut |block, sifted| order.take(block, &sifted)).map_err(fail)?;
            if order.bodies == 0 && flow.is_continue() {
                return Err(fail(Fault::Empty));
            }
            if flow.is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// Sifts blocks.
struct Sifter<'h, S>(&'h mut S);

impl<S: Sieve> Hand for Sifter<'_, S> {
    type Found = Sifted;

    fn look(&mut self, block: &Block) -> Result<Sifted, Fault> {
        Ok(self.0.sift(block.text()?))
    }
}

/// What was taken of a source so far.
struct Order<'o> {
    source: &'o Arc<str>,
    lines: u64,
    bodies: usize,
    take: &'o mut dyn FnMut(Sieved<'_>) -> ControlFlow<()>,
}

impl Order<'_> {
    /// Takes what was found in the next block.
    fn take(&mut self, block: &Block, sifted: &Sifted) -> Result<ControlFlow<()>, Fault> {
        if sifted.right > 0 && (self.take)(Sieved::Right(sifted.right, sifted.deprecated)).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        let text = if sifted.left.is_empty() { "" } else { block.text()? };
        for left in &sifted.left {
            let line = text.get(left.start..left.end).unwrap_or_default();
            let number = self.lines + left.lines + 1;
            body::skimmed(line, Some(number), "each line must be one JSON value")?;
            let place = Place { source: Arc::clone(self.source), entry: self.bodies + left.bodies, line: Some(number) };
            let item = Item::Body(BareBody { place, bytes: line.as_bytes().to_vec() });
            if (self.take)(Sieved::Left(&item)).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        self.lines += sifted.lines;
        self.bodies += sifted.bodies;
        Ok(ControlFlow::Continue(()))
    }
}

//! NDJSON of bare bodies: one JSON value a line, blank lines skipped. Read in blocks, on one thread or on several.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::bare_body;
use super::block_worker::{self, BlockWorker};
use super::blocks::{BLOCK, Block, Blocks};
use super::cut::Borders;
use super::error::Fault;
use super::exchange::{BareBody, Item, ItemLocation};
use super::input::Input;
use super::position::TextPosition;

/// Looks through the lines of blocks, and tells of those of which it knows enough that nobody need look at them.
pub trait LineFilter: Send {
    /// What it knows of such lines.
    type Filtered: Merge;

    /// A block is next.
    fn begin(&mut self, block: BlockStart<'_>) {
        let _ = block;
    }

    /// What it knows of the line that begins at a place of the block, and where the next line begins. Of a line that is
    /// blank or no JSON it must know nothing.
    fn line(&mut self, text: &str, at: usize) -> (Option<Self::Filtered>, usize);
}

/// What is known of one line, or of several that stand together.
pub trait Merge: Send {
    /// Takes in what is known of the line after them; false where that must be told by itself.
    fn merge(&mut self, next: &mut Self) -> bool;
}

/// Where a block begins, and how long it is.
#[derive(Clone, Copy, Debug)]
pub struct BlockStart<'b> {
    /// The name of its source.
    pub source: &'b Arc<str>,
    /// How many lines of its source stand before it.
    pub lines: u64,
    /// How many bytes of its source stand before it.
    pub before: usize,
    /// How many bytes it is long.
    pub length: usize,
}

/// What the caller of [`crate::Captures::scan_lines`] gets, in the order of the source.
pub enum LineOutcome<'s, K> {
    /// What is known of some lines.
    Filtered(K, Run<'s>),
    /// A line to be looked at.
    Left(&'s Item),
}

/// Lines that stand together, with no blank line between them.
pub struct Run<'s> {
    /// How many they are.
    pub count: u64,
    /// Where the first is.
    pub place: ItemLocation,
    block: &'s Block,
    first: Span,
}

impl Run<'_> {
    /// The first of them.
    pub fn first(&self) -> BareBody {
        BareBody { place: self.place.clone(), bytes: self.block.bytes(self.first.start..self.first.end).to_vec() }
    }
}

/// Knows nothing of any line, so that each is handed out.
pub(super) struct NoFilter;

impl LineFilter for NoFilter {
    type Filtered = ();

    fn line(&mut self, text: &str, at: usize) -> (Option<()>, usize) {
        (None, line_end(text, at))
    }
}

/// Where the line behind the one that begins at a place begins.
pub fn line_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    memchr::memchr(b'\n', rest).map_or(text.len(), |length| at + length + 1)
}

impl Merge for () {
    fn merge(&mut self, (): &mut ()) -> bool {
        true
    }
}

/// A line by its place in a block.
#[derive(Debug, Clone, Copy)]
struct Span {
    /// Where it begins, in bytes.
    start: usize,
    /// Where it ends, without its line feed.
    end: usize,
    /// How many lines stand before it.
    lines: u64,
    /// How many of those are not blank.
    bodies: u64,
}

/// What was found in a block.
struct ScannedLines<K> {
    /// Lines, blank ones included.
    lines: u64,
    /// Lines that are not blank.
    bodies: u64,
    /// Lines that stand together of which the same is known, or of which nothing is.
    runs: Vec<Piece<K>>,
}

struct Piece<K> {
    first: Span,
    count: u64,
    known: Option<K>,
}

impl<K: Merge> ScannedLines<K> {
    /// Adds a line, unless it is blank.
    fn add(&mut self, mut known: Option<K>, text: &str, start: usize, next: usize) {
        let line = text.get(start..next).unwrap_or_default();
        let line = line.strip_suffix('\n').unwrap_or(line);
        if known.is_some() || !line.trim_ascii().is_empty() {
            if !self.joins(known.as_mut()) {
                let first = Span { start, end: start + line.len(), lines: self.lines, bodies: self.bodies };
                self.runs.push(Piece { first, count: 1, known });
            }
            self.bodies += 1;
        }
        self.lines += 1;
    }

    /// Whether the next line goes with those right before it.
    fn joins(&mut self, next: Option<&mut K>) -> bool {
        let Some(Piece { first, count, known }) = self.runs.last_mut() else { return false };
        // A blank line stands between them.
        if first.lines + *count != self.lines {
            return false;
        }
        let joins = match (known, next) {
            (Some(known), Some(next)) => known.merge(next),
            (known, next) => known.is_none() && next.is_none(),
        };
        *count += u64::from(joins);
        joins
    }
}

/// Scans one source.
pub(crate) fn scan<S: LineFilter>(
    Input { name, reader, .. }: Input<'_, '_>,
    filters: &mut [S],
    take: &mut dyn FnMut(LineOutcome<'_, S::Filtered>) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, Fault> {
    let blocks = Blocks::new(reader, Box::new(Borders), BLOCK);
    let worker = |filter| FilterWorker { source: name, filter };
    let mut workers: Vec<FilterWorker<'_, S>> = filters.iter_mut().map(worker).collect();
    let mut order = Order { source: name, lines: 0, bodies: 0, take };
    let flow = block_worker::scan(blocks, &mut workers, &mut |block, scanned| order.take(block, scanned))?;
    if order.bodies == 0 && flow.is_continue() { Err(Fault::Empty) } else { Ok(flow) }
}

/// Scans blocks with a filter.
struct FilterWorker<'h, S> {
    source: &'h Arc<str>,
    filter: &'h mut S,
}

impl<S: LineFilter> BlockWorker for FilterWorker<'_, S> {
    type Found = ScannedLines<S::Filtered>;

    fn look(&mut self, block: &Block) -> Result<Self::Found, Fault> {
        let text = block.text()?;
        let mut scanned = ScannedLines { lines: 0, bodies: 0, runs: Vec::new() };
        let TextPosition { offset: before, lines, .. } = block.start();
        self.filter.begin(BlockStart { source: self.source, lines, before, length: text.len() });
        let mut start = 0;
        while start < text.len() {
            let (known, next) = self.filter.line(text, start);
            scanned.add(known, text, start, next);
            start = next;
        }
        // Lines may be as short as two bytes, and blocks wait for each other.
        scanned.runs.shrink_to_fit();
        Ok(scanned)
    }
}

/// What was taken of a source so far.
struct Order<'o, K> {
    source: &'o Arc<str>,
    lines: u64,
    bodies: u64,
    take: &'o mut dyn FnMut(LineOutcome<'_, K>) -> ControlFlow<()>,
}

impl<K> Order<'_, K> {
    /// Takes what was found in the next block.
    fn take(&mut self, block: &Block, scanned: ScannedLines<K>) -> Result<ControlFlow<()>, Fault> {
        for Piece { first, count, known } in scanned.runs {
            let flow = match known {
                Some(known) => {
                    let place = self.place(first);
                    (self.take)(LineOutcome::Filtered(known, Run { count, place, block, first }))
                }
                None => self.left(block, first, count)?,
            };
            if flow.is_break() {
                return Ok(flow);
            }
        }
        self.lines += scanned.lines;
        self.bodies += scanned.bodies;
        Ok(ControlFlow::Continue(()))
    }

    /// Hands out so many lines of which nothing is known.
    fn left(&mut self, block: &Block, mut line: Span, count: u64) -> Result<ControlFlow<()>, Fault> {
        for _ in 0..count {
            let (place, bytes) = (self.place(line), block.bytes(line.start..line.end));
            bare_body::skimmed(bytes, place.line, "each line must be one JSON value")?;
            let flow = (self.take)(LineOutcome::Left(&Item::Body(BareBody { place, bytes: bytes.to_vec() })));
            if flow.is_break() {
                return Ok(flow);
            }
            let start = line.end + 1;
            line = Span { start, end: block.line_end(start), lines: line.lines + 1, bodies: line.bodies + 1 };
        }
        Ok(ControlFlow::Continue(()))
    }

    fn place(&self, line: Span) -> ItemLocation {
        ItemLocation {
            source: Arc::clone(self.source),
            entry: usize::try_from(self.bodies + line.bodies).unwrap_or(usize::MAX),
            line: Some(self.lines + line.lines + 1),
        }
    }
}

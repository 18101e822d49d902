//! NDJSON of bare bodies: one JSON value a line, blank lines skipped. Read in blocks, on one thread or on several.
//!
//! Threads take turns at reading; each looks through its blocks by itself. What they find is taken in the order of the
//! source by the thread that asked, so nothing about it depends on how many there are. There are few blocks, and who has
//! none waits, so that memory does not grow with the source.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::blocks::{Block, Blocks};
use super::error::{CaptureError, Fault};
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
            let blocks = Blocks::new(source.unpacked().map_err(fail)?, self.options.limits);
            let mut order = Order { source: &name, lines: 0, bodies: 0, take: &mut take };
            let flow = match &mut *sieves {
                [] => continue,
                [sieve] => alone(blocks, sieve, &mut order)?,
                several => together(blocks, several, &mut order)?,
            };
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

/// What was taken of a source so far.
struct Order<'o> {
    source: &'o Arc<str>,
    lines: u64,
    bodies: usize,
    take: &'o mut dyn FnMut(Sieved<'_>) -> ControlFlow<()>,
}

impl Order<'_> {
    fn fault(&self, fault: Fault) -> CaptureError {
        CaptureError::new(self.source, fault)
    }

    /// Takes what was found in the next block.
    fn take(&mut self, block: &Block, sifted: &Sifted) -> Result<ControlFlow<()>, CaptureError> {
        if sifted.right > 0 && (self.take)(Sieved::Right(sifted.right, sifted.deprecated)).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        for left in &sifted.left {
            let text = block.text().map_err(|fault| self.fault(fault))?;
            let line = text.get(left.start..left.end).unwrap_or_default();
            let number = self.lines + left.lines + 1;
            body::skimmed(self.source, line, Some(number), "each line must be one JSON value")?;
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

fn alone<S: Sieve>(
    mut blocks: Blocks<'_>,
    sieve: &mut S,
    order: &mut Order<'_>,
) -> Result<ControlFlow<()>, CaptureError> {
    let mut block = Block::default();
    while blocks.next(&mut block).map_err(|fault| order.fault(fault))? {
        let sifted = sieve.sift(block.text().map_err(|fault| order.fault(fault))?);
        if order.take(&block, &sifted)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// A block with its number and what was found in it.
type Done = (u64, Block, Result<Sifted, Fault>);

fn together<S: Sieve>(
    blocks: Blocks<'_>,
    sieves: &mut [S],
    order: &mut Order<'_>,
) -> Result<ControlFlow<()>, CaptureError> {
    let (done, results) = channel::<Done>();
    // Two for each thread: one is sifted while the other waits to be taken.
    let (free, blanks) = sync_channel(2 * sieves.len());
    (0..2 * sieves.len()).for_each(|_| drop(free.send(Block::default())));
    let shared = Mutex::new((blocks, blanks, 0));
    thread::scope(|scope| {
        let shared = &shared;
        for sieve in sieves {
            let done = done.clone();
            scope.spawn(move || while work(shared, sieve, &done).is_some() {});
        }
        drop(done);
        in_order(&results, free, order)
    })
}

/// The source, the blocks that are free, and the number of the next one.
type Shared<'s> = Mutex<(Blocks<'s>, Receiver<Block>, u64)>;

/// Reads and sifts one block. Nothing at the end of the source, or when nobody takes any more.
fn work(shared: &Shared<'_>, sieve: &mut impl Sieve, done: &Sender<Done>) -> Option<()> {
    let (number, mut block, read) = {
        let mut turn = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let (blocks, blanks, next) = &mut *turn;
        let mut block = blanks.recv().ok()?;
        let read = blocks.next(&mut block);
        let number = *next;
        *next += 1;
        (number, block, read)
    };
    let sifted = match read {
        Ok(false) => return None,
        Ok(true) => block.text().map(|text| sieve.sift(text)),
        Err(fault) => Err(fault),
    };
    let last = sifted.is_err();
    if last {
        block = Block::default();
    }
    done.send((number, block, sifted)).ok().filter(|()| !last)
}

/// Takes what the threads found in the order of the source.
#[expect(clippy::needless_pass_by_value, reason = "threads that wait for a free block end when it is dropped")]
fn in_order(
    results: &Receiver<Done>,
    free: SyncSender<Block>,
    order: &mut Order<'_>,
) -> Result<ControlFlow<()>, CaptureError> {
    let mut waiting: BTreeMap<u64, (Block, Result<Sifted, Fault>)> = BTreeMap::new();
    let mut next = 0;
    for (number, block, sifted) in results {
        waiting.insert(number, (block, sifted));
        while let Some((block, sifted)) = waiting.remove(&next) {
            let sifted = sifted.map_err(|fault| order.fault(fault))?;
            if order.take(&block, &sifted)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            next += 1;
            // Nobody waits for a block once all is read.
            let _ = free.send(block);
        }
    }
    Ok(ControlFlow::Continue(()))
}

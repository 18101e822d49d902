//! One thread, or several, that look through the blocks of a source.
//!
//! Threads take turns at reading; each looks through its blocks by itself. What they find is taken in the order of the
//! source by the thread that asked, so nothing about it depends on how many there are. There are few blocks, and who has
//! none waits, so that memory does not grow with the source.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::blocks::{Block, Blocks};
use super::error::Fault;

/// Looks through blocks.
pub(crate) trait BlockWorker: Send {
    /// What is found in one.
    type Found: Send;

    /// Looks through a block. After a fault it is given no other.
    fn look(&mut self, block: &Block) -> Result<Self::Found, Fault>;
}

/// Takes what was found in a block, in the order of the source.
pub(crate) type Take<'t, F> = dyn FnMut(&Block, F) -> Result<ControlFlow<()>, Fault> + 't;

/// Looks through all blocks, with one thread for each worker.
pub(crate) fn scan<H: BlockWorker>(
    blocks: Blocks<'_, '_>,
    workers: &mut [H],
    take: &mut Take<'_, H::Found>,
) -> Result<ControlFlow<()>, Fault> {
    match workers {
        [] => Ok(ControlFlow::Break(())),
        [worker] => alone(blocks, worker, take),
        several => together(blocks, several, take),
    }
}

fn alone<H: BlockWorker>(
    mut blocks: Blocks<'_, '_>,
    worker: &mut H,
    take: &mut Take<'_, H::Found>,
) -> Result<ControlFlow<()>, Fault> {
    let mut block = Block::default();
    while blocks.next(&mut block)? {
        let found = worker.look(&block)?;
        if take(&block, found)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// A block, and how many others must not be there beside it.
struct Turn {
    number: u64,
    block: Block,
    held: usize,
}

/// A block and what was found in it.
type Done<F> = (Turn, Result<F, Fault>);

fn together<H: BlockWorker>(
    blocks: Blocks<'_, '_>,
    workers: &mut [H],
    take: &mut Take<'_, H::Found>,
) -> Result<ControlFlow<()>, Fault> {
    let (done, results) = channel::<Done<H::Found>>();
    // Two for each thread: one is looked through while the other waits to be taken.
    let all = 2 * workers.len();
    let (free, blanks) = sync_channel(all);
    (0..all).for_each(|_| drop(free.send(Block::default())));
    let shared = Mutex::new(Reading { blocks, blanks, others: all - 1, number: 0 });
    thread::scope(|scope| {
        let shared = &shared;
        for worker in workers {
            let done = done.clone();
            scope.spawn(move || while turn(shared, worker, &done).is_some() {});
        }
        drop(done);
        in_order(&results, free, take)
    })
}

/// The source while it is read.
struct Reading<'f, 's> {
    blocks: Blocks<'f, 's>,
    /// Those that are free.
    blanks: Receiver<Block>,
    /// How many there are beside one.
    others: usize,
    /// The number of the next one.
    number: u64,
}

type Shared<'f, 's> = Mutex<Reading<'f, 's>>;

/// Reads one block and looks through it. Nothing at the end of the source, or when nobody takes any more.
fn turn<H: BlockWorker>(shared: &Shared<'_, '_>, worker: &mut H, done: &Sender<Done<H::Found>>) -> Option<()> {
    let (mut turn, read) = shared.lock().unwrap_or_else(PoisonError::into_inner).next()?;
    let found = match read {
        Ok(false) => return None,
        Ok(true) => worker.look(&turn.block),
        Err(fault) => Err(fault),
    };
    let last = found.is_err();
    if last {
        turn.block = Block::default();
    }
    done.send((turn, found)).ok().filter(|()| !last)
}

impl Reading<'_, '_> {
    /// Reads a block. A long one waits until those before it are taken, and those after it until it is.
    fn next(&mut self) -> Option<(Turn, Result<bool, Fault>)> {
        let mut block = self.blanks.recv().ok()?;
        let read = self.blocks.next(&mut block);
        let held = if block.is_long() { self.others } else { 0 };
        (0..held).try_for_each(|_| self.blanks.recv().map(drop)).ok()?;
        let number = self.number;
        self.number += 1;
        Some((Turn { number, block, held }, read))
    }
}

/// Takes what the threads found in the order of the source.
#[expect(clippy::needless_pass_by_value, reason = "threads that wait for a free block end when it is dropped")]
fn in_order<F>(
    results: &Receiver<Done<F>>,
    free: SyncSender<Block>,
    take: &mut Take<'_, F>,
) -> Result<ControlFlow<()>, Fault> {
    let mut waiting: BTreeMap<u64, Done<F>> = BTreeMap::new();
    let mut next = 0;
    for done in results {
        waiting.insert(done.0.number, done);
        while let Some((Turn { block, held, .. }, found)) = waiting.remove(&next) {
            if take(&block, found?)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            next += 1;
            // Nobody waits for a block once all is read. The memory of a long one is not kept.
            let _ = free.send(if block.is_long() { Block::default() } else { block });
            (0..held).for_each(|_| drop(free.send(Block::default())));
        }
    }
    Ok(ControlFlow::Continue(()))
}

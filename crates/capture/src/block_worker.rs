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

/// A block with its number and what was found in it.
type Done<F> = (u64, Block, Result<F, Fault>);

fn together<H: BlockWorker>(
    blocks: Blocks<'_, '_>,
    workers: &mut [H],
    take: &mut Take<'_, H::Found>,
) -> Result<ControlFlow<()>, Fault> {
    let (done, results) = channel::<Done<H::Found>>();
    // Two for each thread: one is looked through while the other waits to be taken.
    let (free, blanks) = sync_channel(2 * workers.len());
    (0..2 * workers.len()).for_each(|_| drop(free.send(Block::default())));
    let shared = Mutex::new((blocks, blanks, 0));
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

/// The source, the blocks that are free, and the number of the next one.
type Shared<'f, 's> = Mutex<(Blocks<'f, 's>, Receiver<Block>, u64)>;

/// Reads one block and looks through it. Nothing at the end of the source, or when nobody takes any more.
fn turn<H: BlockWorker>(shared: &Shared<'_, '_>, worker: &mut H, done: &Sender<Done<H::Found>>) -> Option<()> {
    let (number, mut block, read) = {
        let mut turn = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let (blocks, blanks, next) = &mut *turn;
        let mut block = blanks.recv().ok()?;
        let read = blocks.next(&mut block);
        let number = *next;
        *next += 1;
        (number, block, read)
    };
    let found = match read {
        Ok(false) => return None,
        Ok(true) => worker.look(&block),
        Err(fault) => Err(fault),
    };
    let last = found.is_err();
    if last {
        block = Block::default();
    }
    done.send((number, block, found)).ok().filter(|()| !last)
}

/// Takes what the threads found in the order of the source.
#[expect(clippy::needless_pass_by_value, reason = "threads that wait for a free block end when it is dropped")]
fn in_order<F>(
    results: &Receiver<Done<F>>,
    free: SyncSender<Block>,
    take: &mut Take<'_, F>,
) -> Result<ControlFlow<()>, Fault> {
    let mut waiting: BTreeMap<u64, (Block, Result<F, Fault>)> = BTreeMap::new();
    let mut next = 0;
    for (number, block, found) in results {
        waiting.insert(number, (block, found));
        while let Some((block, found)) = waiting.remove(&next) {
            if take(&block, found?)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            next += 1;
            // Nobody waits for a block once all is read.
            let _ = free.send(block);
        }
    }
    Ok(ControlFlow::Continue(()))
}

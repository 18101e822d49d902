//! A sink that has threads.

use std::ops::ControlFlow;

use super::block_worker::BlockWorker;
use super::blocks::{BLOCK, Block};
use super::error::{CaptureError, Fault};
use super::exchange::Item;
use super::list::{ItemList, ItemReader};
use super::sink::ItemSink;

/// Does something with each item on a thread of its own.
pub trait Worker: Send {
    /// What becomes of an item.
    type Made: Send;

    /// Does it. What is made is handed out in the order of the items.
    fn make(&mut self, item: Item) -> Self::Made;
}

/// Some workers, and who takes what they make. Items of a list are read and used on a thread for each worker, single
/// items by the first worker on the thread that hands them over.
pub struct WorkerPool<'p, W: Worker> {
    workers: &'p mut [W],
    take: &'p mut dyn FnMut(W::Made) -> ControlFlow<()>,
    /// How long a block is, in bytes.
    pub(crate) block: usize,
}

impl<'p, W: Worker> WorkerPool<'p, W> {
    /// Without a worker it takes nothing.
    pub fn new(workers: &'p mut [W], take: &'p mut dyn FnMut(W::Made) -> ControlFlow<()>) -> Self {
        Self { workers, take, block: BLOCK }
    }
}

impl<W: Worker> ItemSink for WorkerPool<'_, W> {
    fn item(&mut self, item: Item) -> ControlFlow<()> {
        match self.workers.first_mut() {
            Some(worker) => (self.take)(worker.make(item)),
            None => ControlFlow::Break(()),
        }
    }

    fn list(&mut self, list: ItemList<'_, '_>) -> Result<ControlFlow<()>, CaptureError> {
        let reader = list.reader();
        let mut workers: Vec<PoolWorker<'_, W>> =
            self.workers.iter_mut().map(|worker| PoolWorker { worker, reader }).collect();
        list.scan(self.block, &mut workers, &mut |_, (made, fault): Made<W>| {
            for made in made {
                if (self.take)(made).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            fault.map_or(Ok(ControlFlow::Continue(())), Err)
        })
    }
}

/// Reads the items of blocks and gives them to its worker.
struct PoolWorker<'p, W> {
    worker: &'p mut W,
    reader: ItemReader<'p>,
}

/// What was made of a block, up to a fault.
type Made<W> = (Vec<<W as Worker>::Made>, Option<Fault>);

impl<W: Worker> BlockWorker for PoolWorker<'_, W> {
    type Found = Made<W>;

    fn look(&mut self, block: &Block) -> Result<Self::Found, Fault> {
        let mut made = Vec::with_capacity(block.pieces().len());
        let fault = self.reader.each(block, |item| made.push(self.worker.make(item))).err();
        Ok((made, fault))
    }
}

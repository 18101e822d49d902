//! A sink that has threads.

use std::ops::ControlFlow;

use super::blocks::BLOCK;
use super::error::CaptureError;
use super::exchange::Item;
use super::list::{ItemList, Worker};
use super::sink::ItemSink;

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
            Some(worker) => {
                worker.begin();
                (self.take)(worker.make(item))
            }
            None => ControlFlow::Break(()),
        }
    }

    fn list(&mut self, list: ItemList<'_, '_>) -> Result<ControlFlow<()>, CaptureError> {
        list.read_on(self.workers, self.block, self.take)
    }
}

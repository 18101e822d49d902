//! Who takes items.

use std::ops::ControlFlow;

use super::blocks::BLOCK;
use super::error::CaptureError;
use super::exchange::Item;
use super::list::{ItemList, Worker};

/// Takes items, one after the other, wherever they come from.
///
/// [`Captures::read_into`](super::Captures::read_into) hands it what is in files. What is not a file, a proxy for example,
/// calls [`ItemSink::item`] with each exchange as it comes. Every closure that takes items is a sink; a
/// [`WorkerPool`](super::WorkerPool) is one that has threads.
pub trait ItemSink {
    /// Takes an item; breaks where no more are wanted.
    fn item(&mut self, item: Item) -> ControlFlow<()>;

    /// Takes the items of a list that nobody has read yet. A sink with threads reads them there.
    fn list(&mut self, list: ItemList<'_, '_>) -> Result<ControlFlow<()>, CaptureError> {
        list.read_on(&mut [Unchanged], BLOCK, &mut |item| self.item(item))
    }
}

impl<F: FnMut(Item) -> ControlFlow<()>> ItemSink for F {
    fn item(&mut self, item: Item) -> ControlFlow<()> {
        self(item)
    }
}

/// Leaves items as they are.
struct Unchanged;

impl Worker for Unchanged {
    type Made = Item;

    fn make(&mut self, item: Item) -> Item {
        item
    }
}

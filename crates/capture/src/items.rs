//! Exchanges out of a source that is read in blocks, on one thread or on several.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::blocks::{BLOCK, Block, Blocks};
use super::crew::{self, Hand};
use super::cut::Cutter;
use super::error::Fault;
use super::feed::{Feed, Mark};
use crate::exchange::{Exchange, Item, Place};

/// Does something with each item on a thread of its own.
pub trait Worker: Send {
    /// What becomes of an item.
    type Made: Send;

    /// Does it. What is made is handed out in the order of the items.
    fn make(&mut self, item: Item) -> Self::Made;
}

/// Hands items out as they are.
pub(super) struct Plain;

impl Worker for Plain {
    type Made = Item;

    fn make(&mut self, item: Item) -> Item {
        item
    }
}

/// The bytes of one item.
pub(super) struct Piece<'b> {
    /// The item with what blanks are around it.
    pub(super) text: &'b str,
    /// A place before it, and the text from there to it.
    pub(super) before: (Mark, &'b str),
    /// Zero-based index in its source.
    pub(super) entry: usize,
    /// What stands behind it; nothing where the source ends.
    pub(super) end: Option<char>,
}

impl Piece<'_> {
    /// Where it begins. To find that takes as long as the text before it.
    pub(super) fn start(&self) -> Mark {
        let (mark, text) = self.before;
        mark.beyond(text.as_bytes())
    }
}

/// How a format writes its items.
pub(super) struct Grammar {
    /// What finds their ends.
    pub(super) cutter: fn() -> Box<dyn Cutter>,
    /// Whether each has a line of its own, by which it is called.
    pub(super) is_of_lines: bool,
    /// Reads one, where there is one, and says what is wrong with it or behind it.
    pub(super) read: fn(&Piece<'_>, Place) -> Found,
}

/// An exchange, and what is wrong with it or behind it.
pub(super) type Found = (Option<Exchange>, Option<Fault>);

/// Who wants items, whatever becomes of them.
pub(super) trait Crew {
    /// Takes an item.
    fn item(&mut self, item: Item) -> ControlFlow<()>;

    /// Takes all items of a list.
    fn list(
        &mut self,
        source: &Arc<str>,
        grammar: &'static Grammar,
        feed: &mut Feed<'_>,
    ) -> Result<ControlFlow<()>, Fault>;
}

/// Some workers, and who takes what they make.
pub(super) struct Gang<'g, W: Worker> {
    pub(super) workers: &'g mut [W],
    pub(super) take: &'g mut dyn FnMut(W::Made) -> ControlFlow<()>,
    /// How long a block is, in bytes.
    pub(super) block: usize,
}

impl<'g, W: Worker> Gang<'g, W> {
    pub(super) fn new(workers: &'g mut [W], take: &'g mut dyn FnMut(W::Made) -> ControlFlow<()>) -> Self {
        Self { workers, take, block: BLOCK }
    }
}

impl<W: Worker> Crew for Gang<'_, W> {
    fn item(&mut self, item: Item) -> ControlFlow<()> {
        match self.workers.first_mut() {
            Some(worker) => (self.take)(worker.make(item)),
            None => ControlFlow::Break(()),
        }
    }

    fn list(
        &mut self,
        source: &Arc<str>,
        grammar: &'static Grammar,
        feed: &mut Feed<'_>,
    ) -> Result<ControlFlow<()>, Fault> {
        let blocks = Blocks::new(feed, (grammar.cutter)(), self.block);
        let workers = self.workers.iter_mut();
        let mut readers: Vec<Reader<'_, W>> = workers.map(|worker| Reader { worker, grammar, source }).collect();
        crew::work(blocks, &mut readers, &mut |_, (made, fault): Made<W>| {
            for one in made {
                if (self.take)(one).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            fault.map_or(Ok(ControlFlow::Continue(())), Err)
        })
    }
}

/// Reads the items of blocks and gives them to its worker.
struct Reader<'r, W> {
    worker: &'r mut W,
    grammar: &'static Grammar,
    source: &'r Arc<str>,
}

/// What was made of a block, up to a fault.
type Made<W> = (Vec<<W as Worker>::Made>, Option<Fault>);

impl<W: Worker> Hand for Reader<'_, W> {
    type Found = Made<W>;

    fn look(&mut self, block: &Block) -> Result<Self::Found, Fault> {
        let mut made = Vec::with_capacity(block.pieces().len());
        let fault = self.each(block, &mut made).err();
        Ok((made, fault))
    }
}

impl<W: Worker> Reader<'_, W> {
    fn each(&mut self, block: &Block, made: &mut Vec<W::Made>) -> Result<(), Fault> {
        let (text, fault) = block.valid();
        let (mut mark, mut at) = (block.start(), 0);
        for (range, entry) in block.pieces().iter().zip(block.first()..) {
            let Some(piece) = text.get(range.clone()).filter(|_| fault.is_none() || range.end < text.len()) else {
                break;
            };
            if self.grammar.is_of_lines {
                // Each is called by its line; others are asked where they begin only when something is wrong.
                mark = mark.beyond(text.get(at..range.start).unwrap_or_default().as_bytes());
                at = range.start;
            }
            let before = (mark, text.get(at..range.start).unwrap_or_default());
            let end = text.get(range.end..).unwrap_or_default().chars().next();
            self.one(&Piece { text: piece, before, entry, end }, made)?;
        }
        fault.map_or(Ok(()), Err)
    }

    fn one(&mut self, piece: &Piece<'_>, made: &mut Vec<W::Made>) -> Result<(), Fault> {
        let line = self.grammar.is_of_lines.then(|| piece.start().lines + 1);
        let place = Place { source: Arc::clone(self.source), entry: piece.entry, line };
        let (exchange, fault) = (self.grammar.read)(piece, place);
        made.extend(exchange.map(|exchange| self.worker.make(Item::Exchange(Box::new(exchange)))));
        fault.map_or(Ok(()), Err)
    }
}

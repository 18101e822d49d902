//! Items that are written one behind the other, of which each can be read by itself.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::block_worker::{self, BlockWorker};
use super::blocks::{Block, Blocks};
use super::cut::Cutter;
use super::error::{CaptureError, Fault};
use super::exchange::{Exchange, Item, ItemLocation};
use super::input::Input;
use super::position::TextPosition;

/// How a format writes the items of a list.
pub(crate) struct ItemSyntax {
    /// What finds their ends.
    pub(crate) cutter: fn() -> Box<dyn Cutter>,
    /// Whether each has a line of its own, by which it is called.
    pub(crate) is_of_lines: bool,
    /// Reads one, where there is one, and says what is wrong with it or behind it.
    pub(crate) read: fn(&ItemText<'_>, ItemLocation) -> Found,
}

/// What the text of an item holds.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) exchange: Option<Exchange>,
    /// What is wrong with it or behind it.
    pub(crate) fault: Option<Fault>,
    /// Whether it is something that is rightly there and is not an exchange.
    pub(crate) is_passed_over: bool,
}

impl Found {
    /// An exchange, and nothing else.
    pub(crate) fn exchange(exchange: Exchange) -> Self {
        Self { exchange: Some(exchange), ..Self::default() }
    }

    /// Nothing but a fault.
    pub(crate) fn fault(fault: Fault) -> Self {
        Self { fault: Some(fault), ..Self::default() }
    }

    /// Something that is not an exchange.
    pub(crate) fn passed_over() -> Self {
        Self { is_passed_over: true, ..Self::default() }
    }
}

/// The text of one item.
pub(crate) struct ItemText<'b> {
    /// The item with what blanks are around it.
    pub(crate) text: &'b str,
    /// A place before it, and the text from there to it.
    before: (TextPosition, &'b str),
    /// Zero-based index in its source.
    pub(crate) entry: usize,
    /// What stands behind it; nothing where the source ends.
    pub(crate) end: Option<char>,
}

impl ItemText<'_> {
    /// Where it begins. To find that takes as long as the text before it.
    pub(crate) fn start(&self) -> TextPosition {
        let (position, text) = self.before;
        position.after(text.as_bytes())
    }
}

/// Does something with each item on a thread of its own.
pub trait Worker: Send {
    /// What becomes of an item.
    type Made: Send;

    /// A block of items is next: what is made of all of them waits to be handed out.
    fn begin(&mut self) {}

    /// Does it. What is made is handed out in the order of the items.
    fn make(&mut self, item: Item) -> Self::Made;
}

/// Items that a sink is to read out of a source.
pub struct ItemList<'i, 's> {
    input: Input<'i, 's>,
    syntax: &'static ItemSyntax,
}

impl<'i, 's> ItemList<'i, 's> {
    pub(crate) fn new(input: Input<'i, 's>, syntax: &'static ItemSyntax) -> Self {
        Self { input, syntax }
    }

    /// Has blocks of so many bytes read on a thread for each worker, and hands out what the workers make of the items.
    pub(crate) fn read_on<W: Worker>(
        self,
        workers: &mut [W],
        block: usize,
        take: &mut dyn FnMut(W::Made) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, CaptureError> {
        let Self { input: Input { name, reader, passed_over }, syntax } = self;
        let items = ItemReader { source: name, syntax, passed_over };
        let mut workers: Vec<_> = workers.iter_mut().map(|worker| ItemWorker { worker, items }).collect();
        let blocks = Blocks::new(reader, (syntax.cutter)(), block);
        let flow = block_worker::scan(blocks, &mut workers, &mut |_, (made, fault): Made<W>| {
            for made in made {
                if take(made).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            fault.map_or(Ok(ControlFlow::Continue(())), Err)
        });
        flow.map_err(|fault| CaptureError::new(name, fault))
    }
}

/// Reads the items of blocks and gives them to its worker.
struct ItemWorker<'w, W> {
    worker: &'w mut W,
    items: ItemReader<'w>,
}

/// What was made of a block, up to a fault.
type Made<W> = (Vec<<W as Worker>::Made>, Option<Fault>);

impl<W: Worker> BlockWorker for ItemWorker<'_, W> {
    type Found = Made<W>;

    fn look(&mut self, block: &Block) -> Result<Self::Found, Fault> {
        self.worker.begin();
        let mut made = Vec::with_capacity(block.pieces().len());
        let fault = self.items.each(block, |item| made.push(self.worker.make(item))).err();
        Ok((made, fault))
    }
}

/// Reads items out of blocks.
#[derive(Clone, Copy)]
struct ItemReader<'i> {
    source: &'i Arc<str>,
    syntax: &'static ItemSyntax,
    passed_over: &'i AtomicU64,
}

impl ItemReader<'_> {
    /// Hands out the items of a block, up to a fault.
    fn each(self, block: &Block, mut take: impl FnMut(Item)) -> Result<(), Fault> {
        let (text, fault) = block.valid();
        let (mut position, mut at) = (block.start(), 0);
        for (range, entry) in block.pieces().iter().zip(block.first()..) {
            let Some(piece) = text.get(range.clone()).filter(|_| fault.is_none() || range.end < text.len()) else {
                break;
            };
            if self.syntax.is_of_lines {
                // Each is called by its line; others are asked where they begin only when something is wrong.
                position = position.after(text.get(at..range.start).unwrap_or_default().as_bytes());
                at = range.start;
            }
            let before = (position, text.get(at..range.start).unwrap_or_default());
            let end = text.get(range.end..).unwrap_or_default().chars().next();
            self.one(&ItemText { text: piece, before, entry, end }, &mut take)?;
        }
        fault.map_or(Ok(()), Err)
    }

    fn one(self, item: &ItemText<'_>, take: &mut impl FnMut(Item)) -> Result<(), Fault> {
        let line = self.syntax.is_of_lines.then(|| item.start().lines + 1);
        let place = ItemLocation { source: Arc::clone(self.source), entry: item.entry, line };
        let Found { exchange, fault, is_passed_over } = (self.syntax.read)(item, place);
        self.passed_over.fetch_add(u64::from(is_passed_over), Ordering::Relaxed);
        if let Some(exchange) = exchange {
            take(Item::Exchange(Box::new(exchange)));
        }
        fault.map_or(Ok(()), Err)
    }
}

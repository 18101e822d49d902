//! The formats of captures, one file each. A new one is its file and two lines here: its `use` and its entry.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::error::CaptureError;
use super::opening::Opening;
use super::{Hint, body, exchanges, har};
use crate::exchange::{Item, Place};

/// The formats; the first that knows an opening reads the text.
const FORMATS: [&Format; 3] = [&har::FORMAT, &exchanges::FORMAT, &body::FORMAT];

/// One input format.
pub(super) struct Format {
    /// Whether a text that opens so, given with such a hint, is of this format.
    pub(super) knows: fn(Hint, &Opening) -> bool,
    /// Whether its items are exchanges. Bare bodies are taken out of a folder only when asked for.
    pub(super) holds_exchanges: bool,
    /// Hands all items of the text to the visitor.
    pub(super) read: fn(&mut Reading<'_>) -> Result<(), CaptureError>,
}

/// The format of a text.
pub(super) fn of(hint: Hint, opening: &Opening) -> Option<&'static Format> {
    FORMATS.into_iter().find(|format| (format.knows)(hint, opening))
}

/// One text that is being read.
pub(super) struct Reading<'a> {
    /// The name of the source.
    pub(super) source: &'a Arc<str>,
    /// The whole text.
    pub(super) text: &'a str,
    /// How many items were handed out, so the index of the next.
    pub(super) entry: usize,
    /// Whether the visitor wants no more.
    pub(super) stopped: bool,
    /// Takes the items.
    pub(super) visit: &'a mut dyn FnMut(Item) -> ControlFlow<()>,
}

impl Reading<'_> {
    /// The place of the next item.
    pub(super) fn place(&self, line: Option<u64>) -> Place {
        Place { source: Arc::clone(self.source), entry: self.entry, line }
    }

    /// Hands out an item.
    pub(super) fn emit(&mut self, item: Item) {
        self.entry += 1;
        self.stopped |= (self.visit)(item).is_break();
    }

    /// Hands each line that is not blank, with its one-based number, to `read`, until the visitor wants no more.
    pub(super) fn each_line(
        &mut self,
        mut read: impl FnMut(&mut Self, &str, u64) -> Result<(), CaptureError>,
    ) -> Result<(), CaptureError> {
        for (line, number) in self.text.split('\n').zip(1..) {
            if !self.stopped && !line.trim_ascii().is_empty() {
                read(self, line, number)?;
            }
        }
        Ok(())
    }
}

//! The formats of captures, one file each. A new one is its file and two lines here: its `use` and its entry.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::error::{CaptureError, Fault};
use super::feed::Feed;
use super::items::Crew;
use super::opening::Opening;
use super::{Hint, body, exchanges, har};

/// The formats; the first that knows an opening reads the text.
const FORMATS: [&Format; 3] = [&har::FORMAT, &exchanges::FORMAT, &body::FORMAT];

/// One input format.
pub(super) struct Format {
    /// Whether a text that opens so, given with such a hint, is of this format.
    pub(super) knows: fn(Hint, &Opening) -> bool,
    /// Whether its items are exchanges. Bare bodies are taken out of a folder only when asked for.
    pub(super) holds_exchanges: bool,
    /// Hands all items of the source to the crew.
    pub(super) read: fn(&mut Reading<'_, '_>) -> Result<ControlFlow<()>, CaptureError>,
}

/// The format of a text.
pub(super) fn of(hint: Hint, opening: &Opening) -> Option<&'static Format> {
    FORMATS.into_iter().find(|format| (format.knows)(hint, opening))
}

/// One source that is being read.
pub(super) struct Reading<'a, 's> {
    /// The name of the source.
    pub(super) source: &'a Arc<str>,
    /// What it holds. Shared, since a format may read what is around a list and have the list read by others.
    pub(super) feed: &'a RefCell<Feed<'s>>,
    /// Takes the items.
    pub(super) crew: &'a mut dyn Crew,
}

impl Reading<'_, '_> {
    pub(super) fn fail(&self, fault: Fault) -> CaptureError {
        CaptureError::new(self.source, fault)
    }
}

//! One source that is being read.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use super::peek::PeekReader;

/// A source by its name and what is left of it.
pub(crate) struct Input<'i, 's> {
    /// The name that places and messages show.
    pub(crate) name: &'i Arc<str>,
    /// What it holds.
    pub(crate) reader: &'i mut PeekReader<'s>,
    /// How many entries were passed over because they are not exchanges.
    pub(crate) passed_over: &'i AtomicU64,
}

//! One source that is being read.

use std::sync::Arc;

use super::peek::PeekReader;

/// A source by its name and what is left of it.
pub(crate) struct Input<'i, 's> {
    /// The name that places and messages show.
    pub(crate) name: &'i Arc<str>,
    /// What it holds.
    pub(crate) reader: &'i mut PeekReader<'s>,
}

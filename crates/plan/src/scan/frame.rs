//! What stands on the stack.

/// An array or object that is open, or a place to go back to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) kind: Kind,
    /// Its place in the arena's list.
    pub(super) index: u32,
    /// Of an object: the slot of the member that was read last.
    pub(super) slot: u32,
    /// Of an array: items so far. Of a choice: the branch.
    pub(super) count: u32,
    /// Of an object: a bit for each member that was read.
    pub(super) seen: u128,
    /// Where its value begins.
    pub(super) start: usize,
    /// Of an object: whether the name of the member that is read now is the user's.
    pub(super) is_any_name: bool,
    /// How many names were held before.
    pub(super) mark: usize,
}

/// What a frame is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Array,
    Object,
    Choice,
}

impl Frame {
    pub(super) fn new(kind: Kind, index: u32) -> Self {
        Self { kind, index, slot: 0, count: 0, seen: 0, start: 0, is_any_name: false, mark: 0 }
    }
}

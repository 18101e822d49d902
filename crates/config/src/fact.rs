//! What can be found in a configuration, before any judgement, by the names that rule files use.

/// Why a suppression is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    /// It matches nothing.
    Unused,
    /// Its time is over.
    Expired,
}

//! What can be found in the markers of a contract, before any judgement, by the names that rule files use.

/// A kind of disagreement between what documents claim and what they show.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fact {
    /// It came, and no document says so.
    AddedUnmarked,
    /// It came at another release than the claimed one.
    AddedContradicted,
    /// It is claimed to be deprecated, and no document flags it.
    DeprecatedUnflagged,
    /// It is flagged since another release than the claimed one.
    DeprecatedContradicted,
    /// It went, and was not deprecated before.
    RemovedUnwarned,
    /// It went elsewhere, and was not deprecated before.
    MovedUnwarned,
    /// A later document no longer has a claim.
    ClaimLost,
    /// A later document claims another version.
    ClaimRewritten,
    /// A claim names a version that can be no release.
    VersionMalformed,
}

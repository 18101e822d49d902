//! Answers that do not fit the releases that most answers fit: which, and what speaks against those.

use contract::ReleaseSet;
use validator::exchange::Item;
use validator::releases::{Answer, Evidence};

/// What one answer said, as far as it can become a misfit.
pub(super) struct Spoken<'c> {
    entry: usize,
    line: Option<u64>,
    operation: Option<&'c str>,
    releases: ReleaseSet,
    evidence: Vec<Evidence>,
}

/// An answer that does not fit.
pub(super) struct Misfit<'c> {
    /// Zero-based index of the exchange or body in its source.
    pub(super) entry: usize,
    /// One-based line, where the source has lines.
    pub(super) line: Option<u64>,
    /// The operation that it answers, where that is known.
    pub(super) operation: Option<&'c str>,
    /// The releases that it fits by itself.
    pub(super) releases: ReleaseSet,
    /// What speaks against the others, the surest first; none where another answer told the same before.
    pub(super) why: Option<Evidence>,
}

impl<'c> Spoken<'c> {
    /// Nothing for an answer that fits every release.
    pub(super) fn of(item: &Item, answer: &Answer<'c>) -> Option<Self> {
        let releases = if answer.likely.is_empty() { answer.possible } else { answer.likely };
        let place = item.place();
        let evidence = answer.evidence.clone();
        (!evidence.is_empty() || !answer.is_close).then_some(Self {
            entry: place.entry,
            line: place.line,
            operation: answer.operation,
            releases,
            evidence,
        })
    }

    /// The answer as a misfit, if it does not fit all of these releases.
    pub(super) fn misfit(self, fitting: ReleaseSet) -> Option<Misfit<'c>> {
        let Self { entry, line, operation, releases, evidence } = self;
        if !fitting.is_empty() && fitting.is_subset(releases) {
            return None;
        }
        let against = evidence.into_iter().filter(|one| fitting.is_empty() || !fitting.is_subset(one.releases));
        let why = against.min_by_key(|one| (one.sureness, one.releases.len()));
        Some(Misfit { entry, line, operation, releases, why })
    }
}

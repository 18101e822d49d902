//! What only pages show beside findings: over which releases the pictures go, and what of the contract was exercised.

use pages::Axis;

use crate::Releases;

/// What the pictures of a report have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pictures {
    /// The releases of the contract, oldest first; empty where it does not tell them apart.
    pub axis: Axis,
    /// The releases that were checked against: positions of the first and the last of each run.
    pub marks: Vec<(usize, usize)>,
    /// The operations of the contract at those releases, by tag; nothing where nobody counts what was exercised.
    pub coverage: Vec<TagCoverage>,
}

/// The operations of one tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagCoverage {
    /// The tag.
    pub tag: String,
    /// The ids of those that were exercised.
    pub exercised: Vec<String>,
    /// The ids of the others.
    pub others: Vec<String>,
}

impl Pictures {
    /// Where releases are on the axis: the first and the last of each run, as far as it has them.
    pub(crate) fn positions(&self, releases: &Releases) -> Vec<(usize, usize)> {
        let newest = self.axis.ticks().len().checked_sub(1);
        let position = |version: &&str| self.axis.position(version);
        let run = |(first, last): &(&'static str, Option<&'static str>)| {
            Some((position(first)?, last.map_or(newest, |last| position(&last))?))
        };
        releases.runs().iter().filter_map(run).collect()
    }
}

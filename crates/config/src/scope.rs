//! The releases that findings are about.

use contract::ReleaseSet;
use report::Finding;

/// The releases that the findings of a run are about: what the `releases` of a suppression are compared with.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// Each finding is about all of these: the release that a capture is checked against, the new side of a comparison.
    Run(ReleaseSet),
    /// A finding says itself which releases it is about; one that does not is about all.
    Findings,
}

impl Scope {
    /// The releases that the run can be about at all.
    pub(crate) fn all(self) -> ReleaseSet {
        match self {
            Self::Run(releases) => releases,
            Self::Findings => ReleaseSet::all(),
        }
    }

    pub(crate) fn of(self, finding: &Finding) -> ReleaseSet {
        let own = || ReleaseSet::of_named_runs(finding.releases.as_ref()?.runs());
        match self {
            Self::Run(releases) => releases,
            Self::Findings => own().unwrap_or(ReleaseSet::all()),
        }
    }
}

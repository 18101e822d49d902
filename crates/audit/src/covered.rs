//! The releases that a contract covers, as neighbours: what comes right after what.

use std::fmt;

use contract::{Release, ReleaseSet};

/// The covered releases, oldest first. Between two neighbours there may be releases that nobody has a document of.
pub(crate) struct Covered {
    set: ReleaseSet,
}

/// A run of neighbouring covered releases, in which something is so throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// The covered release before the run, in which it is not so.
    pub(crate) before: Option<Release>,
    /// The first release of the run.
    pub(crate) first: Release,
    /// The last release of the run.
    pub(crate) last: Release,
    /// The covered release after the run, in which it is not so.
    pub(crate) after: Option<Release>,
}

impl Covered {
    pub(crate) fn new(set: ReleaseSet) -> Self {
        Self { set }
    }

    /// The runs of the covered releases of a set.
    pub(crate) fn runs(&self, set: ReleaseSet) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut before = None;
        let mut open = false;
        for release in self.set.iter() {
            let inside = set.contains(release);
            match runs.last_mut() {
                Some(run) if open && inside => run.last = release,
                Some(run) if open => run.after = Some(release),
                _ if inside => runs.push(Run { before, first: release, last: release, after: None }),
                _ => {}
            }
            (before, open) = (Some(release), inside);
        }
        runs
    }

    /// Each covered release with the one after it.
    pub(crate) fn neighbours(&self) -> impl Iterator<Item = (Release, Release)> {
        self.set.iter().zip(self.set.iter().skip(1))
    }
}

/// `2.5.0 to 2.7.5`, `1.118.0 only`, `2.5.0 on` where it lasts.
impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.after {
            None => write!(f, "{} on", self.first),
            Some(_) if self.first == self.last => write!(f, "{} only", self.first),
            Some(_) => write!(f, "{} to {}", self.first, self.last),
        }
    }
}

/// Runs in words: `1.106.0 to 1.112.1, 1.140.0 on`.
pub(crate) fn listed(runs: &[Run]) -> String {
    runs.iter().map(Run::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_of_covered_releases() {
        let known = |versions: &[&'static str]| -> ReleaseSet {
            versions.iter().map(|version| Release::known(version)).collect()
        };
        let covered = Covered::new(known(&["1.106.0", "1.120.0", "1.132.3", "2.0.0", "2.7.5"]));
        let all = [
            ("..", "1.106.0 on"),
            ("1.110.0..2.0.0", "1.120.0 to 1.132.3"),
            ("..1.120.0, 2.7.0..", "1.106.0 only, 2.7.5 on"),
            ("1.107.0..1.110.0", ""),
        ];
        for (set, printed) in all {
            assert_eq!(listed(&covered.runs(set.parse().unwrap())), printed, "{set}");
        }
        let (first, second) = (Release::known("1.106.0"), Release::known("1.120.0"));
        let runs = covered.runs("1.110.0..1.121.0".parse().unwrap());
        let after = Some(Release::known("1.132.3"));
        assert_eq!(runs, [Run { before: Some(first), first: second, last: second, after }]);
    }
}

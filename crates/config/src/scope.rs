//! The releases that findings are about.

use contract::{Release, ReleaseSet};
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
            Self::Findings => ReleaseSet::ALL,
        }
    }

    pub(crate) fn of(self, finding: &Finding) -> ReleaseSet {
        match self {
            Self::Run(releases) => releases,
            Self::Findings => finding.releases.as_deref().and_then(printed).unwrap_or(ReleaseSet::ALL),
        }
    }
}

/// Reads what the `Display` of a set of releases writes: `1.126.0 – 1.132.3, 2.0.0 –`.
fn printed(text: &str) -> Option<ReleaseSet> {
    let ranges = text.split(", ").map(|range| {
        let (first, last) = range.split_once('–').map_or((range, None), |(first, last)| (first, Some(last)));
        let first = Release::exact(first.trim())?;
        let last = match last.map(str::trim) {
            None => first,
            Some("") => Release::LATEST,
            Some(last) => Release::exact(last)?,
        };
        Some((ReleaseSet::between(first, None) - ReleaseSet::between(last, None)) | ReleaseSet::only(last))
    });
    ranges.into_iter().try_fold(ReleaseSet::NONE, |set, range| Some(set | range?))
}

#[cfg(test)]
mod tests {
    use contract::ReleaseSet;

    use super::printed;

    #[test]
    fn what_a_set_prints_is_read() {
        for ranges in ["..", "1.126.0..1.133.0", "1.126.0..1.133.0, 2.0.0..", "2.7.5..2.7.6", "..1.107.0, 2.7.5.."] {
            let Ok(set) = ranges.parse::<ReleaseSet>() else { continue };
            assert_eq!(printed(&set.to_string()), Some(set), "{ranges}");
        }
        assert_eq!(printed("1.132.3").unwrap().to_string(), "1.132.3");
        assert_eq!(printed("whenever"), None);
    }
}

//! Claims whose version can be no release.

use contract::ReleaseSet;
use contract::marker::State;

use crate::covered::{Covered, listed};
use crate::disagreement::Disagreement;
use crate::element::Element;
use crate::fact::Fact;
use crate::version::Claimed;

pub(super) fn check(covered: &Covered, element: &Element) -> Vec<Disagreement> {
    let mut wrong: Vec<(&State, &str, ReleaseSet)> = Vec::new();
    for (releases, history) in element.markers.iter() {
        for claim in history.0.iter().filter(|claim| Claimed::read(&claim.version).is_none()) {
            match wrong.iter_mut().find(|(state, version, _)| (*state, *version) == (&claim.state, &claim.version)) {
                Some((_, _, known)) => *known = *known | releases,
                None => wrong.push((&claim.state, &claim.version, releases)),
            }
        }
    }
    let malformed = |(state, version, releases): (&State, &str, ReleaseSet)| {
        Disagreement::new(Fact::VersionMalformed, releases)
            .claimed(version)
            .word("{state}", state.to_string())
            .evidence(format!("present in {}", listed(&covered.runs(element.alive))))
    };
    wrong.into_iter().map(malformed).collect()
}

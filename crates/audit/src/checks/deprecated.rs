//! When something is claimed to be deprecated, and when its documents flag it.

use contract::ReleaseSet;
use contract::marker::State;

use crate::covered::{Covered, Run, listed};
use crate::disagreement::Disagreement;
use crate::element::Element;
use crate::fact::Fact;
use crate::version::Claimed;

pub(super) fn check(covered: &Covered, element: &Element) -> Vec<Disagreement> {
    let flagged = covered.runs(element.deprecated);
    let present = format!("present in {}", listed(&covered.runs(element.alive)));
    let claims = element.claims_of(&State::Deprecated).into_iter();
    let contradicted = claims.filter_map(|(version, releases)| contradicted(&flagged, version, releases));
    contradicted.map(|disagreement| disagreement.evidence(&present)).collect()
}

/// A claim that no flag bears out.
fn contradicted(flagged: &[Run], version: &str, releases: ReleaseSet) -> Option<Disagreement> {
    let claimed = Claimed::read(version)?;
    let Some(first) = flagged.first() else {
        return Some(Disagreement::new(Fact::DeprecatedUnflagged, releases).claimed(version));
    };
    if flagged.iter().any(|run| claimed.fits(run.before, run.first)) {
        return None;
    }
    let why = match first.before {
        Some(before) => format!("the document of {before} does not flag it"),
        None => "no document is older".to_owned(),
    };
    let disagreement = Disagreement::new(Fact::DeprecatedContradicted, releases).claimed(version).seen(first.first);
    Some(disagreement.evidence(format!("flagged in {}; {why}", listed(flagged))))
}

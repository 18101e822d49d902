//! When something is claimed to be deprecated, and when its documents flag it.

use contract::ReleaseSet;
use contract::marker::State;

use crate::covered::{Covered, Run, listed};
use crate::element::Element;
use crate::fact::Fact;
use crate::version::Claimed;

pub(super) fn check(covered: &Covered, element: &Element) -> Vec<Fact> {
    let flagged = covered.runs(element.deprecated);
    let present = format!("present in {}", listed(&covered.runs(element.alive)));
    let claims = element.claims_of(&State::Deprecated).into_iter();
    let facts = claims.filter_map(|(version, releases)| contradicted(&flagged, version, releases));
    facts.map(|fact| fact.evidence(&present)).collect()
}

/// A claim that no flag bears out.
fn contradicted(flagged: &[Run], version: &str, releases: ReleaseSet) -> Option<Fact> {
    let claimed = Claimed::read(version)?;
    let Some(first) = flagged.first() else {
        return Some(Fact::new("deprecated-unflagged", releases).claimed(version));
    };
    if flagged.iter().any(|run| claimed.fits(run.before, run.first)) {
        return None;
    }
    let why = match first.before {
        Some(before) => format!("the document of {before} does not flag it"),
        None => "no document is older".to_owned(),
    };
    let fact = Fact::new("deprecated-contradicted", releases).claimed(version).seen(first.first);
    Some(fact.evidence(format!("flagged in {}; {why}", listed(flagged))))
}

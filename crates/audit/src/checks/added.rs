//! When something is claimed to have come, and when it came.

use contract::marker::State;
use contract::{ReleaseSet, ReleaseSource};

use crate::covered::{Covered, Run, listed};
use crate::disagreement::Disagreement;
use crate::element::Element;
use crate::fact::Fact;
use crate::version::Claimed;

pub(super) fn check(covered: &Covered, element: &Element) -> Vec<Disagreement> {
    let lives = covered.runs(element.alive);
    let claims = element.claims_of(&State::Added);
    if claims.is_empty() {
        return unmarked(element, &lives).into_iter().collect();
    }
    claims.into_iter().filter_map(|(version, releases)| contradicted(&lives, version, releases)).collect()
}

/// A claim that no coming of the element bears out.
fn contradicted(lives: &[Run], version: &str, releases: ReleaseSet) -> Option<Disagreement> {
    let claimed = Claimed::read(version)?;
    if lives.iter().any(|life| claimed.fits(life.before, life.first)) {
        return None;
    }
    let first = lives.first()?;
    let why = match first.before {
        Some(before) => format!("the document of {before} does not have it"),
        None => "no document is older".to_owned(),
    };
    let disagreement = Disagreement::new(Fact::AddedContradicted, releases).claimed(version).seen(first.first);
    Some(
        disagreement
            .evidence(format!("first seen in {}; {why}", first.first))
            .evidence(format!("present in {}", listed(lives))),
    )
}

/// Something that came after the first document, by itself, and of which no document says so. Clients have no markers: of
/// what they alone tell, none is missing.
fn unmarked(element: &Element, lives: &[Run]) -> Option<Disagreement> {
    let (life, before) = lives
        .iter()
        .find_map(|life| Some((life, life.before?)).filter(|(_, before)| element.owner.contains(*before)))
        .filter(|(life, _)| life.first.source() == ReleaseSource::Document)?;
    let disagreement = Disagreement::new(Fact::AddedUnmarked, element.alive)
        .word("{seen}", life.first.version())
        .evidence(format!("present in {}; the document of {before} does not have it", listed(lives)));
    Some(match element.elsewhere_at(before) {
        Some(place) => disagreement.evidence(format!("in {before} its operationId belonged to {place}")),
        None => disagreement,
    })
}

//! Claims that a later document takes back or words otherwise.

use contract::marker::{Claim, State};
use contract::{Release, ReleaseSet, ReleaseSource};

use crate::covered::Covered;
use crate::disagreement::Disagreement;
use crate::element::Element;
use crate::fact::Fact;

pub(super) fn check(covered: &Covered, element: &Element) -> Vec<Disagreement> {
    // Where clients are the source, a marker that is not there is not lost.
    let is_told = |release: Release| release.source() == ReleaseSource::Document && element.alive.contains(release);
    let together = covered.neighbours().filter(|(old, new)| is_told(*old) && is_told(*new));
    together.flat_map(|(old, new)| changes(element, old, new)).collect()
}

/// What the claims of two neighbouring releases have no longer in common, state by state.
fn changes(element: &Element, old: Release, new: Release) -> Vec<Disagreement> {
    let (before, after) = (element.claims_at(old), element.claims_at(new));
    let mut states: Vec<&State> = before.iter().map(|claim| &claim.state).collect();
    states.dedup();
    states.into_iter().filter_map(|state| change(state, (old, before), (new, after))).collect()
}

fn change(state: &State, old: (Release, &[Claim]), new: (Release, &[Claim])) -> Option<Disagreement> {
    let (before, after) = (versions(old.1, state), versions(new.1, state));
    if before.iter().all(|version| after.contains(version)) {
        return None;
    }
    let (before, after) = (before.join(", "), after.join(", "));
    let fact = if after.is_empty() { Fact::ClaimLost } else { Fact::ClaimRewritten };
    let disagreement = Disagreement::new(fact, ReleaseSet::only(new.0))
        .word("{state}", state.to_string())
        .word("{claimed}", &before)
        .word("{rewritten}", &after)
        .word("{seen}", new.0.version())
        .evidence(format!("the document of {} claims {}", old.0, told(old.1)))
        .evidence(format!("the document of {} claims {}", new.0, told(new.1)));
    let is = (!after.is_empty()).then(|| format!("{state} in {after}"));
    Some(disagreement.instead_of(format!("{state} in {before}"), is))
}

fn versions<'c>(claims: &'c [Claim], state: &State) -> Vec<&'c str> {
    claims.iter().filter(|claim| claim.state == *state).map(|claim| claim.version.as_str()).collect()
}

/// `Added in v1, Deprecated in v1.116.0`
fn told(claims: &[Claim]) -> String {
    let told: Vec<String> = claims.iter().map(|claim| format!("{} in {}", claim.state, claim.version)).collect();
    if told.is_empty() { "nothing".to_owned() } else { told.join(", ") }
}

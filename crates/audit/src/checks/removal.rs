//! What went without a word.

use contract::marker::State;
use contract::{Release, ReleaseSet};

use crate::covered::{Covered, Run, listed};
use crate::disagreement::Disagreement;
use crate::element::Element;
use crate::fact::Fact;

pub(super) fn check(covered: &Covered, element: &Element) -> Vec<Disagreement> {
    let claims = element.claims_of(&State::Deprecated);
    let warned = claims.into_iter().fold(element.deprecated, |all, (_, releases)| all | releases);
    let lives = covered.runs(element.alive);
    let told = |life: &Run| warned.iter().any(|release| release <= life.last);
    // What goes together with all that it belongs to is told of that.
    let ended = lives.iter().filter_map(|life| Some((life, life.after?)));
    let untold = ended.filter(|(life, after)| element.owner.contains(*after) && !told(life));
    untold.map(|(_, after)| gone(element, &lives, after)).collect()
}

fn gone(element: &Element, lives: &[Run], after: Release) -> Disagreement {
    let next_life = lives.iter().map(|life| life.first).find(|first| *first > after);
    let absent = ReleaseSet::between(after, next_life);
    let moved = element.elsewhere_at(after);
    let fact = if moved.is_some() { Fact::MovedUnwarned } else { Fact::RemovedUnwarned };
    Disagreement::new(fact, absent)
        .word("{seen}", after.version())
        .word("{elsewhere}", moved.unwrap_or_default())
        .evidence(format!("present in {}, and never deprecated before", listed(lives)))
}

//! Facts that are one.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::engine::Violation;

/// Facts of one kind about one thing that hold at different releases are one; the newest speaks.
pub(super) fn merged(facts: Vec<Violation<'_>>) -> Vec<Violation<'_>> {
    if facts.len() < 2 {
        return facts;
    }
    let mut places = HashMap::with_capacity_and_hasher(facts.len(), RandomState::default());
    let keys = facts.iter().map(|fact| (fact.fact, &fact.pointer, fact.component, &fact.subject));
    let firsts = keys.enumerate().map(|(index, key)| *places.entry(key).or_insert(index));
    let firsts: Vec<usize> = firsts.collect();
    if places.len() == facts.len() {
        return facts;
    }
    let mut all: Vec<Option<Violation<'_>>> = Vec::with_capacity(facts.len());
    for (fact, first) in facts.into_iter().zip(firsts) {
        let Some(Some(known)) = all.get_mut(first) else {
            all.push(Some(fact));
            continue;
        };
        let at = known.at | fact.at;
        if fact.at.last() > known.at.last() {
            *known = fact;
        }
        known.at = at;
        // So that places in the list stay those of the facts.
        all.push(None);
    }
    all.into_iter().flatten().collect()
}

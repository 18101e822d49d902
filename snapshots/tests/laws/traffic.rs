//! What laws about traffic are tried on: exchanges and lines, right ones and disturbed ones.

use contract::{Operation, Projection, Release, ReleaseSet};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{self, Index};
use testkit::exchange::{self, Exchange};
use testkit::material::TURNING_RELEASES;
use testkit::mutation::breaking_component;
use testkit::noise::{Chance, disturb};

use crate::run::{BUILTIN, builtin, names};

/// The releases before and after large changes.
pub(crate) fn turns() -> Vec<Release> {
    TURNING_RELEASES.iter().map(|version| Release::known(version)).collect()
}

/// Some of the releases before and after large changes, or a few neighbours.
pub(crate) fn some_releases() -> BoxedStrategy<ReleaseSet> {
    let spread = sample::subsequence(turns(), 2..=5).prop_map(|some| some.into_iter().collect::<ReleaseSet>());
    let covered: Vec<Release> = BUILTIN.releases.iter().collect();
    let ends = (sample::select(covered.clone()), 1_usize..4);
    let range = ends.prop_map(move |(first, more)| {
        covered.iter().copied().filter(|release| *release >= first).take(more + 1).collect::<ReleaseSet>()
    });
    prop_oneof![3 => spread, 1 => range].boxed()
}

/// Operations of the contract, each with a release at which it lives.
fn operations() -> impl Strategy<Value = (&'static Operation, Release)> {
    let all: Vec<&'static Operation> = BUILTIN.operations.iter().collect();
    sample::select(all).prop_flat_map(|operation| {
        let lives: Vec<Release> = (operation.life & BUILTIN.releases).iter().collect();
        (Just(operation), sample::select(lives))
    })
}

/// Exchanges of one operation, made for one release, most of them disturbed.
pub(crate) fn exchanges(most: usize) -> BoxedStrategy<Vec<Exchange>> {
    let some = operations().prop_flat_map(move |(operation, release)| {
        vec(exchange::disturbed(Projection { contract: &BUILTIN, release }, operation), 1..=most)
    });
    some.boxed()
}

/// Lines of values of one component, made for one release, most of them disturbed.
pub(crate) fn lines(name: &'static str, most: usize) -> BoxedStrategy<Vec<String>> {
    let line = (builtin(name), any::<[Index; 2]>(), 0_usize..4, any::<u64>());
    let line = line.prop_map(move |(made, picks, manner, seed)| {
        let view = Projection { contract: &BUILTIN, release: made.release };
        let mut value = made.value;
        for pick in picks.iter().take(manner) {
            let mutations = breaking_component(view, name, &value);
            if !mutations.is_empty() {
                value = pick.get(&mutations).apply(&value);
            }
        }
        let text = value.to_string();
        // A line is what it was made as, broken once or twice, or noise.
        if manner < 3 { text } else { noise(&text, seed) }
    });
    vec(line, 1..=most).boxed()
}

/// A disturbed text that is one line, and JSON, since lines that are not JSON end a run.
fn noise(text: &str, seed: u64) -> String {
    let mut chance = Chance::new(seed);
    let disturbed = String::from_utf8_lossy(&disturb(text.as_bytes(), &mut chance)).replace('\n', " ");
    let is_json = serde_json::from_str::<serde_json::Value>(&disturbed).is_ok();
    if is_json { disturbed } else { text.to_owned() }
}

/// Any component that lives at one of the releases.
pub(crate) fn components(open: ReleaseSet) -> BoxedStrategy<&'static str> {
    let alive = names().filter(|name| !(BUILTIN.components[*name].life & open).is_empty());
    sample::select(alive.collect::<Vec<_>>()).boxed()
}

//! The validator accepts what was made right, and says where what was broken is wrong.

use std::collections::BTreeSet;

use contract::{Contract, Projection};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseResult, TestRunner};
use report::{Finding, Severity};
use testkit::mutation::breaking_component;

use crate::run::{BUILTIN, Judge, Made, builtin, hold, names, told};

/// How many mutations of one value are tried.
pub(crate) const BREAKS: usize = 12;

/// Facts that come alone. A text that breaks a pattern may break a format too, and a short list may repeat an item.
const ALONE: [&str; 11] = [
    "enum",
    "enum-not-yet-added",
    "enum-removed",
    "maximum",
    "minimum",
    "null",
    "property-not-yet-added",
    "property-removed",
    "required",
    "type",
    "uniqueItems",
];

#[test]
fn what_is_made_right_is_accepted() {
    for name in names() {
        hold(48, name, &builtin(name), |made| accepted(&BUILTIN, name, &made));
    }
}

#[test]
fn what_is_broken_in_one_place_is_found_there() {
    for name in names() {
        let strategy = (builtin(name), any::<[Index; BREAKS]>());
        hold(32, name, &strategy, |(made, picks)| each_break_found(&BUILTIN, name, &made, &picks));
    }
}

/// Guards the law above against mutations that nobody makes any more.
#[test]
fn the_contract_is_broken_in_every_way_that_it_can_be() {
    let mut runner = TestRunner::deterministic();
    let mut facts = BTreeSet::new();
    for name in names() {
        for _ in 0..24 {
            let made = builtin(name).new_tree(&mut runner).unwrap().current();
            let view = Projection { contract: &BUILTIN, release: made.release };
            facts.extend(breaking_component(view, name, &made.value).into_iter().map(|mutation| mutation.fact));
        }
    }
    let others = ["exclusiveMinimum", "format", "maxItems", "minItems", "minLength", "pattern"];
    assert_eq!(facts, ALONE.into_iter().chain(others).collect());
}

pub(crate) fn accepted(contract: &Contract, name: &str, made: &Made) -> TestCaseResult {
    let findings = Judge::new(contract, made.release, name).findings(&made.value);
    prop_assert_eq!(told(&findings), Vec::<String>::new(), "{} at {}", name, made.release);
    Ok(())
}

/// Whether servers are known to do it, which makes an error a warning.
fn is_known(finding: &Finding) -> bool {
    finding.notes.iter().any(|note| note.starts_with(validator::check::OBSERVED))
}

/// Breaks a value in some ways, each by itself. Each must be an error that names the place, and nothing may be said of
/// any other place.
pub(crate) fn each_break_found(contract: &Contract, name: &str, made: &Made, picks: &[Index]) -> TestCaseResult {
    let view = Projection { contract, release: made.release };
    let mutations = breaking_component(view, name, &made.value);
    if mutations.is_empty() {
        return Ok(());
    }
    let mut judge = Judge::new(contract, made.release, name);
    for mutation in picks.iter().map(|pick| pick.get(&mutations)) {
        let findings = judge.findings(&mutation.apply(&made.value));
        let tells = |finding: &Finding| {
            let facts = finding.rule.facts();
            // Where the pattern is wrong, nothing is said of the format that it spells out.
            facts.contains(&mutation.fact) || (mutation.fact == "format" && facts.contains(&"pattern"))
        };
        let found =
            findings.iter().any(|finding| (finding.severity == Severity::Error || is_known(finding)) && tells(finding));
        prop_assert!(found, "{:?} was not found in {}: {:?}", mutation, name, told(&findings));
        let elsewhere = findings.iter().any(|finding| finding.location.pointer != mutation.pointer);
        prop_assert!(!elsewhere, "{:?} of {} gave {:?}", mutation, name, told(&findings));
        let several = ALONE.contains(&mutation.fact) && findings.len() > 1;
        prop_assert!(!several, "{:?} of {} gave {:?}", mutation, name, told(&findings));
    }
    Ok(())
}

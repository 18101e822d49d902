//! The rules of the audit: their names, their words, and the examples in their texts, which are executed.
#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use std::collections::BTreeSet;

use audit::rules;
use contract::read;
use report::{Example, Finding};

/// What the audit finds in an example: an annotated contract of a few elements.
fn findings(example: &Example) -> Vec<Finding> {
    let reading = read::annotated(&serde_json::from_str(&example.text).unwrap()).unwrap();
    assert_eq!(reading.warnings, [], "{}", example.text);
    audit::audit(&reading.contract, "example")
}

#[test]
fn ids() {
    insta::assert_snapshot!(snapshots::ids(rules::all()));
}

#[test]
fn no_rule_has_the_name_of_another_crates() {
    let names = |set: &'static report::RuleSet| -> BTreeSet<&str> {
        set.iter().flat_map(|rule| rule.aliases().iter().copied().chain([rule.id()])).collect()
    };
    let shared: Vec<&str> = names(rules::all()).intersection(&names(validator::rules::all())).copied().collect();
    assert_eq!(shared, [""; 0]);
}

#[test]
fn examples_find_what_they_say() {
    let found = |example: &Example| findings(example).iter().map(|finding| finding.rule.id()).collect();
    snapshots::examples_find_what_they_say(rules::all(), found);
}

#[test]
fn words_of_the_bad_examples() {
    let words = snapshots::words_of_the_bad_examples(rules::all(), findings, snapshots::help);
    insta::assert_snapshot!(words);
}

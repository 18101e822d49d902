//! The rules: their ids, their words, and their examples, which are executed.

use std::collections::BTreeSet;

use accepts::rules;
use contract::{ReleaseSet, read};
use report::{Example, Finding, Verdict};
use serde_json::{Value, json};

use super::{judged, reads, sends};

/// The findings of an example: a model against a server of one type.
fn of_example(example: &Example) -> Vec<Finding> {
    let whole: Value = serde_json::from_str(&example.text).unwrap();
    let document = json!({"x-immich-covers": "1.106.0..", "$defs": {"Type": whole["server"]}});
    let contract = read::annotated(&document).unwrap().contract;
    let client = match example.option("sends") {
        Some(_) => sends(&whole["model"], "Type"),
        None => reads(&whole["model"], "Type", example.option("decoder").unwrap_or("json-schema")),
    };
    accepts::findings(&client, &judged(&contract, &client), ReleaseSet::all())
}

#[test]
fn ids() {
    let lines = rules::all().iter().map(|rule| format!("{} {}\n", rule.id(), rule.severity()));
    insta::assert_snapshot!(lines.collect::<String>());
}

#[test]
fn examples_find_what_they_say() {
    for rule in rules::all() {
        let verdicts: BTreeSet<bool> = rule.examples().iter().map(|it| it.verdict == Verdict::Bad).collect();
        assert_eq!(verdicts.len(), 2, "{}: a bad and a good example", rule.id());
        for example in rule.examples() {
            let found: BTreeSet<&str> = of_example(&example).iter().map(|finding| finding.rule.id()).collect();
            let expected = if example.verdict == Verdict::Bad { BTreeSet::from([rule.id()]) } else { BTreeSet::new() };
            assert_eq!(found, expected, "{}: {}", rule.id(), example.text);
        }
    }
}

#[test]
fn words_of_the_bad_examples() {
    let bad = |rule: &report::Rule| rule.examples().into_iter().filter(|example| example.verdict == Verdict::Bad);
    let found = rules::all().iter().flat_map(bad).flat_map(|example| of_example(&example));
    let words = found.map(|finding| {
        let releases = finding.releases.map(|releases| releases.to_string()).unwrap_or_default();
        let witness = finding.actual.map(|witness| format!("  < {witness}"));
        let head =
            [format!("{} {} ({releases})", finding.severity, finding.rule.id()), format!("  {}", finding.message)];
        let notes = finding.notes.into_iter().map(|note| format!("  = {note}"));
        head.into_iter().chain(notes).chain(witness).map(|line| line + "\n").collect::<String>()
    });
    insta::assert_snapshot!(words.collect::<String>());
}

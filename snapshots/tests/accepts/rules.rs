//! The rules: their ids, their words, and their examples, which are executed.

use accepts::rules;
use contract::{ReleaseSet, read};
use report::{Example, Finding};
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
    insta::assert_snapshot!(snapshots::ids(rules::all()));
}

#[test]
fn examples_find_what_they_say() {
    snapshots::examples_find_what_they_say(rules::all(), |example| snapshots::distinct(&of_example(example)));
}

#[test]
fn words_of_the_bad_examples() {
    let witness = |finding: &Finding| finding.actual.as_ref().map(|witness| format!("  < {witness}"));
    insta::assert_snapshot!(snapshots::words_of_the_bad_examples(rules::all(), of_example, witness));
}

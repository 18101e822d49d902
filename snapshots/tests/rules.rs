//! The rules: their names, the facts that they judge, and the examples in their texts, which are executed.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a helper of tests stops like a test")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::ControlFlow;

use contract::{Contract, Release, ReleaseSet, read};
use report::{Direction, Example, Finding, Report, Rule, Tool, Verdict};
use serde_json::Value;
use validator::capture::{self, Captures, Hint};
use validator::check::{BodyOf, Checker, Options};
use validator::rules;

/// What the checks tell of both directions, and the rules that judge it.
const BOTH: &[(&str, &str)] = &[
    ("additionalProperties", "property-forbidden"),
    ("anyOf", "alternatives-unmatched"),
    ("body-not-json", "body-not-json"),
    ("const", "constant-mismatch"),
    ("duplicate-key", "key-duplicated"),
    ("enum", "enum-value-unknown"),
    ("enum-not-yet-added", "enum-value-not-yet-added"),
    ("enum-removed", "enum-value-removed"),
    ("exclusiveMaximum", "number-too-large"),
    ("exclusiveMinimum", "number-too-small"),
    ("format", "format-invalid"),
    ("maxItems", "array-too-long"),
    ("maxLength", "string-too-long"),
    ("maxProperties", "object-too-large"),
    ("maximum", "number-too-large"),
    ("minItems", "array-too-short"),
    ("minLength", "string-too-short"),
    ("minProperties", "object-too-small"),
    ("minimum", "number-too-small"),
    ("multipleOf", "number-not-multiple"),
    ("null", "null-not-allowed"),
    ("oneOf", "alternatives-unmatched"),
    ("pattern", "pattern-mismatch"),
    ("property-not-yet-added", "property-not-yet-added"),
    ("property-removed", "property-removed"),
    ("property-undeclared", "property-undeclared"),
    ("required", "property-missing"),
    ("schema", "schema-mismatch"),
    ("schema-unusable", "schema-unusable"),
    ("type", "type-mismatch"),
    ("uniqueItems", "array-item-repeated"),
];

/// The same, of requests only.
const REQUEST: &[(&str, &str)] = &[
    ("authentication-missing", "authentication-missing"),
    ("content-type", "request-content-type-undeclared"),
    ("operation-alive", "operation-undocumented-but-alive"),
    ("operation-deprecated", "operation-deprecated"),
    ("operation-not-yet-added", "operation-not-yet-added"),
    ("operation-removed", "operation-removed"),
    ("operation-undocumented", "operation-undocumented"),
    ("parameter-deprecated", "parameter-deprecated"),
    ("parameter-missing", "parameter-missing"),
    ("parameter-not-yet-added", "parameter-not-yet-added"),
    ("parameter-removed", "parameter-removed"),
    ("parameter-undeclared", "parameter-undeclared"),
    ("property-deprecated", "request-property-deprecated"),
    ("request-body-missing", "request-body-missing"),
    ("request-body-undeclared", "request-body-undeclared"),
];

/// The same, of responses only.
const RESPONSE: &[(&str, &str)] = &[
    ("content-type", "response-content-type-undeclared"),
    ("error-body-unknown", "error-body-unknown"),
    ("property-deprecated", "response-property-deprecated"),
    ("request-refused", "request-refused"),
    ("response-body-missing", "response-body-missing"),
    ("response-body-undeclared", "response-body-undeclared"),
    ("status-undeclared", "status-undeclared"),
];

#[test]
fn each_fact_has_its_judge_and_no_rule_waits_for_another() {
    for (direction, own) in [(Direction::Request, REQUEST), (Direction::Response, RESPONSE)] {
        let expected: BTreeSet<(&str, &str)> = BOTH.iter().chain(own).copied().collect();
        let judged = rules::all().iter().flat_map(|rule| {
            let facts = rule.facts().iter().filter(|fact| rule.judges(fact, direction));
            facts.map(|fact| (*fact, rule.id())).collect::<Vec<_>>()
        });
        assert_eq!(judged.collect::<BTreeSet<_>>(), expected, "{direction:?}");
    }
}

#[test]
fn ids() {
    let lines = rules::all().iter().map(|rule| {
        let direction = rule.direction().map_or("both", Direction::as_str);
        format!("{} {} {direction}\n", rule.id(), rule.severity())
    });
    insta::assert_snapshot!(lines.collect::<String>());
}

#[test]
fn each_rule_has_a_bad_and_a_good_example() {
    for rule in rules::all() {
        let verdicts: Vec<Verdict> = rule.examples().iter().map(|example| example.verdict).collect();
        assert!(verdicts.contains(&Verdict::Bad) && verdicts.contains(&Verdict::Good), "{}: {verdicts:?}", rule.id());
    }
}

#[test]
fn examples_find_what_they_say() {
    let builtin = read::annotated(&models::document()).unwrap().contract;
    let mut wrong = String::new();
    for rule in rules::all() {
        for example in rule.examples() {
            let (expected, report) = (expected(rule, &example), run(&builtin, &example));
            let found: BTreeSet<&str> = report.findings().iter().map(|finding| finding.rule.id()).collect();
            if found != expected {
                writeln!(wrong, "{} {:?} {:?}: {found:?}", rule.id(), example.verdict, example.options).unwrap();
            }
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn words_of_the_bad_examples() {
    let builtin = read::annotated(&models::document()).unwrap().contract;
    let mut words = String::new();
    for rule in rules::all() {
        for example in rule.examples().iter().filter(|example| example.verdict == Verdict::Bad) {
            let report = run(&builtin, example);
            let own = report.findings().iter().filter(|finding| finding.rule.id() == rule.id());
            words.extend(own.map(spoken));
        }
    }
    insta::assert_snapshot!(words);
}

/// The words of a finding: message, what is underlined and the label beside it, notes, help.
fn spoken(finding: &Finding) -> String {
    let head = format!("{} {} {}", finding.severity, finding.rule.id(), finding.location.pointer);
    let label = finding.excerpt.as_ref().map(|it| format!("  | {} <- {}", &it.text[it.span.clone()], it.label));
    let notes = finding.notes.iter().map(|note| format!("  = {note}"));
    let help = finding.help.iter().map(|help| format!("  ? {help}"));
    let lines = [head.trim_end().to_owned(), format!("  {}", finding.message)];
    lines.into_iter().chain(label).chain(notes).chain(help).map(|line| line + "\n").collect()
}

/// The rules that an example must trigger: its own where it is bad, with those of the option `also` in any case.
fn expected<'e>(rule: &'e Rule, example: &'e Example) -> BTreeSet<&'e str> {
    let own = (example.verdict == Verdict::Bad).then(|| rule.id());
    own.into_iter().chain(example.option("also")).collect()
}

/// Checks the capture of an example, against the builtin contract or one that the example brings along.
fn run(builtin: &Contract, example: &Example) -> Report {
    let (inline, text) = match example.option("contract") {
        Some("inline") => {
            let both: Value = serde_json::from_str(&example.text).unwrap();
            (Some(contract_of(&both["contract"])), both.get("exchange").unwrap_or(&both["body"]).to_string())
        }
        None if example.option("schema").is_some() => (None, example.text.clone()),
        None => (None, serde_json::from_str::<Value>(&example.text).unwrap().to_string()),
        Some(other) => panic!("contract={other}"),
    };
    let release = Release::exact(example.option("at").unwrap()).unwrap();
    let body = example.option("schema").map(|name| BodyOf::Component(name.to_owned()));
    let hint = if body.is_some() { Hint::Body } else { Hint::Detect };
    let contract = inline.as_ref().unwrap_or(builtin);
    let mut checker =
        Checker::new(contract, ReleaseSet::only(release), Options { body, ..Options::default() }).unwrap();
    let mut report = Report::new(Tool { name: "rules".into(), version: "0".into() }, "example", release.version());
    let captures = Captures::from_bytes("example", text.into_bytes(), capture::Options { hint, ..Default::default() });
    let read = captures.for_each(|item| {
        checker.check(&item, &mut report);
        ControlFlow::Continue(())
    });
    read.unwrap();
    assert_eq!((report.summary.exchanges, report.summary.not_modelled), (1, 0), "{}", example.text);
    report
}

/// An OpenAPI document or an annotated contract; an example of ours has nothing odd in it.
fn contract_of(document: &Value) -> Contract {
    let reading = if document.get("openapi").is_some() {
        read::openapi(document.to_string().as_bytes()).unwrap()
    } else {
        read::annotated(document).unwrap()
    };
    assert_eq!(reading.warnings, []);
    reading.contract
}

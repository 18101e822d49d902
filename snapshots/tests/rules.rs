//! The rules: their names, their mirrors, and the examples in their texts, which are executed. That each fact is judged,
//! and that no rule waits for another one, the compiler sees to.
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

/// Rules of requests and those that say the same of responses, where their facts are two.
const MIRRORS: &[(&str, &str)] = &[
    ("property-read-only", "property-write-only"),
    ("request-body-missing", "response-body-missing"),
    ("request-body-undeclared", "response-body-undeclared"),
];

/// Rules of one direction without a rule of the other one, and why.
const ONE_SIDED: &[(&[&str], &str)] = &[
    (&["authentication-missing", "authentication-of-other-kind"], "only requests carry credentials"),
    (&["head-undocumented", "request-outside-api"], "what HTTP has beside the API begins with a request"),
    (
        &["request-content-type-missing"],
        "what a server makes of a body hangs on its type; a client knows what it asked for",
    ),
    (
        &[
            "operation-deprecated",
            "operation-not-yet-added",
            "operation-removed",
            "operation-undocumented",
            "operation-undocumented-but-alive",
        ],
        "a request asks for an operation",
    ),
    (
        &[
            "parameter-deprecated",
            "parameter-missing",
            "parameter-not-yet-added",
            "parameter-removed",
            "parameter-style-mismatch",
            "parameter-undeclared",
            "value-not-json",
        ],
        "only requests have parameters",
    ),
    (&["error-body-unknown", "request-refused", "status-undeclared"], "only responses have a status"),
];

#[test]
fn a_rule_of_one_direction_has_its_mirror_or_a_reason() {
    for rule in rules::all() {
        let Some(direction) = rule.direction() else { continue };
        let other = if direction == Direction::Request { Direction::Response } else { Direction::Request };
        let judged = |fact: &&str| rules::all().iter().any(|rule| rule.judges(fact, other));
        let named = MIRRORS.iter().any(|(request, response)| [*request, *response].contains(&rule.id()));
        let mirrored = named || rule.facts().iter().all(judged);
        let waived = ONE_SIDED.iter().any(|(ids, _)| ids.contains(&rule.id()));
        assert_ne!(mirrored, waived, "{}: neither mirrored nor waived, or both", rule.id());
    }
    let named = MIRRORS.iter().flat_map(|(request, response)| [*request, *response]);
    for id in named.chain(ONE_SIDED.iter().flat_map(|(ids, _)| *ids).copied()) {
        assert!(rules::all().get(id).is_some_and(|rule| rule.direction().is_some()), "{id} is not of one direction");
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
            let elsewhere = report.findings().iter().any(|it| !it.rule.parts().contains(it.location.part));
            if found != expected || elsewhere {
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

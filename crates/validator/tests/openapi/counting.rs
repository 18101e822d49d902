//! What is only counted, and how many findings show what they are about.

use std::ops::ControlFlow;

use contract::{Contract, Release, ReleaseSet};
use immich_contract_validator::capture::{self, Captures};
use immich_contract_validator::check::{Checker, Notes, Options};
use report::{Report, Severity, Tool};
use serde_json::{Value, json};

use crate::reading_of;

fn report(contract: &Contract, notes: Notes, exchange: &Value) -> Report {
    let line = exchange.to_string().into_bytes();
    let captures = Captures::from_bytes("exchange", line, capture::Options::default());
    let options = Options { notes, ..Options::default() };
    let mut checker = Checker::new(contract, ReleaseSet::only(Release::latest()), options).unwrap();
    let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "openapi", "");
    let read = captures.for_each(|item| {
        checker.check(&item, &mut report);
        ControlFlow::Continue(())
    });
    read.unwrap();
    report
}

fn contract(schema: &Value) -> Contract {
    let content = json!({"application/json": {"schema": schema}});
    let operation = json!({"operationId": "x", "requestBody": {"content": content},
        "responses": {"200": {"description": "", "content": content}}});
    reading_of(&json!({"/x": {"post": operation}})).0
}

fn exchange(sent: &Value, answered: &Value) -> Value {
    let headers = json!([{"name": "content-type", "value": "application/json"}]);
    json!({"request": {"method": "POST", "url": "/api/x", "headers": headers, "bodyText": sent.to_string()},
        "response": {"status": 200, "headers": headers, "bodyText": answered.to_string()}})
}

/// Who sends it must change; who is sent it only may know.
#[test]
fn a_deprecated_member_of_an_answer_is_counted_and_one_of_a_request_is_told() {
    let contract = contract(&json!({"type": "object", "properties": {"a": {"type": "integer", "deprecated": true}}}));
    let (with, without) = (json!({"a": 1}), json!({}));
    for (sent, answered, told) in [(&with, &with, (1, 1)), (&with, &without, (1, 0)), (&without, &with, (0, 1))] {
        let exchange = exchange(sent, answered);
        for notes in [Notes::Counted, Notes::Reported] {
            let summary = report(&contract, notes, &exchange).summary;
            assert_eq!((summary.warnings, summary.notes), told, "{notes:?} {exchange}");
        }
        let counted = report(&contract, Notes::Counted, &exchange);
        assert!(counted.findings().iter().all(|finding| finding.severity > Severity::Note), "{exchange}");
    }
}

#[test]
fn a_thousand_findings_of_a_rule_show_what_they_are_about() {
    let contract = contract(&json!({"type": "array", "items": {"type": "integer", "minimum": 0}}));
    let wrong: Vec<Value> = (0..1100).map(|at| if at % 11 == 0 { json!(-1) } else { json!("x") }).collect();
    let report = report(&contract, Notes::Reported, &exchange(&json!([]), &json!(wrong)));
    for (rule, told, shown) in [("type-mismatch", 1000, 1000), ("number-too-small", 100, 100)] {
        let of_rule = || report.findings().iter().filter(|finding| finding.rule.id() == rule);
        let with_excerpt = of_rule().filter(|finding| finding.excerpt.is_some()).count();
        assert_eq!((of_rule().count(), with_excerpt), (told, shown), "{rule}");
    }
}

#[test]
fn more_findings_than_that_show_nothing() {
    let contract = contract(&json!({"type": "array", "items": {"type": "integer"}}));
    let report = report(&contract, Notes::Reported, &exchange(&json!([]), &json!(vec!["x"; 1003])));
    let shown = report.findings().iter().filter(|finding| finding.excerpt.is_some()).count();
    assert_eq!((report.findings().len(), shown), (1003, 1000));
}

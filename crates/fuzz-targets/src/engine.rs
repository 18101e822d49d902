//! The engine and the reference agree on what is wrong with a document, and where.

use std::sync::Arc;

use contract::pointer::escape;
use contract::{Projection, ReleaseSet, write};
use reference::error::ValidationErrorKind;
use reference::{Judgement, ValidationError, Validator};
use report::{Finding, Report, Tool};
use serde_json::Value;
use validator::agreement;
use validator::check::{BodyOf, Checker, Options};
use validator::exchange::{BareBody, Item, ItemLocation};

use crate::BUILTIN;

/// What no schema can say; formats are among them where they are those of integers.
const BEYOND_SCHEMAS: [&str; 5] =
    ["duplicate-key", "property-deprecated", "property-not-yet-added", "property-removed", "property-undeclared"];

/// An input is a line such as `AssetResponseDto 2.7.5`, then a document. It says something where that is JSON.
pub fn engine(input: &[u8]) -> bool {
    let Some((body, release, document)) = agreement::case(input) else { return false };
    let Some(schema) = schema(&body).filter(|_| std::str::from_utf8(document).is_ok()) else { return false };
    let options = Options { body: Some(body), ..Options::default() };
    let Ok(mut checker) = Checker::new(&BUILTIN, ReleaseSet::only(release), options) else { return false };
    let findings = findings(&mut checker, document);
    let Ok(value) = serde_json::from_slice::<Value>(document) else {
        assert!(
            findings.iter().any(|finding| is_of(finding, "body-not-json")),
            "this is not JSON: {}",
            told(&findings)
        );
        return false;
    };
    let view = Projection { contract: &BUILTIN, release };
    let reference = reference::compile(&write::json_schema_of(view, schema)).unwrap();
    agree(&reference, &value, &findings);
    true
}

fn schema(body: &BodyOf) -> Option<&'static contract::Schema> {
    let BodyOf::Component(name) = body else { return None };
    BUILTIN.components.get(name).map(|component| &component.schema)
}

fn findings(checker: &mut Checker<'_>, document: &[u8]) -> Vec<Finding> {
    let place = ItemLocation { source: Arc::from("document"), entry: 0, line: None };
    let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
    checker.check(&Item::Body(BareBody { place, bytes: document.to_vec() }), &mut report);
    report.into_findings()
}

/// Each error of the reference is a finding at its place or below it, and each finding of what schemas say is below an error.
fn agree(reference: &Validator, value: &Value, findings: &[Finding]) {
    let places: Vec<String> = reference.iter_errors(value).flat_map(|error| places(&error)).collect();
    if reference.judge(value) == Judgement::Wrong {
        assert!(!places.is_empty(), "the reference says where");
    }
    for place in &places {
        let is_told = findings.iter().any(|finding| is_below(&finding.location.pointer, place));
        assert!(is_told, "the reference has something against {place}, the engine tells [{}]", told(findings));
    }
    for finding in findings.iter().filter(|finding| !is_beyond_schemas(finding, value)) {
        let is_known = places.iter().any(|place| is_below(&finding.location.pointer, place));
        assert!(is_known, "the engine tells [{}], the reference has nothing against it: {places:?}", told(findings));
    }
}

/// The places that an error is about.
fn places(error: &ValidationError<'_>) -> Vec<String> {
    let here = error.instance_path().as_str();
    let below = |name: &str| format!("{here}/{}", escape(name));
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => unexpected.iter().map(|name| below(name)).collect(),
        ValidationErrorKind::Required { property } => vec![below(property.as_str().unwrap_or_default())],
        _ => vec![here.to_owned()],
    }
}

/// Whether a pointer leads to a place or into it. What is masked in one may be anything.
fn is_below(pointer: &str, place: &str) -> bool {
    let mut tokens = pointer.split('/');
    place.split('/').all(|token| tokens.next().is_some_and(|own| own == token || own.contains(secrets::MASK)))
}

fn is_beyond_schemas(finding: &Finding, value: &Value) -> bool {
    let is_integer = || value.pointer(&finding.location.pointer).is_some_and(Value::is_number);
    BEYOND_SCHEMAS.iter().any(|fact| is_of(finding, fact)) || is_of(finding, "format") && is_integer()
}

fn is_of(finding: &Finding, fact: &str) -> bool {
    finding.rule.facts().contains(&fact)
}

fn told(findings: &[Finding]) -> String {
    let one = |finding: &Finding| format!("{} {}", finding.rule.id(), finding.location.pointer);
    findings.iter().map(one).collect::<Vec<_>>().join(", ")
}

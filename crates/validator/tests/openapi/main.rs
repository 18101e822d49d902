//! Traffic held against OpenAPI documents of others.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

mod content;
mod counting;
mod style_table;
mod styles;

use std::ops::ControlFlow;

use contract::{Contract, Release, ReleaseSet, read};
use immich_contract_validator::capture::{self, Captures};
use immich_contract_validator::check::{Checker, Options};
use report::{Report, Severity, Tool};
use serde_json::{Value, json};

/// What is told, worse than a note: rules with pointers.
type Told = Vec<(&'static str, String)>;

/// A document with these paths, and what was odd in it: pointers with messages.
fn reading_of(paths: &Value) -> (Contract, Vec<String>) {
    let document = json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": paths});
    let reading = read::openapi(document.to_string().as_bytes()).unwrap();
    let warnings = reading.warnings.into_iter().map(|warning| format!("{} {}", warning.pointer, warning.message));
    (reading.contract, warnings.collect())
}

/// What is told of an exchange, and how many of its bodies could not be checked.
fn told(contract: &Contract, request: &Value, response: &Value) -> (Told, u64) {
    let line = json!({"request": request, "response": response}).to_string();
    let captures = Captures::from_bytes("exchange", line.into_bytes(), capture::Options::default());
    let mut checker = Checker::new(contract, ReleaseSet::only(Release::latest()), Options::default()).unwrap();
    let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "openapi", "");
    let read = captures.for_each(|item| {
        checker.check(&item, &mut report);
        ControlFlow::Continue(())
    });
    read.unwrap();
    let worse = report.findings().iter().filter(|finding| finding.severity > Severity::Note);
    let told = worse.map(|finding| (finding.rule.id(), finding.location.pointer.clone()));
    (told.collect(), report.summary.unchecked_bodies)
}

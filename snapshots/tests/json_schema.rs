//! The test suite of JSON Schema 2020-12, as schemas of an OpenAPI 3.1 document.
//!
//! The suite is no part of the project: `$JSON_SCHEMA_TESTS` names its folder `tests/draft2020-12`, which the source package
//! of `jsonschema` on `PyPI` ships. Without it the test says that it was skipped.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use contract::read::{self, Reading};
use contract::{Contract, Release};
use report::{Report, Severity, Tool};
use serde_json::{Value, json};
use validator::agreement::Agreement;
use validator::check::{BodyOf, Checker, Options};
use validator::document::Document;
use validator::exchange::{BareBody, Item, ItemLocation};

/// What OpenAPI 3.1 does not take over (dialects and vocabularies, documents elsewhere), and formats that only annotate.
const OTHER: [&str; 7] =
    ["anchor.json", "content.json", "dynamicRef.json", "format.json", "refRemote.json", "vocabulary.json", "id.json"];
const OPTIONAL: [&str; 2] = ["optional/bignum.json", "optional/ecmascript-regex.json"];

/// How the tests came out.
#[derive(Debug, Default)]
struct Counts {
    right: usize,
    /// The reader said that it does not read something in the schema, or refused it.
    unsure: usize,
    wrong: Vec<String>,
    reasons: BTreeMap<String, usize>,
}

#[test]
fn verdicts_are_those_of_the_suite() {
    let Some(folder) = std::env::var_os("JSON_SCHEMA_TESTS").map(PathBuf::from) else {
        return println!("skipped: $JSON_SCHEMA_TESTS does not name the folder tests/draft2020-12 of the suite");
    };
    let mut names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|entry| file_name(&entry.unwrap().path())).collect();
    names.retain(|name| {
        Path::new(name).extension().is_some_and(|kind| kind == "json") && !OTHER.contains(&name.as_str())
    });
    names.extend(OPTIONAL.map(str::to_owned));
    names.sort();
    let mut counts = Counts::default();
    for name in names {
        let groups: Vec<Value> = serde_json::from_slice(&std::fs::read(folder.join(&name)).unwrap()).unwrap();
        for group in &groups {
            hold(&name, group, &mut counts);
        }
    }
    let Counts { right, unsure, wrong, reasons } = &counts;
    println!("{right} right, {unsure} unsure, {} wrong; unsure for {reasons:#?}", wrong.len());
    assert_eq!(wrong.as_slice(), [] as [&str; 0]);
    assert!(*right > 1000, "{right} right");
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// Holds the values of a group against its schema.
fn hold(file: &str, group: &Value, counts: &mut Counts) {
    let tests = group["tests"].as_array().unwrap();
    let reading = match read::openapi(document(&group["schema"]).as_bytes()) {
        Ok(reading) if reading.warnings.iter().all(|warning| !warning.message.contains("not read")) => reading,
        other => {
            counts.unsure += tests.len();
            *counts.reasons.entry(reason(other)).or_default() += tests.len();
            return;
        }
    };
    for test in tests {
        let (text, valid) = (moved(&test["data"]), test["valid"].as_bool().unwrap());
        if is_right(&reading.contract, &text) == valid {
            counts.right += 1;
        } else {
            counts.wrong.push(format!("{file}: {} / {}: {text}", group["description"], test["description"]));
        }
        let body = BodyOf::Component("X".to_owned());
        let mut agreement = Agreement::new(&reading.contract, Release::latest(), body).unwrap();
        if let Err(told) = agreement.hold(text.as_bytes()) {
            counts.wrong.push(format!("{file}: {}: {text}: {told}", group["description"]));
        }
    }
}

fn reason(other: Result<Reading, impl std::fmt::Display>) -> String {
    let words = match other {
        Ok(reading) => reading.warnings.first().map(|warning| warning.message.clone()).unwrap_or_default(),
        Err(error) => error.to_string(),
    };
    words.split_once(": ").map_or(words.clone(), |(_, rest)| rest.to_owned())
}

/// A schema, or a value that looks like one, whose references lead to where the schema stands now.
fn moved(value: &Value) -> String {
    let text = value.to_string().replace("\"$ref\":\"#\"", "\"$ref\":\"#/\"");
    let text = text.replace("\"$ref\":\"#/", "\"$ref\":\"#/components/schemas/X/");
    text.replace("/schemas/X/\"", "/schemas/X\"")
}

/// An OpenAPI document with the schema as a component.
fn document(schema: &Value) -> String {
    let schema: Value = serde_json::from_str(&moved(schema)).unwrap();
    let info = json!({"title": "Suite", "version": "1"});
    json!({"openapi": "3.1.0", "info": info, "components": {"schemas": {"X": schema}}}).to_string()
}

/// Whether a check finds no error.
fn is_right(contract: &Contract, text: &str) -> bool {
    assert!(Document::parse(text.as_bytes()).is_ok(), "{text}");
    let options = Options { body: Some(BodyOf::Component("X".to_owned())), ..Options::default() };
    let mut checker = Checker::new(contract, contract::ReleaseSet::only(Release::latest()), options).unwrap();
    let place = ItemLocation { source: Arc::from("suite"), entry: 0, line: None };
    let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
    checker.check(&Item::Body(BareBody { place, bytes: text.as_bytes().to_vec() }), &mut report);
    report.findings().iter().all(|finding| finding.severity != Severity::Error)
}

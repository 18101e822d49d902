//! `diff`: which sides are taken, formats and exit codes.

use serde_json::{Value, json};

use super::{file, run, run_with};

/// A document of one operation that answers with a status word, one of these.
fn document(version: &str, words: &[&str]) -> Vec<u8> {
    let schema = json!({"type": "string", "enum": words});
    let responses = json!({"200": {"description": "", "content": {"application/json": {"schema": schema}}}});
    let info = json!({"title": "Example", "version": version});
    let paths = json!({"/status": {"get": {"operationId": "getStatus", "responses": responses}}});
    json!({"openapi": "3.0.0", "info": info, "paths": paths}).to_string().into_bytes()
}

#[test]
fn releases_of_the_embedded_contract_are_compared() {
    let diff = run(&["diff", "1.127.0", "1.128.0", "--format", "json"]);
    assert_eq!(diff.code, Some(1), "{}", diff.err);
    let report: Value = serde_json::from_str(&diff.out).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let source = findings.iter().find(|one| one["subject"] == "SourceType").unwrap();
    assert_eq!((&source["rule"], &source["severity"]), (&json!("response-enum-value-added"), &json!("error")));
    assert_eq!(source["location"]["pointer"], "/components/schemas/SourceType");
    assert!(source["message"].as_str().unwrap().contains("\"manual\""), "{source}");
}

#[test]
fn a_release_is_the_same_as_itself() {
    let diff = run(&["diff", "2.7.5", "2.7.5"]);
    assert_eq!(diff.code, Some(0), "{}", diff.out);
    assert!(diff.err.contains("0 changes") && diff.err.contains("a bump of none"), "{}", diff.err);
}

#[test]
fn documents_are_compared_and_one_may_come_from_standard_input() {
    let (old, new) = (document("1.0.0", &["on"]), document("1.0.1", &["on", "off"]));
    let old = file("old.json", &old);
    let diff = run_with(&["diff", &old.path, "-"], &new);
    assert_eq!(diff.code, Some(1), "{}", diff.err);
    assert!(diff.out.contains("error[response-enum-value-added]"), "{}", diff.out);
    assert!(diff.err.contains("a bump of major, but patch was made"), "{}", diff.err);
    let back = run_with(&["diff", "-", &old.path], &new);
    assert_eq!(back.code, Some(0), "new clients may break, old ones do not: {}", back.out);
    assert!(back.out.contains("warning[response-enum-value-removed]"), "{}", back.out);
    assert_eq!(run_with(&["diff", "-", &old.path, "--fail-on", "warning"], &new).code, Some(1));
}

#[test]
fn each_operation_can_have_its_own_finding() {
    let findings = |more: &[&str]| {
        let diff = run(&[&["diff", "1.127.0", "1.128.0", "--format", "json"], more].concat());
        let report: Value = serde_json::from_str(&diff.out).unwrap();
        report["findings"].as_array().unwrap().iter().filter(|one| one["subject"] == "SourceType").count()
    };
    assert_eq!(findings(&[]), 1);
    assert!(findings(&["--by-operation"]) > 1);
}

#[test]
fn sides_that_are_none_end_the_run() {
    let wrong = file("wrong.json", b"{}");
    for (side, complaint) in [
        ("no/such.json", "no such file"),
        ("banana", "is not a file, and as a release"),
        ("no-such-revision:openapi.json", "git:"),
        ("--output=x:openapi.json", "does not begin with"),
        (wrong.path.as_str(), "this is not an OpenAPI document"),
    ] {
        let diff = run(&["diff", "--", side, "2.7.5"]);
        assert_eq!(diff.code, Some(2), "{side}");
        assert!(diff.err.contains(complaint) && diff.err.contains(side), "{}", diff.err);
    }
    let diff = run_with(&["diff", "-", "-"], &document("1.0.0", &["on"]));
    assert_eq!(diff.code, Some(2));
    assert!(diff.err.contains("one side only"), "{}", diff.err);
}

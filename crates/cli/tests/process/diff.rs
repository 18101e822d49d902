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

/// A document whose paths each take an id, which matches a pattern where one is given.
fn things(names: &[(&str, Option<&str>)]) -> Vec<u8> {
    let path = |(name, pattern): &(&str, Option<&str>)| {
        let mut schema = json!({"type": "string", "format": "uuid"});
        if let Some(pattern) = pattern {
            schema["pattern"] = json!(pattern);
        }
        let id = json!({"name": format!("{name}Id"), "in": "path", "required": true, "schema": schema});
        let get =
            json!({"operationId": format!("get{name}"), "parameters": [id], "responses": {"200": {"description": ""}}});
        (format!("/{name}/{{{name}Id}}"), json!({"get": get}))
    };
    let paths: serde_json::Map<String, Value> = names.iter().map(path).collect();
    json!({"openapi": "3.0.0", "info": {"title": "Example", "version": "1.0.0"}, "paths": paths})
        .to_string()
        .into_bytes()
}

const LOWER: Option<&str> = Some("^[0-9a-f-]+$");

#[test]
fn one_fact_is_one_finding_in_every_format() {
    let old = file("old.json", &things(&[("cups", None), ("forks", None), ("pans", None)]));
    let new = file("new.json", &things(&[("cups", LOWER), ("forks", LOWER), ("pans", LOWER)]));
    let written = |format: &str| run(&["diff", &old.path, &new.path, "--format", format]).out;
    let report: Value = serde_json::from_str(&written("json")).unwrap();
    assert_eq!((&report["summary"]["errors"], report["findings"].as_array().unwrap().len()), (&json!(1), 1));
    let finding = &report["findings"][0];
    assert_eq!((&finding["count"], &finding["operations"]), (&json!(3), &json!(["getcups", "getforks", "getpans"])));
    let subjects: Vec<&Value> = finding["places"].as_array().unwrap().iter().map(|place| &place["subject"]).collect();
    assert_eq!(
        subjects,
        ["GET /cups/{cupsId} path cupsId", "GET /forks/{forksId} path forksId", "GET /pans/{pansId} path pansId"]
    );
    let said = "identifiers in requests must now match ^[0-9a-f-]+$; before, any UUID was allowed";
    assert_eq!(finding["message"], said);
    for format in ["human", "concise", "markdown", "html", "github", "sarif", "junit"] {
        let text = written(format);
        assert!(text.contains("before, any UUID was allowed (at 3 places)"), "{format}: {text}");
        assert_eq!(text.matches("identifiers in requests must now match ").count(), 1, "{format}: {text}");
    }
    let lines = written("ndjson");
    assert_eq!(lines.lines().count(), 2, "{lines}");
    let each: Value =
        serde_json::from_str(&run(&["diff", &old.path, &new.path, "--format", "json", "--all"]).out).unwrap();
    assert_eq!(each["summary"]["errors"], 3);
}

#[test]
fn another_place_of_a_known_fact_is_new() {
    let old = file("old.json", &things(&[("cups", None), ("forks", None), ("pans", None)]));
    let now = file("now.json", &things(&[("cups", LOWER), ("forks", LOWER), ("pans", None)]));
    let next = file("next.json", &things(&[("cups", LOWER), ("forks", LOWER), ("pans", LOWER)]));
    let folder = tempfile::tempdir().unwrap();
    let known = folder.path().join("known.json").display().to_string();
    let written = run(&["diff", &old.path, &now.path, "--write-baseline", &known]);
    assert_eq!(written.code, Some(0), "{}", written.out);
    assert_eq!(std::fs::read_to_string(&known).unwrap().matches("\"fingerprint\"").count(), 2, "a line for each place");
    for (new, all, code, left) in
        [(&now, &[][..], 0, 0), (&now, &["--all"], 0, 0), (&next, &[], 1, 1), (&next, &["--all"], 1, 1)]
    {
        let args = [&["diff", &old.path, &new.path, "--baseline", &known, "--format", "json"], all].concat();
        let run = run(&args);
        assert_eq!(run.code, Some(code), "{}", run.err);
        let report: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(report["summary"]["errors"], left);
        assert!(left == 0 || run.out.contains("pansId") && !run.out.contains("forksId"), "{}", run.out);
    }
}

#[test]
fn a_suppression_accepts_places_of_a_fact() {
    let old = file("old.json", &things(&[("cups", None), ("forks", None)]));
    let new = file("new.json", &things(&[("cups", LOWER), ("forks", LOWER)]));
    let config =
        file("c.toml", b"[[suppress]]\nrule = 'request-pattern-narrowed'\noperation = 'getcups'\nreason = 'r'\n");
    let run = run(&["diff", &old.path, &new.path, "--config", &config.path, "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let finding = &report["findings"][0];
    assert_eq!((&finding["count"], &finding["operations"]), (&json!(1), &json!(["getforks"])));
    assert!(finding["notes"].as_array().unwrap().contains(&json!("1 more place is accepted")), "{finding}");
}

#[test]
fn what_is_shown_is_alike_in_all_formats() {
    for format in ["human", "concise", "json", "ndjson", "markdown", "html", "github", "sarif", "junit"] {
        let shown = |more: &[&str]| {
            let text = run(&[&["diff", "2.6.3", "2.7.0", "--format", format], more].concat()).out;
            // An error, a warning, a note.
            ["BulkIdErrorReason", "DatabaseBackupDto", "POST /duplicates/resolve is new"]
                .map(|name| text.contains(name))
        };
        assert_eq!(shown(&["-v", "--min-severity", "error"]), [true, false, false], "{format}");
        assert_eq!(shown(&[]), [true, true, false], "{format}");
        assert_eq!(shown(&["--min-severity", "note"]), [true, true, true], "{format}");
    }
}

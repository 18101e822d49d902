//! `diff`: what hits one client, what changed when, and that the same is written each time.

use serde_json::{Value, json};

use super::{file, run};

/// A document of two operations, whose answers have these types.
fn document(version: &str, kinds: [&str; 2]) -> String {
    let operation = |id: &str, kind: &str| {
        let content = json!({"application/json": {"schema": {"type": kind}}});
        json!({"get": {"operationId": id, "responses": {"200": {"description": "", "content": content}}}})
    };
    let paths = json!({"/one": operation("getOne", kinds[0]), "/two": operation("getTwo", kinds[1])});
    json!({"openapi": "3.0.0", "info": {"title": "T", "version": version}, "servers": [{"url": "/api"}],
        "paths": paths})
    .to_string()
}

fn capture(path: &str) -> String {
    let request = json!({"method": "GET", "url": format!("https://photos.example/api{path}"), "httpVersion": "HTTP/1.1",
        "cookies": [], "headers": [], "queryString": [], "headersSize": -1, "bodySize": 0});
    let response = json!({"status": 200, "statusText": "OK", "httpVersion": "HTTP/1.1", "cookies": [], "headers": [],
        "content": {"size": 1, "mimeType": "application/json", "text": "1"}, "redirectURL": "", "headersSize": -1,
        "bodySize": 1});
    let entry = json!({"startedDateTime": "2026-01-10T12:00:00.000Z", "time": 1, "request": request,
        "response": response, "cache": {}, "timings": {"send": 0, "wait": 1, "receive": 0}});
    json!({"log": {"version": "1.2", "creator": {"name": "t", "version": "1"}, "entries": [entry]}}).to_string()
}

#[test]
fn only_what_hits_the_client_is_told() {
    let old = file("old.json", document("1.0.0", ["integer", "integer"]).as_bytes());
    let new = file("new.json", document("2.0.0", ["string", "string"]).as_bytes());
    let client = file("app.har", capture("/two").as_bytes());
    for client in [["--used-by", client.path.as_str()], ["--operations", "getTwo"], ["--operations", "GET /two"]] {
        let diff = run(&[&["diff", &old.path, &new.path, "--format", "concise"], &client[..]].concat());
        assert_eq!((diff.code, diff.out.lines().count()), (Some(1), 1), "{}{}", diff.out, diff.err);
        assert!(diff.out.contains("/two"), "{}", diff.out);
        let human = run(&[&["diff", &old.path, &new.path], &client[..]].concat());
        assert!(human.err.contains("1.0.0 → 2.0.0: this client is hit by 1 of 2 changes"), "{}", human.err);
    }
    let both = run(&["diff", &old.path, &new.path, "--operations", "getOne,getTwo"]);
    assert!(both.err.contains("hit by 2 of 2 changes"), "{}", both.err);
}

#[test]
fn a_client_of_nothing_ends_the_run() {
    let client = file("app.har", capture("/nowhere").as_bytes());
    let diff = run(&["diff", "2.7.4", "2.7.5", "--used-by", &client.path]);
    assert_eq!(diff.code, Some(2), "{}", diff.out);
    assert!(diff.err.contains("calls no operation"), "{}", diff.err);
    let diff = run(&["diff", "2.7.4", "2.7.5", "--operations", "getRandm"]);
    assert_eq!(diff.code, Some(2), "{}", diff.out);
    assert!(diff.err.contains("did you mean getRandom?"), "{}", diff.err);
}

#[test]
fn a_capture_meets_the_embedded_contract() {
    let diff = run(&["diff", "1.132.3", "1.133.0", "--used-by", "examples/random-assets.har", "--format", "json"]);
    let report: Value = serde_json::from_str(&diff.out).unwrap();
    let found = report["findings"].as_array().unwrap();
    let all: Vec<&str> = found.iter().filter_map(|one| one["subject"].as_str()).collect();
    assert!(all.contains(&"AssetResponseDto.visibility"), "{all:?}");
    assert!(all.iter().all(|subject| !subject.contains("/timeline/")), "{all:?}");
}

#[test]
fn history_tells_what_changed_when() {
    let human = run(&["diff", "--history", "1.127.0..1.128.0"]);
    assert_eq!(human.code, Some(1), "{}", human.err);
    assert!(human.out.starts_with("1.127.0 → 1.128.0: "), "{}", human.out);
    assert!(human.out.contains("  error    SourceType"), "{}", human.out);
    let diff = run(&["diff", "--history", "1.126..1.129", "--format", "json"]);
    let report: Value = serde_json::from_str(&diff.out).unwrap();
    let found = report["findings"].as_array().unwrap();
    let source = found.iter().find(|one| one["subject"] == "SourceType").unwrap();
    assert_eq!(source["releases"], "1.128.0");
    let one = run(&["diff", "1.127.0", "1.128.0", "--format", "json"]);
    let one: Value = serde_json::from_str(&one.out).unwrap();
    let of_one = found.iter().filter(|one| one["releases"] == "1.128.0").count();
    assert_eq!(one["findings"].as_array().unwrap().len(), of_one);
    for wrong in
        [&["diff", "--history", "2.7.5..2.7.5"][..], &["diff", "2.7.5", "--history", "2.6..2.7"], &["diff", "2.7.5"]]
    {
        assert_eq!(run(wrong).code, Some(2), "{wrong:?}");
    }
}

#[test]
fn the_same_is_written_each_time() {
    for format in ["human", "concise", "json", "ndjson", "markdown", "html", "github", "sarif", "junit"] {
        let written = || run(&["diff", "1.132.3", "1.133.0", "--format", format]).out;
        assert_eq!(written(), written(), "{format}");
    }
}

#[test]
fn a_reader_finds_things_by_severity_and_tag() {
    let diff = run(&["diff", "1.132.3", "1.133.0"]);
    let heads: Vec<&str> = diff.out.lines().filter(|line| line.starts_with("── ")).collect();
    let distinct: std::collections::BTreeSet<&str> = heads.iter().copied().collect();
    assert_eq!(heads.len(), distinct.len(), "each heading once: {heads:?}");
    assert!(heads.contains(&"── errors: Assets ──") && heads.last().unwrap().starts_with("── errors"), "{heads:?}");
}

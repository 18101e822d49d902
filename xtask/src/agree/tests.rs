//! Tests of the whole: a contract, a capture and another checker's lines, each of a few lines.

use std::io::Write as _;

use serde_json::{Value, json};
use tempfile::NamedTempFile;

use super::compare::Comparison;
use super::{Arguments, contract, expected, ours, run, verdict};
use crate::Verdict;
use contract::Release;

fn file(text: &str) -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    file.as_file().write_all(text.as_bytes()).unwrap();
    file
}

fn document() -> NamedTempFile {
    let count = json!({"name": "count", "in": "query", "schema": {"type": "number", "minimum": 1}});
    let responses =
        json!({"200": {"description": "", "content": {"application/json": {"schema": {"type": "string"}}}}});
    let form = json!({"type": "object", "properties": {"size": {"type": "integer"}}});
    file(
        &json!({
            "openapi": "3.0.0", "info": {"title": "T", "version": "1"},
            "paths": {
                "/x": {"get": {"operationId": "getX", "deprecated": true, "parameters": [count], "responses": responses}},
                "/form": {"post": {"operationId": "postForm", "responses": responses, "requestBody":
                    {"required": true, "content": {"multipart/form-data": {"schema": form}}}}},
            },
        })
        .to_string(),
    )
}

fn exchange(method: &str, target: &str, body: &Value) -> Value {
    let headers = json!([{"name": "content-type", "value": "application/json"}]);
    let response = json!({"status": 200, "headers": headers, "bodyText": body.to_string()});
    json!({"request": {"method": method, "url": format!("http://host{target}"), "headers": []}, "response": response})
}

fn line(part: &str, pointer: &str, kind: &str, operation: &str) -> Value {
    json!({"entry": 0, "part": part, "pointer": pointer, "kind": kind, "operation": operation, "status": 200})
}

fn compare(exchange: &Value, lines: &[Value]) -> Comparison {
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    let expected = expected::read(file(&lines.join("\n")).path()).unwrap();
    let contract = contract(document().path()).unwrap();
    let capture = file(&exchange.to_string());
    let ours = ours::check(&contract, Release::known("1.132.3"), &[capture.path()]).unwrap();
    Comparison::of(&contract, &expected, &ours)
}

/// What no reason covers, as `side part pointer kind`.
fn unexplained(comparison: &Comparison) -> Vec<String> {
    let left = comparison.differences.iter().filter(|(_, reason)| reason.is_none());
    left.map(|(one, _)| format!("{:?} {} {} {}", one.side, one.part, one.pointer, one.kind)).collect()
}

#[test]
fn what_both_say_is_found_and_own_rules_find_nothing() {
    let body = [line("response.body", "", "type", "getX")];
    let both = compare(&exchange("GET", "/api/x", &json!(7)), &body);
    assert_eq!((both.found, both.otherwise.len()), (1, 0));
    assert_eq!(unexplained(&both), Vec::<String>::new(), "that the operation is deprecated has a reason");
    assert_eq!(both.differences.len(), 1);

    // Our finding that the operation is deprecated stands at this very place and means something else.
    let path = compare(&exchange("GET", "/api/x", &json!("a")), &[line("request.path", "", "no-operation", "getX")]);
    assert_eq!(path.found, 0);
    assert_eq!(unexplained(&path), ["Theirs request.path  no-operation"]);
}

#[test]
fn a_line_found_in_other_words_is_told() {
    let enums = compare(&exchange("GET", "/api/x", &json!(7)), &[line("response.body", "", "enum", "getX")]);
    let told: Vec<_> = enums.otherwise.iter().map(|((kind, rule), count)| (kind.as_str(), *rule, *count)).collect();
    assert_eq!(told, [("enum", "type-mismatch", 1)]);
}

#[test]
fn only_stated_differences_have_a_reason() {
    let count = [line("request.query", "/count", "type", "getX")];
    let path = [line("request.path", "", "no-operation", "getX")];
    let text = json!("a");
    for (method, target, lines, left) in [
        ("GET", "/api/x?count=1e2", &count[..], vec![]),
        ("GET", "/api/x?count=1", &count, vec!["Theirs request.query /count type"]),
        ("GET", "/api/x?count=0x10", &[], vec!["Ours request.query /count type-mismatch"]),
        ("GET", "/api/x?count=1&count=2", &[], vec![]),
        ("GET", "/api/x?apiKey=a", &[], vec![]),
        ("GET", "/api/x?other=a", &[], vec!["Ours request.query /other parameter-undeclared"]),
        ("GET", "/", &path, vec![]),
        ("GET", "/apix", &path, vec![]),
        ("GET", "/api/x/", &[], vec![]),
        ("GET", "/api/y", &[], vec!["Ours request.path  operation-undocumented"]),
        ("POST", "/api/form", &[], vec![]),
    ] {
        assert_eq!(unexplained(&compare(&exchange(method, target, &text), lines)), left, "{target}");
    }
}

#[test]
fn a_small_share_or_an_unexplained_difference_fails() {
    let outside = exchange("GET", "/", &json!("a"));
    let path = line("request.path", "", "no-operation", "-");
    let explained = compare(&outside, &[path]);
    assert!(verdict(&explained, 0.0) == Verdict::Fine && verdict(&explained, 99.5) == Verdict::Failed);
    let unexplained = compare(&outside, &[line("response.body", "", "type", "-")]);
    assert_eq!(verdict(&unexplained, 0.0), Verdict::Failed);
    assert_eq!(verdict(&compare(&outside, &[]), 99.5), Verdict::Fine, "nothing expected is all found");
}

#[test]
fn an_unreadable_input_is_an_error_that_names_it() {
    let (document, capture, lines) = (document(), file(&exchange("GET", "/", &json!("a")).to_string()), file("{"));
    let arguments = |expected: &NamedTempFile| Arguments {
        contract: document.path().to_owned(),
        server_version: "1.132.3".to_owned(),
        expected: Some(expected.path().to_owned()),
        captures: vec![capture.path().to_owned()],
        min: 99.5,
        verbose: false,
    };
    let error = run(&arguments(&lines)).unwrap_err().to_string();
    assert!(error.starts_with(&format!("{}:1: ", lines.path().display())), "{error}");
    assert_eq!(run(&arguments(&file(""))).unwrap(), Verdict::Fine);
}

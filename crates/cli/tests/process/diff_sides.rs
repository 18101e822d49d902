//! `diff`: where its sides come from, and the places that it tells of them.

use std::io::{Read, Write};
use std::net::TcpListener;

use serde_json::{Value, json};

use super::{file, run};

const YAML: &str = "openapi: 3.0.0
info: {title: Example, version: 1.0.0}
paths:
  /status:
    get:
      operationId: getStatus
      responses:
        200:
          description: ''
          content:
            application/json:
              schema: &word
                type: string
                enum: [on]
";

/// The same with another word, in one line of JSON.
fn json_of(words: &[&str]) -> String {
    let schema = json!({"type": "string", "enum": words});
    let responses = json!({"200": {"description": "", "content": {"application/json": {"schema": schema}}}});
    let paths = json!({"/status": {"get": {"operationId": "getStatus", "responses": responses}}});
    json!({"openapi": "3.0.0", "info": {"title": "Example", "version": "1.0.1"}, "paths": paths}).to_string()
}

fn findings(args: &[&str]) -> Vec<Value> {
    let diff = run(&[&["diff", "--format", "json"], args].concat());
    let report: Value = serde_json::from_str(&diff.out).unwrap_or_else(|_| panic!("{}", diff.err));
    report["findings"].as_array().unwrap().clone()
}

#[test]
fn json_and_yaml_have_line_and_column_on_both_sides() {
    let text = json_of(&["on", "off"]);
    let (old, new) = (file("old.yaml", YAML.as_bytes()), file("new.json", text.as_bytes()));
    let found = findings(&[&old.path, &new.path]);
    let [one] = found.as_slice() else { panic!("{found:?}") };
    let pointer = "/paths/~1status/get/responses/200/content/application~1json/schema";
    let column = text.find("\"enum\"").unwrap() + 1;
    let place = |side: &str| (one[side]["line"].clone(), one[side]["column"].clone(), one[side]["pointer"].clone());
    assert_eq!(place("location"), (json!(1), json!(column), json!(pointer)));
    assert_eq!(place("counterpart"), (json!(14), json!(17), json!(pointer)));
    assert_eq!(one["location"]["source"], json!(new.path));
    assert_eq!(one["counterpart"]["source"], json!(old.path));
    let human = run(&["diff", &old.path, &new.path]);
    assert!(human.out.contains(&format!("{}:14:17", old.path)), "{}", human.out);
}

/// Answers one request at an address of this machine.
fn served(status: &'static str, body: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/openapi.json", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).unwrap();
        let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body.as_bytes()).unwrap();
    });
    address
}

#[test]
fn a_side_can_stand_at_an_address() {
    let old = file("old.yaml", YAML.as_bytes());
    let address = served("200 OK", json_of(&["on", "off"]));
    let found = findings(&[&old.path, &address]);
    assert_eq!(found[0]["rule"], "response-enum-value-added");
    assert_eq!(found[0]["location"]["source"], json!(address));
}

#[test]
fn an_address_that_does_not_answer_ends_the_run() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let addresses = [
        served("404 Not Found", String::new()),
        format!("https://{closed}/openapi.json"),
        format!("http://{closed}/openapi.json"),
        "http://example.org/openapi.json".to_owned(),
    ];
    for address in addresses {
        let diff = run(&["diff", &address, "2.7.5"]);
        assert_eq!((diff.code, diff.out.as_str(), diff.err.lines().count()), (Some(2), "", 1), "{}", diff.err);
        assert!(diff.err.starts_with(&format!("error: {address}: ")), "{}", diff.err);
    }
}

#[test]
fn models_are_taken_at_the_release_of_the_other_side() {
    let document = file("2.7.5.json", run(&["openapi", "--at", "2.7.5"]).out.as_bytes());
    for sides in [["models", &document.path], [&document.path, "models"]] {
        let diff = run(&[&["diff"], &sides[..]].concat());
        assert_eq!(diff.code, Some(0), "{}", diff.out);
        assert!(diff.err.contains("2.7.5 → 2.7.5: 0 changes"), "{}", diff.err);
    }
}

#[test]
fn documents_that_are_none_are_told_with_file_and_place() {
    let laughs: String = (0..12)
        .map(|level| match level {
            0 => "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned(),
            _ => format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 10].join(", ")),
        })
        .collect();
    let with = |schema: &str| YAML.replace("type: string\n                enum: [on]", schema);
    for (text, words) in [
        ("just: a list".to_owned(), vec!["this is not an OpenAPI document"]),
        (laughs, vec!["line ", "aliases stand for more than"]),
        ("a: [1\nb: 2".to_owned(), vec!["line 2", "this is not YAML"]),
        (with("$ref: '#/components/schemas/Gone'"), vec!["line 12, column 15", "Gone", "points to nothing"]),
        (with("$ref: https://example.org/other.yaml#/A"), vec!["line 12, column 15", "https://example.org/other.yaml"]),
        (YAML.replace("get:", "get: 3\n    put:"), vec!["line 5, column 5", "/paths/~1status/get"]),
    ] {
        let wrong = file("wrong.yaml", text.as_bytes());
        let diff = run(&["diff", &wrong.path, "2.7.5"]);
        assert_eq!((diff.code, diff.out.as_str(), diff.err.lines().count()), (Some(2), "", 1), "{}", diff.err);
        for word in [vec!["wrong.yaml: "], words].concat() {
            assert!(diff.err.contains(word), "no {word:?} in {}", diff.err);
        }
    }
}

#[test]
fn small_faults_are_warnings() {
    let faulty =
        format!("{YAML}components:\n  securitySchemes:\n    bearer: {{type: http, scheme: bearer, in: header}}\n");
    let (old, new) = (file("old.yaml", YAML.as_bytes()), file("new.yaml", faulty.as_bytes()));
    let diff = run(&["diff", &old.path, &new.path]);
    assert_eq!(diff.code, Some(0), "{}", diff.out);
    let place = format!("line {}, column 5, at /components/securitySchemes/bearer: ", faulty.lines().count());
    assert!(diff.err.contains(&format!("new.yaml: {place}")), "{}", diff.err);
}

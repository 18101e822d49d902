//! `--annotate` and `--enforce`: answers that wait for the verdict.

use super::running::Running;
use super::server::{ORIGINAL, immich};

const WRONG: &str = "GET /api/server/ping HTTP/1.1\r\nHost: h\r\nX-Wrong: 1\r\nConnection: close\r\n\r\n";

#[test]
fn answers_are_annotated() {
    let proxy = Running::start(&immich(), &["--annotate"]);
    let right = proxy.get("/api/server/ping");
    assert_eq!((right.status(), right.header("immich-contract")), (200, Some("no errors")));
    let wrong = proxy.send(WRONG);
    assert_eq!((wrong.status(), wrong.header("immich-contract")), (200, Some("1 error")));
    assert_eq!(wrong.body, r#"{"res":3}"#);
    let path = "/api/assets/5f0c2a8e-3d1b-4c5a-9e7f-000000000002/original";
    let original = proxy.get(path);
    assert_eq!(original.header("content-length"), Some(ORIGINAL.to_string().as_str()));
    assert!(original.header("immich-contract").is_some());
    proxy.end();
}

#[test]
fn what_breaks_the_contract_is_answered_with_the_findings() {
    let proxy = Running::start(&immich(), &["--enforce", "--annotate", "--format", "json"]);
    assert_eq!(proxy.get("/api/server/ping").status(), 200);
    let wrong = proxy.send(WRONG);
    assert_eq!((wrong.status(), wrong.header("content-type")), (502, Some("application/problem+json")));
    assert_eq!(wrong.header("immich-contract"), Some("1 error"));
    let problem = wrong.json();
    assert_eq!((&problem["status"], &problem["findings"][0]["rule"]), (&502.into(), &"type-mismatch".into()));
    let run = proxy.end();
    assert_eq!(run.rules(), ["type-mismatch"]);
}

#[test]
fn without_them_nothing_is_added() {
    let proxy = Running::start(&immich(), &[]);
    let wrong = proxy.send(WRONG);
    assert_eq!((wrong.status(), wrong.header("immich-contract")), (200, None));
    proxy.end();
}

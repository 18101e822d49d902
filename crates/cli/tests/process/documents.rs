//! Documents that ask for much with little: an answer or a clear error, whatever the command.

use serde_json::{Value, json};
use testkit::hostile::KINDS;

use super::{Run, file, run, run_in};

/// A capture of one call that sends and gets these bodies.
fn capture(bodies: &[Value]) -> Vec<u8> {
    let entry = |body: &Value| {
        let text = body.to_string();
        json!({"startedDateTime": "2024-01-01T00:00:00Z", "time": 1,
            "request": {"method": "POST", "url": "http://h/x?p1=1&p2=x", "headers": [], "queryString": [],
                "postData": {"mimeType": "application/json", "text": text}},
            "response": {"status": 200, "statusText": "", "headers": [],
                "content": {"mimeType": "application/json", "size": 1, "text": text}}})
    };
    let entries: Vec<Value> = bodies.iter().map(entry).collect();
    json!({"log": {"version": "1.2", "entries": entries}}).to_string().into_bytes()
}

fn answers(name: &str, run: &Run) {
    assert!(matches!(run.code, Some(0 | 1)), "{name}: {:?} {}", run.code, run.err);
}

#[test]
fn documents_that_ask_for_much_are_answered() {
    let deep = (0..30).fold(json!({"v": "x"}), |inner, _| json!({"a": inner, "b": {}}));
    let har = file("capture.har", &capture(&[json!({"v": 1}), json!({"v": "x"}), json!(3), deep, json!([[]])]));
    for (name, kind) in KINDS {
        let size = if name.starts_with("all ") || name.starts_with("levels") { 40 } else { 300 };
        let document = file("openapi.json", kind(size).to_string().as_bytes());
        answers(name, &run(&["check", "--contract", &document.path, &har.path]));
        let same = run(&["diff", &document.path, &document.path]);
        assert_eq!(same.code, Some(0), "{name}: {}", same.err);
        answers(name, &run(&["schema", "S0", "--contract", &document.path]));
        let folder = tempfile::tempdir().unwrap();
        answers(name, &run_in(folder.path(), &["site", "-o", "site", "--contract", &document.path]));
    }
}

#[test]
fn a_change_in_the_depth_of_a_document_is_told() {
    for (name, kind) in KINDS.into_iter().filter(|(name, _)| name.starts_with("levels") || name.starts_with("a chain"))
    {
        let text = kind(40).to_string();
        let (old, new) =
            (file("old.json", text.as_bytes()), file("new.json", text.replace("integer", "string").as_bytes()));
        let told = run(&["diff", &old.path, &new.path, "--fail-on", "warning"]);
        assert_eq!(told.code, Some(1), "{name}: {}{}", told.out, told.err);
    }
}

#[test]
fn anchors_within_each_other_hold_nothing_of_their_own() {
    let head = "openapi: 3.0.0\ninfo: {title: t, version: 3.0.0}\npaths: {}\n";
    let anchors = (0..120).map(|at| format!("&a{at} [")).collect::<Vec<_>>().concat();
    let nested = format!("{head}x-a: {anchors}{}{}\n", "1, ".repeat(20_000), "]".repeat(120));
    let document = file("openapi.yaml", nested.as_bytes());
    answers("anchors", &run(&["openapi", "--contract", &document.path]));
    let laughs = (1..100).map(|at| format!("x-l{at}: &l{at} [*l{0}, *l{0}]\n", at - 1)).collect::<Vec<_>>().concat();
    let document = file("laughs.yaml", format!("{head}x-l0: &l0 [1]\n{laughs}").as_bytes());
    let refused = run(&["openapi", "--contract", &document.path]);
    assert!(refused.code == Some(2) && refused.err.contains("aliases stand for more than"), "{}", refused.err);
}

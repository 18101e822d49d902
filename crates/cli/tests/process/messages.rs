//! What comes from input stands in a message cut, and with what could steer a terminal written out.

use serde_json::{Value, json};

use super::{Run, file, run};

const HAR: &str = "examples/random-assets.har";

/// Texts that must not come out as they are.
fn hostile() -> [String; 2] {
    ["k".repeat(60_000), "\u{1b}[31m\u{7}\u{9b}\u{202e}x".to_owned()]
}

/// Each line is short, and shows what is in it.
fn is_tame(run: &Run, of: &str) {
    for line in run.err.lines().chain(run.out.lines()) {
        assert!(line.chars().count() < 1000, "{of}: {} characters", line.chars().count());
        assert!(!line.contains(|c: char| c.is_control() || c == '\u{202e}'), "{of}: {line:?}");
    }
    assert!(!run.err.is_empty() || !run.out.is_empty(), "{of}");
}

#[test]
fn arguments() {
    for text in hostile() {
        let path = format!("/no/such/{text}");
        for args in [
            &["check", HAR, "--server-version", &text][..],
            &["check", HAR, "--base-path", &text, "--server-version", "2.7.5"],
            &["check", HAR, "--server-version", "2.7.5", "-o", &path],
            &["check", HAR, "--format", &text],
            &["check", HAR, "--threads", &text],
            &["check", HAR, "--contract", &path],
            &["check", HAR, "--config", &path],
            &["check", &path],
            &["schema", &text],
            &["schema", "TagResponseDto", "--at", &text],
            &["explain", &text],
            &["diff", &text, "2.7.5"],
            &["matrix", HAR, "--releases", &text],
            &[&text],
        ] {
            let run = run(args);
            assert_eq!(run.code, Some(2), "{args:.30?}");
            is_tame(&run, args[0]);
        }
    }
}

#[test]
fn documents() {
    for text in hostile() {
        let schema = |schema: Value| json!({"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas": {&text: schema}}});
        for document in [
            json!({"openapi": text}),
            json!({"swagger": text}),
            json!({"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {&text: 3}}),
            schema(json!({"$ref": format!("#/{text}")})),
            schema(json!({"type": text, &text: 1, "pattern": format!("({text}")})),
        ] {
            let document = file("d.json", document.to_string().as_bytes());
            is_tame(&run(&["check", HAR, "--contract", &document.path, "--server-version", "latest", "-v"]), "check");
            is_tame(&run(&["diff", &document.path, "2.7.5"]), "diff");
        }
    }
}

#[test]
fn configurations_and_baselines() {
    for text in hostile() {
        let quoted = json!(text);
        for toml in [
            format!("{quoted} = 1"),
            format!("[severity]\n{quoted} = 'off'"),
            format!("[severity]\ntype-mismatch = {quoted}"),
            format!("[[suppress]]\nrule = {quoted}\nreason = 'r'"),
            format!("[[suppress]]\nrule = 'type-mismatch'\nreleases = {quoted}\nreason = 'r'"),
            format!("[[suppress]]\nrule = 'type-mismatch'\noperation = {quoted}\nreason = {quoted}"),
        ] {
            let config = file("c.toml", toml.as_bytes());
            is_tame(&run(&["check", HAR, "--server-version", "2.7.5", "--config", &config.path]), &toml[..12]);
        }
        for baseline in [json!({&text: 1}), json!({"baseline_version": text}), json!(text)] {
            let baseline = file("b.json", baseline.to_string().as_bytes());
            let run = run(&["check", HAR, "--server-version", "2.7.5", "--baseline", &baseline.path]);
            assert_eq!(run.code, Some(2));
            is_tame(&run, "baseline");
        }
    }
}

/// An exchange with a text wherever one can stand.
fn exchange(text: &str) -> Value {
    let body = json!([{text: 1, "type": text, "tags": {text: 3}}]).to_string();
    json!({
        "request": {"method": "GET", "url": format!("http://h/api/assets/random?{text}={text}"), "headers": []},
        "response": {"status": 200, "headers": [], "content": {"mimeType": "application/json", "text": body}},
    })
}

#[test]
fn findings() {
    for text in hostile() {
        let mut unknown = exchange(&text);
        (unknown["request"]["method"], unknown["request"]["url"]) = (json!(text), json!(format!("/api/{text}")));
        let har = json!({"log": {"entries": [exchange(&text), unknown]}}).to_string();
        let har = file("x.har", har.as_bytes());
        for format in ["human", "concise", "junit", "github", "markdown", "html"] {
            let run = run(&["check", &har.path, "--server-version", "2.7.5", "--format", format, "-v"]);
            assert_eq!(run.code, Some(1));
            is_tame(&run, format);
        }
        let told = run(&["check", &har.path, "--server-version", "2.7.5", "--format", "json", "-v"]);
        let report: Value = serde_json::from_str(&told.out).unwrap();
        for finding in report["findings"].as_array().unwrap() {
            let words = [&finding["message"], &finding["help"]].into_iter().chain(finding["notes"].as_array().unwrap());
            for words in words.filter_map(Value::as_str) {
                assert!(words.chars().count() < 500 && !words.contains('\u{1b}'), "{words:.100}");
            }
        }
    }
}

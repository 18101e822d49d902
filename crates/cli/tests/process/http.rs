//! `check` of what HTTP does beside and below the API: methods, upgrades, encodings, other contracts.

use serde_json::{Value, json};

use super::{File, Run, file, run};

/// An API of somebody else, without releases.
fn lighthouse(servers: &Value) -> File {
    let id = json!([{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}]);
    let lamp = json!({"type": "object", "required": ["range"], "properties": {"range": {"type": "integer"}}});
    let content = json!({"application/json": {"schema": lamp}});
    let ok = json!({"200": {"description": "", "content": content}});
    let document = json!({
        "openapi": "3.0.3", "info": {"title": "Lighthouses", "version": "7"}, "servers": servers,
        "paths": {
            "/lamps/{id}": {"get": {"parameters": id, "responses": ok}, "delete": {"parameters": id, "responses": {"204": {"description": ""}}}},
            "/lamps/{id}.{form}": {"get": {"parameters": [id[0], {"name": "form", "in": "path", "required": true, "schema": {"enum": ["svg", "txt"]}}], "responses": {"200": {"description": ""}}}},
            "/lamps": {"post": {"requestBody": {"content": content}, "responses": {"201": {"description": ""}}}},
        },
    });
    file("lighthouse.json", document.to_string().as_bytes())
}

fn exchange(method: &str, url: &str, request: &Value, response: &Value) -> String {
    let with = |mut first: Value, more: &Value| {
        first.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        first
    };
    let request = with(json!({"method": method, "url": url, "headers": [{"name": "accept", "value": "*/*"}]}), request);
    format!("{}\n", json!({"request": request, "response": with(json!({"status": 200, "headers": []}), response)}))
}

fn check(contract: &File, lines: &str, more: &[&str]) -> Run {
    let capture = file("capture.ndjson", lines.as_bytes());
    run(&[&["check", &capture.path, "--contract", &contract.path, "--format", "json", "-v"], more].concat())
}

/// Severity and rule of each finding.
fn told(run: &Run) -> Vec<String> {
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    let findings = report["findings"].as_array().unwrap().iter();
    findings.map(|one| format!("{} {}", one["severity"].as_str().unwrap(), one["rule"].as_str().unwrap())).collect()
}

fn json_body(text: &str) -> Value {
    json!({"bodyText": text, "headers": [{"name": "content-type", "value": "application/json"}]})
}

#[test]
fn what_http_does_beside_the_api_is_a_note() {
    let contract = lighthouse(&json!([{"url": "/v1"}]));
    let header = |name: &str, value: &str| json!({"headers": [{"name": name, "value": value}]});
    let status = |status: u16| json!({"status": status});
    for (line, expected) in [
        (
            exchange("OPTIONS", "/v1/lamps", &header("access-control-request-method", "POST"), &status(204)),
            "note request-outside-api",
        ),
        (exchange("OPTIONS", "/v1/nowhere", &json!({}), &status(204)), "note request-outside-api"),
        (exchange("OPTIONS", "*", &json!({}), &status(204)), "note request-outside-api"),
        (exchange("CONNECT", "lamps.example:443", &json!({}), &status(200)), "note request-outside-api"),
        (exchange("GET", "/v1/live", &header("upgrade", "websocket"), &status(101)), "note request-outside-api"),
        (exchange("GET", "wss://h/v1/live", &json!({}), &status(200)), "note request-outside-api"),
        (exchange("GET", "/v1/lamps/3", &header("upgrade", "websocket"), &status(101)), "note request-outside-api"),
        (
            exchange("POST", "/v1/socket.io/?EIO=4&transport=polling&sid=a", &json!({}), &status(200)),
            "note request-outside-api",
        ),
        (exchange("GET", "/v1/socket.io/", &json!({}), &status(200)), "error operation-undocumented"),
        (exchange("HEAD", "/v1/lamps/3", &json!({}), &status(200)), "note head-undocumented"),
        (exchange("HEAD", "/v1/lamps", &json!({}), &status(200)), "error operation-undocumented"),
        (exchange("GET", "/v1/lamps/3", &header("range", "bytes=0-9"), &status(206)), "note status-undeclared"),
        (exchange("GET", "/v1/lamps/3", &json!({}), &status(206)), "warning status-undeclared"),
        (exchange("GET", "/v1/lamps/3", &header("if-none-match", "\"a\""), &status(304)), "note status-undeclared"),
        (exchange("DELETE", "/v1/lamps/3", &json!({}), &status(304)), "warning status-undeclared"),
    ] {
        assert_eq!(told(&check(&contract, &line, &[])), [expected], "{line}");
    }
}

#[test]
fn a_release_of_immich_makes_no_difference_to_http() {
    for release in ["1.106.4", "1.132.3", "2.7.5", "3.0.2"] {
        let picture = json!({"headers": [{"name": "content-type", "value": "image/webp"}], "bodyOmitted": true});
        let id = "5f0c2a8e-3d1b-4c5a-9e7f-000000000002";
        let key = json!({"headers": [{"name": "x-api-key", "value": "k"}]});
        let lines = [
            exchange("GET", &format!("/api/assets/{id}/thumbnail?size=preview"), &key, &picture),
            exchange("HEAD", &format!("/api/assets/{id}/original"), &key, &json!({})),
            exchange("GET", &format!("/api/assets/{id}/original"), &key, &json!({"status": 304})),
            exchange("OPTIONS", "/api/albums", &json!({}), &json!({"status": 204})),
        ];
        let capture = file("capture.ndjson", lines.concat().as_bytes());
        let run = run(&["check", &capture.path, "--server-version", release, "--format", "json", "-v"]);
        let told = told(&run);
        assert!(told.len() >= 4 && told.iter().all(|one| one.starts_with("note ")), "{release}: {told:?}");
    }
}

#[test]
fn values_in_part_of_a_segment_are_judged() {
    let contract = lighthouse(&json!([]));
    for (path, expected) in [
        ("/lamps/3.svg", vec![]),
        ("/lamps/3.gif", vec!["error enum-value-unknown"]),
        ("/lamps/x.txt", vec!["error type-mismatch"]),
        ("/lamps/x", vec!["error type-mismatch"]),
    ] {
        let body = if path.contains('.') { json!({}) } else { json_body(r#"{"range": 3}"#) };
        assert_eq!(told(&check(&contract, &exchange("GET", path, &json!({}), &body), &[])), expected, "{path}");
    }
}

#[test]
fn compressed_bodies_are_checked_or_counted() {
    use std::io::Write;
    let contract = lighthouse(&json!([]));
    let gzip = |text: &str| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let base64 = |bytes: &[u8]| {
        use base64::Engine as _;
        base64::prelude::BASE64_STANDARD.encode(bytes)
    };
    let har = |body: &[u8], size: i64| {
        let headers = json!([{"name": "Content-Encoding", "value": "gzip"}, {"name": "Content-Type", "value": "application/json"}]);
        json!({"log": {"entries": [{
            "request": {"method": "GET", "url": "http://h/lamps/3", "headers": []},
            "response": {"status": 200, "headers": headers, "bodySize": body.len(),
                         "content": {"size": size, "mimeType": "application/json", "encoding": "base64", "text": base64(body)}},
        }]}})
        .to_string()
    };
    for size in [-1, 0, 13, 100_000] {
        assert_eq!(told(&check(&contract, &har(&gzip(r#"{"range": 3}"#), size), &[])), Vec::<String>::new(), "{size}");
        assert_eq!(
            told(&check(&contract, &har(&gzip(r#"{"range": true}"#), size), &[])),
            ["error type-mismatch"],
            "{size}"
        );
    }
    let broken = gzip(&r#"{"range": 3}"#.repeat(20));
    let run = check(&contract, &har(broken.get(..15).unwrap(), -1), &[]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((report["findings"].as_array().unwrap().len(), &report["summary"]["unchecked_bodies"]), (0, &json!(1)));
}

#[test]
fn a_json_body_without_a_type_and_a_part_twice_are_told() {
    let contract = lighthouse(&json!([]));
    let created = json!({"status": 201});
    let body = r#"{"range": 3}"#;
    let typed = exchange("POST", "/lamps", &json_body(body), &created);
    assert_eq!(told(&check(&contract, &typed, &[])), Vec::<String>::new());
    let untyped = exchange("POST", "/lamps", &json!({"bodyText": body}), &created);
    assert_eq!(told(&check(&contract, &untyped, &[])), ["warning request-content-type-missing"]);
    let nameless = exchange("POST", "/lamps", &json!({"bodyText": body, "headers": []}), &created);
    assert_eq!(told(&check(&contract, &nameless, &[])), Vec::<String>::new(), "a capture without header fields");

    let part = |name: &str| json!({"name": name, "value": "2024-01-01T00:00:00.000Z"});
    let file_part = json!({"name": "assetData", "filename": "a.jpg", "bodyOmitted": true});
    let parts = json!([file_part, file_part, part("fileCreatedAt"), part("fileModifiedAt")]);
    let headers = json!([{"name": "x-api-key", "value": "k"}, {"name": "content-type", "value": "multipart/form-data; boundary=b"}]);
    let form = json!({"headers": headers, "multipart": parts});
    let answer = json!({"status": 201, "bodyText": r#"{"id": "5f0c2a8e-3d1b-4c5a-9e7f-000000000002", "status": "created"}"#,
                        "headers": [{"name": "content-type", "value": "application/json"}]});
    let capture = file("a.ndjson", exchange("POST", "/api/assets", &form, &answer).as_bytes());
    let run = run(&["check", &capture.path, "--server-version", "3.0.2", "--format", "concise"]);
    assert!(
        run.out.contains("the part `assetData` was sent 2 times") && !run.out.contains("must be of type"),
        "{}",
        run.out
    );
}

#[test]
fn a_contract_without_releases_is_spoken_of_without_any() {
    let contract = lighthouse(&json!([{"url": "https://lamps.example/v1"}]));
    let line = exchange("PATCH", "http://elsewhere:8080/v1/lamps/3", &json!({}), &json!({"status": 200}));
    let run = check(&contract, &line, &[]);
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    assert_eq!((run.code, &report["releases"]), (Some(1), &json!("")), "{}", run.err);
    let found = &report["findings"][0];
    assert_eq!(found["message"], "`PATCH /v1/lamps/3` is not documented");
    assert_eq!(found["notes"], json!(["the path takes GET, DELETE, not PATCH"]));
    let capture = file("capture.ndjson", line.as_bytes());
    let human = super::run(&["check", &capture.path, "--contract", &contract.path]).out;
    assert!(!human.contains("release") && !human.contains("against"), "{human}");
}

#[test]
fn a_capture_of_something_else_is_an_error() {
    let contract = lighthouse(&json!([{"url": "https://lamps.example/v1"}]));
    let line = |url: &str| exchange("GET", url, &json!({}), &json_body(r#"{"range": 3}"#));
    let lines = [line("https://me:secret@web.example/lamps/3"), line("https://web.example/lamps/4")].concat();
    let run = check(&contract, &lines, &[]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
    for word in ["/v1", "https://lamps.example/v1", "https://web.example (2)", "--base-path"] {
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
    assert!(!run.err.contains("secret"), "{}", run.err);
    assert_eq!(told(&check(&contract, &lines, &["--base-path", "/"])), Vec::<String>::new());
    let some = [line("https://web.example/lamps/3"), line("https://web.example/v1/lamps/4")].concat();
    assert_eq!(check(&contract, &some, &[]).code, Some(0));
}

#[test]
fn help_names_what_it_is_about() {
    let key = json!({"headers": [{"name": "x-api-key", "value": "k"}]});
    let notes = |line: &str, release: &str| {
        let capture = file("capture.ndjson", line.as_bytes());
        let run =
            run(&["check", &capture.path, "--server-version", release, "--format", "json", "-v", "--fail-on", "never"]);
        let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
        report["findings"].as_array().unwrap().iter().map(Value::to_string).collect::<Vec<_>>().join("\n")
    };
    let refused = |status: u16| json!({"status": status});
    let random = exchange("GET", "/api/assets/random", &key, &refused(200));
    let gone = notes(&random, "3.0.2");
    assert!(gone.contains("once the server's version is 3.0.0-rc.1 or later"), "the release that removed it: {gone}");
    let forbidden = notes(&exchange("GET", "/api/albums", &key, &refused(403)), "2.7.5");
    assert!(forbidden.contains("`album.read`"), "{forbidden}");
    let nobody = notes(&exchange("GET", "/api/albums", &json!({}), &refused(401)), "2.7.5");
    assert!(nobody.contains("the request shows no credential"), "{nobody}");
    let basic = json!({"headers": [{"name": "Authorization", "value": "Basic bm9ib2R5"}]});
    let other = notes(&exchange("GET", "/api/albums", &basic, &refused(401)), "2.7.5");
    assert!(other.contains("the request shows Basic"), "{other}");
    let accepted = notes(&exchange("GET", "/api/albums", &basic, &refused(200)), "2.7.5");
    assert!(
        accepted.contains("authentication-of-other-kind") && !accepted.contains("authentication-missing"),
        "{accepted}"
    );
    let malformed = exchange("GET", "/api/assets/not-an-id", &key, &refused(200));
    let malformed = notes(&malformed, "3.0.2");
    assert!(malformed.contains("pattern-mismatch") && !malformed.contains("format-invalid"), "{malformed}");
}

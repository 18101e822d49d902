//! `check` on input that can be read.

use serde_json::{Value, json};

use super::{file, run, run_with};

const EXAMPLE: &str = "examples/random-assets.har";

fn rules(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().unwrap().iter();
    findings.filter(|one| one["severity"] != "note").map(|one| one["rule"].as_str().unwrap()).collect()
}

#[test]
fn the_example_has_what_its_author_put_in() {
    let run = run(&["check", EXAMPLE, "--format", "json"]);
    assert_eq!(run.code, Some(1));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["releases"], "1.132.3", "told by GET /server/version");
    let mut found = rules(&report);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "enum-value-unknown",
            "format-invalid",
            "null-not-allowed",
            "operation-deprecated",
            "operation-deprecated",
            "operation-deprecated",
            "parameter-undeclared",
            "property-missing",
            "property-not-yet-added",
        ]
    );
    let visibility = report["findings"].as_array().unwrap().iter().find(|one| one["rule"] == "property-not-yet-added");
    let place = json!({"source": EXAMPLE, "entry": 2, "line": null, "column": null, "part": "response.body", "pointer": "/0/visibility",
        "request": "GET /api/assets/random?count=2 → 200"});
    assert_eq!(visibility.unwrap()["location"], place);
    assert_eq!(visibility.unwrap()["notes"][0], "`visibility` was added in 1.133.0; this server is 1.132.3");
}

#[test]
fn exit_codes_follow_fail_on() {
    for (args, code) in [
        (vec!["--fail-on", "never"], 0),
        (vec!["--fail-on", "error"], 1),
        (vec!["--server-version", "2.7.5", "--fail-on", "warning"], 1),
    ] {
        assert_eq!(run(&[vec!["check", EXAMPLE], args.clone()].concat()).code, Some(code), "{args:?}");
    }
    let version = br#"{"major": 2, "minor": 7, "patch": 5}"#;
    let clean = run_with(&["check", "-", "--operation", "getServerVersion", "--server-version", "2.7.5"], version);
    assert_eq!(
        (clean.code, clean.out.as_str()),
        (Some(0), "checked 1 exchange (1 operation) against 2.7.5: no errors, no warnings\n")
    );
}

#[test]
fn bare_bodies_come_from_files_lines_and_standard_input() {
    let lines = b"{\"major\": 1, \"minor\": 2, \"patch\": 3}\n\n{\"major\": \"1\", \"minor\": 2, \"patch\": 3}\n";
    let args = [
        "check",
        "--schema",
        "ServerVersionResponseDto",
        "--lines",
        "--server-version",
        "1.132.3",
        "--format",
        "concise",
    ];
    let run = run_with(&args, lines);
    assert_eq!(run.code, Some(1));
    assert!(run.out.starts_with("<stdin>:3 document /major: error[type-mismatch]"), "{}", run.out);
}

#[test]
fn packed_captures_are_told_by_content() {
    let har = std::fs::read(super::root().join(EXAMPLE)).unwrap();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, &har).unwrap();
    let input = file("no-telling-name", &packed.finish().unwrap());
    let run = run(&["check", &input.path]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.contains("checked 5 exchanges"), "{}", run.out);
}

#[test]
fn refused_requests_are_notes_unless_asked() {
    let count = |refused: &str| {
        let run = run(&["check", EXAMPLE, "-v", "--format", "json", "--refused", refused]);
        let report: Value = serde_json::from_str(&run.out).unwrap();
        let too_small = report["findings"].as_array().unwrap().iter().find(|one| one["rule"] == "number-too-small");
        too_small.unwrap()["severity"].as_str().unwrap().to_owned()
    };
    assert_eq!(count("note"), "note");
    assert_eq!(count("error"), "error");
}

#[test]
fn all_shows_each_place() {
    let blocks =
        |args: &[&str]| run(&[&["check", EXAMPLE], args].concat()).out.matches("[operation-deprecated]").count();
    assert_eq!((blocks(&[]), blocks(&["--all"])), (1, 3));
}

#[test]
fn colours_and_files() {
    let coloured = |args: &[&str]| run(&[&["check", EXAMPLE], args].concat()).out.contains('\u{1b}');
    assert!(!coloured(&[]) && coloured(&["--color", "always"]), "no colours into a pipe unless asked for");
    let target = file("report.json", b"old");
    let run = run(&["check", EXAMPLE, "--format", "json", "-o", &target.path]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    let report: Value = serde_json::from_slice(&std::fs::read(&target.path).unwrap()).unwrap();
    assert_eq!(report["report_version"], 2);
}

#[test]
fn a_path_that_no_release_has_is_told() {
    let har = json!({"log": {"entries": [{
        "request": {"method": "GET", "url": "http://h/api/no/such/path", "headers": []},
        "response": {"status": 200, "headers": [], "content": {"text": "[]", "mimeType": "application/json"}},
    }]}});
    let input = file("a.har", har.to_string().as_bytes());
    let run = run(&["check", &input.path, "--server-version", "2.7.5", "--format", "concise"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("error[operation-undocumented]"), "{}", run.out);
}

/// Lines are sifted by plans on several threads; what is told of them must not depend on how many.
#[test]
fn lines_are_told_in_order_whatever_the_number_of_threads() {
    let line = |number: u32| match number % 997 {
        1 => String::new(),
        2 => format!("{{\"year\":\"{number}\"}}"),
        3 => format!("{{\"year\":{number},\"xUnknown\":1}}"),
        _ => r#"{"year":2000}"#.to_owned(),
    };
    let text = (1..=40_000).map(line).collect::<Vec<_>>().join("\n");
    let told = |threads: &str| {
        let args = ["check", "-", "--lines", "--schema", "OnThisDayDto", "--server-version", "1.132.3"];
        run_with(&[&args[..], &["--format", "concise", "--all", "--threads", threads]].concat(), text.as_bytes())
    };
    let (one, three) = (told("1"), told("3"));
    assert_eq!((one.code, &one.out), (Some(1), &three.out), "{}", one.err);
    let places: Vec<&str> = one.out.lines().filter_map(|line| line.split(' ').next()).collect();
    let expected: Vec<String> =
        (1..=40_000).filter(|number| matches!(number % 997, 2 | 3)).map(|number| format!("<stdin>:{number}")).collect();
    assert_eq!(places, expected);
}

/// Upstream's documents have `duration` as a string up to 2.7.5, and from 3.0.0-rc.1 on as an integer or null.
#[test]
fn a_type_that_changed_is_told_with_its_releases() {
    let told = |version: &str, value: &Value| {
        let body = json!({"id": "a", "duration": value}).to_string();
        let args = ["check", "-", "--schema", "AssetResponseDto", "--server-version", version, "--format", "json"];
        let report: Value = serde_json::from_str(&run_with(&args, body.as_bytes()).out).unwrap();
        let findings = report["findings"].as_array().unwrap();
        let duration = findings.iter().find(|one| one["location"]["pointer"] == "/duration").unwrap();
        (duration["rule"].clone(), duration["releases"].clone(), duration["notes"].clone())
    };
    let note = |text: &str| json!([text]);
    let (was, is) =
        ("`duration` may be of type string at 1.106.0 – 2.7.5; this server is 3.0.2", json!("3.0.0-rc.1 –"));
    assert_eq!(told("3.0.2", &json!("0:00:05")), (json!("type-mismatch"), is, note(was)));
    let will = "`duration` may be of type number at 3.0.0-rc.1 –; this server is 2.7.5";
    assert_eq!(told("2.7.5", &json!(5)), (json!("type-mismatch"), json!("1.106.0 – 2.7.5"), note(will)));
    let null = "`duration` may be of type null at 3.0.0-rc.1 –; this server is 2.7.5";
    assert_eq!(told("2.7.5", &Value::Null), (json!("null-not-allowed"), json!("1.106.0 – 2.7.5"), note(null)));
    assert_eq!(told("3.0.2", &json!(true)), (json!("type-mismatch"), json!("1.106.0 –"), json!([])), "never right");
}

//! `--format html`: pages that stand for themselves, of each command that makes one.

use serde_json::json;

use super::{file, run};

const EXAMPLE: &str = "examples/random-assets.har";

/// What each command is run with.
const COMMANDS: [&[&str]; 7] = [
    &["check", EXAMPLE, "--server-version", "2.7.5"],
    &["compat", EXAMPLE, "--from", "1.132.3", "--to", "3.0.2"],
    &["diff", "2.7.5", "3.0.2"],
    &["news", "--since", "2.7.5", "--to", "3.0.2", "--used-by", EXAMPLE],
    &["audit"],
    &["matrix", EXAMPLE],
    &["identify", EXAMPLE],
];

/// The page that a command makes, and how it ended.
fn page(args: &[&str]) -> (String, Option<i32>) {
    let run = run(&[args, &["--format", "html"]].concat());
    assert!(run.out.starts_with("<!doctype html>\n"), "{args:?}: {}", run.err);
    (run.out, run.code)
}

#[test]
fn each_command_makes_one_that_runs_and_loads_nothing() {
    for command in COMMANDS {
        let (html, code) = page(command);
        assert_eq!(code, run(command).code, "{command:?}");
        assert!(html.contains("content=\"default-src 'none'; style-src 'sha256-"), "{command:?}");
        for word in ["<script", " src=", " style=", "<link", "<img", "url(", "@import"] {
            assert!(!html.contains(word), "{command:?}: {word}");
        }
        assert!(html.contains("<svg class=\"strip\" role=\"img\""), "{command:?}: it has a picture");
        assert_eq!((html, code), page(command), "{command:?}: the same each time");
    }
}

#[test]
fn a_life_is_drawn_with_the_release_that_was_checked_against() {
    // Upstream's documents have `visibility` from 1.133.0 on, and always require it.
    let (html, _) = page(&["check", EXAMPLE, "--server-version", "2.7.5"]);
    let (_, after) = html.split_once("The life of <code>AssetResponseDto.visibility</code>").unwrap();
    let (figure, _) = after.split_once("</figure>").unwrap();
    assert!(figure.contains("<title>1.133.0 –: required, AssetVisibility"), "{figure}");
    assert_eq!(figure.matches("class=\"mark\"").count(), 1, "{figure}");
}

#[test]
fn it_says_what_was_exercised() {
    let (html, _) = page(&["check", EXAMPLE, "--server-version", "2.7.5"]);
    let (_, after) = html.split_once("<h2>What of the contract was exercised: ").unwrap();
    // The document of 2.7.5 has as many operations.
    let of_all = run(&["check", EXAMPLE, "--server-version", "2.7.5", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&of_all.out).unwrap();
    let exercised = report["exercised"].as_array().unwrap().len();
    assert!(after.starts_with(&format!("{exercised} of 245 operations</h2>")), "{after:.60}");
}

#[test]
fn names_and_values_of_a_capture_are_text() {
    for text in ["</script><script>alert(1)</script>", "javascript:alert(1)", "\"><img src=x>", "\u{202e}gnp"] {
        let answer = json!({"major": text, text: 1, "minor": 1, "patch": 1}).to_string();
        let entry = |path: &str| {
            json!({
                "request": {"method": "GET", "url": format!("http://h/api/{path}"), "headers": [{"name": "user-agent", "value": text}]},
                "response": {"status": 200, "headers": [], "content": {"text": answer, "mimeType": "application/json"}},
            })
        };
        let har = json!({"log": {"entries": [entry("server/version"), entry(&format!("server/{text}"))]}}).to_string();
        let har = file("x.har", har.as_bytes());
        for command in [
            &["check", &har.path, "--server-version", "2.7.5", "-v"][..],
            &["compat", &har.path, "--from", "2.7.5", "--to", "3.0.2", "-v"],
            &["matrix", &har.path],
            &["identify", &har.path],
        ] {
            let (html, _) = page(command);
            for word in ["<script", "<img", "\u{202e}", "href=\"java"] {
                assert!(!html.contains(word), "{command:?}: {word}");
            }
        }
    }
}

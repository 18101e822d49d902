//! Exported documents in other tools. They are no part of the set-up: where `openapi-spec-validator` (`PyPI`) or `redocly`
//! (npm, `@redocly/cli`) is not on the path, its test says that it was skipped.

use std::io::{self, Write};
use std::process::Command;

use serde_json::Value;

use super::{File, file, run};

/// The first and the last release of each shape of the API.
const RELEASES: [&str; 6] = ["1.106.0", "1.113.0", "1.132.3", "2.7.5", "3.0.0-rc.1", "latest"];

/// Redocly's own choice of rules.
const RULES: &[u8] = b"extends: [recommended]\n";

fn exported(release: &str) -> File {
    let document = run(&["openapi", "--at", release]);
    assert_eq!(document.code, Some(0), "{}", document.err);
    file("openapi.json", document.out.as_bytes())
}

/// Whether a tool is there.
fn is_there(tool: &str) -> bool {
    let there = Command::new(tool).arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        // Past the test harness, which shows what a passing test prints to nobody.
        let _ = writeln!(io::stderr(), "skipped: {tool} is not on the path");
    }
    there
}

#[test]
fn openapi_spec_validator_has_nothing_against_them() {
    if !is_there("openapi-spec-validator") {
        return;
    }
    // It takes patterns for Python's, which does not know the `\\p{L}` of ECMA-262 that patterns have from 3.2.0 on.
    for release in RELEASES.map(|release| if release == "latest" { "3.1.0" } else { release }) {
        let document = exported(release);
        let output = Command::new("openapi-spec-validator").arg(&document.path).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() && said.trim_end().ends_with("OK"), "{release}: {said}");
    }
}

#[test]
fn redocly_finds_no_error_in_them() {
    if !is_there("redocly") {
        return;
    }
    let rules = file("redocly.yaml", RULES);
    for release in RELEASES {
        let document = exported(release);
        let args = ["lint", &document.path, "--config", &rules.path, "--format", "json", "--max-problems", "10000"];
        let output = Command::new("redocly").args(args).env("REDOCLY_TELEMETRY", "off").output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let report: Value = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{release}: {error}: {said}"));
        let problems = report["problems"].as_array().unwrap().iter();
        let errors: Vec<&Value> = problems.filter(|problem| problem["severity"] == "error").collect();
        assert!(errors.is_empty(), "{release}: {errors:#?}");
        assert!(output.status.success(), "{release}: {said}");
    }
}

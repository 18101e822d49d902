//! `check --server-version` with several releases.

use serde_json::Value;

use super::{run, run_with};

const EXAMPLE: &str = "examples/random-assets.har";

fn report(args: &[&str]) -> Value {
    let run = run(&[&["check", EXAMPLE, "--format", "json", "--fail-on", "never"], args].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

/// The releases at which a rule finds something at a place.
fn at(report: &Value, rule: &str, pointer: &str) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    let of_rule = findings.filter(|one| one["rule"] == rule && one["location"]["pointer"] == pointer);
    of_rule.map(|one| one["releases"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_finding_says_at_which_releases_of_the_range_it_holds() {
    let report = report(&["--server-version", "1.120..2.7"]);
    assert_eq!(report["releases"], "1.120.0 – 2.7.5", "both ends belong to it, and 2.7 is its newest");
    // Upstream's documents have `visibility` of an asset from 1.133.0 on.
    assert_eq!(at(&report, "property-not-yet-added", "/0/visibility"), ["1.120.0 – 1.132.3"]);
    let all = self::report(&["--server-version", "all"]);
    assert_eq!(at(&all, "operation-removed", ""), ["3.0.0-rc.1 –"; 4], "GET /assets/random left in version 3");
}

#[test]
fn one_release_is_named_in_several_ways() {
    let latest = contract::Release::latest().version();
    for (text, printed) in [("2.7.5", "2.7.5"), ("latest", latest), ("2.7.5..2.7", "2.7.5"), ("auto", "1.132.3")] {
        assert_eq!(report(&["--server-version", text])["releases"], printed, "{text}");
    }
}

#[test]
fn the_summary_names_the_range() {
    let version = br#"{"major": 2, "minor": 7, "patch": 5}"#;
    let args = ["check", "-", "--operation", "getServerVersion", "--server-version", "2.5..2.7"];
    let run = run_with(&args, version);
    let summary = "checked 1 exchange (1 operation) against 2.5.0 – 2.7.5: no errors, no warnings\n";
    assert_eq!((run.code, run.out.as_str()), (Some(0), summary), "{}", run.err);
}

#[test]
fn wrong_ranges_are_exit_code_2() {
    for (text, word) in [("2.7..1.120", "before it begins"), ("banana..2.7", "not a release"), ("1.50..", "older")] {
        let run = run(&["check", EXAMPLE, "--server-version", text]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
        assert!(run.err.contains(word), "{text}: {}", run.err);
    }
}

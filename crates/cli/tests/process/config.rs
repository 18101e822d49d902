//! Suppressions and baselines.

use std::io::Write;
use std::path::Path;

use serde_json::Value;

use super::{run, run_in};

const EXAMPLE: &str = "examples/random-assets.har";

/// A folder with a configuration and a copy of the example.
fn folder(config: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let har = std::fs::read(super::root().join(EXAMPLE)).unwrap();
    for (name, bytes) in [("immich-contract.toml", config.as_bytes()), ("app.har", &har)] {
        std::fs::File::create(folder.path().join(name)).unwrap().write_all(bytes).unwrap();
    }
    folder
}

fn check(folder: &Path, args: &[&str]) -> super::Run {
    run_in(folder, &[&["check", "app.har"], args].concat())
}

fn report(folder: &Path, args: &[&str]) -> Value {
    let run = check(folder, &[args, &["--format", "json"]].concat());
    serde_json::from_str(&run.out).unwrap()
}

fn rules(report: &Value) -> Vec<&str> {
    report["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect()
}

#[test]
fn a_configuration_in_the_folder_is_found_and_what_it_accepts_is_counted() {
    let folder = folder(
        "[[suppress]]\nrule = 'operation-deprecated'\noperation = 'getRandom'\nreason = 'moves with 2.0'\n\n\
         [[suppress]]\nrule = 'property-not-yet-added'\ncomponent = 'AssetResponseDto.visibility'\nreleases = '..1.133.0'\n\
         reason = 'the proxy adds it'\nexpires = 2999-12-31\n",
    );
    let with = report(folder.path(), &[]);
    let without = report(folder.path(), &["--config", "/dev/null"]);
    for rule in ["operation-deprecated", "property-not-yet-added"] {
        assert!(!rules(&with).contains(&rule) && rules(&without).contains(&rule), "{rule}");
    }
    // Four requests of a deprecated operation, and one member that came later.
    assert_eq!((&with["summary"]["suppressed"], &without["summary"]["suppressed"]), (&5.into(), &0.into()));
    let human = check(folder.path(), &[]);
    assert!(human.out.contains("accepted: 5 findings by suppressions"), "{}", human.out);
    assert_eq!(human.code, Some(1), "the other errors stay");
}

#[test]
fn a_suppression_of_no_use_is_a_finding() {
    let unused = "[[suppress]]\nrule = 'operation-deprecated'\noperation = 'getRandm'\nreason = 'r'\n\n";
    let expired = "[[suppress]]\nrule = 'enum-value-unknown'\nreason = 'r'\nexpires = 2020-01-01\n\n";
    // Of another release, and of another command: neither could match.
    let elsewhere = "[[suppress]]\nrule = 'type-mismatch'\nreleases = '2.0.0..'\nreason = 'r'\n\n\
        [[suppress]]\nrule = 'added-marker-false'\nreason = 'r'\n";
    let folder = folder(&[unused, expired, elsewhere].concat());
    let report = report(folder.path(), &[]);
    let complaints: Vec<&Value> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["rule"].as_str().unwrap().starts_with("suppression-"))
        .collect();
    let told: Vec<_> =
        complaints.iter().map(|one| (one["rule"].as_str().unwrap(), one["location"]["line"].as_u64())).collect();
    assert_eq!(told, [("suppression-unused", Some(2)), ("suppression-expired", Some(7))]);
    assert_eq!(complaints[0]["location"]["source"], "immich-contract.toml");
    assert!(rules(&report).contains(&"enum-value-unknown"), "what expired is shown again");
}

#[test]
fn a_malformed_configuration_ends_the_run_with_one_line() {
    for (config, why) in [
        ("[[suppress]]\nrule = 'operation-deprecated'\n", "immich-contract.toml:1:1: missing field `reason`"),
        ("[[suppress]]\nrulle = 'x'\n", "immich-contract.toml:2:1: unknown field `rulle`"),
        ("[[suppress]]\nrule = 'property-remove'\nreason = 'r'\n", "immich-contract.toml:2:8: there is no rule"),
        ("suppress = [", "immich-contract.toml:"),
    ] {
        let folder = folder(config);
        let run = check(folder.path(), &[]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{config}");
        let lines: Vec<&str> = run.err.lines().filter(|line| line.starts_with("error: ")).collect();
        assert!(lines.len() == 1 && lines[0].contains(why), "{}", run.err);
    }
    let missing = run(&["check", EXAMPLE, "--config", "nowhere.toml"]);
    assert_eq!(missing.code, Some(2));
    assert!(missing.err.contains("nowhere.toml: cannot read"), "{}", missing.err);
}

#[test]
fn a_baseline_accepts_what_stood_and_nothing_new() {
    let folder = folder("");
    let written = check(folder.path(), &["--write-baseline", "known.json"]);
    assert_eq!(written.code, Some(0), "all that stands is accepted: {}", written.out);
    let first = std::fs::read(folder.path().join("known.json")).unwrap();
    check(folder.path(), &["--write-baseline", "known.json", "--baseline", "known.json"]);
    assert_eq!(std::fs::read(folder.path().join("known.json")).unwrap(), first, "the same findings, the same file");
    let again = check(folder.path(), &["--baseline", "known.json"]);
    assert_eq!(again.code, Some(0), "{}", again.out);
    assert!(again.out.contains("by the baseline"), "{}", again.out);
    // Without one line of the baseline, that finding is new.
    let text = String::from_utf8(first).unwrap();
    let fewer: Vec<&str> = text.lines().filter(|line| !line.contains("\"enum-value-unknown\"")).collect();
    let fewer = fewer.join("\n").replace("},\n]", "}\n]");
    std::fs::File::create(folder.path().join("known.json")).unwrap().write_all(fewer.as_bytes()).unwrap();
    let report = report(folder.path(), &["--baseline", "known.json"]);
    assert_eq!(rules(&report), ["enum-value-unknown"]);
    // What no longer stands is told.
    let other = check(folder.path(), &["--baseline", "known.json", "--server-version", "2.7.5"]);
    assert!(other.err.contains("no longer stand"), "{}", other.err);
}

#[test]
fn what_is_no_baseline_ends_the_run() {
    let run = run(&["check", EXAMPLE, "--baseline", "README.md"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.lines().any(|line| line.starts_with("error: README.md:1:1: this is not a baseline")),
        "{}",
        run.err
    );
}

#[test]
fn audit_and_diff_accept_as_check_does() {
    let folder =
        folder("[[suppress]]\nrule = 'removed-without-deprecation'\ncomponent = 'AssetResponseDto.*'\nreason = 'r'\n");
    let suppressed = |args: &[&str]| {
        let run = run_in(folder.path(), &[args, &["--format", "json", "--fail-on", "never"]].concat());
        let report: Value = serde_json::from_str(&run.out).unwrap();
        report["summary"]["suppressed"].as_u64().unwrap()
    };
    assert!(suppressed(&["audit"]) > 0);
    assert_eq!(suppressed(&["diff", "2.7.4", "2.7.5"]), 0, "a rule of another command");
    let written = run_in(folder.path(), &["diff", "2.7.5", "3.0.0", "--write-baseline", "known.json"]);
    assert_eq!(written.code, Some(0), "{}", written.err);
    assert_eq!(run_in(folder.path(), &["diff", "2.7.5", "3.0.0", "--baseline", "known.json"]).code, Some(0));
    assert_eq!(run_in(folder.path(), &["diff", "2.7.5", "3.0.0"]).code, Some(1));
}

#[test]
fn a_suppression_names_an_operation_by_any_of_its_ids() {
    let body = r#"{"albums": {"total": "none", "count": 0, "items": [], "facets": []},
        "assets": {"total": 0, "count": 0, "items": [], "facets": [], "nextPage": null}}"#;
    for (id, release) in [("searchMetadata", "2.7.5"), ("searchAssets", "1.121.0"), ("searchMeta*", "2.7.5")] {
        let folder =
            folder(&format!("[[suppress]]\nrule = 'type-mismatch'\noperation = '{id}'\nreason = 'the proxy'\n"));
        let args = ["check", "-", "--operation", "searchAssets", "--server-version", release];
        let run = super::run_with_in(folder.path(), &args, body.as_bytes());
        assert_eq!(run.code, Some(0), "{id} at {release}: {}{}", run.out, run.err);
    }
}

#[test]
fn a_table_says_how_bad_rules_are() {
    let table =
        "[severity]\nenum-value-unknown = 'warning'\nproperty-not-yet-added = 'off'\noperation-deprecated = 'error'\n";
    let folder = folder(table);
    let (with, without) = (report(folder.path(), &["-v"]), report(folder.path(), &["-v", "--config", "/dev/null"]));
    let severities = |report: &Value, rule: &str| -> Vec<String> {
        let findings = report["findings"].as_array().unwrap().iter().filter(|one| one["rule"] == rule);
        findings.map(|one| one["severity"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(severities(&without, "enum-value-unknown"), ["error"]);
    assert_eq!(severities(&with, "enum-value-unknown"), ["warning"]);
    // One of the requests was refused, which makes what is wrong with it milder.
    assert_eq!(severities(&without, "operation-deprecated"), ["warning", "warning", "warning", "note"]);
    assert_eq!(severities(&with, "operation-deprecated"), ["error", "error", "error", "note"]);
    assert!(severities(&with, "property-not-yet-added").is_empty());
    assert_eq!((&with["summary"]["off"], &with["summary"]["severity_changed"]), (&1.into(), &4.into()));
    let changed = with["findings"].as_array().unwrap().iter().find(|one| one["rule"] == "enum-value-unknown").unwrap();
    let note = "immich-contract.toml makes this a warning; it would be an error";
    assert!(changed["notes"].as_array().unwrap().contains(&note.into()), "{changed}");
    let human = check(folder.path(), &[]);
    let said = "by the configuration: 4 findings of another severity, 1 finding switched off";
    assert!(human.out.contains(said) && human.out.contains(note), "{}", human.out);
    let lines = check(folder.path(), &["--format", "ndjson"]);
    assert!(lines.out.contains(note) && lines.out.contains("\"severity_changed\":4"), "{}", lines.out);
}

#[test]
fn the_table_is_for_every_command() {
    let all = "response-enum-value-added = 'off'\nresponse-required-property-added = 'note'\n\
        added-marker-false = 'error'\nsuppression-unused = 'error'\n";
    let folder =
        folder(&format!("[[suppress]]\nrule = 'operation-added'\noperation = 'no*'\nreason = 'r'\n[severity]\n{all}"));
    let diff = run_in(folder.path(), &["diff", "1.127.0", "1.128.0", "--format", "json"]);
    let report: Value = serde_json::from_str(&diff.out).unwrap();
    assert!(report["summary"]["off"].as_u64().unwrap() > 0, "{}", report["summary"]);
    assert!(!rules(&report).contains(&"response-enum-value-added"));
    let unused = report["findings"].as_array().unwrap().iter().find(|one| one["rule"] == "suppression-unused").unwrap();
    assert_eq!(unused["severity"], "error");
    let audit = run_in(folder.path(), &["audit", "--format", "json", "--fail-on", "error"]);
    assert_eq!(audit.code, Some(1), "{}", audit.err);
}

#[test]
fn a_table_that_says_nothing_known_ends_the_run() {
    for (table, why) in [
        ("enum-unknown = 'off'\n", "immich-contract.toml:2:1: there is no rule \"enum-unknown\""),
        ("enum-value-unknown = 'fatal'\n", "immich-contract.toml:2:22: unknown variant `fatal`"),
    ] {
        let run = check(folder(&format!("[severity]\n{table}")).path(), &[]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{table}");
        assert!(run.err.contains(why), "{}", run.err);
    }
}

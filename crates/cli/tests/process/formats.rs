//! Every command writes every format.

use serde_json::Value;

use super::run;

const COMMANDS: [&[&str]; 3] =
    [&["check", "examples/random-assets.har"], &["diff", "2.7.5", "3.0.1"], &["audit", "--fail-on", "error"]];

fn written(command: &[&str], format: &str) -> String {
    let run = run(&[command, &["--format", format, "--config", "/dev/null"]].concat());
    assert!(matches!(run.code, Some(0 | 1)), "{command:?} {format}: {}", run.err);
    run.out
}

#[test]
fn sarif_lists_the_rules_of_the_command() {
    for (command, own, other) in [
        (COMMANDS[0], "property-removed", "added-marker-false"),
        (COMMANDS[2], "added-marker-false", "property-removed"),
    ] {
        let log: Value = serde_json::from_str(&written(command, "sarif")).unwrap();
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        let has = |id: &str| rules.iter().any(|rule| rule["id"] == id);
        assert!(has(own) && has("suppression-unused") && !has(other), "{command:?}");
        assert!(!log["runs"][0]["results"].as_array().unwrap().is_empty());
    }
}

#[test]
fn every_format_is_written_and_the_same_each_time() {
    for command in COMMANDS {
        for format in report::FORMATS {
            let text = written(command, format.name);
            assert!(!text.is_empty(), "{command:?} {}", format.name);
            // One command is enough for what no command has a part in.
            if command[0] == "diff" {
                assert_eq!(text, written(command, format.name), "{}", format.name);
            }
        }
    }
}

#[test]
fn what_makes_the_exit_code_makes_the_failures() {
    let junit =
        |fail_on: &str| run(&["check", "examples/random-assets.har", "--format", "junit", "--fail-on", fail_on]).out;
    let failures = |xml: &str| xml.matches("<failure ").count();
    assert!(failures(&junit("error")) > 0 && failures(&junit("warning")) > failures(&junit("error")));
}

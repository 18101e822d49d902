//! `news`: of what changed since a release, what a client meets.

use contract::Release;
use serde_json::{Value, json};

use super::release_documents::{newer, write};
use super::{root, run, run_with};

const EXAMPLE: &str = "examples/random-assets.har";

#[test]
fn a_client_hears_of_what_it_meets() {
    let news = run(&["news", "--since", "1.132.3", "--to", "3.0.2", "--used-by", EXAMPLE]);
    assert_eq!(news.code, Some(1), "{}", news.err);
    assert!(
        news.out.contains("error[called-operation-gone]: `GET /assets/random` does not exist at 3.0.2"),
        "{}",
        news.out
    );
    assert!(
        news.err.contains("changes from 1.132.3 to 3.0.2") && news.err.contains("reach what this client calls"),
        "{}",
        news.err
    );
    assert!(!news.out.contains("createLibrary"), "this client calls no libraries");
    let markdown = run(&["news", "--since", "1.132.3", "--to", "3.0.2", "--used-by", EXAMPLE, "--format", "markdown"]);
    assert!(markdown.out.contains("| ") && markdown.out.contains("called-operation-gone"), "{}", markdown.out);
}

#[test]
fn a_capture_from_standard_input_is_met_too() {
    let capture = std::fs::read(root().join(EXAMPLE)).unwrap();
    let args = ["news", "--since", "1.132.3", "--to", "3.0.2", "--format", "json", "--used-by"];
    let piped = run_with(&[&args[..], &["-"]].concat(), &capture);
    let named = run(&[&args[..], &[EXAMPLE]].concat());
    let told = |run: &super::Run| {
        let report: Value = serde_json::from_str(&run.out).unwrap();
        let findings = report["findings"].as_array().unwrap().iter();
        findings.map(|one| (one["rule"].clone(), one["message"].clone())).collect::<Vec<_>>()
    };
    assert!(named.out.contains("called-operation-gone"), "{}", named.out);
    assert_eq!(told(&piped), told(&named));
}

#[test]
fn a_release_of_this_morning_has_news() {
    let folder = tempfile::tempdir().unwrap();
    let document = write(folder.path(), "new.json", &newer("99.1.0"));
    let since = Release::latest().version();
    let ask = |operation: &str| {
        run(&["news", "--since", since, "--release-document", &document, "--operations", operation, "--format", "json"])
    };
    let news: Value = serde_json::from_str(&ask("getAssetInfo").out).unwrap();
    let rules: Vec<&Value> = news["findings"].as_array().unwrap().iter().map(|finding| &finding["rule"]).collect();
    assert_eq!(rules, [&json!("response-required-property-added")]);
    let other = ask("pingServer");
    assert_eq!(other.code, Some(0), "{}", other.err);
    assert_eq!(serde_json::from_str::<Value>(&other.out).unwrap()["findings"], json!([]));
}

#[test]
fn what_is_not_newer_has_no_news() {
    let none = run(&["news", "--since", "3.0.2", "--to", "2.7.5"]);
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("2.7.5 is not newer than 3.0.2"), "{}", none.err);
}

#[test]
fn a_version_with_its_releases() {
    let version = run(&["--version", "--verbose"]);
    assert!(
        version.out.starts_with("immich-contract ") && version.out.contains("by upstream's documents: 1.106.0"),
        "{}",
        version.out
    );
    assert!(version.out.contains("by the clients that are generated from them: 3.1.0 –"), "{}", version.out);
    assert_eq!(run(&["--version"]).out.lines().count(), 1);
}

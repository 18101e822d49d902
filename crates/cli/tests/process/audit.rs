//! `audit`: which documents are taken, formats and exit codes.

use std::io::Write;

use serde_json::{Value, json};

use super::{file, run};

/// A document of one release with one operation, which claims to be this old.
fn document(release: &str, path: &str, added: Option<&str>) -> Vec<u8> {
    let history: Vec<Value> = added.iter().map(|version| json!({"version": version, "state": "Added"})).collect();
    let responses = json!({"200": {"description": ""}});
    let operation = json!({"operationId": "getTriggers", "x-immich-history": history, "responses": responses});
    let info = json!({"title": "Immich", "version": release});
    json!({"openapi": "3.0.0", "info": info, "paths": {path: {"get": operation}}}).to_string().into_bytes()
}

fn folder(files: &[(&str, Vec<u8>)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::File::create(folder.path().join(name)).unwrap().write_all(bytes).unwrap();
    }
    folder
}

/// 2.4.1 without the operation, 2.5.0 with it, and what is not a document.
fn contradiction() -> tempfile::TempDir {
    folder(&[
        ("b.json", document("2.4.1", "/other", None)),
        ("a.json", document("2.5.0", "/triggers", Some("v2.3.0"))),
        ("releases.json", b"[]".to_vec()),
        ("README.md", b"# Documents".to_vec()),
    ])
}

#[test]
fn a_folder_of_documents_is_one_contract() {
    let folder = contradiction();
    let path = folder.path().to_str().unwrap();
    let audit = run(&["audit", path, "-v", "--format", "json"]);
    assert_eq!(audit.code, Some(0), "an audit informs: {}", audit.err);
    assert!(audit.err.contains("passed over") && audit.err.contains("releases.json"), "{}", audit.err);
    assert!(!audit.err.contains("README"), "{}", audit.err);
    let report: Value = serde_json::from_str(&audit.out).unwrap();
    assert_eq!(report["contract"], "2 documents");
    let found = report["findings"].as_array().unwrap();
    let told: Vec<_> = found.iter().map(|one| (one["rule"].as_str().unwrap(), &one["subject"])).collect();
    let (gone, new) = (json!("GET /other"), json!("GET /triggers"));
    assert_eq!(told, [("operation-moved-without-deprecation", &gone), ("added-marker-false", &new)]);
    assert_eq!(found[1]["location"]["part"], "document");
    assert_eq!(found[1]["location"]["pointer"], "/paths/~1triggers/get");
    assert_eq!((&found[1]["expected"], &found[1]["actual"]), (&json!("2.5.0"), &json!("v2.3.0")));
}

#[test]
fn the_exit_code_is_asked_for() {
    let folder = contradiction();
    let path = folder.path().to_str().unwrap();
    for (fail_on, code) in [("never", 0), ("warning", 1), ("error", 1)] {
        assert_eq!(run(&["audit", path, "--fail-on", fail_on]).code, Some(code), "{fail_on}");
    }
    let single = file("single.json", &document("2.5.0", "/triggers", Some("v2.5.0")));
    let audit = run(&["audit", &single.path, "--fail-on", "warning"]);
    assert_eq!(audit.code, Some(0), "{}", audit.out);
    assert!(audit.err.contains("one document does not show"), "{}", audit.err);
}

#[test]
fn humans_get_totals_and_every_format_is_written() {
    let folder = contradiction();
    let path = folder.path().to_str().unwrap();
    let human = run(&["audit", path]);
    assert!(human.out.contains("error[added-marker-false]: GET /triggers claims"), "{}", human.out);
    assert!(human.err.lines().any(|line| line.trim_start() == "1  error    added-marker-false"), "{}", human.err);
    assert_eq!(run(&["audit", path, "-q"]).err, "");
    for format in report::FORMATS {
        let audit = run(&["audit", path, "-v", "--format", format.name]);
        assert_eq!(audit.code, Some(0), "{}: {}", format.name, audit.err);
        assert!(audit.out.contains("added-marker-false"), "{}: {}", format.name, audit.out);
    }
}

#[test]
fn the_embedded_contract_is_audited_without_documents() {
    let audit = run(&["audit", "--format", "json"]);
    assert_eq!(audit.code, Some(0), "{}", audit.err);
    let report: Value = serde_json::from_str(&audit.out).unwrap();
    assert_eq!(report["contract"], "builtin");
    let removed = |one: &&Value| one["rule"] == "removed-without-deprecation";
    let names: Vec<_> =
        report["findings"].as_array().unwrap().iter().filter(removed).map(|one| &one["subject"]).collect();
    assert!(names.contains(&&json!("AssetResponseDto.deviceId")), "{names:?}");
}

#[test]
fn what_cannot_be_audited_is_said_in_one_line() {
    let no_document = file("a.json", b"[]");
    let old = file("old.json", &document("1.50.0", "/a", None));
    let empty = folder(&[]);
    let twice = folder(&[("a.json", document("2.5.0", "/a", None)), ("b.json", document("2.5.0", "/a", None))]);
    for (path, why) in [
        (no_document.path.as_str(), "this is not an OpenAPI document"),
        (&old.path, "older than the oldest known one"),
        ("nowhere.json", "cannot read"),
        (empty.path().to_str().unwrap(), "there is no OpenAPI document"),
        (twice.path().to_str().unwrap(), "are both of release 2.5.0"),
    ] {
        let audit = run(&["audit", path]);
        assert_eq!((audit.code, audit.out.as_str()), (Some(2), ""), "{path}");
        assert!(audit.err.starts_with("error: ") && audit.err.contains(why), "{}", audit.err);
        assert_eq!(audit.err.lines().count(), 1, "{}", audit.err);
    }
}

#[test]
fn a_release_that_is_not_in_the_table_counts_as_the_one_before() {
    let latest = contract::Release::latest().version();
    for (version, before) in [("3.0.9", "3.0.3"), ("99.0.9", latest)] {
        counts_as(version, before);
    }
}

/// A document of a release that the table does not have is taken for one of the release before.
fn counts_as(version: &str, before: &str) {
    let newer = ("new.json", document(version, "/new", Some(&format!("v{version}"))));
    let both = folder(&[newer.clone(), ("known.json", document(before, "/known", None))]);
    let audit = run(&["audit", both.path().to_str().unwrap(), "--format", "json"]);
    let unknown = format!("{version} is not in the table");
    assert!(audit.err.contains("passed over") && audit.err.contains(&unknown), "{}", audit.err);
    let alone = folder(&[newer, ("old.json", document("2.7.5", "/old", None))]);
    let audit = run(&["audit", alone.path().to_str().unwrap(), "--format", "json"]);
    assert!(audit.err.contains(&format!("the contract of {before} counts for it")), "{}", audit.err);
    assert!(!audit.out.contains("added-marker-false"), "{}", audit.out);
}

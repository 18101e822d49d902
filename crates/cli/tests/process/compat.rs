//! `compat`: what breaks on another release?

use serde_json::Value;
use testkit::material;

use super::{file, run, run_with};

const EXAMPLE: &str = "examples/random-assets.har";

/// The JSON report of a run, rule and subject of each finding.
fn broken(args: &[&str]) -> Vec<(String, String)> {
    let run = run(&[&["compat", "--format", "json"], args].concat());
    assert_ne!(run.code, Some(2), "{}", run.err);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    findings.map(|one| (text(&one["rule"]), text(&one["subject"]))).collect()
}

#[test]
fn the_example_breaks_in_version_3() {
    let human = run(&["compat", EXAMPLE, "--to", "3.0.2"]);
    assert_eq!(human.code, Some(1), "{}", human.err);
    assert!(human.out.contains("error[called-operation-gone]: `GET /assets/random` does not exist at 3.0.2"));
    assert!(human.out.contains("`GET /assets/{id}` (getAssetInfo) instead"), "{}", human.out);
    assert!(human.out.contains("against 1.132.3 → 3.0.2"), "{}", human.out);
    assert_eq!(run(&["compat", EXAMPLE, "--to", "3.0.2", "--fail-on", "never"]).code, Some(0));
    assert_eq!(run(&["compat", EXAMPLE, "--to", "1.132.2"]).code, Some(0), "a patch that changed nothing");
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let bare = file("asset.json", b"{}");
    for (args, word) in [
        (vec![EXAMPLE], "--to"),
        (vec![EXAMPLE, "--to", "1.132.3"], "already"),
        (vec![EXAMPLE, "--to", "banana"], "not a release"),
        (vec![&bare.path, "--from", "2.7", "--to", "3.0"], "bare JSON body"),
    ] {
        let run = run(&[vec!["compat"], args].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
    let silent = run_with(&["compat", "-", "--to", "3.0.2"], br#"{"log": {"entries": []}}"#);
    assert!(silent.err.contains("does not tell the server's release"), "{}", silent.err);
}

/// What users of clients reported when version 3 came, as far as the capture holds it. Date-times without an offset it
/// does not hold: a golden test has some of its own.
#[test]
fn a_real_capture_breaks_as_users_reported() {
    let Some(folder) = material::captures() else { return };
    let capture = folder.join("v2.7.5").join("capture.har");
    let broken = broken(&[capture.to_str().unwrap(), "--to", "3.0.2"]);
    for (rule, name) in [
        ("called-operation-gone", "GET /assets/random"),
        ("called-operation-gone", "GET /server/theme"),
        ("called-operation-gone", "POST /assets/exist"),
        ("called-operation-gone", "GET /assets/device/{deviceId}"),
        ("called-operation-gone", "POST /sync/full-sync"),
        ("called-operation-gone", "POST /sync/delta-sync"),
        ("called-operation-gone", "PUT /assets/{id}/original"),
        ("answer-field-retyped", "`AssetResponseDto.duration`"),
        ("answer-field-gone", "`AssetResponseDto.deviceId`"),
        ("answer-field-gone", "`AssetResponseDto.deviceAssetId`"),
        ("answer-field-gone", "`AlbumResponseDto.owner`"),
        ("answer-field-gone", "`AlbumResponseDto.ownerId`"),
        ("answer-field-gone", "`AlbumResponseDto.assets`"),
        ("answer-enum-widened", "`AlbumUserRole`"),
        ("request-key-ignored", "`shared` of getAllAlbums"),
        ("request-key-ignored", "`MetadataSearchDto.deviceAssetId`"),
        ("request-value-refused", "`AssetMediaCreateDto.duration`"),
    ] {
        let told = broken.iter().any(|(one, subject)| one == rule && subject == name);
        assert!(told, "{rule} {name}: {broken:#?}");
    }
}

//! `schema`, `openapi`, `explain` and `--contract`.

use ::contract::{Projection, Release, write};
use serde_json::Value;

use super::{file, run};

#[test]
fn the_embedded_contract_is_that_of_the_models() {
    let contract = &models::contract().unwrap();
    for release in ["1.106.0", "1.132.3", "2.7.5", "3.0.2"] {
        let run = run(&["openapi", "--at", release]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let expected = write::openapi(Projection { contract, release: Release::known(release) });
        assert!(serde_json::from_str::<Value>(&run.out).unwrap() == expected, "{release}: run cargo xtask schemas");
    }
}

#[test]
fn schemas_are_projected() {
    let visibility = |release: &str| {
        let run = run(&["schema", "AssetResponseDto", "--at", release]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let schema: Value = serde_json::from_str(&run.out).unwrap();
        schema["$defs"]["AssetResponseDto"]["properties"].get("visibility").is_some()
    };
    assert!(!visibility("1.132.3") && visibility("1.133.0"));
    let list = run(&["schema", "--at", "1.106.0"]).out;
    assert!(list.lines().any(|name| name == "TagTypeEnum") && !list.contains("AssetStackResponseDto"), "{list}");
}

#[test]
fn an_exported_document_is_a_contract_again() {
    let document = run(&["openapi", "--at", "1.132.3"]);
    assert_eq!(document.code, Some(0), "{}", document.err);
    let exported = file("openapi.json", document.out.as_bytes());
    let args = ["check", "examples/random-assets.har", "--format", "json", "--contract", &exported.path];
    let run = run(&args);
    assert_eq!(run.code, Some(1), "{}", run.err);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    // A document knows one release, so a property of another one is one that nobody declares.
    assert!(run.out.contains("property-undeclared") && !run.out.contains("property-not-yet-added"));
    assert_eq!(report["summary"]["errors"], 4);
}

#[test]
fn rules_are_explained() {
    let all = run(&["explain"]);
    assert!(all.out.lines().count() > 30 && all.out.contains("property-removed"), "{}", all.out);
    let one = run(&["explain", "property-removed"]);
    assert_eq!(one.code, Some(0));
    assert!(one.out.contains("deviceId"), "{}", one.out);
    assert_eq!(run(&["explain", "marker-rewritten"]).code, Some(0), "the audit's rules are explained, too");
    let none = run(&["explain", "property-remove"]);
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("did you mean property-removed?"), "{}", none.err);
}

#[test]
fn help_and_completions_are_there() {
    let help = run(&["check", "--help"]);
    assert!(help.code == Some(0) && help.out.contains("Examples:"), "{}", help.out);
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(run(&["completions", shell]).out.contains("server-version"), "{shell}");
    }
}

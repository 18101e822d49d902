//! `accepts`: does a client's model take what servers may answer?

use std::fs::{self, File};
use std::io::Write as _;

use serde_json::Value;

use super::{file, run, run_in, run_with};

/// A model that works up to 2.7.5.
const ASSET: &[u8] = br#"{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "definitions": {
    "Asset": {"type": "object", "properties": {"id": {"type": "string"}, "duration": {"type": "string"}}, "required": ["id"]}
  }
}"#;

fn asset() -> (super::File, String) {
    let file = file("asset.json", ASSET);
    let place = format!("{}#/definitions/Asset", file.path);
    (file, place)
}

#[test]
fn the_answer_stands_first() {
    let (_file, asset) = asset();
    let human = run(&["accepts", &asset, "--as", "AssetResponseDto", "--decoder", "pydantic"]);
    assert_eq!((human.code, human.err.as_str()), (Some(1), ""));
    let first = human.out.lines().next().unwrap();
    let text = "works with 1.106.0 – 2.7.5; breaks at 3.0.0-rc.1 –: `duration` may be an integer";
    assert_eq!(first, format!("Asset as AssetResponseDto, read by Pydantic (lax): {text}"));
    assert!(human.out.contains("error[type-not-accepted]: `duration` may be an integer"), "{}", human.out);
    assert!(human.out.contains("asset.json:4:"), "the place in the client's schema: {}", human.out);
    assert!(human.out.contains("\"duration\": 0"), "the witness: {}", human.out);
    let lowest = run(&["accepts", &asset, "--as", "AssetResponseDto", "--min-release"]);
    assert_eq!((lowest.code, lowest.out.as_str()), (Some(0), "1.106.0\n"));
}

#[test]
fn what_is_required_makes_the_exit_code() {
    let (_file, asset) = asset();
    for (required, code) in [("1.120..2.7", 0), ("2.7..latest", 1), ("all", 1)] {
        let run = run(&["accepts", &asset, "--as", "AssetResponseDto", "--required", required]);
        assert_eq!(run.code, Some(code), "{required}: {}", run.out);
    }
    let never = run(&["accepts", &asset, "--as", "AssetResponseDto", "--fail-on", "never"]);
    assert_eq!(never.code, Some(0));
}

#[test]
fn every_format_has_the_findings() {
    let (_file, asset) = asset();
    for format in report::FORMATS {
        let run = run(&["accepts", &asset, "--as", "AssetResponseDto", "--format", format.name]);
        assert_eq!(run.code, Some(1), "{}: {}", format.name, run.err);
        assert!(run.out.contains("type-not-accepted"), "{}: {}", format.name, run.out);
    }
    let json = run(&["accepts", &asset, "--as", "AssetResponseDto", "--format", "json"]);
    let report: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(report["conclusions"][0]["works"], "1.106.0 – 2.7.5");
    assert_eq!(report["findings"][0]["actual"]["duration"], 0);
    assert_eq!(report["findings"][0]["location"]["pointer"], "/definitions/Asset/properties/duration");
}

#[test]
fn an_operation_is_its_answer_or_its_request() {
    let list = file("list.json", br#"{"type": "array", "items": {"type": "object"}}"#);
    let bucket = run(&["accepts", &list.path, "--as", "getTimeBucket"]);
    assert!(bucket.out.contains("works with 1.106.0 – 1.132.3"), "{}", bucket.out);
    assert!(bucket.out.contains("the answer may be an object; the model takes an array"), "{}", bucket.out);
    let search = br#"{"type": "object", "properties": {"deviceAssetId": {"type": "string"}}}"#;
    let sent = run_with(&["accepts", "-", "--as", "searchAssets", "--sends"], search);
    assert!(sent.out.contains("warning[sent-member-ignored]: `deviceAssetId` may be sent"), "{}{}", sent.out, sent.err);
    assert_eq!(sent.code, Some(0), "what is ignored is a warning: {}", sent.out);
}

#[test]
fn a_configuration_has_several_models() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| File::create(folder.path().join(name)).unwrap().write_all(bytes).unwrap();
    fs::create_dir(folder.path().join("schemas")).unwrap();
    write("schemas/asset.json", ASSET);
    write(
        "immich-contract.toml",
        br#"
[[client]]
schema = "schemas/asset.json#/definitions/Asset"
as = "AssetResponseDto"
decoder = "mashumaro"
required = "1.120..2.7"

[[client]]
schema = "schemas/asset.json#/definitions/Asset"
as = "UserResponseDto"

[[suppress]]
rule = "acceptance-undecided"
reason = "not looked at yet"
"#,
    );
    let both = run_in(folder.path(), &["accepts"]);
    assert_eq!(both.code, Some(0), "{}{}", both.out, both.err);
    assert!(both.out.contains("Asset as AssetResponseDto, read by mashumaro"), "{}", both.out);
    assert!(both.out.contains("Asset as UserResponseDto, read by JSON Schema: works with 1.106.0 –"), "{}", both.out);
    write("immich-contract.toml", b"[[client]]\nschema = \"schemas/none.json\"\nas = \"AssetResponseDto\"\n");
    let none = run_in(folder.path(), &["accepts"]);
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("immich-contract.toml:2:") && none.err.contains("schemas/none.json"), "{}", none.err);
}

#[test]
fn what_is_no_model_is_exit_code_2_with_its_place() {
    let (_file, asset) = asset();
    let schemas = |text: &str| file("model.json", text.as_bytes());
    let dangling = schemas("{\n \"properties\": {\"a\": {\"$ref\": \"#/$defs/Ast\"}},\n \"$defs\": {\"Asset\": true}}");
    let remote = schemas("{\"properties\": {\"a\": {\"$ref\": \"https://example.org/a.json\"}}}");
    let draft = schemas("{\n\"$schema\": \"http://json-schema.org/draft-03/schema#\"}");
    let broken = schemas("{\n\"type\": \"object\",\n}");
    let holder = schemas("{\"$defs\": {\"Asset\": true}}");
    let swagger = schemas("{\"swagger\": \"2.0\"}");
    let dto = ["--as", "AssetResponseDto"];
    for (args, words) in [
        (vec![&*dangling.path], vec!["model.json: line 2", "/properties/a", "points to nothing"]),
        (vec![&*remote.path], vec!["model.json: line 1", "never fetched"]),
        (vec![&*draft.path], vec!["model.json: line 2", "not a draft that is read"]),
        (vec![&*broken.path], vec!["model.json: line 3"]),
        (vec![&*holder.path], vec!["holds schemas", "model.json#/$defs/NAME"]),
        (vec![&*swagger.path], vec!["Swagger 2.0"]),
        (vec!["nowhere.json"], vec!["nowhere.json: cannot read"]),
        (vec![&*asset, "--decoder", "pydantc"], vec!["no decoder pydantc", "did you mean pydantic?"]),
        (vec![&*asset, "--required", "banana"], vec!["not a release"]),
    ] {
        let run = run(&[vec!["accepts"], args, dto.to_vec()].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
        assert!(words.iter().all(|word| run.err.contains(word)), "{words:?}: {}", run.err);
    }
    let name = run(&["accepts", &asset, "--as", "AssetResponsDto"]);
    assert_eq!(name.code, Some(2));
    assert!(name.err.contains("asset.json: no release has") && name.err.contains("AssetResponseDto"), "{}", name.err);
    let nothing = run_in(&std::env::temp_dir(), &["accepts"]);
    assert!(nothing.err.contains("name a model"), "{}", nothing.err);
}

//! The tool on the contract that the models themselves derive.

use std::fs;
use std::path::{Path, PathBuf};

use contract::{Projection, Release, write};
use serde_json::json;

use super::documents::{self, documented};
use super::{files, source_of};
use crate::atomic;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

#[test]
fn what_is_written_already_does_not_change() {
    let written = source_of(&root(), &documented().unwrap()).unwrap();
    assert_eq!(written.questions, [] as [String; 0]);
    for file in written.files {
        let found = fs::read_to_string(root().join(&file.path)).unwrap();
        let diff = similar::TextDiff::from_lines(&found, &file.text).unified_diff().to_string();
        assert_eq!(diff, "", "{}", file.path.display());
    }
}

#[test]
fn comments_that_somebody_wrote_stay() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        "//! Pictures.\n\n/// My words.\npub struct AssetResponseDto {\n    /// Mine, too.\n    checksum: String,\n}\n";
    atomic::write(&folder.path().join(files::FOLDER).join("api/assets.rs"), text).unwrap();
    fs::copy(root().join("rustfmt.toml"), folder.path().join("rustfmt.toml")).unwrap();
    let written = source_of(folder.path(), &documented().unwrap()).unwrap();
    let all: String = written.files.into_iter().map(|file| file.text).collect();
    for kept in [
        "//! Pictures.\n",
        "/// My words.\n#[model]\npub struct AssetResponseDto",
        "    /// Mine, too.\n    pub checksum",
    ] {
        assert!(all.contains(kept), "{kept}");
    }
}

/// A document of the newest release as the models have it, with what a next one could bring.
fn next_document() -> serde_json::Value {
    let contract = documented().unwrap();
    let mut document = write::openapi(Projection { contract: &contract, release: Release::latest() });
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let schemas = document.pointer_mut("/components/schemas").unwrap();
    schemas["GalleryDto"] = json!({
        "type": "object", "minProperties": 1, "required": ["4kVideo"],
        "properties": {
            "4kVideo": {"type": "boolean"}, "async": {"type": "string", "maxLength": 10},
            "parent": {"allOf": [reference("GalleryDto")], "nullable": true},
            "cover": {"type": "object", "properties": {"title": {"type": "string"}}},
            "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
            "source": {"oneOf": [reference("GalleryKind"), {"type": "integer"}]},
            "sizes": {"type": "array", "items": {"type": "string", "minLength": 2}},
        },
    });
    schemas["GalleryKind"] = json!({"type": "string", "enum": ["grid", "4:3", "Self"], "default": "grid"});
    schemas["TagResponseDto"]["properties"]["name"] = json!({"type": "string", "pattern": "^[a-z]+$"});
    schemas["AlbumUserRole"]["enum"] = json!(["editor", "viewer", "owner", "guest"]);
    let answer =
        json!({"200": {"description": "", "content": {"application/json": {"schema": reference("GalleryDto")}}}});
    document["paths"]["/galleries"] = json!({"get": {
        "operationId": "getGalleries", "tags": ["Galleries"], "responses": answer,
        "parameters": [{"name": "x-size", "in": "header", "required": true, "schema": {"type": "integer"}}],
    }});
    let paths = document["paths"].as_object_mut().unwrap();
    let ping = paths.shift_remove("/server/ping").unwrap();
    paths.insert("/server/health/ping".to_owned(), ping);
    document
}

/// All files that the tool would write for a document of the newest release, and what it could not decide.
fn learnt(document: &serde_json::Value) -> (String, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("v{}.json", Release::latest()));
    atomic::write(&path, &document.to_string()).unwrap();
    let given = documents::read(&[path]).unwrap();
    let contract = documents::with_models(&documented().unwrap(), &given).unwrap();
    let written = source_of(&root(), &contract).unwrap();
    (written.files.into_iter().map(|file| file.text).collect(), written.questions)
}

#[test]
fn a_new_document_becomes_source() {
    let (text, questions) = learnt(&next_document());
    assert_eq!(questions, [] as [String; 0]);
    let latest = Release::latest();
    for expected in [
        format!("#[model]\n#[life(\"{latest}..\")]\n#[shape(minProperties = 1)]\npub struct GalleryDto {{\n"),
        "    #[serde(rename = \"4kVideo\")]\n    pub number_4k_video: bool,\n".to_owned(),
        "    #[shape(maxLength = 10)]\n    pub r#async: Option<String>,\n".to_owned(),
        "    pub parent: Option<Nullable<Box<GalleryDto>>>,\n".to_owned(),
        "    pub cover: Option<GalleryCover>,\n".to_owned(),
        "#[model(inline)]\npub struct GalleryCover {\n    pub title: Option<String>,\n}\n".to_owned(),
        "    pub counts: Option<BTreeMap<String, Integer>>,\n".to_owned(),
        "#[model(exactly_one)]\npub enum GallerySource {\n    GalleryKind(GalleryKind),\n    Number(Integer),\n}\n"
            .to_owned(),
        "#[model]\n#[shape(minLength = 2)]\npub struct GallerySize(pub String);\n".to_owned(),
        "    Grid = \"grid\",\n    Number43 = \"4:3\",\n    SelfValue = \"Self\",\n".to_owned(),
        format!(
            "    #[shape(\"..{latest}\")]\n    #[shape(\"{latest}..\", pattern = \"^[a-z]+$\")]\n    pub name: String,\n"
        ),
        format!("    Owner,\n    #[life(\"{latest}..\")]\n    Guest,\n"),
        "    #[header]\n    #[serde(rename = \"x-size\")]\n    pub x_size: Integer,\n".to_owned(),
        format!(
            "#[operation(GET \"/server/ping\", id = \"pingServer\", tag = \"Server\")]\n#[life(\"1.113.0..{latest}\")]\n"
        ),
        format!(
            "#[operation(GET \"/server/health/ping\", id = \"pingServer\", tag = \"Server\")]\n#[life(\"{latest}..\")]\n"
        ),
        "pub struct GetServerHealthPing {}\n".to_owned(),
    ] {
        assert!(text.contains(&expected), "missing:\n{expected}");
    }
}

#[test]
fn a_renamed_operation_stays_one() {
    let mut document = next_document();
    document["paths"]["/trash/empty"]["post"]["operationId"] = json!("clearTrash");
    let paths = document["paths"].as_object_mut().unwrap();
    let mut reassign = paths.shift_remove("/people/{id}/reassign").unwrap();
    *reassign.pointer_mut("/put/parameters/0/name").unwrap() = json!("personId");
    paths.insert("/people/{personId}/reassign".to_owned(), reassign);
    let (text, questions) = learnt(&document);
    assert_eq!(questions, [] as [String; 0]);
    let latest = Release::latest();
    for expected in [
        format!(
            "#[operation(POST \"/trash/empty\", id = \"clearTrash\", tag = \"Trash\")]\n#[id(\"..{latest}\", \"emptyTrash\")]\n"
        ),
        "pub struct ClearTrash {}\n".to_owned(),
        format!(
            "#[operation(PUT \"/people/{{personId}}/reassign\", id = \"reassignFaces\", tag = \"People\")]\n\
             #[path(\"..{latest}\", \"/people/{{id}}/reassign\")]\n"
        ),
        format!("    #[path]\n    #[life(\"..{latest}\")]\n    pub id: Option<Uuid>,\n"),
    ] {
        assert!(text.contains(&expected), "missing:\n{expected}");
    }
    assert!(!text.contains("pub struct EmptyTrash"), "the old id has no struct of its own");
}

#[test]
fn what_cannot_be_decided_is_asked() {
    let mut document = next_document();
    document["components"]["schemas"]["GalleryKind"]["enum"] = json!(["map-view", "map_view"]);
    let (_, questions) = learnt(&document);
    assert_eq!(
        questions,
        [
            "`GalleryKind` has two values that are both `MapView` in Rust; add `(\"GalleryKind\", \"VALUE\", \"NewName\"),` to \
          `VARIANT_NAMES` in `xtask/src/upstream/decisions.rs`."
        ]
    );
}

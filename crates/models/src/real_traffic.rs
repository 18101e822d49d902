//! Whether the types hold what real servers sent.

use std::path::PathBuf;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::observed::PlainError;
use crate::{AssetResponseDto, ServerVersionResponseDto};

/// Bodies that break the documented contract, as the captures' own notes say: assets that a link shares without metadata,
/// and buckets of the timeline.
const BROKEN: &[&str] = &["nometa", "getTimeBucket"];

/// Keys that servers send in a face though no document has them.
const UNDECLARED: &[&str] = &["assetId", "personId", "deletedAt", "person"];

/// All captured bodies with their file names, or nothing if there are no captures.
fn bodies() -> Vec<(String, Value)> {
    let Some(folder) = testkit::material::captures() else { return Vec::new() };
    let mut files: Vec<PathBuf> = Vec::new();
    for server in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
        let files_of_server = std::fs::read_dir(server.path().join("bodies")).into_iter().flatten().flatten();
        files.extend(files_of_server.map(|file| file.path()));
    }
    let read = |file: PathBuf| {
        let text = std::fs::read_to_string(&file).unwrap();
        (file.display().to_string(), serde_json::from_str(&text).unwrap())
    };
    files.into_iter().map(read).collect()
}

/// Every asset in a body, wherever it stands.
fn assets(body: &Value) -> Vec<&Value> {
    match body {
        Value::Object(members) if members.contains_key("thumbhash") => vec![body],
        Value::Object(members) => members.values().flat_map(assets).collect(),
        Value::Array(items) => items.iter().flat_map(assets).collect(),
        _ => Vec::new(),
    }
}

/// Takes the undeclared keys out of each face.
fn without_undeclared(mut asset: Value) -> Value {
    let people = asset.get_mut("people").and_then(Value::as_array_mut).into_iter().flatten();
    for face in people.filter_map(|person| person.get_mut("faces")).filter_map(Value::as_array_mut).flatten() {
        face.as_object_mut().unwrap().retain(|key, _| !UNDECLARED.contains(&key.as_str()));
    }
    asset
}

fn assert_held<T: Serialize + DeserializeOwned>(value: &Value, file: &str) {
    let typed: T = serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{file}: {error}"));
    assert_eq!(&serde_json::to_value(typed).unwrap(), value, "{file}");
}

#[test]
fn assets_are_held_whole() {
    let bodies = bodies();
    let mut held = 0;
    for (file, body) in bodies.iter().filter(|(file, _)| !BROKEN.iter().any(|word| file.contains(word))) {
        for asset in assets(body) {
            assert_held::<AssetResponseDto>(&without_undeclared(asset.clone()), file);
            held += 1;
        }
    }
    println!("{held} assets");
    assert!(bodies.is_empty() || held > 0, "the captures hold assets");
}

#[test]
fn versions_are_held_whole() {
    for (file, body) in bodies().iter().filter(|(file, _)| file.contains("server-server-version")) {
        assert_held::<ServerVersionResponseDto>(body, file);
    }
}

#[test]
fn errors_are_held_whole() {
    let is_error = |(file, body): &&(String, Value)| file.contains("error-") && body.is_object();
    for (file, body) in bodies().iter().filter(is_error) {
        assert_held::<PlainError>(body, file);
    }
}

//! The derived contract as it is published, so that every change of it is seen in a review.

use std::collections::BTreeSet;
use std::path::Path;

use contract::{Projection, Release, write};

const FOLDER: &str = "tests/snapshots";

/// Releases at which the asset is shown without lives: the oldest that is covered, the newest that the documentation
/// page of `getRandom` describes, and the newest of all.
const TELLING: [&str; 3] = ["1.106.0", "1.132.3", "3.0.2"];

fn snapshot_of(file: &str) -> String {
    file.trim_end_matches(".json").to_owned()
}

fn asset_at(release: &str) -> String {
    format!("AssetResponseDto_at_{release}")
}

#[test]
fn the_annotated_contract() {
    for (file, document) in write::annotated_files(&models::contract().unwrap()) {
        insta::assert_json_snapshot!(snapshot_of(&file), document);
    }
}

#[test]
fn assets_at_telling_releases() {
    let contract = &models::contract().unwrap();
    for version in TELLING {
        let view = Projection { contract, release: Release::known(version) };
        insta::assert_json_snapshot!(asset_at(version), write::json_schema(view, "AssetResponseDto").unwrap());
    }
}

#[test]
fn no_snapshot_is_of_something_that_went() {
    let files = write::annotated_files(&models::contract().unwrap());
    let names = files.iter().map(|(file, _)| snapshot_of(file)).chain(TELLING.map(asset_at));
    let expected: BTreeSet<String> = names.map(|name| format!("schemas__{name}.snap")).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let on_disk = folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let found: BTreeSet<String> = on_disk
        .filter(|name| name.starts_with("schemas__") && Path::new(name).extension().is_some_and(|end| end == "snap"))
        .collect();
    assert_eq!(found.difference(&expected).collect::<Vec<_>>(), [] as [&String; 0]);
}

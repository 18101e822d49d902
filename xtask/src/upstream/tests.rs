//! The tool on the contract that the models themselves derive.

use std::fs;
use std::path::{Path, PathBuf};

use contract::Contract;

use super::{files, source_of};
use crate::atomic;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The documented part of the contract, as a timeline of documents would give it.
fn documented() -> Contract {
    let mut contract = models::contract().unwrap();
    contract.components.retain(|_, component| !component.observed);
    contract
}

/// The lines of a file in order: a derived contract does not keep the order of values and answers.
fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn what_is_written_already_does_not_change() {
    let written = source_of(&root(), &documented()).unwrap();
    assert_eq!(written.questions, [] as [String; 0]);
    for file in written.files {
        let found = fs::read_to_string(root().join(&file.path)).unwrap();
        assert_eq!(sorted(&file.text), sorted(&found), "{}", file.path.display());
    }
}

#[test]
fn comments_that_somebody_wrote_stay() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        "//! Pictures.\n\n/// My words.\npub struct AssetResponseDto {\n    /// Mine, too.\n    checksum: String,\n}\n";
    atomic::write(&folder.path().join(files::FOLDER).join("api/assets.rs"), text).unwrap();
    fs::copy(root().join("rustfmt.toml"), folder.path().join("rustfmt.toml")).unwrap();
    let written = source_of(folder.path(), &documented()).unwrap();
    let all: String = written.files.into_iter().map(|file| file.text).collect();
    for kept in [
        "//! Pictures.\n",
        "/// My words.\n#[model]\npub struct AssetResponseDto",
        "    /// Mine, too.\n    pub checksum",
    ] {
        assert!(all.contains(kept), "{kept}");
    }
}

#[test]
fn a_generated_comment_follows_the_life() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        "/// Everything.\npub struct AlbumResponseDto {\n    /// The owner. Added in 1.110.0.\n    owner: u8,\n}\n";
    atomic::write(&folder.path().join(files::FOLDER).join("api/albums.rs"), text).unwrap();
    fs::copy(root().join("rustfmt.toml"), folder.path().join("rustfmt.toml")).unwrap();
    let written = source_of(folder.path(), &documented()).unwrap();
    let all: String = written.files.into_iter().map(|file| file.text).collect();
    assert!(all.contains("/// Everything."));
    assert!(!all.contains("Added in 1.110.0.\n    #[life(\"..3.0.0-rc.1\")]\n    pub owner:"));
    assert!(all.contains("/// The owner. Until 3.0.0-rc.1.\n"), "the owner of an album went in version 3");
}

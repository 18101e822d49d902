//! The tool on the contract that the models themselves derive.

use std::fs;
use std::path::{Path, PathBuf};

use super::documents::documented;
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

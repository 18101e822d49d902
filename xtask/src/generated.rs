//! Files that a chore generates and that are committed: written, or held against those on disk.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::{Answer, Failure, Verdict, atomic};

/// How many lines of differences are shown.
const SHOWN: usize = 60;

/// A file as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Generated {
    /// Relative to the workspace's root.
    pub(crate) path: PathBuf,
    /// Its text, empty for a file that should not be there.
    pub(crate) text: String,
}

/// Writes the files that are not as they should be, and says how many those were.
pub(crate) fn write(root: &Path, files: &[Generated]) -> Answer {
    println!("{} of {} files changed", put(root, files)?, files.len());
    Ok(Verdict::Fine)
}

/// Writes the files that are not as they should be; returns how many those were.
pub(crate) fn put(root: &Path, files: &[Generated]) -> Result<usize, Failure> {
    let mut changed = 0_usize;
    for file in files {
        let path = root.join(&file.path);
        if on_disk(&path)? == file.text {
            continue;
        }
        changed += 1;
        if file.text.is_empty() {
            fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        } else {
            atomic::write(&path, &file.text)?;
        }
    }
    Ok(changed)
}

/// Writes nothing; prints what differs and the command that mends it.
pub(crate) fn check(root: &Path, files: &[Generated], command: &str) -> Answer {
    let Some(complaint) = complaint(root, files, command)? else { return Ok(Verdict::Fine) };
    print!("{complaint}");
    Ok(Verdict::Failed)
}

/// What differs, as a diff from disk to what should be there, and the command that mends it.
pub(crate) fn complaint(root: &Path, files: &[Generated], command: &str) -> Result<Option<String>, Failure> {
    let (mut stale, mut diff) = (0_usize, String::new());
    for file in files {
        let found = on_disk(&root.join(&file.path))?;
        if found != file.text {
            stale += 1;
            let name = file.path.display().to_string();
            let texts = TextDiff::from_lines(&found, &file.text);
            diff += &texts.unified_diff().header(&name, &name).to_string();
        }
    }
    let shown: String = diff.split_inclusive('\n').take(SHOWN).collect();
    let more = match diff.lines().count().saturating_sub(SHOWN) {
        0 => String::new(),
        rest => format!("… {rest} more lines\n"),
    };
    let summary = format!("{stale} generated files are stale; run `{command}` and commit what it changes\n");
    Ok((stale > 0).then(|| shown + &more + &summary))
}

/// The text of a file, empty for one that is not there.
fn on_disk(path: &Path) -> Result<String, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(format!("{}: {error}", path.display()).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> Generated {
        Generated { path: path.into(), text: text.to_owned() }
    }

    #[test]
    fn stale_files_are_shown_and_mended() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let before = [file("out/a", "1\n2\n"), file("out/b", "b\n")];
        let after = [file("out/a", "1\n3\n"), file("out/b", ""), file("out/c", "c\n")];

        write(root, &before).unwrap();
        assert_eq!(complaint(root, &before, "make").unwrap(), None);
        assert_eq!(check(root, &before, "make").unwrap(), Verdict::Fine);
        assert_eq!(
            complaint(root, &after, "make").unwrap().unwrap(),
            "--- out/a\n+++ out/a\n@@ -1,2 +1,2 @@\n 1\n-2\n+3\n\
             --- out/b\n+++ out/b\n@@ -1 +0,0 @@\n-b\n\
             --- out/c\n+++ out/c\n@@ -0,0 +1 @@\n+c\n\
             3 generated files are stale; run `make` and commit what it changes\n"
        );
        assert_eq!(check(root, &after, "make").unwrap(), Verdict::Failed);

        write(root, &after).unwrap();
        assert_eq!(complaint(root, &after, "make").unwrap(), None);
        assert!(!root.join("out/b").exists());
    }

    #[test]
    fn a_long_difference_is_cut() {
        let folder = tempfile::tempdir().unwrap();
        let complaint = complaint(folder.path(), &[file("a", &"x\n".repeat(1000))], "make").unwrap().unwrap();
        assert_eq!(complaint.lines().count(), SHOWN + 2);
        // Three lines of header stand before the thousand.
        assert!(complaint.contains("… 943 more lines\n"), "{complaint}");
    }
}

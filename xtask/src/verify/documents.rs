//! Finds upstream's documents in a folder.

use std::fs;
use std::path::{Path, PathBuf};

use contract::{Release, ReleaseSet};

use crate::Failure;

/// Upstream's document of one release.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) release: Release,
    pub(crate) path: PathBuf,
}

/// What a folder holds.
#[derive(Debug)]
pub(crate) struct Found {
    /// The documents of covered releases, oldest first; at least one.
    pub(crate) documents: Vec<Document>,
    /// File names of documents whose release the table does not have, sorted.
    pub(crate) unknown: Vec<String>,
}

/// The files `vVERSION.json` of a folder. Fails if there is none for a release that is covered.
pub(crate) fn find(folder: &Path, known: ReleaseSet) -> Result<Found, Failure> {
    let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Found { documents: Vec::new(), unknown: Vec::new() };
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(version) = name.strip_prefix('v').and_then(|rest| rest.strip_suffix(".json")) else { continue };
        match Release::exact(version) {
            Some(release) if known.contains(release) => found.documents.push(Document { release, path }),
            Some(_) => {}
            None => found.unknown.push(name),
        }
    }
    found.documents.sort_by_key(|document| document.release);
    found.unknown.sort();
    if found.documents.is_empty() {
        let first = known.first().map_or("", Release::version);
        return Err(format!("{}: no document of a covered release, such as v{first}.json", folder.display()).into());
    }
    Ok(found)
}

/// Documents that are the same but for the version that each says it is of.
pub(crate) struct Group<'d> {
    /// The first of them, without its version.
    text: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) documents: Vec<&'d Document>,
}

/// Reads documents; those that are the same come together. What cannot be read comes second.
pub(crate) fn by_content(documents: &[Document]) -> (Vec<Group<'_>>, Vec<Failure>) {
    let (mut groups, mut unreadable) = (Vec::<Group<'_>>::new(), Vec::new());
    for document in documents {
        match fs::read(&document.path) {
            Ok(bytes) => {
                let version = format!("\"{}\"", document.release);
                let text = String::from_utf8_lossy(&bytes).replacen(&version, "\"\"", 1);
                match groups.iter_mut().find(|group| group.text == text) {
                    Some(group) => group.documents.push(document),
                    None => groups.push(Group { text, bytes, documents: vec![document] }),
                }
            }
            Err(error) => unreadable.push(format!("{}: {error}", document.path.display()).into()),
        }
    }
    (groups, unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_that_differ_in_their_version_are_one() {
        let folder = tempfile::tempdir().unwrap();
        let version = |version: &str| format!("{{\"info\": {{\"version\": \"{version}\"}}}}");
        for (name, text) in [
            ("v2.0.0.json", version("2.0.0")),
            ("v2.0.1.json", version("2.0.1")),
            ("v2.1.0.json", "{\"info\": {\"version\": \"2.1.0\"}, \"paths\": {}}".to_owned()),
        ] {
            crate::atomic::write(&folder.path().join(name), &text).unwrap();
        }
        let found = find(folder.path(), "1.106.0..".parse().unwrap()).unwrap();
        let (groups, unreadable) = by_content(&found.documents);
        assert_eq!(groups.iter().map(|group| group.documents.len()).collect::<Vec<_>>(), [2, 1]);
        assert!(unreadable.is_empty());
    }

    #[test]
    fn takes_covered_documents_and_tells_of_unknown_ones() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["v2.0.0.json", "v1.106.0.json", "v1.100.0.json", "v99.0.0.json", "releases.json", "v2.0.0.txt"] {
            crate::atomic::write(&folder.path().join(name), "{}").unwrap();
        }
        let found = find(folder.path(), "1.106.0..".parse().unwrap()).unwrap();
        let versions: Vec<_> = found.documents.iter().map(|document| document.release.version()).collect();
        assert_eq!(versions, ["1.106.0", "2.0.0"]);
        assert_eq!(found.unknown, ["v99.0.0.json"]);

        let error = find(folder.path(), "3.0.0-rc.1..".parse().unwrap()).unwrap_err().to_string();
        assert!(error.ends_with("no document of a covered release, such as v3.0.0-rc.1.json"), "{error}");
    }
}

//! Reads documents into one contract.

use std::fs;
use std::path::{Path, PathBuf};

use contract::{Contract, Release, read};

use crate::Failure;

/// The first release that the models speak of.
const FIRST: &str = "1.106.0";

/// The contract of all documents in these files and folders, with eras.
pub(crate) fn timeline(sources: &[PathBuf]) -> Result<Contract, Failure> {
    let mut documents = Vec::new();
    for path in files(sources)? {
        let Some(release) = release(&path)? else { continue };
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let reading = read::openapi(&bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        documents.push((release, reading.contract));
    }
    documents.sort_by_key(|(release, _)| *release);
    documents.dedup_by_key(|(release, _)| *release);
    let missing: Vec<&str> = Release::all()
        .filter(|one| *one >= Release::known(FIRST) && !documents.iter().any(|(release, _)| release == one))
        .map(Release::version)
        .collect();
    if !missing.is_empty() {
        return Err(format!("no document of {}", missing.join(", ")).into());
    }
    Ok(contract::timeline(&documents))
}

fn files(sources: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for source in sources {
        if !source.is_dir() {
            files.push(source.clone());
            continue;
        }
        let fail = |error: std::io::Error| format!("{}: {error}", source.display());
        for entry in fs::read_dir(source).map_err(fail)? {
            files.push(entry.map_err(fail)?.path());
        }
    }
    files.sort();
    Ok(files)
}

/// The release of a document from its file's name; nothing for one that is too old, or for another file.
fn release(path: &Path) -> Result<Option<Release>, Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let Some(version) = name.strip_prefix('v').and_then(|rest| rest.strip_suffix(".json")) else { return Ok(None) };
    let release = Release::exact(version).ok_or_else(|| {
        format!("{}: release {version} is not in the table; add its line to release_table.rs first", path.display())
    })?;
    Ok(Some(release).filter(|release| *release >= Release::known(FIRST)))
}

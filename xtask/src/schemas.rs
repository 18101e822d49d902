//! `cargo xtask schemas`: the annotated JSON Schemas under `schemas/`, generated from the models, and that of the
//! configuration.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::generated::{self, Generated};
use crate::{Answer, Failure};

const COMMAND: &str = "cargo xtask schemas";
const FOLDER: &str = "schemas";
/// Of the configuration: `schemas/` is the contract's.
const CONFIGURATION: &str = "docs/immich-contract.schema.json";

/// Writes the schemas of the workspace at `root`.
pub(crate) fn write(root: &Path) -> Answer {
    generated::write(root, &files(root)?)
}

/// Fails if a schema of the workspace at `root` is stale.
pub(crate) fn check(root: &Path) -> Answer {
    generated::check(root, &files(root)?, COMMAND)
}

/// The files as they should be, with those on disk that nothing generates any more.
fn files(root: &Path) -> Result<Vec<Generated>, Failure> {
    let documents = contract::write::annotated_files(&models::contract()?);
    let mut files = Vec::new();
    for (name, document) in &documents {
        files.push(Generated { path: Path::new(FOLDER).join(name), text: pretty(document)? });
    }
    for name in on_disk(&root.join(FOLDER))? {
        if !documents.iter().any(|(wanted, _)| *wanted == name) {
            files.push(Generated { path: Path::new(FOLDER).join(name), text: String::new() });
        }
    }
    let configuration = pretty(&config::schema(crate::rules::all()))?;
    files.push(Generated { path: CONFIGURATION.into(), text: configuration });
    Ok(files)
}

fn pretty(document: &Value) -> Result<String, Failure> {
    Ok(serde_json::to_string_pretty(document)? + "\n")
}

/// The names of the JSON files in a folder, sorted; none if there is no such folder.
fn on_disk(folder: &Path) -> Result<Vec<String>, Failure> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            names.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committed_schemas_are_fresh() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let complaint = generated::complaint(root, &files(root).unwrap(), COMMAND).unwrap();
        assert!(complaint.is_none(), "{}", complaint.unwrap_or_default());
    }

    #[test]
    fn a_schema_that_nothing_generates_goes() {
        let folder = tempfile::tempdir().unwrap();
        let old = Generated { path: "schemas/OldDto.json".into(), text: "{}\n".to_owned() };
        let readme = Generated { path: "schemas/README.md".into(), text: "Generated.\n".to_owned() };
        generated::write(folder.path(), &[old.clone(), readme.clone()]).unwrap();

        let files = files(folder.path()).unwrap();
        assert!(files.contains(&Generated { text: String::new(), ..old }));
        assert!(!files.iter().any(|file| file.path == readme.path));
    }
}

//! Reads the documents that are to be learnt, and puts them together with what the models say of all other releases.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use contract::{Contract, Release, ReleaseSet, read};
use semver::Version;
use serde_json::Value;

use crate::Failure;

/// The first release that the models speak of.
const FIRST: Version = Version::new(1, 106, 0);

/// A document with the release that it is of.
#[derive(Debug)]
pub(crate) struct Given {
    pub(crate) version: Version,
    pub(crate) path: PathBuf,
    pub(crate) contract: Contract,
}

/// The documents in these files and folders, oldest first. In a folder only `vX.Y.Z.json` is a document, and those of
/// releases before the models' first are passed over.
pub(crate) fn read(sources: &[PathBuf]) -> Result<Vec<Given>, Failure> {
    let mut found: BTreeMap<Version, Given> = BTreeMap::new();
    for path in files(sources)? {
        let given = document(&path)?;
        if given.version < FIRST {
            if sources.contains(&path) {
                let version = given.version;
                return Err(
                    format!("{}: release {version} is older than {FIRST}, the models' first", path.display()).into()
                );
            }
            continue;
        }
        if let Some(other) = found.get(&given.version) {
            let (one, two) = (other.path.display(), path.display());
            return Err(format!("{one} and {two} are both of release {}", given.version).into());
        }
        found.insert(given.version.clone(), given);
    }
    if found.is_empty() {
        return Err("no document of a release that the models speak of; in a folder it is named `vX.Y.Z.json`".into());
    }
    Ok(found.into_values().collect())
}

/// The contract of the documents at their releases and of `models` at all others.
pub(crate) fn with_models(models: &Contract, given: &[Given]) -> Result<Contract, Failure> {
    let known = |one: &Given| {
        Release::exact(&one.version.to_string()).ok_or_else(|| format!("{} is not in the table", one.version))
    };
    let mut parts: Vec<(ReleaseSet, &Contract)> = Vec::new();
    for one in given {
        parts.push((ReleaseSet::only(known(one)?), &one.contract));
    }
    let learnt = parts.iter().fold(ReleaseSet::NONE, |all, (releases, _)| all | *releases);
    let rest = models.releases - learnt;
    if !rest.is_empty() {
        parts.insert(0, (rest, models));
    }
    Ok(contract::joined(&parts))
}

/// What the models say that documents say, too.
pub(crate) fn documented() -> Result<Contract, Failure> {
    let mut contract = models::contract()?;
    contract.components.retain(|_, component| !component.observed);
    Ok(contract)
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
            let path = entry.map_err(fail)?.path();
            files.extend(named(&path).is_some().then_some(path));
        }
    }
    files.sort();
    files.dedup();
    Ok(files)
}

/// The release that a file's name tells.
fn named(path: &Path) -> Option<Version> {
    let name = path.file_name()?.to_str()?;
    Version::parse(name.strip_prefix('v')?.strip_suffix(".json")?).ok()
}

fn document(path: &Path) -> Result<Given, Failure> {
    let fail = |error: &dyn std::fmt::Display| Failure::from(format!("{}: {error}", path.display()));
    let bytes = fs::read(path).map_err(|error| fail(&error))?;
    let reading = read::openapi(&bytes).map_err(|error| fail(&error))?;
    let document: Value = serde_json::from_slice(&bytes).map_err(|error| fail(&error))?;
    let said = document.pointer("/info/version").and_then(Value::as_str).unwrap_or_default();
    let version = match (Version::parse(said.trim_start_matches('v')).ok(), named(path)) {
        (Some(said), Some(named)) if said != named => {
            eprintln!("note: {}: the document says that it is of {said}; that counts", path.display());
            said
        }
        (Some(version), _) | (None, Some(version)) => version,
        (None, None) => return Err(fail(&format!("`info.version` is {said:?}; name the file `vX.Y.Z.json`"))),
    };
    let candidate =
        version.pre.is_empty() || version.pre.strip_prefix("rc.").is_some_and(|rest| rest.parse::<u32>().is_ok());
    if !candidate || !version.build.is_empty() {
        return Err(fail(&format!("release {version}: only X.Y.Z and X.Y.Z-rc.N can be written as a life")));
    }
    Ok(Given { version, path: path.to_owned(), contract: reading.contract })
}

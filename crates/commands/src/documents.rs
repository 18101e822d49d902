//! Documents of releases that the user has and the tool does not know: each joins the built-in contract as one more release.
//! Documents of another API, in order of their versions, take its place.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use contract::facts::{Facts, Scope};
use contract::read::{self, Reading};
use contract::{Contract, Document, Element, Operation, Projection, Release, TableError};
use semver::Version;

use crate::contracts::{self, Named, Oddities};
use crate::failure::Failure;

/// The documents that the user names. Their releases are in the table from now on.
pub struct Documents {
    documents: Vec<OfRelease>,
    /// Where they all lie, if they are a history.
    history: Option<PathBuf>,
}

/// Gets what stands at an address.
pub type Fetch<'f> = &'f dyn Fn(&str) -> Result<Vec<u8>, Failure>;

/// Whether a name is an address.
pub fn is_address(name: &str) -> bool {
    name.starts_with("https://") || name.starts_with("http://")
}

/// A document with the version that it is of.
struct OfRelease {
    name: String,
    version: Version,
    document: Document,
}

impl Documents {
    /// Reads the documents that are named, each with the folder that its path begins in, and puts their releases into the
    /// table. What stands at an address is what `fetch` gets. To be called before a release is asked for.
    pub fn beside_built_in(named: &[(PathBuf, String)], fetch: Fetch<'_>) -> Result<Self, Failure> {
        let mut documents = Vec::new();
        for (folder, name) in named {
            documents.extend(found(folder, name, fetch)?);
        }
        let documents = one_a_release(documents)?;
        if !documents.is_empty() {
            contract::add_releases(&versions(&documents)).map_err(|error| unusable(&error))?;
        }
        Ok(Self { documents, history: None })
    }

    /// The documents of one API in a folder, in place of all that is built in.
    pub fn history(folder: &Path) -> Result<Self, Failure> {
        let documents = one_a_release(in_folder(folder)?)?;
        contract::replace_releases(&versions(&documents)).map_err(|error| unusable(&error))?;
        Ok(Self { documents, history: Some(folder.to_owned()) })
    }

    /// The contract of them all, and what reports call it.
    pub fn named(&self, odd: Oddities) -> Result<Named, Failure> {
        let names = self.documents.iter().map(|document| document.name.as_str());
        let name = match &self.history {
            Some(folder) => folder.display().to_string(),
            None => [builtin::NAME].into_iter().chain(names).collect::<Vec<_>>().join(", "),
        };
        Ok(Named { contract: self.contract(odd)?, name })
    }

    /// The contract of them all: with what is built in at all other releases, unless they are a history.
    pub fn contract(&self, odd: Oddities) -> Result<Contract, Failure> {
        if self.history.is_some() {
            return Ok(contract::timeline(&self.read(odd)?));
        }
        let built_in = contracts::built_in()?;
        if self.documents.is_empty() {
            return Ok(built_in);
        }
        let read = self.read(odd)?;
        for (document, (_, contract)) in self.documents.iter().zip(&read) {
            is_of_api(&document.name, contract, &built_in)?;
        }
        let known = self.known_facts(&built_in, &read);
        let all = contract::extended(built_in, &read);
        if !matches!(odd, Oddities::Hidden) {
            for (document, release, facts) in known {
                tell_difference(document, release, &facts, &all);
            }
        }
        Ok(all)
    }

    fn read(&self, odd: Oddities) -> Result<Vec<(Release, Contract)>, Failure> {
        let (mut read, mut warnings) = (Vec::new(), Vec::new());
        for one in &self.documents {
            let fail = |why: &dyn std::fmt::Display| Failure::of(&one.name, why);
            let Reading { contract, warnings: told, .. } =
                read::openapi_of(&one.document).map_err(|error| fail(&error))?;
            let release = Release::exact(&one.version.to_string());
            read.push((release.ok_or_else(|| fail(&"its release is not in the table"))?, contract));
            warnings.extend(told.into_iter().map(|warning| (one.name.as_str(), warning)));
        }
        odd.tell_all(&warnings.iter().map(|(name, warning)| (*name, warning)).collect::<Vec<_>>());
        Ok(read)
    }

    /// What is built in already of the releases of documents.
    fn known_facts(&self, built_in: &Contract, read: &[(Release, Contract)]) -> Vec<(&OfRelease, Release, Facts)> {
        let known = self.documents.iter().zip(read).filter(|(document, _)| contract::is_built_in(&document.version));
        let known = known.map(|(document, (release, _))| {
            let view = Projection { contract: built_in, release: *release };
            (document, *release, Facts::of(view, &Scope::of(built_in)))
        });
        known.collect()
    }
}

/// Says how a document differs from what was known of its release. The document counts.
fn tell_difference(document: &OfRelease, release: Release, known: &Facts, all: &Contract) {
    let said = Facts::of(Projection { contract: all, release }, &Scope::of(all));
    let differences = known.differences(&said);
    let Some(first) = differences.first() else { return };
    let (name, count) = (&document.name, differences.len());
    let (element, aspect) = (&first.subject.element, &first.subject.aspect);
    log::info!(
        "{name} says of {release} otherwise than the built-in contract in {count} facts ({element}: {aspect}, …); the \
         document counts"
    );
}

/// Fails for a document of another API than the built-in contract is of: of its operations most are unknown.
fn is_of_api(name: &str, document: &Contract, built_in: &Contract) -> Result<(), Failure> {
    let routes: HashSet<_> = built_in.operations.iter().map(Operation::route).collect();
    let all = document.operations.len();
    let common = document.operations.iter().filter(|operation| routes.contains(&operation.route())).count();
    if common * 2 > all {
        return Ok(());
    }
    Err(Failure::of(
        name,
        format_args!(
            "this is no document of the Immich API: {common} of its {all} operations are in the built-in contract; \
             --contract-history FOLDER makes a contract of documents of another API"
        ),
    ))
}

/// What a name stands for: an address, a folder, a file, each perhaps behind `VERSION=`. A path is one from `folder` on.
fn found(folder: &Path, name: &str, fetch: Fetch<'_>) -> Result<Vec<OfRelease>, Failure> {
    let said = name.split_once('=').filter(|(said, _)| looks_like_version(said) && !folder.join(name).exists());
    let (version, place) = match said {
        Some((said, place)) => {
            let unknown = || Failure::of(name, format_args!("{said} is not a version like 3.4.0"));
            (Some(version(said).ok_or_else(unknown)?), place)
        }
        None => (None, name),
    };
    if is_address(place) {
        return Ok(vec![of_release(place, fetch(place)?, version, None)?]);
    }
    let path = folder.join(place);
    if path.is_dir() {
        return in_folder(&path);
    }
    Ok(vec![of_release(&path.display().to_string(), bytes_of(&path)?, version, Some(&path))?])
}

/// Whether a text is meant to be a version: `3.4`, `v3.4.0-rc.1`.
fn looks_like_version(text: &str) -> bool {
    let bare = text.strip_prefix('v').unwrap_or(text);
    let is_of_version = |letter: char| letter.is_ascii_alphanumeric() || ".+-".contains(letter);
    bare.starts_with(|first: char| first.is_ascii_digit()) && bare.chars().all(is_of_version)
}

fn version(text: &str) -> Option<Version> {
    Version::parse(text.strip_prefix('v').unwrap_or(text)).ok()
}

/// The documents in a folder. What else it holds is passed over; what does not even read as JSON or YAML, not without a
/// word.
fn in_folder(folder: &Path) -> Result<Vec<OfRelease>, Failure> {
    let mut documents = Vec::new();
    for file in files_in(folder)? {
        let (name, of_name) = (file.display().to_string(), version_of_name(&file));
        match document_of(&name, bytes_of(&file)?) {
            Ok(document) if of_name.is_some() || is_openapi(&document) => {
                documents.push(versioned(&name, document, of_name, None)?);
            }
            Err(failure) if of_name.is_none() => log::info!("passed over: {failure}"),
            Ok(_) => {}
            Err(failure) => return Err(failure),
        }
    }
    if documents.is_empty() {
        return Err(Failure::of(folder.display(), "there is no OpenAPI document in this folder"));
    }
    Ok(documents)
}

/// The files of a folder that may be documents, by name.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = folder.read_dir().and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let fail = |error: std::io::Error| Failure::of(folder.display(), format_args!("cannot read: {error}"));
    let mut files: Vec<PathBuf> = entries.map_err(fail)?;
    files.retain(|file| {
        let extension = file.extension().and_then(|extension| extension.to_str());
        file.is_file() && extension.is_some_and(|extension| ["json", "yaml", "yml"].contains(&extension))
    });
    files.sort();
    Ok(files)
}

fn is_openapi(document: &Document) -> bool {
    document.root().get("openapi").is_some()
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::of(path.display(), format_args!("cannot read: {error}")))
}

fn document_of(name: &str, bytes: Vec<u8>) -> Result<Document, Failure> {
    Document::parse(bytes).map_err(|error| Failure::of(name, read::ReadError::from(error)))
}

fn of_release(name: &str, bytes: Vec<u8>, version: Option<Version>, path: Option<&Path>) -> Result<OfRelease, Failure> {
    versioned(name, document_of(name, bytes)?, version, path.and_then(version_of_name))
}

/// A document with its version: the one that was given, that which it says itself, or else that of its name.
fn versioned(
    name: &str,
    document: Document,
    given: Option<Version>,
    of_name: Option<Version>,
) -> Result<OfRelease, Failure> {
    let said = document.root().get("info").and_then(|info| info.get("version")).and_then(Element::as_str);
    let Some(version) = given.or_else(|| version(said?)).or(of_name) else {
        if !is_openapi(&document) {
            return Err(Failure::of(name, "this is no OpenAPI document: it has no `openapi`"));
        }
        let said = report::shown(said.unwrap_or_default()).into_owned();
        return Err(Failure::of(
            name,
            format_args!("its `info.version` {said:?} is not a version like 3.4.0; write VERSION={name}"),
        ));
    };
    Ok(OfRelease { name: name.to_owned(), version, document })
}

/// The release that the name of a file tells: `v3.4.0.json`.
fn version_of_name(path: &Path) -> Option<Version> {
    version(path.file_stem()?.to_str()?)
}

/// The documents, oldest first. Fails where two are of one release.
fn one_a_release(mut documents: Vec<OfRelease>) -> Result<Vec<OfRelease>, Failure> {
    documents.sort_by(|one, other| one.version.cmp(&other.version));
    for pair in documents.windows(2) {
        if let [one, other] = pair
            && one.version == other.version
        {
            let (one, other, version) = (&one.name, &other.name, &one.version);
            return Err(Failure::new(format!("{one} and {other} are both of release {version}; name one of them")));
        }
    }
    Ok(documents)
}

fn versions(documents: &[OfRelease]) -> Vec<Version> {
    documents.iter().map(|document| document.version.clone()).collect()
}

fn unusable(error: &TableError) -> Failure {
    Failure::new(error.to_string())
}

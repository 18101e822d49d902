//! The two sides of a comparison: where each can come from.

use std::io::Read;
use std::panic::resume_unwind;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::{fs, io, thread};

use ::diff::Source;
use config::Scope;
use contract::{Contract, Document, Projection, Release, ReleaseSet, read};

use crate::contracts::Oddities;
use crate::documents::{Documents, Fetch, is_address};
use crate::failure::Failure;
use crate::releases;

/// The name of the derived contract at the release of the other side.
const MODELS: &str = "models";

/// One side: a contract at a release.
pub struct Side {
    /// The contract.
    pub contract: Arc<Contract>,
    release: Release,
    /// Its version, as headings have it.
    pub version: String,
    /// What findings call it, and its text.
    pub source: Source,
}

impl From<Side> for Found {
    fn from(side: Side) -> Self {
        Self::Side(Box::new(side))
    }
}

/// Opens sides; the contract that releases are of is made once.
pub struct Sides<'f> {
    of_releases: OfReleases,
    odd: Oddities,
    fetch: Fetch<'f>,
    has_read_input: bool,
}

/// The contract that releases are of.
enum OfReleases {
    Made(Arc<Contract>),
    /// Not asked for so far.
    Unmade(Documents),
}

impl Side {
    /// The release that findings are about; a document of an unknown one is about all.
    pub fn scope(&self) -> Scope {
        Scope::Run(Release::exact(&self.version).map_or(ReleaseSet::all(), ReleaseSet::only))
    }

    /// Its release, where the contract tells releases apart.
    pub fn releases(&self) -> ReleaseSet {
        if self.contract.has_releases { ReleaseSet::only(self.release) } else { ReleaseSet::NONE }
    }

    /// The contract at its release.
    pub fn projection(&self) -> Projection<'_> {
        Projection { contract: &self.contract, release: self.release }
    }
}

/// What a name stands for: a side, or a document that is still to be read.
enum Found {
    Side(Box<Side>),
    Text(String, Vec<u8>),
}

impl Found {
    /// The side, and what is odd in its document.
    fn read(self) -> Result<(Side, Vec<read::Warning>), Failure> {
        match self {
            Self::Side(side) => Ok((*side, Vec::new())),
            Self::Text(name, bytes) => document(&name, bytes),
        }
    }
}

impl<'f> Sides<'f> {
    /// Sides of the built-in contract with these documents; what stands at an address is what `fetch` gets.
    pub fn with(documents: Documents, odd: Oddities, fetch: Fetch<'f>) -> Self {
        Self { of_releases: OfReleases::Unmade(documents), odd, fetch, has_read_input: false }
    }

    /// Sides of a contract.
    pub fn of(contract: Arc<Contract>, odd: Oddities, fetch: Fetch<'f>) -> Self {
        Self { of_releases: OfReleases::Made(contract), odd, fetch, has_read_input: false }
    }

    /// Both sides that the user named, old and new.
    pub fn pair(&mut self, old: &str, new: &str) -> Result<(Side, Side), Failure> {
        if old == MODELS && new != MODELS {
            let new = told(self.find(new)?.read())?;
            return Ok((self.models(&new.version)?, new));
        }
        let old = if old == MODELS { Found::from(self.release("latest")?) } else { self.find(old)? };
        if new == MODELS {
            let old = told(old.read())?;
            let new = self.models(&old.version)?;
            return Ok((old, new));
        }
        let new = self.find(new)?;
        let (old, new) = thread::scope(|scope| {
            let old = scope.spawn(|| old.read());
            let new = new.read();
            (old.join().unwrap_or_else(|panic| resume_unwind(panic)), new)
        });
        Ok((told(old)?, told(new)?))
    }

    /// An address; a file where there is one of that name; `-`; a file in git; else a release of the embedded contract.
    fn find(&mut self, name: &str) -> Result<Found, Failure> {
        let path = Path::new(name);
        let text = |bytes| Ok(Found::Text(name.to_owned(), bytes));
        if is_address(name) {
            return text((self.fetch)(name)?);
        }
        if name == "-" {
            return text(self.standard_input()?);
        }
        if path.exists() {
            let bytes = fs::read(path).map_err(|error| Failure::of(name, format_args!("cannot read: {error}")))?;
            return text(bytes);
        }
        if let Some((revision, file)) = name.split_once(':') {
            return text(committed(name, revision, file)?);
        }
        let is_written = |extension: &str| path.extension().is_some_and(|it| it == extension);
        if name.contains(['/', '\\']) || ["json", "yaml", "yml"].into_iter().any(is_written) {
            return Err(Failure::of(name, "there is no such file"));
        }
        self.release(name).map(Found::from)
    }

    /// The contract that releases are of, at all of them.
    pub fn builtin(&mut self) -> Result<Arc<Contract>, Failure> {
        let contract = match &self.of_releases {
            OfReleases::Made(contract) => Arc::clone(contract),
            OfReleases::Unmade(documents) => Arc::new(documents.contract(self.odd)?),
        };
        self.of_releases = OfReleases::Made(Arc::clone(&contract));
        Ok(contract)
    }

    fn release(&mut self, name: &str) -> Result<Side, Failure> {
        let contract = self.builtin()?;
        let release = releases::named(name, &contract)
            .map_err(|failure| Failure::new(format!("{name} is not a file, and as a release: {failure}")))?;
        Ok(released(contract, release, release.version().to_owned()))
    }

    /// The derived contract at the release that the other side says to be of.
    fn models(&mut self, version: &str) -> Result<Side, Failure> {
        let contract = self.builtin()?;
        let release = releases::named(version, &contract)
            .map_err(|failure| Failure::new(format!("{MODELS}, as a release of the other side: {failure}")))?;
        Ok(released(contract, release, format!("{MODELS} at {release}")))
    }

    fn standard_input(&mut self) -> Result<Vec<u8>, Failure> {
        if std::mem::replace(&mut self.has_read_input, true) {
            return Err(Failure::new("standard input can be one side only"));
        }
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut bytes);
        read.map(|_| bytes).map_err(|error| Failure::of("-", error))
    }
}

fn released(contract: Arc<Contract>, release: Release, name: String) -> Side {
    Side { contract, release, version: release.version().to_owned(), source: Source::named(name) }
}

/// A document as a git repository around the working directory has it at a revision.
fn committed(name: &str, revision: &str, file: &str) -> Result<Vec<u8>, Failure> {
    let fail = |why: &dyn std::fmt::Display| Failure::of(name, why);
    // A revision is not an option, whatever it begins with.
    if revision.starts_with('-') {
        return Err(fail(&"a revision does not begin with `-`"));
    }
    let shown = Command::new("git").args(["show", "--end-of-options", &format!("{revision}:{file}")]).output();
    let shown = shown.map_err(|error| fail(&format!("cannot run git: {error}")))?;
    if !shown.status.success() {
        let complaint = String::from_utf8_lossy(&shown.stderr);
        return Err(fail(&format!("git: {}", complaint.trim())));
    }
    Ok(shown.stdout)
}

/// A document as a side, with what is odd in it. It knows one release, and its contract holds for all.
fn document(name: &str, bytes: Vec<u8>) -> Result<(Side, Vec<read::Warning>), Failure> {
    let fail = |why: &dyn std::fmt::Display| Failure::of(name, why);
    let document = Document::parse(bytes).map_err(|error| fail(&read::ReadError::from(error)))?;
    let reading = read::openapi_of(&document).map_err(|error| fail(&error))?;
    let version = reading.contract.version.clone().unwrap_or_default();
    let contract = Arc::new(reading.contract);
    let source = Source { name: name.into(), written: Some((Arc::new(document), Arc::clone(&contract))) };
    let side = Side { contract, release: Release::latest(), version, source };
    Ok((side, reading.warnings))
}

/// The side, after its oddities have been told.
fn told(read: Result<(Side, Vec<read::Warning>), Failure>) -> Result<Side, Failure> {
    let (side, warnings) = read?;
    Oddities::Counted.tell(&side.source.name, &warnings);
    Ok(side)
}

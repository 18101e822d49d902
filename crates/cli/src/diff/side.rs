//! The two sides of a comparison: where each can come from.

use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use config::Scope;
use contract::{Contract, Projection, Release, ReleaseSet, read};

use crate::contracts::{self, BUILTIN, Oddities};
use crate::failure::Failure;
use crate::releases;

/// One side: a contract at a release.
pub(super) struct Side {
    contract: Arc<Contract>,
    release: Release,
    /// What findings call it.
    pub(super) name: String,
    /// Its version, as headings have it.
    pub(super) version: String,
}

/// Opens sides; the embedded contract is made once.
#[derive(Default)]
pub(super) struct Sides {
    builtin: Option<Arc<Contract>>,
    standard_input: Option<Arc<Contract>>,
}

impl Side {
    /// The release that findings are about; a document of an unknown one is about all.
    pub(super) fn scope(&self) -> Scope {
        Scope::Run(Release::exact(&self.version).map_or(ReleaseSet::ALL, ReleaseSet::only))
    }

    pub(super) fn projection(&self) -> Projection<'_> {
        Projection { contract: &self.contract, release: self.release }
    }
}

impl Sides {
    /// The side that the user named: a file where there is one of that name, `-`, else a release of the embedded contract.
    pub(super) fn open(&mut self, name: &str) -> Result<Side, Failure> {
        if name == "-" {
            return self.standard_input();
        }
        let path = Path::new(name);
        if path.is_file() {
            return Ok(document(name, contracts::load(path, Oddities::Counted)?));
        }
        if let Some((revision, file)) = name.split_once(':') {
            return committed(name, revision, file);
        }
        let looks_like_a_file = name.contains(['/', '\\']) || path.extension().is_some_and(|it| it == "json");
        if looks_like_a_file {
            return Err(Failure::new(format!("{name}: there is no such file")));
        }
        self.release(name)
    }

    fn release(&mut self, name: &str) -> Result<Side, Failure> {
        let contract = match &self.builtin {
            Some(contract) => Arc::clone(contract),
            None => Arc::new(contracts::load(Path::new(BUILTIN), Oddities::Hidden)?),
        };
        self.builtin = Some(Arc::clone(&contract));
        let release = releases::named(name, &contract)
            .map_err(|failure| Failure::new(format!("{name} is no file, and as a release: {failure}")))?;
        let version = release.version().to_owned();
        Ok(Side { contract, release, name: version.clone(), version })
    }

    fn standard_input(&mut self) -> Result<Side, Failure> {
        if self.standard_input.is_some() {
            return Err(Failure::new("standard input can be one side only"));
        }
        let fail = |why: &dyn std::fmt::Display| Failure::new(format!("-: {why}"));
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| fail(&error))?;
        let side = document("-", read::openapi(&bytes).map_err(|error| fail(&error))?.contract);
        self.standard_input = Some(Arc::clone(&side.contract));
        Ok(side)
    }
}

/// A document as a git repository around the working directory has it at a revision.
fn committed(name: &str, revision: &str, file: &str) -> Result<Side, Failure> {
    let fail = |why: &dyn std::fmt::Display| Failure::new(format!("{name}: {why}"));
    // A revision is no option, whatever it begins with.
    if revision.starts_with('-') {
        return Err(fail(&"a revision does not begin with `-`"));
    }
    let shown = Command::new("git").args(["show", "--end-of-options", &format!("{revision}:{file}")]).output();
    let shown = shown.map_err(|error| fail(&format!("cannot run git: {error}")))?;
    if !shown.status.success() {
        let complaint = String::from_utf8_lossy(&shown.stderr);
        return Err(fail(&format!("git: {}", complaint.trim())));
    }
    Ok(document(name, read::openapi(&shown.stdout).map_err(|error| fail(&error))?.contract))
}

/// A document as a side. It knows one release, and its contract holds for all.
fn document(name: &str, contract: Contract) -> Side {
    // The title ends with the version of the document.
    let version = contract.title.rsplit(' ').next().unwrap_or_default().to_owned();
    Side { contract: Arc::new(contract), release: Release::LATEST, name: name.to_owned(), version }
}

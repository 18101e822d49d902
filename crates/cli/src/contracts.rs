//! Where contracts come from: the embedded one, with documents of further releases, or a file.

use std::fs;
use std::path::Path;

use contract::Contract;
use contract::read::{self, ReadError};
use validator::check::BasePaths;

use crate::args::{ContractArg, Output};
use crate::documents::Documents;
use crate::failure::Failure;
use crate::stderr::say;

/// The name of the embedded contract.
pub(crate) const BUILTIN: &str = "builtin";

/// All of `schemas/` as one annotated document, put together by the build script.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/contract.json"));

fn embedded() -> Result<Contract, ReadError> {
    Ok(read::annotated_text(EMBEDDED)?.contract)
}

/// The built-in contract, as it is.
pub(crate) fn built_in() -> Result<Contract, Failure> {
    embedded().map_err(|error| Failure::new(format!("the embedded contract is broken: {error}")))
}

/// A contract, and what reports call it.
pub(crate) struct Named {
    pub(crate) contract: Contract,
    pub(crate) name: String,
}

/// The contract that the user named, with the documents of releases that the configuration and he name. Oddities of a
/// document go to standard error, unless `odd` says otherwise. To be called before a release is asked for.
pub(crate) fn load(named: &ContractArg, config: Option<&Path>, odd: Oddities) -> Result<Named, Failure> {
    let name = named.contract.as_path();
    if name == Path::new(BUILTIN) {
        return Documents::of(&named.documents, config)?.named(odd);
    }
    let fail = |why: &dyn std::fmt::Display| Failure::new(format!("{}: {why}", name.display()));
    let bytes = fs::read(name).map_err(|error| fail(&format!("cannot read the contract: {error}")))?;
    let reading = read::openapi(&bytes).map_err(|error| fail(&error))?;
    odd.tell(&name.display().to_string(), &reading.warnings);
    Ok(Named { contract: reading.contract, name: name.display().to_string() })
}

/// The path that the user says the API is mounted under, else those that the contract gives itself.
pub(crate) fn base_paths(named: Option<&str>, contract: &Contract) -> BasePaths {
    named.map_or_else(|| BasePaths::of(contract), BasePaths::from)
}

/// What becomes of the oddities of a document.
#[derive(Clone, Copy)]
pub(crate) enum Oddities {
    /// Nothing is said.
    Hidden,
    /// Their number is said.
    Counted,
    /// Each is said.
    Listed,
}

impl Oddities {
    /// What the user wants to hear beside a report.
    pub(crate) fn of(output: &Output) -> Self {
        match (output.quiet, output.verbose) {
            (true, _) => Self::Hidden,
            (_, true) => Self::Listed,
            _ => Self::Counted,
        }
    }

    /// Says on standard error what there is to say of a document.
    pub(crate) fn tell(self, name: &str, warnings: &[read::Warning]) {
        let warnings: Vec<_> = warnings.iter().map(|warning| (name, warning)).collect();
        self.tell_all(&warnings);
    }

    /// The same of several documents, each warning with the name of its document.
    pub(crate) fn tell_all(self, warnings: &[(&str, &read::Warning)]) {
        match (self, warnings) {
            (Self::Hidden, _) | (_, []) => {}
            (Self::Counted, [(name, one)]) => say(&format!("warning: {name}: {one}")),
            (Self::Counted, [(name, first), rest @ ..]) => {
                let more = rest.len();
                say(&format!("warning: {name}: {first} ({more} more; -v lists them)"));
            }
            (Self::Listed, all) => {
                for (name, one) in all {
                    say(&format!("warning: {name}: {one}"));
                }
            }
        }
    }
}

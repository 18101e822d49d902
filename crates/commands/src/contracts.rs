//! Where contracts come from: the embedded one, with documents of further releases, or a file.

use std::fs;
use std::path::Path;

use contract::Contract;
use contract::read;
use validator::check::BasePaths;

use crate::failure::Failure;

/// The built-in contract, as it is.
pub fn built_in() -> Result<Contract, Failure> {
    builtin::contract().map_err(|error| Failure::new(format!("the embedded contract is broken: {error}")))
}

/// A contract, and what reports call it.
pub struct Named {
    /// The contract.
    pub contract: Contract,
    /// `builtin`, or the files that it was read from.
    pub name: String,
}

/// The contract of an OpenAPI 3 document. Oddities of it go to the log.
pub fn document(path: &Path, odd: Oddities) -> Result<Named, Failure> {
    let name = path.display().to_string();
    let bytes = fs::read(path);
    let bytes = bytes.map_err(|error| Failure::of(&name, format_args!("cannot read the contract: {error}")))?;
    let reading = read::openapi(&bytes).map_err(|error| Failure::of(&name, error))?;
    odd.tell(&name, &reading.warnings);
    Ok(Named { contract: reading.contract, name })
}

/// The path that the user says the API is mounted under, else those that the contract gives itself.
pub fn base_paths(named: Option<&str>, contract: &Contract) -> BasePaths {
    named.map_or_else(|| BasePaths::of(contract), BasePaths::from)
}

/// What becomes of the oddities of a document.
#[derive(Clone, Copy)]
pub enum Oddities {
    /// Nothing is said.
    Hidden,
    /// Their number is said.
    Counted,
    /// Each is said.
    Listed,
}

impl Oddities {
    /// Says what there is to say of a document.
    pub(crate) fn tell(self, name: &str, warnings: &[read::Warning]) {
        let warnings: Vec<_> = warnings.iter().map(|warning| (name, warning)).collect();
        self.tell_all(&warnings);
    }

    /// The same of several documents, each warning with the name of its document.
    pub(crate) fn tell_all(self, warnings: &[(&str, &read::Warning)]) {
        match (self, warnings) {
            (Self::Hidden, _) | (_, []) => {}
            (Self::Counted, [(name, one)]) => log::warn!("{name}: {one}"),
            (Self::Counted, [(name, first), rest @ ..]) => {
                let more = rest.len();
                log::warn!("{name}: {first} ({more} more; -v lists them)");
            }
            (Self::Listed, all) => {
                for (name, one) in all {
                    log::warn!("{name}: {one}");
                }
            }
        }
    }
}

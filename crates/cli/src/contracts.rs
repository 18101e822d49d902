//! The contract that a command line names.

use std::path::{Path, PathBuf};

pub(crate) use commands::contracts::{Named, Oddities, base_paths};
use commands::documents::Documents;

use crate::args::{ContractArg, Output, ReleaseDocuments};
use crate::{accepted, fetch};
use commands::Failure;

/// The contract that the user named, with the documents of releases that the configuration and he name. To be called before
/// a release is asked for.
pub(crate) fn load(named: &ContractArg, config: Option<&Path>, odd: Oddities) -> Result<Named, Failure> {
    if named.contract == Path::new(builtin::NAME) {
        return documents(&named.documents, config)?.named(odd);
    }
    commands::contracts::document(&named.contract, odd)
}

/// The documents that the command line and the configuration name. To be called before a release is asked for.
pub(crate) fn documents(args: &ReleaseDocuments, config: Option<&Path>) -> Result<Documents, Failure> {
    if let Some(folder) = &args.contract_history {
        return Documents::history(folder);
    }
    let mut named = accepted::named_documents(config)?;
    named.extend(args.release_document.iter().map(|name| (PathBuf::new(), name.clone())));
    Documents::beside_built_in(&named, &fetch::kept)
}

/// What the user wants to hear of oddities beside a report.
pub(crate) fn oddities(output: &Output) -> Oddities {
    match (output.quiet, output.verbose) {
        (true, _) => Oddities::Hidden,
        (_, true) => Oddities::Listed,
        _ => Oddities::Counted,
    }
}

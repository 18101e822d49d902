//! `cargo xtask agree`: what the validator finds in captures, held against what another checker found in them.
//!
//! The other checker's words are a file of one JSON object a line: `{"entry", "part", "pointer", "kind", "operation",
//! "status"}`. A line is found if a finding has its entry, part and pointer. What only one of the two says must fall
//! under a stated reason.
//!
//! Without the other checker's words, the validator is held against itself: what it finds with the document as contract
//! against what it finds with the builtin one.

mod builtin;
mod compare;
mod expected;
mod ours;
mod print;
mod reasons;
#[cfg(test)]
mod tests;

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use contract::{Contract, Release};

use self::compare::Comparison;
use self::print::{Listing, print};
use crate::{Answer, Failure, Verdict};

/// What is compared with what.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The OpenAPI 3.0 document that the captures are checked against
    #[arg(long, value_name = "FILE")]
    contract: PathBuf,
    /// The release of the server that was recorded
    #[arg(long, value_name = "X")]
    server_version: String,
    /// What the other checker says of the captures; without it, the builtin contract is held against the document
    #[arg(long, value_name = "NDJSON")]
    expected: Option<PathBuf>,
    /// The captures; entries are counted on from one to the next
    #[arg(required = true, value_name = "CAPTURE")]
    captures: Vec<PathBuf>,
    /// The smallest share of the expected lines that must be found, in percent
    #[arg(long, default_value_t = 99.5, value_name = "PERCENT")]
    min: f64,
    /// List every difference, not only those without a reason
    #[arg(short, long)]
    verbose: bool,
}

/// Checks the captures and compares.
pub(crate) fn run(arguments: &Arguments) -> Answer {
    let contract = contract(&arguments.contract)?;
    let resolved = Release::resolve(&arguments.server_version)?;
    if let Some(note) = resolved.note {
        eprintln!("note: {note}");
    }
    let ours = ours::check(&contract, resolved.release, &arguments.captures)?;
    let listing = if arguments.verbose { Listing::Everything } else { Listing::Unexplained };
    let Some(expected) = &arguments.expected else {
        let builtin = ours::check(&models::contract()?, resolved.release, &arguments.captures)?;
        return Ok(builtin::compare(&ours, &builtin, listing));
    };
    let expected = expected::read(expected)?;
    let comparison = Comparison::of(&contract, &expected, &ours);
    print(&comparison, listing);
    Ok(verdict(&comparison, arguments.min))
}

fn contract(path: &Path) -> Result<Contract, Failure> {
    let named = |error: &dyn Display| format!("{}: {error}", path.display());
    let bytes = fs::read(path).map_err(|error| named(&error))?;
    Ok(contract::read::openapi(&bytes).map_err(|error| named(&error))?.contract)
}

fn verdict(comparison: &Comparison, min: f64) -> Verdict {
    if comparison.unexplained() == 0 && comparison.share() >= min { Verdict::Fine } else { Verdict::Failed }
}

//! `--version --verbose`: which releases the built-in contract knows, and from where.

use contract::ReleaseSource;

use crate::{Exit, output};
use commands::Failure;

/// Prints the version as `--version` does, and below it what is known of releases.
pub(crate) fn verbose(version: &str) -> Result<Exit, Failure> {
    let releases = commands::contracts::built_in()?.releases;
    let from = |source| {
        let set = releases.from_source(source);
        (set.len(), commands::releases::printed(set))
    };
    let (documented, documents) = from(ReleaseSource::Document);
    let (rebuilt, clients) = from(ReleaseSource::Clients);
    output::stdout(|out| {
        writeln!(out, "{}", version.trim_end())?;
        writeln!(out, "{documented} releases by upstream's documents: {documents}")?;
        writeln!(out, "{rebuilt} releases by the clients that are generated from them: {clients}")
    })?;
    Ok(Exit::Clean)
}

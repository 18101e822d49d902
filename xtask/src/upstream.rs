//! `cargo xtask upstream learn`: writes the source of the models from upstream's documents, and all that follows from it.
//!
//! The documents at their releases and the models at all others become one contract with eras; each component becomes a
//! type, each operation a struct. Doc comments that somebody wrote stay. Names that the tool had to choose are told, and
//! [`decisions`] can say otherwise; what it cannot decide it asks, and writes nothing.

#![expect(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "source text is put together once, not per value"
)]
#![expect(clippy::similar_names, clippy::type_complexity, reason = "types of types: names and tables are alike")]

mod decisions;
mod docs;
mod documents;
mod files;
mod flat;
mod items;
mod lives;
mod made;
mod modules;
mod objects;
mod operations;
mod raw;
mod review;
mod scalars;
mod source;
mod steps;
mod table;
#[cfg(test)]
mod tests;
mod topics;
mod types;
mod words;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use contract::{Contract, Release, ReleaseSet};
use semver::Version;

use self::docs::Docs;
use self::documents::Given;
use crate::{Answer, Failure, Verdict, generated};

const CHOSEN: &str = "Names that the tool chose\n\nNo document names these schemas. For a better name put the line into \
                      `SCHEMA_NAMES` of `xtask/src/upstream/decisions.rs`, change it, and run the command again.";

const RENAMED: &str = "Operations that another one has the id of\n\nFor a better name than that of the route put the line into \
                       `OPERATION_NAMES` of `xtask/src/upstream/decisions.rs`, change it, and run the command again.";

const UNDECIDED: &str = "Undecided\n\nThe models are not written before this is answered. Then run the command again.";

/// What to do with upstream's documents.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Learn documents: add their releases to the table, write models, schemas and snapshots, and print what changed as a
    /// review in Markdown. All other releases stay as the models have them
    Learn {
        /// Documents, or folders of documents that are named `vX.Y.Z.json`
        #[arg(required = true, value_name = "FILE|DIR")]
        sources: Vec<PathBuf>,
        /// The day of the releases that are not in the table yet [default: today]
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = table::day)]
        date: Option<String>,
        /// What the documents are: upstream's own, or put together from generated clients
        #[arg(long, value_enum, default_value_t = table::Source::Document)]
        source: table::Source,
    },
}

/// Runs a command in the workspace at `root`.
pub(crate) fn run(root: &Path, command: &Command) -> Answer {
    let Command::Learn { sources, date, source } = command;
    let given = documents::read(sources)?;
    let versions: Vec<Version> = given.iter().map(|one| one.version.clone()).collect();
    let date = date.clone().unwrap_or_else(table::today);
    if table::add(root, &versions, &date, *source)? {
        for version in versions.iter().filter(|version| Release::exact(&version.to_string()).is_none()) {
            eprintln!("release {version} of {date} is in the table now");
        }
        eprintln!("everything is compiled with the new table …");
        return steps::again(root, sources, *source);
    }
    learn(root, &given)
}

/// Learns documents whose releases are all in the table.
fn learn(root: &Path, given: &[Given]) -> Answer {
    let before = documents::documented()?;
    let after = documents::with_models(&before, given)?;
    let written = source_of(root, &after)?;
    let versions = given.iter().map(|one| one.version.to_string());
    let releases: ReleaseSet = versions.filter_map(|version| Release::exact(&version)).collect();
    print!("{}", review::markdown(&before, &after, releases));
    print!("{}", review::list(CHOSEN, &written.chosen));
    print!("{}", review::list(RENAMED, &written.renamed));
    if !written.questions.is_empty() {
        print!("{}", review::list(UNDECIDED, &written.questions));
        eprintln!("decide above, then run the same command again");
        return Ok(Verdict::Failed);
    }
    generated::put(root, &written.files)?;
    steps::settle(root, given)
}

/// The models as files, and what was or could not be decided.
struct Written {
    files: Vec<generated::Generated>,
    chosen: Vec<String>,
    renamed: Vec<String>,
    questions: Vec<String>,
}

fn source_of(root: &Path, contract: &Contract) -> Result<Written, Failure> {
    let docs = Docs::below(&root.join(files::FOLDER))?;
    let items::Found { items, chosen, renamed, questions } = items::of(contract, &docs)?;
    Ok(Written { files: files::written(root, contract, &docs, items)?, chosen, renamed, questions })
}

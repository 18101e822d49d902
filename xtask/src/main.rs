//! The project's own chores, run as `cargo xtask NAME`.
//!
//! A chore is one module with `run`, one variant of [`Task`] and one arm of [`Task::run`].

mod agree;
mod atomic;
mod bench;
mod diff;
mod generated;
mod plan;
mod rules;
mod schemas;
mod test;
mod tidy;
mod upstream;
mod verify;

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use self::verify::Warnings;
use clap::Parser;

/// The project's own chores.
///
/// Exit codes: 0 all is well, 1 a check failed, 2 wrong usage or something could not be read.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Write the JSON Schemas under `schemas/` from the models
    Schemas {
        /// Write nothing; fail if one is stale
        #[arg(long)]
        check: bool,
    },
    /// Compare the models with upstream's document of each release
    Verify {
        /// The folder of the documents, each named `vX.Y.Z.json`
        #[arg(long, value_name = "DIR")]
        upstream: PathBuf,
        /// Show what the reader found odd in the documents
        #[arg(short, long)]
        verbose: bool,
    },
    /// Compare the models with one document
    Diff {
        /// The document
        #[arg(long, value_name = "FILE")]
        upstream: PathBuf,
        /// Its release, if not the one that it names
        #[arg(long)]
        release: Option<String>,
    },
    /// Compare what the validator finds in captures with what another checker found
    Agree(agree::Arguments),
    /// Hold the plan against the complete way, and say how much of the API it covers
    #[command(subcommand)]
    Plan(plan::Command),
    /// Measure whole runs side by side with other validators; `[--growth] OPENAPI-DOCUMENT SCHEMA NDJSON-FILE [ROUNDS]`
    Bench {
        /// What the benchmark is given
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
        arguments: Vec<String>,
    },
    /// Write the page of all rules, `docs/rules.md`, from the rule files
    Rules {
        /// Write nothing; fail if it is stale
        #[arg(long)]
        check: bool,
    },
    /// Learn from upstream's documents
    #[command(subcommand)]
    Upstream(upstream::Command),
    /// Run all tests that this machine can run: in Rust, and where Python 3.10 is, those of the Python package
    Test,
    /// Check the house rules that neither rustc nor clippy knows
    Tidy,
}

impl Task {
    fn run(self) -> Answer {
        match self {
            Self::Schemas { check: false } => schemas::write(&root()?),
            Self::Schemas { check: true } => schemas::check(&root()?),
            Self::Verify { upstream, verbose: false } => verify::run(&upstream, Warnings::Counted),
            Self::Verify { upstream, verbose: true } => verify::run(&upstream, Warnings::Shown),
            Self::Diff { upstream, release } => diff::run(&upstream, release.as_deref()),
            Self::Agree(arguments) => agree::run(&arguments),
            Self::Plan(command) => plan::run(&command),
            Self::Bench { arguments } => bench::run(&root()?, &arguments),
            Self::Rules { check: false } => rules::write(&root()?),
            Self::Rules { check: true } => rules::check(&root()?),
            Self::Upstream(command) => upstream::run(&root()?, &command),
            Self::Test => test::run(&root()?),
            Self::Tidy => tidy::run(&root()?),
        }
    }
}

/// What a chore found; [`Failure`] is for a chore that could not do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// Exit code 0.
    Fine,
    /// Exit code 1; what is wrong has been printed.
    Failed,
}

/// Why a chore could not do its work (exit code 2). It and its sources are printed in one line.
type Failure = Box<dyn Error + Send + Sync>;

/// What a chore returns.
type Answer = Result<Verdict, Failure>;

fn main() -> ExitCode {
    match Task::parse().run() {
        Ok(Verdict::Fine) => ExitCode::SUCCESS,
        Ok(Verdict::Failed) => ExitCode::from(1),
        Err(failure) => {
            eprintln!("error: {}", one_line(failure.as_ref()));
            ExitCode::from(2)
        }
    }
}

/// The workspace's root. Cargo names this package's folder when it runs the program; asking at run time
/// keeps a binary honest that several clones share through one target directory.
fn root() -> Result<PathBuf, Failure> {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let root = package.as_deref().and_then(|folder| folder.parent());
    root.map(PathBuf::from).ok_or_else(|| "start it as `cargo xtask`".into())
}

fn one_line(error: &(dyn Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| (*error).source());
    let texts: Vec<String> = causes.map(|cause| cause.to_string().replace('\n', " ")).collect();
    texts.join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        Task::command().debug_assert();
    }

    #[test]
    fn an_error_prints_in_one_line_with_its_cause() {
        #[derive(Debug, thiserror::Error)]
        #[error("cannot read x")]
        struct Outer(#[source] std::io::Error);

        let error = Outer(std::io::Error::other("not there\nat all"));
        assert_eq!(one_line(&error), "cannot read x: not there at all");
    }
}

//! `check`: captures against the contract of one release.

use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::path::PathBuf;

use contract::{Contract, Release};
use report::{Color, Notes, Options, Repeats, Report, Severity, Tool};
use validator::capture::{self, Captures, Hint, Limits};
use validator::check::{BodyOf, Checker};
use validator::exchange::Item;

use crate::args::{Check, FailOn, Level, When};
use crate::contracts::{self, Oddities};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::{Exit, output, releases};

/// Checks, reports, and says how it went.
pub(crate) fn run(args: &Check, color: When) -> Result<Exit, Failure> {
    let contract = contracts::load(&args.contract.contract, oddities(args))?;
    let captures = open(args)?;
    let release = match args.server_version.as_str() {
        "auto" => releases::told(&captures, &contract)?,
        version => releases::named(version, &contract)?,
    };
    let mut report = Report::new(tool(), args.contract.contract.display().to_string(), release.version());
    report.covers = Some(contract.covers.to_string());
    all(args, &contract, release, &captures, &mut report)?;
    if captures.skipped() > 0 && !args.output.quiet {
        eprintln!("note: {} files in the folders are no captures and were passed over", captures.skipped());
    }
    let options = Options {
        color: if args.output.format == "human" {
            output::color(color, args.output.file.is_some())
        } else {
            Color::Never
        },
        repeats: if args.all { Repeats::Each } else { Repeats::Grouped },
        notes: if args.output.verbose { Notes::Shown } else { Notes::Hidden },
        width: output::width(),
    };
    output::report(&report, &args.output, &options)?;
    Ok(exit(args.fail_on, report.worst()))
}

fn exit(fail_on: FailOn, worst: Option<Severity>) -> Exit {
    let least = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Never => return Exit::Clean,
    };
    if worst.is_some_and(|worst| worst >= least) { Exit::Findings } else { Exit::Clean }
}

fn oddities(args: &Check) -> Oddities {
    match (args.output.quiet, args.output.verbose) {
        (true, _) => Oddities::Hidden,
        (_, true) => Oddities::Listed,
        _ => Oddities::Counted,
    }
}

fn tool() -> Tool {
    Tool { name: "immich-contract".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
}

fn open(args: &Check) -> Result<Captures, Failure> {
    let paths = match args.paths.as_slice() {
        [] if io::stdin().is_terminal() => {
            return Err(Failure::new("no capture given; name a HAR file, a folder, or `-` for standard input"));
        }
        [] => vec![PathBuf::from("-")],
        paths => paths.to_vec(),
    };
    let bare = args.operation.is_some() || args.schema.is_some();
    if args.lines && !bare {
        return Err(Failure::new("--lines needs --operation ID or --schema NAME: what is a line?"));
    }
    let hint = match (args.lines, bare) {
        (true, _) => Hint::Lines,
        (false, true) => Hint::Body,
        (false, false) => Hint::Detect,
    };
    let limits = Limits { max_bytes: args.max_size << 20 };
    Ok(Captures::open(&paths, capture::Options { hint, limits })?)
}

/// Checks every item of the captures.
fn all(
    args: &Check,
    contract: &Contract,
    release: Release,
    captures: &Captures,
    report: &mut Report,
) -> Result<(), Failure> {
    let operation = args.operation.clone().map(BodyOf::Operation);
    let options = validator::check::Options {
        base_path: args.base_path.clone(),
        refused: match args.refused {
            Level::Note => Severity::Note,
            Level::Warning => Severity::Warning,
            Level::Error => Severity::Error,
        },
        body: operation.or_else(|| args.schema.clone().map(BodyOf::Component)),
    };
    let is_told = options.body.is_some();
    let mut checker = Checker::new(contract, release, options).map_err(|error| Failure::new(error.to_string()))?;
    let progress = if args.output.quiet { Progress::hidden() } else { Progress::counting() };
    let mut untold = None;
    captures.for_each(|item| {
        if let Item::Body(body) = &item
            && !is_told
        {
            untold = Some(body.place.source.clone());
            return ControlFlow::Break(());
        }
        checker.check(&item, report);
        progress.advance();
        ControlFlow::Continue(())
    })?;
    match untold {
        None => Ok(()),
        Some(source) => Err(Failure::new(format!(
            "{source}: this is a bare JSON body; say what it is with --operation ID or --schema NAME"
        ))),
    }
}

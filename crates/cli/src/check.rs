//! `check`: captures against the contract of one release, or of several.

use std::mem::ManuallyDrop;

use config::{Ids, Scope};
use contract::{Contract, ReleaseSet};
use report::{Repeats, Report, Severity, Tool};
use validator::capture::{Captures, Passes};
use validator::check::{Checker, Ended, Notes};
use validator::server_version::SaidVersion;

use crate::accepted;
use crate::args::{Check, Level, When};
use crate::contracts::{self, Oddities};
use crate::failure::Failure;
use crate::inputs::untold_body;
use crate::output::{self, Manner};
use crate::progress::Progress;
use crate::{Exit, releases};

/// Checks, reports, and says how it went.
pub(crate) fn run(args: &Check, color: When) -> Result<Exit, Failure> {
    // Freed with the process: to take it apart costs a tenth of a short run.
    let contract = ManuallyDrop::new(contracts::load(&args.contract.contract, oddities(args))?);
    // Whether all of a capture tells one release is only known at its end.
    let passes = if args.server_version == "auto" { Passes::Several } else { Passes::Once };
    let captures = args.inputs.open(passes)?;
    let Checked { open, mut report, .. } = match args.server_version.as_str() {
        "auto" => as_told(args, &contract, &captures)?,
        text => against(args, &contract, releases::set(text, &contract)?, &captures)?,
    };
    if captures.skipped() > 0 && !args.output.quiet {
        eprintln!("note: {} files in the folders are no captures and were passed over", captures.skipped());
    }
    let manner = Manner {
        rules: &[validator::rules::all()],
        scope: Scope::Run(open),
        ids: Ids::of([&*contract]),
        repeats: if args.all { Repeats::Each } else { Repeats::Grouped },
        color,
        fail_on: args.fail_on,
    };
    output::finish(&mut report, &args.output, &manner)
}

/// What came of a check.
struct Checked {
    /// The releases that were checked against.
    open: ReleaseSet,
    report: Report,
    /// The releases that the captures say, as far as that was heard.
    said: Vec<SaidVersion>,
}

/// Checks against the release that the captures tell. The first that is told is nearly always the one; what was checked
/// against it counts only if nothing else is told further on. Errors are those of who looks for the release first.
fn as_told(args: &Check, contract: &Contract, captures: &Captures) -> Result<Checked, Failure> {
    let at = |release| against(args, contract, ReleaseSet::only(release), captures);
    let first = releases::first_told(captures, contract);
    let Some((first, checked)) = first.and_then(|first| Some((first, at(first).ok()?))) else {
        return at(releases::told(captures, contract, args.inputs.threads())?);
    };
    let told = releases::the_one(&checked.said, contract)?;
    if told == first { Ok(checked) } else { at(told) }
}

/// Checks against some releases.
fn against(args: &Check, contract: &Contract, open: ReleaseSet, captures: &Captures) -> Result<Checked, Failure> {
    let name = releases::printed(open);
    let mut report = Report::new(tool(), args.contract.contract.display().to_string(), name);
    report.covers = Some(contract.covers.named_runs().into());
    if output::shows_groups(&args.output) && !args.all && accepted::is_nothing(&args.output) {
        report.fold();
    }
    let said = all(args, contract, open, captures, &mut report)?;
    Ok(Checked { open, report, said })
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

/// Whether notes must be findings: where they are shown, and where something may be accepted of them.
fn notes(args: &Check) -> Notes {
    let counted = !output::shows_notes(&args.output) && accepted::is_nothing(&args.output);
    if counted { Notes::Counted } else { Notes::Reported }
}

/// Checks every item of the captures. At one release, it is also heard which releases exchanges say.
fn all(
    args: &Check,
    contract: &Contract,
    open: ReleaseSet,
    captures: &Captures,
    report: &mut Report,
) -> Result<Vec<SaidVersion>, Failure> {
    let options = validator::check::Options {
        base_path: args.inputs.base_path.clone(),
        refused: match args.refused {
            Level::Note => Severity::Note,
            Level::Warning => Severity::Warning,
            Level::Error => Severity::Error,
        },
        body: args.inputs.body(),
        notes: notes(args),
        ..validator::check::Options::default()
    };
    // Freed with the process, like the contract.
    let checker = Checker::new(contract, open, options).map_err(|error| Failure::new(error.to_string()))?;
    let mut checker = ManuallyDrop::new(checker);
    report.releases = releases::printed(checker.releases());
    let progress = if args.output.quiet { Progress::hidden() } else { Progress::counting() };
    let threads = args.inputs.threads();
    if args.inputs.lines {
        checker.check_lines(captures, threads, report, |lines| progress.advance_by(lines))?;
        return Ok(Vec::new());
    }
    match checker.check_captures(captures, threads, report, || progress.advance())? {
        Ended::Done(said) => Ok(said),
        Ended::Untold(source) => Err(untold_body(&source)),
    }
}

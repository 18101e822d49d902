//! `check`: captures against the contract of one release, or of several.

use std::io::{BufWriter, Seek, Write};
use std::mem::ManuallyDrop;

use config::{Ids, Scope};
use contract::{Contract, ReleaseSet};
use report::{FindingSink, Repeats, Report, RuleSet, Severity};
use tempfile::SpooledTempFile;
use validator::capture::{Captures, Passes};
use validator::check::{BasePaths, Checker, Ended, Notes};
use validator::server_version::SaidVersion;

use crate::accepted;
use crate::args::{Check, When};
use crate::contracts::{self, Named, Oddities};
use crate::failure::Failure;
use crate::inputs::{nothing_reached, untold_body};
use crate::output::{self, ReportOptions};
use crate::progress::Progress;
use crate::{Exit, inputs, releases};

/// Checks, reports, and says how it went.
pub(crate) fn run(args: &Check, color: When) -> Result<Exit, Failure> {
    let Named { contract, name } =
        contracts::load(&args.contract, args.output.accept.config.as_deref(), Oddities::of(&args.output))?;
    // Freed with the process: to take it apart costs a tenth of a short run.
    let contract = ManuallyDrop::new(contract);
    // Whether all of a capture tells one release is only known at its end.
    let passes = if is_told(args, &contract) { Passes::Several } else { Passes::Once };
    let captures = args.inputs.open(passes)?;
    let rules = [validator::rules::all()];
    let run = Run { args, contract: &contract, name: &name, captures: &captures, rules: &rules, color };
    let exit =
        if output::streams(&args.output, &run.options(contract.releases)) { run.stream() } else { run.report() }?;
    if !args.output.quiet {
        inputs::tell_passed_over(&captures);
    }
    Ok(exit)
}

/// What is checked, and how.
struct Run<'r> {
    args: &'r Check,
    contract: &'r Contract,
    /// What the report calls it.
    name: &'r str,
    captures: &'r Captures,
    rules: &'r [&'static RuleSet],
    color: When,
}

/// What came of a check, with the releases that the captures say, as far as that was heard.
type Checked<T> = Result<(T, Vec<SaidVersion>), Failure>;

/// How much of what may have to be thrown away is kept in memory, in bytes; the rest is in a file without a name.
const KEPT: usize = 8 << 20;

/// What messages call that file.
const TEMPORARY: &str = "a temporary file";

impl Run<'_> {
    /// Writes findings as they come. What is checked against a release that may turn out not to be the one is kept apart
    /// until that is known.
    fn stream(&self) -> Result<Exit, Failure> {
        let output = &self.args.output;
        if !is_told(self.args, self.contract) {
            let open = releases::set_of(&self.args.server_version, self.contract)?;
            return output::written(output, |out| self.stream_to(open, out).map(|(exit, _)| exit));
        }
        let (mut kept, exit) = self.as_told(|open| {
            let mut kept = BufWriter::new(SpooledTempFile::new(KEPT));
            let (exit, said) = self.stream_to(open, &mut kept)?;
            let kept = kept.into_inner().map_err(|error| Failure::writing(TEMPORARY, error.error()))?;
            Ok(((kept, exit), said))
        })?;
        let copied = kept.rewind().map_err(|error| Failure::writing(TEMPORARY, &error));
        copied.and_then(|()| output::copied(output, &mut kept)).map(|()| exit)
    }

    fn stream_to(&self, open: ReleaseSet, out: &mut dyn Write) -> Checked<Exit> {
        let mut checker = self.checker(open)?;
        let report = self.blank(checker.releases());
        let options = self.options(open);
        output::stream(report, (&self.args.output, &options), out, |stream| self.check(&mut checker, stream))
    }

    /// Keeps findings until all are known.
    fn report(&self) -> Result<Exit, Failure> {
        let (open, mut report) = if is_told(self.args, self.contract) {
            self.as_told(|open| self.against(open))
        } else {
            let open = releases::set_of(&self.args.server_version, self.contract)?;
            self.against(open).map(|(made, _)| made)
        }?;
        output::finish(&mut report, &self.args.output, &self.options(open))
    }

    /// Checks against some releases.
    fn against(&self, open: ReleaseSet) -> Checked<(ReleaseSet, Report)> {
        let mut checker = self.checker(open)?;
        let mut report = self.blank(checker.releases());
        let output = &self.args.output;
        if output::shows_groups(output) && !self.args.all && accepted::is_nothing(output) {
            report.fold();
        }
        let said = self.check(&mut checker, &mut report)?;
        Ok(((open, report), said))
    }

    /// Checks against the release that the captures tell. The first that is told is nearly always the one; what was checked
    /// against it counts only if nothing else is told further on. Errors are those of who looks for the release first.
    fn as_told<T>(&self, against: impl Fn(ReleaseSet) -> Checked<T>) -> Result<T, Failure> {
        let at = |release| against(ReleaseSet::only(release));
        let first = releases::first_told(self.captures, self.contract);
        let Some((first, (made, said))) = first.and_then(|first| Some((first, at(first).ok()?))) else {
            let told = releases::told(self.captures, self.contract, self.args.inputs.threads())?;
            return at(told).map(|(made, _)| made);
        };
        let told = releases::the_one(&said, self.contract, "--server-version")?;
        if told == first { Ok(made) } else { at(told).map(|(made, _)| made) }
    }

    fn options(&self, open: ReleaseSet) -> ReportOptions<'_> {
        ReportOptions {
            rules: self.rules,
            scope: Scope::Run(open),
            ids: Ids::of([self.contract]),
            repeats: if self.args.all { Repeats::Each } else { Repeats::Grouped },
            color: self.color,
            fail_on: self.args.fail_on,
        }
    }

    /// A report without findings.
    fn blank(&self, open: ReleaseSet) -> Report {
        let printed = if self.contract.has_releases { releases::printed(open) } else { String::new() };
        let mut report = Report::new(output::tool(), self.name, printed);
        report.releases_from_clients = releases::from_clients(open, self.contract);
        report.contract_releases = Some(self.contract.releases.named_runs().into());
        report
    }

    /// Freed with the process, like the contract.
    fn checker(&self, open: ReleaseSet) -> Result<ManuallyDrop<Checker<'_>>, Failure> {
        let args = self.args;
        let options = validator::check::Options {
            base_paths: self.base_paths(),
            refused: args.refused.into(),
            body: args.inputs.body(),
            notes: notes(args),
            excerpts: output::excerpts(&args.output),
            ..validator::check::Options::default()
        };
        let checker = Checker::new(self.contract, open, options).map_err(|error| Failure::new(error.to_string()))?;
        Ok(ManuallyDrop::new(checker))
    }

    fn base_paths(&self) -> BasePaths {
        contracts::base_paths(self.args.inputs.base_path.as_deref(), self.contract)
    }

    /// Checks every item of the captures. At one release, it is also heard which releases exchanges say.
    fn check(&self, checker: &mut Checker<'_>, sink: &mut dyn FindingSink) -> Result<Vec<SaidVersion>, Failure> {
        let inputs = &self.args.inputs;
        let progress = if self.args.output.quiet { Progress::hidden() } else { Progress::counting() };
        if inputs.lines {
            checker.check_lines(self.captures, inputs.threads(), sink, |lines| progress.advance_by(lines))?;
            return Ok(Vec::new());
        }
        match checker.check_captures(self.captures, inputs.threads(), sink, || progress.advance())? {
            Ended::Done(_) if checker.reached().below == 0 && !checker.reached().elsewhere.is_empty() => {
                Err(nothing_reached(checker.reached(), &self.base_paths(), self.contract))
            }
            Ended::Done(said) => Ok(said),
            Ended::BodyTypeUnknown(source) => Err(untold_body(&source)),
        }
    }
}

/// Whether the captures tell the release. Where a contract has none, none is asked for.
fn is_told(args: &Check, contract: &Contract) -> bool {
    args.server_version == "auto" && contract.has_releases
}

/// Whether notes must be findings: where they are shown, and where something may be accepted of them.
fn notes(args: &Check) -> Notes {
    let counted = output::shown_from(&args.output) > Severity::Note && accepted::is_nothing(&args.output);
    if counted { Notes::Counted } else { Notes::Reported }
}

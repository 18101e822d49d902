//! `check`: captures against the contract of one release, or of several.

use std::io::{BufWriter, Seek, Write};
use std::mem::ManuallyDrop;

use commands::check::{Check, Checked, Folding, is_told};
use commands::{Failure, exchanges, releases};
use config::{Ids, Scope};
use contract::{Contract, ReleaseSet};
use report::{Repeats, RuleSet, Severity};
use tempfile::SpooledTempFile;
use validator::capture::Passes;
use validator::check::{Notes, Options};

use crate::Exit;
use crate::accepted;
use crate::args::{self, When};
use crate::contracts::{self, Named};
use crate::output::{self, ReportOptions};
use crate::progress::Progress;

/// Checks, reports, and says how it went.
pub(crate) fn run(args: &args::Check, color: When) -> Result<Exit, Failure> {
    let Named { contract, name } =
        contracts::load(&args.contract, args.output.accept.config.as_deref(), contracts::oddities(&args.output))?;
    // Freed with the process: to take it apart costs a tenth of a short run.
    let contract = ManuallyDrop::new(contract);
    // Whether all of a capture tells one release is only known at its end.
    let passes = if is_told(&args.server_version, &contract) { Passes::Several } else { Passes::Once };
    let captures = args.inputs.open(passes)?;
    let check = Check {
        contract: &contract,
        name: &name,
        captures: &captures,
        options: options(args, &contract),
        threads: args.inputs.threads(),
    };
    let run = Run { args, check, rules: &[validator::rules::all()], color };
    let exit =
        if output::streams(&args.output, &run.options(contract.releases)) { run.stream() } else { run.report() }?;
    if !args.output.quiet {
        exchanges::tell_passed_over(&captures);
    }
    Ok(exit)
}

/// How to check.
fn options(args: &args::Check, contract: &Contract) -> Options {
    Options {
        base_paths: contracts::base_paths(args.inputs.base_path.as_deref(), contract),
        refused: args.refused.into(),
        body: args.inputs.body(),
        notes: notes(&args.output),
        excerpts: output::excerpts(&args.output),
        ..Options::default()
    }
}

/// A check, and what becomes of what it finds.
struct Run<'r> {
    args: &'r args::Check,
    check: Check<'r>,
    rules: &'r [&'static RuleSet],
    color: When,
}

/// How much of what may have to be thrown away is kept in memory, in bytes; the rest is in a file without a name.
const KEPT: usize = 8 << 20;

/// What messages call that file.
const TEMPORARY: &str = "a temporary file";

impl Run<'_> {
    /// Writes findings as they come. What is checked against a release that may turn out not to be the one is kept apart
    /// until that is known.
    fn stream(&self) -> Result<Exit, Failure> {
        let output = &self.args.output;
        if !is_told(&self.args.server_version, self.check.contract) {
            let open = releases::set_of(&self.args.server_version, self.check.contract)?;
            return output::written(output, |out| self.stream_to(open, out).map(|(exit, _)| exit));
        }
        let (mut kept, exit) = self.check.as_told(|open| {
            let mut kept = BufWriter::new(SpooledTempFile::new(KEPT));
            let (exit, said) = self.stream_to(open, &mut kept)?;
            let kept = kept.into_inner().map_err(|error| Failure::writing(TEMPORARY, error.error()))?;
            Ok(((kept, exit), said))
        })?;
        let copied = kept.rewind().map_err(|error| Failure::writing(TEMPORARY, &error));
        copied.and_then(|()| output::copied(output, &mut kept)).map(|()| exit)
    }

    fn stream_to(&self, open: ReleaseSet, out: &mut dyn Write) -> Checked<Exit> {
        let mut checker = ManuallyDrop::new(self.check.checker(open)?);
        let report = self.check.blank(checker.releases());
        let options = self.options(open);
        let progress = self.progress();
        output::stream(report, (&self.args.output, &options), out, |stream| {
            self.check.run(&mut checker, stream, &|count| progress.advance_by(count))
        })
    }

    /// Keeps findings until all are known.
    fn report(&self) -> Result<Exit, Failure> {
        let output = &self.args.output;
        let is_short = output::shows_groups(output) && !self.args.all && accepted::is_nothing(output);
        let folding = if is_short { Folding::Folded } else { Folding::Each };
        let progress = self.progress();
        let made = self.check.report(&self.args.server_version, folding, &|count| progress.advance_by(count));
        let (open, mut report) = made?;
        drop(progress);
        output::finish(&mut report, output, &self.options(open))
    }

    fn progress(&self) -> Progress {
        if self.args.output.quiet { Progress::hidden() } else { Progress::counting() }
    }

    fn options(&self, open: ReleaseSet) -> ReportOptions<'_> {
        ReportOptions {
            rules: self.rules,
            scope: Scope::Run(open),
            ids: Ids::of([self.check.contract]),
            repeats: if self.args.all { Repeats::Each } else { Repeats::Grouped },
            pictured: (self.check.contract, open),
            color: self.color,
            fail_on: self.args.fail_on,
        }
    }
}

/// Whether notes must be findings: where they are shown, and where something may be accepted of them.
pub(crate) fn notes(output: &args::Output) -> Notes {
    let counted = output::shown_from(output) > Severity::Note && accepted::is_nothing(output);
    if counted { Notes::Counted } else { Notes::Reported }
}

//! `proxy`: traffic that goes by against the contract, and the report of `check` once that ends.

mod bounded;
mod judge;
mod record;
mod release;
mod setup;
mod status;
mod verdict;
mod watch;

use std::io::{BufWriter, Seek};
use std::mem::ManuallyDrop;
use std::thread;

use commands::Failure;
use commands::live::Live;
use config::{Ids, Scope};
use contract::{Contract, ReleaseSet};
use proxy::{Outlet, Proxy, Queue};
use report::{Repeats, RuleSet};
use tempfile::SpooledTempFile;
use validator::check::Options;

use crate::accepted::{self, Accepted};
use crate::args::{self, When};
use crate::contracts::{self, Named};
use crate::output::{self, ReportOptions};
use crate::{Exit, check, unfinished};
use bounded::Bounded;
use judge::Judge;
use record::Recorder;
use release::Asking;
use status::Status;
use watch::Watch;

/// So many exchanges wait to be checked, or to be written down, at most. How many bytes they may have is bounded, too.
const WAITING: usize = 1 << 16;
/// How much of a report is kept in memory, in bytes; the rest is in a file without a name.
const KEPT: usize = 8 << 20;
/// What messages call that file.
const TEMPORARY: &str = "a temporary file";

/// Passes on, checks what goes by, and reports when it is told to end.
pub(crate) fn run(args: &args::Proxy, color: When) -> Result<Exit, Failure> {
    let output = &args.output;
    let Named { contract, name } =
        contracts::load(&args.contract, output.accept.config.as_deref(), contracts::oddities(output))?;
    // Freed with the process.
    let contract = ManuallyDrop::new(contract);
    let accepted = Accepted::read(output, &Ids::of([&*contract]))?;
    let (outlet, queue) = Outlet::new(WAITING);
    let (to_record, written_down) = Outlet::new(WAITING);
    let left_out = [outlet.left_out(), to_record.left_out()];
    let options = setup::options(args, outlet, to_record)?;
    let proxy = Proxy::bind(&args.listen, options).map_err(|error| setup::failure(&error))?;
    let recorder = args
        .record
        .file
        .as_deref()
        .map(|path| Recorder::create(path, &contract, args.record.keep_secrets))
        .transpose()?;
    setup::announce(args, &proxy);
    let (stopper, asker) = (proxy.stopper(), proxy.asker());
    let status = Status::new(proxy.counters(), output.quiet);
    let live = Live { contract: &contract, name: &name, options: checking(args, &contract) };
    let rules = &[validator::rules::all()];
    let run = Run { args, live: &live, accepted: &accepted, status: &status, rules, color };
    let on_signal = stopper.clone();
    unfinished::on_first_signal(move || on_signal.stop());
    thread::scope(|scope| {
        scope.spawn(move || proxy.run());
        let recording = recorder.map(|recorder| scope.spawn(move || recorder.run(written_down)));
        let exit = run.judge(queue, &Asking { live: &live, asker: &asker, args });
        // Without somebody who judges there is no reason to go on.
        stopper.stop();
        let recording = recording.map_or(Ok(()), |recording| recording.join().unwrap_or(Ok(())));
        status.tell_left_out(&left_out);
        recording.and(exit)
    })
}

/// How to check.
fn checking(args: &args::Proxy, contract: &Contract) -> Options {
    Options {
        base_paths: contracts::base_paths(args.base_path.as_deref(), contract),
        refused: args.refused.into(),
        notes: check::notes(&args.output),
        excerpts: output::excerpts(&args.output),
        ..Options::default()
    }
}

/// What becomes of what goes by.
struct Run<'r> {
    args: &'r args::Proxy,
    live: &'r Live<'r>,
    accepted: &'r Accepted<'r>,
    status: &'r Status,
    rules: &'r [&'static RuleSet],
    color: When,
}

impl Run<'_> {
    /// Judges what comes until nothing comes any more, and reports.
    fn judge(&self, mut queue: Queue, asking: &Asking<'_>) -> Result<Exit, Failure> {
        let (open, waiting) = asking.release(&mut queue)?;
        let judge = Judge {
            checking: self.live.begin(open)?,
            watch: Watch::new(
                self.args,
                self.accepted.one_by_one(Scope::Run(open)),
                self.live.blank(open),
                self.status,
            ),
            waiting: waiting.into(),
            queue,
        };
        let (output, options) = (&self.args.output, self.options(open));
        if output::streams(output, &options) {
            return self.stream(judge, open);
        }
        let mut report = self.live.blank(open);
        if output::shows_groups(output) && !self.args.all && accepted::is_nothing(output) {
            report.fold();
        }
        report.exercised = judge.judge(&mut Bounded::new(&mut report))?;
        self.status.end();
        output::finish(&mut report, output, &options)
    }

    /// Keeps findings where they need no memory, and writes them when all have come.
    fn stream(&self, judge: Judge<'_>, open: ReleaseSet) -> Result<Exit, Failure> {
        let output = &self.args.output;
        let mut kept = BufWriter::new(SpooledTempFile::new(KEPT));
        let (report, options) = (self.live.blank(open), self.options(open));
        let (exit, _) = output::stream(report, (output, &options), &mut kept, |stream| judge.judge(stream))?;
        self.status.end();
        let failed = |error: &std::io::Error| Failure::writing(TEMPORARY, error);
        let mut kept = kept.into_inner().map_err(|error| failed(error.error()))?;
        kept.rewind().map_err(|error| failed(&error))?;
        output::copied(output, &mut kept).map(|()| exit)
    }

    fn options(&self, open: ReleaseSet) -> ReportOptions<'_> {
        ReportOptions {
            rules: self.rules,
            scope: Scope::Run(open),
            ids: Ids::of([self.live.contract]),
            repeats: if self.args.all { Repeats::Each } else { Repeats::Grouped },
            pictured: (self.live.contract, open),
            color: self.color,
            fail_on: self.args.fail_on,
        }
    }
}

//! `compat`: what breaks on another release for the client whose traffic was captured.

use commands::Failure;
use commands::compat::{self, Way};
use config::{Ids, Scope};
use contract::ReleaseSet;
use report::{Repeats, Report};
use validator::capture::Passes;

use crate::Exit;
use crate::args::{self, When};
use crate::contracts::{self, Named};
use crate::output::{self, ReportOptions};
use crate::progress::Progress;
use crate::stderr::say;

/// Compares, reports, and says how it went.
pub(crate) fn run(args: &args::Compat, color: When) -> Result<Exit, Failure> {
    let Named { contract, name } =
        contracts::load(&args.contract, args.output.accept.config.as_deref(), contracts::oddities(&args.output))?;
    // Who looks for the release reads all of a capture beforehand.
    let captures = args.traffic.open(if args.from == compat::AUTO { Passes::Several } else { Passes::Once })?;
    let way = Way::between((&args.from, &args.to), &contract, &captures, commands::cores())?;
    let base_paths = contracts::base_paths(args.traffic.base_path.as_deref(), &contract);
    let progress = Progress::counting();
    let mut report =
        compat::report(&captures, (&contract, &name, base_paths), way, &mut |count| progress.advance_by(count))?;
    drop(progress);
    let options = ReportOptions {
        rules: &[::compat::rules::all()],
        scope: Scope::Run(ReleaseSet::only(way.to)),
        ids: Ids::of([&contract]),
        repeats: Repeats::Grouped,
        pictured: (&contract, ReleaseSet::only(way.to)),
        color,
        fail_on: args.fail_on,
    };
    let exit = output::finish(&mut report, &args.output, &options)?;
    if args.output.format == "human" && !args.output.quiet {
        tell_totals(&report);
    }
    Ok(exit)
}

/// How many facts each rule has, those that hurt most last, as in the report.
fn tell_totals(report: &Report) {
    for of_rule in report.findings().chunk_by(|one, other| one.rule.id() == other.rule.id()) {
        if let [first, ..] = of_rule {
            let (severity, rule) = (first.severity.as_str(), first.rule.id());
            say(&format!("{:>6}  {severity:<8} {rule}: {}", of_rule.len(), first.rule.title()));
        }
    }
}

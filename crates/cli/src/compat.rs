//! `compat`: what breaks on another release for the client whose traffic was captured.

use compat::{Compat, Step};
use config::{Ids, Scope};
use contract::{Contract, Release, ReleaseSet};
use report::{Repeats, Report};
use validator::capture::{Captures, Passes};

use crate::args::{self, When};
use crate::contracts::{self, Named, Oddities};
use crate::failure::Failure;
use crate::output::{self, ReportOptions};
use crate::stderr::say;
use crate::{Exit, inputs, releases};

/// The release of the capture is the one that it tells.
const AUTO: &str = "auto";

/// Compares, reports, and says how it went.
pub(crate) fn run(args: &args::Compat, color: When) -> Result<Exit, Failure> {
    let Named { contract, name } =
        contracts::load(&args.contract, args.output.accept.config.as_deref(), Oddities::of(&args.output))?;
    // Who looks for the release reads all of a capture beforehand.
    let captures = args.traffic.open(if args.from == AUTO { Passes::Several } else { Passes::Once })?;
    let to = releases::named(&args.to, &contract)?;
    let from = from(args, &contract, &captures)?;
    let base_paths = contracts::base_paths(args.traffic.base_path.as_deref(), &contract);
    let compat = match from {
        Some(from) if from == to => {
            return Err(Failure::new(format!("the capture is of release {from} already; name another with --to")));
        }
        Some(from) => Compat::new(&contract, Step { from, to }, base_paths),
        None => Compat::of_untold_release(&contract, to, base_paths),
    };
    let mut compat = compat.map_err(|error| Failure::new(error.to_string()))?;
    inputs::exchanges(&captures, |item| compat.add(&item))?;
    let way = from.map_or_else(|| format!("→ {to}"), |from| format!("{from} → {to}"));
    let mut report = Report::new(output::tool(), name, way);
    report.releases_from_clients =
        releases::from_clients(from.map_or(ReleaseSet::NONE, ReleaseSet::only) | ReleaseSet::only(to), &contract);
    report.contract_releases = Some(contract.releases.named_runs().into());
    compat.finish(&mut report);
    let options = ReportOptions {
        rules: &[::compat::rules::all()],
        scope: Scope::Run(ReleaseSet::only(to)),
        ids: Ids::of([&contract]),
        repeats: Repeats::Grouped,
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

/// The release of the capture; nothing where it is a log that tells none, which is said.
fn from(args: &args::Compat, contract: &Contract, captures: &Captures) -> Result<Option<Release>, Failure> {
    if args.from != AUTO {
        return releases::named(&args.from, contract).map(Some);
    }
    let told = releases::told_unless_logs(captures, contract, crate::cores(), "--from")?;
    if told.is_none() {
        say(
            "note: a log does not tell the server's release; each request counts as right for the nearest release that takes \
             all of it; name the server's with --from",
        );
    }
    Ok(told)
}

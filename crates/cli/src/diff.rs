//! `diff`: what changed between two releases or documents, and whom it breaks.

pub(crate) mod client;
mod comparison;
mod history;
mod side;

use contract::ReleaseSet;
use std::mem::ManuallyDrop;

use ::diff::Bump;
use config::Ids;
use report::{Repeats, Report};

use crate::Exit;
use crate::args::{Diff, When};
use crate::contracts::Oddities;
use crate::documents::Documents;
use crate::failure::Failure;
use crate::output::{self, ReportOptions};
use crate::stderr::say;
pub(crate) use comparison::Comparison;
use comparison::options;
use side::{Side, Sides};

/// Compares, reports, and says how it went.
pub(crate) fn run(args: &Diff, color: When) -> Result<Exit, Failure> {
    let documents = Documents::of(&args.documents, args.output.accept.config.as_deref())?;
    let mut sides = Sides::with(documents, Oddities::of(&args.output));
    if let Some(range) = &args.history {
        let contract = sides.builtin()?;
        return history::run(args, range, &contract, color);
    }
    let (Some(old), Some(new)) = (&args.old, &args.new) else {
        return Err(Failure::new("name the old and the new side"));
    };
    // Freed with the process: to take them apart costs a tenth of the run.
    let (old, new) = sides.pair(old, new).map(|(old, new)| (ManuallyDrop::new(old), ManuallyDrop::new(new)))?;
    let used = client::used(&args.client, &[&*old.contract, &*new.contract])?;
    let comparison = Comparison::of(old.projection(), new.projection(), used.as_ref());
    let mut report = report(args, &old, &new, &comparison);
    let options = ReportOptions {
        rules: &[::diff::rules::all()],
        scope: new.scope(),
        ids: Ids::of([&*old.contract, &*new.contract]),
        repeats: Repeats::Each,
        color,
        fail_on: args.fail_on,
    };
    let exit = output::finish(&mut report, &args.output, &options)?;
    if args.output.format == "human" && !args.output.quiet {
        say(&heading(&old, &new, &comparison));
    }
    Ok(exit)
}

fn report(args: &Diff, old: &Side, new: &Side, comparison: &Comparison) -> Report {
    let mut report = report_of(&new.source.name, format!("{} → {}", old.version, new.version));
    let release = new.projection().release;
    report.releases_from_clients = crate::releases::from_clients(ReleaseSet::only(release), &new.contract);
    report.summary.operations = new.projection().operations().count() as u64;
    let options = options(args, old.source.clone(), new.source.clone());
    report.extend(::diff::findings(&comparison.judgements, &options));
    report
}

/// An empty report on a contract at releases.
fn report_of(contract: &str, releases: String) -> Report {
    Report::new(output::tool(), contract, releases)
}

/// What was compared, and what its version should say.
fn heading(old: &Side, new: &Side, comparison: &Comparison) -> String {
    let needed = comparison.needed();
    let made = match Bump::made(&old.version, &new.version) {
        Some(made) if made >= needed => format!(", and {made} was made"),
        Some(made) => format!(", but {made} was made"),
        None => String::new(),
    };
    let way = format!("{} → {}", old.version, new.version);
    let count = comparison.judgements.len();
    let changes = match comparison.hit {
        Some((hit, all)) => format!("this client is hit by {hit} of {all} changes; for it"),
        None => format!("{count} changes;"),
    };
    format!("{way}: {changes} the version needs a bump of {needed}{made}")
}

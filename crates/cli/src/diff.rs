//! `diff`: what changed between two releases or documents, and whom it breaks.

pub(crate) mod client;
mod history;

use std::mem::ManuallyDrop;

use ::diff::Bump;
use commands::Failure;
use commands::diff::{self, Comparison, Rows, Side, Sides};
use config::Ids;
use report::Repeats;

use crate::args::{Diff, When};
use crate::output::{self, ReportOptions};
use crate::stderr::say;
use crate::{Exit, contracts, fetch};

/// Compares, reports, and says how it went.
pub(crate) fn run(args: &Diff, color: When) -> Result<Exit, Failure> {
    let documents = contracts::documents(&args.documents, args.output.accept.config.as_deref())?;
    let mut sides = Sides::with(documents, contracts::oddities(&args.output), &fetch::get);
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
    let mut report = diff::report(&old, &new, &comparison, rows(args));
    let options = ReportOptions {
        rules: &[::diff::rules::all()],
        scope: new.scope(),
        ids: Ids::of([&*old.contract, &*new.contract]),
        repeats: Repeats::Each,
        pictured: (&new.contract, old.releases() | new.releases()),
        color,
        fail_on: args.fail_on,
    };
    let exit = output::finish(&mut report, &args.output, &options)?;
    if args.output.format == "human" && !args.output.quiet {
        say(&heading(&old, &new, &comparison));
    }
    Ok(exit)
}

/// How many findings the user wants for a change.
fn rows(args: &Diff) -> Rows {
    match (args.by_operation, args.all) {
        (true, _) => Rows::Operation,
        (false, true) => Rows::Fact,
        (false, false) => Rows::Kind,
    }
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
    let changes = match (comparison.hit, comparison.judgements.len()) {
        (Some((hit, all)), _) => format!("this client is hit by {hit} of {all} changes; for it"),
        (None, 1) => "1 change;".to_owned(),
        (None, count) => format!("{count} changes;"),
    };
    format!("{way}: {changes} the version needs a bump of {needed}{made}")
}

//! `diff`: what changed between two releases or documents, and whom it breaks.

mod side;

use ::diff::{Bump, Judgement, Options, Rows};
use contract::Projection;
use report::{Repeats, Report, Tool};

use crate::Exit;
use crate::args::{Diff, When};
use crate::failure::Failure;
use crate::output::{self, Manner};
use side::{Side, Sides};

/// Compares, reports, and says how it went.
pub(crate) fn run(args: &Diff, color: When) -> Result<Exit, Failure> {
    let mut sides = Sides::default();
    let (old, new) = (sides.open(&args.old)?, sides.open(&args.new)?);
    let (before, after) = (old.projection(), new.projection());
    let judgements = ::diff::judge(before, after, ::diff::changes(before, after));
    let mut report = report(args, (&old, before), (&new, after), &judgements);
    let human = args.output.format == "human";
    let manner = Manner {
        rules: &[::diff::rules::all()],
        scope: new.scope(),
        repeats: Repeats::Each,
        color,
        fail_on: args.fail_on,
    };
    let exit = output::finish(&mut report, &args.output, &manner)?;
    if human && !args.output.quiet {
        eprintln!("{}", heading(&old, &new, &judgements));
    }
    Ok(exit)
}

fn report(
    args: &Diff,
    (old, _): (&Side, Projection<'_>),
    (new, after): (&Side, Projection<'_>),
    judgements: &[Judgement],
) -> Report {
    let tool = Tool { name: "immich-contract".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
    let mut report = Report::new(tool, new.name.as_str(), format!("{} → {}", old.version, new.version));
    report.summary.operations = after.operations().count() as u64;
    let options = Options {
        old_name: old.name.as_str().into(),
        new_name: new.name.as_str().into(),
        rows: match (args.by_operation, args.all || args.output.format != "human") {
            (true, _) => Rows::Operation,
            (false, true) => Rows::Fact,
            (false, false) => Rows::Kind,
        },
    };
    report.extend(::diff::findings(judgements, &options));
    report
}

/// What was compared, and what its version should say.
fn heading(old: &Side, new: &Side, judgements: &[Judgement]) -> String {
    let needed = Bump::needed(judgements);
    let made = match Bump::made(&old.version, &new.version) {
        Some(made) if made >= needed => format!(", and {made} was made"),
        Some(made) => format!(", but {made} was made"),
        None => String::new(),
    };
    format!(
        "{} → {}: {} changes; the version needs a bump of {needed}{made}",
        old.version,
        new.version,
        judgements.len()
    )
}

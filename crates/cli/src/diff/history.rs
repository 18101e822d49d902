//! `diff --history`: each release against the one before it.

use std::io::{self, Write};

use ::diff::{Bump, Options, Source};
use commands::diff::Comparison;
use commands::{Failure, releases};
use config::{Ids, Scope};
use contract::{Contract, Projection, Release, ReleaseSet};
use report::{Finding, Releases, Repeats, Report, Severity};

use super::{client, rows};
use crate::args::{Diff, When};
use crate::output::{self, ReportOptions};
use crate::{Exit, accepted, writing};

/// Two releases that follow each other, and what was found between them.
struct Step {
    old: Release,
    new: Release,
    needed: Bump,
    hit: Option<(usize, usize)>,
    findings: Vec<Finding>,
}

/// Compares, reports, and says how it went.
pub(super) fn run(args: &Diff, range: &str, contract: &Contract, color: When) -> Result<Exit, Failure> {
    let set = releases::set(range, contract)?;
    let steps = steps(args, contract, set)?;
    let mut report = Report::new(commands::tool(), contract.title.as_str(), releases::printed(set));
    report.extend(steps.iter().flat_map(|step| step.findings.iter().cloned()));
    let options = ReportOptions {
        rules: &[::diff::rules::all()],
        scope: Scope::Findings,
        ids: Ids::of([contract]),
        repeats: Repeats::Each,
        pictured: (contract, ReleaseSet::NONE),
        color,
        fail_on: args.fail_on,
    };
    if args.output.format != "human" {
        return output::finish(&mut report, &args.output, &options);
    }
    report.rules = ::diff::rules::all().iter().chain(config::rules::all().iter()).collect();
    accepted::take_out(&mut report, &args.output, options.scope, &options.ids)?;
    let write = |out: &mut dyn Write| human(&steps, &report, output::shown_from(&args.output), out);
    match &args.output.file {
        Some(path) => writing::whole_file(path, write)?,
        None => output::stdout(write)?,
    }
    Ok(args.fail_on.exit(report.worst()))
}

fn steps(args: &Diff, contract: &Contract, set: ReleaseSet) -> Result<Vec<Step>, Failure> {
    let used = client::used(&args.client, &[contract])?;
    let all: Vec<Release> = set.iter().collect();
    if all.len() < 2 {
        return Err(Failure::new("--history needs two releases at least, as in 2.0..2.7"));
    }
    let at = |release| Projection { contract, release };
    let step = |(old, new): (&Release, &Release)| {
        let comparison = Comparison::of(at(*old), at(*new), used.as_ref());
        let (of_old, of_new) = (Source::named(old.version()), Source::named(new.version()));
        let options = Options { old: of_old, new: of_new, rows: rows(args), releases: Some(only(*new)) };
        let findings = ::diff::findings(&comparison.judgements, &options);
        Step { old: *old, new: *new, needed: comparison.needed(), hit: comparison.hit, findings }
    };
    Ok(all.iter().zip(all.iter().skip(1)).map(step).collect())
}

/// The release that the findings of a step are about.
fn only(release: Release) -> Releases {
    vec![(release.version(), Some(release.version()))].into()
}

/// A heading for each pair in which something changed, and a line for each finding that is shown.
fn human(steps: &[Step], report: &Report, shown_from: Severity, out: &mut dyn Write) -> io::Result<()> {
    let mut quiet = 0;
    for step in steps {
        let of_step = Some(only(step.new));
        let standing: Vec<&Finding> = report.findings().iter().filter(|finding| finding.releases == of_step).collect();
        if standing.is_empty() {
            quiet += 1;
            continue;
        }
        writeln!(out, "{}", heading(step, &standing))?;
        for one in standing.iter().filter(|one| one.severity >= shown_from) {
            writeln!(out, "  {:<8} {} [{}]", one.severity.as_str(), one.headline(), one.rule.id())?;
        }
    }
    let of_config = report.findings().iter().filter(|one| one.releases.is_none());
    for one in of_config {
        writeln!(out, "{:<8} {} [{}]", one.severity.as_str(), one.message, one.rule.id())?;
    }
    let counts = report.summary;
    writeln!(
        out,
        "{} pairs of releases, {quiet} of them without a change: {} errors, {} warnings, {} notes",
        steps.len(),
        counts.errors,
        counts.warnings,
        counts.notes
    )
}

fn heading(step: &Step, standing: &[&Finding]) -> String {
    let count = |severity| {
        standing.iter().filter(|one| one.severity == severity).map(|one| one.weight()).fold(0_u64, u64::saturating_add)
    };
    let hit = step.hit.map(|(hit, all)| format!("; this client is hit by {hit} of {all} changes")).unwrap_or_default();
    format!(
        "{} → {}: {} errors, {} warnings, {} notes; needs a bump of {}{hit}",
        step.old,
        step.new,
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
        step.needed
    )
}

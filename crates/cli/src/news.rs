//! `news`: of what changed since a release, what a client meets.

use ::compat::Step;
use ::diff::{Options, Rows, Source, Used};
use commands::compat::{self, Way};
use commands::diff::Comparison;
use commands::{Failure, accepts, releases};
use config::{Ids, Scope};
use contract::{Contract, Projection, ReleaseSet};
use report::{Repeats, Report};

use crate::Exit;
use crate::args::{News, When};
use crate::contracts::{self, Named};
use crate::diff::client;
use crate::output::{self, ReportOptions};
use crate::progress::Progress;
use crate::stderr::say;

/// Compares, reports, and says how it went.
pub(crate) fn run(args: &News, color: When) -> Result<Exit, Failure> {
    let documents = contracts::documents(&args.documents, args.output.accept.config.as_deref())?;
    let Named { contract, name } = documents.named(contracts::oddities(&args.output))?;
    let step = step(args, &contract)?;
    let captures = client::captures(&args.client)?;
    let used = client::used_in(&args.client, captures.as_ref(), &[&contract])?;
    let mut report = Report::new(commands::tool(), name, format!("{} → {}", step.from, step.to));
    report.releases_from_clients = releases::from_clients(ReleaseSet::only(step.to), &contract);
    report.contract_releases = Some(contract.releases.named_runs().into());
    if let Some(captures) = &captures {
        let base_paths = contracts::base_paths(args.client.base_path.as_deref(), &contract);
        let progress = Progress::counting();
        let way = Way { from: Some(step.from), to: step.to };
        compat::met(captures, (&contract, base_paths), way, &mut report, &mut |count| progress.advance_by(count))?;
    }
    taken(args, &contract, step, &mut report)?;
    let told = changed(&contract, step, used.as_ref(), &mut report);
    let options = ReportOptions {
        rules: &[::compat::rules::all(), ::accepts::rules::all(), ::diff::rules::all()],
        scope: Scope::Run(ReleaseSet::only(step.to)),
        ids: Ids::of([&contract]),
        repeats: Repeats::Grouped,
        pictured: (&contract, ReleaseSet::only(step.to)),
        color,
        fail_on: args.fail_on,
    };
    let exit = output::finish(&mut report, &args.output, &options)?;
    if !args.output.quiet {
        say(&format!("note: {told}"));
    }
    Ok(exit)
}

fn step(args: &News, contract: &Contract) -> Result<Step, Failure> {
    let (from, to) = (releases::named(&args.since, contract)?, releases::named(&args.to, contract)?);
    if from >= to {
        return Err(Failure::new(format!("there is no news: {to} is not newer than {from}; name another with --to")));
    }
    Ok(Step { from, to })
}

/// Adds what the client's models no longer take, where they took all before.
fn taken(args: &News, contract: &Contract, step: Step, report: &mut Report) -> Result<(), Failure> {
    let models = crate::accepts::configured(&args.output, |_| Ok(ReleaseSet::only(step.to)))?;
    let clients: Vec<::accepts::Client> = models.into_iter().map(|model| model.client).collect();
    let verdicts = accepts::judge(contract, &clients)?;
    for (client, verdict) in clients.iter().zip(&verdicts) {
        report.conclusions.push(accepts::conclusion(client, verdict));
        if verdict.works.contains(step.from) {
            report.extend(::accepts::findings(client, verdict, ReleaseSet::only(step.to)));
        }
    }
    Ok(())
}

/// Adds what changed of the operations that the client calls. Says how much that is.
fn changed(contract: &Contract, step: Step, used: Option<&Used>, report: &mut Report) -> String {
    let at = |release| Projection { contract, release };
    let comparison = Comparison::of(at(step.from), at(step.to), used);
    let source = |release: contract::Release| Source::named(release.version().to_owned());
    let options = Options { old: source(step.from), new: source(step.to), rows: Rows::Kind, releases: None };
    report.extend(::diff::findings(&comparison.judgements, &options));
    let all = comparison.judgements.len();
    let (from, to) = (step.from, step.to);
    if let Some((hit, all)) = comparison.hit {
        return format!("of {all} changes from {from} to {to}, {hit} reach what this client calls");
    }
    format!("{all} changes from {from} to {to}; --used-by CAPTURE tells those of them that hit a client")
}

//! `compat`: what breaks on another release for the client whose traffic was captured.

use std::num::NonZeroUsize;

use ::compat::Compat;
use contract::{Contract, ReleaseSet};
use report::Report;
use validator::capture::Captures;
use validator::check::BasePaths;

use crate::failure::Failure;
use crate::{exchanges, releases, tool};

pub use ::compat::Step;

/// The releases of a step: the names of both, `auto` for the one that the captures tell.
pub fn step(
    (from, to): (&str, &str),
    contract: &Contract,
    captures: &Captures,
    threads: NonZeroUsize,
) -> Result<Step, Failure> {
    let to = releases::named(to, contract)?;
    let from = match from {
        "auto" => releases::told(captures, contract, threads)?,
        version => releases::named(version, contract)?,
    };
    if from == to {
        return Err(Failure::new(format!("the capture is of release {from} already; name another with --to")));
    }
    Ok(Step { from, to })
}

/// What breaks, as a report.
pub fn report(
    captures: &Captures,
    (contract, name, base_paths): (&Contract, &str, BasePaths),
    step: Step,
    advance: &mut dyn FnMut(u64),
) -> Result<Report, Failure> {
    let mut report = Report::new(tool(), name, format!("{} → {}", step.from, step.to));
    let both = ReleaseSet::only(step.from) | ReleaseSet::only(step.to);
    report.releases_from_clients = releases::from_clients(both, contract);
    report.contract_releases = Some(contract.releases.named_runs().into());
    met(captures, (contract, base_paths), step, &mut report, advance)?;
    Ok(report)
}

/// Adds what the traffic meets to a report.
pub fn met(
    captures: &Captures,
    (contract, base_paths): (&Contract, BasePaths),
    step: Step,
    report: &mut Report,
    advance: &mut dyn FnMut(u64),
) -> Result<(), Failure> {
    let mut compat = Compat::new(contract, step, base_paths).map_err(|error| Failure::new(error.to_string()))?;
    exchanges::each(captures, advance, |item| compat.add(&item))?;
    compat.finish(report);
    Ok(())
}

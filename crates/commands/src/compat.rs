//! `compat`: what breaks on another release for the client whose traffic was captured.

use std::fmt;
use std::num::NonZeroUsize;

use ::compat::{Compat, Step};
use contract::{Contract, Release, ReleaseSet};
use report::Report;
use validator::capture::Captures;
use validator::check::BasePaths;

use crate::failure::Failure;
use crate::{exchanges, releases, tool};

/// The release of a capture is the one that it tells.
pub const AUTO: &str = "auto";

/// What is asked: from which release to which.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// The release of the capture; nothing where it is a log, that tells none: then each request counts as right for the
    /// nearest release that takes all of it.
    pub from: Option<Release>,
    /// The release that the client is to work with.
    pub to: Release,
}

impl Way {
    /// The way between releases that are named, [`AUTO`] for the one that the captures tell.
    pub fn between(
        (from, to): (&str, &str),
        contract: &Contract,
        captures: &Captures,
        threads: NonZeroUsize,
    ) -> Result<Self, Failure> {
        let to = releases::named(to, contract)?;
        let from = if from == AUTO {
            releases::told_unless_logs(captures, contract, threads, "--from")?
        } else {
            Some(releases::named(from, contract)?)
        };
        match from {
            Some(from) if from == to => {
                return Err(Failure::new(format!("the capture is of release {from} already; name another with --to")));
            }
            Some(_) => {}
            None => log::info!(
                "a log does not tell the server's release; each request counts as right for the nearest release that takes \
                 all of it; name the server's with --from"
            ),
        }
        Ok(Self { from, to })
    }

    /// Both releases, or the one.
    fn releases(self) -> ReleaseSet {
        self.from.map_or(ReleaseSet::NONE, ReleaseSet::only) | ReleaseSet::only(self.to)
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.from {
            Some(from) => write!(f, "{from} → {}", self.to),
            None => write!(f, "→ {}", self.to),
        }
    }
}

/// What breaks, as a report.
pub fn report(
    captures: &Captures,
    (contract, name, base_paths): (&Contract, &str, BasePaths),
    way: Way,
    advance: &mut dyn FnMut(u64),
) -> Result<Report, Failure> {
    let mut report = Report::new(tool(), name, way.to_string());
    report.releases_from_clients = releases::from_clients(way.releases(), contract);
    report.contract_releases = Some(contract.releases.named_runs().into());
    met(captures, (contract, base_paths), way, &mut report, advance)?;
    Ok(report)
}

/// Adds what the traffic meets to a report.
pub fn met(
    captures: &Captures,
    (contract, base_paths): (&Contract, BasePaths),
    way: Way,
    report: &mut Report,
    advance: &mut dyn FnMut(u64),
) -> Result<(), Failure> {
    let compat = match way.from {
        Some(from) => Compat::new(contract, Step { from, to: way.to }, base_paths),
        None => Compat::of_untold_release(contract, way.to, base_paths),
    };
    let mut compat = compat.map_err(|error| Failure::new(error.to_string()))?;
    exchanges::each(captures, advance, |item| compat.add(&item))?;
    compat.finish(report);
    Ok(())
}

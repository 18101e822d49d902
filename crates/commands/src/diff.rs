//! `diff`: what changed between two releases or documents, and whom it breaks.

mod client;
mod comparison;
mod side;

use ::diff::Options;
use contract::ReleaseSet;
use report::Report;

use crate::{releases, tool};

pub use ::diff::{Rows, Source};
pub use client::Client;
pub use comparison::Comparison;
pub use side::{Side, Sides};

/// What was found between two sides, as a report.
pub fn report(old: &Side, new: &Side, comparison: &Comparison, rows: Rows) -> Report {
    let mut report = Report::new(tool(), &*new.source.name, format!("{} → {}", old.version, new.version));
    let release = new.projection().release;
    report.releases_from_clients = releases::from_clients(ReleaseSet::only(release), &new.contract);
    report.summary.operations = new.projection().operations().count() as u64;
    let options = Options { old: old.source.clone(), new: new.source.clone(), rows, releases: None };
    report.extend(::diff::findings(&comparison.judgements, &options));
    report
}

//! What the validator says, in the other checker's terms.

use std::ops::ControlFlow;
use std::path::Path;

use contract::{Contract, Release, ReleaseSet};
use report::{Finding, Report, Tool};
use validator::capture::{self, Captures};
use validator::check::{Checker, Options};
use validator::exchange::{Item, Url};

use crate::Failure;

/// What the validator says of captures.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checked {
    /// The exchanges, over all captures.
    pub(crate) exchanges: Vec<Asked>,
    /// The findings, each with the index of its exchange.
    pub(crate) findings: Vec<(usize, Finding)>,
}

/// What was asked, as far as reasons need it. Its texts are as sent and can be secrets: they are never printed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    /// The path with the base path.
    pub(crate) path: String,
    /// Names and values of the query, decoded.
    pub(crate) query: Vec<(String, String)>,
    /// The status of the response.
    pub(crate) status: Option<u16>,
}

/// Checks captures at one release.
pub(crate) fn check<P: AsRef<Path>>(contract: &Contract, release: Release, paths: &[P]) -> Result<Checked, Failure> {
    let captures = Captures::open(paths, capture::Options::default())?;
    let tool = Tool { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
    let mut checker = Checker::new(contract, ReleaseSet::only(release), Options::default())?;
    let mut report = Report::new(tool, contract.title.clone(), release.to_string());
    let mut all = Checked::default();
    captures.for_each(|item| {
        checker.check(&item, &mut report);
        let (entry, known) = (all.exchanges.len(), all.findings.len());
        all.findings.extend(report.findings().iter().skip(known).map(|finding| (entry, finding.clone())));
        all.exchanges.push(asked(&item));
        ControlFlow::Continue(())
    })?;
    Ok(all)
}

fn asked(item: &Item) -> Asked {
    let Item::Exchange(exchange) = item else { return Asked::default() };
    let url = exchange.request.as_ref().map(|request| &request.url);
    let pairs = url.into_iter().flat_map(Url::query_pairs);
    Asked {
        path: url.map(|url| url.path().to_owned()).unwrap_or_default(),
        query: pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect(),
        status: exchange.response.as_ref().map(|response| response.status),
    }
}

//! What breaks for a client on another release than the one that its traffic was captured with.
//!
//! [`Compat`] takes the exchanges of a capture and two releases: `from`, that of the capture, and `to`. What is right at
//! `from` and is not at `to` is a breakage; each is told once, with how many exchanges meet it and in which operations. In
//! requests it is what the client really sent that counts, in answers the places that they reached: what the contract of
//! `to` may write there and that of `from` may not. Of a log that tells nothing of `from`, each request is taken to be for the
//! release nearest to `to` that takes all of it.
//!
//! ```
//! use std::ops::ControlFlow;
//!
//! use contract::{Release, read};
//! use immich_contract_compat::{Compat, Step};
//! use report::{Report, Tool};
//! use serde_json::json;
//! use validator::capture::{Captures, Options};
//!
//! let operation = json!({"operationId": "getTag", "method": "get", "path": "/tag", "responses": {}, "x-immich-life": "..3.0.2"});
//! let contract = read::annotated(&json!({"$defs": {}, "operations": [operation]}))?.contract;
//! let step = Step { from: Release::resolve("2.7.5")?.release, to: Release::resolve("3.0.2")?.release };
//! let mut compat = Compat::new(&contract, step, "/api")?;
//! let line = r#"{"request": {"method": "GET", "url": "http://photos.example/api/tag"}, "response": {"status": 200}}"#;
//! Captures::from_bytes("app.ndjson", line.as_bytes().to_vec(), Options::default()).for_each(|item| {
//!     compat.add(&item);
//!     ControlFlow::Continue(())
//! })?;
//! let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "mine", "2.7.5 → 3.0.2");
//! compat.finish(&mut report);
//! assert_eq!(report.findings().iter().map(|finding| finding.rule.id()).collect::<Vec<_>>(), ["called-operation-gone"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod agents;
mod answer;
mod breakage;
mod call;
mod compare;
mod fact;
mod ledger;
mod likely;
mod operation;
mod request;
pub mod rules;

use std::collections::HashSet;

use contract::{Contract, Release, ReleaseSet};
use report::Report;
use secrets::{Gatherer, Memory, Names};
use validator::assess::{Assessment, Assessor};
use validator::check::{BasePaths, Checker, Options, UnknownBody, credentials};
use validator::exchange::Item;

use crate::call::Call;
use crate::ledger::Ledger;

/// The two releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The release of the capture.
    pub from: Release,
    /// The release that the client is to work with.
    pub to: Release,
}

impl Step {
    /// The releases from the one to the other, both included, in this direction.
    fn way(self) -> Vec<Release> {
        let (first, last) = (self.from.min(self.to), self.from.max(self.to));
        let mut way: Vec<Release> = Release::all().filter(|release| (first..=last).contains(release)).collect();
        if self.to < self.from {
            way.reverse();
        }
        way
    }
}

/// Gathers what breaks.
pub struct Compat<'c> {
    contract: &'c Contract,
    /// The release of the capture, where it is known.
    from: Option<Release>,
    to: Release,
    exchanges: Assessor<'c>,
    /// What checks at that release.
    before: Option<Checker<'c>>,
    after: Checker<'c>,
    ledger: Ledger,
    /// Places at which a value is wrong by both documents, and that have been looked at.
    looked_at: HashSet<(String, String)>,
    seen: HashSet<&'c str>,
    exchanges_read: u64,
    unmatched: u64,
    gatherer: Gatherer,
    names: Names,
    memory: Memory,
}

impl<'c> Compat<'c> {
    /// Holds exchanges against two releases of a contract whose API is mounted below these paths.
    pub fn new(contract: &'c Contract, step: Step, base_paths: impl Into<BasePaths>) -> Result<Self, UnknownBody> {
        Self::between(contract, Some(step.from), step.to, base_paths.into())
    }

    /// Holds exchanges against one release, for captures that tell nothing of the server's own: logs without answers. Each
    /// request is taken to be for the release nearest to that one which takes all of it.
    pub fn of_untold_release(
        contract: &'c Contract,
        to: Release,
        base_paths: impl Into<BasePaths>,
    ) -> Result<Self, UnknownBody> {
        Self::between(contract, None, to, base_paths.into())
    }

    fn between(
        contract: &'c Contract,
        from: Option<Release>,
        to: Release,
        base_paths: BasePaths,
    ) -> Result<Self, UnknownBody> {
        let options = Options { base_paths, refused: report::Severity::Error, ..Options::default() };
        let checker = |release| Checker::new(contract, ReleaseSet::only(release), options.clone());
        let names = credentials::names(contract);
        Ok(Self {
            contract,
            from,
            to,
            exchanges: Assessor::new(contract, options.base_paths.clone()),
            before: from.map(checker).transpose()?,
            after: checker(to)?,
            ledger: Ledger::default(),
            looked_at: HashSet::new(),
            seen: HashSet::new(),
            exchanges_read: 0,
            unmatched: 0,
            gatherer: Gatherer::new(names.clone()),
            names,
            memory: Memory::default(),
        })
    }

    /// Takes one more exchange into account. A bare body says nothing of a client.
    pub fn add(&mut self, item: &Item) {
        let Item::Exchange(exchange) = item else { return };
        self.exchanges_read += 1;
        credentials::gather(&mut self.gatherer, exchange);
        self.gatherer.take().iter().for_each(|secret| self.memory.learn(secret));
        let open = self.from.map_or(self.contract.releases, |from| ReleaseSet::only(from) | ReleaseSet::only(self.to));
        let Some(told) = self.exchanges.assess(exchange, open) else {
            self.unmatched += 1;
            return;
        };
        let Assessment { operations, .. } = &told;
        self.seen.extend(operations.iter().map(|operation| operation.id()));
        let Some(from) = self.from.or_else(|| nearest(&told, self.to)) else { return };
        // What `from` does not have was wrong before.
        let Some(call) = Call::new(item, exchange, operations, Step { from, to: self.to }) else { return };
        let Some(to) = call.to else { return self.operation_gone(&call) };
        self.request(&call, to, &told);
        self.answer(&call, to);
    }

    /// Everything that breaks, in the order in which it was met, with the counts of what was read.
    pub fn finish(self, report: &mut Report) {
        report.remember(self.memory);
        report.summary.exchanges += self.exchanges_read;
        report.summary.unmatched += self.unmatched;
        report.summary.operations += self.seen.len() as u64;
        report.extend(self.ledger.findings(&self.names));
    }
}

/// The release nearest to another that takes all of a request, the older ones first; nothing where that one does.
fn nearest(told: &Assessment<'_>, to: Release) -> Option<Release> {
    let takers = [told.fully_supported(), told.accepted(), told.alive];
    let takers = takers.into_iter().find(|takers| !takers.is_empty()).filter(|takers| !takers.contains(to))?;
    let older = takers.iter().rfind(|release| *release < to);
    older.or_else(|| takers.first())
}

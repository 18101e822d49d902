//! `check` of exchanges that come one after the other, while they happen: those of a proxy.

use contract::{Contract, ReleaseSet};
use report::{FindingSink, Report};
use validator::check::{Checker, Options};
use validator::exchange::Item;
use validator::server_version;

use crate::check::blank;
use crate::exchanges::nothing_reached;
use crate::failure::Failure;
use crate::releases;

/// What exchanges are held against as they come, and how.
pub struct Live<'r> {
    /// What they are held against.
    pub contract: &'r Contract,
    /// What the report calls the contract.
    pub name: &'r str,
    /// How.
    pub options: Options,
}

/// A check that goes on.
pub struct Checking<'r> {
    live: &'r Live<'r>,
    checker: Checker<'r>,
    open: ReleaseSet,
    /// The release that the server said last.
    said: Option<String>,
}

/// The releases that an exchange tells that the server has: the one.
pub fn told_by(item: &Item, contract: &Contract) -> Option<Result<ReleaseSet, Failure>> {
    let version = server_version::answered(item)?;
    let release = releases::named(&version, contract);
    Some(release.map(|release| {
        log::info!("the server says that it is {version}");
        ReleaseSet::only(release)
    }))
}

impl<'r> Live<'r> {
    /// A report without findings.
    pub fn blank(&self, open: ReleaseSet) -> Report {
        blank(self.contract, self.name, open)
    }

    /// Begins to check, at these releases.
    pub fn begin(&'r self, open: ReleaseSet) -> Result<Checking<'r>, Failure> {
        let checker = Checker::new(self.contract, open, self.options.clone());
        let checker = checker.map_err(|error| Failure::new(error.to_string()))?;
        Ok(Checking { live: self, checker, open, said: None })
    }
}

impl Checking<'_> {
    /// Checks an exchange; findings and counts go to the sink.
    pub fn check(&mut self, item: &Item, sink: &mut dyn FindingSink) {
        self.checker.check(item, sink);
        let said = server_version::answered(item);
        if said.is_some() && said != self.said {
            self.said = said;
            self.compare();
        }
    }

    /// Ends it: answers the ids of the operations that were called. Fails where not one request went to the API.
    pub fn end(self) -> Result<Vec<String>, Failure> {
        let reached = self.checker.reached();
        if reached.below == 0 && !reached.elsewhere.is_empty() {
            return Err(nothing_reached(reached, &self.live.options.base_paths, self.live.contract));
        }
        Ok(self.checker.exercised())
    }

    /// Says that the server says that it is another release than it is held against.
    fn compare(&self) {
        let said = self.said.as_deref().and_then(|said| contract::Release::resolve(said).ok());
        if let (Some(said), true) = (said, self.open.len() == 1)
            && !self.open.contains(said.release)
        {
            let (said, open) = (self.said.as_deref().unwrap_or_default(), releases::printed(self.open));
            log::warn!("the server says now that it is {said}; it is held against {open} until the proxy starts anew");
        }
    }
}

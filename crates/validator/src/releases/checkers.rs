//! Checks at many releases, for little more than the price of one.
//!
//! The walk over all releases says which of them a check cannot tell apart; of each such group one is checked. Traffic
//! with which all releases agree is one group.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use contract::{Contract, Release, ReleaseSet};
use plan::Standing;
use report::{Report, Severity};

use super::answer::{Candidate, named};
use super::{Exchanges, Releases, Told};
use crate::check::{Checker, Effort, Options, Recurring, UnknownBody};
use crate::document::Document;
use crate::exchange::{BareBody, Item};

/// Checks traffic against a contract at a set of releases. Each finding says at which of them it holds.
pub struct Checkers<'c> {
    contract: &'c Contract,
    open: ReleaseSet,
    options: Options,
    exchanges: Exchanges<'c>,
    bodies: Vec<Candidate<'c>>,
    values: Releases<'c>,
    /// One for each release that was looked at closely.
    each: BTreeMap<Release, Checker<'c>>,
    seen: HashSet<Arc<str>>,
}

impl<'c> Checkers<'c> {
    /// Checkers for the releases of `open` that the contract covers. Fails if the options name a body that the contract
    /// has at none of them; releases that do not have it are left out.
    pub fn new(contract: &'c Contract, open: ReleaseSet, options: Options) -> Result<Self, UnknownBody> {
        let open = open & contract.covers;
        let bodies = options.body.as_ref().and_then(|body| named(contract, body).ok()).unwrap_or_default();
        let lives = bodies.iter().fold(ReleaseSet::NONE, |lives, body| lives | body.life);
        let open = if options.body.is_none() || (open & lives).is_empty() { open } else { open & lives };
        let newest = open.last().unwrap_or(Release::LATEST);
        let each = BTreeMap::from([(newest, Checker::new(contract, newest, options.clone())?)]);
        Ok(Self {
            contract,
            open,
            exchanges: Exchanges::new(contract, &options.base_path),
            options,
            bodies,
            values: Releases::new(contract),
            each,
            seen: HashSet::new(),
        })
    }

    /// The releases that are checked against.
    pub fn releases(&self) -> ReleaseSet {
        self.open
    }

    /// The checker, where there is one release.
    pub fn single(&mut self) -> Option<&mut Checker<'c>> {
        let is_single = self.open.len() == 1;
        self.each.values_mut().next().filter(|_| is_single)
    }

    /// Checks one item; findings and counts go to the report.
    pub fn check(&mut self, item: &Item, report: &mut Report) -> Result<(), UnknownBody> {
        if self.open.len() == 1 {
            if let Some(checker) = self.each.values_mut().next() {
                checker.check(item, report);
            }
            return Ok(());
        }
        match item {
            Item::Body(body) if self.passes(body) => self.pass(1, report),
            _ => self.closely(item, report)?,
        }
        Ok(())
    }

    /// Counts bodies that all releases accept.
    fn pass(&mut self, bodies: u64, report: &mut Report) {
        let operations = self.bodies.iter().filter_map(|body| body.operation);
        self.seen.extend(operations.map(Arc::from));
        report.summary.exchanges += bodies;
        report.summary.operations = self.seen.len() as u64;
    }

    /// Checks one item at a release of each group.
    fn closely(&mut self, item: &Item, report: &mut Report) -> Result<(), UnknownBody> {
        let mut groups = self.groups(item);
        groups.sort_by_key(|group| std::cmp::Reverse(group.last()));
        let (mut found, mut findings, mut is_counted) = (Recurring::new(), Vec::new(), false);
        for group in groups {
            // What servers were observed to do softens findings; where there are none, it changes nothing.
            for piece in self.pieces(group) {
                let Some(newest) = piece.last() else { continue };
                let (one, again) = self.checker(newest)?.check_again(item, piece, found);
                found = again;
                // What is counted beside findings is the same at all of them, but for operations that do not exist.
                if !is_counted {
                    self.count(&one, report);
                    is_counted = true;
                }
                findings.extend(one.into_findings());
                if found.is_clean() {
                    break;
                }
            }
        }
        report.extend(found.told(findings));
        Ok(())
    }

    /// The releases at which a check finds no error in an item.
    pub fn right(&mut self, item: &Item) -> Result<ReleaseSet, UnknownBody> {
        let mut right = ReleaseSet::NONE;
        for piece in self.groups(item).into_iter().flat_map(|group| self.pieces(group)).collect::<Vec<_>>() {
            let Some(newest) = piece.last() else { continue };
            let (report, _) = self.checker(newest)?.check_again(item, piece, Recurring::new());
            if report.worst() < Some(Severity::Error) {
                right = right | piece;
            }
        }
        Ok(right)
    }

    /// The releases of a group, newest first, in pieces for which the same was observed of servers.
    fn pieces(&self, group: ReleaseSet) -> Vec<ReleaseSet> {
        let mut pieces = vec![group];
        for observation in &self.contract.observations {
            let halves = |piece: ReleaseSet| [piece & observation.life, piece - observation.life];
            pieces = pieces.into_iter().flat_map(halves).filter(|piece| !piece.is_empty()).collect();
        }
        pieces.sort_by_key(|piece| std::cmp::Reverse(piece.last()));
        pieces
    }

    /// The checker of one release.
    fn checker(&mut self, release: Release) -> Result<&mut Checker<'c>, UnknownBody> {
        Ok(match self.each.entry(release) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(Checker::new(self.contract, release, self.options.clone())?),
        })
    }

    fn count(&mut self, one: &Report, report: &mut Report) {
        report.summary.exchanges += one.summary.exchanges;
        report.summary.unmatched += one.summary.unmatched;
        report.summary.not_modelled += one.summary.not_modelled;
        report.summary.unchecked_bodies += one.summary.unchecked_bodies;
        report.summary.operations = self.seen.len() as u64;
    }

    /// The releases in groups that a check cannot tell apart.
    fn groups(&mut self, item: &Item) -> Vec<ReleaseSet> {
        match item {
            Item::Exchange(exchange) => {
                let Some(told) = self.exchanges.tell(exchange, self.open) else { return vec![self.open] };
                self.seen.extend(told.operations.iter().map(|operation| Arc::from(operation.id.as_str())));
                told.groups()
            }
            Item::Body(body) => self.of_body(body),
        }
    }

    /// Whether no release that is checked against has anything to say of a body.
    fn passes(&mut self, body: &BareBody) -> bool {
        let [candidate] = self.bodies.as_slice() else { return false };
        if self.options.effort == Effort::Complete || !self.open.is_subset(candidate.life) {
            return false;
        }
        let Some(standing) = self.values.standing(self.open, candidate.schema, &body.bytes) else { return false };
        says_nothing(standing, self.open)
    }

    fn of_body(&mut self, body: &BareBody) -> Vec<ReleaseSet> {
        let Ok(document) = Document::parse(&body.bytes) else { return vec![self.open] };
        let mut told = Told {
            open: self.open,
            operations: Vec::new(),
            alive: self.open,
            reasons: Vec::new(),
            splits: HashSet::new(),
        };
        for candidate in &self.bodies {
            let open = self.open & candidate.life;
            let gathered = self.values.gather(open, candidate.schema, &document.value);
            self.seen.extend(candidate.operation.map(Arc::from));
            told.splits.insert(open);
            told.splits.extend(gathered.splits);
            told.splits.extend(gathered.found.iter().map(|one| open - one.releases));
            told.splits.extend(gathered.unknown.iter().map(|one| one.releases));
        }
        told.groups()
    }
}

/// Whether no release of a set has anything to say of a body.
fn says_nothing(standing: Standing, open: ReleaseSet) -> bool {
    standing.declared == open && standing.strange.is_empty() && standing.deprecated == 0
}

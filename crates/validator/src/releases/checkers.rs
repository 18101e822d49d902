//! Checks at many releases, for little more than the price of one.
//!
//! The walk over all releases says which of them a check cannot tell apart; of each such group one is checked. Traffic
//! with which all releases agree is one group.

mod threads;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use contract::{Contract, Release, ReleaseSet};
use plan::Standing;
use report::{Report, Severity};

use super::answer::{Candidate, named};
use super::bytes::says_nothing;
use super::{Exchanges, Releases, Told};
use crate::capture::CaptureError;
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
    /// Those that the ones of all threads are made from, so that they share what they compile.
    models: Arc<Mutex<BTreeMap<Release, Checker<'c>>>>,
    seen: HashSet<Arc<str>>,
    excerpts: HashMap<&'static str, usize>,
}

/// Why captures could not be checked to their end.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// A source cannot be read.
    #[error(transparent)]
    Capture(#[from] CaptureError),
    /// Bare bodies were said to be something that a release does not have.
    #[error(transparent)]
    Body(#[from] UnknownBody),
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
            models: Arc::default(),
            seen: HashSet::new(),
            excerpts: HashMap::new(),
        })
    }

    /// The same, having seen nothing; they share what they compile.
    fn another(&self) -> Self {
        Self {
            contract: self.contract,
            open: self.open,
            options: self.options.clone(),
            exchanges: Exchanges::new(self.contract, &self.options.base_path),
            bodies: self.bodies.clone(),
            values: Releases::new(self.contract),
            each: BTreeMap::new(),
            models: Arc::clone(&self.models),
            seen: HashSet::new(),
            excerpts: HashMap::new(),
        }
    }

    /// The releases that are checked against.
    pub fn releases(&self) -> ReleaseSet {
        self.open
    }

    /// The checker, where there is one release.
    fn single(&mut self) -> Option<&mut Checker<'c>> {
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
        if let Item::Body(body) = item
            && let Some(standing) = self.standing(body)
            && standing.declared == self.open
            && standing.strange.is_empty()
        {
            return Ok(self.open);
        }
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
        let free = match self.each.entry(release) {
            Entry::Occupied(known) => return Ok(known.into_mut()),
            Entry::Vacant(free) => free,
        };
        let mut models = self.models.lock().unwrap_or_else(PoisonError::into_inner);
        let model = match models.entry(release) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(Checker::new(self.contract, release, self.options.clone())?),
        };
        Ok(free.insert(model.another()))
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
                self.seen.extend(told.operations.iter().map(|operation| Arc::from(operation.id())));
                told.groups()
            }
            Item::Body(body) => self.of_body(body),
        }
    }

    /// Whether no release that is checked against has anything to say of a body.
    fn passes(&mut self, body: &BareBody) -> bool {
        self.standing(body).is_some_and(|standing| says_nothing(standing, self.open))
    }

    /// What the releases say of a body, where that is known without a document.
    fn standing(&mut self, body: &BareBody) -> Option<Standing> {
        let only = self.only_body().filter(|_| self.options.effort == Effort::Fast)?;
        self.values.standing(self.open, only.schema, &body.bytes)
    }

    /// What bare bodies are, where they are one thing at all releases.
    fn only_body(&self) -> Option<Candidate<'c>> {
        match self.bodies.as_slice() {
            [only] if self.open.is_subset(only.life) => Some(*only),
            _ => None,
        }
    }

    fn of_body(&mut self, body: &BareBody) -> Vec<ReleaseSet> {
        let Ok(document) = Document::parse(&body.bytes) else { return vec![self.open] };
        let mut told = Told {
            open: self.open,
            operations: Vec::new(),
            alive: self.open,
            reasons: Vec::new(),
            splits: HashSet::new(),
            is_close: true,
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

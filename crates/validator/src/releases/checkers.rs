//! Checks at many releases, for little more than the price of one.
//!
//! The walk over all releases says which of them a check cannot tell apart; of each such group one is checked. Traffic
//! with which all releases agree is one group.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use contract::{Contract, Release, ReleaseSet};
use report::{Finding, Part, Report, Severity, Tool};

use super::answer::{Candidate, named};
use super::{Exchanges, Releases, Told};
use crate::check::{Checker, Effort, Options, UnknownBody};
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

/// What two findings of one item have in common that are one at several releases.
#[derive(PartialEq, Eq, Hash)]
struct Same {
    rule: &'static str,
    severity: Severity,
    part: Part,
    pointer: String,
    names: [Option<Arc<str>>; 3],
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
        if let Item::Body(body) = item
            && self.passes(body)
        {
            report.summary.exchanges += 1;
            report.summary.operations = self.seen.len() as u64;
            return Ok(());
        }
        let mut groups = self.groups(item);
        groups.sort_by_key(|group| std::cmp::Reverse(group.last()));
        let mut found = Found::default();
        for (index, group) in groups.into_iter().enumerate() {
            // What servers were observed to do softens findings; where there are none, it changes nothing.
            for (position, piece) in self.pieces(group).into_iter().enumerate() {
                let Some(newest) = piece.last() else { continue };
                let one = self.at(newest, item)?;
                // What is counted beside findings is the same at all of them, but for operations that do not exist.
                if index == 0 && position == 0 {
                    self.count(&one, report);
                }
                if one.findings().is_empty() {
                    break;
                }
                found.add(&one, piece);
            }
        }
        report.extend(found.findings());
        Ok(())
    }

    /// The releases at which a check finds no error in an item.
    pub fn right(&mut self, item: &Item) -> Result<ReleaseSet, UnknownBody> {
        let mut right = ReleaseSet::NONE;
        for piece in self.groups(item).into_iter().flat_map(|group| self.pieces(group)).collect::<Vec<_>>() {
            let Some(newest) = piece.last() else { continue };
            if self.at(newest, item)?.worst() < Some(Severity::Error) {
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

    /// What a check at one release finds.
    fn at(&mut self, release: Release, item: &Item) -> Result<Report, UnknownBody> {
        let checker = match self.each.entry(release) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(Checker::new(self.contract, release, self.options.clone())?)
            }
        };
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        checker.check(item, &mut report);
        Ok(report)
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
        self.seen.extend(candidate.operation.map(Arc::from));
        standing.declared == self.open && standing.strange.is_empty() && standing.deprecated == 0
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

/// The findings of one item, each with the releases at which it holds.
#[derive(Default)]
struct Found {
    known: HashMap<Same, usize>,
    all: Vec<(Finding, ReleaseSet)>,
}

impl Found {
    fn add(&mut self, report: &Report, releases: ReleaseSet) {
        for finding in report.findings() {
            match self.known.entry(same(finding)) {
                Entry::Occupied(at) => {
                    if let Some((_, known)) = self.all.get_mut(*at.get()) {
                        *known = *known | releases;
                    }
                }
                Entry::Vacant(free) => {
                    free.insert(self.all.len());
                    self.all.push((finding.clone(), releases));
                }
            }
        }
    }

    fn findings(self) -> impl Iterator<Item = Finding> {
        self.all.into_iter().map(|(mut finding, releases)| {
            finding.releases = Some(releases.to_string());
            finding
        })
    }
}

fn same(finding: &Finding) -> Same {
    Same {
        rule: finding.rule.id(),
        severity: finding.severity,
        part: finding.location.part,
        pointer: finding.location.pointer.clone(),
        names: [finding.operation.clone(), finding.schema.clone(), finding.subject.clone()],
    }
}

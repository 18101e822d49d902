//! Exchanges against all releases at once.

use std::collections::{BTreeMap, HashSet};

use contract::pointer::escape;
use contract::{Contract, Operation, Release, ReleaseSet, Schema};
use plan::Standing;
use report::Part;
use serde_json::Value;

use super::evidence::Unknown;
use super::{Evidence, Reason, Releases, Sign, Sureness, Told};
use crate::check::{Readings, Routes, authenticates, below};
use crate::exchange::{Exchange, Request};

/// Tells of exchanges which releases accept the request and promise the answer.
pub struct Exchanges<'c> {
    contract: &'c Contract,
    releases: Releases<'c>,
    readings: Readings,
    routes: Routes<'c>,
    base_path: String,
    heard: HashSet<Heard>,
}

/// How much of an exchange is told.
enum Scope<'h> {
    Everything,
    /// What bodies told before is not told again.
    New(&'h mut HashSet<Heard>),
    /// Only whether there is such an operation.
    Existence,
}

impl Scope<'_> {
    fn heard(&mut self) -> Option<&mut HashSet<Heard>> {
        match self {
            Self::New(heard) => Some(heard),
            Self::Everything | Self::Existence => None,
        }
    }
}

/// What a JSON body told: which schema it was held against at which releases, and what they say.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Heard {
    /// Its address, as the contract is borrowed as long as this lives.
    schema: usize,
    asked: ReleaseSet,
    right: ReleaseSet,
    declared: ReleaseSet,
    strange: ReleaseSet,
}

/// One exchange, as a call of one of the operations that it may have meant.
pub(super) struct Case<'w, 'c> {
    pub(super) contract: &'c Contract,
    pub(super) releases: &'w mut Releases<'c>,
    pub(super) readings: &'w mut Readings,
    pub(super) operation: &'c Operation,
    /// The releases that are asked about and have the operation.
    pub(super) open: ReleaseSet,
    /// The releases that are asked about and have not: what is seen says nothing of them.
    elsewhere: ReleaseSet,
    reasons: Vec<Reason>,
    splits: HashSet<ReleaseSet>,
    /// What bodies told before, where that need not be told again.
    heard: Option<&'w mut HashSet<Heard>>,
    is_close: bool,
}

impl<'c> Exchanges<'c> {
    /// Asks this contract, whose API is mounted under `base_path`.
    pub fn new(contract: &'c Contract, base_path: &str) -> Self {
        Self {
            contract,
            releases: Releases::new(contract),
            readings: Readings::default(),
            routes: Routes::new(contract),
            base_path: base_path.to_owned(),
            heard: HashSet::new(),
        }
    }

    /// The same as [`Self::tell`], but nothing is told of a JSON body that fits the very same releases as an earlier one
    /// of its kind did, where that is known without a document; and of a request that the server refused, only whether
    /// there is such an operation.
    pub fn tell_new(&mut self, exchange: &Exchange, open: ReleaseSet) -> Option<Told<'c>> {
        if exchange.response.as_ref().is_some_and(|response| response.status >= 400) {
            return self.told(exchange, open, Scope::Existence);
        }
        let mut heard = std::mem::take(&mut self.heard);
        let told = self.told(exchange, open, Scope::New(&mut heard));
        self.heard = heard;
        told
    }

    /// What an exchange tells of the releases of `open` that the contract covers; nothing where its request is for no
    /// operation of the contract.
    pub fn tell(&mut self, exchange: &Exchange, open: ReleaseSet) -> Option<Told<'c>> {
        self.told(exchange, open, Scope::Everything)
    }

    fn told(&mut self, exchange: &Exchange, open: ReleaseSet, mut scope: Scope<'_>) -> Option<Told<'c>> {
        let open = open & self.contract.covers;
        let is_whole = !matches!(scope, Scope::Existence);
        let request = exchange.request.as_ref()?;
        let path = below(&self.base_path, &request.url)?;
        let found = self.routes.all(&request.method, &path);
        if found.is_empty() {
            return None;
        }
        let (mut reasons, mut splits, mut alive, mut is_close) = (Vec::new(), HashSet::new(), ReleaseSet::NONE, true);
        for found in &found {
            let life = open & found.operation.life;
            let mut case = Case {
                contract: self.contract,
                releases: &mut self.releases,
                readings: &mut self.readings,
                operation: found.operation,
                open: life,
                elsewhere: open - life,
                reasons: Vec::new(),
                splits: HashSet::new(),
                heard: scope.heard(),
                is_close: true,
            };
            if !life.is_empty() && is_whole {
                case.whole(request, &found.parameters, exchange);
            }
            alive = alive | life;
            is_close &= case.is_close;
            reasons.append(&mut case.reasons);
            splits.extend(case.splits);
        }
        let operations: Vec<&'c Operation> = found.iter().map(|found| found.operation).collect();
        reasons.splice(0..0, (alive != open).then(|| absent(alive)));
        Some(Told { open, operations, alive, reasons, splits, is_close })
    }
}

/// An operation, and the parameter whose value a part of the path is.
pub type Taker<'c> = (&'c Operation, Option<(&'c str, String)>);

impl<'c> Exchanges<'c> {
    /// The operation that a server of a release takes a request for, whatever the client meant, with the first thing in
    /// the path that it takes for a parameter: `/assets/random` is `/assets/{id}` once the former is gone.
    pub fn taker(&self, request: &Request, release: Release) -> Option<Taker<'c>> {
        let path = below(&self.base_path, &request.url)?;
        let found = self.routes.taker(&request.method, &path, release)?;
        Some((found.operation, found.parameters.into_iter().next()))
    }
}

/// The reason that the operation does not exist everywhere.
fn absent(alive: ReleaseSet) -> Reason {
    let evidence = Evidence {
        place: String::new(),
        pointer: String::new(),
        sign: Sign::Exists,
        releases: alive,
        sureness: Sureness::Documented,
        count: 1,
    };
    Reason { part: Part::RequestPath, evidence }
}

impl<'c> Case<'_, 'c> {
    fn whole(&mut self, request: &Request, path: &[(&str, String)], exchange: &Exchange) {
        self.split(self.operation.deprecated);
        self.request(request, path);
        let Some(response) = &exchange.response else { return };
        if response.status < 400 {
            for (releases, alternatives) in self.operation.security.iter() {
                if !authenticates(self.contract, alternatives, request) {
                    self.split(releases);
                }
            }
        }
        self.response(&request.method, response);
    }

    /// At these releases a check says something that is no reason against them.
    pub(super) fn split(&mut self, releases: ReleaseSet) {
        let releases = releases & self.open;
        if !releases.is_empty() {
            self.splits.insert(releases);
        }
    }

    /// Whether a JSON body tells what an earlier one told, and no more.
    pub(super) fn is_known(&mut self, open: ReleaseSet, schema: &'c Schema, bytes: &[u8]) -> bool {
        let Some(heard) = self.heard.as_deref_mut() else { return false };
        let asked = open & self.open;
        let Some(standing) = self.releases.standing(asked, schema, bytes) else { return false };
        let Standing { right, declared, strange, .. } = standing;
        let schema = std::ptr::from_ref(schema) as usize;
        // What fits no release is always told.
        let is_known = !heard.insert(Heard { schema, asked, right, declared, strange }) && !declared.is_empty();
        self.is_close &= !is_known;
        is_known
    }

    /// Something in a part that these releases are against, named where it is a parameter.
    pub(super) fn against(
        &mut self,
        part: Part,
        name: Option<&str>,
        sign: Sign,
        excluded: ReleaseSet,
        sureness: Sureness,
    ) {
        let excluded = excluded & self.open;
        if excluded.is_empty() {
            return;
        }
        let evidence = Evidence {
            place: name.unwrap_or_default().to_owned(),
            pointer: name.map(|name| format!("/{}", escape(name))).unwrap_or_default(),
            sign,
            releases: (self.open - excluded) | self.elsewhere,
            sureness,
            count: 1,
        };
        self.reasons.push(Reason { part, evidence });
    }

    /// What some of the releases have against a value, named where it is a parameter's. Answers what none of them declares.
    pub(super) fn value(
        &mut self,
        part: Part,
        name: Option<&str>,
        open: ReleaseSet,
        schema: &'c Schema,
        value: &Value,
    ) -> Vec<Unknown> {
        let open = open & self.open;
        if open.is_empty() {
            return Vec::new();
        }
        let gathered = self.releases.gather(open, schema, value);
        self.splits.extend(gathered.splits);
        let (elsewhere, own) = (self.elsewhere | (self.open - open), name.map(escape));
        self.reasons.extend(gathered.found.into_iter().map(|one| {
            let (place, pointer) = match (name, &own) {
                (Some(name), Some(own)) => (joined(name, &one.place), format!("/{own}{}", one.pointer)),
                _ => (one.place, one.pointer),
            };
            Reason { part, evidence: Evidence { place, pointer, releases: one.releases | elsewhere, ..one } }
        }));
        gathered.unknown
    }

    /// Something that is there and that these releases ignore; what all that were asked ignore does not tell them apart.
    pub(super) fn unknown(&mut self, part: Part, asked: ReleaseSet, unknown: Vec<Unknown>) {
        let mut whole: BTreeMap<String, Unknown> = BTreeMap::new();
        for one in unknown {
            let releases = one.releases;
            let known = whole.entry(one.pointer.clone()).or_insert(one);
            known.releases = known.releases | releases;
        }
        for Unknown { place, pointer, releases } in whole.into_values() {
            if (asked & self.open).is_subset(releases) {
                self.split(releases);
                continue;
            }
            let releases = (self.open - releases) | self.elsewhere;
            let sureness = Sureness::Undeclared;
            let evidence = Evidence { place, pointer, sign: Sign::Present, releases, sureness, count: 1 };
            self.reasons.push(Reason { part, evidence });
        }
    }
}

fn joined(name: &str, place: &str) -> String {
    let dot = if place.is_empty() || place.starts_with('[') { "" } else { "." };
    format!("{name}{dot}{place}")
}

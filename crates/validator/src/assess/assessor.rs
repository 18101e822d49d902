//! Exchanges against all releases at once.

use std::collections::HashSet;

use contract::{Contract, Operation, Release, ReleaseSet};
use report::Part;

use super::{Assessment, Confidence, Evidence, EvidenceKind, Reason};
use crate::check::{BasePaths, Checker, Facts, Options, Scope, SeenBody};
use crate::exchange::{Exchange, Request};

/// Tells of exchanges which releases accept the request and promise the answer.
pub struct Assessor<'c> {
    contract: &'c Contract,
    checker: Checker<'c>,
    /// What bodies told so far, for who is told nothing twice.
    seen: HashSet<SeenBody>,
}

/// An operation, and the parameter whose value a part of the path is.
pub type Taker<'c> = (&'c Operation, Option<(&'c str, String)>);

impl<'c> Assessor<'c> {
    /// Asks this contract, whose API is mounted below these paths.
    pub fn new(contract: &'c Contract, base_paths: impl Into<BasePaths>) -> Self {
        let options = Options { base_paths: base_paths.into(), ..Options::default() };
        let checker = Checker::of_exchanges(contract, contract.releases, options);
        Self { contract, checker, seen: HashSet::new() }
    }

    /// The same as [`Self::assess`], but nothing is told of a JSON body that fits the very same releases as an earlier one
    /// of its kind did, where that is known without a document; and of a request that the server refused, only whether
    /// there is such an operation.
    pub fn assess_new(&mut self, exchange: &Exchange, open: ReleaseSet) -> Option<Assessment<'c>> {
        if exchange.response.as_ref().is_some_and(|response| response.status >= 400) {
            return self.assessed(exchange, open, Scope::Existence);
        }
        self.assessed(exchange, open, Scope::New)
    }

    /// What an exchange tells of the releases of `open` that the contract covers; nothing where its request is for no
    /// operation of the contract.
    pub fn assess(&mut self, exchange: &Exchange, open: ReleaseSet) -> Option<Assessment<'c>> {
        self.assessed(exchange, open, Scope::Everything)
    }

    fn assessed(&mut self, exchange: &Exchange, open: ReleaseSet, scope: Scope) -> Option<Assessment<'c>> {
        let open = open & self.contract.releases;
        let (mut reasons, mut alive, mut exhaustive) = (Vec::new(), ReleaseSet::NONE, true);
        let mut operations: Vec<&'c Operation> = Vec::new();
        for (operation, facts) in self.checker.facts_of(exchange, open, scope, &mut self.seen)? {
            let Facts { at, is_whole, .. } = facts;
            // Where this is not the operation that is meant, what it finds says nothing.
            reasons.extend(facts.evidence().into_iter().map(|(part, evidence)| {
                let releases = evidence.releases | (open - at);
                Reason { part, evidence: Evidence { releases, ..evidence } }
            }));
            alive = alive | at;
            exhaustive &= is_whole;
            operations.push(operation);
        }
        reasons.splice(0..0, exists(open, alive).map(|evidence| Reason { part: Part::RequestPath, evidence }));
        Some(Assessment { open, operations, alive, reasons, exhaustive })
    }

    /// The operation that a server of a release takes a request for, whatever the client meant, with the first thing in
    /// the path that it takes for a parameter: `/assets/random` is `/assets/{id}` once the former is gone.
    pub fn taker(&self, request: &Request, release: Release) -> Option<Taker<'c>> {
        self.checker.taker(request, release)
    }
}

/// The evidence that there is such a thing at all, where some of the releases do not have it.
pub(super) fn exists(open: ReleaseSet, alive: ReleaseSet) -> Option<Evidence> {
    (alive != open).then(|| Evidence {
        place: String::new(),
        pointer: String::new(),
        kind: EvidenceKind::Exists,
        releases: alive,
        confidence: Confidence::Documented,
        count: 1,
    })
}

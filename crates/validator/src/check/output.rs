//! Where what is found goes: to a sink as findings, or to who asks for the facts themselves.

use std::collections::HashSet;

use contract::{Operation, Release, ReleaseSet, SchemaId};
use plan::Standing;
use report::{FindingSink, Part, Summary};

use super::{Call, Checker, Visit};
use crate::assess::{Evidence, EvidenceTally};
use crate::engine::Violation;
use crate::exchange::{Exchange, Request};

/// Where what is found goes.
pub(super) enum Output<'r, 'c> {
    /// To a sink, as findings and counts.
    Findings(&'r mut dyn FindingSink),
    /// To who asks for the facts.
    Facts(Gathering<'r, 'c>),
}

/// Facts being gathered.
pub(super) struct Gathering<'r, 'c> {
    facts: Facts<'c>,
    /// What bodies told before, where that need not be told again.
    seen: Option<&'r mut HashSet<SeenBody>>,
    summary: Summary,
}

/// The facts of an exchange as a call of one operation.
pub(crate) struct Facts<'c> {
    /// The releases that were asked about and have the operation.
    pub(crate) at: ReleaseSet,
    /// Each with the part that it stands in.
    found: Vec<(Part, Violation<'c>)>,
    /// What those show that are no longer kept.
    evidence: Box<EvidenceTally>,
    /// Whether all of it was looked at; else some body in it told what an earlier one told.
    pub(crate) is_whole: bool,
}

/// How much of an exchange is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Everything,
    /// What bodies told before is not told again.
    New,
    /// Only whether there is such an operation.
    Existence,
}

/// What a JSON body told: which schema it was held against at which releases, and what they say.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct SeenBody {
    schema: SchemaId,
    asked: ReleaseSet,
    right: ReleaseSet,
    declared: ReleaseSet,
    unknown: ReleaseSet,
}

impl Output<'_, '_> {
    /// The counts that whoever checks keeps.
    pub(super) fn summary(&mut self) -> &mut Summary {
        match self {
            Self::Findings(sink) => sink.summary(),
            Self::Facts(gathering) => &mut gathering.summary,
        }
    }

    /// Whether a body says nothing new to who asks for facts: its releases have nothing against it, or it tells what an
    /// earlier one told, and no more.
    pub(super) fn is_told(&mut self, part: Part, schema: SchemaId, asked: ReleaseSet, standing: Standing) -> bool {
        let Self::Facts(gathering) = self else { return false };
        let Standing { right, declared, unknown, .. } = standing;
        if declared == asked && unknown.is_empty() {
            return true;
        }
        let is_body = matches!(part, Part::RequestBody | Part::ResponseBody);
        let Some(seen) = gathering.seen.as_deref_mut().filter(|_| is_body) else { return false };
        // What fits no release is always told.
        let is_known = !seen.insert(SeenBody { schema, asked, right, declared, unknown }) && !declared.is_empty();
        gathering.facts.is_whole &= !is_known;
        is_known
    }
}

impl<'r> Output<'r, '_> {
    /// Has what bodies told count as not told, until it is remembered: a part of a body is not a body.
    pub(super) fn forget(&mut self) -> Option<&'r mut HashSet<SeenBody>> {
        match self {
            Self::Findings(_) => None,
            Self::Facts(gathering) => gathering.seen.take(),
        }
    }

    /// Has it count again.
    pub(super) fn remember(&mut self, seen: Option<&'r mut HashSet<SeenBody>>) {
        if let Self::Facts(gathering) = self {
            gathering.seen = seen;
        }
    }

    /// Keeps of the facts so far only what they show. None that comes is about a place of theirs.
    pub(super) fn fold(&mut self) {
        if let Self::Facts(Gathering { facts, .. }) = self {
            facts.evidence.add(facts.at, &facts.found);
            facts.found.clear();
        }
    }
}

impl Facts<'_> {
    fn none(at: ReleaseSet) -> Self {
        Self { at, found: Vec::new(), evidence: Box::default(), is_whole: true }
    }

    /// What they show.
    pub(crate) fn evidence(mut self) -> Vec<(Part, Evidence)> {
        self.evidence.add(self.at, &self.found);
        self.evidence.all()
    }
}

impl<'c> Gathering<'_, 'c> {
    /// Takes a fact.
    pub(super) fn take(&mut self, part: Part, fact: Violation<'c>) {
        self.facts.found.push((part, fact));
    }
}

impl<'c> Checker<'c> {
    /// The facts of an exchange as a call of each operation of the most literal template that its path fits; nothing
    /// where there is none.
    pub(crate) fn facts_of(
        &mut self,
        exchange: &Exchange,
        open: ReleaseSet,
        scope: Scope,
        seen: &mut HashSet<SeenBody>,
    ) -> Option<Vec<(&'c Operation, Facts<'c>)>> {
        let request = exchange.request.as_ref()?;
        let path = self.options.base_paths.below(&request.url)?;
        let visit = Visit::of(exchange);
        let meant = self.routes.all(&request.method, &path);
        let facts = meant.into_iter().map(|found| {
            let (operation, at) = (found.operation, open & found.operation.life);
            let facts = Facts::none(at);
            let seen = (scope == Scope::New).then_some(&mut *seen);
            let mut out = Output::Facts(Gathering { facts, seen, summary: Summary::default() });
            if !at.is_empty() && scope != Scope::Existence {
                let call = Call { visit: &visit, at, operation: Some(operation) };
                self.request(call, operation, request, &found.parameters, &mut out);
                if let Some(response) = &exchange.response {
                    self.response(call, operation, &request.method, response, &mut out);
                }
            }
            match out {
                Output::Facts(gathering) => (operation, gathering.facts),
                Output::Findings(_) => (operation, Facts::none(at)),
            }
        });
        let facts: Vec<(&'c Operation, Facts<'c>)> = facts.collect();
        (!facts.is_empty()).then_some(facts)
    }

    /// The operation that a server of a release takes a request for, whatever the client meant, with the first thing in
    /// the path that it takes for a parameter.
    pub(crate) fn taker(
        &self,
        request: &Request,
        release: Release,
    ) -> Option<(&'c Operation, Option<(&'c str, String)>)> {
        let path = self.options.base_paths.below(&request.url)?;
        let found = self.routes.taker(&request.method, &path, release)?;
        Some((found.operation, found.parameters.into_iter().next()))
    }
}

//! Which releases can have written this: a bare body, or the answer in an exchange.

use std::collections::HashSet;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;

use contract::{Contract, Operation, ReleaseSet, Schema, SchemaId, Status};

use plan::Standing;
use serde_json::Value;

use super::assessor::exists;
use super::values::Values;
use super::{Confidence, Evidence, lines};
use crate::capture::{CaptureError, Captures, LineOutcome, Merge};
use crate::check::{BasePaths, BodyOf, Routes, is_empty, is_json};
use crate::document::{Document, DocumentError};
use crate::exchange::{BareBody, Exchange, Item, ItemLocation, Response};

/// What one body tells of the server that wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<'c> {
    /// The operation that it answers, where that is known.
    pub operation: Option<&'c str>,
    /// The releases at which nothing speaks against it.
    pub likely: ReleaseSet,
    /// The releases at which no document contradicts it: a server may have sent more than its document declares.
    pub possible: ReleaseSet,
    /// What narrowed the two.
    pub evidence: Vec<Evidence>,
    /// Whether the evidence was gathered. It is not where an earlier body of the source told the very same releases, and
    /// those are known without a document.
    pub exhaustive: bool,
}

/// Tells which releases can have written what a capture holds.
pub struct Identifier<'c> {
    contract: &'c Contract,
    values: Values<'c>,
    routes: Routes<'c>,
    base_paths: BasePaths,
    bodies: Vec<Candidate<'c>>,
    seen: SeenBodies,
}

/// What the bodies of one source told so far.
#[derive(Default)]
struct SeenBodies {
    source: Option<Arc<str>>,
    pairs: HashSet<(SchemaId, Pair)>,
}

/// The releases at which a body is possible, and likely.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Pair {
    possible: ReleaseSet,
    likely: ReleaseSet,
}

impl SeenBodies {
    /// Whether a body of the source told that before; it is remembered.
    fn is_known(&mut self, source: &Arc<str>, candidate: &Candidate<'_>, pair: Pair) -> bool {
        if self.source.as_ref() != Some(source) {
            *self = Self { source: Some(Arc::clone(source)), pairs: HashSet::new() };
        }
        !self.pairs.insert((candidate.schema.id(), pair))
    }
}

impl Pair {
    fn of(standing: Standing) -> Self {
        Self { possible: standing.right, likely: standing.declared }
    }
}

impl Merge for Pair {
    fn merge(&mut self, next: &mut Self) -> bool {
        self == next
    }
}

/// Something that a body may be.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'c> {
    pub(super) operation: Option<&'c str>,
    /// The releases at which it can be that.
    pub(super) life: ReleaseSet,
    pub(super) schema: &'c Schema,
}

/// A body was said to be something that the contract has at no release.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownName {
    /// No such operation.
    #[error("the contract has no operation {0} that answers with JSON")]
    Operation(String),
    /// No such component.
    #[error("the contract has no schema {0}")]
    Component(String),
}

impl<'c> Identifier<'c> {
    /// Asks this contract, whose API is mounted below these paths. `body` says what bare bodies are.
    pub fn new(
        contract: &'c Contract,
        base_paths: impl Into<BasePaths>,
        body: Option<&BodyOf>,
    ) -> Result<Self, UnknownName> {
        Ok(Self {
            contract,
            values: Values::new(contract),
            routes: Routes::new(contract),
            base_paths: base_paths.into(),
            bodies: body.map(|body| named(contract, body)).transpose()?.unwrap_or_default(),
            seen: SeenBodies::default(),
        })
    }

    /// What an item tells; nothing where it holds no JSON answer of which the contract says something.
    ///
    /// Fails where a bare body is not JSON.
    pub fn answer(&mut self, item: &Item) -> Result<Option<Answer<'c>>, DocumentError> {
        match item {
            Item::Body(body) => self.bare(body).map(Some),
            Item::Exchange(exchange) => Ok(self.exchange(exchange)),
        }
    }

    /// The same for NDJSON of bare bodies, on so many threads. `take` gets what lines tell in their order, with the place
    /// of a line and how many lines from there on tell it, until it breaks.
    pub fn answer_lines(
        &mut self,
        captures: &Captures,
        threads: NonZeroUsize,
        mut take: impl FnMut(&ItemLocation, u64, Result<Answer<'c>, DocumentError>) -> ControlFlow<()>,
    ) -> Result<(), CaptureError> {
        let only = self.only_body();
        let lines = only.map(|body| (body.schema, self.contract.releases & body.life));
        let mut filters = lines::filters(self.contract, lines, |standing, _| Some(Pair::of(standing)), threads.get());
        captures.scan_lines(&mut filters, |outcome| {
            let (pair, run, only) = match (outcome, &only) {
                (LineOutcome::Filtered(pair, run), Some(only)) => (pair, run, only),
                (LineOutcome::Left(Item::Body(body)), _) => return take(&body.place, 1, self.exhaustively(body)),
                _ => return ControlFlow::Continue(()),
            };
            if self.seen.is_known(&run.place.source, only, pair) {
                return take(&run.place, run.count, Ok(as_before(only, pair)));
            }
            let first = run.first();
            take(&first.place, 1, self.exhaustively(&first))?;
            if run.count == 1 {
                return ControlFlow::Continue(());
            }
            let ItemLocation { source, entry, line } = first.place;
            let second = ItemLocation { source, entry: entry + 1, line: line.map(|line| line + 1) };
            take(&second, run.count - 1, Ok(as_before(only, pair)))
        })
    }

    fn bare(&mut self, body: &BareBody) -> Result<Answer<'c>, DocumentError> {
        if let Some(only) = self.only_body()
            && let Some(standing) = self.standing(&only, &body.bytes)
            && self.seen.is_known(&body.place.source, &only, Pair::of(standing))
        {
            return Ok(as_before(&only, Pair::of(standing)));
        }
        self.exhaustively(body)
    }

    /// What bare bodies are, where they can only be one thing.
    fn only_body(&self) -> Option<Candidate<'c>> {
        match self.bodies.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn exhaustively(&mut self, body: &BareBody) -> Result<Answer<'c>, DocumentError> {
        let candidates = self.bodies.clone();
        self.judge(&candidates, &body.bytes)
    }

    fn exchange(&mut self, exchange: &Exchange) -> Option<Answer<'c>> {
        let (request, response) = (exchange.request.as_ref()?, exchange.response.as_ref()?);
        let path = self.base_paths.below(&request.url)?;
        let operations = self.routes.meant(&request.method, &path);
        let candidates: Vec<Candidate<'c>> =
            operations.into_iter().flat_map(|operation| documented(operation, response)).collect();
        if candidates.is_empty() || is_empty(&response.body) {
            return None;
        }
        let bytes = response.body.bytes()?;
        if let [only] = candidates.as_slice()
            && let Some(standing) = self.standing(only, bytes)
            && self.seen.is_known(&exchange.place.source, only, Pair::of(standing))
        {
            return Some(as_before(only, Pair::of(standing)));
        }
        self.judge(&candidates, bytes).ok()
    }

    fn standing(&mut self, candidate: &Candidate<'c>, bytes: &[u8]) -> Option<Standing> {
        let open = self.contract.releases & candidate.life;
        self.values.standing(open, candidate.schema, bytes)
    }

    /// A body is right where it is right as one of those that it may be.
    fn judge(&mut self, candidates: &[Candidate<'c>], text: &[u8]) -> Result<Answer<'c>, DocumentError> {
        let known = self.contract.releases;
        let mut answer = Answer {
            operation: candidates.first().and_then(|candidate| candidate.operation),
            likely: ReleaseSet::NONE,
            possible: ReleaseSet::NONE,
            evidence: Vec::new(),
            exhaustive: true,
        };
        let (mut alive, mut parsed) = (ReleaseSet::NONE, None);
        for candidate in candidates {
            let open = known & candidate.life;
            let evidence = match self.values.evidence_in_chunks(open, candidate.schema, text) {
                Some(evidence) => evidence,
                None => self.values.evidence(open, candidate.schema, whole(&mut parsed, text)?),
            };
            let left = |confidence: &[Confidence]| {
                let counts = evidence.iter().filter(|one| confidence.contains(&one.confidence));
                counts.fold(open, |left, one| left & one.releases)
            };
            answer.possible = answer.possible | left(&[Confidence::Documented]);
            answer.likely = answer.likely | left(&[Confidence::Documented, Confidence::Undeclared]);
            // Where this is not what the body is, the evidence says nothing.
            let elsewhere = known - open;
            let widened = evidence.into_iter().map(|one| Evidence { releases: one.releases | elsewhere, ..one });
            answer.evidence.extend(widened);
            alive = alive | open;
        }
        answer.evidence.extend(exists(known, alive));
        Ok(answer)
    }
}

/// The value of a text, parsed once.
fn whole<'p>(parsed: &'p mut Option<Document>, text: &[u8]) -> Result<&'p Value, DocumentError> {
    let document = match parsed.take() {
        Some(document) => document,
        None => Document::parse(text)?,
    };
    Ok(&parsed.insert(document).value)
}

/// The answer of a body that tells the same as another one of its source.
fn as_before<'c>(candidate: &Candidate<'c>, Pair { possible, likely }: Pair) -> Answer<'c> {
    Answer { operation: candidate.operation, likely, possible, evidence: Vec::new(), exhaustive: false }
}

/// What the contract has under the name that a user gave.
pub(super) fn named<'c>(contract: &'c Contract, body: &BodyOf) -> Result<Vec<Candidate<'c>>, UnknownName> {
    match body {
        BodyOf::Component(name) => {
            let component = contract.component(name).ok_or_else(|| UnknownName::Component(name.clone()))?;
            Ok(vec![Candidate { operation: None, life: component.life, schema: &component.schema }])
        }
        BodyOf::Operation(id) => {
            let well = |status: &Status| matches!(status, Status::Code(200..300) | Status::Class(2));
            let meant = contract.operations_meant(id).into_iter();
            let all = meant.flat_map(|(operation, releases)| {
                let during = move |candidate: Candidate<'c>| Candidate { life: candidate.life & releases, ..candidate };
                answers(operation, well).map(move |(candidate, _)| during(candidate))
            });
            let all: Vec<Candidate<'c>> = all.collect();
            if all.is_empty() { Err(UnknownName::Operation(id.clone())) } else { Ok(all) }
        }
    }
}

/// What an operation documents of answers like this one.
fn documented<'c>(operation: &'c Operation, response: &Response) -> Vec<Candidate<'c>> {
    let status = operation.response(response.status).map(|documented| documented.status);
    let essence = response.essence();
    let typed = |media_type: &str| essence.as_deref().is_none_or(|essence| essence == media_type);
    let all = answers(operation, move |one| Some(*one) == status);
    all.filter(|(_, media_type)| typed(media_type)).map(|(candidate, _)| candidate).collect()
}

/// The JSON bodies that an operation answers with at these statuses, each with its media type.
fn answers(operation: &Operation, status: impl Fn(&Status) -> bool) -> impl Iterator<Item = (Candidate<'_>, &str)> {
    let responses = operation.responses.iter().filter(move |response| status(&response.status));
    responses.flat_map(move |response| {
        let json = response.content.iter().filter(|media| is_json(&media.media_type));
        json.filter_map(move |media| {
            let life = operation.life & response.life & media.life;
            let operation = Some(operation.id());
            Some((Candidate { operation, life, schema: media.schema.as_ref()? }, media.media_type.as_str()))
        })
    })
}

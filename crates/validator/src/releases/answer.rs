//! Which releases can have written this: a bare body, or the answer in an exchange.

use std::collections::HashSet;
use std::sync::Arc;

use contract::{Contract, Operation, ReleaseSet, Schema, Status};

use super::{Evidence, Releases, Sign, Sureness};
use crate::check::{BodyOf, Routes, below, is_empty, is_json};
use crate::document::{Document, DocumentError};
use crate::exchange::{BareBody, Exchange, Item, Response};

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
    pub is_close: bool,
}

/// Tells which releases can have written what a capture holds.
pub struct Identifier<'c> {
    contract: &'c Contract,
    releases: Releases<'c>,
    routes: Routes<'c>,
    base_path: String,
    bodies: Vec<Candidate<'c>>,
    told: Told,
}

/// What the bodies of one source told so far: the releases at which they are possible, and likely.
#[derive(Default)]
struct Told {
    source: Option<Arc<str>>,
    sets: HashSet<(ReleaseSet, ReleaseSet)>,
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
    /// Asks this contract, whose API is mounted under `base_path`. `body` says what bare bodies are.
    pub fn new(contract: &'c Contract, base_path: &str, body: Option<&BodyOf>) -> Result<Self, UnknownName> {
        Ok(Self {
            contract,
            releases: Releases::new(contract),
            routes: Routes::new(contract),
            base_path: base_path.to_owned(),
            bodies: body.map(|body| named(contract, body)).transpose()?.unwrap_or_default(),
            told: Told::default(),
        })
    }

    /// What an item tells; nothing where it holds no JSON answer of which the contract says something.
    ///
    /// Fails where a bare body is no JSON.
    pub fn answer(&mut self, item: &Item) -> Result<Option<Answer<'c>>, DocumentError> {
        match item {
            Item::Body(body) => self.bare(body).map(Some),
            Item::Exchange(exchange) => Ok(self.exchange(exchange)),
        }
    }

    fn bare(&mut self, body: &BareBody) -> Result<Answer<'c>, DocumentError> {
        if let Some(alike) = self.alike(body) {
            return Ok(alike);
        }
        let document = Document::parse(&body.bytes)?;
        let candidates = self.bodies.clone();
        Ok(self.judge(&candidates, &document))
    }

    /// What a body tells that tells the same as another one of its source.
    fn alike(&mut self, body: &BareBody) -> Option<Answer<'c>> {
        let [candidate] = self.bodies.as_slice() else { return None };
        let open = self.contract.covers & candidate.life;
        let standing = self.releases.standing(open, candidate.schema, &body.bytes)?;
        if self.told.source.as_ref() != Some(&body.place.source) {
            self.told = Told { source: Some(Arc::clone(&body.place.source)), sets: HashSet::new() };
        }
        let (possible, likely) = (standing.right, standing.declared);
        let is_known = !self.told.sets.insert((possible, likely));
        let answer = Answer { operation: candidate.operation, likely, possible, evidence: Vec::new(), is_close: false };
        is_known.then_some(answer)
    }

    fn exchange(&mut self, exchange: &Exchange) -> Option<Answer<'c>> {
        let (request, response) = (exchange.request.as_ref()?, exchange.response.as_ref()?);
        let path = below(&self.base_path, &request.url)?;
        let operations = self.routes.meant(&request.method, &path);
        let candidates: Vec<Candidate<'c>> =
            operations.into_iter().flat_map(|operation| documented(operation, response)).collect();
        if candidates.is_empty() || is_empty(&response.body) {
            return None;
        }
        let document = Document::parse(response.body.bytes()?).ok()?;
        Some(self.judge(&candidates, &document))
    }

    /// A body is right where it is right as one of those that it may be.
    fn judge(&mut self, candidates: &[Candidate<'c>], document: &Document) -> Answer<'c> {
        let covers = self.contract.covers;
        let mut answer = Answer {
            operation: candidates.first().and_then(|candidate| candidate.operation),
            likely: ReleaseSet::NONE,
            possible: ReleaseSet::NONE,
            evidence: Vec::new(),
            is_close: true,
        };
        let mut alive = ReleaseSet::NONE;
        for candidate in candidates {
            let open = covers & candidate.life;
            let evidence = self.releases.evidence(open, candidate.schema, &document.value);
            let left = |sureness: &[Sureness]| {
                let counts = evidence.iter().filter(|one| sureness.contains(&one.sureness));
                counts.fold(open, |left, one| left & one.releases)
            };
            answer.possible = answer.possible | left(&[Sureness::Documented]);
            answer.likely = answer.likely | left(&[Sureness::Documented, Sureness::Undeclared]);
            // Where this is not what the body is, the evidence says nothing.
            let elsewhere = covers - open;
            let widened = evidence.into_iter().map(|one| Evidence { releases: one.releases | elsewhere, ..one });
            answer.evidence.extend(widened);
            alive = alive | open;
        }
        answer.evidence.extend(exists(covers, alive));
        answer
    }
}

/// The evidence that there is such a thing as this body at all.
fn exists(covers: ReleaseSet, alive: ReleaseSet) -> Option<Evidence> {
    (alive != covers).then(|| Evidence {
        place: String::new(),
        pointer: String::new(),
        sign: Sign::Exists,
        releases: alive,
        sureness: Sureness::Documented,
        count: 1,
    })
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
            let all = contract.operations_named(id).flat_map(|operation| answers(operation, well));
            let all: Vec<Candidate<'c>> = all.map(|(candidate, _)| candidate).collect();
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
            let operation = Some(operation.id.as_str());
            Some((Candidate { operation, life, schema: media.schema.as_ref()? }, media.media_type.as_str()))
        })
    })
}

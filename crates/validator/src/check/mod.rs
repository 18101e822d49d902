//! Holds traffic against a contract at one release.
//!
//! A [`Checker`] takes items of captures one by one. Each part of an exchange is held against what the operation says of
//! it; what does not fit is a fact, and the rules make a finding of it.

mod body;
mod excerpt;
mod judge;
mod request;
mod response;
mod route;
mod schemas;
mod secrets;
mod security;
mod spot;
mod text;
mod violation;
mod walk;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use contract::{Contract, Operation, Projection, Release, Schema};
use report::{Location, Part, Report, Severity};
use serde_json::{Value, json};

use crate::document::Document;
use crate::exchange::{BareBody, Exchange, Item, Place, Request};
use judge::{Judge, Scene, request_line};
use route::{Match, Routes};
use schemas::Schemas;
use secrets::Secrets;
use violation::Violation;

/// How to check.
#[derive(Clone, Debug)]
pub struct Options {
    /// The path that the API is mounted under: `/api`.
    pub base_path: String,
    /// The worst severity of a finding about a request that the server itself refused (4xx).
    pub refused: Severity,
    /// What bare bodies are said to be.
    pub body: Option<BodyOf>,
}

/// What a bare body is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyOf {
    /// The answer of the operation with this id.
    Operation(String),
    /// The component of this name.
    Component(String),
}

impl Default for Options {
    fn default() -> Self {
        Self { base_path: "/api".to_owned(), refused: Severity::Note, body: None }
    }
}

/// A body was given of which the contract knows nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownBody {
    /// No such operation at this release.
    #[error("release {release} has no operation {name} that answers with JSON")]
    Operation {
        /// The id that was given.
        name: String,
        /// The release.
        release: Release,
    },
    /// No such component at this release.
    #[error("release {release} has no schema {name}")]
    Component {
        /// The name that was given.
        name: String,
        /// The release.
        release: Release,
    },
}

/// Checks traffic against a contract at one release.
pub struct Checker<'c> {
    view: Projection<'c>,
    options: Options,
    /// The schema of bare bodies, with the name to report it by.
    body: Option<(&'c Schema, BodyOf)>,
    routes: Routes<'c>,
    schemas: Schemas<'c>,
    judge: Judge<'c>,
    seen: HashSet<&'c str>,
    unusable: HashSet<usize>,
}

/// One exchange while it is checked.
struct Visit<'v> {
    place: &'v Place,
    request: Option<Arc<str>>,
    secrets: std::cell::OnceCell<Secrets>,
    exchange: Option<&'v Exchange>,
    refused: bool,
}

impl Visit<'_> {
    fn secrets(&self) -> &Secrets {
        self.secrets.get_or_init(|| self.exchange.map(Secrets::of).unwrap_or_default())
    }
}

impl<'c> Checker<'c> {
    /// A checker for one release. Fails if the options name a body that the contract does not have there.
    pub fn new(contract: &'c Contract, release: Release, options: Options) -> Result<Self, UnknownBody> {
        let view = Projection { contract, release };
        let body = options.body.clone().map(|of| body_schema(view, &of).map(|schema| (schema, of))).transpose()?;
        let has_lives = contract.covers != contract::ReleaseSet::ALL;
        Ok(Self {
            view,
            options,
            body,
            routes: Routes::new(contract),
            schemas: Schemas::new(view),
            judge: Judge { view, has_lives },
            seen: HashSet::new(),
            unusable: HashSet::new(),
        })
    }

    /// Checks one item; findings and counts go to the report.
    pub fn check(&mut self, item: &Item, report: &mut Report) {
        report.summary.exchanges += 1;
        match item {
            Item::Exchange(exchange) => self.exchange(exchange, report),
            Item::Body(body) => self.bare_body(body, report),
        }
        report.summary.operations = self.seen.len() as u64;
    }

    fn exchange(&mut self, exchange: &Exchange, report: &mut Report) {
        let status = exchange.response.as_ref().map(|response| response.status);
        let visit = Visit {
            place: &exchange.place,
            request: request_line(exchange),
            secrets: std::cell::OnceCell::new(),
            exchange: Some(exchange),
            refused: status.is_some_and(|status| (400..500).contains(&status)),
        };
        let Some(request) = &exchange.request else {
            report.summary.unmatched += 1;
            return;
        };
        let Some(path) = self.below_base(request) else {
            report.summary.unmatched += 1;
            return;
        };
        match self.routes.find(&request.method, &path, self.view.release) {
            Some(found) => self.operation(&visit, exchange, request, &found, report),
            None if self.view.contract.partial => report.summary.not_modelled += 1,
            None => {
                report.summary.unmatched += 1;
                let name = format!("{} {}", request.method, request.url.path());
                let fact =
                    Violation { subject: Some(name.clone()), ..Violation::new("operation-undocumented", "", name) };
                self.report(&visit, None, Part::RequestPath, None, &fact, report);
            }
        }
    }

    /// The segments of the path below the base path; nothing for a request to something else.
    fn below_base<'r>(&self, request: &'r Request) -> Option<Vec<Cow<'r, str>>> {
        let mut segments = request.url.segments().peekable();
        for base in self.options.base_path.split('/').filter(|segment| !segment.is_empty()) {
            segments.next_if(|segment| segment == base)?;
        }
        Some(segments.collect())
    }

    fn operation(
        &mut self,
        visit: &Visit<'_>,
        exchange: &Exchange,
        request: &Request,
        found: &Match<'c>,
        report: &mut Report,
    ) {
        let operation = found.operation;
        self.seen.insert(&operation.id);
        if !self.exists(visit, operation, report) {
            return;
        }
        self.request(visit, operation, request, &found.parameters, report);
        if let Some(response) = &exchange.response {
            self.security(visit, operation, request, response.status, report);
            self.response(visit, operation, &request.method, response, report);
        }
    }

    /// Tells what the life of the operation has against calling it. False: it does not exist, so nothing else is said.
    fn exists(&mut self, visit: &Visit<'_>, operation: &'c Operation, report: &mut Report) -> bool {
        let release = self.view.release;
        let exists = operation.life.contains(release);
        let fact = match operation.life.first() {
            _ if exists && operation.deprecated.contains(release) => "operation-deprecated",
            _ if exists => return true,
            Some(first) if release < first => "operation-not-yet-added",
            _ => "operation-removed",
        };
        let name = format!("{} {}", operation.method, operation.path);
        let replacement = operation
            .markers
            .at(release)
            .and_then(|history| history.0.iter().find_map(|claim| claim.replacement.as_ref()));
        let violation = Violation {
            right_at: (!exists).then_some(operation.life),
            deprecated: exists.then_some(operation.deprecated),
            notes: replacement
                .map(|id| format!("upstream's document names {id} as the replacement"))
                .into_iter()
                .collect(),
            ..Violation::new(fact, "", name)
        };
        self.report(visit, Some(operation), Part::RequestPath, None, &violation, report);
        exists
    }

    fn bare_body(&mut self, body: &BareBody, report: &mut Report) {
        let Some((schema, of)) = self.body.clone() else {
            report.summary.unmatched += 1;
            return;
        };
        let mut visit = Visit {
            place: &body.place,
            request: None,
            secrets: std::cell::OnceCell::new(),
            exchange: None,
            refused: false,
        };
        match Document::parse(&body.bytes) {
            Ok(document) => {
                visit.secrets = Secrets::of_value(&document.value).into();
                let operation = match &of {
                    BodyOf::Operation(id) => self.view.contract.operations_named(id).next(),
                    BodyOf::Component(_) => None,
                };
                self.seen.extend(operation.map(|operation| operation.id.as_str()));
                self.document(&visit, operation, Part::Document, schema, &document, report);
            }
            Err(error) => {
                let fact = Violation {
                    actual: Some(json!(error.to_string())),
                    ..Violation::new("body-not-json", "", "the body")
                };
                self.report(&visit, None, Part::Document, None, &fact, report);
            }
        }
    }

    /// Holds a JSON document against a schema: what the schema says, what lives say, and keys that occur twice.
    fn document(
        &mut self,
        visit: &Visit<'_>,
        operation: Option<&'c Operation>,
        part: Part,
        schema: &'c Schema,
        document: &Document,
        report: &mut Report,
    ) {
        let mut facts: Vec<Violation<'c>> = document
            .duplicates
            .iter()
            .map(|pointer| Violation::new("duplicate-key", pointer.clone(), violation::place_name(pointer)))
            .collect();
        facts.extend(self.value(visit, operation, part, schema, &document.value, report));
        for fact in facts {
            self.report(visit, operation, part, Some(&document.value), &fact, report);
        }
    }

    /// Everything the contract has against a value.
    fn value(
        &mut self,
        visit: &Visit<'_>,
        operation: Option<&'c Operation>,
        part: Part,
        schema: &'c Schema,
        value: &Value,
        report: &mut Report,
    ) -> Vec<Violation<'c>> {
        let root = spot::Spot::root(self.view, schema, value);
        let mut facts = match self.schemas.violations(schema, value) {
            Ok(facts) => facts.into_iter().map(|fact| self.located(&root, value, fact)).collect(),
            Err(why) => {
                // Once for each schema: it is the contract's fault, not the traffic's.
                if self.unusable.insert(std::ptr::from_ref(schema) as usize) {
                    let fact =
                        Violation { actual: Some(json!(why)), ..Violation::new("schema-unusable", "", "the schema") };
                    self.report(visit, operation, part, None, &fact, report);
                }
                Vec::new()
            }
        };
        facts.extend(walk::violations(self.view, &root, value));
        facts
    }

    /// A fact of the schema with what the contract knows of its place.
    fn located(&self, root: &spot::Spot<'c>, value: &Value, mut fact: Violation<'c>) -> Violation<'c> {
        let parent = fact.pointer.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
        let spot = root.at(self.view, value, &fact.pointer);
        fact.property = spot.property;
        // What is missing, or has the wrong value, is told of the component that has it as a property.
        fact.component = root.at(self.view, value, &parent).component.or(spot.component);
        if fact.fact == "enum" {
            let life = spot.nodes().flat_map(|node| &node.values);
            let life = life.filter(|known| Some(&known.value) == fact.actual.as_ref()).map(|known| known.life).next();
            if let Some(life) = life {
                let early = life.first().is_some_and(|first| self.view.release < first);
                fact.fact = if early { "enum-not-yet-added" } else { "enum-removed" };
                fact.right_at = Some(life);
                fact.name = fact.actual.as_ref().map(Value::to_string).unwrap_or_default();
            }
            fact.component = spot.component.or(fact.component);
        }
        fact
    }

    fn report(
        &self,
        visit: &Visit<'_>,
        operation: Option<&Operation>,
        part: Part,
        value: Option<&Value>,
        fact: &Violation<'_>,
        report: &mut Report,
    ) {
        let location = Location {
            entry: visit.exchange.map(|_| visit.place.entry),
            line: visit.place.line,
            request: visit.request.as_deref().map(|line| Arc::from(visit.secrets().scrub(line).as_ref())),
            ..Location::new(visit.place.source.clone(), part, "")
        };
        let of_request = judge::direction(part) == report::Direction::Request;
        let component = match &self.body {
            Some((_, BodyOf::Component(name))) if part == Part::Document => Some(name.as_str()),
            _ => None,
        };
        let scene = Scene {
            location,
            operation: operation.map(|operation| operation.id.as_str()),
            value,
            at_most: if visit.refused && of_request { self.options.refused } else { Severity::Error },
            schema: component,
        };
        report.extend(self.judge.finding(&scene, fact, visit.secrets()));
    }
}

fn body_schema<'c>(view: Projection<'c>, of: &BodyOf) -> Result<&'c Schema, UnknownBody> {
    let release = view.release;
    match of {
        BodyOf::Component(name) => {
            let component = view.contract.component(name).filter(|component| component.life.contains(release));
            let unknown = || UnknownBody::Component { name: name.clone(), release };
            component.map(|component| &component.schema).ok_or_else(unknown)
        }
        BodyOf::Operation(id) => {
            let mut operations = view.contract.operations_named(id).filter(|one| one.life.contains(release));
            let answer = operations.find_map(|operation| response::json_answer(view, operation));
            answer.ok_or_else(|| UnknownBody::Operation { name: id.clone(), release })
        }
    }
}

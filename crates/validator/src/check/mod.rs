//! Holds traffic against a contract at one release.
//!
//! A [`Checker`] takes items of captures one by one. Each part of an exchange is held against what the operation says of
//! it; what does not fit is a fact, and the rules make a finding of it.

mod apprentice;
mod bare;
mod body;
mod by_schema;
mod excerpt;
mod exchange;
mod judge;
mod lines;
mod observed;
mod plans;
mod recurring;
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

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use contract::{Contract, Operation, Projection, Release, Schema};
use report::{Direction, Location, Part, Report, Severity};
use serde_json::Value;

use crate::document::Document;
use crate::exchange::{Exchange, Item, ItemLocation};
pub use apprentice::Ended;
pub(crate) use apprentice::{Checked, add};
use bare::body_schema;
pub use bare::{BodyOf, UnknownBody};
pub(crate) use body::fields;
pub use body::{is_empty, is_json};
pub use judge::OBSERVED;
use judge::{Excerpt, Judge, Scene};
pub use plan::Verdict;
use plans::Plans;
pub use plans::{Effort, Notes};
pub(crate) use recurring::Recurring;
pub(crate) use route::{Routes, below};
use schemas::Schemas;
use secrets::Secrets;
pub(crate) use security::{authenticates, is_credential};
pub(crate) use text::typed;
use violation::Violation;
pub(crate) use walk::holds as fits_format;

/// How to check.
#[derive(Clone, Debug)]
pub struct Options {
    /// The path that the API is mounted under: `/api`.
    pub base_path: String,
    /// The worst severity of a finding about a request that the server itself refused (4xx).
    pub refused: Severity,
    /// What bare bodies are said to be.
    pub body: Option<BodyOf>,
    /// What becomes of notes.
    pub notes: Notes,
    /// Whether what is right may be told the fast way.
    pub effort: Effort,
}

/// A place in an exchange, with the request in one line and without secrets.
pub fn location(exchange: &Exchange, part: Part, pointer: &str) -> Location {
    let secrets = Secrets::of(exchange);
    let request = judge::request_line(exchange);
    Location {
        entry: Some(exchange.place.entry),
        line: exchange.place.line,
        request: request.map(|line| Arc::from(secrets.scrub(&line).as_ref())),
        ..Location::new(exchange.place.source.clone(), part, secrets.scrub(pointer))
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base_path: "/api".to_owned(),
            refused: Severity::Note,
            body: None,
            notes: Notes::Reported,
            effort: Effort::Fast,
        }
    }
}

/// How many findings of one rule get an excerpt: more than anybody reads.
const MOST_EXCERPTS: usize = 1000;

/// Checks traffic against a contract at one release.
pub struct Checker<'c> {
    view: Projection<'c>,
    options: Options,
    /// The schema of bare bodies, with the name to report it by.
    body: Option<(&'c Schema, BodyOf)>,
    routes: Arc<Routes<'c>>,
    schemas: Schemas<'c>,
    plans: Plans<'c>,
    judge: Judge<'c>,
    seen: HashSet<&'c str>,
    unusable: HashSet<by_schema::Key>,
    excerpts: HashMap<&'static str, usize>,
    /// Where one item is checked at several releases, what was found at the others.
    recurring: Option<Recurring>,
}

/// One exchange while it is checked.
struct Visit<'v> {
    place: &'v ItemLocation,
    request: OnceCell<Option<Arc<str>>>,
    secrets: OnceCell<Secrets>,
    exchange: Option<&'v Exchange>,
    refused: bool,
}

impl Visit<'_> {
    /// The request in one line, without secrets.
    fn request_line(&self) -> Option<Arc<str>> {
        let scrubbed = |line: String| Arc::from(self.secrets().scrub(&line).as_ref());
        let line = || self.exchange.and_then(judge::request_line).map(scrubbed);
        self.request.get_or_init(line).clone()
    }

    /// Whether the server itself refused what stands in a part.
    fn is_deserved(&self, part: Part) -> bool {
        self.refused && judge::direction(part) == Direction::Request
    }

    fn secrets(&self) -> &Secrets {
        self.secrets.get_or_init(|| self.exchange.map(Secrets::of).unwrap_or_default())
    }
}

impl<'c> Checker<'c> {
    /// A checker for one release. Fails if the options name a body that the contract does not have there.
    pub fn new(contract: &'c Contract, release: Release, options: Options) -> Result<Self, UnknownBody> {
        let view = Projection { contract, release };
        let body = options.body.clone().map(|of| body_schema(view, &of).map(|schema| (schema, of))).transpose()?;
        let routes = Arc::new(Routes::new(contract));
        Ok(Self::with(view, options, body, routes, (Plans::new(view), Schemas::new(view))))
    }

    /// A checker like this one that has seen nothing; they share what they compile.
    pub(crate) fn another(&self) -> Self {
        let compiled = (self.plans.another(), self.schemas.another());
        Self::with(self.view, self.options.clone(), self.body.clone(), Arc::clone(&self.routes), compiled)
    }

    fn with(
        view: Projection<'c>,
        options: Options,
        body: Option<(&'c Schema, BodyOf)>,
        routes: Arc<Routes<'c>>,
        (plans, schemas): (Plans<'c>, Schemas<'c>),
    ) -> Self {
        let has_lives = view.contract.covers != contract::ReleaseSet::ALL;
        Self {
            view,
            options,
            body,
            routes,
            schemas,
            plans,
            judge: Judge { view, has_lives },
            seen: HashSet::new(),
            unusable: HashSet::new(),
            excerpts: HashMap::new(),
            recurring: None,
        }
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
            Ok(facts) if self.only_counts(visit, part) => facts,
            Ok(facts) => facts.into_iter().map(|fact| self.located(&root, value, fact)).collect(),
            Err(why) => {
                // Once for each schema: it is the contract's fault, not the traffic's.
                if self.unusable.insert(by_schema::key(schema)) {
                    let fact = Violation { notes: vec![why], ..Violation::new("schema-unusable", "", "the schema") };
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

    /// Whether all that is found in a part is only counted.
    fn only_counts(&self, visit: &Visit<'_>, part: Part) -> bool {
        let is_note = self.options.refused == Severity::Note && visit.is_deserved(part);
        is_note && self.options.notes == Notes::Counted
    }

    /// Whether a fact is a note wherever it is found, and notes are only counted; counts it then.
    fn counts(&self, part: Part, fact: &str, report: &mut Report) -> bool {
        let rule = crate::rules::judge(fact, judge::direction(part));
        rule.is_some_and(|rule| self.is_counted(rule.severity(), report))
    }

    /// Whether nothing but a note comes of something, and notes are only counted; counts it then.
    fn is_counted(&self, severity: Severity, report: &mut Report) -> bool {
        let counted = self.options.notes == Notes::Counted && severity == Severity::Note;
        report.summary.notes += u64::from(counted);
        counted
    }

    fn report(
        &mut self,
        visit: &Visit<'_>,
        operation: Option<&Operation>,
        part: Part,
        value: Option<&Value>,
        fact: &Violation<'_>,
        report: &mut Report,
    ) {
        let direction = judge::direction(part);
        let Some(rule) = crate::rules::judge(fact.fact, direction) else { return };
        // That a server refuses what it does not have is the very break.
        let is_gone = matches!(fact.fact, "operation-removed" | "operation-not-yet-added" | "operation-alive");
        let at_most = if visit.is_deserved(part) && !is_gone { self.options.refused } else { Severity::Error };
        let severity = rule.severity().min(at_most);
        if self.is_counted(severity, report) {
            return;
        }
        let component = match &self.body {
            Some((_, BodyOf::Component(name))) if part == Part::Document => Some(name.as_str()),
            _ => None,
        };
        let known = self.known(visit, operation, part, fact.component.or(component), fact);
        let severity = known.map_or(severity, |known| severity.min(known.at_most));
        if self.is_counted(severity, report) {
            return;
        }
        let operation = operation.map(|operation| operation.id.as_str());
        let names = [operation, fact.component.or(component), fact.subject.as_deref()];
        let recurring = self.recurring.as_mut();
        if recurring.is_some_and(|recurring| recurring.holds((rule, severity), part, &fact.pointer, names)) {
            return;
        }
        let location = Location {
            entry: visit.exchange.map(|_| visit.place.entry),
            line: visit.place.line,
            request: visit.request_line(),
            ..Location::new(visit.place.source.clone(), part, "")
        };
        let excerpt = excerpt_for(&mut self.excerpts, rule.id());
        let scene = Scene { location, operation, value, excerpt, rule, severity, schema: component, known };
        report.push(self.judge.finding(&scene, fact, visit.secrets()));
    }
}

/// Whether a finding still gets an excerpt. Making one costs as much as the object around it is long, so a body in
/// which everything is wrong would cost its square.
fn excerpt_for(made: &mut HashMap<&'static str, usize>, rule: &'static str) -> Excerpt {
    let made = made.entry(rule).or_default();
    *made += 1;
    if *made > MOST_EXCERPTS { Excerpt::Omitted } else { Excerpt::Made }
}

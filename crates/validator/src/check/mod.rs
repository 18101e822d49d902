//! Holds traffic against a contract, at one release or at many.
//!
//! A [`Checker`] takes items of captures one by one. Each part of an exchange is held against what the operation says of
//! it; what does not fit is a fact with the releases at which it holds, and the rules make a finding of it.

mod bare;
mod base;
mod body;
mod by_schema;
mod chunks;
mod counting;
pub mod credentials;
mod decode;
mod echo;
mod excerpt;
mod exchange;
mod finding_factory;
mod http;
mod lines;
mod media;
mod merged;
mod observed;
mod output;
mod plans;
mod readings;
mod refusal;
mod request;
mod response;
mod retelling;
mod route;
mod security;
mod segment;
mod so_far;
mod thread_checker;
mod visit;

use std::borrow::Cow;
use std::sync::Arc;

use contract::{Contract, Release, ReleaseSet, Schema, SchemaId};
use foldhash::{HashMap, HashSet};
use report::{Batch, Excerpts, FindingSink, Location, Part, Severity, Summary};
use secrets::{Gatherer, Names, mask_text};
use serde_json::Value;

use crate::document::Document;
use crate::engine::{Engine, Instance, Violation, name_of};
use crate::exchange::{Exchange, Item};
use crate::fact::Fact;
use bare::Bodies;
pub use bare::{BodyOf, UnknownBody};
pub use base::{BasePaths, Reached};
pub use body::is_empty;
pub(crate) use chunks::ChunkedText;
use chunks::Piece;
use counting::{Counting, Trace};
use echo::without_echoes;
pub use finding_factory::OBSERVED;
use finding_factory::{Excerpt, FindingContext, FindingFactory};
pub use media::is_json;
use merged::merged;
use observed::Mitigation;
use output::Output;
pub(crate) use output::{Facts, Scope, SeenBody};
pub use plan::Verdict;
pub use plans::{Effort, Notes};
pub(crate) use plans::{Plans, WORTH};
use readings::Readings;
pub(crate) use route::Routes;
pub use thread_checker::Ended;
use visit::{Call, Visit};

/// How to check.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where the API is mounted: below `/api`.
    pub base_paths: BasePaths,
    /// The worst severity of a finding about a request that the server itself refused (4xx).
    pub refused: Severity,
    /// What bare bodies are said to be.
    pub body: Option<BodyOf>,
    /// What becomes of notes.
    pub notes: Notes,
    /// Whether what is right may be told the fast way.
    pub effort: Effort,
    /// Whether findings show the payload.
    pub excerpts: Excerpts,
}

/// A place in an exchange, with the request in one line and without what tells itself to be secret.
pub fn location(exchange: &Exchange, part: Part, pointer: &str) -> Location {
    let names = Names::default();
    let request = finding_factory::request_line(exchange, &names);
    Location {
        entry: Some(exchange.place.entry),
        line: exchange.place.line,
        request: request.map(Arc::from),
        ..Location::new(exchange.place.source.clone(), part, mask_text(&names, pointer))
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base_paths: BasePaths::from("/api"),
            refused: Severity::Note,
            body: None,
            notes: Notes::Reported,
            effort: Effort::Fast,
            excerpts: Excerpts::Drawn,
        }
    }
}

/// Checks traffic against a contract at a set of releases. Of several, each finding says at which of them it holds.
pub struct Checker<'c> {
    contract: &'c Contract,
    open: ReleaseSet,
    /// The newest of them: what is counted beside findings is counted as it sees it.
    newest: Release,
    options: Options,
    /// What bare bodies are.
    bodies: Bodies<'c>,
    routes: Arc<Routes<'c>>,
    engine: Engine<'c>,
    plans: Plans<'c>,
    readings: Readings,
    seen: HashSet<&'c str>,
    reached: Reached,
    unusable: HashSet<String>,
    excerpts: HashMap<&'static str, usize>,
    /// The releases at which the item that is checked has an error.
    erring: ReleaseSet,
    counting: Counting,
    /// What is made of the facts of the body that is looked at.
    traces: Vec<Trace>,
    names: Names,
    gatherer: Gatherer,
    /// Whether what is right by a schema may hold a secret.
    holding: HashMap<SchemaId, bool>,
    /// What is looked at of a text with a long list.
    piece: Option<Piece>,
}

impl<'c> Checker<'c> {
    /// A checker for the releases of `open` that the contract covers. Fails if the options name a body that the contract
    /// has at none of them; releases that do not have it are left out.
    pub fn new(contract: &'c Contract, open: ReleaseSet, options: Options) -> Result<Self, UnknownBody> {
        let open = open & contract.releases;
        let bodies = options.body.as_ref().map(|of| Bodies::named(contract, of, open)).transpose()?;
        let open = bodies.as_ref().map_or(open, |bodies| open & bodies.life());
        Ok(Self { bodies: bodies.unwrap_or_default(), ..Self::of_exchanges(contract, open, options) })
    }

    /// A checker to which bare bodies say nothing.
    pub(crate) fn of_exchanges(contract: &'c Contract, open: ReleaseSet, options: Options) -> Self {
        let (routes, plans) = (Arc::new(Routes::new(contract)), Plans::new(contract));
        let names = credentials::names(contract);
        Self::with(
            contract,
            open & contract.releases,
            options,
            Bodies::default(),
            routes,
            (plans, Engine::new(contract), names),
        )
    }

    /// A checker like this one that has seen nothing; they share what they compile.
    pub(crate) fn another(&self) -> Self {
        let compiled = (self.plans.another(), self.engine.another(), self.names.clone());
        let routes = Arc::clone(&self.routes);
        let counting = self.counting.another();
        Self {
            counting,
            ..Self::with(self.contract, self.open, self.options.clone(), self.bodies.clone(), routes, compiled)
        }
    }

    fn with(
        contract: &'c Contract,
        open: ReleaseSet,
        options: Options,
        bodies: Bodies<'c>,
        routes: Arc<Routes<'c>>,
        (plans, engine, names): (Plans<'c>, Engine<'c>, Names),
    ) -> Self {
        Self {
            contract,
            open,
            newest: open.last().unwrap_or(Release::latest()),
            options,
            bodies,
            routes,
            engine,
            plans,
            readings: Readings::default(),
            seen: HashSet::default(),
            reached: Reached::default(),
            unusable: HashSet::default(),
            excerpts: HashMap::default(),
            erring: ReleaseSet::NONE,
            counting: Counting::default(),
            traces: Vec::new(),
            gatherer: Gatherer::new(names.clone()),
            names,
            holding: HashMap::default(),
            piece: None,
        }
    }

    /// Checks one item; findings and counts go to the sink.
    pub fn check(&mut self, item: &Item, sink: &mut dyn FindingSink) {
        self.erring = ReleaseSet::NONE;
        self.begin_item();
        sink.summary().exchanges += 1;
        match item {
            Item::Exchange(exchange) => {
                credentials::gather_request(&mut self.gatherer, exchange);
                sink.learn(self.gatherer.take());
                self.exchange(exchange, &mut Output::Findings(sink));
            }
            Item::Body(body) => self.bare_body(body, &mut Output::Findings(sink)),
        }
        sink.summary().operations = self.seen.len() as u64;
    }

    /// Checks one item for a sink that may keep only the first findings of a kind: then the others are not made.
    pub fn check_alone(&mut self, item: &Item, sink: &mut dyn FindingSink) {
        self.counting = Counting::of(sink);
        self.check(item, sink);
        self.counting.report(sink);
    }

    /// The releases at which a check finds no error in an item.
    pub fn right(&mut self, item: &Item) -> ReleaseSet {
        self.check(item, &mut Batch::default());
        self.open - self.erring
    }

    /// Holds a JSON document against a schema: what the schema says, what lives say, and keys that occur twice.
    fn document(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        schema: &'c Schema,
        document: &Document,
        out: &mut Output<'_, 'c>,
    ) {
        for pointer in document.duplicates.iter().filter(|pointer| self.tells_of(pointer)).collect::<Vec<_>>() {
            let fact = Violation::new(Fact::DuplicateKey, call.at, pointer.clone(), name_of(pointer));
            self.report(call, part, Some(&document.value), fact, out);
        }
        let mut facts = self.facts(call.at, schema, Instance::from(document).in_part(part));
        facts.retain(|fact| self.tells_of(&fact.pointer));
        for fact in facts {
            let shown = Some(&document.value).filter(|_| fact.fact != Fact::SchemaUnusable);
            self.report(call, part, shown, fact, out);
        }
    }

    /// Everything the contract has against a value. What makes a schema unusable is told once: it is the contract's fault,
    /// not the traffic's.
    fn facts(&mut self, at: ReleaseSet, schema: &'c Schema, value: Instance<'_>) -> Vec<Violation<'c>> {
        let mut facts = without_echoes(merged(self.engine.facts(at, schema, value)));
        let unusable = &mut self.unusable;
        facts.retain(|fact| fact.fact != Fact::SchemaUnusable || unusable.insert(fact.notes.concat()));
        facts
    }

    /// Whether a fact is a note wherever it is found, and notes are only counted; counts it then.
    fn counts(&self, part: Part, fact: Fact, out: &mut Output<'_, 'c>) -> bool {
        self.is_counted(fact.rule(part).severity(), out.summary())
    }

    /// Whether nothing but a note comes of something, and notes are only counted; counts it then.
    fn is_counted(&self, severity: Severity, summary: &mut Summary) -> bool {
        let counted = self.options.notes == Notes::Counted && severity == Severity::Note;
        summary.notes += u64::from(counted);
        counted
    }

    /// Hands on a fact, as findings where they are wanted.
    fn report(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        value: Option<&Value>,
        fact: Violation<'c>,
        out: &mut Output<'_, 'c>,
    ) {
        match out {
            _ if fact.at.is_empty() => {}
            Output::Facts(gathering) => gathering.take(part, self.placed(Cow::Owned(fact)).into_owned()),
            Output::Findings(sink) => self.findings(call, part, value, fact, *sink),
        }
    }

    fn findings(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        value: Option<&Value>,
        mut fact: Violation<'c>,
        sink: &mut dyn FindingSink,
    ) {
        let (rule, visit) = (fact.fact.rule(part), call.visit);
        // That a server refuses what it does not have is the very break.
        let is_gone = matches!(fact.fact, Fact::OperationRemoved | Fact::OperationNotYetAdded | Fact::OperationAlive);
        let at_most = if visit.is_refused_request(part) && !is_gone { self.options.refused } else { Severity::Error };
        let severity = rule.severity().min(at_most);
        let component = match &self.options.body {
            Some(BodyOf::Component(name)) if part == Part::Document => Some(name.clone()),
            _ => None,
        };
        let component = component.as_deref();
        let shown = self.piece.as_ref().and_then(Piece::shown);
        for (at, severity, known) in self.by_severity(call, part, component, severity, &fact) {
            if severity == Severity::Error {
                self.erring = self.erring | at;
            }
            if self.is_counted(severity, sink.summary()) {
                self.traces.push(Trace::note(fact.fact, &fact.pointer));
                continue;
            }
            let newest = at.last().unwrap_or(self.newest);
            let operation = call.operation.map(|operation| operation.id_at(newest));
            let key = self.counting.key_of(&fact, (part, severity, at), operation);
            if let Some(kind) = self.counting.count_fact(key) {
                self.traces.push(Trace::finding(fact.fact, &fact.pointer, Some(kind)));
                continue;
            }
            let location = visit.location(part);
            fact.at = at;
            let factory = FindingFactory::new(self.contract, at, self.open);
            let (schema, excerpt) = (component, Excerpt::Omitted);
            let value = shown.as_deref().or(value);
            let mut context = FindingContext { location, operation, value, excerpt, rule, severity, schema, known };
            let finding = if self.counting.has_made(key) {
                factory.another(&context, &self.placed(Cow::Borrowed(&fact)))
            } else {
                context.excerpt = self.excerpt_for(rule.id());
                context.location.request = visit.request_line(&self.names);
                self.finding(factory, &context, &fact)
            };
            self.learn_rest(visit, sink);
            let kind = self.counting.kind_of(key, &finding);
            self.traces.push(Trace::finding(fact.fact, &fact.pointer, kind));
            sink.push(finding);
        }
    }

    /// Whether a finding still gets an excerpt.
    fn excerpt_for(&mut self, rule: &'static str) -> Excerpt {
        match self.options.excerpts {
            Excerpts::Drawn => Excerpt::next(&mut self.excerpts, rule),
            Excerpts::Omitted => Excerpt::Omitted,
        }
    }

    /// The releases of a fact by how bad it is there, each with what makes it milder at the newest.
    fn by_severity(
        &self,
        call: Call<'_, 'c>,
        part: Part,
        component: Option<&str>,
        severity: Severity,
        fact: &Violation<'_>,
    ) -> Vec<(ReleaseSet, Severity, Option<Mitigation<'c>>)> {
        if self.options.notes == Notes::Counted && severity == Severity::Note {
            return vec![(fact.at, severity, None)];
        }
        let mut parts: Vec<(ReleaseSet, Severity, Option<Mitigation<'c>>)> = Vec::new();
        for (at, known) in self.known(call, part, fact.component.or(component), fact) {
            let severity = known.map_or(severity, |known| severity.min(known.at_most));
            match parts.iter_mut().find(|(_, other, _)| *other == severity) {
                Some(part) => {
                    if at.last() > part.0.last() {
                        part.2 = known;
                    }
                    part.0 = part.0 | at;
                }
                None => parts.push((at, severity, known)),
            }
        }
        parts
    }
}

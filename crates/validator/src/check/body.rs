//! Bodies of requests and responses, by media type.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use contract::{Kind, Media, Operation, Projection, ReleaseSet, Schema};
use plan::{ScanOutcome, Scanner};
use report::Part;
use serde_json::{Value, json};

use super::decode::{self, Decoder};
use super::media::{is_json, media_for};
use super::{Call, Checker, Effort, Output, merged};
use crate::document::Document;
use crate::engine::{Instance, Violation};
use crate::exchange::Body;
use crate::fact::Fact;

/// Whether there is surely no body, or nothing in it.
pub fn is_empty(body: &Body) -> bool {
    match body {
        Body::None => true,
        Body::Text(text) => text.is_empty(),
        Body::Bytes(bytes) => bytes.is_empty(),
        Body::Parts(_) | Body::Unavailable(_) | Body::Damaged(_) | Body::Unknown => false,
    }
}

/// Whether there surely is a body with something in it.
pub(super) fn is_there(body: &Body) -> bool {
    *body != Body::Unknown && !is_empty(body)
}

/// A body with its content type, and what is documented of such.
pub(super) struct Typed<'t, 'c> {
    pub(super) content: &'c [Media],
    pub(super) essence: Option<&'t str>,
    pub(super) body: &'t Body,
}

/// The releases whose first documented media type is JSON.
pub(super) fn expecting_json(at: ReleaseSet, content: &[Media]) -> ReleaseSet {
    let (mut left, mut json) = (at, ReleaseSet::NONE);
    for media in media_for(content, None) {
        if is_json(&media.media_type) {
            json = json | (left & media.life);
        }
        left = left - media.life;
    }
    json
}

/// The fact that a body has a content type that these releases do not document.
pub(super) fn undeclared_type<'c>(
    at: ReleaseSet,
    content: &[Media],
    essence: Option<&str>,
    pointer: &str,
) -> Violation<'c> {
    let newest = at.last();
    let alive = content.iter().filter(|media| newest.is_some_and(|newest| media.life.contains(newest)));
    let documented: Vec<&str> = alive.map(|media| media.media_type.as_str()).collect();
    Violation {
        expected: Some(json!(documented)),
        actual: essence.map(|essence| json!(essence)),
        subject: essence.map(str::to_owned),
        ..Violation::new(Fact::ContentType, at, pointer, "the content type")
    }
}

impl<'c> Checker<'c> {
    /// Holds a body against the media type that each release takes it for. Answers which of the releases take it for
    /// none.
    pub(super) fn typed_body(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        typed: &Typed<'_, 'c>,
        out: &mut Output<'_, 'c>,
    ) -> ReleaseSet {
        let mut left = call.at;
        for media in media_for(typed.content, typed.essence) {
            let at = left & media.life;
            left = left - at;
            if !at.is_empty() && !is_empty(typed.body) {
                self.body(call.at(at), part, media, typed, out);
            }
        }
        left
    }

    /// Checks a body that has the right media type. What falls under a range is of the type that it says itself.
    fn body(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        media: &'c Media,
        typed: &Typed<'_, 'c>,
        out: &mut Output<'_, 'c>,
    ) {
        let essence = typed.essence.unwrap_or(&media.media_type);
        if let (Some(schema), Some(bytes), true) = (&media.schema, typed.body.bytes(), is_json(essence)) {
            return self.json_text(call, part, schema, bytes, out);
        }
        // Whether it holds secrets, no schema tells.
        if let (Part::ResponseBody, Output::Findings(sink)) = (part, &mut *out) {
            self.learn_rest(call.visit, *sink);
        }
        match (&media.schema, typed.body) {
            (None, _) => {}
            (Some(_), Body::Unavailable(_) | Body::Damaged(_) | Body::Unknown) => self.unchecked(call.at, out),
            (Some(_), _) if is_json(essence) => self.unchecked(call.at, out),
            (Some(schema), body) => self.form(call, part, (media, schema), essence, body, out),
        }
    }

    /// Checks the fields of a form, or a text, which each release reads by its own types.
    fn form(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        (media, schema): (&'c Media, &'c Schema),
        essence: &str,
        body: &Body,
        out: &mut Output<'_, 'c>,
    ) {
        let (mut facts, mut shown) = (Vec::new(), (ReleaseSet::NONE, Value::Null));
        let fields = decode::fields(essence, body);
        let bytes = body.bytes().filter(|_| essence.starts_with("text/"));
        let text = bytes.and_then(|bytes| str::from_utf8(bytes).ok());
        for (release, alike) in self.readings.of(self.contract, schema, call.at) {
            let view = Projection { contract: self.contract, release };
            let mut reader = Decoder { view, engine: &mut self.engine };
            let decoded = match &fields {
                Some(fields) => Some(reader.form(schema, media, fields)),
                None => text.and_then(|text| reader.text(schema, text)),
            };
            let Some(decoded) = decoded else {
                if !is_any_text(view, schema) {
                    self.unchecked(alike, out);
                }
                continue;
            };
            facts.extend(decoded.violations(alike));
            let found = self.facts(alike, schema, Instance::from(&decoded.value).in_part(part));
            facts.extend(found.into_iter().filter(|fact| decoded.judges(&fact.pointer)));
            if alike.last() > shown.0.last() {
                shown = (alike, decoded.value);
            }
        }
        for fact in repeated(body, merged(facts)) {
            self.report(call, part, Some(&shown.1), fact, out);
        }
    }

    /// Counts a body that cannot be checked.
    fn unchecked(&self, at: ReleaseSet, out: &mut Output<'_, 'c>) {
        out.summary().unchecked_bodies += u64::from(at.contains(self.newest));
    }

    /// Checks a JSON body, or one chunk of it.
    pub(super) fn json_text(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        schema: &'c Schema,
        bytes: &[u8],
        out: &mut Output<'_, 'c>,
    ) {
        let (at, context) = (call.at, self.context(call, part, schema));
        let told = match out {
            Output::Facts(_) => {
                if self.is_right(at, part, schema, bytes, out) {
                    return;
                }
                ScanOutcome::Unsure
            }
            Output::Findings(sink) => match self.counted(at, schema, bytes, context) {
                Ok(notes) => {
                    sink.summary().notes += notes;
                    if part == Part::ResponseBody && self.may_hold_secrets(schema) {
                        self.learn_rest(call.visit, *sink);
                    }
                    return;
                }
                Err(told) if self.retold(call, part, (schema, bytes), (told, context), *sink) => return,
                Err(told) => told,
            },
        };
        if let Some(text) = self.chunked(at, schema, bytes, told) {
            return self.in_chunks(call, part, schema, &text, out);
        }
        let before = self.traces.len();
        match Document::parse(bytes) {
            Ok(document) => self.document(call, part, schema, &document, out),
            Err(error) => {
                let actual = Some(json!(error.to_string()));
                let violation = Violation { actual, ..Violation::new(Fact::BodyNotJson, at, "", "the body") };
                self.report(call, part, None, violation, out);
            }
        }
        if let (ScanOutcome::Misfits, Some(text), Some(scanner)) =
            (told, plan::utf8(bytes), self.plans.told(at, schema))
        {
            let traces = self.traces.get(before..).unwrap_or_default();
            self.counting.learn(context, scanner, (text, 0), traces);
        }
    }

    /// The notes among what is to be said of a JSON text, if all of it is only counted; else what the plan told.
    fn counted(&mut self, at: ReleaseSet, schema: &'c Schema, bytes: &[u8], context: u64) -> Result<u64, ScanOutcome> {
        if self.options.effort == Effort::Complete {
            return Err(ScanOutcome::Unsure);
        }
        let told = self.plans.tell(at, schema, bytes).0;
        match self.told_of_piece(at, schema, told) {
            ScanOutcome::Right => Ok(0),
            ScanOutcome::Misfits => {
                let misfits = self.plans.told(at, schema).map(Scanner::misfits);
                let notes = misfits.and_then(|misfits| self.counting.count_in_item(context, misfits));
                notes.ok_or(ScanOutcome::Misfits)
            }
            ScanOutcome::Unsure => Err(ScanOutcome::Unsure),
        }
    }

    /// What besides a misfit itself decides what is made of it.
    fn context(&self, call: Call<'_, 'c>, part: Part, schema: &Schema) -> u64 {
        let mut context = DefaultHasher::new();
        let Call { visit, at, operation } = call;
        let status = visit.exchange.and_then(|exchange| exchange.response.as_ref()).map(|response| response.status);
        (operation.map(Operation::id), part, schema.id(), at, status, self.shown(visit)).hash(&mut context);
        context.finish()
    }
}

/// Whether a schema says of a body no more than that it is a text or bytes, so that there is nothing to check.
fn is_any_text(view: Projection<'_>, schema: &Schema) -> bool {
    view.applicable(schema).iter().all(|node| match node.kind {
        Some(kind) => kind == Kind::String,
        None => node.properties.is_empty() && node.items.is_none() && node.values.is_empty(),
    })
}

/// The facts of a form, where what is against a part is only that it was sent several times: one fact that says so.
fn repeated<'c>(body: &Body, facts: Vec<Violation<'c>>) -> Vec<Violation<'c>> {
    let Body::Parts(parts) = body else { return facts };
    let mut told: HashSet<String> = HashSet::new();
    let facts = facts.into_iter().filter_map(|fact| {
        let name = fact.pointer.strip_prefix('/').filter(|name| !name.contains('/')).map(contract::pointer::unescape);
        let count = name.map_or(0, |name| parts.iter().filter(|part| part.name == name).count());
        if count < 2 || !(fact.fact == Fact::Type || told.contains(&fact.pointer)) {
            return Some(fact);
        }
        let is_new = told.insert(fact.pointer.clone());
        is_new.then(|| Violation { fact: Fact::PartRepeated, actual: Some(json!(count)), ..fact })
    });
    facts.collect()
}

//! Bodies of requests and responses, by media type.

use std::hash::{DefaultHasher, Hash, Hasher};

use contract::{Media, Operation, Projection, ReleaseSet, Schema};
use plan::{ScanOutcome, Scanner};
use report::Part;
use serde_json::{Value, json};

use super::{Call, Checker, Effort, Output, merged, text};
use crate::document::Document;
use crate::engine::{Instance, Violation};
use crate::exchange::{Body, Part as FormPart, PartValue};
use crate::fact::Fact;

/// Whether there is no body, or nothing in it.
pub fn is_empty(body: &Body) -> bool {
    match body {
        Body::None => true,
        Body::Text(text) => text.is_empty(),
        Body::Bytes(bytes) => bytes.is_empty(),
        Body::Parts(_) | Body::Unavailable(_) => false,
    }
}

/// Whether a media type is JSON.
pub fn is_json(essence: &str) -> bool {
    essence == "application/json" || essence.ends_with("+json")
}

/// A body with its content type, and what is documented of such.
pub(super) struct Typed<'t, 'c> {
    pub(super) content: &'c [Media],
    pub(super) essence: Option<&'t str>,
    pub(super) body: &'t Body,
}

/// The documented media types that a content type belongs to, the first that counts first; without one, all.
pub(super) fn media_for<'c>(content: &'c [Media], essence: Option<&str>) -> impl Iterator<Item = &'c Media> {
    let group = essence.map(|essence| essence.split('/').next().unwrap_or_default());
    content.iter().filter(move |media| match (essence, media.media_type.as_str()) {
        (None, _) | (_, "*/*") => true,
        (Some(essence), range) => range == essence || range.strip_suffix("/*") == group,
    })
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
                self.body(call.at(at), part, media, typed.body, out);
            }
        }
        left
    }

    /// Checks a body that has the right media type.
    fn body(&mut self, call: Call<'_, 'c>, part: Part, media: &'c Media, body: &Body, out: &mut Output<'_, 'c>) {
        let Some(schema) = &media.schema else { return };
        match (media.media_type.as_str(), body) {
            (_, Body::Unavailable(_)) => self.unchecked(call.at, out),
            (essence, _) if is_json(essence) => self.json(call, part, schema, body, out),
            (essence, _) => self.form(call, part, schema, essence, body, out),
        }
    }

    /// Checks the fields of a form, which each release reads by its own types.
    fn form(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        schema: &'c Schema,
        essence: &str,
        body: &Body,
        out: &mut Output<'_, 'c>,
    ) {
        let (mut facts, mut shown) = (Vec::new(), (ReleaseSet::NONE, Value::Null));
        for (release, alike) in self.readings.of(self.contract, schema, call.at) {
            let view = Projection { contract: self.contract, release };
            let Some(value) = fields(view, schema, essence, body) else {
                if essence == "multipart/form-data" {
                    self.unchecked(alike, out);
                }
                continue;
            };
            facts.extend(self.facts(alike, schema, Instance::from(&value).in_part(part)));
            if alike.last() > shown.0.last() {
                shown = (alike, value);
            }
        }
        for fact in merged(facts) {
            self.report(call, part, Some(&shown.1), fact, out);
        }
    }

    /// Counts a body that cannot be checked.
    fn unchecked(&self, at: ReleaseSet, out: &mut Output<'_, 'c>) {
        out.summary().unchecked_bodies += u64::from(at.contains(self.newest));
    }

    fn json(&mut self, call: Call<'_, 'c>, part: Part, schema: &'c Schema, body: &Body, out: &mut Output<'_, 'c>) {
        let Some(bytes) = body.bytes() else { return self.unchecked(call.at, out) };
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
                    return;
                }
                Err(told) => told,
            },
        };
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
        match self.plans.tell(at, schema, bytes) {
            (ScanOutcome::Right, _) => Ok(0),
            (told, scanner) => {
                let misfits = scanner.filter(|_| told == ScanOutcome::Misfits).map(Scanner::misfits);
                misfits.and_then(|misfits| self.counting.count(context, misfits)).ok_or(told)
            }
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

/// The object that the fields of a form stand for; nothing for other media types, and where the fields are not known.
pub(crate) fn fields(view: Projection<'_>, schema: &Schema, media_type: &str, body: &Body) -> Option<Value> {
    match (media_type, body) {
        ("multipart/form-data", Body::Parts(parts)) => Some(multipart(view, schema, parts)),
        ("application/x-www-form-urlencoded", _) => Some(form(view, schema, body)),
        _ => None,
    }
}

/// The object that the parts of a multipart form stand for. A file stands for an empty text: its property has the
/// format `binary`, of which nothing else is asked.
fn multipart(view: Projection<'_>, schema: &Schema, parts: &[FormPart]) -> Value {
    let fields = parts.iter().map(|part| match &part.value {
        PartValue::Text(text) if part.filename.is_none() => (part.name.as_str(), text.as_str()),
        _ => (part.name.as_str(), ""),
    });
    text::form(view, schema, fields)
}

fn form(view: Projection<'_>, schema: &Schema, body: &Body) -> Value {
    let pairs: Vec<(String, String)> = match body {
        Body::Parts(parts) => parts.iter().map(|part| (part.name.clone(), part_text(part))).collect(),
        other => {
            let pairs = form_urlencoded::parse(other.bytes().unwrap_or_default());
            pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
        }
    };
    text::form(view, schema, pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

fn part_text(part: &FormPart) -> String {
    match &part.value {
        PartValue::Text(text) => text.clone(),
        PartValue::Bytes(_) | PartValue::Unavailable(_) => String::new(),
    }
}

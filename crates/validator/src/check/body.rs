//! Bodies of requests and responses, by media type.

use contract::{Media, Operation, Projection, Schema};
use report::{Part, Report};
use serde_json::{Value, json};

use super::violation::Violation;
use super::{Checker, Visit, text};
use crate::document::Document;
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

/// The documented media type that a content type belongs to; without one, the first.
pub(super) fn media_for<'c>(view: Projection<'c>, content: &'c [Media], essence: Option<&str>) -> Option<&'c Media> {
    let Some(essence) = essence else { return view.media(content).next() };
    let group = essence.split('/').next().unwrap_or_default();
    let fits = |media: &&Media| match media.media_type.as_str() {
        "*/*" => true,
        range => range == essence || range.strip_suffix("/*") == Some(group),
    };
    view.media(content).find(fits)
}

/// The fact that a body has a content type that is not documented.
pub(super) fn undeclared_type<'c>(
    view: Projection<'_>,
    content: &[Media],
    essence: Option<&str>,
    pointer: &str,
) -> Violation<'c> {
    let documented: Vec<&str> = view.media(content).map(|media| media.media_type.as_str()).collect();
    Violation {
        expected: Some(json!(documented)),
        actual: essence.map(|essence| json!(essence)),
        subject: essence.map(str::to_owned),
        ..Violation::new(Fact::ContentType, pointer, "the content type")
    }
}

impl<'c> Checker<'c> {
    /// Checks a body that has the right media type.
    pub(super) fn body(
        &mut self,
        visit: &Visit<'_>,
        operation: &'c Operation,
        part: Part,
        media: &'c Media,
        body: &Body,
        report: &mut Report,
    ) {
        let Some(schema) = &media.schema else { return };
        match (media.media_type.as_str(), body) {
            (_, Body::Unavailable(_)) => report.summary.unchecked_bodies += 1,
            (essence, _) if is_json(essence) => self.json(visit, operation, part, schema, body, report),
            (essence, _) => match fields(self.view, schema, essence, body) {
                Some(value) => {
                    let document = Document { value, duplicates: Vec::new() };
                    self.document(visit, Some(operation), part, schema, &document, report);
                }
                None if essence == "multipart/form-data" => report.summary.unchecked_bodies += 1,
                None => {}
            },
        }
    }

    fn json(
        &mut self,
        visit: &Visit<'_>,
        operation: &'c Operation,
        part: Part,
        schema: &'c Schema,
        body: &Body,
        report: &mut Report,
    ) {
        let Some(bytes) = body.bytes() else {
            report.summary.unchecked_bodies += 1;
            return;
        };
        if self.is_right(part, schema, bytes, report) {
            return;
        }
        match Document::parse(bytes) {
            Ok(document) => self.document(visit, Some(operation), part, schema, &document, report),
            Err(error) => {
                let actual = Some(json!(error.to_string()));
                let violation = Violation { actual, ..Violation::new(Fact::BodyNotJson, "", "the body") };
                self.report(visit, Some(operation), part, None, &violation, report);
            }
        }
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

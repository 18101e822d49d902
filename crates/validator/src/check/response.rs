//! What a server answered: status, content type and body.

use contract::{Operation, ReleaseSet, Response as Documented, Schema, Status};
use report::Part;
use serde_json::json;

use super::body::{Typed, expecting_json, is_empty, is_there, undeclared_type};
use super::media::{is_json, takes_json};
use super::{Call, Checker, Output, refusal};
use crate::document::Document;
use crate::engine::Violation;
use crate::exchange::Response;
use crate::fact::Fact;

/// The schemas of the JSON that an operation answers with when all went well, each with its releases.
pub(super) fn json_answers(operation: &Operation) -> impl Iterator<Item = (ReleaseSet, &Schema)> {
    let well = |response: &&Documented| matches!(response.status, Status::Code(200..300) | Status::Class(2));
    operation.responses.iter().filter(well).flat_map(|response| {
        let json = response.content.iter().filter(|media| takes_json(&media.media_type));
        json.filter_map(|media| Some((operation.life & response.life & media.life, media.schema.as_ref()?)))
    })
}

impl<'c> Checker<'c> {
    pub(super) fn response(
        &mut self,
        call: Call<'_, 'c>,
        operation: &'c Operation,
        method: &str,
        response: &Response,
        out: &mut Output<'_, 'c>,
    ) {
        let documented = operation.response(response.status);
        let undocumented = call.at(documented.map_or(call.at, |documented| call.at - documented.life));
        self.status(undocumented, operation, response.status, out);
        self.refusal(undocumented, response, out);
        let Some(documented) = documented else { return };
        let call = call.at(call.at & documented.life);
        if documented.content.is_empty() {
            self.no_content(call, response, out);
        } else {
            self.content(call, method, response, documented, out);
        }
    }

    fn status(&mut self, call: Call<'_, 'c>, operation: &'c Operation, status: u16, out: &mut Output<'_, 'c>) {
        let fact = if (400..500).contains(&status) { Fact::RequestRefused } else { Fact::StatusUndeclared };
        let Some(newest) = call.at.last() else { return };
        if self.counts(Part::ResponseStatus, fact, out) {
            return;
        }
        let alive = operation.responses.iter().filter(|response| response.life.contains(newest));
        let codes: Vec<String> = alive.map(|response| response.status.to_string()).collect();
        let violation = Violation {
            expected: Some(json!(codes)),
            actual: Some(json!(status)),
            subject: Some(status.to_string()),
            notes: call
                .visit
                .exchange
                .map_or_else(Vec::new, |exchange| refusal::reasons(self.contract, operation, exchange, status, newest)),
            ..Violation::new(fact, call.at, "", format!("status {status}"))
        };
        self.report(call, Part::ResponseStatus, None, violation, out);
    }

    /// Holds the body of a refusal against the shape that servers were seen to send. One finding says it all: the
    /// details of a shape that nobody promised help nobody.
    fn refusal(&mut self, call: Call<'_, 'c>, response: &Response, out: &mut Output<'_, 'c>) {
        let at = call.at;
        let shape = self.contract.error_body.as_ref();
        let Some(schema) = shape.filter(|_| response.status >= 400 && !at.is_empty()) else { return };
        let json = response.essence().is_some_and(|essence| is_json(&essence));
        let Some(bytes) = response.body.bytes().filter(|bytes| json && !self.fits_schema(at, schema, bytes)) else {
            return;
        };
        let Ok(document) = Document::parse(bytes) else { return };
        let wrong = at - self.engine.right(at, schema, &document.value);
        if wrong.is_empty() {
            return;
        }
        let facts = self.engine.facts(wrong, schema, &document.value);
        let Some(first) = facts.first() else { return };
        let violation = Violation {
            notes: vec![format!("the first thing that differs: {} at {:?}", first.fact.name(), first.pointer)],
            actual: Some(document.value.clone()),
            ..Violation::new(Fact::ErrorBodyUnknown, wrong, "", "the body")
        };
        self.report(call, Part::ResponseBody, Some(&document.value), violation, out);
    }

    fn no_content(&mut self, call: Call<'_, 'c>, response: &Response, out: &mut Output<'_, 'c>) {
        if is_there(&response.body) {
            let subject = Some(response.status.to_string());
            let violation =
                Violation { subject, ..Violation::new(Fact::ResponseBodyUndeclared, call.at, "", "the body") };
            self.report(call, Part::ResponseBody, None, violation, out);
        }
    }

    fn content(
        &mut self,
        call: Call<'_, 'c>,
        method: &str,
        response: &Response,
        documented: &'c Documented,
        out: &mut Output<'_, 'c>,
    ) {
        let essence = response.essence();
        if essence.is_none() && is_empty(&response.body) {
            if method != "HEAD" {
                let violation = Violation::new(
                    Fact::ResponseBodyMissing,
                    expecting_json(call.at, &documented.content),
                    "",
                    "the body",
                );
                self.report(call, Part::ResponseBody, None, violation, out);
            }
            return;
        }
        let (content, essence) = (&documented.content, essence.as_deref());
        let typed = Typed { content, essence, body: &response.body };
        let left = self.typed_body(call, Part::ResponseBody, &typed, out);
        let fact = undeclared_type(left, content, essence, "/content-type");
        self.report(call, Part::ResponseHeader, None, fact, out);
    }
}

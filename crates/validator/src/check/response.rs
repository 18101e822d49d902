//! What a server answered: status, content type and body.

use contract::{Media, Operation, Projection, Response as Documented, Schema, Status};
use report::{Part, Report};
use serde_json::json;

use super::body::{is_empty, is_json, media_for, undeclared_type};
use super::violation::Violation;
use super::{Checker, Visit};
use crate::document::Document;
use crate::exchange::Response;
use crate::fact::Fact;

/// The schema of the JSON that an operation answers with when all went well.
pub(super) fn json_answer<'c>(view: Projection<'c>, operation: &'c Operation) -> Option<&'c Schema> {
    let well = |response: &&Documented| matches!(response.status, Status::Code(200..300) | Status::Class(2));
    let alive = operation.responses.iter().filter(|response| response.life.contains(view.release));
    let media = alive.filter(well).flat_map(|response| &response.content);
    let json = |media: &&Media| media.life.contains(view.release) && is_json(&media.media_type);
    media.into_iter().find(json).and_then(|media| media.schema.as_ref())
}

impl<'c> Checker<'c> {
    pub(super) fn response(
        &mut self,
        visit: &Visit<'_>,
        operation: &'c Operation,
        method: &str,
        response: &Response,
        report: &mut Report,
    ) {
        let documented = operation.response(response.status).filter(|one| one.life.contains(self.view.release));
        match documented {
            Some(documented) if documented.content.is_empty() => {
                self.no_content(visit, operation, response, report);
            }
            Some(documented) => self.content(visit, operation, method, response, documented, report),
            None => {
                self.status(visit, operation, response.status, report);
                self.refusal(visit, operation, response, report);
            }
        }
    }

    fn status(&mut self, visit: &Visit<'_>, operation: &'c Operation, status: u16, report: &mut Report) {
        let fact = if (400..500).contains(&status) { Fact::RequestRefused } else { Fact::StatusUndeclared };
        if self.counts(Part::ResponseStatus, fact, report) {
            return;
        }
        let codes: Vec<String> = self.view.responses(operation).map(|response| response.status.to_string()).collect();
        let violation = Violation {
            expected: Some(json!(codes)),
            actual: Some(json!(status)),
            subject: Some(status.to_string()),
            ..Violation::new(fact, "", format!("status {status}"))
        };
        self.report(visit, Some(operation), Part::ResponseStatus, None, &violation, report);
    }

    /// Holds the body of a refusal against the shape that servers were seen to send. One finding says it all: the
    /// details of a shape that nobody promised help nobody.
    fn refusal(&mut self, visit: &Visit<'_>, operation: &'c Operation, response: &Response, report: &mut Report) {
        let Some(schema) = self.view.contract.error_body.as_ref().filter(|_| response.status >= 400) else { return };
        let json = response.essence().is_some_and(|essence| is_json(&essence));
        let Some(bytes) = response.body.bytes().filter(|bytes| json && !self.fits_schema(schema, bytes)) else {
            return;
        };
        let Ok(document) = Document::parse(bytes) else { return };
        if let Ok(facts) = self.schemas.violations(schema, &document.value)
            && let Some(first) = facts.first()
        {
            let violation = Violation {
                actual: Some(document.value.clone()),
                notes: vec![format!("the first thing that differs: {} at {:?}", first.fact.name(), first.pointer)],
                ..Violation::new(Fact::ErrorBodyUnknown, "", "the body")
            };
            self.report(visit, Some(operation), Part::ResponseBody, Some(&document.value), &violation, report);
        }
    }

    fn no_content(&mut self, visit: &Visit<'_>, operation: &'c Operation, response: &Response, report: &mut Report) {
        if !is_empty(&response.body) {
            let subject = Some(response.status.to_string());
            let violation = Violation { subject, ..Violation::new(Fact::ResponseBodyUndeclared, "", "the body") };
            self.report(visit, Some(operation), Part::ResponseBody, None, &violation, report);
        }
    }

    fn content(
        &mut self,
        visit: &Visit<'_>,
        operation: &'c Operation,
        method: &str,
        response: &Response,
        documented: &'c Documented,
        report: &mut Report,
    ) {
        let essence = response.essence();
        let empty = is_empty(&response.body);
        if essence.is_none() && empty {
            let media = self.view.media(&documented.content).next();
            if method != "HEAD" && media.is_some_and(|media| is_json(&media.media_type)) {
                let violation = Violation::new(Fact::ResponseBodyMissing, "", "the body");
                self.report(visit, Some(operation), Part::ResponseBody, None, &violation, report);
            }
            return;
        }
        let Some(media) = media_for(self.view, &documented.content, essence.as_deref()) else {
            let fact = undeclared_type(self.view, &documented.content, essence.as_deref(), "/content-type");
            return self.report(visit, Some(operation), Part::ResponseHeader, None, &fact, report);
        };
        if !empty {
            self.body(visit, operation, Part::ResponseBody, media, &response.body, report);
        }
    }
}

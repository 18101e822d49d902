//! Bodies without an exchange: the user says what they are.

use std::cell::OnceCell;

use contract::{Operation, Projection, Release, Schema};
use report::{Part, Report};
use serde_json::json;

use super::secrets::Secrets;
use super::violation::Violation;
use super::{Checker, Visit, response};
use crate::document::Document;
use crate::exchange::{BareBody, ItemLocation};

/// What a bare body is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyOf {
    /// The answer of the operation with this id.
    Operation(String),
    /// The component of this name.
    Component(String),
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

impl<'c> Checker<'c> {
    /// The operation that bare bodies are said to be the answers of.
    pub(super) fn bare_operation(&self) -> Option<&'c Operation> {
        match &self.body {
            Some((_, BodyOf::Operation(id))) => self.view.contract.operations_named(id).next(),
            _ => None,
        }
    }

    pub(super) fn bare_body(&mut self, body: &BareBody, report: &mut Report) {
        let Some(schema) = self.body.as_ref().map(|(schema, _)| *schema) else {
            report.summary.unmatched += 1;
            return;
        };
        if self.is_right(Part::Document, schema, &body.bytes, report) {
            let operation = self.bare_operation();
            self.seen.extend(operation.map(|operation| operation.id.as_str()));
            return;
        }
        match Document::parse(&body.bytes) {
            Ok(document) => self.bare_document(&body.place, &document, report),
            Err(error) => {
                let fact = Violation {
                    actual: Some(json!(error.to_string())),
                    ..Violation::new("body-not-json", "", "the body")
                };
                self.report(&bare(&body.place), None, Part::Document, None, &fact, report);
            }
        }
    }

    /// Checks the document of a bare body, where it was said what that is.
    pub(super) fn bare_document(&mut self, place: &ItemLocation, document: &Document, report: &mut Report) {
        let Some(schema) = self.body.as_ref().map(|(schema, _)| *schema) else { return };
        let operation = self.bare_operation();
        self.seen.extend(operation.map(|operation| operation.id.as_str()));
        let visit = Visit { secrets: Secrets::of_value(&document.value).into(), ..bare(place) };
        self.document(&visit, operation, Part::Document, schema, document, report);
    }
}

/// A visit to a bare body.
fn bare(place: &ItemLocation) -> Visit<'_> {
    Visit { place, request: OnceCell::new(), secrets: OnceCell::new(), exchange: None, refused: false }
}

/// The schema of what a bare body is said to be.
pub(super) fn body_schema<'c>(view: Projection<'c>, of: &BodyOf) -> Result<&'c Schema, UnknownBody> {
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

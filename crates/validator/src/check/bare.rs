//! Bodies without an exchange: the user says what they are.

use contract::{Contract, Operation, Release, ReleaseSet, Schema};
use plan::ScanOutcome;
use report::Part;
use serde_json::json;

use super::response::json_answers;
use super::{Call, Checker, Output, Visit};
use crate::document::Document;
use crate::engine::Violation;
use crate::exchange::BareBody;
use crate::fact::Fact;

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

/// What bare bodies are: a schema for each release, and the operation that answers so.
#[derive(Clone, Default)]
pub(super) struct Bodies<'c>(Vec<(ReleaseSet, Body<'c>)>);

#[derive(Clone, Copy)]
pub(super) struct Body<'c> {
    pub(super) schema: &'c Schema,
    pub(super) operation: Option<&'c Operation>,
}

impl<'c> Bodies<'c> {
    /// What the contract has under the name that a user gave. Fails where none of the releases has it.
    pub(super) fn named(contract: &'c Contract, of: &BodyOf, open: ReleaseSet) -> Result<Self, UnknownBody> {
        let mut bodies = Self::default();
        match of {
            BodyOf::Component(name) => {
                if let Some(component) = contract.component(name) {
                    bodies.add(open & component.life, Body { schema: &component.schema, operation: None });
                }
            }
            BodyOf::Operation(id) => {
                for (operation, releases) in contract.operations_meant(id) {
                    for (life, schema) in json_answers(operation) {
                        bodies.add(open & releases & life, Body { schema, operation: Some(operation) });
                    }
                }
            }
        }
        let release = open.last().unwrap_or(Release::latest());
        match of {
            _ if !bodies.0.is_empty() => Ok(bodies),
            BodyOf::Component(name) => Err(UnknownBody::Component { name: name.clone(), release }),
            BodyOf::Operation(name) => Err(UnknownBody::Operation { name: name.clone(), release }),
        }
    }

    /// Says what bodies are at releases at which that is not known yet.
    fn add(&mut self, at: ReleaseSet, body: Body<'c>) {
        let at = at - self.life();
        if !at.is_empty() {
            self.0.push((at, body));
        }
    }

    /// The releases that have them.
    pub(super) fn life(&self) -> ReleaseSet {
        self.0.iter().fold(ReleaseSet::NONE, |all, (at, _)| all | *at)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (ReleaseSet, Body<'c>)> + use<'c> {
        self.0.clone().into_iter()
    }

    /// What bodies are, if they are one thing at all releases.
    pub(super) fn only(&self) -> Option<(ReleaseSet, Body<'c>)> {
        match self.0.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

impl<'c> Checker<'c> {
    /// Notes that bare bodies were seen, of the operations that they are said to answer.
    pub(super) fn see_bodies(&mut self) {
        let operations = self.bodies.iter().filter_map(|(_, body)| body.operation);
        self.seen.extend(operations.map(Operation::id));
    }

    pub(super) fn bare_body(&mut self, body: &BareBody, out: &mut Output<'_, 'c>) {
        if self.bodies.life().is_empty() {
            out.summary().unmatched += 1;
            return;
        }
        let bodies = self.bodies.clone();
        if bodies.iter().all(|(at, of)| self.is_right(at, Part::Document, of.schema, &body.bytes, out)) {
            return self.see_bodies();
        }
        let text = plan::utf8(&body.bytes).unwrap_or_default();
        let visit = Visit::of_body(&body.place, text);
        if self.bare_list(&visit, &body.bytes, out) {
            return self.see_bodies();
        }
        match Document::parse(&body.bytes) {
            Ok(document) => self.bare_document(&visit, &document, out),
            Err(error) => {
                let actual = Some(json!(error.to_string()));
                let fact = Violation { actual, ..Violation::new(Fact::BodyNotJson, self.open, "", "the body") };
                let call = Call { visit: &visit, at: self.open, operation: None };
                self.report(call, Part::Document, None, fact, out);
            }
        }
    }

    /// Checks a bare body in chunks, where it is one thing and has long lists; whether that was so.
    fn bare_list(&mut self, visit: &Visit<'_>, bytes: &[u8], out: &mut Output<'_, 'c>) -> bool {
        let Some((at, of)) = self.bodies.only() else { return false };
        let Some(text) = self.chunked(at, of.schema, bytes, ScanOutcome::Unsure) else { return false };
        let call = Call { visit, at, operation: of.operation };
        self.in_chunks(call, Part::Document, of.schema, &text, out);
        true
    }

    /// Checks the document of a bare body, where it was said what that is.
    pub(super) fn bare_document(&mut self, visit: &Visit<'_>, document: &Document, out: &mut Output<'_, 'c>) {
        self.see_bodies();
        for (at, body) in self.bodies.iter() {
            let call = Call { visit, at, operation: body.operation };
            self.document(call, Part::Document, body.schema, document, out);
        }
    }
}

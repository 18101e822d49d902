//! One of the two contracts, as a judge of values.

use std::collections::HashMap;
use std::sync::LazyLock;

use contract::{Node, Operation, Projection, Schema, SchemaId, Status, write};
use reference::Validator;
use serde_json::Value;

use super::Accepts;
use super::refusal::{self, Place};
use crate::change::Reach;
use crate::place::{OperationName, Part};

/// What a body may be of which nothing is said.
static ANY: LazyLock<Schema> = LazyLock::new(|| Schema::always(Node::default()));

pub(super) struct Party<'c> {
    pub(super) view: Projection<'c>,
    side: Accepts,
    /// The schemas that were asked; nothing for one that cannot be used.
    compiled: HashMap<SchemaId, Option<Validator>>,
}

impl<'c> Party<'c> {
    pub(super) fn new(view: Projection<'c>, side: Accepts) -> Self {
        Self { view, side, compiled: HashMap::new() }
    }

    /// The schema of the part of an operation by which a change is reached.
    pub(super) fn schema(&self, reach: &Reach) -> Option<&'c Schema> {
        let operation = self.operation(&reach.operation)?;
        match &reach.part {
            Part::Whole | Part::Request(None) | Part::Response(_, None) => None,
            Part::Parameter(place, name) => {
                let at = |one: &&'c contract::Parameter| {
                    one.place == *place && (*one.property.name == **name || *place == contract::ParameterLocation::Path)
                };
                let all: Vec<_> = self.view.parameters(operation).filter(at).collect();
                let named = all.iter().find(|one| *one.property.name == **name);
                named.or(all.first()).map(|one| &one.property.schema)
            }
            Part::Header(status, name) => {
                let response = self.responses(operation).find(|one| one.status == *status)?;
                let header = response.headers.iter().find(|one| one.name.eq_ignore_ascii_case(name))?;
                Some(&header.schema)
            }
            Part::Request(Some(media)) => media_schema(self.view, &operation.body.as_ref()?.content, media),
            Part::Response(status, Some(media)) => {
                let exact = self.responses(operation).find(|one| one.status == *status);
                let success = |status: Status| matches!(status, Status::Code(200..=299) | Status::Class(2));
                let other = || self.responses(operation).find(|one| success(one.status));
                media_schema(self.view, &exact.or_else(other)?.content, media)
            }
        }
    }

    fn responses(&self, operation: &'c Operation) -> impl Iterator<Item = &'c contract::Response> {
        self.view.responses(operation)
    }

    fn operation(&self, name: &OperationName) -> Option<&'c Operation> {
        let here = match (&name.moved_from, self.side) {
            (Some((method, path)), Accepts::Old) => (*method, &**path),
            _ => (name.method, &*name.path),
        };
        self.view.operations().find(|one| one.method == here.0 && one.path_at(self.view.release) == here.1)
    }

    pub(super) fn accepts(&mut self, schema: &'c Schema, value: &Value) -> bool {
        self.validator(schema).is_some_and(|validator| validator.is_valid(value))
    }

    /// Whether a value is refused at this place, and for what changed.
    pub(super) fn refuses(&mut self, schema: &'c Schema, value: &Value, place: &Place<'_>) -> bool {
        let Some(validator) = self.validator(schema) else { return false };
        validator.iter_errors(value).any(|error| refusal::is_about(&error, place))
    }

    fn validator(&mut self, schema: &'c Schema) -> Option<&Validator> {
        let view = self.view;
        self.compiled
            .entry(schema.id())
            .or_insert_with(|| {
                let schema = write::json_schema_of(view, schema);
                // What is not a pattern forbids nothing.
                let usable = |_| reference::compile(&reference::without_unusable_patterns(&schema));
                reference::compile(&schema).or_else(usable).ok()
            })
            .as_ref()
    }
}

fn media_schema<'c>(view: Projection<'c>, content: &'c [contract::Media], name: &str) -> Option<&'c Schema> {
    Some(view.media(content).find(|media| media.media_type == name)?.schema.as_ref().unwrap_or(&ANY))
}

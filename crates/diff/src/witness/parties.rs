//! One of the two contracts, as a judge of values.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use contract::{Method, Node, Operation, Parameter, ParameterLocation, Projection, Schema, SchemaId, Status, write};
use reference::Validator;
use serde_json::Value;

use super::Accepts;
use super::build::{Builder, Shapes};
use super::refusal::{self, Place};
use crate::change::Reach;
use crate::place::{Caller, OperationName, Owner, Part, Step, counterpart};
use crate::shape::{Sub, plain_reference};

/// What a body may be of which nothing is said.
static ANY: LazyLock<Schema> = LazyLock::new(|| Schema::always(Node::default()));

pub(super) struct Party<'c> {
    pub(super) view: Projection<'c>,
    side: Accepts,
    /// The schemas that were asked, or why one cannot be used.
    compiled: HashMap<SchemaId, Result<Validator, String>>,
    operations: HashMap<(Caller, Method, &'c str), &'c Operation>,
    shapes: Rc<RefCell<Shapes<'c>>>,
}

impl<'c> Party<'c> {
    pub(super) fn new(view: Projection<'c>, side: Accepts) -> Self {
        let mut operations = HashMap::new();
        for caller in [Caller::Client, Caller::Server] {
            for operation in caller.operations(view) {
                operations.entry((caller, operation.method, operation.path_at(view.release))).or_insert(operation);
            }
        }
        Self { view, side, compiled: HashMap::new(), operations, shapes: Rc::default() }
    }

    /// Who makes values of this side.
    pub(super) fn builder(&self) -> Builder<'c> {
        Builder::knowing(self.view, &self.shapes)
    }

    /// The schema of the part of an operation by which a change is reached.
    pub(super) fn schema(&self, reach: &Reach) -> Option<&'c Schema> {
        let operation = self.operation(&reach.operation)?;
        match &reach.part {
            Part::Whole | Part::Request(None) | Part::Response(_, None) => None,
            Part::Parameter(..) => self.parameter(reach).map(|parameter| &parameter.property.schema),
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

    /// The parameter by which a change is reached, as this side has it.
    pub(super) fn parameter(&self, reach: &Reach) -> Option<&'c Parameter> {
        let Part::Parameter(place, name) = &reach.part else { return None };
        let name = match (place, self.side, &reach.operation.moved_from) {
            (ParameterLocation::Path, Accepts::Old, Some((_, path))) => counterpart(name, &reach.operation.path, path)?,
            _ => &**name,
        };
        let is_named = |one: &str| match place {
            ParameterLocation::Header => one.eq_ignore_ascii_case(name),
            ParameterLocation::Path | ParameterLocation::Query | ParameterLocation::Cookie => one == name,
        };
        let operation = self.operation(&reach.operation)?;
        self.view.parameters(operation).find(|one| one.place == *place && is_named(&one.property.name))
    }

    fn responses(&self, operation: &'c Operation) -> impl Iterator<Item = &'c contract::Response> {
        self.view.responses(operation)
    }

    pub(super) fn operation(&self, name: &OperationName) -> Option<&'c Operation> {
        let here = match (&name.moved_from, self.side) {
            (Some((method, path)), Accepts::Old) => (*method, &**path),
            _ => (name.method, &*name.path),
        };
        self.operations.get(&(name.caller, here.0, here.1)).copied()
    }

    pub(super) fn accepts(&mut self, schema: &'c Schema, value: &Value) -> bool {
        self.validator(schema).is_ok_and(|validator| validator.is_valid(value))
    }

    /// Why no value of the part of an operation by which a change is reached can be judged, with the component that it is.
    pub(super) fn unjudged(&mut self, reach: &Reach) -> Option<String> {
        let schema = self.schema(reach)?;
        let why = self.validator(schema).err()?.to_owned();
        let component = schema.at(self.view.release).and_then(|node| node.reference.as_deref());
        let component = component.map(|name| format!(" ({name})")).unwrap_or_default();
        let owner = Owner::Exchange { operation: Arc::clone(&reach.operation), part: reach.part.clone() };
        Some(format!("the schema of {owner}{component} is not judged: {why}"))
    }

    /// Whether a value is refused at this place, and for what changed.
    pub(super) fn refuses(&mut self, schema: &'c Schema, value: &Value, place: &Place<'_>) -> bool {
        let Ok(validator) = self.validator(schema) else { return false };
        validator.iter_errors(value).any(|error| refusal::is_about(&error, place))
    }

    /// What this side says of a place in a part of an operation, as JSON Schema.
    pub(super) fn at(&self, reach: &Reach, way: &[Step]) -> Option<Value> {
        let mut builder = self.builder();
        let root = builder.sub(self.schema(reach)?);
        let there = builder.descend(&root, way)?;
        let all = there.0.into_iter().map(|node| Schema::always(node.clone())).collect();
        Some(write::json_schema_of(self.view, &Schema::always(Node { all_of: all, ..Node::default() })))
    }

    pub(super) fn validator(&mut self, schema: &'c Schema) -> Result<&Validator, &str> {
        let view = self.view;
        let sub = Sub(schema.at(view.release).into_iter().collect());
        // What does no more than refer to a component is compiled once, in whichever part of whichever operation it stands.
        let component = plain_reference(&sub).filter(|(_, nullable)| !nullable).map(|(name, _)| name);
        let schema =
            component.and_then(|name| view.contract.component(name)).map_or(schema, |component| &component.schema);
        self.compiled
            .entry(schema.id())
            .or_insert_with(|| {
                let schema = write::json_schema_of(view, schema);
                // What is not a pattern forbids nothing.
                let usable = |_| reference::compile(&reference::without_unusable_patterns(&schema));
                reference::compile(&schema).or_else(usable)
            })
            .as_ref()
            .map_err(String::as_str)
    }
}

fn media_schema<'c>(view: Projection<'c>, content: &'c [contract::Media], name: &str) -> Option<&'c Schema> {
    Some(view.media(content).find(|media| media.media_type == name)?.schema.as_ref().unwrap_or(&ANY))
}

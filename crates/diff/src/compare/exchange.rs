//! Compares what goes to and fro in an operation: parameters, request body, responses.

use std::sync::Arc;

use contract::{
    Media, Operation, Parameter, ParameterLocation, Projection, RequestBody, Response, Schema, Serialization, Status,
};
use report::Direction;
use serde_json::{Value, json};

use super::{At, Walk, style};
use crate::action::{Presence, Replaced, Replacement};
use crate::fact::Fact;
use crate::place::{OperationName, Part, counterpart};
use crate::representation::Representation;
use crate::shape::{Reader, Sub};

impl<'c> Walk<'c> {
    pub(super) fn exchange(&mut self, name: &Arc<OperationName>, old: &'c Operation, new: &'c Operation) {
        self.parameters(name, old, new);
        self.body(name, old, new);
        self.responses(name, old, new);
    }

    fn parameters(&mut self, name: &Arc<OperationName>, old: &'c Operation, new: &'c Operation) {
        let (before, after) = (self.old, self.new);
        let (old_path, new_path) = (old.path_at(before.release), new.path_at(after.release));
        let mut gone: Vec<&'c Parameter> = parameters(before, old).collect();
        let mut come: Vec<&'c Parameter> = Vec::new();
        for parameter in parameters(after, new) {
            match gone.iter().position(|other| same(other, old_path, parameter, new_path)) {
                Some(at) => {
                    let partner = gone.remove(at);
                    self.parameter(name, partner, parameter);
                }
                None => come.push(parameter),
            }
        }
        for parameter in come {
            let moved = gone.iter().position(|other| other.property.name == parameter.property.name);
            let partner = moved.map(|at| gone.remove(at));
            self.parameter_came(name, partner, parameter);
        }
        for parameter in gone {
            let required = parameter.property.required.contains(before.release);
            let mut at = self.part(name, part_of(parameter), Direction::Request);
            let said = said_of(before, &parameter.property.schema);
            at.tell(of_parameter(required, Presence::Removed), said, Value::Null);
        }
    }

    /// A parameter that is new where it stands, and the one of that name that stood elsewhere.
    fn parameter_came(&mut self, name: &Arc<OperationName>, moved: Option<&'c Parameter>, new: &'c Parameter) {
        let after = self.new;
        let mut at = self.part(name, part_of(new), Direction::Request);
        if let Some(old) = moved {
            at.tell(Fact::Parameter(Replacement::Changed), json!(old.place.name()), json!(new.place.name()));
            return;
        }
        let required = new.property.required.contains(after.release);
        let said = said_of(after, &new.property.schema);
        at.tell(of_parameter(required, Presence::Added), Value::Null, said);
    }

    fn parameter(&mut self, name: &Arc<OperationName>, old: &'c Parameter, new: &'c Parameter) {
        let (before, after) = (self.old, self.new);
        let mut at = self.part(name, part_of(new), Direction::Request);
        if [old, new].iter().all(|parameter| matches!(parameter.serialized(), Serialization::Content(_))) {
            at.representation = Representation::Json;
        }
        let (one, other) = (&old.property, &new.property);
        if one.name != other.name && old.place == ParameterLocation::Path {
            at.tell(Fact::ParameterName(Replaced::Changed), json!(one.name), json!(other.name));
        }
        at.flag(Fact::ParameterRequired, one.required.contains(before.release), other.required.contains(after.release));
        at.flag(
            Fact::ParameterDeprecation,
            one.deprecated.contains(before.release),
            other.deprecated.contains(after.release),
        );
        let state = |markers: &'c contract::Eras<contract::marker::History>, release| {
            markers.at(release).and_then(|history| history.state())
        };
        if let (Some(old), Some(new)) = (state(&one.markers, before.release), state(&other.markers, after.release))
            && old != new
        {
            at.tell(Fact::ParameterState(Replaced::Changed), json!(old.to_string()), json!(new.to_string()));
        }
        if let Some((one, other)) = style::changed((before, old), (after, new)) {
            at.tell(Fact::ParameterStyle(Replaced::Changed), json!(one), json!(other));
        }
        at.schemas_of(&old.property.schema, &new.property.schema);
    }

    fn body(&mut self, name: &Arc<OperationName>, old: &'c Operation, new: &'c Operation) {
        let (before, after) = (self.old, self.new);
        let body = |view: Projection<'c>, operation: &'c Operation| {
            operation.body.as_ref().filter(|body| body.life.contains(view.release))
        };
        let required = |view: Projection<'c>, body: &RequestBody| body.required.contains(view.release);
        let whole = |required: bool| if required { Fact::RequiredRequestBody } else { Fact::RequestBody };
        match (body(before, old), body(after, new)) {
            (None, None) => {}
            (None, Some(body)) => {
                let mut at = self.part(name, Part::Request(None), Direction::Request);
                at.tell(whole(required(after, body))(Presence::Added), Value::Null, types(after, &body.content));
            }
            (Some(body), None) => {
                let mut at = self.part(name, Part::Request(None), Direction::Request);
                at.tell(whole(required(before, body))(Presence::Removed), types(before, &body.content), Value::Null);
            }
            (Some(old), Some(new)) => {
                let mut at = self.part(name, Part::Request(None), Direction::Request);
                at.flag(Fact::RequestBodyRequired, required(before, old), required(after, new));
                self.content(name, &Part::Request(None), &old.content, &new.content);
            }
        }
    }

    /// Bodies by media type. `part` says whose bodies they are.
    fn content(&mut self, name: &Arc<OperationName>, part: &Part, old: &'c [Media], new: &'c [Media]) {
        let (before, after) = (self.old, self.new);
        let (aspect, direction): (fn(Replacement) -> Fact, Direction) = match part {
            Part::Response(..) => (Fact::ResponseMediaType, Direction::Response),
            _ => (Fact::RequestMediaType, Direction::Request),
        };
        let mut gone: Vec<&'c Media> = before.media(old).collect();
        let mut come = Vec::new();
        for media in after.media(new) {
            match gone.iter().position(|other| other.media_type == media.media_type) {
                Some(at) => {
                    let partner = gone.remove(at);
                    let part = in_media(part, &media.media_type);
                    let mut at = self.part(name, part, direction);
                    at.optional_schemas(partner.schema.as_ref(), media.schema.as_ref());
                }
                None => come.push(media.media_type.clone()),
            }
        }
        let gone: Vec<String> = gone.iter().map(|media| media.media_type.clone()).collect();
        let action = match (gone.is_empty(), come.is_empty()) {
            (true, true) => return,
            (true, false) => Replacement::Added,
            (false, true) => Replacement::Removed,
            (false, false) => Replacement::Changed,
        };
        self.part(name, part.clone(), direction).tell(aspect(action), list(&gone), list(&come));
    }

    fn responses(&mut self, name: &Arc<OperationName>, old: &'c Operation, new: &'c Operation) {
        let (before, after) = (self.old, self.new);
        let mut gone: Vec<&'c Response> = before.responses(old).collect();
        let mut come: Vec<&'c Response> = Vec::new();
        for response in after.responses(new) {
            match gone.iter().position(|other| other.status == response.status) {
                Some(at) => {
                    let partner = gone.remove(at);
                    self.response(name, partner, response);
                }
                None => come.push(response),
            }
        }
        // One success in place of another is one change, and its body goes on.
        let success = |all: &[&'c Response]| all.iter().position(|one| is_success(one.status));
        if let (Some(from), Some(to)) = (success(&gone), success(&come)) {
            let (old, new) = (gone.remove(from), come.remove(to));
            let mut at = self.part(name, Part::Response(new.status, None), Direction::Response);
            at.tell(
                Fact::SuccessStatus(Replacement::Changed),
                json!(old.status.to_string()),
                json!(new.status.to_string()),
            );
            self.response(name, old, new);
        }
        for (action, statuses) in [(Presence::Added, come), (Presence::Removed, gone)] {
            for response in statuses {
                self.status(name, action, response.status);
            }
        }
    }

    fn status(&mut self, name: &Arc<OperationName>, action: Presence, status: Status) {
        let is_success = is_success(status);
        let fact = if is_success { Fact::SuccessStatus(action.into()) } else { Fact::ErrorStatus(action) };
        let said = json!(status.to_string());
        let (old, new) = if action == Presence::Added { (Value::Null, said) } else { (said, Value::Null) };
        self.part(name, Part::Response(status, None), Direction::Response).tell(fact, old, new);
    }

    fn response(&mut self, name: &Arc<OperationName>, old: &'c Response, new: &'c Response) {
        self.headers(name, old, new);
        let (before, after) = (self.old, self.new);
        let part = Part::Response(new.status, None);
        let (one, other) = (before.media(&old.content).count(), after.media(&new.content).count());
        if (one == 0) == (other == 0) {
            return self.content(name, &part, &old.content, &new.content);
        }
        let (action, old, new) = match one {
            0 => (Presence::Added, Value::Null, types(after, &new.content)),
            _ => (Presence::Removed, types(before, &old.content), Value::Null),
        };
        self.part(name, part, Direction::Response).tell(Fact::ResponseBody(action), old, new);
    }
}

impl<'c> At<'_, 'c> {
    pub(super) fn schemas_of(&mut self, old: &'c Schema, new: &'c Schema) {
        let old = Reader::new(self.walk.old).sub(old);
        let new = Reader::new(self.walk.new).sub(new);
        self.schemas(&old, &new);
    }

    /// Compares schemas, where none allows anything.
    fn optional_schemas(&mut self, old: Option<&'c Schema>, new: Option<&'c Schema>) {
        let sub =
            |view, schema: Option<&'c Schema>| schema.map_or_else(Sub::default, |schema| Reader::new(view).sub(schema));
        let (old, new) = (sub(self.walk.old, old), sub(self.walk.new, new));
        self.schemas(&old, &new);
    }
}

/// The types of a schema.
pub(super) fn said_of<'c>(view: Projection<'c>, schema: &'c Schema) -> Value {
    let mut reader = Reader::new(view);
    let sub = reader.sub(schema);
    reader.shape(&sub).kinds.to_value()
}

fn parameters<'c>(view: Projection<'c>, operation: &'c Operation) -> impl Iterator<Item = &'c Parameter> {
    view.parameters(operation)
}

/// Whether two parameters stand at the same place of a request. In a path that is the segment, elsewhere the name.
fn same(old: &Parameter, old_path: &str, new: &Parameter, new_path: &str) -> bool {
    let (one, other) = (&old.property.name, &new.property.name);
    if old.place != new.place {
        return false;
    }
    match old.place {
        // What is not in its path has no place in it.
        ParameterLocation::Path => counterpart(one, old_path, new_path).unwrap_or(one) == other,
        ParameterLocation::Header => one.eq_ignore_ascii_case(other),
        ParameterLocation::Query | ParameterLocation::Cookie => one == other,
    }
}

fn of_parameter(required: bool, action: Presence) -> Fact {
    if required { Fact::RequiredParameter(action) } else { Fact::Parameter(action.into()) }
}

fn part_of(parameter: &Parameter) -> Part {
    Part::Parameter(parameter.place, parameter.property.name.as_str().into())
}

fn in_media(part: &Part, media: &str) -> Part {
    match part {
        Part::Response(status, _) => Part::Response(*status, Some(media.into())),
        _ => Part::Request(Some(media.into())),
    }
}

fn is_success(status: Status) -> bool {
    matches!(status, Status::Code(200..=299) | Status::Class(2))
}

fn types(view: Projection<'_>, content: &[Media]) -> Value {
    list(&view.media(content).map(|media| media.media_type.clone()).collect::<Vec<_>>())
}

fn list(names: &[String]) -> Value {
    if names.is_empty() { Value::Null } else { json!(names.join(", ")) }
}

//! What a client sent: path, query, headers and body.

use std::collections::HashSet;

use contract::{Operation, ParameterLocation, Projection, Property, ReleaseSet};
use report::Part;
use serde_json::json;

use super::security::is_credential;
use super::{Call, Checker, Output, merged, text};
use crate::engine::{Instance, Violation, deprecated, early_and_late};
use crate::exchange::Request;
use crate::fact::Fact;

impl<'c> Checker<'c> {
    pub(super) fn request(
        &mut self,
        call: Call<'_, 'c>,
        operation: &'c Operation,
        request: &Request,
        path: &[(&str, String)],
        out: &mut Output<'_, 'c>,
    ) {
        for (name, value) in path {
            let named = operation.parameters_in(ParameterLocation::Path).filter(|property| property.name == *name);
            for property in named {
                self.parameter(call.at(call.at & property.life), Part::RequestPath, property, &[value.as_str()], out);
            }
        }
        self.query(call, operation, request, out);
        for property in operation.parameters_in(ParameterLocation::Header) {
            let values: Vec<&str> = request.headers.get_all(&property.name).collect();
            self.given(call, Part::RequestHeader, property, &values, out);
        }
        self.request_body(call, operation, request, out);
    }

    fn query(&mut self, call: Call<'_, 'c>, operation: &'c Operation, request: &Request, out: &mut Output<'_, 'c>) {
        let pairs: Vec<(String, String)> =
            request.url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        for property in operation.parameters_in(ParameterLocation::Query) {
            let values = pairs.iter().filter(|(name, _)| *name == property.name).map(|(_, value)| value.as_str());
            let values: Vec<&str> = values.collect();
            self.given(call, Part::RequestQuery, property, &values, out);
        }
        let mut told: HashSet<&str> = HashSet::new();
        for (name, value) in &pairs {
            if !is_credential(self.contract, name) && told.insert(name) {
                self.unknown_parameter(call, operation, (name, value), out);
            }
        }
    }

    /// A parameter that releases do not have, or that none has.
    fn unknown_parameter(
        &mut self,
        call: Call<'_, 'c>,
        operation: &'c Operation,
        (name, value): (&str, &str),
        out: &mut Output<'_, 'c>,
    ) {
        let named = || operation.parameters_in(ParameterLocation::Query).filter(|property| property.name == name);
        let left = named().fold(call.at, |left, property| left - property.life);
        let known = named().next();
        let (undeclared, early, late) = match known {
            Some(property) => {
                let (early, late) = early_and_late(left, property.life);
                (ReleaseSet::NONE, early, late)
            }
            None => (left, ReleaseSet::NONE, ReleaseSet::NONE),
        };
        for (fact, at) in [
            (Fact::ParameterUndeclared, undeclared),
            (Fact::ParameterNotYetAdded, early),
            (Fact::ParameterRemoved, late),
        ] {
            let violation = Violation {
                property: known,
                right_at: known.map(|property| property.life),
                actual: Some(json!(value)),
                ..parameter_violation(fact, at, name)
            };
            self.report(call, Part::RequestQuery, None, violation, out);
        }
    }

    /// A parameter that may be there, once or more often.
    fn given(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        property: &'c Property,
        values: &[&str],
        out: &mut Output<'_, 'c>,
    ) {
        let call = call.at(call.at & property.life);
        if !values.is_empty() {
            return self.parameter(call, part, property, values, out);
        }
        let missing = parameter_violation(Fact::ParameterMissing, call.at & property.required, &property.name);
        let violation = Violation { property: Some(property), ..missing };
        self.report(call, part, None, violation, out);
    }

    fn parameter(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        property: &'c Property,
        values: &[&str],
        out: &mut Output<'_, 'c>,
    ) {
        let mut facts: Vec<Violation<'c>> = Vec::new();
        for (release, alike) in self.readings.of(self.contract, &property.schema, call.at) {
            let view = Projection { contract: self.contract, release };
            if let [text] = values
                && let Some(json) = text::quoted(view, &property.schema, text)
                && self.is_right(alike, part, &property.schema, json.as_bytes(), out)
            {
                continue;
            }
            let value = text::typed(view, &property.schema, values);
            let json = serde_json::to_vec(&value);
            if !json.is_ok_and(|json| self.is_right(alike, part, &property.schema, &json, out)) {
                facts.extend(self.facts(alike, &property.schema, Instance::from(&value).in_part(part)));
            }
        }
        for mut fact in merged(facts) {
            let inside = fact.pointer.is_empty();
            fact.pointer = format!("/{}{}", contract::pointer::escape(&property.name), fact.pointer);
            let dot = if fact.place.is_empty() || fact.place.starts_with('[') { "" } else { "." };
            fact.place = format!("{}{dot}{}", property.name, fact.place);
            fact.property = fact.property.or(Some(property));
            if inside {
                fact.name = format!("`{}`", property.name);
            }
            self.report(call, part, None, fact, out);
        }
        let soon_gone = parameter_violation(Fact::ParameterDeprecated, call.at & deprecated(property), &property.name);
        let violation = Violation { property: Some(property), deprecated: Some(property.deprecated), ..soon_gone };
        self.report(call, part, None, violation, out);
    }

    fn request_body(
        &mut self,
        call: Call<'_, 'c>,
        operation: &'c Operation,
        request: &Request,
        out: &mut Output<'_, 'c>,
    ) {
        let (part, is_empty) = (Part::RequestBody, super::is_empty(&request.body));
        let documented = operation.body.as_ref().map_or(ReleaseSet::NONE, |body| body.life);
        if !is_empty {
            let fact = Violation::new(Fact::RequestBodyUndeclared, call.at - documented, "", "the body");
            self.report(call, part, None, fact, out);
        }
        let Some(body) = &operation.body else { return };
        let call = call.at(call.at & body.life);
        if is_empty {
            let fact = Violation::new(Fact::RequestBodyMissing, call.at & body.required, "", "the body");
            return self.report(call, part, None, fact, out);
        }
        let essence = request.essence();
        let typed = super::body::Typed { content: &body.content, essence: essence.as_deref(), body: &request.body };
        let left = self.typed_body(call, part, &typed, out);
        let fact = super::body::undeclared_type(left, &body.content, essence.as_deref(), "");
        self.report(call, part, None, fact, out);
    }
}

fn parameter_violation<'c>(fact: Fact, at: ReleaseSet, name: &str) -> Violation<'c> {
    let pointer = format!("/{}", contract::pointer::escape(name));
    Violation { place: name.to_owned(), ..Violation::new(fact, at, pointer, format!("`{name}`")) }
}

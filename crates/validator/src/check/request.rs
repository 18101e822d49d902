//! What a client sent: path, query, headers and body.

use std::collections::HashSet;

use contract::{Operation, Parameter, ParameterLocation, Projection, ReleaseSet};
use report::Part;
use serde_json::json;

use super::decode::{self, Decoder, Pair};
use super::security::is_credential;
use super::{Call, Checker, Output, merged};
use crate::engine::{Instance, Violation, deprecated, early_and_late, name_of};
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
        self.path(call, operation, request, path, out);
        self.query(call, operation, request, out);
        let is_told = |given: &[Pair<'_>]| !given.is_empty() || request.headers.is_complete();
        for parameter in of_place(operation, ParameterLocation::Header) {
            let given = decode::header(&request.headers, &parameter.property.name);
            if !is_told(&given) {
                continue;
            }
            self.given(call, Part::RequestHeader, parameter, &given, out);
        }
        for parameter in of_place(operation, ParameterLocation::Cookie) {
            let view = Projection { contract: self.contract, release: call.at.last().unwrap_or(self.newest) };
            let cookies = decode::cookies(&request.headers, parameter, view);
            let given = decode::of_parameter(view, parameter, &cookies, &|_| true);
            if !is_told(&given) {
                continue;
            }
            self.given(call, Part::RequestHeader, parameter, &given, out);
        }
        self.request_body(call, operation, request, out);
    }

    fn path(
        &mut self,
        call: Call<'_, 'c>,
        operation: &'c Operation,
        request: &Request,
        path: &[(&str, String)],
        out: &mut Output<'_, 'c>,
    ) {
        for (name, value) in path {
            let named = of_place(operation, ParameterLocation::Path).filter(|known| known.property.name == *name);
            for parameter in named {
                let at = call.at & parameter.property.life;
                let given = [((*name).to_owned(), decode::segment(&request.url, value))];
                self.parameter(call.at(at), Part::RequestPath, parameter, &given, out);
            }
        }
    }

    fn query(&mut self, call: Call<'_, 'c>, operation: &'c Operation, request: &Request, out: &mut Output<'_, 'c>) {
        let pairs = decode::query(&request.url);
        let contract = self.contract;
        let is_other = |key: &str| {
            let mut named = operation.parameters_in(ParameterLocation::Query);
            named.any(|property| property.name == key) || is_credential(contract, key)
        };
        let view = Projection { contract, release: call.at.last().unwrap_or(self.newest) };
        let mut claimed: HashSet<String> = HashSet::new();
        for parameter in of_place(operation, ParameterLocation::Query) {
            let given = decode::of_parameter(view, parameter, &pairs, &is_other);
            self.given(call, Part::RequestQuery, parameter, &given, out);
            let spread = given.into_iter().filter(|(name, _)| *name != parameter.property.name);
            claimed.extend(spread.map(|(name, _)| name));
        }
        let mut told: HashSet<&str> = HashSet::new();
        for (name, value) in pairs.iter().filter(|(name, _)| !claimed.contains(name)) {
            if !is_credential(self.contract, name) && told.insert(name) {
                self.unknown_parameter(call, operation, (name, &value.decoded()), out);
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
        parameter: &'c Parameter,
        given: &[Pair<'_>],
        out: &mut Output<'_, 'c>,
    ) {
        let property = &parameter.property;
        let call = call.at(call.at & property.life);
        if !given.is_empty() {
            return self.parameter(call, part, parameter, given, out);
        }
        let missing = parameter_violation(Fact::ParameterMissing, call.at & property.required, &property.name);
        let violation = Violation { property: Some(property), ..missing };
        self.report(call, part, None, violation, out);
    }

    fn parameter(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        parameter: &'c Parameter,
        given: &[Pair<'_>],
        out: &mut Output<'_, 'c>,
    ) {
        let property = &parameter.property;
        let mut facts: Vec<Violation<'c>> = Vec::new();
        for (release, alike) in self.readings.of(self.contract, &property.schema, call.at) {
            let view = Projection { contract: self.contract, release };
            if let Some(json) = decode::quoted(view, parameter, given)
                && self.is_right(alike, part, &property.schema, json.as_bytes(), out)
            {
                continue;
            }
            if parameter.allows_empty && given.iter().all(|(_, text)| text.decoded().is_empty()) {
                continue;
            }
            let decoded = Decoder { view, engine: &mut self.engine }.parameter(parameter, given);
            facts.extend(decoded.violations(alike));
            let json = serde_json::to_vec(&decoded.value);
            if decoded.judges("") && !json.is_ok_and(|json| self.is_right(alike, part, &property.schema, &json, out)) {
                let found = self.facts(alike, &property.schema, Instance::from(&decoded.value).in_part(part));
                facts.extend(found.into_iter().filter(|fact| decoded.judges(&fact.pointer)));
            }
        }
        for mut fact in merged(facts) {
            let (inside, is_item) = (fact.pointer.is_empty(), fact.name.starts_with("item "));
            fact.pointer = format!("/{}{}", contract::pointer::escape(&property.name), fact.pointer);
            let dot = if fact.place.is_empty() || fact.place.starts_with('[') { "" } else { "." };
            fact.place = format!("{}{dot}{}", property.name, fact.place);
            fact.property = fact.property.or(Some(property));
            if inside || is_item {
                fact.name = name_of(&fact.pointer);
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
        if super::body::is_there(&request.body) {
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
        let tells_type = request.headers.is_complete() && !request.headers.is_empty();
        if essence.is_none() && tells_type && request.body.bytes().is_some() {
            let at = super::body::expecting_json(call.at, &body.content);
            let fact = Violation::new(Fact::ContentTypeMissing, at, "", "the body");
            self.report(call, Part::RequestHeader, None, fact, out);
        }
        let typed = super::body::Typed { content: &body.content, essence: essence.as_deref(), body: &request.body };
        let left = self.typed_body(call, part, &typed, out);
        let fact = super::body::undeclared_type(left, &body.content, essence.as_deref(), "");
        self.report(call, part, None, fact, out);
    }
}

fn of_place(operation: &Operation, place: ParameterLocation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().filter(move |parameter| parameter.place == place)
}

fn parameter_violation<'c>(fact: Fact, at: ReleaseSet, name: &str) -> Violation<'c> {
    let pointer = format!("/{}", contract::pointer::escape(name));
    Violation { place: name.to_owned(), ..Violation::new(fact, at, pointer, format!("`{name}`")) }
}

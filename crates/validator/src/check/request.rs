//! What a client sent: path, query, headers and body.

use std::collections::HashSet;

use contract::{Operation, Place, Property};
use report::{Part, Report};
use serde_json::{Value, json};

use super::security::is_credential;
use super::violation::Violation;
use super::walk::{is_deprecated, is_to_come};
use super::{Checker, Visit, text};
use crate::exchange::Request;
use crate::fact::Fact;

impl<'c> Checker<'c> {
    pub(super) fn request(
        &mut self,
        visit: &Visit<'_>,
        operation: &'c Operation,
        request: &Request,
        path: &[(&str, String)],
        report: &mut Report,
    ) {
        for (name, value) in path {
            let mut parameters = operation.parameters_in(Place::Path);
            if let Some(property) = parameters.find(|property| property.name == *name) {
                self.parameter(visit, operation, Part::RequestPath, property, &[value.as_str()], report);
            }
        }
        self.query(visit, operation, request, report);
        for property in self.alive(operation, Place::Header) {
            let values: Vec<&str> = request.headers.get_all(&property.name).collect();
            self.given(visit, operation, Part::RequestHeader, property, &values, report);
        }
        self.request_body(visit, operation, request, report);
    }

    fn query(&mut self, visit: &Visit<'_>, operation: &'c Operation, request: &Request, report: &mut Report) {
        let pairs: Vec<(String, String)> =
            request.url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        for property in self.alive(operation, Place::Query) {
            let values = pairs.iter().filter(|(name, _)| *name == property.name).map(|(_, value)| value.as_str());
            let values: Vec<&str> = values.collect();
            self.given(visit, operation, Part::RequestQuery, property, &values, report);
        }
        let mut told: HashSet<&str> = HashSet::new();
        for (name, value) in &pairs {
            let known = operation.parameters_in(Place::Query).find(|property| property.name == *name);
            let exists = known.is_some_and(|property| property.life.contains(self.view.release));
            if exists || is_credential(self.view.contract, name) || !told.insert(name) {
                continue;
            }
            let fact = match known {
                Some(property) if is_to_come(self.view, property) => Fact::ParameterNotYetAdded,
                Some(_) => Fact::ParameterRemoved,
                None => Fact::ParameterUndeclared,
            };
            let violation = Violation {
                property: known,
                right_at: known.map(|property| property.life),
                actual: Some(json!(value)),
                ..parameter_violation(fact, name)
            };
            self.report(visit, Some(operation), Part::RequestQuery, None, &violation, report);
        }
    }

    fn alive(&self, operation: &'c Operation, place: Place) -> Vec<&'c Property> {
        let release = self.view.release;
        operation.parameters_in(place).filter(|property| property.life.contains(release)).collect()
    }

    /// A parameter that may be there, once or more often.
    fn given(
        &mut self,
        visit: &Visit<'_>,
        operation: &'c Operation,
        part: Part,
        property: &'c Property,
        values: &[&str],
        report: &mut Report,
    ) {
        if !values.is_empty() {
            return self.parameter(visit, operation, part, property, values, report);
        }
        if property.required.contains(self.view.release) {
            let violation =
                Violation { property: Some(property), ..parameter_violation(Fact::ParameterMissing, &property.name) };
            self.report(visit, Some(operation), part, None, &violation, report);
        }
    }

    fn parameter(
        &mut self,
        visit: &Visit<'_>,
        operation: &'c Operation,
        part: Part,
        property: &'c Property,
        values: &[&str],
        report: &mut Report,
    ) {
        if let [text] = values
            && !is_deprecated(self.view, property)
            && let Some(json) = text::quoted(self.view, &property.schema, text)
            && self.is_right(part, &property.schema, json.as_bytes(), report)
        {
            return;
        }
        let value = text::typed(self.view, &property.schema, values);
        let is_right =
            serde_json::to_vec(&value).is_ok_and(|bytes| self.is_right(part, &property.schema, &bytes, report));
        let mut facts = if is_right {
            Vec::new()
        } else {
            self.value(visit, Some(operation), part, &property.schema, &value, report)
        };
        for fact in &mut facts {
            let inside = fact.pointer.is_empty();
            fact.pointer = format!("/{}{}", contract::pointer::escape(&property.name), fact.pointer);
            fact.property = fact.property.or(Some(property));
            if inside {
                fact.name = format!("`{}`", property.name);
            }
        }
        if is_deprecated(self.view, property) {
            let deprecated = Some(property.deprecated);
            let violation = parameter_violation(Fact::ParameterDeprecated, &property.name);
            facts.push(Violation { property: Some(property), deprecated, ..violation });
        }
        for fact in facts {
            self.report(visit, Some(operation), part, None, &fact, report);
        }
    }

    fn request_body(&mut self, visit: &Visit<'_>, operation: &'c Operation, request: &Request, report: &mut Report) {
        let release = self.view.release;
        let documented = operation.body.as_ref().filter(|body| body.life.contains(release));
        let part = Part::RequestBody;
        match (documented, super::body::is_empty(&request.body)) {
            (None, true) => {}
            (None, false) => {
                let fact = Violation::new(Fact::RequestBodyUndeclared, "", "the body");
                self.report(visit, Some(operation), part, None, &fact, report);
            }
            (Some(body), true) => {
                if body.required.contains(release) {
                    let fact = Violation::new(Fact::RequestBodyMissing, "", "the body");
                    self.report(visit, Some(operation), part, None, &fact, report);
                }
            }
            (Some(body), false) => {
                let essence = request.essence();
                let Some(media) = super::body::media_for(self.view, &body.content, essence.as_deref()) else {
                    let fact = super::body::undeclared_type(self.view, &body.content, essence.as_deref(), "");
                    return self.report(visit, Some(operation), part, None, &fact, report);
                };
                self.body(visit, operation, part, media, &request.body, report);
            }
        }
    }
}

fn parameter_violation<'c>(fact: Fact, name: &str) -> Violation<'c> {
    let pointer = format!("/{}", contract::pointer::escape(name));
    Violation { actual: None::<Value>, ..Violation::new(fact, pointer, format!("`{name}`")) }
}

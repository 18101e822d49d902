//! What the `openapiv3` crate reads of a document, as facts, so that our reader is not the only witness of itself.
//!
//! The document goes through the crate's types. What they do not hold is named and counted; all else must be what we read.

use contract::facts::{Difference, Facts, Subject};
use contract::keyword::Keyword;
use openapiv3::{OpenAPI, Operation, PathItem, ReferenceOr};
use serde_json::{Map, Value, json};

use crate::Failure;

/// What the two readers say differently of one document.
#[derive(Debug, Clone, Default)]
pub(crate) struct SecondOpinion {
    /// How many facts ours has.
    pub(crate) facts: usize,
    /// Defaults that are null, which the crate's types do not tell from none.
    pub(crate) null_defaults: usize,
    /// What stands beside a `$ref`, which its types do not hold.
    pub(crate) beside_references: usize,
    /// All else.
    pub(crate) differences: Vec<Difference>,
}

/// Holds what our reader took from a document against what the crate does.
pub(crate) fn of(ours: &Facts, document: &[u8]) -> Result<SecondOpinion, Failure> {
    let document: OpenAPI = serde_json::from_slice(document)?;
    let mut told = SecondOpinion { facts: ours.len(), ..SecondOpinion::default() };
    for difference in ours.differences(&facts(&document)?) {
        let is_missing = difference.right.is_none();
        let reference = Subject { element: difference.subject.element.clone(), aspect: "reference".to_owned() };
        if is_missing && difference.left == Some(Value::Null) && difference.subject.aspect == "default" {
            told.null_defaults += 1;
        } else if is_missing && ours.get(&reference).is_some() {
            told.beside_references += 1;
        } else {
            told.differences.push(difference);
        }
    }
    Ok(told)
}

fn facts(document: &OpenAPI) -> Result<Facts, Failure> {
    let mut writer = Writer::default();
    for (path, item) in &document.paths.paths {
        let ReferenceOr::Item(item) = item else { return Err(format!("{path} is a reference").into()) };
        for (method, operation) in item.iter() {
            writer.operation(&format!("{} {path}", method.to_uppercase()), operation, item, document)?;
        }
    }
    for (name, schema) in document.components.iter().flat_map(|components| &components.schemas) {
        writer.put(name, "exists", json!(true));
        writer.schema(name, &serde_json::to_value(schema)?);
    }
    Ok(writer.facts.into_iter().collect())
}

/// Writes facts in the words of [`Facts`].
#[derive(Default)]
struct Writer {
    facts: Vec<(Subject, Value)>,
}

impl Writer {
    fn put(&mut self, element: &str, aspect: &str, value: Value) {
        self.facts.push((Subject { element: element.to_owned(), aspect: aspect.to_owned() }, value));
    }

    fn flag(&mut self, element: &str, aspect: &str, value: Option<&Value>) {
        if value.and_then(Value::as_bool) == Some(true) {
            self.put(element, aspect, json!(true));
        }
    }

    fn operation(
        &mut self,
        name: &str,
        operation: &Operation,
        item: &PathItem,
        document: &OpenAPI,
    ) -> Result<(), Failure> {
        self.put(name, "operationId", json!(operation.operation_id));
        let mut tags: Vec<&String> = operation.tags.iter().filter(|tag| *tag != "Deprecated").collect();
        tags.sort();
        self.put(name, "tags", json!(tags));
        self.flag(name, "deprecated", Some(&json!(operation.deprecated)));
        self.flag(name, "admin only", operation.extensions.get("x-immich-admin-only"));
        self.history(name, &serde_json::to_value(operation)?);
        if let Some(permission) = operation.extensions.get("x-immich-permission") {
            self.put(name, "permission", permission.clone());
        }
        let security = operation.security.as_ref().or(document.security.as_ref());
        if let Some(security) = security {
            let names = |one: &openapiv3::SecurityRequirement| one.keys().cloned().collect();
            let mut alternatives: Vec<Vec<String>> = security.iter().map(names).collect();
            alternatives.sort();
            self.put(name, "security", json!(alternatives));
        }
        for parameter in item.parameters.iter().chain(&operation.parameters) {
            self.parameter(name, &serde_json::to_value(parameter)?);
        }
        if let Some(body) = &operation.request_body {
            self.body(&format!("{name} request"), &serde_json::to_value(body)?);
        }
        for (status, response) in &operation.responses.responses {
            self.body(&format!("{name} {status}"), &serde_json::to_value(response)?);
        }
        if let Some(response) = &operation.responses.default {
            self.body(&format!("{name} default"), &serde_json::to_value(response)?);
        }
        Ok(())
    }

    fn parameter(&mut self, operation: &str, parameter: &Value) {
        let text = |key: &str| parameter.get(key).and_then(Value::as_str).unwrap_or_default();
        let element = format!("{operation} {} {}", text("in"), text("name"));
        self.put(&element, "exists", json!(true));
        self.flag(&element, "required", parameter.get("required"));
        self.flag(&element, "deprecated", parameter.get("deprecated"));
        self.history(&element, parameter);
        parameter.get("schema").iter().for_each(|schema| self.schema(&element, schema));
    }

    /// A request body or a response.
    fn body(&mut self, element: &str, body: &Value) {
        self.put(element, "exists", json!(true));
        self.flag(element, "required", body.get("required"));
        for (media_type, media) in members(body, "content") {
            let element = format!("{element} {media_type}");
            self.put(&element, "exists", json!(true));
            media.get("schema").iter().for_each(|schema| self.schema(&element, schema));
        }
    }

    /// Upstream's claims of what came and went, in each of its notations: state, version and what takes its place.
    fn history(&mut self, element: &str, claimed: &Value) {
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let mut claims: Vec<Value> = list(claimed, "x-immich-history")
            .map(|claim| json!([claim.get("state"), claim.get("version"), claim.get("replacementId")]))
            .collect();
        let states = [("addedAt", "added", "Added"), ("deprecatedAt", "deprecated", "Deprecated")];
        if let Some(lifecycle) = claimed.get("x-immich-lifecycle") {
            let version = |(key, _, state): (&str, _, &str)| Some(json!([state, text(lifecycle, key)?, null]));
            claims.extend(states.into_iter().filter_map(version));
        } else if claims.is_empty() {
            let prose = text(claimed, "description").unwrap_or_default();
            let version = |(_, word, state): (_, &str, &str)| {
                let (_, rest) = prose.split_once(&format!("This property was {word} in "))?;
                Some(json!([state, rest.split_whitespace().next()?.trim_end_matches('.'), null]))
            };
            claims.extend(states.into_iter().filter_map(version));
        }
        if !claims.is_empty() {
            self.put(element, "history", claims.into());
        }
    }

    fn schema(&mut self, element: &str, schema: &Value) {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let name = reference.strip_prefix("#/components/schemas/").unwrap_or(reference);
            return self.put(element, "reference", json!(name));
        }
        if let Some(kind) = schema.get("type") {
            self.put(element, "type", kind.clone());
        }
        self.flag(element, "nullable", schema.get("nullable"));
        let mut values: Vec<String> = list(schema, "enum").map(Value::to_string).collect();
        values.sort();
        if !values.is_empty() {
            self.put(element, "enum", json!(values));
        }
        for keyword in Keyword::all().filter(|keyword| !keyword.name().starts_with("exclusive")) {
            if let Some(value) = schema.get(keyword.name()) {
                self.put(element, bound(keyword.name(), schema), plain(value));
            }
        }
        self.below(element, schema);
    }

    fn below(&mut self, element: &str, schema: &Value) {
        let required: Vec<&str> = list(schema, "required").filter_map(Value::as_str).collect();
        for (name, property) in members(schema, "properties") {
            let element = format!("{element}.{name}");
            self.put(&element, "exists", json!(true));
            self.flag(&element, "required", Some(&json!(required.contains(&name.as_str()))));
            self.flag(&element, "deprecated", property.get("deprecated"));
            self.history(&element, property);
            self.schema(&element, property);
        }
        match schema.get("additionalProperties") {
            Some(Value::Bool(false)) => self.put(element, "additionalProperties", json!(false)),
            Some(schema @ Value::Object(_)) => self.schema(&format!("{element}.*"), schema),
            _ => {}
        }
        schema.get("items").iter().for_each(|items| self.schema(&format!("{element}[]"), items));
        schema.get("not").iter().for_each(|not| self.schema(&format!("{element} not"), not));
        // All of one is that one.
        let only = list(schema, "allOf")
            .next()
            .filter(|only| list(schema, "allOf").count() == 1 && only.get("$ref").is_some());
        if let Some(only) = only {
            self.schema(element, only);
        }
        for keyword in ["allOf", "anyOf", "oneOf"].into_iter().filter(|keyword| *keyword != "allOf" || only.is_none()) {
            for (index, schema) in list(schema, keyword).enumerate() {
                self.schema(&format!("{element} {keyword} {index}"), schema);
            }
        }
    }
}

/// A bound by the keyword of JSON Schema: OpenAPI 3.0 says beside it whether it is exclusive.
fn bound<'k>(keyword: &'k str, schema: &Value) -> &'k str {
    let is_exclusive = |flag: &str| schema.get(flag).and_then(Value::as_bool) == Some(true);
    match keyword {
        "minimum" if is_exclusive("exclusiveMinimum") => "exclusiveMinimum",
        "maximum" if is_exclusive("exclusiveMaximum") => "exclusiveMaximum",
        other => other,
    }
}

/// A number without a fraction as an integer: the crate holds bounds of numbers as `f64`.
#[expect(clippy::cast_possible_truncation, reason = "as far as integers are exact as f64")]
fn plain(value: &Value) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let whole = value.as_f64().filter(|number| value.is_f64() && number.fract() == 0.0 && number.abs() <= EXACT);
    whole.map_or_else(|| value.clone(), |number| json!(number as i64))
}

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn members<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    value.get(key).and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

#[cfg(test)]
mod tests {
    use contract::facts::Scope;
    use contract::{Projection, Release, read};

    use super::*;

    fn document(longest: u64) -> Vec<u8> {
        let pet = json!({"type": "object", "required": ["name"], "properties": {
            "name": {"type": "string", "maxLength": longest}, "age": {"type": "number", "minimum": 0, "exclusiveMinimum": true},
            "owner": {"nullable": true, "allOf": [{"$ref": "#/components/schemas/Pet"}], "default": null},
            "friend": {"$ref": "#/components/schemas/Pet", "deprecated": true}}});
        let responses = json!({"200": {"description": "", "content": {"application/json": {"schema": pet}}}});
        let document = json!({"openapi": "3.0.0", "info": {"title": "Pets", "version": "1"},
            "paths": {"/pets": {"get": {"operationId": "pets", "responses": responses}}},
            "components": {"schemas": {"Pet": pet}}});
        document.to_string().into_bytes()
    }

    #[test]
    fn what_two_readers_read_differently_is_told() {
        let contract = read::openapi(&document(3)).unwrap().contract;
        let ours = Facts::of(Projection { contract: &contract, release: Release::latest() }, &Scope::of(&contract));
        let same = of(&ours, &document(3)).unwrap();
        assert_eq!(same.differences, []);
        assert_eq!((same.null_defaults, same.beside_references), (2, 2));
        let other = of(&ours, &document(4)).unwrap().differences;
        let elements: Vec<&str> = other.iter().map(|one| one.subject.element.as_str()).collect();
        assert_eq!(elements, ["GET /pets 200 application/json.name", "Pet.name"]);
        assert_eq!((&other[1].left, &other[1].right), (&Some(json!(3)), &Some(json!(4))));
    }
}

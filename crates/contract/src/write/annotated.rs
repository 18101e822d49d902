//! Writes the annotated contract: JSON Schema 2020-12 for the union of all releases, with lives.

use serde_json::{Map, Value, json};

use super::node::{Dialect, extended, markers, ranges_unless_empty, with_life};
use super::object;
use crate::{
    Component, Contract, Credential, Encoding, Eras, Media, Operation, Parameter, ParameterLocation, ReleaseSet,
    RequestBody, Response, SecurityScheme, Serialization,
};

const SCHEMA: &str = "https://json-schema.org/draft/2020-12/schema";

/// The whole contract as one document, the one that [`read::annotated`](crate::read::annotated) takes.
pub fn annotated(contract: &Contract) -> Value {
    let components = contract.components.iter();
    let defs: Map<String, Value> =
        components.map(|(name, one)| (name.clone(), component(Dialect::Annotated, one))).collect();
    let mut document = rest(Dialect::Annotated, contract);
    if let Value::Object(members) = &mut document {
        members.insert("$defs".to_owned(), Value::Object(defs));
    }
    document
}

/// The contract as files: `NAME.json` for each component, and `operations.json` for everything else.
pub fn annotated_files(contract: &Contract) -> Vec<(String, Value)> {
    let one = |(name, one): (&String, &Component)| {
        let head = object([("$schema", Some(json!(SCHEMA))), ("title", Some(json!(name)))]);
        let body = component(Dialect::AnnotatedFiles, one);
        let members = body.as_object().cloned().unwrap_or_default();
        (format!("{name}.json"), extended(head, members))
    };
    let mut files: Vec<(String, Value)> = contract.components.iter().map(one).collect();
    files.push(("operations.json".to_owned(), rest(Dialect::AnnotatedFiles, contract)));
    files
}

fn component(dialect: Dialect, component: &Component) -> Value {
    let marks = object([
        ("x-immich-observed", component.observed.then(|| json!(true))),
        ("x-immich-life", (component.life != ReleaseSet::all()).then(|| json!(component.life.to_ranges()))),
    ]);
    let marks = marks.as_object().cloned().unwrap_or_default();
    extended(dialect.schema(&component.schema), marks)
}

fn rest(dialect: Dialect, contract: &Contract) -> Value {
    let operations: Vec<Value> = contract.operations.iter().map(|one| operation(dialect, one)).collect();
    let schemes: Map<String, Value> =
        contract.security_schemes.iter().map(|(name, one)| (name.clone(), scheme(one))).collect();
    object([
        ("$schema", Some(json!(SCHEMA))),
        ("title", Some(json!(contract.title))),
        ("version", contract.version.as_ref().map(|version| json!(version))),
        ("x-immich-covers", contract.has_releases.then(|| json!(contract.releases.to_ranges()))),
        ("servers", (!contract.servers.is_empty()).then(|| json!(contract.servers))),
        ("operations", Some(json!(operations))),
        ("securitySchemes", Some(Value::Object(schemes))),
        ("errorBody", contract.error_body.as_ref().map(|schema| dialect.schema(schema))),
        ("observations", (!contract.observations.is_empty()).then(|| json!(contract.observations))),
    ])
}

fn operation(dialect: Dialect, one: &Operation) -> Value {
    let responses: Map<String, Value> =
        one.responses.iter().map(|response| (response.status.to_string(), answer(dialect, response))).collect();
    object([
        ("operationId", Some(json!(one.id()))),
        ("x-immich-ids", former(&one.ids, "id")),
        ("method", Some(json!(one.method.key()))),
        ("path", Some(json!(one.path()))),
        ("x-immich-paths", former(&one.paths, "path")),
        ("tags", one.tags.constant().map(|tags| json!(tags))),
        ("x-immich-tags", timed(&one.tags, |tags| ("tags", json!(tags))).filter(|_| one.tags.constant().is_none())),
        ("x-immich-life", life(one.life)),
        ("x-immich-deprecated", ranges_unless_empty(one.deprecated)),
        ("x-immich-markers", markers(&one.markers)),
        ("x-immich-permission", timed(&one.permission, |name| ("name", json!(name)))),
        ("x-immich-admin-only", ranges_unless_empty(one.admin_only)),
        ("x-immich-security", timed(&one.security, |alternatives| ("anyOf", json!(alternatives)))),
        ("parameters", parameters(dialect, one)),
        ("requestBody", one.body.as_ref().map(|body| request_body(dialect, body))),
        ("responses", Some(Value::Object(responses))),
    ])
}

fn life(releases: ReleaseSet) -> Option<Value> {
    (releases != ReleaseSet::all()).then(|| json!(releases.to_ranges()))
}

fn timed<T>(eras: &Eras<T>, entry: impl Fn(&T) -> (&'static str, Value)) -> Option<Value> {
    let one = |(releases, value): (ReleaseSet, &T)| {
        let (key, value) = entry(value);
        object([("life", Some(json!(releases.to_ranges()))), (key, Some(value))])
    };
    (!eras.is_empty()).then(|| eras.iter().map(one).collect())
}

/// The names that something had before its newest.
fn former(names: &Eras<String>, key: &'static str) -> Option<Value> {
    let before = names.iter().filter(|(_, name)| Some(*name) != names.newest());
    let before: Eras<String> = before.map(|(releases, name)| (releases, name.clone())).collect();
    timed(&before, |name| (key, json!(name)))
}

fn parameters(dialect: Dialect, operation: &Operation) -> Option<Value> {
    let group = |place: ParameterLocation| {
        let all: Vec<_> = operation.parameters.iter().filter(|parameter| parameter.place == place).collect();
        let always = all.iter().map(|one| &one.property).filter(|one| one.required == ReleaseSet::all());
        let required: Vec<&str> = always.map(|one| one.name.as_str()).collect();
        let properties: Map<String, Value> =
            all.iter().map(|one| (one.property.name.clone(), parameter(dialect, one))).collect();
        (!properties.is_empty()).then(|| {
            object([
                ("type", Some(json!("object"))),
                ("required", (!required.is_empty()).then(|| json!(required))),
                ("properties", Some(Value::Object(properties))),
            ])
        })
    };
    let groups = object(ParameterLocation::ALL.map(|place| (place.name(), group(place))));
    groups.as_object().is_some_and(|groups| !groups.is_empty()).then_some(groups)
}

fn parameter(dialect: Dialect, parameter: &Parameter) -> Value {
    let marks = object([
        ("x-immich-serialization", parameter.serialization.as_ref().map(serialized)),
        ("x-immich-allow-empty", parameter.allows_empty.then(|| json!(true))),
    ]);
    extended(dialect.property(&parameter.property), marks.as_object().cloned().unwrap_or_default())
}

/// How a value becomes text, as an encoding object says it.
pub(super) fn serialized(serialization: &Serialization) -> Value {
    match serialization {
        Serialization::Content(media_type) => json!({"contentType": media_type}),
        Serialization::Styled(style) => object([
            ("style", Some(json!(style.name.name()))),
            ("explode", Some(json!(style.explode))),
            ("allowReserved", style.allow_reserved.then(|| json!(true))),
        ]),
    }
}

pub(super) fn encodings(media: &Media) -> Option<Value> {
    let one = |encoding: &Encoding| (encoding.property.clone(), serialized(&encoding.serialization));
    let all: Map<String, Value> = media.encodings.iter().map(one).collect();
    (!all.is_empty()).then_some(Value::Object(all))
}

fn content(dialect: Dialect, content: &[Media]) -> Option<Value> {
    let one = |media: &Media| {
        let schema = media.schema.as_ref().map_or_else(|| json!({}), |schema| dialect.schema(schema));
        let marks = object([("x-immich-encoding", encodings(media))]);
        let schema = extended(schema, marks.as_object().cloned().unwrap_or_default());
        (media.media_type.clone(), with_life(schema, media.life))
    };
    (!content.is_empty()).then(|| Value::Object(content.iter().map(one).collect()))
}

fn request_body(dialect: Dialect, body: &RequestBody) -> Value {
    let whenever = body.required == body.life;
    object([
        ("x-immich-life", life(body.life)),
        ("required", whenever.then(|| json!(true))),
        ("x-immich-required", if whenever { None } else { ranges_unless_empty(body.required) }),
        ("content", content(dialect, &body.content)),
    ])
}

fn answer(dialect: Dialect, response: &Response) -> Value {
    object([("x-immich-life", life(response.life)), ("content", content(dialect, &response.content))])
}

/// A security scheme object, as in OpenAPI.
pub(super) fn scheme(scheme: &SecurityScheme) -> Value {
    let (kind, place, name) = match &scheme.credential {
        Credential::Http(name) => ("http", None, Some(("scheme", name))),
        Credential::Header(name) => ("apiKey", Some("header"), Some(("name", name))),
        Credential::Query(name) => ("apiKey", Some("query"), Some(("name", name))),
        Credential::Cookie(name) => ("apiKey", Some("cookie"), Some(("name", name))),
        Credential::Elsewhere => ("oauth2", None, None),
    };
    // Nothing is known of its flows, and an OpenAPI document must have the member.
    let flows = (scheme.credential == Credential::Elsewhere).then(|| json!({}));
    object([
        ("type", Some(json!(kind))),
        ("in", place.map(|place| json!(place))),
        (name.map_or("name", |(key, _)| key), name.map(|(_, name)| json!(name))),
        ("flows", flows),
        ("x-immich-observed", scheme.observed.then(|| json!(true))),
    ])
}

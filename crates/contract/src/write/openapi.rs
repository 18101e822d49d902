//! Writes OpenAPI 3.0: the projection to one release, in upstream's present notation of markers.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::annotated::{encodings, scheme, serialized};
use super::node::{Dialect, claims, extended};
use super::object;
use crate::{Media, Operation, Parameter, Projection, Property, ReleaseSource, Serialization};

/// The contract at one release as an OpenAPI 3.0 document.
pub fn openapi(view: Projection<'_>) -> Value {
    let dialect = Dialect::OpenApi(view.release);
    let mut paths: Map<String, Value> = Map::new();
    for one in view.operations() {
        let item = paths.entry(one.path_at(view.release).to_owned()).or_insert_with(|| json!({}));
        if let Value::Object(item) = item {
            item.insert(one.method.key().to_owned(), operation(view, one));
        }
    }
    let documented = view.components().filter(|(_, component)| !component.observed);
    let schemas: Map<String, Value> =
        documented.map(|(name, component)| (name.to_owned(), dialect.schema(&component.schema))).collect();
    let types = types(&schemas);
    let login = view.contract.security_schemes.iter().filter(|(_, one)| !one.observed);
    let login: Map<String, Value> = login.map(|(name, one)| (name.clone(), scheme(one))).collect();
    let servers: Vec<Value> = view.contract.servers.iter().map(|address| json!({"url": address})).collect();
    let mut document = object([
        ("openapi", Some(json!("3.0.0"))),
        ("info", Some(info(view))),
        ("servers", (!servers.is_empty()).then(|| json!(servers))),
        ("paths", Some(Value::Object(paths))),
        ("components", Some(json!({"securitySchemes": login, "schemas": schemas}))),
    ]);
    give_types(&mut document, &types);
    document
}

/// Title and version, and where what is known of the release comes from, if that is no document.
fn info(view: Projection<'_>) -> Value {
    let source = Some(view.release.source()).filter(|source| *source != ReleaseSource::Document);
    object([
        ("title", Some(json!(view.contract.title))),
        ("version", Some(json!(view.release.version()))),
        ("x-immich-source", source.filter(|_| view.contract.has_releases).map(|source| json!(source.name()))),
    ])
}

/// The type of each component that has one, by reference.
fn types(schemas: &Map<String, Value>) -> HashMap<String, Value> {
    let typed = schemas.iter().filter_map(|(name, schema)| Some((name, schema.get("type")?)));
    typed.map(|(name, kind)| (format!("#/components/schemas/{name}"), kind.clone())).collect()
}

/// Says the type of what is "a component, or null": `nullable` means nothing where the type does not stand beside it
/// (OpenAPI 3.0.3), and some tools refuse it.
fn give_types(value: &mut Value, types: &HashMap<String, Value>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| give_types(item, types)),
        Value::Object(members) => {
            members.values_mut().for_each(|member| give_types(member, types));
            let is_nullable = members.get("nullable") == Some(&Value::Bool(true)) && !members.contains_key("type");
            let reference = members.get("allOf").and_then(|all| all.pointer("/0/$ref")).and_then(Value::as_str);
            let kind = reference.filter(|_| is_nullable).and_then(|reference| types.get(reference)).cloned();
            members.extend(kind.map(|kind| ("type".to_owned(), kind)));
        }
        _ => {}
    }
}

fn operation(view: Projection<'_>, one: &Operation) -> Value {
    let release = view.release;
    let parameters: Vec<Value> = view.parameters(one).map(|one| parameter(view, one)).collect();
    let body = one.body.as_ref().filter(|body| body.life.contains(release));
    let responses = view.responses(one).map(|response| {
        let content = content(view, &response.content);
        let said =
            [("description", Some(json!(""))), ("headers", headers(view, &response.headers)), ("content", content)];
        (response.status.to_string(), object(said))
    });
    let whole = object([
        ("operationId", Some(json!(one.id_at(release)))),
        ("summary", Some(json!(in_words(one.id_at(release))))),
        ("tags", one.tags.at(release).map(|tags| json!(tags))),
        ("deprecated", one.deprecated.contains(release).then(|| json!(true))),
        ("parameters", Some(json!(parameters))),
        (
            "requestBody",
            body.map(|body| {
                let required = body.required.contains(release);
                object([("required", Some(json!(required))), ("content", content(view, &body.content))])
            }),
        ),
        ("responses", Some(Value::Object(responses.collect()))),
        // An empty list says that anybody may call it; none at all would say nothing.
        ("security", Some(one.security.at(release).into_iter().flatten().map(|one| needed(one)).collect())),
        ("x-immich-permission", one.permission.at(release).map(|name| json!(name))),
        ("x-immich-admin-only", one.admin_only.contains(release).then(|| json!(true))),
    ]);
    extended(whole, one.markers.at(release).map(claims).unwrap_or_default())
}

/// An operation's id as a line for people, because readers of OpenAPI list operations by their summaries:
/// `getAllAlbums` is "Get all albums".
fn in_words(id: &str) -> String {
    let mut words = String::with_capacity(id.len() + 8);
    let mut before = ' ';
    let mut rest = id.chars().peekable();
    while let Some(letter) = rest.next() {
        let begins = letter.is_uppercase() && before.is_lowercase();
        // What goes on in capitals is a name: `OAuth`.
        let is_name = letter.is_uppercase() && rest.peek().is_none_or(|next| !next.is_lowercase());
        words.extend(begins.then_some(' '));
        match letter {
            _ if words.is_empty() => words.extend(letter.to_uppercase()),
            _ if begins && !is_name => words.extend(letter.to_lowercase()),
            _ => words.push(letter),
        }
        before = letter;
    }
    words
}

fn needed(schemes: &[String]) -> Value {
    Value::Object(schemes.iter().map(|name| (name.clone(), json!([]))).collect())
}

fn parameter(view: Projection<'_>, parameter: &Parameter) -> Value {
    let property = &parameter.property;
    let place = object([
        ("name", Some(json!(property.name))),
        ("in", Some(json!(parameter.place.name()))),
        ("allowEmptyValue", parameter.allows_empty.then(|| json!(true))),
    ]);
    let mut said = described(view, property).as_object().cloned().unwrap_or_default();
    match &parameter.serialization {
        Some(Serialization::Content(media_type)) => {
            let schema = said.remove("schema");
            let content = Map::from_iter([(media_type.clone(), object([("schema", schema)]))]);
            said.insert("content".to_owned(), Value::Object(content));
        }
        Some(styled) => said.extend(serialized(styled).as_object().cloned().unwrap_or_default()),
        None => {}
    }
    let whole = extended(place, said);
    extended(whole, property.markers.at(view.release).map(claims).unwrap_or_default())
}

fn headers(view: Projection<'_>, headers: &[Property]) -> Option<Value> {
    let alive = headers.iter().filter(|header| header.life.contains(view.release));
    let all: Map<String, Value> = alive.map(|header| (header.name.clone(), described(view, header))).collect();
    (!all.is_empty()).then_some(Value::Object(all))
}

/// What a parameter and a header have in common.
fn described(view: Projection<'_>, property: &Property) -> Value {
    let release = view.release;
    object([
        ("required", Some(json!(property.required.contains(release)))),
        ("deprecated", property.deprecated.contains(release).then(|| json!(true))),
        ("schema", Some(Dialect::OpenApi(release).schema(&property.schema))),
    ])
}

fn content(view: Projection<'_>, content: &[Media]) -> Option<Value> {
    let one = |media: &Media| {
        let schema = media.schema.as_ref().map(|schema| Dialect::OpenApi(view.release).schema(schema));
        (media.media_type.clone(), object([("schema", schema), ("encoding", encodings(media))]))
    };
    let all: Map<String, Value> = view.media(content).map(one).collect();
    (!all.is_empty()).then_some(Value::Object(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_told_in_words() {
        for (id, words) in [
            ("getAllAlbums", "Get all albums"),
            ("linkOAuthAccount", "Link OAuth account"),
            ("ping", "Ping"),
            ("getOCR", "Get OCR"),
            ("", ""),
        ] {
            assert_eq!(in_words(id), words);
        }
    }
}

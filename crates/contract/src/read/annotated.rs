//! Reads the annotated contract, the form in which the models give it and in which it is published.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::thread;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::markers::{deprecated, eras, life, ranges};
use super::node::{property, schema};
use super::operation::{content, security_scheme};
use super::{Context, Element, ReadError, Reading, items, members, serialization, strings, text};
use crate::pointer::Pointer;
use crate::{
    Aside, Component, Contract, Document, Eras, Media, Observation, Operation, Parameter, ParameterLocation, Property,
    ReleaseSet, RequestBody, Response, Schema, SecurityScheme,
};
use document_tree::Tree;

const LIFE: &str = "x-immich-life";

/// The text of an annotated contract, taken apart but not read: its schemas and operations are read one at a time, so
/// that no more of them than one is in memory as a JSON value.
#[derive(Deserialize)]
struct Pieces<'t> {
    #[serde(default)]
    title: String,
    version: Option<String>,
    #[serde(rename = "x-immich-covers")]
    releases: Option<String>,
    #[serde(default)]
    servers: Vec<String>,
    #[serde(rename = "$defs", borrow, default)]
    components: BTreeMap<String, &'t RawValue>,
    #[serde(borrow, default)]
    operations: Vec<&'t RawValue>,
    #[serde(rename = "securitySchemes", borrow, default)]
    security_schemes: BTreeMap<String, &'t RawValue>,
    #[serde(rename = "errorBody", borrow)]
    error_body: Option<&'t RawValue>,
    #[serde(default)]
    observations: Vec<Observation>,
}

/// Reads an annotated contract.
pub fn annotated(document: &Value) -> Result<Reading, ReadError> {
    annotated_text(&document.to_string())
}

/// Reads an annotated contract from its JSON text.
pub fn annotated_text(text: &str) -> Result<Reading, ReadError> {
    let root = Pointer::ROOT;
    let pieces: Pieces<'_> = serde_json::from_str(text).map_err(|error| ReadError::new(&root, error.to_string()))?;
    let releases = pieces.releases.map(|text| ranges(&text, "x-immich-covers", &root)).transpose()?;
    let mut cx = Context::new(pieces.components.keys().cloned());
    let mut other = cx.clone();
    // Half of the text each: a short run waits for little else.
    let (operations, components) = thread::scope(|scope| {
        let operations = scope.spawn(|| operations(&mut other, &pieces.operations));
        let components = components(&mut cx, pieces.components);
        (operations.join().unwrap_or_else(|panic| resume_unwind(panic)), components)
    });
    cx.append(other);
    let contract = Contract {
        title: pieces.title,
        version: pieces.version,
        has_releases: releases.is_some(),
        releases: releases.unwrap_or(ReleaseSet::all()),
        servers: pieces.servers,
        components: components?,
        operations: operations?,
        callbacks: Vec::new(),
        security_schemes: security_schemes(&mut cx, pieces.security_schemes)?,
        error_body: pieces.error_body.map(|piece| error_body(&mut cx, piece)).transpose()?,
        observations: pieces.observations,
    };
    let reading = Reading::new(contract, cx);
    if reading.warnings.is_empty() {
        return Ok(reading);
    }
    // The pieces have no place in the text of their own.
    Ok(match Document::parse(text.as_bytes().to_vec()) {
        Ok(document) => reading.within(&document),
        Err(_) => reading,
    })
}

/// One piece of the text, taken apart.
fn tree(piece: &RawValue, at: &Pointer<'_>) -> Result<Tree, ReadError> {
    Tree::of_json(piece.get()).map_err(|error| ReadError::new(at, error.to_string()))
}

fn error_body(cx: &mut Context, piece: &RawValue) -> Result<Schema, ReadError> {
    let at = Pointer::ROOT.key("errorBody");
    let tree = tree(piece, &at)?;
    schema(cx, Element::root(piece.get(), &tree), &at)
}

fn components(cx: &mut Context, pieces: BTreeMap<String, &RawValue>) -> Result<BTreeMap<String, Component>, ReadError> {
    let place = Pointer::ROOT.key("$defs");
    let one = |(name, piece): (String, &RawValue)| {
        let at = place.key(&name);
        let tree = tree(piece, &at)?;
        let value = Element::root(piece.get(), &tree);
        let life = life(value, LIFE, &at)?.unwrap_or(ReleaseSet::all());
        let observed = value.get("x-immich-observed").is_some();
        let schema = cx.during(life, |cx| schema(cx, value, &at))?;
        Ok((name, Component { life, observed, schema }))
    };
    pieces.into_iter().map(one).collect()
}

fn operations(cx: &mut Context, pieces: &[&RawValue]) -> Result<Vec<Operation>, ReadError> {
    let place = Pointer::ROOT.key("operations");
    let one = |(index, piece): (usize, &&RawValue)| {
        let at = place.index(index);
        let tree = tree(piece, &at)?;
        operation(cx, Element::root(piece.get(), &tree), &at)
    };
    pieces.iter().enumerate().map(one).collect()
}

fn security_schemes(
    cx: &mut Context,
    pieces: BTreeMap<String, &RawValue>,
) -> Result<BTreeMap<String, SecurityScheme>, ReadError> {
    let place = Pointer::ROOT.key("securitySchemes");
    let one = |(name, piece): (String, &RawValue)| {
        let at = place.key(&name);
        let tree = tree(piece, &at)?;
        let scheme = security_scheme(cx, Element::root(piece.get(), &tree), &at);
        Ok((name, scheme))
    };
    pieces.into_iter().map(one).collect()
}

fn operation(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>) -> Result<Operation, ReadError> {
    let lives = life(value, LIFE, at)?.unwrap_or(ReleaseSet::all());
    Ok(Operation {
        origin: Aside::default(),
        ids: names(value, "operationId", ("x-immich-ids", "id"), at)?,
        method: text(value, "method", at)?.parse().map_err(|error| ReadError::new(at, format!("`method`: {error}")))?,
        paths: names(value, "path", ("x-immich-paths", "path"), at)?,
        life: lives,
        tags: match value.get("x-immich-tags") {
            Some(eras) => timed(Some(eras), at, |entry| Ok(strings(entry.get("tags"))))?,
            None => Eras::always(strings(value.get("tags"))),
        },
        deprecated: deprecated(value, at)? & lives,
        markers: eras(value, at)?,
        permission: timed(value.get("x-immich-permission"), at, |entry| text(entry, "name", at).map(str::to_owned))?,
        admin_only: life(value, "x-immich-admin-only", at)?.unwrap_or(ReleaseSet::NONE),
        security: timed(value.get("x-immich-security"), at, |entry| Ok(alternatives(entry)))?,
        parameters: parameters(cx, value, at)?,
        body: value.get("requestBody").map(|body| request_body(cx, body, &at.key("requestBody"))).transpose()?,
        responses: responses(cx, value.get("responses"), &at.key("responses"))?,
    })
}

/// The newest name, which stands under `key`, after those that `former` lists: the keyword, and the name's key in its entries.
fn names(
    value: Element<'_>,
    key: &str,
    (former, name): (&str, &str),
    at: &Pointer<'_>,
) -> Result<Eras<String>, ReadError> {
    let mut names = timed(value.get(former), at, |entry| text(entry, name, at).map(str::to_owned))?;
    names.push(ReleaseSet::all(), text(value, key, at)?.to_owned());
    Ok(names)
}

/// A list of entries, each with its `life`.
fn timed<T>(
    list: Option<Element<'_>>,
    at: &Pointer<'_>,
    read: impl Fn(Element<'_>) -> Result<T, ReadError>,
) -> Result<Eras<T>, ReadError> {
    let one = |(_, entry)| Ok((life(entry, "life", at)?.unwrap_or(ReleaseSet::all()), read(entry)?));
    items(list).map(one).collect()
}

fn alternatives(entry: Element<'_>) -> Vec<Vec<String>> {
    items(entry.get("anyOf")).map(|(_, list)| strings(Some(list))).collect()
}

fn parameters(cx: &mut Context, operation: Element<'_>, at: &Pointer<'_>) -> Result<Vec<Parameter>, ReadError> {
    let at = at.key("parameters");
    let mut all = Vec::new();
    for place in ParameterLocation::ALL {
        let Some(group) = operation.get("parameters").and_then(|groups| groups.get(place.name())) else { continue };
        let at = at.key(place.name());
        let required: Vec<&str> = items(group.get("required")).filter_map(|(_, name)| name.as_str()).collect();
        for (name, value) in members(group.get("properties")) {
            let property: Property = property(cx, name, value, required.contains(&name), &at.key(name))?;
            all.push(Parameter {
                place,
                property,
                serialization: serialization::annotated(value, place),
                allows_empty: value.get("x-immich-allow-empty").is_some(),
            });
        }
    }
    Ok(all)
}

fn media(cx: &mut Context, owner: Element<'_>, at: &Pointer<'_>) -> Result<Vec<Media>, ReadError> {
    content(cx, owner.get("content"), at, itself)
}

/// In an annotated contract a media type's value is its schema.
#[expect(clippy::unnecessary_wraps, reason = "the form that `content` wants")]
fn itself<'v>(_: &mut Context, media: Element<'v>, _: &Pointer<'_>) -> Option<Element<'v>> {
    Some(media)
}

fn request_body(cx: &mut Context, body: Element<'_>, at: &Pointer<'_>) -> Result<RequestBody, ReadError> {
    let lives = life(body, LIFE, at)?.unwrap_or(ReleaseSet::all());
    let always = body.get("required").and_then(Element::as_bool).unwrap_or(false);
    let said = if always { lives } else { ReleaseSet::NONE };
    let required = life(body, "x-immich-required", at)?.unwrap_or(said);
    Ok(RequestBody { origin: Aside::default(), life: lives, required, content: media(cx, body, at)? })
}

fn responses(cx: &mut Context, map: Option<Element<'_>>, at: &Pointer<'_>) -> Result<Vec<Response>, ReadError> {
    let one = |(key, value): (&str, Element<'_>)| {
        let at = at.key(key);
        Ok(Response {
            origin: Aside::default(),
            status: key.parse().map_err(|error| ReadError::new(&at, format!("status: {error}")))?,
            life: life(value, LIFE, &at)?.unwrap_or(ReleaseSet::all()),
            content: media(cx, value, &at)?,
            // No release has documented one so far.
            headers: Vec::new(),
        })
    };
    members(map).map(one).collect()
}

//! Reads OpenAPI documents of the versions 3.0, 3.1 and 3.2.
//!
//! [`shape`](super::shape) says whether the document is one. Schemas are read by [`node`](super::node), which also reads
//! those of the annotated contract.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::markers::{deprecated, eras};
use super::node::{property, schema};
use super::operation::{content, security_scheme};
use super::{
    Context, Element, ReadError, Reading, edition, items, members, serialization, shape, strings, text, unread,
};
use crate::pointer::Pointer;
use crate::{
    Aside, Component, Contract, Document, Eras, Method, Node, Operation, Origin, Parameter, ParameterLocation,
    Property, ReleaseSet, RequestBody, Response, Schema, SecurityScheme,
};

/// Reads an OpenAPI document in JSON or YAML. Its contract holds for every release, because a document knows but one.
pub fn openapi(bytes: &[u8]) -> Result<Reading, ReadError> {
    openapi_of(&Document::parse(bytes.to_vec())?)
}

/// The same for a document that has been read already.
pub fn openapi_of(document: &Document) -> Result<Reading, ReadError> {
    match reading(document.root()) {
        Ok(reading) => Ok(reading.within(document)),
        Err(error) => Err(error.within(document)),
    }
}

fn reading(document: Element<'_>) -> Result<Reading, ReadError> {
    let edition = edition::of(document)?;
    shape::document(document, edition)?;
    let info = |key: &str| document.pointer("/info").and_then(|info| info.get(key)).and_then(Element::as_str);
    let schemas = document.pointer("/components/schemas");
    let mut cx = Context::new(members(schemas).map(|(name, _)| name.to_owned())).with_references();
    cx.unread_in(document, &Pointer::ROOT, unread::DOCUMENT);
    dialect(&mut cx, document);
    let mut contract = Contract {
        title: info("title").unwrap_or_default().to_owned(),
        version: info("version").map(str::to_owned),
        releases: ReleaseSet::all(),
        has_releases: false,
        servers: servers(document),
        components: components(&mut cx, schemas)?,
        operations: operations(&mut cx, document)?,
        callbacks: callbacks(&mut cx, document)?,
        security_schemes: security_schemes(&mut cx, document),
        error_body: None,
        observations: Vec::new(),
    };
    referred(&mut cx, document, &mut contract.components)?;
    cx.warnings.extend(serialization::undefined(&contract, document));
    Ok(Reading::new(contract, cx))
}

/// Reads the schemas that stand where no component does, and that references lead to.
fn referred(
    cx: &mut Context,
    document: Element<'_>,
    components: &mut BTreeMap<String, Component>,
) -> Result<(), ReadError> {
    while let Some((pointer, origin)) = cx.elsewhere.as_mut().and_then(|elsewhere| elsewhere.open.pop()) {
        let nothing = || {
            ReadError::new(&Pointer::written(&origin), format!("`$ref: #{pointer}` points to nothing in this document"))
        };
        let value = document.pointer(&pointer).ok_or_else(nothing)?;
        let schema = schema(cx, value, &Pointer::written(&pointer))?;
        let name = pointer.strip_prefix("/components/schemas/").unwrap_or(&pointer).to_owned();
        components.insert(name, Component { life: ReleaseSet::all(), observed: false, schema });
    }
    Ok(())
}

/// Tells of a dialect of schemas that is not the one that is read.
fn dialect(cx: &mut Context, document: Element<'_>) {
    const KNOWN: [&str; 2] = ["https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3."];
    let named = document.get("jsonSchemaDialect").and_then(Element::as_str);
    if let Some(dialect) = named.filter(|dialect| !KNOWN.iter().any(|known| dialect.starts_with(known))) {
        let at = Pointer::ROOT.key("jsonSchemaDialect");
        cx.warn(&at, format!("schemas are of the dialect {dialect}; read as JSON Schema 2020-12"));
    }
}

fn components(cx: &mut Context, schemas: Option<Element<'_>>) -> Result<BTreeMap<String, Component>, ReadError> {
    let components = Pointer::ROOT.key("components");
    let place = components.key("schemas");
    let one = |(name, value): (&str, Element<'_>)| {
        let schema = schema(cx, value, &place.key(name))?;
        Ok((name.to_owned(), Component { life: ReleaseSet::all(), observed: false, schema }))
    };
    members(schemas).map(one).collect()
}

fn security_schemes(cx: &mut Context, document: Element<'_>) -> BTreeMap<String, SecurityScheme> {
    let components = Pointer::ROOT.key("components");
    let place = components.key("securitySchemes");
    let one = |(name, value): (&str, Element<'_>)| (name.to_owned(), security_scheme(cx, value, &place.key(name)));
    members(document.pointer("/components/securitySchemes")).map(one).collect()
}

fn servers(document: Element<'_>) -> Vec<String> {
    let address = |(_, server): (usize, Element<'_>)| server.get("url").and_then(Element::as_str).map(str::to_owned);
    items(document.get("servers")).filter_map(address).collect()
}

fn operations(cx: &mut Context, document: Element<'_>) -> Result<Vec<Operation>, ReadError> {
    let paths = Pointer::ROOT.key("paths");
    let mut all: Vec<Operation> = Vec::new();
    let mut ids: HashSet<String> = HashSet::new();
    for (path, item) in members(document.get("paths")) {
        let at = paths.key(path);
        let (item, at) = resolved(document, item, &at)?;
        cx.unread_in(item, &at, unread::PATH_ITEM);
        let source = Source { document, path, shared: item.get("parameters") };
        for (key, value) in members(Some(item)) {
            let Ok(method) = key.parse::<Method>() else { continue };
            let at = at.key(key);
            if value.get("operationId").and_then(Element::as_str).is_none() {
                cx.warn(&at, "the operation has no operationId; method and path stand for it");
            }
            let operation = source.operation(cx, method, value, &at)?;
            if !ids.insert(operation.id().to_owned()) {
                cx.warn(&at, format!("operationId {} is not the only one", operation.id()));
            }
            all.push(operation);
        }
    }
    Ok(all)
}

/// What servers ask clients: the callbacks of each operation, and the webhooks of the document.
fn callbacks(cx: &mut Context, document: Element<'_>) -> Result<Vec<Operation>, ReadError> {
    let mut all = Vec::new();
    let (paths, webhooks) = (Pointer::ROOT.key("paths"), Pointer::ROOT.key("webhooks"));
    for (path, item) in members(document.get("paths")) {
        for (key, operation) in members(Some(item)).filter(|(key, _)| key.parse::<Method>().is_ok()) {
            let (item, method) = (paths.key(path), key.to_ascii_uppercase());
            let (at, source) = (item.key(key), Source { document, path, shared: None });
            let place = at.key("callbacks");
            for (name, callback) in members(operation.get("callbacks")) {
                let (callback, at) = source.resolved(callback, &place.key(name))?;
                for (address, item) in members(Some(callback)).filter(|(address, _)| !address.starts_with("x-")) {
                    let path = format!("{address} (callback {name} of {method} {path})");
                    all.extend(requests(cx, document, &path, item, &at.key(address))?);
                }
            }
        }
    }
    for (name, item) in members(document.get("webhooks")) {
        all.extend(requests(cx, document, &format!("{name} (webhook)"), item, &webhooks.key(name))?);
    }
    Ok(all)
}

/// The operations of a path item by which a server asks. They have no callbacks of their own.
fn requests(
    cx: &mut Context,
    document: Element<'_>,
    path: &str,
    item: Element<'_>,
    at: &Pointer<'_>,
) -> Result<Vec<Operation>, ReadError> {
    cx.unread_in(item, at, unread::PATH_ITEM);
    let source = Source { document, path, shared: item.get("parameters") };
    let mut all = Vec::new();
    for (key, value) in members(Some(item)) {
        let Ok(method) = key.parse::<Method>() else { continue };
        let at = at.key(key);
        if value.get("callbacks").is_some() {
            cx.unread("callbacks", &at);
        }
        all.push(source.operation(cx, method, value, &at)?);
    }
    Ok(all)
}

/// Where an operation stands: its document, its path, and the parameters that the path gives to all its operations.
struct Source<'v> {
    document: Element<'v>,
    path: &'v str,
    shared: Option<Element<'v>>,
}

impl<'v> Source<'v> {
    fn operation(
        &self,
        cx: &mut Context,
        method: Method,
        value: Element<'v>,
        at: &Pointer<'_>,
    ) -> Result<Operation, ReadError> {
        let named = value.get("operationId").and_then(Element::as_str);
        cx.unread_in(value, at, unread::OPERATION);
        let flag = |key: &str| value.get(key).and_then(Element::as_bool).unwrap_or(false);
        Ok(Operation {
            origin: written(value),
            ids: Eras::always(named.map_or_else(|| format!("{method} {}", self.path), str::to_owned)),
            method,
            paths: Eras::always(self.path.to_owned()),
            life: ReleaseSet::all(),
            tags: Eras::always(strings(value.get("tags"))),
            deprecated: deprecated(value, at)?,
            markers: eras(value, at)?,
            permission: value
                .get("x-immich-permission")
                .and_then(Element::as_str)
                .map(|name| Eras::always(name.to_owned()))
                .unwrap_or_default(),
            admin_only: if flag("x-immich-admin-only") { ReleaseSet::all() } else { ReleaseSet::NONE },
            security: self.security(value),
            parameters: self.parameters(cx, value, at)?,
            body: self.body(cx, value, at)?,
            responses: self.responses(cx, value, at)?,
        })
    }

    fn security(&self, operation: Element<'_>) -> Eras<Vec<Vec<String>>> {
        let own = operation.get("security").or_else(|| self.document.get("security"));
        let names = |(_, scheme)| members(Some(scheme)).map(|(name, _)| name.to_owned()).collect();
        let alternatives: Vec<Vec<String>> = items(own).map(names).collect();
        if alternatives.is_empty() { Eras::never() } else { Eras::always(alternatives) }
    }

    /// Parameters of the path, then those of the operation, which win where both have one.
    fn parameters(
        &self,
        cx: &mut Context,
        operation: Element<'v>,
        at: &Pointer<'_>,
    ) -> Result<Vec<Parameter>, ReadError> {
        let mut all: Vec<Option<Parameter>> = Vec::new();
        let mut known: HashMap<(ParameterLocation, String), usize> = HashMap::new();
        let paths = Pointer::ROOT.key("paths");
        let path = paths.key(self.path);
        let (shared, own) = (path.key("parameters"), at.key("parameters"));
        let shared = items(self.shared).map(|(index, value)| (shared.index(index), value));
        let own = items(operation.get("parameters")).map(|(index, value)| (own.index(index), value));
        for (at, value) in shared.chain(own) {
            let origin = written(value);
            let (value, at) = self.resolved(value, &at)?;
            if value.get("in").and_then(Element::as_str) == Some("querystring") {
                cx.warn(&at, "a parameter that is the whole query is not read: what it says is not checked");
                continue;
            }
            if is_said_elsewhere(value) {
                continue;
            }
            let mut parameter = parameter(cx, value, &at)?;
            parameter.property.origin = origin;
            let before = known.insert((parameter.place, parameter.property.name.clone()), all.len());
            if let Some(overruled) = before.and_then(|before| all.get_mut(before)) {
                *overruled = None;
            }
            all.push(Some(parameter));
        }
        Ok(all.into_iter().flatten().collect())
    }

    fn body(
        &self,
        cx: &mut Context,
        operation: Element<'v>,
        at: &Pointer<'_>,
    ) -> Result<Option<RequestBody>, ReadError> {
        let at = at.key("requestBody");
        let Some(body) = operation.get("requestBody") else { return Ok(None) };
        let origin = written(body);
        let (body, at) = self.resolved(body, &at)?;
        cx.unread_in(body, &at, unread::BODY);
        let required = body.get("required").and_then(Element::as_bool).unwrap_or(false);
        Ok(Some(RequestBody {
            origin,
            life: ReleaseSet::all(),
            required: if required { ReleaseSet::all() } else { ReleaseSet::NONE },
            content: content(cx, body.get("content"), &at, schema_of)?,
        }))
    }

    fn responses(
        &self,
        cx: &mut Context,
        operation: Element<'v>,
        at: &Pointer<'_>,
    ) -> Result<Vec<Response>, ReadError> {
        let place = at.key("responses");
        let one = |(key, value): (&str, Element<'v>)| {
            let at = place.key(key);
            let status = key.parse().map_err(|error| ReadError::new(&at, format!("status: {error}")))?;
            let (response, at) = self.resolved(value, &at)?;
            cx.unread_in(response, &at, unread::RESPONSE);
            let content = content(cx, response.get("content"), &at, schema_of)?;
            Ok(Response {
                origin: written(value),
                status,
                life: ReleaseSet::all(),
                content,
                headers: self.headers(cx, response, &at)?,
            })
        };
        members(operation.get("responses")).filter(|(key, _)| !key.starts_with("x-")).map(one).collect()
    }

    fn headers(&self, cx: &mut Context, response: Element<'v>, at: &Pointer<'_>) -> Result<Vec<Property>, ReadError> {
        let place = at.key("headers");
        let one = |(name, value): (&str, Element<'v>)| {
            let at = place.key(name);
            let (header, at) = self.resolved(value, &at)?;
            Ok(Property { origin: written(value), ..described(cx, name, header, &at)? })
        };
        // OpenAPI 3.0: a response header of this name is ignored, `content` says what it says.
        let headers = members(response.get("headers")).filter(|(name, _)| !name.eq_ignore_ascii_case("content-type"));
        headers.map(one).collect()
    }

    /// What a reference to a shared parameter, header, body or response points to; anything else is itself.
    fn resolved<'p>(&self, value: Element<'v>, at: &Pointer<'p>) -> Result<(Element<'v>, Pointer<'p>), ReadError>
    where
        'v: 'p,
    {
        resolved(self.document, value, at)
    }
}

fn resolved<'v: 'p, 'p>(
    document: Element<'v>,
    value: Element<'v>,
    at: &Pointer<'p>,
) -> Result<(Element<'v>, Pointer<'p>), ReadError> {
    let Some(target) = value.get("$ref").and_then(Element::as_str) else { return Ok((value, *at)) };
    let pointer = target.strip_prefix('#');
    let found = pointer.and_then(|pointer| Some((document.pointer(pointer)?, Pointer::written(pointer))));
    found.ok_or_else(|| ReadError::new(at, format!("`$ref: {target}` points to nothing in this document")))
}

/// Where something is written, be it a reference.
fn written(value: Element<'_>) -> Aside<Option<Origin>> {
    Aside(Some(value.origin()))
}

fn schema_of<'v>(cx: &mut Context, media: Element<'v>, at: &Pointer<'_>) -> Option<Element<'v>> {
    cx.unread_in(media, at, unread::MEDIA_TYPE);
    media.get("schema")
}

/// OpenAPI 3.0.3, 4.7.12.1: parameters for these headers are ignored, `content` and `security` say what they would.
fn is_said_elsewhere(parameter: Element<'_>) -> bool {
    let is = |key: &str, words: &[&str]| {
        let text = parameter.get(key).and_then(Element::as_str).unwrap_or_default();
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    };
    is("in", &["header"]) && is("name", &["accept", "authorization", "content-type"])
}

fn parameter(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>) -> Result<Parameter, ReadError> {
    let (name, place) = (text(value, "name", at)?, text(value, "in", at)?);
    let place = ParameterLocation::ALL.into_iter().find(|known| known.name() == place);
    let place = place.ok_or_else(|| ReadError::new(at, format!("parameter {name}: `in` names no place")))?;
    Ok(Parameter {
        place,
        property: described(cx, name, value, at)?,
        serialization: serialization::parameter(value, place),
        allows_empty: value.get("allowEmptyValue").and_then(Element::as_bool).unwrap_or(false),
    })
}

/// A parameter or header as a property: what stands beside its schema is said of it as well.
fn described(cx: &mut Context, name: &str, value: Element<'_>, at: &Pointer<'_>) -> Result<Property, ReadError> {
    cx.unread_in(value, at, unread::PARAMETER);
    let required = value.get("required").and_then(Element::as_bool).unwrap_or(false);
    let content = at.key("content");
    let (schema, place) = match members(value.get("content")).next() {
        Some((key, media)) => (media.get("schema"), content.key(key)),
        None => (value.get("schema"), *at),
    };
    let mut property = match schema {
        Some(schema) => property(cx, name, schema, required, &place.key("schema"))?,
        None => Property::optional(name, Schema::always(Node::default())),
    };
    if required {
        property.required = property.life;
    }
    property.deprecated = property.deprecated | deprecated(value, at)?;
    if property.markers.is_empty() {
        property.markers = eras(value, at)?;
    }
    Ok(property)
}

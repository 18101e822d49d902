//! Reads schema objects: those of OpenAPI 3.0, of JSON Schema 2020-12 and of the annotated contract.
//!
//! The dialects agree on nearly everything, so one reader takes them all: `nullable: true` and `type: [.., "null"]`, a
//! boolean and a numeric `exclusiveMinimum`, `#/components/schemas/` and `#/$defs/`. What stands beside a `$ref` counts,
//! although OpenAPI 3.0 ignores it: documents mean it.

use serde_json::Value;

use super::markers::{deprecated, eras, life};
use super::{Context, Element, ReadError, items, members};
use crate::keyword::{Keyword, Keywords};
use crate::pointer::{Pointer, unescape};
use crate::{Additional, Aside, EnumValue, Kind, Node, Property, ReleaseSet, Schema};

const LIFE: &str = "x-immich-life";

/// Reads a schema. A choice whose branches carry lives is one schema that changed.
pub(super) fn schema(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>) -> Result<Schema, ReadError> {
    match value.as_bool() {
        Some(true) => Ok(Schema::always(Node::default())),
        Some(false) => {
            let anything = Schema::always(Node::default());
            Ok(Schema::always(Node { not: Some(Box::new(anything)), ..Node::default() }))
        }
        None if value.is_object() => object(cx, value, at),
        None => Err(ReadError::new(at, "a schema must be an object")),
    }
}

fn object(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>) -> Result<Schema, ReadError> {
    let branches: Vec<Element<'_>> = items(value.get("anyOf")).map(|(_, branch)| branch).collect();
    if branches.iter().any(|branch| branch.get(LIFE).is_some()) {
        let inner = changing(cx, &branches, at)?;
        let rest = node(cx, value, at, &["anyOf"])?;
        return Ok(beside(inner, &rest));
    }
    if let Some(choice) = or_null(&branches) {
        let inner = schema(cx, choice, &at.key("anyOf"))?;
        let mut rest = node(cx, value, at, &["anyOf"])?;
        rest.nullable = true;
        return Ok(beside(inner, &rest));
    }
    if let Some(only) = only(value.get("allOf")) {
        let mut rest = node(cx, value, at, &["allOf"])?;
        if rest.nullable && only.get("$ref").is_some() {
            // `nullable` wants a type beside it, which is that of the component.
            rest.kind = None;
        }
        if rest.is_annotation() {
            let inner = schema(cx, only, &at.key("allOf").index(0))?;
            return Ok(beside(inner, &rest));
        }
    }
    node(cx, value, at, &[]).map(Schema::always)
}

/// The item of a list that has no other.
fn only(list: Option<Element<'_>>) -> Option<Element<'_>> {
    let mut items = items(list).map(|(_, item)| item);
    let first = items.next()?;
    if items.next().is_none() { Some(first) } else { None }
}

/// The eras of a schema that changed, from the branches of its choice.
fn changing(cx: &mut Context, branches: &[Element<'_>], at: &Pointer<'_>) -> Result<Schema, ReadError> {
    let choice = at.key("anyOf");
    let mut all = Schema::never();
    for (index, branch) in branches.iter().enumerate() {
        let at = choice.index(index);
        let releases = life(*branch, LIFE, &at)?.unwrap_or(ReleaseSet::ALL);
        let nodes = cx.during(releases, |cx| schema(cx, *branch, &at))?;
        for (inner, node) in nodes.iter() {
            all.push(releases & inner & cx.life, node.clone());
        }
    }
    // One shape for the whole of the owner's life is no change.
    let only = all.iter().next().filter(|_| all.iter().len() == 1 && cx.life.is_subset(all.life()));
    Ok(only.map(|(_, node)| Schema::always(node.clone())).unwrap_or(all))
}

/// A schema with what stands beside it in the object that wraps it.
fn beside(mut inner: Schema, rest: &Node) -> Schema {
    for node in inner.values_mut() {
        node.nullable |= rest.nullable;
        rest.keywords.iter().for_each(|(keyword, value)| node.keywords.set(keyword, value.clone()));
    }
    inner
}

/// The other branch of a choice between something and null.
fn or_null<'v>(branches: &[Element<'v>]) -> Option<Element<'v>> {
    let is_null = |schema: &Element<'_>| schema.get("type").and_then(Element::as_str) == Some("null");
    match branches {
        [choice, null] if is_null(null) => Some(*choice),
        [null, choice] if is_null(null) => Some(*choice),
        _ => None,
    }
}

impl Node {
    /// Whether this says nothing but null and plain facts, so that it can be laid over another node.
    fn is_annotation(&self) -> bool {
        let plain = Self { nullable: self.nullable, keywords: self.keywords.clone(), ..Self::default() };
        *self == plain
    }
}

fn node(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>, without: &[&str]) -> Result<Node, ReadError> {
    let get = |key: &str| if without.contains(&key) { None } else { value.get(key) };
    let (kind, null) = kind(cx, get("type"), at)?;
    let nullable = null || get("nullable").and_then(Element::as_bool).unwrap_or(false);
    let mut node = Node {
        id: Aside::default(),
        reference: get("$ref").map(|target| reference(cx, target, at)).transpose()?,
        kind,
        nullable,
        values: values(value, get("enum"), at)?,
        keywords: keywords(cx, value, at),
        properties: properties(cx, value, at)?,
        additional: additional(cx, get("additionalProperties"), at)?,
        items: boxed(cx, get("items"), &at.key("items"))?,
        all_of: list(cx, get("allOf"), &at.key("allOf"))?,
        any_of: list(cx, get("anyOf"), &at.key("anyOf"))?,
        one_of: list(cx, get("oneOf"), &at.key("oneOf"))?,
        not: boxed(cx, get("not"), &at.key("not"))?,
    };
    constants(&mut node);
    Ok(node)
}

fn kind(cx: &mut Context, value: Option<Element<'_>>, at: &Pointer<'_>) -> Result<(Option<Kind>, bool), ReadError> {
    let Some(value) = value else { return Ok((None, false)) };
    if let Some(name) = value.as_str() {
        return Ok((one_kind(cx, name, at), false));
    }
    if !value.is_array() {
        return Err(ReadError::new(at, "`type` must be a string"));
    }
    let names: Vec<&str> = value.items().filter_map(Element::as_str).collect();
    let others: Vec<&&str> = names.iter().filter(|name| **name != "null").collect();
    match others.as_slice() {
        [] => Ok((Some(Kind::Null), false)),
        [name] => Ok((one_kind(cx, name, at), others.len() < names.len())),
        _ => Err(ReadError::new(at, "`type` lists several types; write them as branches of anyOf")),
    }
}

fn one_kind(cx: &mut Context, name: &str, at: &Pointer<'_>) -> Option<Kind> {
    let kind = Kind::named(name);
    if kind.is_none() {
        cx.warn(at, format!("`type: {name}` is no type of JSON Schema; read as any type"));
    }
    kind
}

fn reference(cx: &Context, target: Element<'_>, at: &Pointer<'_>) -> Result<String, ReadError> {
    let target = target.as_str().ok_or_else(|| ReadError::new(at, "`$ref` must be a string"))?;
    let local = target.strip_prefix("#/components/schemas/").or_else(|| target.strip_prefix("#/$defs/"));
    let name = local.map(|token| unescape(token).into_owned()).ok_or_else(|| {
        ReadError::new(at, format!("`$ref: {target}` leaves the document's schemas; such references are never fetched"))
    })?;
    if cx.components.contains(&name) {
        return Ok(name);
    }
    Err(ReadError::new(at, format!("`$ref: {target}` points to nothing; the document has no schema {name}")))
}

fn values(object: Element<'_>, list: Option<Element<'_>>, at: &Pointer<'_>) -> Result<Vec<EnumValue>, ReadError> {
    let lives = object.get("x-immich-enum");
    let one = |(_, value): (usize, Element<'_>)| {
        let named = lives.zip(value.as_str());
        let life = named.map(|(lives, name)| life(lives, name, at)).transpose()?.flatten();
        Ok(EnumValue { value: value.to_value(), life: life.unwrap_or(ReleaseSet::ALL) })
    };
    items(list).filter(|(_, value)| !value.is_null()).map(one).collect()
}

/// A choice of constants is an enum: derived schemas write it so where values are documented one by one.
fn constants(node: &mut Node) {
    let constant = |schema: &Schema| schema.constant().and_then(|node| node.keywords.get("const")).cloned();
    let Some(values) = node.one_of.iter().map(constant).collect::<Option<Vec<Value>>>() else { return };
    if !values.is_empty() && node.values.is_empty() {
        node.values = values.into_iter().map(|value| EnumValue { value, life: ReleaseSet::ALL }).collect();
        node.kind = node.kind.or(Some(Kind::String));
        node.one_of.clear();
    }
}

fn keywords(cx: &mut Context, object: Element<'_>, at: &Pointer<'_>) -> Keywords {
    let mut keywords = Keywords::default();
    for (name, value) in object.members() {
        let Some(keyword) = Keyword::named(name) else { continue };
        let value = value.to_value();
        match (name, &value) {
            ("exclusiveMinimum" | "exclusiveMaximum", Value::Bool(_)) => {}
            _ if keyword.admits(&value) => keywords.set(keyword, value),
            _ => cx.warn(at, format!("`{name}: {value}` has the wrong form; not read")),
        }
    }
    for (flag, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if object.get(flag).and_then(Element::as_bool) == Some(true) {
            keywords.rename(bound, flag);
        }
    }
    keywords
}

fn properties(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>) -> Result<Vec<Property>, ReadError> {
    let required: Vec<&str> = items(value.get("required")).filter_map(|(_, name)| name.as_str()).collect();
    let place = at.key("properties");
    let mut all = Vec::new();
    for (name, value) in members(value.get("properties")) {
        all.push(property(cx, name, value, required.contains(&name), &place.key(name))?);
    }
    for name in required {
        if !all.iter().any(|property: &Property| property.name == name) {
            cx.warn(at, format!("`required` names {name}, which is no property; read as one of any type"));
            let any = Schema::always(Node::default());
            all.push(Property { required: ReleaseSet::ALL, ..Property::optional(name, any) });
        }
    }
    Ok(all)
}

/// Reads a property or a parameter from its schema. `required` is what the source says where the schema says nothing.
pub(super) fn property(
    cx: &mut Context,
    name: &str,
    value: Element<'_>,
    required: bool,
    at: &Pointer<'_>,
) -> Result<Property, ReadError> {
    let lives = life(value, LIFE, at)?.unwrap_or(ReleaseSet::ALL);
    let said = if required { lives } else { ReleaseSet::NONE };
    Ok(Property {
        name: name.to_owned(),
        life: lives,
        required: life(value, "x-immich-required", at)?.unwrap_or(said) & lives,
        deprecated: deprecated(value, at)? & lives,
        markers: eras(value, at)?,
        schema: cx.during(lives, |cx| schema(cx, value, at))?,
    })
}

fn additional(cx: &mut Context, value: Option<Element<'_>>, at: &Pointer<'_>) -> Result<Additional, ReadError> {
    let Some(value) = value else { return Ok(Additional::Unsaid) };
    match value.as_bool() {
        Some(true) => Ok(Additional::Unsaid),
        Some(false) => Ok(Additional::Forbidden),
        None => Ok(Additional::Schema(Box::new(schema(cx, value, &at.key("additionalProperties"))?))),
    }
}

fn boxed(cx: &mut Context, value: Option<Element<'_>>, at: &Pointer<'_>) -> Result<Option<Box<Schema>>, ReadError> {
    value.map(|value| schema(cx, value, at).map(Box::new)).transpose()
}

fn list(cx: &mut Context, value: Option<Element<'_>>, at: &Pointer<'_>) -> Result<Vec<Schema>, ReadError> {
    items(value).map(|(index, value)| schema(cx, value, &at.index(index))).collect()
}

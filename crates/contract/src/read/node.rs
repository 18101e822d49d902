//! Reads schema objects: those of OpenAPI 3.0 to 3.2, of JSON Schema 2020-12 and of the annotated contract.
//!
//! The dialects agree on nearly everything, so one reader takes them all: `nullable: true` and `type: [.., "null"]`, a
//! boolean and a numeric `exclusiveMinimum`, `#/components/schemas/` and `#/$defs/`. What stands beside a `$ref` counts,
//! although OpenAPI 3.0 ignores it: documents mean it.

use std::collections::HashSet;

use serde_json::Value;

use super::markers::{deprecated, eras, life};
use super::types::{kind, null, one_of_types};
use super::unread::is_annotation;
use super::{Context, Element, ReadError, discriminator, items, members};
use crate::applicator::{self, Layout};
use crate::keyword::{Keyword, Keywords};
use crate::pointer::{Pointer, unescape};
use crate::{Additional, Applicator, Aside, EnumValue, Kind, Node, Property, ReleaseSet, Schema};

const LIFE: &str = "x-immich-life";

/// Reads a schema. A choice whose branches carry lives is one schema that changed.
pub(super) fn schema(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>) -> Result<Schema, ReadError> {
    cx.read += 1;
    let mut schema = said(cx, value, at)?;
    schema.values_mut().for_each(|node| node.origin = Aside(Some(value.origin())));
    Ok(schema)
}

fn said(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>) -> Result<Schema, ReadError> {
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
        let rest = Draft::read(cx, value, at, &["anyOf"])?.finished(cx, value, at);
        if !lies_over(&rest, &inner) {
            cx.warn(at, "what stands beside the eras of a schema is not read, save plain facts that they do not have");
        }
        return Ok(beside(inner, &rest));
    }
    // Each part is read once, also where it turns out to be the schema itself.
    let mut draft = Draft::read(cx, value, at, &[])?;
    if let Some(index) = or_null(&branches) {
        let choice = std::mem::take(&mut draft.node.any_of);
        let can_be_null = |inner: &Schema| inner.iter().all(|(_, node)| node.can_be_null());
        let rest = draft.wrapper(cx, value, at).filter(|_| choice.get(index).is_some_and(can_be_null));
        match laid(rest.map(|rest| Node { nullable: true, ..rest }), choice, index) {
            Ok(schema) => return Ok(schema),
            Err(choice) => draft.node.any_of = choice,
        }
    } else if let Some(only) = only(value.get("allOf")) {
        let parts = std::mem::take(&mut draft.node.all_of);
        let mut rest = draft.wrapper(cx, value, at);
        if let Some(rest) = rest.as_mut().filter(|_| is_flagged(value) && only.get("$ref").is_some()) {
            // `nullable` wants a type beside it, which is that of the component.
            rest.kind = None;
        }
        match laid(rest, parts, 0) {
            Ok(schema) => return Ok(schema),
            Err(parts) => draft.node.all_of = parts,
        }
    }
    Ok(Schema::always(draft.finished(cx, value, at)))
}

/// One of these schemas with what stands beside it, where that can be laid over it; else all of them again.
fn laid(rest: Option<Node>, mut schemas: Vec<Schema>, index: usize) -> Result<Schema, Vec<Schema>> {
    let can_be_laid = |rest: &Node| schemas.get(index).is_some_and(|inner| lies_over(rest, inner));
    match rest.filter(can_be_laid) {
        Some(rest) => Ok(beside(schemas.swap_remove(index), &rest)),
        None => Err(schemas),
    }
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
        let releases = life(*branch, LIFE, &at)?.unwrap_or(ReleaseSet::all());
        let nodes = cx.during(releases, |cx| schema(cx, *branch, &at))?;
        for (inner, node) in nodes.iter() {
            all.push(releases & inner & cx.life, node.clone());
        }
    }
    // One shape for the whole of the owner's life is not a change.
    let only = all.iter().next().filter(|_| all.iter().len() == 1 && cx.life.is_subset(all.life()));
    Ok(only.map(|(_, node)| Schema::always(node.clone())).unwrap_or(all))
}

/// Whether what stands beside a schema can be laid over it: null and plain facts that do not stand in there otherwise.
fn lies_over(rest: &Node, inner: &Schema) -> bool {
    let agrees = |node: &Node, (keyword, value): (Keyword, &Value)| {
        keyword.is_annotation() || node.keywords.get(keyword.name()).is_none_or(|other| other == value)
    };
    rest.says_only_facts() && inner.iter().all(|(_, node)| rest.keywords.iter().all(|fact| agrees(node, fact)))
}

/// A schema with what stands beside it in the object that wraps it.
fn beside(mut inner: Schema, rest: &Node) -> Schema {
    for node in inner.values_mut() {
        node.nullable |= rest.nullable;
        rest.keywords.iter().for_each(|(keyword, value)| node.keywords.set(keyword, value.clone()));
    }
    inner
}

/// The index of the other branch of a choice between something and null.
fn or_null(branches: &[Element<'_>]) -> Option<usize> {
    let is_null = |schema: &Element<'_>| {
        let mut said = schema.members().filter(|(name, _)| !is_annotation(name));
        said.next().is_some_and(|(name, kind)| name == "type" && kind.as_str() == Some("null")) && said.next().is_none()
    };
    match branches {
        [_, null] if is_null(null) => Some(0),
        [null, _] if is_null(null) => Some(1),
        _ => None,
    }
}

/// Whether OpenAPI's flag says that null is allowed.
fn is_flagged(value: Element<'_>) -> bool {
    value.get("nullable").and_then(Element::as_bool).unwrap_or(false)
}

impl Node {
    /// Whether this says nothing but null and plain facts.
    fn says_only_facts(&self) -> bool {
        let plain = Self { nullable: self.nullable, keywords: self.keywords.clone(), ..Self::default() };
        *self == plain
    }

    /// Whether it means "this, or null" as soon as it is nullable.
    fn can_be_null(&self) -> bool {
        let has_parts = !(self.all_of.is_empty() && self.any_of.is_empty() && self.one_of.is_empty());
        let is_wrapped = self.kind.is_none() || self.reference.is_some();
        self.keywords.get("const").is_none() && (is_wrapped || !(has_parts || self.not.is_some()))
    }

    /// Whether it says nothing of types but what its enum says.
    pub(super) fn is_bare_enum(&self) -> bool {
        let bare = Self { values: self.values.clone(), keywords: self.keywords.clone(), ..Self::default() };
        *self == bare
    }
}

/// What stands in an object, before its parts are looked at together.
struct Draft {
    node: Node,
    /// Whether the type names null beside another.
    typed_null: bool,
}

impl Draft {
    fn read(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>, without: &[&str]) -> Result<Self, ReadError> {
        let get = |key: &str| if without.contains(&key) { None } else { value.get(key) };
        cx.unread_in_schema(value, at);
        let (kind, typed_null) = kind(cx, get("type"), at)?;
        let node = Node {
            id: Aside::default(),
            origin: Aside::default(),
            index: Aside::default(),
            reference: get("$ref").map(|target| reference(cx, target, at)).transpose()?,
            kind,
            nullable: is_flagged(value),
            values: values(value, get("enum"), at)?,
            keywords: keywords(cx, value, at),
            properties: properties(cx, value, at)?,
            additional: additional(cx, get("additionalProperties"), at)?,
            items: boxed(cx, get("items"), &at.key("items"))?,
            all_of: list(cx, get("allOf"), &at.key("allOf"))?,
            any_of: list(cx, get("anyOf"), &at.key("anyOf"))?,
            one_of: list(cx, get("oneOf"), &at.key("oneOf"))?,
            not: boxed(cx, get("not"), &at.key("not"))?,
            applicators: applicators(cx, value, at)?,
        };
        Ok(Self { node, typed_null })
    }

    /// What stands beside a part that was taken out, where no other schema does.
    fn wrapper(&self, cx: &mut Context, value: Element<'_>, at: &Pointer<'_>) -> Option<Node> {
        let has_parts = !self.node.properties.is_empty() || self.node.structure().next().is_some();
        let rest = || Self { node: self.node.clone(), typed_null: self.typed_null };
        (!has_parts).then(|| rest().finished(cx, value, at))
    }

    fn finished(mut self, cx: &mut Context, value: Element<'_>, at: &Pointer<'_>) -> Node {
        let node = &mut self.node;
        if !node.has_applicator("contains") {
            // Alone they say nothing.
            for name in ["minContains", "maxContains"] {
                node.keywords.remove(name);
            }
        }
        one_of_types(cx, value, at, node);
        constants(node);
        discriminator::read(cx, value, at, node);
        if value.get("enum").is_some() && node.values.is_empty() && node.one_of.is_empty() {
            cx.unread("enum", at);
        }
        null(node, self.typed_null);
        self.node
    }
}

fn applicators(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>) -> Result<Vec<Applicator>, ReadError> {
    let mut all = Vec::new();
    for (keyword, layout) in applicator::TABLE {
        let (Some(said), at) = (value.get(keyword).filter(|said| !said.is_null()), at.key(keyword)) else { continue };
        match layout {
            Layout::Single => all.push(Applicator { keyword, key: None, schema: schema(cx, said, &at)? }),
            Layout::List => {
                for (index, item) in items(Some(said)) {
                    all.push(Applicator { keyword, key: None, schema: schema(cx, item, &at.index(index))? });
                }
            }
            Layout::Map => {
                for (key, member) in members(Some(said)) {
                    let schema = schema(cx, member, &at.key(key))?;
                    all.push(Applicator { keyword, key: Some(key.to_owned()), schema });
                }
            }
        }
    }
    Ok(all)
}

fn reference(cx: &mut Context, target: Element<'_>, at: &Pointer<'_>) -> Result<String, ReadError> {
    let target = target.as_str().ok_or_else(|| ReadError::new(at, "`$ref` must be a string"))?;
    if let Some(name) = cx.elsewhere(target, at) {
        return Ok(name);
    }
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
        Ok(EnumValue { value: value.to_value(), life: life.unwrap_or(ReleaseSet::all()) })
    };
    items(list).map(one).collect()
}

/// A choice of constants is an enum: derived schemas write it so where values are documented one by one.
fn constants(node: &mut Node) {
    let Some(values) = node.one_of.iter().map(constant).collect::<Option<Vec<Value>>>() else { return };
    let are_different = values.iter().collect::<HashSet<_>>().len() == values.len();
    if !values.is_empty() && are_different && node.values.is_empty() {
        node.values = values.into_iter().map(|value| EnumValue { value, life: ReleaseSet::all() }).collect();
        node.kind = node.kind.or(Some(Kind::String));
        node.one_of.clear();
    }
}

/// The text that is all that a schema allows.
fn constant(schema: &Schema) -> Option<Value> {
    let node = schema.constant()?;
    let asserted = node.keywords.iter().filter(|(keyword, _)| !keyword.is_annotation()).count();
    let bare = Node { kind: node.kind, keywords: node.keywords.clone(), ..Node::default() };
    let is_text = node.kind.is_none_or(|kind| kind == Kind::String) && *node == bare && asserted == 1;
    node.keywords.get("const").filter(|value| is_text && value.is_string()).cloned()
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
    let mut unnamed: HashSet<&str> = required.iter().copied().collect();
    let place = at.key("properties");
    let mut all = Vec::new();
    for (name, value) in members(value.get("properties")) {
        all.push(property(cx, name, value, unnamed.remove(name), &place.key(name))?);
    }
    if unnamed.is_empty() {
        return Ok(all);
    }
    let additional = value.get("additionalProperties").filter(|additional| !additional.is_null());
    let schema = match additional {
        Some(additional) => schema(cx, additional, &at.key("additionalProperties"))?,
        None => Schema::always(Node::default()),
    };
    let size = additional.map_or(1, Element::size);
    for name in required.into_iter().filter(|name| unnamed.remove(name)) {
        cx.warn(at, format!("`required` names {name}, which is not a property; read as one of which nothing is said"));
        let may_be_copied = cx.copy(size);
        if !may_be_copied {
            cx.warn(at, "`required` names so many that `additionalProperties` is not held against all of them");
        }
        let schema = if may_be_copied { schema.clone() } else { Schema::always(Node::default()) };
        let is_implied = additional.is_none() || !may_be_copied;
        all.push(Property { required: ReleaseSet::all(), is_implied, ..Property::optional(name, schema) });
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
    let lives = life(value, LIFE, at)?.unwrap_or(ReleaseSet::all());
    let said = if required { lives } else { ReleaseSet::NONE };
    Ok(Property {
        origin: Aside(Some(value.origin())),
        name: name.to_owned(),
        life: lives,
        required: life(value, "x-immich-required", at)?.unwrap_or(said) & lives,
        deprecated: deprecated(value, at)? & lives,
        markers: eras(value, at)?,
        schema: cx.during(lives, |cx| schema(cx, value, at))?,
        is_implied: false,
    })
}

fn additional(cx: &mut Context, value: Option<Element<'_>>, at: &Pointer<'_>) -> Result<Additional, ReadError> {
    let Some(value) = value else { return Ok(Additional::Unspecified) };
    match value.as_bool() {
        // Who writes so declares every name, and leaves none unevaluated.
        Some(true) => Ok(Additional::Schema(Box::new(Schema::always(Node::default())))),
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

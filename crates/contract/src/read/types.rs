//! What `type` says: one type, several, null beside them.

use super::{Context, Element, ReadError, items};
use crate::pointer::Pointer;
use crate::{Kind, Node, Schema};

/// Says of a node whether null is allowed where its type has it beside another, or its enum.
pub(super) fn null(node: &mut Node, typed: bool) {
    let valued = node.values.iter().any(|value| value.value.is_null());
    let has_others = node.values.iter().any(|value| !value.value.is_null());
    if typed && (valued || node.values.is_empty()) {
        node.nullable = true;
        // Beside a reference nullable would mean "null, or all of that"; here the component has a say in it.
        node.all_of.extend(node.reference.take().map(|name| Schema::always(Node::to(name))));
    }
    node.nullable |= valued && has_others && node.is_bare_enum() && node.keywords.get("const").is_none();
    if has_others && (node.nullable || node.kind.is_some_and(|kind| kind != Kind::Null)) {
        // The flag says it, or the type forbids it.
        node.values.retain(|value| !value.value.is_null());
    }
}

/// The type that `type` names, and whether null is one beside it.
pub(super) fn kind(
    cx: &mut Context,
    value: Option<Element<'_>>,
    at: &Pointer<'_>,
) -> Result<(Option<Kind>, bool), ReadError> {
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
        // `one_of_types` reads these.
        _ => Ok((None, false)),
    }
}

/// Several types beside each other are a choice between them.
pub(super) fn one_of_types(cx: &mut Context, value: Element<'_>, at: &Pointer<'_>, node: &mut Node) {
    let names: Vec<&str> = items(value.get("type")).filter_map(|(_, name)| name.as_str()).collect();
    if names.iter().filter(|name| **name != "null").count() < 2 {
        return;
    }
    let kinds = names.into_iter().filter_map(|name| one_kind(cx, name, at));
    let branches: Vec<Schema> = kinds.map(|kind| Schema::always(Node::of(kind))).collect();
    if node.any_of.is_empty() {
        node.any_of = branches;
    } else {
        node.all_of.push(Schema::always(Node { any_of: branches, ..Node::default() }));
    }
}

/// The type of this name.
fn one_kind(cx: &mut Context, name: &str, at: &Pointer<'_>) -> Option<Kind> {
    let kind = Kind::named(name);
    if kind.is_none() {
        cx.warn(at, format!("`type: {name}` is not a type of JSON Schema; read as any type"));
    }
    kind
}

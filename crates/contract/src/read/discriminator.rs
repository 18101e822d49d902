//! The discriminator of a choice: which component a value is meant to be, by the text of one of its members.
//!
//! It is read as what it says of each branch: that the member, where it is there, has one of the branch's names. Whoever
//! judges a branch needs to know no more.

use super::{Context, Element, members};
use crate::pointer::{Pointer, unescape};
use crate::{Additional, EnumValue, Kind, Node, Property, ReleaseSet, Schema};

/// Reads the discriminator that stands in a schema, if there is one, into the branches of its node.
pub(super) fn read(cx: &mut Context, schema: Element<'_>, at: &Pointer<'_>, node: &mut Node) {
    let Some(discriminator) = schema.get("discriminator").filter(|value| !value.is_null()) else { return };
    let Some(property) = discriminator.get("propertyName").and_then(Element::as_str) else {
        return cx.unread("discriminator", at);
    };
    if node.one_of.is_empty() && node.any_of.is_empty() {
        // What refers to this schema by `allOf` may be meant, with members of its own.
        cx.unread("discriminator", at);
        if node.additional == Additional::Unspecified {
            node.additional = Additional::Schema(Box::new(Schema::always(Node::default())));
        }
        return;
    }
    let at = at.key("discriminator");
    let mapping = mapping(cx, discriminator, &at);
    let fallback = discriminator.get("defaultMapping").and_then(Element::as_str).map(component);
    for branch in node.one_of.iter_mut().chain(&mut node.any_of).flat_map(Schema::values_mut) {
        if let Some(name) = branch.reference.clone().filter(|name| fallback.as_ref() != Some(name)) {
            let mapped = mapping.iter().filter(|(_, target)| *target == name).map(|(word, _)| word.clone());
            let words: Vec<String> = mapped.chain([name.clone()]).collect();
            branch.properties.push(tag(property, words));
        }
    }
}

/// The words of a mapping, each with the component that it names.
fn mapping(cx: &mut Context, discriminator: Element<'_>, at: &Pointer<'_>) -> Vec<(String, String)> {
    let at = at.key("mapping");
    let mut all = Vec::new();
    for (word, target) in members(discriminator.get("mapping")) {
        match target.as_str().map(component).filter(|name| cx.components.contains(name)) {
            Some(name) => all.push((word.to_owned(), name)),
            None => cx.warn(&at.key(word), "this names no schema of the document; not read"),
        }
    }
    all
}

/// The component that a mapping names, by reference or by name.
fn component(target: &str) -> String {
    target.strip_prefix("#/components/schemas/").map_or_else(|| target.to_owned(), |name| unescape(name).into_owned())
}

fn tag(name: &str, words: Vec<String>) -> Property {
    let value = |word: String| EnumValue { value: word.into(), life: ReleaseSet::all() };
    let values = words.into_iter().map(value).collect();
    let node = Node { kind: Some(Kind::String), values, ..Node::default() };
    Property::optional(name, Schema::always(node))
}

//! Objects and enums that changed as wholes: one type with the members of all eras, and what each era says beside them.

use contract::{Additional, Component, Contract, Node, ReleaseSet, Schema};

use super::flat::Era;
use super::raw;
use super::types::{Shape, Ty};

/// Whether a node is an object with members, and no choice.
pub(crate) fn is_object(node: &Node) -> bool {
    let no_choice = node.all_of.is_empty() && node.any_of.is_empty() && node.one_of.is_empty() && node.not.is_none();
    !node.properties.is_empty() && node.reference.is_none() && no_choice
}

/// Whether a node is a list of words.
pub(crate) fn is_words(node: &Node) -> bool {
    !node.values.is_empty() && node.values.iter().all(|value| value.value.is_string())
}

/// One node with the members and values of all eras, each with its life, if all are of this form.
pub(crate) fn merged(eras: &[Era], form: fn(&Node) -> bool) -> Option<Node> {
    if eras.is_empty() || !eras.iter().all(|era| form(&era.node)) {
        return None;
    }
    if let [only] = eras {
        return Some(only.node.clone());
    }
    let bare = |era: &Era| {
        let Node { kind, properties, values, .. } = era.node.clone();
        let schema = Schema::always(Node { kind, properties, values, ..Node::default() });
        let component = Component { life: ReleaseSet::all(), observed: false, schema };
        Contract { components: [(String::new(), component)].into(), ..Contract::default() }
    };
    let parts: Vec<(ReleaseSet, Contract)> = eras.iter().map(|era| (era.releases, bare(era))).collect();
    let parts: Vec<(ReleaseSet, &Contract)> = parts.iter().map(|(releases, part)| (*releases, part)).collect();
    contract::joined(&parts).components.into_values().next()?.schema.constant().cloned()
}

/// What the eras say beside members and values; nothing if none says anything.
pub(crate) fn beside(contract: &Contract, eras: &[Era]) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::new();
    for era in eras {
        let node = Node { values: Vec::new(), ..era.node.clone() };
        let keywords = raw::keywords(contract, era.releases.last(), &node);
        match shapes.iter_mut().find(|known| known.keywords == keywords) {
            Some(known) => known.releases = known.releases | era.releases,
            None => shapes.push(Shape { releases: era.releases, ty: Ty::named("Self"), keywords }),
        }
    }
    shapes.retain({
        let silent = shapes.iter().all(|shape| shape.keywords.is_empty());
        move |_| !silent
    });
    shapes
}

/// Whether it is an object of any names whose values have a schema.
pub(crate) fn values_of_map(node: &Node) -> Option<&Node> {
    let Additional::Schema(schema) = &node.additional else { return None };
    let is_map = node.properties.is_empty() && node.reference.is_none() && node.values.is_empty();
    schema.constant().filter(|inner| is_map && **inner != Node::default())
}

/// The eras of a component's schema as they stand in the contract.
pub(crate) fn eras_of(schema: &Schema, seen: ReleaseSet) -> Vec<Era> {
    let one = |(releases, node): (ReleaseSet, &Node)| Era { releases: releases & seen, node: node.clone() };
    schema.iter().map(one).filter(|era| !era.releases.is_empty()).collect()
}

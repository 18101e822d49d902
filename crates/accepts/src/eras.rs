//! Releases at which the server says the same of what a model stands for.

use std::collections::{HashMap, HashSet};

use contract::{Contract, Node, NodeId, Operation, Release, ReleaseSet, Schema};
use serde_json::{Map, Value};

use crate::subject::bodies;

/// Something that is said at a release; a list of these has the order in which it is met.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Said<'c> {
    Media(&'c str),
    Node(NodeId),
    Property(usize, IsRequired),
    Value(usize),
}

/// Whether a property must be there.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct IsRequired(bool);

/// The releases of a contract by what an operation's bodies are at them; those at which it has none are left out.
pub(crate) fn eras(contract: &Contract, operation: &Operation) -> Vec<ReleaseSet> {
    let mut known: HashMap<Vec<Said<'_>>, usize> = HashMap::new();
    let mut eras: Vec<ReleaseSet> = Vec::new();
    for release in contract.releases.iter() {
        let said = said(contract, operation, release);
        if said.is_empty() {
            continue;
        }
        let index = *known.entry(said).or_insert(eras.len());
        match eras.get_mut(index) {
            Some(era) => era.insert(release),
            None => eras.push(ReleaseSet::only(release)),
        }
    }
    eras
}

/// All that an operation's bodies are at a release.
fn said<'c>(contract: &'c Contract, operation: &'c Operation, release: Release) -> Vec<Said<'c>> {
    let mut all = Vec::new();
    let mut met: HashSet<&str> = HashSet::new();
    let mut open = roots(operation, release, &mut all);
    while let Some(node) = open.pop() {
        own(node, release, &mut all);
        let alive = node.properties.iter().filter(|one| one.life.contains(release));
        open.extend(alive.filter_map(|property| property.schema.at(release)));
        open.extend(node.structure().filter_map(|schema| schema.at(release)));
        let component = node.reference.as_deref().filter(|name| met.insert(name));
        open.extend(component.and_then(|name| contract.component(name)?.schema.at(release)));
    }
    all
}

/// What of that bears on a value: where it is the same at two releases, the value is right at both or at none.
pub(crate) fn said_of<'c>(
    contract: &'c Contract,
    operation: &'c Operation,
    release: Release,
    value: &Value,
) -> Vec<Said<'c>> {
    let mut all = Vec::new();
    let mut met: HashSet<(NodeId, *const Value)> = HashSet::new();
    let mut open: Vec<(&Node, &Value)> =
        roots(operation, release, &mut all).into_iter().map(|node| (node, value)).collect();
    while let Some((node, value)) = open.pop() {
        if !met.insert((node.id.0, std::ptr::from_ref(value))) {
            continue;
        }
        own(node, release, &mut all);
        let below = |schema: &'c Schema, value| schema.at(release).map(|node| (node, value));
        for property in node.properties.iter().filter(|one| one.life.contains(release)) {
            open.extend(value.get(&property.name).and_then(|member| below(&property.schema, member)));
        }
        // Parts of the whole speak of the value itself, others of what it holds.
        let inner = value.as_array().into_iter().flatten().chain(value.as_object().into_iter().flat_map(Map::values));
        let all_of_it: Vec<&Value> = std::iter::once(value).chain(inner).collect();
        for schema in node.structure() {
            open.extend(all_of_it.iter().filter_map(|value| below(schema, *value)));
        }
        let component = node.reference.as_deref().and_then(|name| contract.component(name));
        open.extend(component.and_then(|component| below(&component.schema, value)));
    }
    all
}

/// What an operation's bodies are at a release.
fn roots<'c>(operation: &'c Operation, release: Release, all: &mut Vec<Said<'c>>) -> Vec<&'c Node> {
    let mut roots = Vec::new();
    for (_, media) in bodies(operation).filter(|(life, _)| life.contains(release)) {
        if let Some(node) = media.schema.as_ref().and_then(|schema| schema.at(release)) {
            all.push(Said::Media(&media.media_type));
            roots.push(node);
        }
    }
    roots
}

/// What a node itself says at a release.
fn own(node: &Node, release: Release, all: &mut Vec<Said<'_>>) {
    all.push(Said::Node(node.id.0));
    let alive = node.properties.iter().enumerate().filter(|(_, one)| one.life.contains(release));
    all.extend(alive.map(|(index, one)| Said::Property(index, IsRequired(one.required.contains(release)))));
    let values = node.values.iter().enumerate().filter(|(_, value)| value.life.contains(release));
    all.extend(values.map(|(index, _)| Said::Value(index)));
}

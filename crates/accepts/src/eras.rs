//! Releases at which the server says the same of what a model stands for.

use std::collections::{HashMap, HashSet};

use contract::{Contract, Node, NodeId, Operation, Release, ReleaseSet};

use crate::subject::bodies;

/// What is said at a release, in the order in which it is met.
#[derive(PartialEq, Eq, Hash)]
enum Said<'c> {
    Media(&'c str),
    Node(NodeId),
    Property(usize, IsRequired),
    Value(usize),
}

/// Whether a property must be there.
#[derive(PartialEq, Eq, Hash)]
struct IsRequired(bool);

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
    let mut open: Vec<&Node> = Vec::new();
    for (life, media) in bodies(operation) {
        if let Some(node) = media.schema.as_ref().and_then(|schema| schema.at(release)).filter(|_| life.contains(release)) {
            all.push(Said::Media(&media.media_type));
            open.push(node);
        }
    }
    while let Some(node) = open.pop() {
        all.push(Said::Node(node.id.0));
        for (index, property) in node.properties.iter().enumerate().filter(|(_, one)| one.life.contains(release)) {
            all.push(Said::Property(index, IsRequired(property.required.contains(release))));
            open.extend(property.schema.at(release));
        }
        let values = node.values.iter().enumerate().filter(|(_, value)| value.life.contains(release));
        all.extend(values.map(|(index, _)| Said::Value(index)));
        open.extend(node.structure().filter_map(|schema| schema.at(release)));
        let component = node.reference.as_deref().filter(|name| met.insert(name));
        open.extend(component.and_then(|name| contract.component(name)?.schema.at(release)));
    }
    all
}

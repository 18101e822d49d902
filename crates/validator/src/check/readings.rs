//! A query, a path or a form is text; what it stands for depends on the types that a release names.
//!
//! Releases that read a text by the very same nodes read it alike, so it is read once for all of them.

use std::collections::HashMap;

use contract::{Contract, NodeId, Projection, Release, ReleaseSet, Schema, SchemaId};

/// The releases that read texts alike, by schema.
#[derive(Default)]
pub(crate) struct Readings {
    known: HashMap<SchemaId, Vec<(Release, ReleaseSet)>>,
}

impl Readings {
    /// The releases of a set in groups that read texts by this schema alike, each with one to ask.
    pub(crate) fn of(&mut self, contract: &Contract, schema: &Schema, at: ReleaseSet) -> Vec<(Release, ReleaseSet)> {
        if at.len() < 2 {
            return at.iter().map(|release| (release, at)).collect();
        }
        let groups = self.known.entry(schema.id()).or_insert_with(|| groups(contract, schema));
        let asked = groups.iter().map(|(release, alike)| (*release, *alike & at));
        asked.filter(|(_, alike)| !alike.is_empty()).collect()
    }
}

fn groups(contract: &Contract, schema: &Schema) -> Vec<(Release, ReleaseSet)> {
    let mut groups: Vec<(Vec<NodeId>, Release, ReleaseSet)> = Vec::new();
    for release in contract.releases.iter() {
        let mut nodes = Nodes { view: Projection { contract, release }, met: Vec::new() };
        nodes.enter(schema, Depth::Members);
        match groups.iter_mut().find(|(met, _, _)| *met == nodes.met) {
            Some((_, _, releases)) => releases.insert(release),
            None => groups.push((nodes.met, release, ReleaseSet::only(release))),
        }
    }
    groups.into_iter().map(|(_, release, releases)| (release, releases)).collect()
}

/// How far a form reads: the values of its fields, which may be lists or JSON.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Members,
    Value,
}

/// The nodes by which one release reads a text.
struct Nodes<'c> {
    view: Projection<'c>,
    met: Vec<NodeId>,
}

impl<'c> Nodes<'c> {
    fn enter(&mut self, schema: &'c Schema, depth: Depth) {
        let mut open: Vec<&'c contract::Node> = schema.at(self.view.release).into_iter().collect();
        while let Some(node) = open.pop() {
            if self.met.contains(&node.id.0) {
                continue;
            }
            self.met.push(node.id.0);
            open.extend(node.reference.as_ref().and_then(|name| self.view.component(name)));
            open.extend(node.structure().filter_map(|schema| schema.at(self.view.release)));
            if depth == Depth::Members {
                for property in self.view.properties(node) {
                    self.enter(&property.schema, Depth::Value);
                }
            }
        }
    }
}

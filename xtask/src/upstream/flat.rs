//! A schema as eras in which nothing changes any more, also not below it.

use contract::{Additional, EnumValue, Node, Release, ReleaseSet, Schema};

/// What a schema says at some releases.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Era {
    pub(crate) releases: ReleaseSet,
    /// Without eras below, save in the properties of an object.
    pub(crate) node: Node,
}

/// The eras of a schema at these releases, oldest first.
pub(crate) fn eras(schema: &Schema, releases: ReleaseSet) -> Vec<Era> {
    let at = |release: Release| (ReleaseSet::only(release), plain(schema, release));
    grouped(releases.iter().map(at))
}

/// Equal nodes as one era.
pub(crate) fn grouped(all: impl IntoIterator<Item = (ReleaseSet, Node)>) -> Vec<Era> {
    let mut eras: Vec<Era> = Vec::new();
    for (releases, node) in all {
        match eras.iter_mut().find(|era| era.node == node) {
            Some(era) => era.releases = era.releases | releases,
            None => eras.push(Era { releases, node }),
        }
    }
    eras
}

fn plain(schema: &Schema, release: Release) -> Node {
    let Some(node) = schema.at(release) else { return Node::default() };
    let below = |schema: &Schema| Schema::always(plain(schema, release));
    let list = |schemas: &[Schema]| schemas.iter().map(below).collect();
    let values = node.values.iter().filter(|value| value.life.contains(release));
    Node {
        values: values.map(|value| EnumValue { life: ReleaseSet::all(), ..value.clone() }).collect(),
        additional: match &node.additional {
            Additional::Schema(schema) => Additional::Schema(Box::new(below(schema))),
            other => other.clone(),
        },
        items: node.items.as_deref().map(|items| Box::new(below(items))),
        all_of: list(&node.all_of),
        any_of: list(&node.any_of),
        one_of: list(&node.one_of),
        not: node.not.as_deref().map(|not| Box::new(below(not))),
        ..node.clone()
    }
}

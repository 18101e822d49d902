//! The releases at which a schema says the same, and its plan there.

use contract::marker::State;
use contract::{Contract, Node, Projection, ReleaseSet, Schema, SchemaId};
use foldhash::HashSet;

use crate::arena::Arena;
use crate::compile::{self, Patterns};

/// Releases that one plan stands for.
pub(super) struct ReleaseGroup {
    pub(super) releases: ReleaseSet,
    pub(super) arena: Arena,
}

/// The groups of a schema, the newest first, and what their plans leave to others.
pub(super) fn release_groups(
    contract: &Contract,
    schema: &Schema,
    open: ReleaseSet,
) -> (Vec<ReleaseGroup>, Vec<String>) {
    let (mut groups, mut gaps, mut patterns) = (Vec::new(), Vec::new(), Patterns::default());
    let mut alike = alike(contract, schema, open);
    alike.sort_by_key(|group| std::cmp::Reverse(group.last()));
    for releases in alike {
        let Some(release) = releases.last() else { continue };
        let compiled = compile::compile(Projection { contract, release }, schema, patterns);
        patterns = compiled.patterns;
        gaps.extend(compiled.gaps);
        groups.push(ReleaseGroup { releases, arena: compiled.arena });
    }
    gaps.sort();
    gaps.dedup();
    (groups, gaps)
}

/// Divides releases by every life that a schema reaches: within a group, none of them differs.
fn alike(contract: &Contract, schema: &Schema, open: ReleaseSet) -> Vec<ReleaseSet> {
    let mut groups = vec![open];
    for life in lives(contract, schema) {
        let halves = |group: ReleaseSet| [group & life, group - life];
        groups = groups.into_iter().flat_map(halves).filter(|group| !group.is_empty()).collect();
    }
    groups
}

fn lives(contract: &Contract, schema: &Schema) -> HashSet<ReleaseSet> {
    let mut lives = HashSet::default();
    let mut seen: HashSet<SchemaId> = HashSet::default();
    let mut open = vec![schema];
    while let Some(schema) = open.pop() {
        if !seen.insert(schema.id()) {
            continue;
        }
        for (era, node) in schema.iter() {
            lives.insert(era);
            own(node, &mut lives);
            let component = node.reference.as_ref().and_then(|name| contract.component(name));
            open.extend(component.map(|component| &component.schema));
            open.extend(node.structure());
            open.extend(node.properties.iter().map(|property| &property.schema));
        }
    }
    lives
}

/// The lives that stand in a node.
fn own(node: &Node, lives: &mut HashSet<ReleaseSet>) {
    lives.extend(node.values.iter().map(|value| value.life));
    for property in &node.properties {
        let claims = property.markers.iter().filter(|(_, history)| history.state() == Some(&State::Deprecated));
        let deprecated = claims.fold(property.deprecated, |all, (releases, _)| all | releases);
        lives.extend([property.life, property.required, deprecated]);
    }
}

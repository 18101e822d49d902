//! What must be known of everything that a schema reaches.

use contract::{Kind, Node, NodeId, Projection};
use foldhash::HashSet;

/// Whether the walk over a value may have something against what these nodes reach, although the schema has not: integers
/// of a range, deprecated members.
pub(super) fn is_walked(view: Projection<'_>, roots: &[&Node]) -> bool {
    reached(view, roots).into_iter().any(|node| {
        let format = node.keywords.text("format").filter(|_| node.kind == Some(Kind::Integer));
        let mut alive = view.properties(node);
        matches!(format, Some("int32" | "int64")) || alive.any(|one| one.is_deprecated_at(view.release))
    })
}

/// All nodes that are reached from these, themselves included.
fn reached<'n>(view: Projection<'n>, roots: &[&'n Node]) -> Vec<&'n Node> {
    let mut open = roots.to_vec();
    let mut seen: HashSet<NodeId> = HashSet::default();
    let mut all = Vec::new();
    while let Some(node) = open.pop() {
        if !seen.insert(node.id.0) {
            continue;
        }
        all.push(node);
        open.extend(node.reference.iter().filter_map(|name| view.component(name)));
        open.extend(view.properties(node).filter_map(|property| property.schema.at(view.release)));
        open.extend(node.structure().filter_map(|schema| schema.at(view.release)));
    }
    all
}

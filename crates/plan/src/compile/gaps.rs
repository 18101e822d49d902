//! What must be known of everything that a schema reaches.

use contract::{Kind, Node, Projection};
use serde_json::Value;

use super::search::Goal;

/// What the walk over a value may have something against although the schema has not: integers of a range, deprecated
/// members.
#[derive(Clone, Copy)]
pub(super) struct Walked<'c>(pub(super) Projection<'c>);

impl<'c> Goal<'c> for Walked<'c> {
    fn is(self, node: &Node) -> bool {
        let format = node.keywords.text("format").filter(|_| node.kind == Some(Kind::Integer));
        let mut alive = self.0.properties(node);
        matches!(format, Some("int32" | "int64")) || alive.any(|one| one.is_deprecated_at(self.0.release))
    }

    fn next(self, node: &'c Node) -> Vec<&'c Node> {
        let view = self.0;
        let refers = node.reference.iter().filter_map(|name| view.component(name));
        let members = view.properties(node).filter_map(|property| property.schema.at(view.release));
        refers.chain(members).chain(node.structure().filter_map(|schema| schema.at(view.release))).collect()
    }
}

/// A flag, be it in a component that a schema refers to.
#[derive(Clone, Copy)]
pub(super) struct Flagged<'c> {
    pub(super) view: Projection<'c>,
    pub(super) flag: &'static str,
}

impl<'c> Goal<'c> for Flagged<'c> {
    fn is(self, node: &Node) -> bool {
        node.keywords.get(self.flag).and_then(Value::as_bool) == Some(true)
    }

    fn next(self, node: &'c Node) -> Vec<&'c Node> {
        let refers = node.reference.iter().filter_map(|name| self.view.component(name));
        refers.chain(node.all_of.iter().filter_map(|schema| schema.at(self.view.release))).collect()
    }
}

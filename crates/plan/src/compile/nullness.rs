//! Whether null is right, of each node once.

use std::ptr;

use contract::{Kind, Node, Projection};
use foldhash::HashMap;
use serde_json::Value;

use super::work::Work;

/// How deep references and `allOf` are followed.
const DEEPEST: usize = 32;

/// What is known of nodes.
#[derive(Default)]
pub(super) struct Nulls<'c> {
    known: HashMap<*const Node, Null>,
    /// The nodes that are being looked at, each within the one before.
    open: Vec<&'c Node>,
}

/// What a node says of null.
#[derive(Clone, Copy)]
pub(super) struct Null {
    /// Whether it fits, as the projected schema is written. Where that is hard to tell, it does not.
    pub(super) is_right: bool,
    /// Whether it may fit although it is not said to.
    pub(super) is_uncertain: bool,
}

impl Null {
    const UNKNOWN: Self = Self { is_right: false, is_uncertain: true };
}

impl<'c> Nulls<'c> {
    /// What nodes say that hold together.
    pub(super) fn of_all(&mut self, view: Projection<'c>, nodes: &[&'c Node], work: &mut Work) -> Null {
        let mut all = Null { is_right: true, is_uncertain: false };
        for node in nodes {
            let one = self.of(view, node, work);
            all.is_right &= one.is_right;
            all.is_uncertain |= one.is_uncertain;
        }
        all
    }

    fn of(&mut self, view: Projection<'c>, node: &'c Node, work: &mut Work) -> Null {
        if let Some(known) = self.known.get(&ptr::from_ref(node)) {
            return *known;
        }
        let is_open = self.open.iter().any(|open| ptr::eq(*open, node));
        if is_open || self.open.len() > DEEPEST || !work.does(1) || is_odd(node) {
            return Null::UNKNOWN;
        }
        self.open.push(node);
        let null = self.looked_at(view, node, work);
        self.open.pop();
        self.known.insert(ptr::from_ref(node), null);
        null
    }

    fn looked_at(&mut self, view: Projection<'c>, node: &'c Node, work: &mut Work) -> Null {
        let parts: Vec<&Node> = node.all_of.iter().filter_map(|schema| schema.at(view.release)).collect();
        let refers = node.reference.iter().filter_map(|name| view.component(name)).collect::<Vec<_>>();
        let (parts, refers) = (self.of_all(view, &parts, work), self.of_all(view, &refers, work));
        // A branch that says nothing at this release forbids nothing.
        let mut branches = Null { is_right: node.any_of.is_empty(), is_uncertain: false };
        for branch in &node.any_of {
            let one = branch.at(view.release).map(|branch| self.of(view, branch, work));
            branches.is_right |= one.is_none_or(|one| one.is_right);
            branches.is_uncertain |= one.is_some_and(|one| one.is_uncertain);
        }
        // Without a type, or beside a reference, "nullable" means null or all the rest.
        let is_beside = node.nullable && (node.kind.is_none() || node.reference.is_some());
        let typed = node.nullable || node.kind.is_none_or(|kind| kind == Kind::Null);
        let valued = node.nullable || node.values_at(view.release).next().is_none();
        let is_right = typed && valued && refers.is_right && parts.is_right && branches.is_right;
        let is_listed = node.values_at(view.release).any(Value::is_null);
        let is_uncertain = is_listed || refers.is_uncertain || parts.is_uncertain || branches.is_uncertain;
        Null { is_right: is_beside || is_right, is_uncertain }
    }
}

/// Whether it takes more than the types of a node to tell whether null fits it.
fn is_odd(node: &Node) -> bool {
    node.not.is_some()
        || !node.one_of.is_empty()
        || !node.applicators.is_empty()
        || node.keywords.get("const").is_some()
}

//! Whether a node leads to something, asked of many nodes of one contract: what was passed over in vain is passed over once.

use std::ptr;

use contract::Node;
use foldhash::HashSet;

use super::work::Work;

/// What is looked for, and where.
pub(super) trait Goal<'c>: Copy {
    /// Whether a node is what is looked for.
    fn is(self, node: &Node) -> bool;

    /// The nodes that it leads to.
    fn next(self, node: &'c Node) -> Vec<&'c Node>;
}

/// What is known from earlier searches for one goal.
#[derive(Default)]
pub(super) struct Search<'c> {
    /// Those that lead to none.
    in_vain: HashSet<*const Node>,
    /// Those that began a search that found one.
    found: HashSet<*const Node>,
    open: Vec<&'c Node>,
}

impl<'c> Search<'c> {
    /// Whether a node is one, or leads to one. Where that takes too much work, it does.
    pub(super) fn finds(&mut self, from: &'c Node, goal: impl Goal<'c>, work: &mut Work) -> bool {
        if self.found.contains(&ptr::from_ref(from)) {
            return true;
        }
        let mut passed: HashSet<*const Node> = HashSet::default();
        self.open.clear();
        self.open.push(from);
        while let Some(node) = self.open.pop() {
            if self.in_vain.contains(&ptr::from_ref(node)) || !passed.insert(ptr::from_ref(node)) {
                continue;
            }
            let next = goal.next(node);
            if goal.is(node) || self.found.contains(&ptr::from_ref(node)) || !work.does(1 + next.len()) {
                self.found.insert(ptr::from_ref(from));
                return true;
            }
            self.open.extend(next);
        }
        self.in_vain.extend(passed);
        false
    }
}

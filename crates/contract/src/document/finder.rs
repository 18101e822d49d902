//! Pointers that are looked for while a text is read.

use std::collections::HashMap;

use super::Position;

/// Pointers as a tree of their tokens, so that a reader passes over what nobody asks for.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// The numbers of the pointers that end here.
    here: Vec<usize>,
    below: HashMap<String, Wanted>,
    /// How many pointers there are in all.
    count: usize,
}

impl Wanted {
    pub(super) fn of<'p>(pointers: impl IntoIterator<Item = &'p str>) -> Self {
        let mut root = Self::default();
        for (number, pointer) in pointers.into_iter().enumerate() {
            let mut node = &mut root;
            for token in pointer.split('/').skip(1) {
                node = node.below.entry(token.replace("~1", "/").replace("~0", "~")).or_default();
            }
            node.here.push(number);
            root.count += 1;
        }
        root
    }

    /// The numbers of the pointers that end here or below.
    fn all(&self) -> Vec<usize> {
        let mut all = Vec::new();
        let mut open = vec![self];
        while let Some(node) = open.pop() {
            all.extend(&node.here);
            open.extend(node.below.values());
        }
        all
    }
}

/// Where a reader is, among the wanted.
#[derive(Debug)]
pub(super) struct Finder<'w> {
    /// What is wanted at each level from the root to here; nothing where nobody asks.
    path: Vec<Option<&'w Wanted>>,
    found: Vec<Position>,
}

impl<'w> Finder<'w> {
    pub(super) fn new(wanted: &'w Wanted) -> Self {
        let beginning = Position { line: 1, column: 1 };
        Self { path: vec![Some(wanted)], found: vec![beginning; wanted.count] }
    }

    /// Goes down to a member or an item; `position` is asked only where somebody wants to know. Whether anything is wanted
    /// there or below. To be followed by [`Finder::leave`] in any case.
    pub(super) fn enter(&mut self, token: &str, position: impl FnOnce() -> Position) -> bool {
        let next = self.path.last().copied().flatten().and_then(|node| node.below.get(token));
        self.path.push(next);
        let Some(node) = next else { return false };
        let position = position();
        for number in node.all() {
            if let Some(found) = self.found.get_mut(number) {
                *found = position;
            }
        }
        !node.below.is_empty()
    }

    pub(super) fn leave(&mut self) {
        self.path.pop();
    }

    /// The position of each pointer, in their order.
    pub(super) fn found(self) -> Vec<Position> {
        self.found
    }
}

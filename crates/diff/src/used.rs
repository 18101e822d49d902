//! The operations that a client calls: what reaches none of them does not hit it.

use std::collections::HashSet;

use contract::{Method, Operation};

use crate::change::{Change, Reach};
use crate::place::Caller;

/// Operations, by id and by method and path.
#[derive(Clone, Debug, Default)]
pub struct Used {
    ids: HashSet<String>,
    places: HashSet<String>,
}

impl Used {
    /// Adds an operation of a contract.
    pub fn add(&mut self, operation: &Operation) {
        self.ids.extend(operation.ids.iter().map(|(_, id)| id.clone()));
        self.places.extend(operation.paths.iter().map(|(_, path)| place(operation.method, path)));
    }

    /// How many there are, by method and path.
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// Keeps the changes that reach these operations, and of each only the ways to them.
    #[must_use]
    pub fn hits(&self, changes: Vec<Change>) -> Vec<Change> {
        let hit = |mut change: Change| {
            change.reach.retain(|reach| self.is_hit(reach));
            (!change.reach.is_empty()).then_some(change)
        };
        changes.into_iter().filter_map(hit).collect()
    }

    fn is_hit(&self, reach: &Reach) -> bool {
        let operation = &reach.operation;
        if operation.caller == Caller::Server {
            return self.is_asked_for(&operation.path);
        }
        let moved = operation.moved_from.as_ref();
        self.ids.contains(&*operation.id)
            || self.places.contains(&place(operation.method, &operation.path))
            || moved.is_some_and(|(method, path)| self.places.contains(&place(*method, path)))
    }
}

impl Used {
    /// Whether a callback is that of one of these operations. Webhooks come unasked.
    fn is_asked_for(&self, path: &str) -> bool {
        path.ends_with("(webhook)") || self.places.iter().any(|place| path.ends_with(&format!(" of {place})")))
    }
}

fn place(method: Method, path: &str) -> String {
    format!("{method} {path}")
}

//! Finds the operations that belong together, and compares them as a whole.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use contract::{Method, Operation, Projection};
use report::Direction;
use serde_json::{Value, json};

use super::{At, Walk};
use crate::action::{Removal, Replaced, Replacement};
use crate::fact::Fact;
use crate::place::{Caller, OperationName, Part};

impl<'c> Walk<'c> {
    /// Compares the operations by which one side asks the other.
    pub(super) fn operations(&mut self, caller: Caller) {
        let (old, new) = (self.old, self.new);
        let (before, after) = (caller.operations(old), caller.operations(new));
        let partners = self.partners(&before, &after);
        // A client has an address of its own.
        let servers = (caller == Caller::Client).then(|| self.servers());
        for operation in &after {
            let partner = partners.get(&operation.route());
            let former = partner.map(|partner| OperationName::of(partner, caller, old.release, None));
            let name = name(new, caller, operation, former);
            match partner {
                Some(partner) => {
                    let site = self.pair(&name, partner, operation);
                    if let Some(servers) = servers {
                        self.edge(site, servers);
                    }
                }
                None => self.whole(&name).tell(Fact::Operation(Replacement::Added), Value::Null, json!(name.id)),
            }
        }
        let place = |operation: &&'c Operation| (operation.method, operation.path_at(old.release));
        let kept: HashSet<_> = partners.values().map(place).collect();
        for operation in before.iter().filter(|operation| !kept.contains(&place(operation))) {
            let announced = operation.deprecated.contains(old.release);
            let fact = if announced {
                Fact::DeprecatedOperation(Removal::Removed)
            } else {
                Fact::Operation(Replacement::Removed)
            };
            let name = name(old, caller, operation, None);
            self.whole(&name).tell(fact, json!(name.id), Value::Null);
        }
    }

    /// The old operation of each new one, by the new one's route: that of the same route, else that of the same id.
    fn partners(&self, before: &[&'c Operation], after: &[&'c Operation]) -> HashMap<(Method, String), &'c Operation> {
        let old: HashMap<_, &'c Operation> = before.iter().map(|old| (old.route(), *old)).collect();
        let new: HashSet<_> = after.iter().map(|new| new.route()).collect();
        let gone = before.iter().filter(|old| !new.contains(&old.route()));
        let moved: HashMap<&str, &'c Operation> = gone.map(|old| (old.id_at(self.old.release), *old)).collect();
        let partner = |new: &&'c Operation| {
            let same_id = || moved.get(new.id_at(self.new.release)).filter(|old| old.method == new.method);
            let partner = old.get(&new.route()).or_else(same_id)?;
            Some((new.route(), *partner))
        };
        after.iter().filter_map(partner).collect()
    }

    fn whole(&mut self, name: &Arc<OperationName>) -> At<'_, 'c> {
        self.part(name, Part::Whole, Direction::Request)
    }

    /// Compares two operations; the site of them as a whole.
    fn pair(&mut self, name: &Arc<OperationName>, old: &'c Operation, new: &'c Operation) -> usize {
        let (before, after) = (self.old.release, self.new.release);
        let old_name = OperationName::of(old, name.caller, before, None);
        let mut whole = self.whole(name);
        let site = whole.site;
        if old.route() != new.route() {
            whole.tell(Fact::Operation(Replacement::Changed), json!(old_name.to_string()), json!(name.to_string()));
        }
        if old_name.id != name.id {
            whole.tell(Fact::OperationId(Replaced::Changed), json!(old_name.id), json!(name.id));
        }
        whole.flag(Fact::OperationDeprecation, old.deprecated.contains(before), new.deprecated.contains(after));
        let state = |one: &'c Operation, release| one.markers.at(release).and_then(|history| history.state());
        if let (Some(old), Some(new)) = (state(old, before), state(new, after))
            && old != new
        {
            whole.tell(Fact::OperationState(Replaced::Changed), json!(old.to_string()), json!(new.to_string()));
        }
        whole.access(old, new);
        self.exchange(name, old, new);
        site
    }
}

fn name(
    view: Projection<'_>,
    caller: Caller,
    operation: &Operation,
    partner: Option<OperationName>,
) -> Arc<OperationName> {
    let mut tags = operation.tags.at(view.release).into_iter().flatten();
    let mut name = OperationName::of(operation, caller, view.release, tags.find(|tag| *tag != "Deprecated"));
    let moved = partner.filter(|partner| partner.path != name.path || partner.method != name.method);
    name.moved_from = moved.map(|partner| (partner.method, partner.path));
    Arc::new(name)
}

//! Finds the operations that belong together, and compares them as a whole.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use contract::{Operation, Projection};
use report::Direction;
use serde_json::{Value, json};

use super::{At, Walk};
use crate::action::{Removal, Replaced, Replacement};
use crate::fact::Fact;
use crate::place::{OperationName, Part};

impl<'c> Walk<'c> {
    pub(super) fn operations(&mut self) {
        let (old, new) = (self.old, self.new);
        let before: Vec<&'c Operation> = old.operations().collect();
        let after: Vec<&'c Operation> = new.operations().collect();
        let partners = partners(&before, &after);
        let servers = self.servers();
        for operation in &after {
            let partner = partners.get(&key(operation));
            let name = name(new, operation, partner.copied());
            match partner {
                Some(partner) => {
                    let site = self.pair(&name, partner, operation);
                    self.edge(site, servers);
                }
                None => self.whole(&name).tell(Fact::Operation(Replacement::Added), Value::Null, json!(operation.id)),
            }
        }
        let place = |operation: &&'c Operation| (operation.method, operation.path.as_str());
        let kept: HashSet<_> = partners.values().map(place).collect();
        for operation in before.iter().filter(|operation| !kept.contains(&place(operation))) {
            let announced = operation.deprecated.contains(old.release);
            let fact = if announced {
                Fact::DeprecatedOperation(Removal::Removed)
            } else {
                Fact::Operation(Replacement::Removed)
            };
            let name = name(old, operation, None);
            self.whole(&name).tell(fact, json!(operation.id), Value::Null);
        }
    }

    fn whole(&mut self, name: &Arc<OperationName>) -> At<'_, 'c> {
        self.part(name, Part::Whole, Direction::Request)
    }

    /// Compares two operations; the site of them as a whole.
    fn pair(&mut self, name: &Arc<OperationName>, old: &'c Operation, new: &'c Operation) -> usize {
        let (before, after) = (self.old.release, self.new.release);
        let old_name = OperationName::of(old, None);
        let mut whole = self.whole(name);
        let site = whole.site;
        if key(old) != key(new) {
            whole.tell(Fact::Operation(Replacement::Changed), json!(old_name.to_string()), json!(name.to_string()));
        }
        if old.id != new.id {
            whole.tell(Fact::OperationId(Replaced::Changed), json!(old.id), json!(new.id));
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

fn name(view: Projection<'_>, operation: &Operation, partner: Option<&Operation>) -> Arc<OperationName> {
    let mut tags = operation.tags.at(view.release).into_iter().flatten();
    let mut name = OperationName::of(operation, tags.find(|tag| *tag != "Deprecated"));
    let moved = partner.filter(|partner| partner.path != operation.path || partner.method != operation.method);
    name.moved_from = moved.map(|partner| (partner.method, partner.path.as_str().into()));
    Arc::new(name)
}

/// Method and path without the names of parameters: what a server tells operations apart by.
fn key(operation: &Operation) -> (contract::Method, String) {
    let segment = |segment: &str| if segment.starts_with('{') { "{}".to_owned() } else { segment.to_owned() };
    (operation.method, operation.path.split('/').map(segment).collect::<Vec<_>>().join("/"))
}

/// The old operation of each new one, by the new one's key: that of the same method and path, else that of the same id.
fn partners<'c>(
    before: &[&'c Operation],
    after: &[&'c Operation],
) -> HashMap<(contract::Method, String), &'c Operation> {
    let old: HashMap<_, &'c Operation> = before.iter().map(|one| (key(one), *one)).collect();
    let new: HashSet<_> = after.iter().map(|one| key(one)).collect();
    let moved: HashMap<&str, &'c Operation> =
        before.iter().filter(|one| !new.contains(&key(one))).map(|one| (one.id.as_str(), *one)).collect();
    let partner = |one: &&'c Operation| {
        let key = key(one);
        let partner = old.get(&key).or_else(|| moved.get(one.id.as_str()).filter(|old| old.method == one.method))?;
        Some((key, *partner))
    };
    after.iter().filter_map(partner).collect()
}

//! Compares where the API is said to be.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{At, Walk};
use crate::action::Replacement;
use crate::fact::Fact;
use crate::place::Owner;
use crate::representation::Representation;

impl Walk<'_> {
    /// Tells of addresses at a site of their own, to which every operation refers. A document that names none says nothing.
    pub(super) fn servers(&mut self) -> usize {
        let all = |servers: &[String]| -> BTreeSet<String> {
            servers.iter().map(|address| address.trim_end_matches('/').to_owned()).collect()
        };
        let (old, new) = (all(&self.old.contract.servers), all(&self.new.contract.servers));
        let site = self.site(Owner::Document, None);
        if !old.is_empty() && !new.is_empty() {
            self.at(site, Representation::Json).addresses(&old, &new);
        }
        site
    }
}

impl At<'_, '_> {
    fn addresses(&mut self, old: &BTreeSet<String>, new: &BTreeSet<String>) {
        let paths = |all: &BTreeSet<String>| -> BTreeSet<String> { all.iter().map(|one| base_path(one)).collect() };
        let (before, after) = (paths(old), paths(new));
        self.set(Fact::BasePath, &before, &after);
        // What lies below a path of both sides has but another name.
        let named = |all: &BTreeSet<String>, other: &BTreeSet<String>| -> BTreeSet<String> {
            all.iter().filter(|address| other.contains(&base_path(address))).cloned().collect()
        };
        self.set(Fact::Server, &named(old, &after), &named(new, &before));
    }

    fn set(&mut self, aspect: fn(Replacement) -> Fact, old: &BTreeSet<String>, new: &BTreeSet<String>) {
        let said = |all: &BTreeSet<String>| json!(all.iter().cloned().collect::<Vec<_>>().join(", "));
        let (gone, come) = (old - new, new - old);
        let (action, old, new) = match (gone.is_empty(), come.is_empty()) {
            (true, true) => return,
            (true, false) => (Replacement::Added, Value::Null, said(&come)),
            (false, true) => (Replacement::Removed, said(&gone), Value::Null),
            (false, false) => (Replacement::Changed, said(&gone), said(&come)),
        };
        self.tell(aspect(action), old, new);
    }
}

/// The path of an address.
fn base_path(address: &str) -> String {
    let path = match address.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => address,
    };
    format!("/{}", path.trim_matches('/'))
}

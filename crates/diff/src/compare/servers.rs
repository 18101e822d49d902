//! Compares where the API is said to be.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{At, Walk};
use crate::action::Replacement;
use crate::fact::Fact;
use crate::place::Owner;

impl Walk<'_> {
    /// Tells of addresses at a site of their own, to which every operation refers. A document that names none says nothing.
    pub(super) fn servers(&mut self) -> usize {
        let all = |servers: &[String]| -> BTreeSet<String> {
            servers.iter().map(|address| address.trim_end_matches('/').to_owned()).collect()
        };
        let (old, new) = (all(&self.old.contract.servers), all(&self.new.contract.servers));
        let site = self.site(Owner::Document, None);
        let said = |all: &BTreeSet<String>| json!(all.iter().cloned().collect::<Vec<_>>().join(", "));
        let (gone, come) = (&old - &new, &new - &old);
        let told = match (gone.is_empty(), come.is_empty()) {
            _ if old.is_empty() || new.is_empty() => None,
            (true, true) => None,
            (true, false) => Some((Replacement::Added, Value::Null, said(&come))),
            (false, true) => Some((Replacement::Removed, said(&gone), Value::Null)),
            (false, false) => Some((Replacement::Changed, said(&gone), said(&come))),
        };
        if let Some((action, old, new)) = told {
            At { walk: self, site, steps: Vec::new(), forms: None, seen: std::collections::HashSet::new() }.tell(
                Fact::Server(action),
                old,
                new,
            );
        }
        site
    }
}

//! Compares who may call an operation, and how they say who they are.

use std::collections::BTreeSet;

use contract::{Credential, Operation, Projection};
use serde_json::{Value, json};

use super::At;
use crate::action::{Presence, Replacement};
use crate::fact::Fact;

impl<'c> At<'_, 'c> {
    pub(super) fn access(&mut self, old: &'c Operation, new: &'c Operation) {
        let (before, after) = (self.walk.old, self.walk.new);
        self.permission(old.permission.at(before.release), new.permission.at(after.release));
        self.flag(Fact::AdminOnly, old.admin_only.contains(before.release), new.admin_only.contains(after.release));
        self.security(&ways(before, old), &ways(after, new));
    }

    fn permission(&mut self, old: Option<&String>, new: Option<&String>) {
        let action = match (old, new) {
            _ if old == new => return,
            (None, _) => Replacement::Added,
            (_, None) => Replacement::Removed,
            _ => Replacement::Changed,
        };
        self.tell(Fact::Permission(action), json!(old), json!(new));
    }

    fn security(&mut self, old: &BTreeSet<String>, new: &BTreeSet<String>) {
        let all = |ways: &BTreeSet<String>| json!(ways.iter().cloned().collect::<Vec<_>>().join(" or "));
        let said = |ways: &BTreeSet<String>| if ways.contains("") { json!("none") } else { all(ways) };
        match (old.contains(""), new.contains("")) {
            (true, true) => {}
            (true, false) => self.tell(Fact::Login(Presence::Added), said(old), said(new)),
            (false, true) => self.tell(Fact::Login(Presence::Removed), said(old), said(new)),
            (false, false) => {
                for (action, mut ways) in [
                    (Presence::Removed, old.difference(new).peekable()),
                    (Presence::Added, new.difference(old).peekable()),
                ] {
                    if ways.peek().is_some() {
                        let list = json!(ways.cloned().collect::<Vec<_>>().join(" or "));
                        let (old, new) = match action {
                            Presence::Added => (Value::Null, list),
                            Presence::Removed => (list, Value::Null),
                        };
                        self.tell(Fact::Security(action), old, new);
                    }
                }
            }
        }
    }
}

/// The ways to authenticate, each by where its credentials stand; the empty one is not to.
fn ways(view: Projection<'_>, operation: &Operation) -> BTreeSet<String> {
    let Some(alternatives) = operation.security.at(view.release) else { return BTreeSet::from([String::new()]) };
    let way = |schemes: &Vec<String>| {
        let names: BTreeSet<String> = schemes.iter().map(|name| credential(view, name)).collect();
        names.into_iter().collect::<Vec<_>>().join(" with ")
    };
    if alternatives.is_empty() { BTreeSet::from([String::new()]) } else { alternatives.iter().map(way).collect() }
}

/// What a client sends, so that a scheme that only got another name is the same.
fn credential(view: Projection<'_>, name: &str) -> String {
    match view.contract.security_schemes.get(name).map(|scheme| &scheme.credential) {
        Some(Credential::Http(scheme)) => format!("{scheme} token"),
        Some(Credential::Header(header)) => format!("header {}", header.to_ascii_lowercase()),
        Some(Credential::Query(key)) => format!("query {key}"),
        Some(Credential::Cookie(cookie)) => format!("cookie {cookie}"),
        Some(Credential::Elsewhere) | None => name.to_owned(),
    }
}

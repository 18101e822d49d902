//! Compares choices that are no simple unions.

use serde_json::{Value, json};

use super::At;
use crate::action::Branching;
use crate::fact::Fact;
use crate::place::Step;
use crate::shape::{Choice, Shape, Sub, plain_reference};

impl<'c> At<'_, 'c> {
    /// Tells of choices; whether what the schemas say beside them is comparable.
    pub(super) fn choices(&mut self, old: (&Shape<'c>, &Sub<'c>), new: (&Shape<'c>, &Sub<'c>)) -> bool {
        let single = |sub: &Sub<'c>| Choice { keyword: "anyOf", branches: vec![sub.clone()] };
        match (old.0.choices.as_slice(), new.0.choices.as_slice()) {
            ([], []) => true,
            ([before], [after]) => {
                self.choice(before, after);
                true
            }
            // One schema is a choice with one branch.
            ([], [after]) => {
                self.choice(&single(old.1), after);
                false
            }
            ([before], []) => {
                self.choice(before, &single(new.1));
                false
            }
            (before, after) => {
                self.tell(Fact::Choice(Branching::Changed), json!(before.len()), json!(after.len()));
                false
            }
        }
    }

    fn choice(&mut self, old: &Choice<'c>, new: &Choice<'c>) {
        let mut come: Vec<&Sub<'c>> = new.branches.iter().collect();
        let mut gone: Vec<&Sub<'c>> = Vec::new();
        for branch in &old.branches {
            match come.iter().position(|other| alike(branch, other)) {
                Some(at) => {
                    let partner = come.remove(at);
                    self.branch(branch, partner);
                }
                None => gone.push(branch),
            }
        }
        // What has no name is taken in order, where there is one for one.
        if gone.len() == come.len() && gone.iter().chain(&come).all(|branch| plain_reference(branch).is_none()) {
            gone.into_iter().zip(come).for_each(|(old, new)| self.branch(old, new));
        } else {
            self.branches_moved(&gone, &come);
        }
        if old.keyword != new.keyword && old.branches.len() > 1 && new.branches.len() > 1 {
            self.tell(Fact::Choice(Branching::Changed), json!(old.keyword), json!(new.keyword));
        }
    }

    fn branches_moved(&mut self, gone: &[&Sub<'c>], come: &[&Sub<'c>]) {
        let said =
            |branches: &[&Sub<'c>]| json!(branches.iter().map(|branch| name(branch)).collect::<Vec<_>>().join(", "));
        match (gone.is_empty(), come.is_empty()) {
            (true, true) => {}
            (false, true) => self.tell(Fact::Choice(Branching::Tightened), said(gone), Value::Null),
            (true, false) => self.tell(Fact::Choice(Branching::Loosened), Value::Null, said(come)),
            (false, false) => self.tell(Fact::Choice(Branching::Changed), said(gone), said(come)),
        }
    }

    fn branch(&mut self, old: &Sub<'c>, new: &Sub<'c>) {
        self.step(Step::Branch(name(new).into()), |at| at.schemas(old, new));
    }
}

/// What a report calls a branch: its component, or its members.
fn name(branch: &Sub<'_>) -> String {
    if let Some((name, _)) = plain_reference(branch) {
        return name.to_owned();
    }
    let members = branch.0.iter().flat_map(|node| &node.properties).map(|property| property.name.as_str());
    let members: Vec<&str> = members.take(3).collect();
    let kind = branch.0.iter().find_map(|node| node.kind).map_or("value", contract::Kind::name);
    if members.is_empty() { kind.to_owned() } else { format!("{kind} with {}", members.join(", ")) }
}

/// Whether two branches are the same one: of the same component, or written alike.
fn alike(old: &Sub<'_>, new: &Sub<'_>) -> bool {
    match (plain_reference(old), plain_reference(new)) {
        (Some((old, _)), Some((new, _))) => old == new,
        (None, None) => old.0 == new.0,
        _ => false,
    }
}

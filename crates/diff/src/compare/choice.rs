//! Compares choices that are no simple unions.

use serde_json::{Value, json};

use super::At;
use crate::action::{Branching, Presence};
use crate::fact::Fact;
use crate::place::Step;
use crate::shape::{Choice, Kinds, Reader, Shape, Sub, plain_reference};

impl<'c> At<'_, 'c> {
    /// Tells of choices; whether what the schemas say beside them is comparable.
    pub(super) fn choices(&mut self, old: (&Shape<'c>, &Sub<'c>), new: (&Shape<'c>, &Sub<'c>)) -> bool {
        let is_own = |choice: &Choice<'_>| !choice.inherited;
        if !old.0.choices.iter().chain(&new.0.choices).any(is_own) {
            return true;
        }
        match (old.0.choices.as_slice(), new.0.choices.as_slice()) {
            ([before], [after]) => {
                self.choice(before, after);
                true
            }
            ([], [after]) => {
                self.choice(&Reader::new(self.walk.old).as_choice(old.1), after);
                false
            }
            ([before], []) => {
                self.choice(before, &Reader::new(self.walk.new).as_choice(new.1));
                false
            }
            (before, after) => {
                self.tell(Fact::Choice(Branching::Changed), json!(before.len()), json!(after.len()));
                false
            }
        }
    }

    fn choice(&mut self, old: &Choice<'c>, new: &Choice<'c>) {
        let mut gone: Vec<&Sub<'c>> = old.branches.iter().collect();
        let mut come: Vec<&Sub<'c>> = new.branches.iter().collect();
        self.pairs(&mut gone, &mut come, |_, old, new| alike(old, new));
        self.pairs(&mut gone, &mut come, Self::same);
        self.overlap((old, &gone), (new, &come));
        if !old.is_exclusive() && !new.is_exclusive() {
            gone.retain(|branch| !new.branches.iter().any(|other| self.same(branch, other)));
            come.retain(|branch| !old.branches.iter().any(|other| self.same(other, branch)));
        }
        // What has no name is taken in order, where there is one for one.
        if gone.len() == come.len() && gone.iter().chain(&come).all(|branch| plain_reference(branch).is_none()) {
            gone.into_iter().zip(come).for_each(|(old, new)| self.branch(old, new));
        } else {
            self.branches_moved(&gone, &come);
        }
    }

    /// Compares the branches that are the same one on both sides; the others are left.
    fn pairs<'b>(
        &mut self,
        gone: &mut Vec<&'b Sub<'c>>,
        come: &mut Vec<&'b Sub<'c>>,
        is_same: impl Fn(&mut Self, &Sub<'c>, &Sub<'c>) -> bool,
    ) {
        let mut left = Vec::new();
        for branch in gone.drain(..) {
            match come.iter().position(|other| is_same(self, branch, other)) {
                Some(at) => self.branch(branch, come.remove(at)),
                None => left.push(branch),
            }
        }
        *gone = left;
    }

    fn same(&mut self, old: &Sub<'c>, new: &Sub<'c>) -> bool {
        self.walk.same(old, new, self.representation)
    }

    /// Tells of values that fit several branches, where exactly one must fit on one side.
    fn overlap(&mut self, (old, gone): (&Choice<'c>, &[&Sub<'c>]), (new, come): (&Choice<'c>, &[&Sub<'c>])) {
        let said = |choice: &Choice<'c>| json!(names(choice.branches.iter()));
        let are_choices = old.branches.len() > 1 && new.branches.len() > 1;
        let (before, after) = (old.is_exclusive(), new.is_exclusive());
        let added = if are_choices && before != after {
            after
        } else {
            let twice = come.iter().any(|branch| old.branches.iter().any(|other| self.same(other, branch)));
            let once = gone.iter().any(|branch| new.branches.iter().any(|other| self.same(branch, other)));
            let before = before && (once || Reader::new(self.walk.old).has_overlap(old));
            let after = after && (twice || Reader::new(self.walk.new).has_overlap(new));
            if before == after {
                return;
            }
            after
        };
        if added {
            self.tell(Fact::Overlap(Presence::Added), Value::Null, said(new));
        } else {
            self.tell(Fact::Overlap(Presence::Removed), said(old), Value::Null);
        }
    }

    fn branches_moved(&mut self, gone: &[&Sub<'c>], come: &[&Sub<'c>]) {
        let said = |branches: &[&Sub<'c>]| json!(names(branches.iter().copied()));
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

impl<'c> Reader<'c> {
    /// A schema as a choice: its own branches, or it is the only one.
    fn as_choice(&mut self, sub: &Sub<'c>) -> Choice<'c> {
        let single = Choice { keyword: "anyOf", branches: vec![sub.clone()], inherited: false };
        let [node] = sub.0.as_slice() else { return single };
        let is_bare = node.reference.is_none() && node.kind.is_none() && node.all_of.is_empty();
        let (keyword, branches) = match (node.any_of.as_slice(), node.one_of.as_slice()) {
            ([], branches @ [_, ..]) => ("oneOf", branches),
            (branches @ [_, ..], []) => ("anyOf", branches),
            _ => return single,
        };
        if !is_bare || !node.properties.is_empty() {
            return single;
        }
        let branches = branches.iter().map(|branch| self.sub(branch)).collect();
        Choice { keyword, branches, inherited: false }.without_null(self)
    }

    /// Whether two branches have scalars in common, as far as that is told by types.
    fn has_overlap(&mut self, choice: &Choice<'c>) -> bool {
        let mut seen = Kinds::NONE;
        self.shapes(&choice.branches).iter().map(free_kinds).any(|kinds| {
            let met = seen.has(kinds);
            seen = seen.or(kinds);
            met
        })
    }
}

/// The scalars of which nothing but the type and a range is said.
fn free_kinds(shape: &Shape<'_>) -> Kinds {
    let is_text_limited = !shape.text.formats.is_empty() || !shape.text.patterns.is_empty();
    match &shape.values {
        Some(_) => Kinds::NONE,
        None if is_text_limited => shape.kinds.and(Kinds::SCALAR).without(Kinds::STRING),
        None => shape.kinds.and(Kinds::SCALAR),
    }
}

fn names<'b, 'c: 'b>(branches: impl Iterator<Item = &'b Sub<'c>>) -> String {
    branches.map(name).collect::<Vec<_>>().join(", ")
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

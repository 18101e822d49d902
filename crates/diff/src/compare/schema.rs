//! Compares two schemas.

use std::collections::HashSet;
use std::sync::Arc;

use contract::NodeId;
use serde_json::Value;

use super::At;
use crate::action::{Action, Limit, Presence, Replacement, Width};
use crate::change::ValueKinds;
use crate::fact::Fact;
use crate::place::Step;
use crate::representation::Representation;
use crate::shape::{Kinds, Notes, Reader, Shape, Sub, plain_reference};
use crate::value_kind::ValueKind;

/// How deep a value is looked into at one site.
const DEEPEST: usize = 64;

impl<'c> At<'_, 'c> {
    /// Tells what two schemas say differently.
    pub(super) fn schemas(&mut self, old: &Sub<'c>, new: &Sub<'c>) {
        let key = (self.representation, ids(old), ids(new));
        let nothing_said = key.1.is_empty() && key.2.is_empty();
        if nothing_said || self.steps.len() > DEEPEST || !self.seen.insert(key) {
            return;
        }
        match (plain_reference(old), plain_reference(new)) {
            (Some((before, _)), Some((after, _))) => self.references(old, new, before, after),
            _ => self.shapes(old, new),
        }
    }

    /// Both do no more than refer to a component: what those say is told at a site of theirs.
    fn references(&mut self, old: &Sub<'c>, new: &Sub<'c>, before: &'c str, after: &'c str) {
        let nullable = |sub: &Sub<'c>| plain_reference(sub).is_some_and(|(_, nullable)| nullable);
        if nullable(old) != nullable(new) {
            let (old, new) = self.both(old, new);
            self.null(old.has(Kinds::NULL), new.has(Kinds::NULL));
        }
        self.notes(&Notes::beside(old), &Notes::beside(new));
        let representation = self.representation_of_component(old, new);
        self.refer((before, after, representation));
    }

    /// How the values of two components travel here. Of scalars that are of one type, text says the same as JSON.
    fn representation_of_component(&self, old: &Sub<'c>, new: &Sub<'c>) -> Representation {
        if self.representation == Representation::Json {
            return Representation::Json;
        }
        let (old, new) = self.both(old, new);
        let (before, after) = (old.without(Kinds::NULL), new.without(Kinds::NULL));
        if before.or(after).has(Kinds::OBJECT) {
            self.representation.of_object()
        } else if before == after && !before.has(Kinds::ARRAY) {
            Representation::Json
        } else {
            self.representation
        }
    }

    /// The types of both.
    fn both(&self, old: &Sub<'c>, new: &Sub<'c>) -> (Kinds, Kinds) {
        (Reader::new(self.walk.old).shape(old).kinds, Reader::new(self.walk.new).shape(new).kinds)
    }

    fn shapes(&mut self, old: &Sub<'c>, new: &Sub<'c>) {
        let (before, after, shared) = self.merged(old, new);
        for name in shared {
            self.refer((name, name, self.representation));
        }
        let outside =
            self.value_kinds.replace(Arc::new(ValueKinds { old: ValueKind::of(&before), new: ValueKind::of(&after) }));
        self.sets((&before, old), (&after, new));
        self.notes(&before.notes, &after.notes);
        self.value_kinds = outside;
    }

    /// Tells what values the one allows and the other does not.
    fn sets(&mut self, old: (&Shape<'c>, &Sub<'c>), new: (&Shape<'c>, &Sub<'c>)) {
        let simple =
            |shape: &Shape<'c>| shape.choices.is_empty() && (shape.is_any() || !shape.kinds.has(Kinds::OBJECT));
        if self.representation.is_text() && simple(old.0) && simple(new.0) {
            return self.texts(old, new);
        }
        let is_object = old.0.kinds.or(new.0.kinds).has(Kinds::OBJECT);
        let representation = if is_object { self.representation.of_object() } else { self.representation };
        self.within(representation, |at| {
            if at.kinds(old.0, new.0) && at.choices(old, new) {
                at.values(old.0, new.0);
            }
        });
    }

    /// Tells of types; whether there is a type that both have and of which more is to be said.
    fn kinds(&mut self, old: &Shape<'c>, new: &Shape<'c>) -> bool {
        let (before, after) = (old.kinds.without(Kinds::NULL), new.kinds.without(Kinds::NULL));
        let any = Kinds::ALL.without(Kinds::NULL);
        let (gone, come) = (before.without(after), after.without(before));
        let action = match (gone.is_empty(), come.is_empty()) {
            (true, true) => None,
            (false, false) => Some(Action::Changed),
            (false, true) if before == any => Some(Action::Added),
            (false, true) => Some(Action::Tightened),
            (true, false) if after == any => Some(Action::Removed),
            (true, false) => Some(Action::Loosened),
        };
        let (old_null, new_null) = (old.kinds.has(Kinds::NULL), new.kinds.has(Kinds::NULL));
        // Null alone is a type.
        let is_another = (before.is_empty() || after.is_empty()) && old_null != new_null;
        let action = if is_another { action.map(|_| Action::Changed) } else { action };
        if let Some(action) = action {
            self.tell(Fact::Type(action), old.kinds.to_value(), new.kinds.to_value());
        }
        let typed_only = matches!(action, Some(Action::Added)) && old.says_nothing_but_types();
        let untyped_only = matches!(action, Some(Action::Removed)) && new.says_nothing_but_types();
        if typed_only || untyped_only {
            return false;
        }
        // A type that is another one altogether needs no word on null, and null alone is a type.
        if !before.and(after).is_empty() {
            self.null(old_null, new_null);
        }
        !before.and(after).is_empty()
    }

    fn null(&mut self, old: bool, new: bool) {
        match (old, new) {
            // No text is null, and that of a branch is that of the choice.
            _ if self.representation.is_text() || matches!(self.steps.last(), Some(Step::Branch(_))) => {}
            (false, true) => self.tell(Fact::Null(Width::Loosened), Value::from(false), Value::from(true)),
            (true, false) => self.tell(Fact::Null(Width::Tightened), Value::from(true), Value::from(false)),
            _ => {}
        }
    }

    fn values(&mut self, old: &Shape<'c>, new: &Shape<'c>) {
        let common = old.kinds.and(new.kinds);
        if self.lists_of_values(old, new) {
            return;
        }
        if common.has(Kinds::STRING) {
            self.text(&old.text, &new.text);
        }
        if common.has(Kinds::NUMBER) {
            self.numbers(&old.number, &new.number);
        }
        if common.has(Kinds::ARRAY) {
            self.list(&old.list, &new.list);
        }
        if common.has(Kinds::OBJECT) {
            self.members(&old.members, &new.members);
        }
        self.excluded(old, new);
    }

    pub(super) fn excluded(&mut self, old: &Shape<'c>, new: &Shape<'c>) {
        if old.nots != new.nots {
            let said = |nots: &[Value]| if nots.is_empty() { Value::Null } else { Value::Array(nots.to_vec()) };
            let action = match (old.nots.is_empty(), new.nots.is_empty()) {
                (true, _) => Replacement::Added,
                (_, true) => Replacement::Removed,
                _ => Replacement::Changed,
            };
            self.tell(Fact::Not(action), said(&old.nots), said(&new.nots));
        }
    }

    /// Tells of enums; whether both are one, so that nothing else counts. A value of a list that is given up can still be
    /// refused for something that comes with that.
    fn lists_of_values(&mut self, old: &Shape<'c>, new: &Shape<'c>) -> bool {
        match (&old.values, &new.values) {
            (None, None) => false,
            (None, Some(values)) => {
                self.tell(Fact::Enum(Limit::Added), old.kinds.to_value(), Value::Array(values.clone()));
                false
            }
            (Some(values), None) => {
                self.tell(Fact::Enum(Limit::Removed), Value::Array(values.clone()), new.kinds.to_value());
                false
            }
            (Some(before), Some(after)) => {
                let new_kinds = old.kinds.and(new.kinds);
                let missing = |of: &[Value], from: &[Value]| -> Vec<Value> {
                    let from: HashSet<&Value> = from.iter().collect();
                    let here = |value: &&Value| new_kinds.has(Kinds::holding(value)) && !from.contains(value);
                    of.iter().filter(here).cloned().collect()
                };
                let (gone, come) = (missing(before, after), missing(after, before));
                if !gone.is_empty() {
                    self.tell(Fact::Enum(Limit::Tightened), Value::Array(gone), Value::Null);
                }
                if !come.is_empty() {
                    self.tell(Fact::Enum(Limit::Loosened), Value::Null, Value::Array(come));
                }
                true
            }
        }
    }

    fn notes(&mut self, old: &Notes, new: &Notes) {
        let said = |value: &Option<Value>| value.clone().unwrap_or_default();
        if old.default != new.default {
            let action = match (&old.default, &new.default) {
                (None, _) => Replacement::Added,
                (_, None) => Replacement::Removed,
                _ => Replacement::Changed,
            };
            self.tell(Fact::Default(action), said(&old.default), said(&new.default));
        }
        self.flag(Fact::ReadOnly, old.read_only, new.read_only);
        self.flag(Fact::WriteOnly, old.write_only, new.write_only);
        if old.hints != new.hints {
            let said = |notes: &Notes| Value::from(notes.hints.iter().cloned().collect::<Vec<_>>().join(", "));
            let action = match (old.hints.is_empty(), new.hints.is_empty()) {
                (true, _) => Replacement::Added,
                (_, true) => Replacement::Removed,
                _ => Replacement::Changed,
            };
            self.tell(Fact::FormatHint(action), said(old), said(new));
        }
    }

    /// Tells of something that is there or not.
    pub(super) fn flag(&mut self, aspect: fn(Presence) -> Fact, old: bool, new: bool) {
        match (old, new) {
            (false, true) => self.tell(aspect(Presence::Added), Value::from(false), Value::from(true)),
            (true, false) => self.tell(aspect(Presence::Removed), Value::from(true), Value::from(false)),
            _ => {}
        }
    }
}

impl Notes {
    /// What stands beside a reference.
    fn beside(sub: &Sub<'_>) -> Self {
        let get = |name: &str| sub.0.iter().find_map(|node| node.keywords.get(name)).cloned();
        let flag = |name: &str| get(name).and_then(|value| value.as_bool()).unwrap_or(false);
        Self {
            default: get("default").filter(|value| !value.is_null()),
            read_only: flag("readOnly"),
            write_only: flag("writeOnly"),
            ..Self::default()
        }
    }
}

pub(super) fn ids(sub: &Sub<'_>) -> Vec<NodeId> {
    let mut all: Vec<NodeId> = sub.0.iter().map(|node| node.id.0).collect();
    all.sort_unstable();
    all.dedup();
    all
}

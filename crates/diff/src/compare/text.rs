//! Compares what travels as text: `?n=1` is an integer, a string and a list of one.

use std::collections::BTreeSet;

use serde_json::Value;

use super::At;
use crate::action::{Action, Limit};
use crate::fact::Fact;
use crate::place::Step;
use crate::shape::{Kinds, Shape, Sub, Text, written};

/// A schema with the values that it allows.
type Side<'s, 'c> = (&'s Shape<'c>, &'s Sub<'c>);

impl<'c> At<'_, 'c> {
    /// Tells what texts the one schema allows and the other does not. Neither is a choice or an object.
    pub(super) fn texts(&mut self, old: Side<'_, 'c>, new: Side<'_, 'c>) {
        match (is_list(old.0), is_list(new.0)) {
            (true, true) => self.list(&old.0.list, &new.0.list),
            (false, true) if !covers(old.0, new.0) => {
                self.tell(Fact::Type(Action::Loosened), old.0.kinds.to_value(), new.0.kinds.to_value());
                self.sizes_of_one(None, new.0.list.min);
                self.step(Step::Items, |at| at.schemas(old.1, &new.0.list.items));
                return;
            }
            (true, false) if !covers(new.0, old.0) => {
                self.tell(Fact::Type(Action::Tightened), old.0.kinds.to_value(), new.0.kinds.to_value());
                self.sizes_of_one(old.0.list.min, None);
                self.step(Step::Items, |at| at.schemas(&old.0.list.items, new.1));
                return;
            }
            (false, true) => self.tell(Fact::Type(Action::Loosened), old.0.kinds.to_value(), new.0.kinds.to_value()),
            (true, false) => self.tell(Fact::Type(Action::Tightened), old.0.kinds.to_value(), new.0.kinds.to_value()),
            (false, false) => {}
        }
        if scalars(old.0).is_empty() && scalars(new.0).is_empty() {
            return;
        }
        if is_list(old.0) == is_list(new.0) && !self.scalar_texts(old.0, new.0) {
            return;
        }
        self.constraints(old.0, new.0);
        self.excluded(old.0, new.0);
    }

    /// A single text is a list of one, which is too short for some.
    fn sizes_of_one(&mut self, old: Option<u64>, new: Option<u64>) {
        let limit = |min: Option<u64>| min.filter(|min| *min > 1);
        match (limit(old), limit(new)) {
            (None, Some(min)) => self.tell(Fact::MinItems(Limit::Added), Value::Null, min.into()),
            (Some(min), None) => self.tell(Fact::MinItems(Limit::Removed), min.into(), Value::Null),
            _ => {}
        }
    }

    /// Tells of the kinds of single texts and of lists of them; whether more is to be said.
    fn scalar_texts(&mut self, old: &Shape<'c>, new: &Shape<'c>) -> bool {
        let (before, after) = (kinds(old), kinds(new));
        match (listed(old), listed(new)) {
            (Some(one), Some(other)) => {
                self.lists_of_texts(one, other);
                return false;
            }
            (None, Some(values)) if after.without(before).is_empty() => {
                self.tell(Fact::Enum(Limit::Added), old.kinds.to_value(), Value::Array(values.to_vec()));
                return true;
            }
            (Some(values), None) if before.without(after).is_empty() => {
                self.tell(Fact::Enum(Limit::Removed), Value::Array(values.to_vec()), new.kinds.to_value());
                return true;
            }
            _ => {}
        }
        let (gone, come) = (before.without(after), after.without(before));
        let action = match (gone.is_empty(), come.is_empty()) {
            (true, true) => return true,
            (false, false) => Action::Changed,
            (false, true) => Action::Tightened,
            (true, false) => Action::Loosened,
        };
        self.tell(Fact::Type(action), old.kinds.to_value(), new.kinds.to_value());
        !before.and(after).is_empty()
    }

    fn lists_of_texts(&mut self, old: &[Value], new: &[Value]) {
        let texts = |values: &[Value]| -> BTreeSet<String> { values.iter().filter_map(written).collect() };
        let missing = |of: &[Value], from: &[Value]| -> Vec<Value> {
            let known = texts(from);
            of.iter().filter(|value| written(value).is_some_and(|text| !known.contains(&text))).cloned().collect()
        };
        let (gone, come) = (missing(old, new), missing(new, old));
        if !gone.is_empty() {
            self.tell(Fact::Enum(Limit::Tightened), Value::Array(gone), Value::Null);
        }
        if !come.is_empty() {
            self.tell(Fact::Enum(Limit::Loosened), Value::Null, Value::Array(come));
        }
    }

    /// What is said of texts bears on those that stand for numbers as well.
    fn constraints(&mut self, old: &Shape<'c>, new: &Shape<'c>) {
        if old.kinds.or(new.kinds).has(Kinds::STRING) {
            let (before, after) = (text(old, new), text(new, old));
            self.text(&before, &after);
        }
        if old.kinds.and(new.kinds).has(Kinds::NUMBER) {
            self.numbers(&old.number, &new.number);
        }
    }
}

/// The only texts there are; both booleans are a type.
fn listed<'s>(shape: &'s Shape<'_>) -> Option<&'s [Value]> {
    let values = shape.values.as_deref()?;
    let texts: BTreeSet<String> = values.iter().filter_map(written).collect();
    let are_booleans = texts.len() == 2 && texts.iter().all(|text| matches!(text.as_str(), "true" | "false"));
    (!are_booleans).then_some(values)
}

/// What is said of texts. No number and no boolean is an empty text.
fn text(shape: &Shape<'_>, other: &Shape<'_>) -> Text {
    if shape.kinds.has(Kinds::STRING) {
        return shape.text.clone();
    }
    Text { min: other.text.min.filter(|min| *min == 1), ..Text::default() }
}

/// Whether a schema speaks of lists. One that names no type is a text: nothing says how a list would be written.
fn is_list(shape: &Shape<'_>) -> bool {
    shape.kinds.has(Kinds::ARRAY) && !shape.is_any()
}

/// What single texts may stand for, but for the items of lists.
fn scalars(shape: &Shape<'_>) -> Kinds {
    shape.kinds.and(Kinds::SCALAR)
}

/// What a text may look like: any text is a string, and a string may look like anything.
fn kinds(shape: &Shape<'_>) -> Kinds {
    let of_text = |text: String| match text.as_str() {
        "true" | "false" => Kinds::BOOLEAN,
        text => {
            serde_json::from_str(text).ok().filter(Value::is_number).map_or(Kinds::STRING, |it| Kinds::holding(&it))
        }
    };
    match &shape.values {
        Some(values) => values.iter().filter_map(written).fold(Kinds::NONE, |all, text| all.or(of_text(text))),
        None if shape.kinds.has(Kinds::STRING) => Kinds::SCALAR,
        None => scalars(shape),
    }
}

/// Whether the single texts of the one are single texts of the other, beside whose lists they stand.
fn covers(single: &Shape<'_>, list: &Shape<'_>) -> bool {
    kinds(single).without(kinds(list)).is_empty()
}

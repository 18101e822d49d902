//! Compares strings, numbers and arrays.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde_json::Value;

use super::At;
use crate::action::{Action, Limit};
use crate::fact::Fact;
use crate::place::Step;
use crate::shape::{Bound, List, Numbers, Text};

/// Which way a limit allows less.
#[derive(Clone, Copy)]
enum End {
    /// The more, the less is allowed.
    Lower,
    /// The less, the less is allowed.
    Upper,
}

impl<'c> At<'_, 'c> {
    pub(super) fn text(&mut self, old: &Text, new: &Text) {
        self.all_of(Fact::Format, &old.formats, &new.formats);
        self.all_of(Fact::Pattern, &old.patterns, &new.patterns);
        self.count(Fact::MinLength, End::Lower, old.min, new.min);
        self.count(Fact::MaxLength, End::Upper, old.max, new.max);
    }

    pub(super) fn numbers(&mut self, old: &Numbers, new: &Numbers) {
        self.bound(Fact::Minimum, End::Lower, old.min, new.min);
        self.bound(Fact::Maximum, End::Upper, old.max, new.max);
        let text = |steps: &[f64]| steps.iter().map(|step| crate::shape::plain(*step).to_string()).collect();
        self.all_of(Fact::MultipleOf, &text(&old.multiples), &text(&new.multiples));
    }

    pub(super) fn list(&mut self, old: &List<'c>, new: &List<'c>) {
        // A list of texts has one at least.
        let least = |min: Option<u64>| min.filter(|min| *min > 1 || !self.representation.is_text());
        let (before, after) = (least(old.min), least(new.min));
        self.count(Fact::MinItems, End::Lower, before, after);
        self.count(Fact::MaxItems, End::Upper, old.max, new.max);
        self.flag(Fact::UniqueItems, old.unique, new.unique);
        self.step(Step::Items, |at| at.schemas(&old.items, &new.items));
    }

    pub(super) fn object_size(&mut self, old: (Option<u64>, Option<u64>), new: (Option<u64>, Option<u64>)) {
        self.count(Fact::MinProperties, End::Lower, old.0, new.0);
        self.count(Fact::MaxProperties, End::Upper, old.1, new.1);
    }

    /// Conditions that hold together.
    fn all_of(&mut self, aspect: fn(Action) -> Fact, old: &BTreeSet<String>, new: &BTreeSet<String>) {
        let action = match (old.is_empty(), new.is_empty()) {
            _ if old == new => return,
            (true, _) => Action::Added,
            (_, true) => Action::Removed,
            _ if old.is_subset(new) => Action::Tightened,
            _ if new.is_subset(old) => Action::Loosened,
            _ => Action::Changed,
        };
        let said = |all: &BTreeSet<String>| match all.len() {
            0 => Value::Null,
            _ => Value::from(all.iter().cloned().collect::<Vec<_>>().join(" and ")),
        };
        self.tell(aspect(action), said(old), said(new));
    }

    fn count(&mut self, aspect: fn(Limit) -> Fact, end: End, old: Option<u64>, new: Option<u64>) {
        let order = old.zip(new).map(|(old, new)| old.cmp(&new));
        if let Some(action) = moved(end, old.is_some(), new.is_some(), order) {
            self.tell(aspect(action), Value::from(old), Value::from(new));
        }
    }

    fn bound(&mut self, aspect: fn(Limit) -> Fact, end: End, old: Option<Bound>, new: Option<Bound>) {
        let order = old.zip(new).map(|(old, new)| {
            let stricter = |bound: Bound| match end {
                End::Lower => bound.exclusive,
                End::Upper => !bound.exclusive,
            };
            old.value.total_cmp(&new.value).then(stricter(old).cmp(&stricter(new)))
        });
        if let Some(action) = moved(end, old.is_some(), new.is_some(), order) {
            let said = |bound: Option<Bound>| bound.map(Bound::to_value).unwrap_or_default();
            self.tell(aspect(action), said(old), said(new));
        }
    }
}

fn moved(end: End, old: bool, new: bool, order: Option<Ordering>) -> Option<Limit> {
    match (old, new, order, end) {
        (false, true, ..) => Some(Limit::Added),
        (true, false, ..) => Some(Limit::Removed),
        (_, _, Some(Ordering::Less), End::Lower) | (_, _, Some(Ordering::Greater), End::Upper) => {
            Some(Limit::Tightened)
        }
        (_, _, Some(Ordering::Greater), End::Lower) | (_, _, Some(Ordering::Less), End::Upper) => Some(Limit::Loosened),
        _ => None,
    }
}

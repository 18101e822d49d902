//! Compares strings, numbers and arrays.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde_json::Value;

use super::At;
use crate::aspect::Action;
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
        self.all_of("format", &old.formats, &new.formats);
        self.all_of("pattern", &old.patterns, &new.patterns);
        self.count("minLength", End::Lower, old.min, new.min);
        self.count("maxLength", End::Upper, old.max, new.max);
    }

    pub(super) fn numbers(&mut self, old: &Numbers, new: &Numbers) {
        self.bound("minimum", End::Lower, old.min, new.min);
        self.bound("maximum", End::Upper, old.max, new.max);
        let text = |steps: &[f64]| steps.iter().map(|step| crate::shape::plain(*step).to_string()).collect();
        self.all_of("multipleOf", &text(&old.multiples), &text(&new.multiples));
    }

    pub(super) fn list(&mut self, old: &List<'c>, new: &List<'c>) {
        self.count("minItems", End::Lower, old.min, new.min);
        self.count("maxItems", End::Upper, old.max, new.max);
        match (old.unique, new.unique) {
            (false, true) => self.tell("uniqueItems", Action::Added, Value::from(false), Value::from(true)),
            (true, false) => self.tell("uniqueItems", Action::Removed, Value::from(true), Value::from(false)),
            _ => {}
        }
        self.step(Step::Items, |at| at.schemas(&old.items, &new.items));
    }

    pub(super) fn object_size(&mut self, old: (Option<u64>, Option<u64>), new: (Option<u64>, Option<u64>)) {
        self.count("minProperties", End::Lower, old.0, new.0);
        self.count("maxProperties", End::Upper, old.1, new.1);
    }

    /// Conditions that hold together.
    fn all_of(&mut self, aspect: &'static str, old: &BTreeSet<String>, new: &BTreeSet<String>) {
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
        self.tell(aspect, action, said(old), said(new));
    }

    fn count(&mut self, aspect: &'static str, end: End, old: Option<u64>, new: Option<u64>) {
        let order = old.zip(new).map(|(old, new)| old.cmp(&new));
        if let Some(action) = moved(end, old.is_some(), new.is_some(), order) {
            self.tell(aspect, action, Value::from(old), Value::from(new));
        }
    }

    fn bound(&mut self, aspect: &'static str, end: End, old: Option<Bound>, new: Option<Bound>) {
        let order = old.zip(new).map(|(old, new)| {
            let stricter = |bound: Bound| match end {
                End::Lower => bound.exclusive,
                End::Upper => !bound.exclusive,
            };
            old.value.total_cmp(&new.value).then(stricter(old).cmp(&stricter(new)))
        });
        if let Some(action) = moved(end, old.is_some(), new.is_some(), order) {
            let said = |bound: Option<Bound>| bound.map(Bound::to_value).unwrap_or_default();
            self.tell(aspect, action, said(old), said(new));
        }
    }
}

fn moved(end: End, old: bool, new: bool, order: Option<Ordering>) -> Option<Action> {
    match (old, new, order, end) {
        (false, true, ..) => Some(Action::Added),
        (true, false, ..) => Some(Action::Removed),
        (_, _, Some(Ordering::Less), End::Lower) | (_, _, Some(Ordering::Greater), End::Upper) => {
            Some(Action::Tightened)
        }
        (_, _, Some(Ordering::Greater), End::Lower) | (_, _, Some(Ordering::Less), End::Upper) => {
            Some(Action::Loosened)
        }
        _ => None,
    }
}

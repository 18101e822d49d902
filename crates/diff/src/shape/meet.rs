//! Intersections and unions of shapes.

use std::collections::HashSet;

use serde_json::Value;

use super::{Bound, Kinds, Numbers, Shape, Text};

/// The greatest number below which all integers are exact.
const MOST_EXACT: f64 = 9_007_199_254_740_991.0;

/// The smaller of two limits, where none is not a limit.
pub(super) fn least(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (limit, None) | (None, limit) => limit,
    }
}

impl<'c> Shape<'c> {
    /// What both allow; to be tidied when all is met.
    pub(super) fn meet(&mut self, other: Self) {
        self.kinds = self.kinds.and(other.kinds);
        self.values = match (self.values.take(), other.values) {
            (Some(mut mine), Some(theirs)) => {
                let theirs: HashSet<&Value> = theirs.iter().collect();
                mine.retain(|value| theirs.contains(value));
                Some(mine)
            }
            (values, None) | (None, values) => values,
        };
        self.text.meet(other.text);
        self.number.meet(other.number);
        self.list.items.0.extend(other.list.items.0);
        self.list.min = self.list.min.max(other.list.min);
        self.list.max = least(self.list.max, other.list.max);
        self.list.unique |= other.list.unique;
        self.members.meet(other.members);
        self.choices.extend(other.choices);
        self.nots.extend(other.nots);
        self.notes.hints.extend(other.notes.hints);
        self.notes.default = self.notes.default.take().or(other.notes.default);
        self.notes.read_only |= other.notes.read_only;
        self.notes.write_only |= other.notes.write_only;
    }

    /// One shape for a choice between shapes, where one can say it: all are lists of values, or no two have a type in
    /// common.
    pub(super) fn union(branches: Vec<Self>) -> Option<Self> {
        if let Some(values) = values(&branches) {
            let kinds = branches.iter().fold(Kinds::NONE, |kinds, one| kinds.or(one.kinds));
            let mut all = Self { kinds, values: Some(values), ..branches.into_iter().next()? };
            all.tidy();
            return Some(all);
        }
        let mut branches = branches.into_iter();
        let mut all = branches.next()?;
        for branch in branches {
            all = all.joined(branch)?;
        }
        all.tidy();
        Some(all)
    }

    fn joined(mut self, other: Self) -> Option<Self> {
        let simple = |shape: &Self| shape.choices.is_empty() && shape.nots.is_empty();
        if !simple(&self) || !simple(&other) {
            return None;
        }
        let (null, other_null) = (self.kinds == Kinds::NULL, other.kinds == Kinds::NULL);
        match (&mut self.values, &other.values) {
            (Some(mine), Some(theirs)) => {
                let known: HashSet<&Value> = mine.iter().collect();
                let new: Vec<Value> = theirs.iter().filter(|value| !known.contains(value)).cloned().collect();
                mine.extend(new);
                self.kinds = self.kinds.or(other.kinds);
                return Some(self);
            }
            (Some(_), None) if !other_null => return None,
            (None, Some(_)) if !null => return None,
            _ => {}
        }
        if self.kinds.and(other.kinds).has(Kinds::ALL.without(Kinds::NULL)) {
            return None;
        }
        self.values = self.values.or(other.values);
        self.take_kinds(other.kinds, other.text, other.number, other.list, other.members);
        Some(self)
    }

    fn take_kinds(
        &mut self,
        kinds: Kinds,
        text: Text,
        number: Numbers,
        list: super::List<'c>,
        members: super::Members<'c>,
    ) {
        self.kinds = self.kinds.or(kinds);
        if kinds.has(Kinds::STRING) {
            self.text = text;
        }
        if kinds.has(Kinds::NUMBER) {
            self.number = number;
        }
        if kinds.has(Kinds::ARRAY) {
            self.list = list;
        }
        if kinds.has(Kinds::OBJECT) {
            self.members = members;
        }
    }

    /// Takes away what says nothing, so that equal sets look equal.
    pub(super) fn tidy(&mut self) {
        let kinds = self.kinds;
        if let Some(values) = &mut self.values {
            values.retain(|value| kinds.has(Kinds::holding(value)) && !value.is_null());
            let held = values.iter().fold(Kinds::NONE, |held, value| held.or(Kinds::holding(value)));
            self.kinds = held.or(kinds.and(Kinds::NULL));
            let has = |value: bool| values.contains(&Value::Bool(value));
            if held == Kinds::BOOLEAN && has(true) && has(false) {
                self.values = None;
            }
        }
        // Numbers beyond are not interoperable (RFC 8259, section 6): a limit there shuts nothing out that could be meant.
        let meant = |bound: &Bound| bound.value.abs() < MOST_EXACT;
        self.number.min = self.number.min.filter(meant);
        self.number.max = self.number.max.filter(meant);
        self.text.min = self.text.min.filter(|min| *min > 0);
        self.list.min = self.list.min.filter(|min| *min > 0);
        self.members.min = self.members.min.filter(|min| *min > 0);
        if self.number.multiples.iter().any(|step| step.fract() == 0.0) {
            self.kinds = self.kinds.without(Kinds::FRACTION);
        }
        if !self.kinds.has(Kinds::FRACTION) {
            self.number.multiples.retain(|step| (*step - 1.0).abs() > f64::EPSILON);
            self.number.min = self.number.min.map(|bound| bound.of_integers(f64::ceil, 1.0));
            self.number.max = self.number.max.map(|bound| bound.of_integers(f64::floor, -1.0));
        }
    }
}

/// The values of all of these, each once, where they are nothing but lists of values.
fn values(branches: &[Shape<'_>]) -> Option<Vec<Value>> {
    let is_list = |one: &Shape<'_>| one.values.is_some() && one.choices.is_empty() && one.nots.is_empty();
    if branches.len() < 2 || !branches.iter().all(is_list) {
        return None;
    }
    let mut known = HashSet::new();
    Some(
        branches
            .iter()
            .filter_map(|one| one.values.as_ref())
            .flatten()
            .filter(|value| known.insert(*value))
            .cloned()
            .collect(),
    )
}

impl Text {
    fn meet(&mut self, other: Self) {
        self.formats.extend(other.formats);
        self.patterns.extend(other.patterns);
        self.min = self.min.max(other.min);
        self.max = least(self.max, other.max);
    }
}

impl Numbers {
    pub(super) fn meet(&mut self, other: Self) {
        self.min = stricter(self.min, other.min, |one, other| one > other);
        self.max = stricter(self.max, other.max, |one, other| one < other);
        for step in other.multiples {
            if !self.multiples.contains(&step) {
                self.multiples.push(step);
            }
        }
    }
}

fn stricter(one: Option<Bound>, other: Option<Bound>, beats: fn(f64, f64) -> bool) -> Option<Bound> {
    match (one, other) {
        (Some(one), Some(other)) if beats(one.value, other.value) => Some(one),
        (Some(one), Some(other)) if beats(other.value, one.value) => Some(other),
        (Some(one), Some(other)) => Some(Bound { exclusive: one.exclusive || other.exclusive, ..one }),
        (bound, None) | (None, bound) => bound,
    }
}

impl Bound {
    /// The same end of a range of integers: `> 0` is `>= 1`.
    fn of_integers(self, round: fn(f64) -> f64, next: f64) -> Self {
        let rounded = round(self.value);
        let moved = self.exclusive && self.value.fract() == 0.0;
        Self { value: if moved { rounded + next } else { rounded }, exclusive: false }
    }
}

//! The set of values that schemas allow, in one form whatever way they are written.
//!
//! `allOf` is an intersection, a choice between types a union, an enum a list of values; nullable is the type null, an
//! integer a number without fraction, an exclusive bound of integers the next integer. What has the same shape accepts the
//! same values.

mod kinds;
mod meet;
mod members;
mod read;

pub(crate) use kinds::Kinds;
pub(crate) use members::{Extra, Member, Members};
pub(crate) use read::{Reader, plain_reference};

use std::collections::BTreeSet;

use contract::Node;
use serde_json::Value;

/// All of these hold; nothing at all allows any value. The nodes are those of a contract, not yet read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sub<'c>(pub(crate) Vec<&'c Node>);

/// A set of values.
#[derive(Clone, Debug)]
pub(crate) struct Shape<'c> {
    pub(crate) kinds: Kinds,
    /// The only values, null left out; nothing: any of the kinds.
    pub(crate) values: Option<Vec<Value>>,
    pub(crate) text: Text,
    pub(crate) number: Numbers,
    pub(crate) list: List<'c>,
    pub(crate) members: Members<'c>,
    /// Of each choice, a branch must hold for a value that is not null.
    pub(crate) choices: Vec<Choice<'c>>,
    /// What must not hold, as JSON Schema.
    pub(crate) nots: Vec<Value>,
    pub(crate) notes: Notes,
}

/// Strings.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Text {
    /// Formats that a validator checks.
    pub(crate) formats: BTreeSet<String>,
    pub(crate) patterns: BTreeSet<String>,
    pub(crate) min: Option<u64>,
    pub(crate) max: Option<u64>,
}

/// Numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Numbers {
    pub(crate) min: Option<Bound>,
    pub(crate) max: Option<Bound>,
    /// Each divides the number.
    pub(crate) multiples: Vec<f64>,
}

/// An end of a range of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bound {
    pub(crate) value: f64,
    pub(crate) exclusive: bool,
}

/// Arrays.
#[derive(Clone, Debug, Default)]
pub(crate) struct List<'c> {
    pub(crate) items: Sub<'c>,
    pub(crate) min: Option<u64>,
    pub(crate) max: Option<u64>,
    pub(crate) unique: bool,
}

/// A choice that is not a simple union.
#[derive(Clone, Debug)]
pub(crate) struct Choice<'c> {
    /// `anyOf` or `oneOf`.
    pub(crate) keyword: &'static str,
    pub(crate) branches: Vec<Sub<'c>>,
    /// Whether it belongs to a component that both sides refer to: what changes is told there.
    pub(crate) inherited: bool,
}

impl<'c> Choice<'c> {
    /// Whether exactly one of several branches must hold.
    pub(crate) fn is_exclusive(&self) -> bool {
        self.keyword == "oneOf" && self.branches.len() > 1
    }

    /// The same without a branch for null: that is a type, and said as one.
    pub(crate) fn without_null(mut self, reader: &Reader<'c>) -> Self {
        self.branches.retain(|branch| !reader.is_null(branch));
        self
    }
}

/// What stands beside the set of values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Notes {
    /// What is assumed where nothing is said; null counts as none.
    pub(crate) default: Option<Value>,
    pub(crate) read_only: bool,
    pub(crate) write_only: bool,
    /// Formats that only tell how to hold a value: `int64`, `binary`.
    pub(crate) hints: BTreeSet<String>,
}

impl Shape<'_> {
    /// Whether every type is allowed.
    pub(crate) fn is_any(&self) -> bool {
        self.kinds.without(Kinds::NULL) == Kinds::ALL.without(Kinds::NULL)
    }

    /// Whether nothing is said of the values of any type.
    pub(crate) fn says_nothing_but_types(&self) -> bool {
        let members = &self.members;
        let is_open = matches!(members.extra, Extra::Any) && members.named.is_empty();
        let has_any_size = members.min.is_none() && members.max.is_none();
        let list = &self.list;
        let is_any_list = list.items.0.is_empty() && list.min.is_none() && list.max.is_none() && !list.unique;
        let is_scalar_free = self.values.is_none() && self.text == Text::default() && self.number == Numbers::default();
        is_open && has_any_size && is_any_list && is_scalar_free
    }

    /// Any value.
    pub(crate) fn any() -> Self {
        Self {
            kinds: Kinds::ALL,
            values: None,
            text: Text::default(),
            number: Numbers::default(),
            list: List::default(),
            members: Members::default(),
            choices: Vec::new(),
            nots: Vec::new(),
            notes: Notes::default(),
        }
    }
}

impl Bound {
    /// The bound as people write it.
    pub(crate) fn to_value(self) -> Value {
        let number = plain(self.value);
        if self.exclusive { Value::String(format!("{number}, excluded")) } else { number }
    }
}

/// A number as people write it: 15, not 15.0.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked, and within it integers are exact")]
pub(crate) fn plain(number: f64) -> Value {
    let whole = number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0;
    if whole { Value::from(number as i64) } else { Value::from(number) }
}

/// A scalar as text travels; nothing for what has no text of its own.
pub(crate) fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

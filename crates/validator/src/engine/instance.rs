//! A value as it came: with what a `serde_json::Value` does not hold.

use std::collections::HashMap;
use std::ptr;

use report::{Direction, Part};
use serde_json::{Value, json};

use crate::document::Document;

/// A value that is held against a schema, with what is known of it.
pub(crate) struct Instance<'v> {
    pub(super) value: &'v Value,
    /// The digits of integers that no 64 bits hold, by the value that stands for each.
    large: HashMap<*const Value, &'v str>,
    /// Who wrote it, where that is known.
    pub(super) direction: Option<Direction>,
}

impl<'v> From<&'v Value> for Instance<'v> {
    fn from(value: &'v Value) -> Self {
        Self { value, large: HashMap::new(), direction: None }
    }
}

impl<'v> From<&'v Document> for Instance<'v> {
    fn from(Document { value, large, .. }: &'v Document) -> Self {
        let known = |(pointer, digits): &'v (String, String)| Some((ptr::from_ref(value.pointer(pointer)?), &**digits));
        Self { value, large: large.iter().filter_map(known).collect(), direction: None }
    }
}

impl Instance<'_> {
    /// The same as part of an exchange.
    pub(crate) fn in_part(self, part: Part) -> Self {
        Self { direction: Some(part.direction()), ..self }
    }

    /// The digits of a number within the value, where no 64 bits hold it.
    pub(super) fn digits(&self, number: &Value) -> Option<&str> {
        self.large.get(&ptr::from_ref(number)).copied()
    }

    /// A value within the value, in which large integers are equal only where their digits are; nothing where there are
    /// none.
    pub(super) fn by_digits(&self, value: &Value) -> Option<Value> {
        (!self.large.is_empty()).then(|| self.spelt(value))
    }

    fn spelt(&self, value: &Value) -> Value {
        match value {
            Value::Array(items) => items.iter().map(|item| self.spelt(item)).collect(),
            Value::Object(members) => members.iter().map(|(name, member)| (name.clone(), self.spelt(member))).collect(),
            // No number of 64 bits is this, and no text is an array.
            number => self.digits(number).map_or_else(|| number.clone(), |digits| json!([{ "digits": digits }])),
        }
    }
}

//! Sets of types.

use contract::Kind;
use serde_json::Value;

/// A set of the types of JSON, with integers and other numbers apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const NULL: Self = Self(1);
    pub(crate) const BOOLEAN: Self = Self(2);
    pub(crate) const INTEGER: Self = Self(4);
    pub(crate) const FRACTION: Self = Self(8);
    pub(crate) const NUMBER: Self = Self(4 | 8);
    pub(crate) const STRING: Self = Self(16);
    /// What a single text can stand for.
    pub(crate) const SCALAR: Self = Self(2 | 4 | 8 | 16);
    pub(crate) const ARRAY: Self = Self(32);
    pub(crate) const OBJECT: Self = Self(64);
    pub(crate) const ALL: Self = Self(127);

    pub(crate) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Null => Self::NULL,
            Kind::Boolean => Self::BOOLEAN,
            Kind::Integer => Self::INTEGER,
            Kind::Number => Self::NUMBER,
            Kind::String => Self::STRING,
            Kind::Array => Self::ARRAY,
            Kind::Object => Self::OBJECT,
        }
    }

    /// The type of a value.
    pub(crate) fn holding(value: &Value) -> Self {
        match value {
            Value::Null => Self::NULL,
            Value::Bool(_) => Self::BOOLEAN,
            Value::Number(_) if Kind::Integer.admits(value) => Self::INTEGER,
            Value::Number(_) => Self::FRACTION,
            Value::String(_) => Self::STRING,
            Value::Array(_) => Self::ARRAY,
            Value::Object(_) => Self::OBJECT,
        }
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The types by name: one alone as text, several as a list, any as null.
    pub(crate) fn to_value(self) -> Value {
        let mut names: Vec<&str> = Vec::new();
        let table = [
            (Self::BOOLEAN, "boolean"),
            (Self::INTEGER, "integer"),
            (Self::STRING, "string"),
            (Self::ARRAY, "array"),
            (Self::OBJECT, "object"),
        ];
        if self.without(Self::NULL) == Self::ALL.without(Self::NULL) {
            return Value::from("any");
        }
        for (kind, name) in table.into_iter().filter(|(kind, _)| self.has(*kind)) {
            names.push(if kind == Self::INTEGER && self.has(Self::FRACTION) { "number" } else { name });
        }
        match names.as_slice() {
            [] => Value::from(if self.has(Self::NULL) { "null" } else { "nothing" }),
            [one] => Value::from(*one),
            several => Value::from(several.join(" or ")),
        }
    }
}

//! The objects of OpenAPI and what form their members have, and whether a document keeps to it.
//!
//! One table: a row is all that a member needs. Members that no table has, and extensions, may be anything. A member that
//! is `null` counts as absent: YAML has it wherever nothing stands after a key.

mod table;

use std::fmt;

use super::{Element, ReadError};
use crate::pointer::Pointer;
use table::{DOCUMENT, SCHEMA};

/// What a value has to be.
enum Form {
    Anything,
    Text,
    Flag,
    Number,
    /// An integer of at least 0.
    Count,
    /// One of these texts.
    Word(&'static [&'static str]),
    Object(&'static Shape),
    /// The object itself, or a reference to it.
    OrReference(&'static Shape),
    /// A schema or a reference to one; from 3.1 on a boolean is a schema.
    Schema,
    /// A schema, or a boolean in any edition.
    FlagOrSchema,
    List(&'static Form),
    Map(&'static Form),
}

/// Names of members, of each group one.
type Groups = &'static [&'static [&'static str]];
type Members = &'static [(&'static str, &'static Form)];

/// An object of the specification.
struct Shape {
    /// Its name there.
    name: &'static str,
    /// The members that must be there: one of each group.
    needs: Groups,
    /// The same from 3.1 on, where that is another matter.
    needs_in_3_1: Option<Groups>,
    /// The members that must be there where a member is this word.
    asks: &'static [(&'static str, &'static str, &'static [&'static str])],
    members: Members,
    /// Those of 3.0 alone, and those from 3.1 on.
    in_3_0: Members,
    in_3_1: Members,
    /// The form of members of any other name.
    others: Form,
}

/// An object of which nothing is said.
const PLAIN: Shape = Shape {
    name: "",
    needs: &[],
    needs_in_3_1: None,
    asks: &[],
    members: &[],
    in_3_0: &[],
    in_3_1: &[],
    others: Form::Anything,
};

/// What the tables are read for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Edition {
    /// OpenAPI 3.0.
    V3_0,
    /// OpenAPI 3.1 and 3.2: schemas are those of JSON Schema 2020-12, and some members need not be there.
    V3_1,
}

/// Whether a document keeps to the tables; the error names the first place that does not.
pub(super) fn document(root: Element<'_>, edition: Edition) -> Result<(), ReadError> {
    edition.object(&DOCUMENT, root, &Pointer::ROOT)
}

impl Edition {
    /// The members that must be there.
    fn needs(self, shape: &Shape) -> Groups {
        match self {
            Self::V3_0 => shape.needs,
            Self::V3_1 => shape.needs_in_3_1.unwrap_or(shape.needs),
        }
    }

    /// The members that have a form, and those of this edition alone.
    fn members(self, shape: &Shape) -> [Members; 2] {
        match self {
            Self::V3_0 => [shape.members, shape.in_3_0],
            Self::V3_1 => [shape.members, shape.in_3_1],
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::V3_0 => "OpenAPI 3.0",
            Self::V3_1 => "OpenAPI 3.1",
        }
    }
}

impl Edition {
    fn object(self, shape: &'static Shape, value: Element<'_>, at: &Pointer<'_>) -> Result<(), ReadError> {
        self.is_object(shape.name, value, at)?;
        let lacks = |name: &&str| value.get(name).is_none_or(Element::is_null);
        if let Some(group) = self.needs(shape).iter().find(|group| group.iter().all(lacks)) {
            return Err(self.fault(at, format_args!("the {} Object lacks `{}`", shape.name, group.join("` or `"))));
        }
        let is = |key: &str, word: &str| value.get(key).and_then(Element::as_str) == Some(word);
        for (key, word, members) in shape.asks.iter().filter(|row| is(row.0, row.1)) {
            if let Some(name) = members.iter().find(|name| lacks(name)) {
                let object = shape.name;
                return Err(self.fault(at, format_args!("the {object} Object has `{key}: {word}` but lacks `{name}`")));
            }
        }
        for (name, member) in value.members() {
            let known = self.members(shape).into_iter().flatten().find(|row| row.0 == name).map(|row| row.1);
            let other = || Some(&shape.others).filter(|_| !name.starts_with("x-"));
            if let Some(form) = known.or_else(other) {
                self.check(form, member, &at.key(name))?;
            }
        }
        Ok(())
    }

    fn is_object(self, name: &str, value: Element<'_>, at: &Pointer<'_>) -> Result<(), ReadError> {
        let wanted = || self.fault(at, format_args!("this must be an object ({name})"));
        value.is_object().then_some(()).ok_or_else(wanted)
    }

    fn check(self, form: &'static Form, value: Element<'_>, at: &Pointer<'_>) -> Result<(), ReadError> {
        let (fits, wanted) = match form {
            _ if value.is_null() => return Ok(()),
            Form::Anything => return Ok(()),
            Form::Object(shape) => return self.object(shape, value, at),
            Form::Schema if self == Self::V3_1 && value.as_bool().is_some() => return Ok(()),
            Form::Word(_) if self == Self::V3_1 => (value.as_str().is_some(), "a string"),
            Form::OrReference(shape) => return self.or_reference(shape, value, at),
            Form::FlagOrSchema if value.as_bool().is_some() => return Ok(()),
            Form::Schema | Form::FlagOrSchema => return self.or_reference(&SCHEMA, value, at),
            Form::List(form) => {
                for (index, item) in value.items().enumerate() {
                    self.check(form, item, &at.index(index))?;
                }
                (value.is_array(), "an array")
            }
            Form::Map(form) => {
                for (name, member) in value.members() {
                    self.check(form, member, &at.key(name))?;
                }
                (value.is_object(), "an object")
            }
            Form::Text => (value.as_str().is_some(), "a string"),
            Form::Flag => (value.as_bool().is_some(), "a boolean"),
            Form::Number => (value.as_number().is_some(), "a number"),
            Form::Count => (value.as_number().is_some_and(serde_json::Number::is_u64), "an integer of at least 0"),
            Form::Word(words) => {
                let is_one = value.as_str().is_some_and(|text| words.contains(&text));
                return is_one
                    .then_some(())
                    .ok_or_else(|| self.fault(at, format_args!("this must be {}", words.join(", "))));
            }
        };
        fits.then_some(()).ok_or_else(|| self.fault(at, format_args!("this must be {wanted}")))
    }

    /// What stands beside a reference is not the object's.
    fn or_reference(self, shape: &'static Shape, value: Element<'_>, at: &Pointer<'_>) -> Result<(), ReadError> {
        let is_reference = value.get("$ref").is_some_and(|target| target.as_str().is_some());
        if is_reference { Ok(()) } else { self.object(shape, value, at) }
    }

    fn fault(self, at: &Pointer<'_>, what: fmt::Arguments<'_>) -> ReadError {
        ReadError::new(at, format!("this is not as {} wants it: {what}", self.name()))
    }
}

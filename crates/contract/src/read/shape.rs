//! The objects of OpenAPI 3.0 and what form their members have, and whether a document keeps to it.
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
    /// A boolean, or a schema or a reference to one.
    FlagOrSchema,
    List(&'static Form),
    Map(&'static Form),
}

/// An object of the specification.
struct Shape {
    /// Its name there.
    name: &'static str,
    /// The members that must be there: one of each group.
    needs: &'static [&'static [&'static str]],
    /// The members that must be there where a member is this word.
    asks: &'static [(&'static str, &'static str, &'static [&'static str])],
    members: &'static [(&'static str, &'static Form)],
    /// The form of members of any other name.
    others: Form,
}

/// An object of which nothing is said.
const PLAIN: Shape = Shape { name: "", needs: &[], asks: &[], members: &[], others: Form::Anything };

/// Whether a document keeps to the tables; the error names the first place that does not.
pub(super) fn document(root: Element<'_>) -> Result<(), ReadError> {
    object(&DOCUMENT, root, &Pointer::ROOT)
}

fn object(shape: &Shape, value: Element<'_>, at: &Pointer<'_>) -> Result<(), ReadError> {
    is_object(shape.name, value, at)?;
    let lacks = |name: &&str| value.get(name).is_none_or(Element::is_null);
    if let Some(group) = shape.needs.iter().find(|group| group.iter().all(lacks)) {
        return Err(fault(at, format_args!("the {} Object lacks `{}`", shape.name, group.join("` or `"))));
    }
    let is = |key: &str, word: &str| value.get(key).and_then(Element::as_str) == Some(word);
    for (key, word, members) in shape.asks.iter().filter(|row| is(row.0, row.1)) {
        if let Some(name) = members.iter().find(|name| lacks(name)) {
            let object = shape.name;
            return Err(fault(at, format_args!("the {object} Object has `{key}: {word}` but lacks `{name}`")));
        }
    }
    for (name, member) in value.members() {
        let known = shape.members.iter().find(|row| row.0 == name).map(|row| row.1);
        let other = || Some(&shape.others).filter(|_| !name.starts_with("x-"));
        if let Some(form) = known.or_else(other) {
            check(form, member, &at.key(name))?;
        }
    }
    Ok(())
}

fn is_object(name: &str, value: Element<'_>, at: &Pointer<'_>) -> Result<(), ReadError> {
    let wanted = || fault(at, format_args!("this must be an object ({name})"));
    value.is_object().then_some(()).ok_or_else(wanted)
}

fn check(form: &Form, value: Element<'_>, at: &Pointer<'_>) -> Result<(), ReadError> {
    let (fits, wanted) = match form {
        _ if value.is_null() => return Ok(()),
        Form::Anything => return Ok(()),
        Form::Object(shape) => return object(shape, value, at),
        Form::OrReference(shape) => return or_reference(shape, value, at),
        Form::FlagOrSchema if value.as_bool().is_some() => return Ok(()),
        Form::FlagOrSchema => return or_reference(&SCHEMA, value, at),
        Form::List(form) => {
            for (index, item) in value.items().enumerate() {
                check(form, item, &at.index(index))?;
            }
            (value.is_array(), "an array")
        }
        Form::Map(form) => {
            for (name, member) in value.members() {
                check(form, member, &at.key(name))?;
            }
            (value.is_object(), "an object")
        }
        Form::Text => (value.as_str().is_some(), "a string"),
        Form::Flag => (value.as_bool().is_some(), "a boolean"),
        Form::Number => (value.as_number().is_some(), "a number"),
        Form::Count => (value.as_number().is_some_and(serde_json::Number::is_u64), "an integer of at least 0"),
        Form::Word(words) => {
            let is_one = value.as_str().is_some_and(|text| words.contains(&text));
            return is_one.then_some(()).ok_or_else(|| fault(at, format_args!("this must be {}", words.join(", "))));
        }
    };
    fits.then_some(()).ok_or_else(|| fault(at, format_args!("this must be {wanted}")))
}

/// What stands beside a reference is not the object's.
fn or_reference(shape: &Shape, value: Element<'_>, at: &Pointer<'_>) -> Result<(), ReadError> {
    let is_reference = value.get("$ref").is_some_and(|target| target.as_str().is_some());
    if is_reference { Ok(()) } else { object(shape, value, at) }
}

fn fault(at: &Pointer<'_>, what: fmt::Arguments<'_>) -> ReadError {
    ReadError::new(at, format!("this is not as OpenAPI 3.0 wants it: {what}"))
}

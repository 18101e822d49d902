//! What the `jsonschema` crate has against a value, in the words of our facts.

use contract::pointer::escape;
use reference::error::ValidationErrorKind as Kind;
use reference::{ValidationError, Validator};
use serde_json::Value;

/// A fact and the JSON Pointer of its place.
pub(super) type Said = (&'static str, String);

/// Everything that a schema has against a value. A place is told once for each keyword; where the type is wrong, nothing
/// else is told of the place, and where the pattern is, nothing of the format.
pub(super) fn said(validator: &Validator, value: &Value) -> Vec<Said> {
    let all: Vec<Said> = validator.iter_errors(value).flat_map(|error| meant(&error)).collect();
    let is_type = |name: &str| matches!(name, "type" | "null");
    let mut kept: Vec<Said> = Vec::new();
    for (name, pointer) in &all {
        let mistyped = all.iter().any(|(other, place)| is_type(other) && place == pointer);
        let is_echo = *name == "format" && all.contains(&("pattern", pointer.clone()));
        let said = (*name, pointer.clone());
        if (is_type(name) || !mistyped) && !is_echo && !kept.contains(&said) {
            kept.push(said);
        }
    }
    kept
}

/// One error may tell of several places, and of a choice other errors are told than that it was missed.
fn meant(error: &ValidationError<'_>) -> Vec<Said> {
    let here = error.instance_path().as_str();
    let below = |name: &str| format!("{here}/{}", escape(name));
    match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => of_choice(error, context),
        Kind::AdditionalProperties { unexpected } => {
            unexpected.iter().map(|name| ("additionalProperties", below(name))).collect()
        }
        Kind::Required { property } => vec![("required", below(property.as_str().unwrap()))],
        kind => vec![(fact(kind, error.instance().is_null()), here.to_owned())],
    }
}

fn fact(kind: &Kind, is_null: bool) -> &'static str {
    match kind {
        Kind::Type { .. } if is_null => "null",
        Kind::Type { .. } => "type",
        Kind::Enum { .. } => "enum",
        Kind::Constant { .. } => "const",
        Kind::Format { .. } => "format",
        Kind::Pattern { .. } => "pattern",
        Kind::Minimum { .. } => "minimum",
        Kind::Maximum { .. } => "maximum",
        Kind::ExclusiveMinimum { .. } => "exclusiveMinimum",
        Kind::ExclusiveMaximum { .. } => "exclusiveMaximum",
        Kind::MultipleOf { .. } => "multipleOf",
        Kind::MinLength { .. } => "minLength",
        Kind::MaxLength { .. } => "maxLength",
        Kind::MinItems { .. } => "minItems",
        Kind::MaxItems { .. } => "maxItems",
        Kind::MinProperties { .. } => "minProperties",
        Kind::MaxProperties { .. } => "maxProperties",
        Kind::UniqueItems => "uniqueItems",
        Kind::OneOfMultipleValid { .. } => "oneOf",
        _ => "schema",
    }
}

/// Of a choice, the errors of the branch that was meant are told: of the only one whose type fits, else of the only one
/// whose type fits and of which no member is missing. Where no branch stands out, the choice as a whole was missed: by
/// the type if that of no branch fits, else by itself.
fn of_choice(error: &ValidationError<'_>, branches: &[Vec<ValidationError<'static>>]) -> Vec<Said> {
    let here = error.instance_path().as_str();
    let is_here = |one: &ValidationError<'_>| one.instance_path().as_str() == here;
    let fits = |branch: &Vec<ValidationError<'_>>| {
        !branch.iter().any(|one| is_here(one) && matches!(one.kind(), Kind::Type { .. }))
    };
    let lacks = |branch: &Vec<ValidationError<'_>>| {
        branch.iter().any(|one| is_here(one) && matches!(one.kind(), Kind::Required { .. }))
    };
    let fitting: Vec<_> = branches.iter().filter(|branch| fits(branch)).collect();
    let whole: Vec<_> = fitting.iter().copied().filter(|branch| !lacks(branch)).collect();
    match (fitting.as_slice(), whole.as_slice(), error.instance().is_null()) {
        ([meant], _, _) | (_, [meant], _) => meant.iter().flat_map(|one| self::meant(one)).collect(),
        ([], _, true) => vec![("null", here.to_owned())],
        ([], _, false) => vec![("type", here.to_owned())],
        _ => vec![("anyOf", here.to_owned())],
    }
}

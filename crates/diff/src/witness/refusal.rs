//! Whether a validator refuses a value for what changed, and not for something else.

use reference::ValidationError;
use reference::error::ValidationErrorKind as Kind;

use crate::aspect::Aspect;

/// What a refusal has to be about.
pub(super) struct Place<'p> {
    pub(super) aspect: Aspect,
    /// JSON Pointer of the place.
    pub(super) pointer: &'p str,
    /// The member that the object at the place lacks, where that is what changed.
    pub(super) missing: Option<&'p str>,
}

/// Whether an error, or one in the branches of its choice, is about this place.
pub(super) fn is_about(error: &ValidationError<'_>, place: &Place<'_>) -> bool {
    let at = error.instance_path().as_str();
    let here = at == place.pointer;
    if let (Kind::Required { property }, Some(name)) = (error.kind(), place.missing) {
        return here && property.as_str() == Some(name);
    }
    let told = place.missing.is_none() && tells(place.aspect, error.kind().keyword());
    let branches = match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } | Kind::OneOfMultipleValid { context } => {
            context.as_slice()
        }
        _ => &[],
    };
    (told && (here || below(at, place.pointer, place.aspect)))
        || branches.iter().flatten().any(|error| is_about(error, place))
}

/// Members without a name are refused at their own places.
fn below(at: &str, pointer: &str, aspect: Aspect) -> bool {
    aspect.name() == "additionalProperties" && at.strip_prefix(pointer).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether a validator's keyword speaks of an aspect.
fn tells(aspect: Aspect, keyword: &str) -> bool {
    match aspect.name() {
        "type" | "null" => matches!(keyword, "type" | "anyOf" | "oneOf" | "enum" | "const"),
        "enum" => matches!(keyword, "enum" | "const"),
        "choice" => matches!(keyword, "anyOf" | "oneOf" | "required" | "type" | "enum" | "const"),
        "minimum" => matches!(keyword, "minimum" | "exclusiveMinimum"),
        "maximum" => matches!(keyword, "maximum" | "exclusiveMaximum"),
        "additionalProperties" => true,
        "property" => matches!(keyword, "additionalProperties"),
        name => name == keyword,
    }
}

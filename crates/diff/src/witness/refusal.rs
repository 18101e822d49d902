//! Whether a validator refuses a value for what changed, and not for something else.

use reference::ValidationError;
use reference::error::ValidationErrorKind as Kind;

use crate::fact::Fact;
use crate::representation::Representation;

/// What a refusal has to be about.
pub(super) struct Place<'p> {
    pub(super) fact: Fact,
    /// JSON Pointer of the place.
    pub(super) pointer: &'p str,
    /// The member that the object at the place lacks, where that is what changed.
    pub(super) missing: Option<&'p str>,
    /// How the value travels.
    pub(super) representation: Representation,
}

impl Place<'_> {
    /// Whether an error stands here. Of texts the one side may see a list where the other sees one.
    fn is_at(&self, pointer: &str) -> bool {
        pointer == self.pointer || self.representation != Representation::Json && names(pointer).eq(names(self.pointer))
    }
}

/// The names on the way to a place, without the numbers of items.
fn names(pointer: &str) -> impl Iterator<Item = &str> {
    pointer.split('/').filter(|key| key.parse::<usize>().is_err())
}

/// Whether an error, or one in the branches of its choice, is about this place.
pub(super) fn is_about(error: &ValidationError<'_>, place: &Place<'_>) -> bool {
    let at = error.instance_path().as_str();
    let here = place.is_at(at);
    if let (Kind::Required { property }, Some(name)) = (error.kind(), place.missing) {
        return here && property.as_str() == Some(name);
    }
    if let (Kind::AdditionalProperties { unexpected }, Fact::Property(_)) = (error.kind(), place.fact)
        && let Some((object, name)) = contract::pointer::split(place.pointer)
    {
        return at == object && unexpected.iter().any(|member| *member == name);
    }
    let told = place.missing.is_none() && tells(place.fact, error.kind().keyword());
    if let (Kind::OneOfMultipleValid { .. }, Fact::Overlap(_)) = (error.kind(), place.fact) {
        return here;
    }
    let branches = match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } | Kind::OneOfMultipleValid { context } => {
            context.as_slice()
        }
        _ => &[],
    };
    (told && (here || below(at, place.pointer, place.fact)))
        || branches.iter().flatten().any(|error| is_about(error, place))
}

/// The members that an error, or one in the branches of its choice, says to be missing: each with the object that lacks it.
pub(super) fn lacking(error: &ValidationError<'_>) -> Vec<(String, String)> {
    match error.kind() {
        Kind::Required { property } => {
            let name = property.as_str().map(str::to_owned);
            name.map(|name| (error.instance_path().as_str().to_owned(), name)).into_iter().collect()
        }
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            context.iter().flatten().flat_map(lacking).collect()
        }
        _ => Vec::new(),
    }
}

/// Members without a name are refused at their own places.
fn below(at: &str, pointer: &str, fact: Fact) -> bool {
    matches!(fact, Fact::AdditionalProperties(_)) && at.strip_prefix(pointer).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether a validator's keyword speaks of an aspect.
fn tells(fact: Fact, keyword: &str) -> bool {
    match fact {
        Fact::Type(_) | Fact::Null(_) => matches!(keyword, "type" | "anyOf" | "oneOf" | "enum" | "const"),
        Fact::Enum(_) => matches!(keyword, "enum" | "const"),
        Fact::Choice(_) => matches!(keyword, "anyOf" | "oneOf" | "required" | "type" | "enum" | "const"),
        Fact::Minimum(_) => matches!(keyword, "minimum" | "exclusiveMinimum"),
        Fact::Maximum(_) => matches!(keyword, "maximum" | "exclusiveMaximum"),
        Fact::AdditionalProperties(_) => true,
        // That is a kind of refusal, not a keyword.
        Fact::Overlap(_) => false,
        Fact::Property(_) => matches!(keyword, "additionalProperties"),
        fact => fact.name() == keyword,
    }
}

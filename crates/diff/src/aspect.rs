//! What can change, and how: the coordinates of a fact, by which rules find it.

use std::fmt;

/// How something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// It came.
    Added,
    /// It went.
    Removed,
    /// It allows less than before.
    Tightened,
    /// It allows more than before.
    Loosened,
    /// It is another one, neither less nor more.
    Changed,
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Aspect(usize);

/// What an aspect is about, which decides where it can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// A keyword of a schema: the set of values.
    Values,
    /// Something beside the set of values, in a schema.
    Annotation,
    /// A part of a request.
    Request,
    /// A part of a response.
    Response,
    /// The operation as a whole.
    Operation,
}

/// Every aspect: name, area, and what a human calls it.
const TABLE: &[(&str, Area)] = &[
    ("type", Area::Values),
    ("null", Area::Values),
    ("enum", Area::Values),
    ("format", Area::Values),
    ("pattern", Area::Values),
    ("minLength", Area::Values),
    ("maxLength", Area::Values),
    ("minimum", Area::Values),
    ("maximum", Area::Values),
    ("multipleOf", Area::Values),
    ("minItems", Area::Values),
    ("maxItems", Area::Values),
    ("uniqueItems", Area::Values),
    ("minProperties", Area::Values),
    ("maxProperties", Area::Values),
    ("additionalProperties", Area::Values),
    ("choice", Area::Values),
    ("not", Area::Values),
    ("property", Area::Values),
    ("required-property", Area::Values),
    ("required", Area::Values),
    ("format-hint", Area::Annotation),
    ("default", Area::Annotation),
    ("readOnly", Area::Annotation),
    ("writeOnly", Area::Annotation),
    ("property-deprecation", Area::Annotation),
    ("property-state", Area::Annotation),
    ("parameter", Area::Request),
    ("required-parameter", Area::Request),
    ("parameter-required", Area::Request),
    ("parameter-name", Area::Request),
    ("parameter-style", Area::Request),
    ("parameter-deprecation", Area::Request),
    ("parameter-state", Area::Request),
    ("request-body", Area::Request),
    ("required-request-body", Area::Request),
    ("request-body-required", Area::Request),
    ("request-media-type", Area::Request),
    ("success-status", Area::Response),
    ("error-status", Area::Response),
    ("response-body", Area::Response),
    ("response-media-type", Area::Response),
    ("response-header", Area::Response),
    ("required-response-header", Area::Response),
    ("response-header-required", Area::Response),
    ("server", Area::Request),
    ("operation", Area::Operation),
    ("deprecated-operation", Area::Operation),
    ("operation-id", Area::Operation),
    ("operation-deprecation", Area::Operation),
    ("operation-state", Area::Operation),
    ("permission", Area::Operation),
    ("admin-only", Area::Operation),
    ("login", Area::Operation),
    ("security", Area::Operation),
];

impl Action {
    /// Every action.
    pub const ALL: [Self; 5] = [Self::Added, Self::Removed, Self::Tightened, Self::Loosened, Self::Changed];

    /// The word in rule files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Tightened => "tightened",
            Self::Loosened => "loosened",
            Self::Changed => "changed",
        }
    }

    /// What happened, seen from the other side.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            Self::Tightened => Self::Loosened,
            Self::Loosened => Self::Tightened,
            Self::Changed => Self::Changed,
        }
    }
}

impl Aspect {
    /// Every aspect.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..TABLE.len()).map(Self)
    }

    /// The aspect of this name.
    pub fn named(name: &str) -> Option<Self> {
        TABLE.iter().position(|row| row.0 == name).map(Self)
    }

    /// The aspect of a name that stands in this crate's source; a test sees to it that they are all known.
    pub(crate) fn of(name: &'static str) -> Self {
        Self::named(name).unwrap_or(Self(0))
    }

    /// Its name, as rule files have it.
    pub fn name(self) -> &'static str {
        TABLE.get(self.0).map_or("", |row| row.0)
    }

    /// What it is about.
    pub fn area(self) -> Area {
        TABLE.get(self.0).map_or(Area::Annotation, |row| row.1)
    }

    /// The name under which rules judge this aspect when it changed so.
    pub fn fact(self, action: Action) -> String {
        format!("{}.{}", self.name(), action.as_str())
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

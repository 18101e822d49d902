//! A fact about traffic that does not fit the contract, before any judgement.

use crate::fact::Fact;
use contract::{Property, ReleaseSet};
use serde_json::Value;

/// What does not fit, where, and at which releases. Rules say how bad that is and in which words it is told.
#[derive(Clone, Debug)]
pub(crate) struct Violation<'c> {
    /// The kind of fact, by the names that rule files use: keywords of JSON Schema, and our own.
    pub(crate) fact: Fact,
    /// The releases at which it holds.
    pub(crate) at: ReleaseSet,
    /// JSON Pointer into the part.
    pub(crate) pointer: String,
    /// The same for people, whichever item: `people[].name`.
    pub(crate) place: String,
    /// What it is about: the property, the parameter, the media type.
    pub(crate) name: String,
    /// What the contract wants; where releases differ, the newest of [`Self::at`].
    pub(crate) expected: Option<Value>,
    /// What stands there instead.
    pub(crate) actual: Option<Value>,
    /// The nearest component.
    pub(crate) component: Option<&'c str>,
    /// The property or parameter that it is about, for its life.
    pub(crate) property: Option<&'c Property>,
    /// The releases at which what stands there would be right, where that is known.
    pub(crate) right_at: Option<ReleaseSet>,
    /// The releases at which the contract flags it deprecated, for a fact about that.
    pub(crate) deprecated: Option<ReleaseSet>,
    /// What two violations must have in common, besides the place, to be the same at many places.
    pub(crate) subject: Option<String>,
    /// More to say.
    pub(crate) notes: Vec<String>,
}

impl Violation<'_> {
    /// That the contract's schema cannot be used, which is nothing of the value.
    pub(super) fn unusable(at: ReleaseSet) -> Self {
        Self::new(Fact::SchemaUnusable, at, "", "the schema")
    }

    /// A fact of this kind about something of this name.
    pub(crate) fn new(fact: Fact, at: ReleaseSet, pointer: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            fact,
            at,
            pointer: pointer.into(),
            place: String::new(),
            name: name.into(),
            expected: None,
            actual: None,
            component: None,
            property: None,
            right_at: None,
            deprecated: None,
            subject: None,
            notes: Vec::new(),
        }
    }
}

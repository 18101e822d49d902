//! A fact about traffic that does not fit the contract, before any judgement.

use contract::{Property, ReleaseSet};
use serde_json::Value;

use crate::fact::Fact;

/// What does not fit, and where. Rules say how bad that is and in which words it is told.
#[derive(Clone, Debug)]
pub(crate) struct Violation<'c> {
    /// The kind of fact.
    pub(crate) fact: Fact,
    /// JSON Pointer into the part.
    pub(crate) pointer: String,
    /// What it is about: the property, the parameter, the media type.
    pub(crate) name: String,
    /// What the contract wants.
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
    /// A fact of this kind about something of this name.
    pub(crate) fn new(fact: Fact, pointer: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            fact,
            pointer: pointer.into(),
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

/// What a place is called in a sentence: its last name, and the item where it is one.
pub(crate) fn place_name(pointer: &str) -> String {
    let is_index = |token: &str| !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit());
    let mut named = pointer;
    let mut last = None;
    while let Some((before, token)) = named.rsplit_once('/') {
        if !is_index(token) {
            last = Some(token);
            break;
        }
        named = before;
    }
    let after = pointer.get(named.len() + 1..).unwrap_or_default();
    let indices = if after.is_empty() { String::new() } else { format!("[{}]", after.replace('/', "][")) };
    match last {
        Some(name) => format!("`{}{indices}`", name.replace("~1", "/").replace("~0", "~")),
        None if indices.is_empty() => "the body".to_owned(),
        None => format!("item `{indices}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::place_name;

    #[test]
    fn places_are_called_by_their_last_name() {
        for (pointer, name) in [
            ("", "the body"),
            ("/3", "item `[3]`"),
            ("/3/type", "`type`"),
            ("/a/tags/0", "`tags[0]`"),
            ("/x~1y", "`x/y`"),
        ] {
            assert_eq!(place_name(pointer), name);
        }
    }
}

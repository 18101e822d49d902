//! What values a schema allows, in a word or two: for a reader, not for a verdict.

use std::collections::BTreeSet;

use crate::shape::{Kinds, Shape};

/// The kind of the values at a place: a type, and a format or pattern where texts have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ValueKind {
    kinds: Kinds,
    formats: BTreeSet<String>,
    patterns: BTreeSet<String>,
}

impl ValueKind {
    pub(crate) fn of(shape: &Shape<'_>) -> Self {
        Self {
            kinds: shape.kinds.without(Kinds::NULL),
            formats: shape.text.formats.union(&shape.notes.hints).cloned().collect(),
            patterns: shape.text.patterns.clone(),
        }
    }

    /// One of them, as in "any text".
    pub(crate) fn one(&self) -> String {
        match (self.text_format(), self.kinds) {
            (Some("uuid"), _) => "UUID".to_owned(),
            (Some("email"), _) => "e-mail address".to_owned(),
            (Some("uri"), _) => "URI".to_owned(),
            (Some(format), _) if !format.is_empty() => format.to_owned(),
            (Some(_), _) => match self.patterns.first() {
                Some(pattern) => format!("text that matches {pattern}"),
                None => "text".to_owned(),
            },
            (None, kinds) => noun(kinds).to_owned(),
        }
    }

    /// Several of them, as in "identifiers".
    pub(crate) fn several(&self) -> String {
        match self.text_format() {
            Some("uuid") => "identifiers".to_owned(),
            Some("date-time") => "dates and times".to_owned(),
            Some("date") => "dates".to_owned(),
            Some("email") => "e-mail addresses".to_owned(),
            Some("uri") => "URIs".to_owned(),
            Some("binary") => "files".to_owned(),
            Some(format) if !format.is_empty() => format!("texts of the format {format}"),
            _ => format!("{}s", noun(self.kinds)),
        }
    }

    /// The format of texts, where they are nothing but texts and have one; empty where they have none.
    fn text_format(&self) -> Option<&str> {
        (self.kinds == Kinds::STRING).then(|| self.formats.first().map(String::as_str).unwrap_or_default())
    }
}

fn noun(kinds: Kinds) -> &'static str {
    let nouns = [
        (Kinds::STRING, "text"),
        (Kinds::INTEGER, "integer"),
        (Kinds::NUMBER, "number"),
        (Kinds::BOOLEAN, "boolean"),
        (Kinds::ARRAY, "array"),
        (Kinds::OBJECT, "object"),
    ];
    nouns.into_iter().find(|(kind, _)| *kind == kinds).map_or("value", |(_, noun)| noun)
}

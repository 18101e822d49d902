//! Compares how parameters are written.

use contract::{Parameter, Projection, Serialization, Style, StyleName};

use crate::shape::{Kinds, Reader, Shape};

/// How a parameter is written on both sides, where it is read otherwise by the one than by the other.
pub(super) fn changed(
    (before, old): (Projection<'_>, &Parameter),
    (after, new): (Projection<'_>, &Parameter),
) -> Option<(String, String)> {
    let (one, other) = (Writing::of(before, old), Writing::of(after, new));
    let differ = match (one.has_parts, other.has_parts) {
        (true, true) => one.serialization != other.serialization,
        (false, false) => one.prefix() != other.prefix(),
        // A single text is a list of one, unless a character in it parts it.
        (false, true) => one.prefix() != other.prefix() || other.parts(&one),
        (true, false) => one.prefix() != other.prefix() || one.parts(&other),
    };
    differ.then(|| (one.said(&other), other.said(&one)))
}

/// How the values of a parameter become text.
struct Writing {
    serialization: Serialization,
    /// Whether a value may be a list or an object.
    has_parts: bool,
    /// Whether a value may be any text.
    is_free: bool,
}

impl Writing {
    fn of(view: Projection<'_>, parameter: &Parameter) -> Self {
        let mut reader = Reader::new(view);
        let sub = reader.sub(&parameter.property.schema);
        let shape = reader.shape(&sub);
        let has_parts = !shape.is_any() && shape.kinds.has(Kinds::ARRAY.or(Kinds::OBJECT));
        Self { serialization: parameter.serialized(), has_parts, is_free: is_free(&shape) }
    }

    /// What stands before a single text.
    fn prefix(&self) -> &str {
        match &self.serialization {
            Serialization::Content(media_type) => media_type,
            Serialization::Styled(Style { name, .. }) => match name {
                StyleName::Label | StyleName::Matrix | StyleName::DeepObject => name.name(),
                _ => "",
            },
        }
    }

    /// Whether a text that the other means as a whole becomes a list of several.
    fn parts(&self, whole: &Self) -> bool {
        matches!(self.serialization, Serialization::Styled(style) if !style.explode) && whole.is_free
    }

    /// A value that has no parts looks the same exploded or not.
    fn said(&self, other: &Self) -> String {
        let Serialization::Styled(style) = self.serialization else { return self.serialization.to_string() };
        match (self.has_parts, style.explode) {
            (true, true) => self.serialization.to_string(),
            (true, false) if !other.has_parts => format!("{}, a list in one text", style.name),
            _ => Serialization::Styled(Style { explode: false, ..style }).to_string(),
        }
    }
}

fn is_free(shape: &Shape<'_>) -> bool {
    let text = &shape.text;
    let is_limited = shape.values.is_some() || !text.formats.is_empty() || !text.patterns.is_empty();
    shape.kinds.has(Kinds::STRING) && !is_limited
}

//! Compares how parameters are written.

use contract::{Parameter, Projection, Style};

use crate::shape::{Kinds, Reader, Shape};

/// How a parameter is written on both sides, where it is read otherwise by the one than by the other.
pub(super) fn changed(
    (before, old): (Projection<'_>, &Parameter),
    (after, new): (Projection<'_>, &Parameter),
) -> Option<(String, String)> {
    let (one, other) = (Writing::of(before, old), Writing::of(after, new));
    let differ = match (one.has_parts, other.has_parts) {
        (true, true) => one.style != other.style,
        (false, false) => one.prefix() != other.prefix(),
        // A single text is a list of one, unless a character in it parts it.
        (false, true) => one.prefix() != other.prefix() || other.parts(&one),
        (true, false) => one.prefix() != other.prefix() || one.parts(&other),
    };
    differ.then(|| (one.said(&other), other.said(&one)))
}

/// How the values of a parameter become text.
struct Writing {
    style: Style,
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
        let style = parameter.style.clone().unwrap_or_else(|| Style::usual(parameter.place));
        let has_parts = !shape.is_any() && shape.kinds.has(Kinds::ARRAY.or(Kinds::OBJECT));
        Self { style, has_parts, is_free: is_free(&shape) }
    }

    /// What stands before a single text.
    fn prefix(&self) -> &str {
        match self.style.name.as_str() {
            name @ ("label" | "matrix" | "deepObject") => name,
            _ => "",
        }
    }

    /// Whether a text that the other means as a whole becomes a list of several.
    fn parts(&self, whole: &Self) -> bool {
        !self.style.exploded && whole.is_free
    }

    /// A value that has no parts looks the same exploded or not.
    fn said(&self, other: &Self) -> String {
        let name = &self.style.name;
        match (self.has_parts, self.style.exploded) {
            (true, true) => format!("{name}, exploded"),
            (true, false) if !other.has_parts => format!("{name}, a list in one text"),
            _ => name.clone(),
        }
    }
}

fn is_free(shape: &Shape<'_>) -> bool {
    let text = &shape.text;
    let is_limited = shape.values.is_some() || !text.formats.is_empty() || !text.patterns.is_empty();
    shape.kinds.has(Kinds::STRING) && !is_limited
}

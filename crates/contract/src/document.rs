//! The text of a document, JSON or YAML, its value, and where in the text a part of the value stands.
//!
//! A document that begins with a brace is JSON, any other YAML 1.2.

mod finder;
mod json;
mod scalar;
mod yaml;

use std::fmt;

use serde_json::Value;

use finder::{Finder, Wanted};

/// A place in a text: one-based line, and one-based column in characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: u64,
    /// The column.
    pub column: u64,
}

/// A document as it was written, with its value.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    form: Form,
    value: Value,
}

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Json,
    Yaml,
}

/// Why a text is no document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DocumentError {
    /// Where; nothing where it is about the text as a whole.
    pub position: Option<Position>,
    /// What is wrong.
    pub message: String,
}

impl DocumentError {
    fn at(position: Position, message: impl Into<String>) -> Self {
        Self { position: Some(position), message: message.into() }
    }
}

impl Document {
    /// Reads JSON or YAML. What YAML's aliases stand for is bounded, and so is how deep values lie in each other.
    pub fn parse(bytes: Vec<u8>) -> Result<Self, DocumentError> {
        let text = String::from_utf8(bytes).map_err(|error| {
            let read = error.utf8_error().valid_up_to();
            let position = json::Lines::of(error.as_bytes()).position(error.as_bytes(), read);
            DocumentError::at(position, "this is not UTF-8")
        })?;
        let form = if text.trim_start().starts_with('{') { Form::Json } else { Form::Yaml };
        let value = match form {
            Form::Json => json::value(&text)?,
            Form::Yaml => yaml::value(&text)?,
        };
        Ok(Self { text, form, value })
    }

    /// What it says.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// Where JSON Pointers into the value lead in the text: to the key of a member, to the beginning of an item. What is not
    /// there is where the nearest is that is there and holds it.
    pub fn positions<'p>(&self, pointers: impl IntoIterator<Item = &'p str>) -> Vec<Position> {
        let wanted = Wanted::of(pointers);
        let mut finder = Finder::new(&wanted);
        match self.form {
            Form::Json => json::find(&self.text, &mut finder),
            Form::Yaml => yaml::find(&self.text, &mut finder),
        }
        finder.found()
    }

    /// Where one JSON Pointer leads: see [`Document::positions`].
    pub fn position(&self, pointer: &str) -> Option<Position> {
        self.positions([pointer]).into_iter().next()
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests;

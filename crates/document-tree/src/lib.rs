//! The text of a document, JSON or YAML, its value, and where in the text a part of the value stands.
//!
//! Contracts are such documents, and some captures are.
//!
//! A document that begins with a brace is JSON, any other YAML 1.2.
//!
//! ```
//! use immich_contract_document_tree::Document;
//!
//! let document = Document::parse(b"info:\n  title: An API\n".to_vec())?;
//! assert_eq!(document.root().get("info").and_then(|info| info.get("title")?.as_str()), Some("An API"));
//! assert_eq!(document.position("/info/title").line, 2);
//! # Ok::<(), immich_contract_document_tree::DocumentError>(())
//! ```

mod ahead;
mod element;
mod json;
pub mod pointer;
mod pointers;
mod scalar;
mod tree;
mod yaml;

use std::fmt;

pub use element::{Element, Origin};
pub use pointers::pointers;
pub use tree::Tree;

/// How deep values may lie in each other: as deep as `serde_json` reads.
const DEEPEST: usize = 127;

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
    tree: Tree,
}

/// Why a text is not a document.
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

    /// What is wrong, without words of the document: captures are full of secrets.
    #[must_use]
    pub fn without_words(&self) -> String {
        let quoted = self.message.find('"').zip(self.message.rfind('"'));
        let parts = quoted.and_then(|(begin, end)| Some((self.message.get(..begin)?, self.message.get(end + 1..)?)));
        parts.map_or_else(|| self.message.clone(), |(before, after)| format!("{before}…{after}"))
    }

    fn too_deep(position: Position) -> Self {
        Self::at(position, "values lie too deep in each other")
    }
}

impl Document {
    /// Reads JSON or YAML. What YAML's aliases stand for is bounded, and so is how deep values lie in each other.
    pub fn parse(bytes: Vec<u8>) -> Result<Self, DocumentError> {
        let text = String::from_utf8(bytes).map_err(|error| {
            let position = json::position(error.as_bytes(), error.utf8_error().valid_up_to());
            DocumentError::at(position, "this is not UTF-8")
        })?;
        let tree = if text.trim_start().starts_with('{') { json::tree(&text)? } else { yaml::tree(&text)? };
        Ok(Self { text, tree })
    }

    /// What it says.
    pub fn root(&self) -> Element<'_> {
        Element::root(&self.text, &self.tree)
    }

    /// What was read there.
    pub fn element(&self, origin: Origin) -> Element<'_> {
        self.root().originating(origin)
    }

    /// Where a JSON Pointer leads in the text: to the key of a member, to the beginning of an item. What is not there is
    /// where the nearest is that is there and holds it.
    pub fn position(&self, pointer: &str) -> Position {
        let mut at = self.root();
        for token in pointer::tokens(pointer) {
            let Some(next) = at.step(&token) else { break };
            at = next;
        }
        at.position()
    }
}

impl Tree {
    /// The tree of a text in JSON.
    pub fn of_json(text: &str) -> Result<Self, DocumentError> {
        json::tree(text)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests;

//! Readers: documents become contracts. Small faults of a document are warnings; what cannot be understood is an error.

mod annotated;
mod discriminator;
mod edition;
mod markers;
mod node;
mod openapi;
mod operation;
mod serialization;
mod shape;
mod types;
mod unread;

pub use annotated::{annotated, annotated_text};
pub use openapi::{openapi, openapi_of};

use std::collections::HashSet;
use std::fmt;

use unread::Unread;

use crate::Element;
use crate::pointer::Pointer;
use crate::{Contract, Document, DocumentError, Position, ReleaseSet};

/// A contract with what was odd in its document.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The contract.
    pub contract: Contract,
    /// What the document should not say, in the order of reading.
    pub warnings: Vec<Warning>,
    /// How many schemas were read.
    pub work: usize,
}

/// Something a document should not say, and how it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// JSON Pointer of the place.
    pub pointer: String,
    /// The place in the document's text.
    pub position: Option<Position>,
    /// What is odd, and how it was read.
    pub message: String,
}

/// Prints the place and the message, in one line.
impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", place(self.position, &self.pointer), self.message)
    }
}

/// Why a document is not a contract.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{message}", place(*.position, .pointer))]
pub struct ReadError {
    pointer: String,
    position: Option<Position>,
    message: String,
}

impl ReadError {
    fn new(at: &Pointer<'_>, message: impl Into<String>) -> Self {
        Self { pointer: at.to_string(), position: None, message: message.into() }
    }

    /// The same with its place in the document's text.
    fn within(mut self, document: &Document) -> Self {
        self.position = Some(document.position(&self.pointer));
        self
    }
}

impl Warning {
    fn new(pointer: String, message: String) -> Self {
        Self { pointer, position: None, message }
    }
}

impl Reading {
    /// A contract with everything that was odd, each thing once.
    fn new(contract: Contract, cx: Context) -> Self {
        let mut warnings: Vec<Warning> = Vec::new();
        let mut told = HashSet::new();
        for warning in cx.warnings.into_iter().chain(cx.unread.warnings()) {
            if told.insert((warning.pointer.clone(), warning.message.clone())) {
                warnings.push(warning);
            }
        }
        Self { contract: contract.numbered(), warnings, work: cx.read }
    }

    /// The same with the places in the document's text.
    fn within(mut self, document: &Document) -> Self {
        for warning in &mut self.warnings {
            warning.position = Some(document.position(&warning.pointer));
        }
        self
    }
}

/// A place in words, with a colon behind.
fn place(position: Option<Position>, pointer: &str) -> String {
    let position = position.map(|position| position.to_string());
    let pointer = Some(pointer).filter(|pointer| !pointer.is_empty()).map(|pointer| format!("at {pointer}"));
    let words: Vec<String> = position.into_iter().chain(pointer).collect();
    if words.is_empty() { String::new() } else { format!("{}: ", words.join(", ")) }
}

impl From<DocumentError> for ReadError {
    fn from(error: DocumentError) -> Self {
        Self { pointer: String::new(), position: error.position, message: error.message }
    }
}

/// What every reader carries: the document's components (to check references), the life of what is being read, and the
/// warnings so far.
#[derive(Clone)]
struct Context {
    components: HashSet<String>,
    life: ReleaseSet,
    warnings: Vec<Warning>,
    unread: Unread,
    /// What references lead to beside the components, where they may: schemas anywhere in the document.
    elsewhere: Option<Elsewhere>,
    /// How many values of the document may still be read once more.
    copies: usize,
    /// How many schemas were read.
    read: usize,
}

/// How many values of a document may be read for more than one place.
const MOST_COPIES: usize = 1 << 18;

/// Schemas that are read because a reference leads to them.
#[derive(Clone, Default)]
struct Elsewhere {
    /// JSON Pointers with the places of the references; still to be read.
    open: Vec<(String, String)>,
    /// The names of all of them.
    names: HashSet<String>,
}

impl Context {
    fn new(components: impl IntoIterator<Item = String>) -> Self {
        Self {
            components: components.into_iter().collect(),
            life: ReleaseSet::all(),
            warnings: Vec::new(),
            unread: Unread::default(),
            elsewhere: None,
            copies: MOST_COPIES,
            read: 0,
        }
    }

    /// Whether so many values may be read for one more place.
    fn copy(&mut self, values: usize) -> bool {
        let left = self.copies.checked_sub(values);
        self.copies = left.unwrap_or(self.copies);
        left.is_some()
    }

    /// The same for a document whose references may lead to any schema in it.
    fn with_references(self) -> Self {
        Self { elsewhere: Some(Elsewhere::default()), ..self }
    }

    /// The name that a schema gets to which a reference leads, if that is not one of the components.
    fn elsewhere(&mut self, target: &str, at: &Pointer<'_>) -> Option<String> {
        let pointer = target.strip_prefix('#').filter(|pointer| pointer.starts_with('/'))?;
        let name = pointer.strip_prefix("/components/schemas/").unwrap_or(pointer);
        if self.components.contains(name) || !(name.contains('/') && self.elsewhere.is_some()) {
            return None;
        }
        let elsewhere = self.elsewhere.as_mut()?;
        if elsewhere.names.insert(name.to_owned()) {
            elsewhere.open.push((pointer.to_owned(), at.to_string()));
        }
        Some(name.to_owned())
    }

    /// Reads something that lives only so long: eras outside of that are nobody's.
    fn during<T>(&mut self, life: ReleaseSet, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.life;
        self.life = outer & life;
        let value = read(self);
        self.life = outer;
        value
    }

    fn warn(&mut self, at: &Pointer<'_>, message: impl Into<String>) {
        self.warnings.push(Warning::new(at.to_string(), message.into()));
    }

    /// Takes what another has to tell.
    fn append(&mut self, mut other: Self) {
        self.warnings.append(&mut other.warnings);
        self.unread.append(other.unread);
        self.read += other.read;
    }
}

/// The member of an object that must be a string.
fn text<'v>(value: Element<'v>, key: &str, at: &Pointer<'_>) -> Result<&'v str, ReadError> {
    value.get(key).and_then(Element::as_str).ok_or_else(|| ReadError::new(at, format!("`{key}` must be a string here")))
}

/// The members of an object value, none where it is absent.
fn members(value: Option<Element<'_>>) -> impl Iterator<Item = (&str, Element<'_>)> {
    value.into_iter().flat_map(Element::members)
}

/// The items of an array value with their indices, none where it is absent.
fn items(value: Option<Element<'_>>) -> impl Iterator<Item = (usize, Element<'_>)> {
    value.into_iter().flat_map(Element::items).enumerate()
}

/// The strings in an array value, none where it is absent.
fn strings(value: Option<Element<'_>>) -> Vec<String> {
    items(value).filter_map(|(_, item)| item.as_str().map(str::to_owned)).collect()
}

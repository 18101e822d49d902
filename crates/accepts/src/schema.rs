//! A client's JSON Schema: the document that holds it, and its place there.
//!
//! Drafts 4 to 2020-12 are read, also out of an OpenAPI document of 3.0 to 3.2; [`bundle`] makes of them what the contract
//! reads. References stay within the document: nothing is fetched.

mod anchors;
pub(crate) mod bundle;
mod dialect;

use std::path::Path;

use contract::pointer::tokens;
use contract::{Document, Element};
use percent_encoding::percent_decode_str;

pub(crate) use dialect::Dialect;

use crate::error::SchemaError;

/// A JSON Schema of a client's.
#[derive(Clone, Debug)]
pub struct Source {
    file: String,
    document: Document,
    pointer: String,
    dialect: Dialect,
}

/// How many references are followed to the schema that is meant.
const MOST_STEPS: usize = 8;

/// Keywords that say nothing of values: a schema of these alone holds others.
const HOLDERS: &[&str] = &["$schema", "$id", "id", "$defs", "definitions", "title", "description", "$comment"];

impl Source {
    /// Reads the schema at `fragment` (a JSON Pointer or an anchor, empty for the whole) of a document in JSON or YAML.
    pub fn read(file: &str, bytes: Vec<u8>, fragment: &str) -> Result<Self, SchemaError> {
        let document =
            Document::parse(bytes).map_err(|error| SchemaError::of_file(file, error.position, error.message))?;
        let dialect = dialect::of(file, &document)?;
        let mut source = Self { file: file.to_owned(), document, pointer: String::new(), dialect };
        source.pointer = source.target(&format!("#{fragment}"), "").map_err(|error| error.about_the_name(fragment))?;
        source.says_something()?;
        Ok(source.where_it_leads())
    }

    /// The schema that this one does no more than refer to, if it does: generators write the type so that is asked for.
    fn where_it_leads(mut self) -> Self {
        for _ in 0..MOST_STEPS {
            let schema = self.element(&self.pointer);
            let is_holder = |key: &str| key == "$ref" || HOLDERS.contains(&key);
            let only = schema.filter(|schema| schema.members().all(|(key, _)| is_holder(key)));
            let reference = only.and_then(|schema| schema.get("$ref")).and_then(Element::as_str);
            let Some(target) = reference.and_then(|reference| self.target(reference, &self.pointer).ok()) else {
                break;
            };
            self.pointer = target;
        }
        self
    }

    /// The file, as the user named it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// What people call the type: the name of its definition, its title, or its file.
    pub fn name(&self) -> String {
        let title = self.element(&self.pointer).and_then(|schema| schema.get("title")).and_then(Element::as_str);
        let stem = || Path::new(&self.file).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let last = tokens(&self.pointer).next_back().map(std::borrow::Cow::into_owned);
        last.or_else(|| title.map(str::to_owned)).or_else(stem).unwrap_or_default()
    }

    /// The place of the schema.
    pub(crate) fn pointer(&self) -> &str {
        &self.pointer
    }

    pub(crate) fn element(&self, pointer: &str) -> Option<Element<'_>> {
        self.document.root().pointer(pointer)
    }

    pub(crate) fn position(&self, pointer: &str) -> contract::Position {
        self.document.position(pointer)
    }

    pub(crate) fn fail(&self, pointer: &str, message: impl Into<String>) -> SchemaError {
        SchemaError::at(&self.file, &self.document, pointer, message)
    }

    /// The pointer that a reference at a place leads to.
    pub(crate) fn target(&self, reference: &str, at: &str) -> Result<String, SchemaError> {
        let (base, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let own = self.document.root().get("$id").or_else(|| self.document.root().get("id")).and_then(Element::as_str);
        if !base.is_empty() && own.is_none_or(|own| own.trim_end_matches('#') != base) {
            let why = "leaves the document; such references are never fetched: put its schema into the same file";
            return Err(self.fail(at, format!("`$ref: {reference}` {why}")));
        }
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let dangling = || {
            let near = self.nearest(&fragment);
            self.fail(at, format!("`$ref: {reference}` points to nothing in the document{near}"))
        };
        let pointer = if fragment.is_empty() || fragment.starts_with('/') {
            fragment.clone().into_owned()
        } else {
            anchors::pointer(self.document.root(), &fragment).ok_or_else(dangling)?
        };
        self.element(&pointer).map(|_| pointer).ok_or_else(dangling)
    }

    /// The name nearest to what is missing, as the end of a sentence.
    fn nearest(&self, fragment: &str) -> String {
        let Some((above, name)) = contract::pointer::split(fragment) else { return String::new() };
        let names = self.element(above).into_iter().flat_map(Element::members).map(|(name, _)| name);
        crate::error::did_you_mean(&name, names)
    }

    /// A document that does nothing but hold schemas takes any value; what was meant is one of those.
    fn says_something(&self) -> Result<(), SchemaError> {
        let Some(schema) = self.element(&self.pointer) else { return Ok(()) };
        let holder = ["$defs", "definitions"].into_iter().find(|key| schema.get(key).is_some());
        let named = match (holder, self.pointer.is_empty() && schema.get("openapi").is_some()) {
            (_, true) => "#/components/schemas/NAME",
            (Some("$defs"), _) if schema.members().all(|(key, _)| HOLDERS.contains(&key)) => "#/$defs/NAME",
            (Some(_), _) if schema.members().all(|(key, _)| HOLDERS.contains(&key)) => "#/definitions/NAME",
            _ => return Ok(()),
        };
        let why = format!("the document holds schemas and says nothing itself; name one, as in {}{named}", self.file);
        Err(self.fail(&self.pointer, why))
    }
}

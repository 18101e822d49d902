//! Keywords that are not read: what they say is not checked, so that a document may forbid what the contract allows.
//!
//! Each list names what is read, or may be passed over because it is for people. All else is told: a keyword that nobody
//! here has heard of is a gap.

use std::collections::{BTreeMap, BTreeSet};

use super::{Context, Element, Warning};
use crate::applicator::{self, Layout};
use crate::keyword::Keyword;
use crate::pointer::Pointer;

/// How many places of a keyword are told one by one.
const MOST: usize = 8;

/// What the reader of schemas reads beside the table of plain facts.
const SCHEMA: [&str; 13] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "discriminator",
    "enum",
    "items",
    "not",
    "nullable",
    "oneOf",
    "properties",
    "required",
    "type",
];

/// What stands on elements for people, for tools, or where something else is read.
const ANNOTATIONS: [&str; 16] = [
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$schema",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "summary",
    "title",
    "xml",
];

pub(super) const DOCUMENT: &[&str] =
    &["$self", "components", "info", "openapi", "paths", "security", "servers", "tags", "webhooks"];
pub(super) const PATH_ITEM: &[&str] =
    &["$ref", "delete", "get", "head", "options", "parameters", "patch", "post", "put", "trace"];
pub(super) const OPERATION: &[&str] =
    &["callbacks", "operationId", "parameters", "requestBody", "responses", "security", "tags"];
pub(super) const PARAMETER: &[&str] =
    &["allowEmptyValue", "allowReserved", "content", "explode", "in", "name", "required", "schema", "style"];
pub(super) const BODY: &[&str] = &["content", "required"];
/// Links say what to do with a response, not what it is.
pub(super) const RESPONSE: &[&str] = &["content", "headers", "links"];
pub(super) const MEDIA_TYPE: &[&str] = &["encoding", "schema"];
pub(super) const ENCODING: &[&str] = &["allowReserved", "contentType", "explode", "style"];

/// The places of keywords that were not read, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Unread(BTreeMap<String, BTreeSet<String>>);

impl Unread {
    pub(super) fn append(&mut self, other: Self) {
        for (keyword, mut places) in other.0 {
            self.0.entry(keyword).or_default().append(&mut places);
        }
    }

    /// A warning for each place; the last of many says how many more there are.
    pub(super) fn warnings(self) -> impl Iterator<Item = Warning> {
        self.0.into_iter().flat_map(|(keyword, places)| {
            let more = places.len().saturating_sub(MOST);
            let warning = move |(index, pointer): (usize, String)| {
                let others = if index + 1 == MOST && more > 0 {
                    format!(", here and at {more} more places")
                } else {
                    String::new()
                };
                Warning::new(pointer, format!("`{keyword}` is not read: what it says is not checked{others}"))
            };
            places.into_iter().take(MOST).enumerate().map(warning)
        })
    }
}

impl Context {
    /// Tells of the keywords of a schema that are not read.
    pub(super) fn unread_in_schema(&mut self, schema: Element<'_>, at: &Pointer<'_>) {
        self.unread_unless(schema, at, |name| {
            SCHEMA.contains(&name) || Keyword::named(name).is_some() || is_applicator(name)
        });
        for (name, _) in schema.members().filter(|(name, value)| !has_form(name, *value)) {
            self.unread(name, at);
        }
    }

    /// Tells of the members of an object of OpenAPI that are not read.
    pub(super) fn unread_in(&mut self, object: Element<'_>, at: &Pointer<'_>, read: &[&str]) {
        self.unread_unless(object, at, |name| read.contains(&name));
    }

    /// Tells that a member is not read here, although elsewhere it is.
    pub(super) fn unread(&mut self, name: &str, at: &Pointer<'_>) {
        self.unread.0.entry(name.to_owned()).or_default().insert(at.key(name).to_string());
    }

    fn unread_unless(&mut self, object: Element<'_>, at: &Pointer<'_>, is_read: impl Fn(&str) -> bool) {
        for (name, _) in object.members().filter(|(name, _)| !is_read(name) && !is_annotation(name)) {
            self.unread(name, at);
        }
    }
}

/// Whether a member says nothing of which values are right.
pub(super) fn is_annotation(name: &str) -> bool {
    name.starts_with("x-") || ANNOTATIONS.contains(&name)
}

fn is_applicator(name: &str) -> bool {
    applicator::TABLE.iter().any(|row| row.0 == name)
}

/// Whether a keyword of a schema has a value that can be read; `null` counts as absent.
fn has_form(name: &str, value: Element<'_>) -> bool {
    value.is_null()
        || match name {
            "properties" => value.is_object(),
            "required" => value.is_array() && value.items().all(|name| name.as_str().is_some()),
            "allOf" | "anyOf" | "enum" | "oneOf" => value.is_array(),
            "nullable" => value.as_bool().is_some(),
            name => match applicator::TABLE.iter().find(|row| row.0 == name) {
                Some((_, Layout::List)) => value.is_array(),
                Some((_, Layout::Map)) => value.is_object(),
                _ => true,
            },
        }
}

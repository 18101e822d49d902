//! What a document says of modelled elements beside the facts that are compared.
//!
//! Facts come from what the reader knows. A keyword that it does not know would be no difference, however much it
//! matters; so every member of a modelled element is looked at here: it is read, left out on purpose, or a difference.

use contract::Projection;
use contract::facts::{Difference, Subject};
use contract::keyword::Keyword;
use serde_json::{Map, Value};

use super::compare::LeftOut;

/// Members whose value is text for people.
const PROSE: &[&str] = &["description", "summary", "title", "example", "examples"];

/// Members whose value is one element, or a list of elements.
const ELEMENTS: &[&str] = &["schema", "items", "not", "allOf", "anyOf", "oneOf", "parameters", "requestBody"];

/// Members whose value maps names to elements.
const NAMED: &[&str] = &["properties", "responses", "content"];

/// Members that the reader takes as they are.
const READ: &[&str] = &[
    "$ref",
    "deprecated",
    "enum",
    "in",
    "name",
    "nullable",
    "operationId",
    "required",
    "security",
    "type",
    "x-immich-admin-only",
    "x-immich-history",
    "x-immich-lifecycle",
    "x-immich-permission",
];

/// Looks at everything that a document says of the operations and schemas that the models have at a release.
pub(crate) fn look(models: Projection<'_>, document: &Value) -> (LeftOut, Vec<Difference>) {
    let mut look = Look::default();
    for operation in models.operations() {
        let path = operation.path_at(models.release);
        let item = document.get("paths").and_then(|paths| paths.get(path));
        if let Some(found) = item.and_then(|item| item.get(operation.method.key())) {
            look.element(&format!("{} {path}", operation.method), found);
        }
    }
    for (name, _) in models.components() {
        if let Some(found) = document.pointer("/components/schemas").and_then(|schemas| schemas.get(name)) {
            look.element(name, found);
        }
    }
    (look.left_out, look.unread)
}

#[derive(Default)]
struct Look {
    left_out: LeftOut,
    unread: Vec<Difference>,
}

impl Look {
    /// An element, or a list of such.
    fn element(&mut self, place: &str, element: &Value) {
        match element {
            Value::Object(members) => self.members(place, members),
            Value::Array(elements) => elements.iter().for_each(|one| self.element(place, one)),
            _ => {}
        }
    }

    fn members(&mut self, place: &str, members: &Map<String, Value>) {
        for (key, value) in members {
            let inside = || format!("{place} {key}");
            match key.as_str() {
                "tags" => self.left_out.deprecated_tags += deprecated_tags(value),
                "x-immich-state" => self.left_out.states += 1,
                "x-rebuilt" => self.left_out.rebuilt += 1,
                "additionalProperties" => self.element(&inside(), value),
                key if PROSE.contains(&key) => self.left_out.prose += 1,
                key if ELEMENTS.contains(&key) => self.element(&inside(), value),
                key if NAMED.contains(&key) => self.each(&inside(), value),
                key if READ.contains(&key) || Keyword::named(key).is_some() => {}
                key => self.unread.push(unknown(place, key, value)),
            }
        }
    }

    fn each(&mut self, place: &str, map: &Value) {
        for (name, element) in map.as_object().into_iter().flatten() {
            self.element(&format!("{place} {name}"), element);
        }
    }
}

fn deprecated_tags(tags: &Value) -> usize {
    tags.as_array().into_iter().flatten().filter(|tag| *tag == "Deprecated").count()
}

fn unknown(place: &str, key: &str, value: &Value) -> Difference {
    let subject = Subject { element: place.to_owned(), aspect: format!("`{key}`, which is not read") };
    Difference { subject, left: None, right: Some(value.clone()) }
}

//! The keywords that judge a value by itself: formats, patterns, bounds, counts, constants.
//!
//! The reference judges them, as it does in a check at one release, so that the two cannot differ. Each set of
//! keywords is compiled once, however many places have it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use contract::keyword::Keywords;
use contract::{EnumValue, Kind, Node, ReleaseSet};
use reference::Validator;
use serde_json::{Map, Value, json};

use crate::engine::fits_range;

/// Keywords of the table that say nothing about whether a value is right.
const SILENT: [&str; 3] = ["readOnly", "writeOnly", "default"];

/// What is compiled of a contract; nothing where there is nothing to ask, or it cannot be compiled.
#[derive(Default)]
pub(super) struct Leaves {
    /// By the address of the keywords: the contract is borrowed as long as this lives.
    keywords: HashMap<usize, Option<Arc<Validator>>>,
    /// By their text.
    compiled: HashMap<String, Option<Arc<Validator>>>,
}

impl Leaves {
    /// Whether a value fits the plain facts of a node.
    pub(super) fn hold(&mut self, node: &Node, value: &Value) -> bool {
        if node.keywords.is_empty() {
            return true;
        }
        let key = std::ptr::from_ref(&node.keywords) as usize;
        let validator = match self.keywords.entry(key) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(compiled(&mut self.compiled, &judging(&node.keywords))),
        };
        validator.as_ref().is_none_or(|validator| validator.is_valid(value)) && is_in_range(node, value)
    }

    /// The releases at which the enum of a node, if it has one, has a value.
    pub(super) fn values(&mut self, node: &Node, value: &Value) -> ReleaseSet {
        let lives = |values: &mut dyn Iterator<Item = &EnumValue>| {
            values.fold(ReleaseSet::NONE, |lives, value| lives | value.life)
        };
        // At a release at which no value lives the schema has no enum.
        let has_enum = lives(&mut node.values.iter());
        if node.values.is_empty() || (value.is_null() && node.nullable) {
            return ReleaseSet::ALL;
        }
        let mut equal = node.values.iter().filter(|one| self.is_equal(&one.value, value));
        lives(&mut equal) | !has_enum
    }

    /// Whether two values are the same to JSON Schema, to which 1 and 1.0 are.
    fn is_equal(&mut self, known: &Value, value: &Value) -> bool {
        match (known, value) {
            (Value::String(known), Value::String(text)) => known == text,
            (Value::String(_), _) | (_, Value::String(_)) => false,
            _ => compiled(&mut self.compiled, &json!({"const": known}))
                .is_some_and(|validator| validator.is_valid(value)),
        }
    }
}

fn compiled(known: &mut HashMap<String, Option<Arc<Validator>>>, schema: &Value) -> Option<Arc<Validator>> {
    if schema.as_object().is_some_and(Map::is_empty) {
        return None;
    }
    let compile = || reference::compile(schema).ok().map(Arc::new);
    known.entry(schema.to_string()).or_insert_with(compile).clone()
}

/// The keywords that judge, as a schema.
fn judging(keywords: &Keywords) -> Value {
    let judging = keywords.iter().filter(|(keyword, _)| !SILENT.contains(&keyword.name()));
    Value::Object(judging.map(|(keyword, value)| (keyword.name().to_owned(), value.clone())).collect())
}

/// JSON Schema's formats are for strings; int32 and int64 are OpenAPI's.
fn is_in_range(node: &Node, value: &Value) -> bool {
    let integer = value.is_number() && node.kind == Some(Kind::Integer) && Kind::Integer.admits(value);
    !integer || node.keywords.text("format").is_none_or(|format| fits_range(format, value))
}

//! The keywords of JSON Schema 2020-12 with schemas below them that no part of the toolkit takes apart.
//!
//! They are read, written and projected as all else is; what they have against a value the `jsonschema` crate says. One
//! table: a row is all that a further keyword of this kind needs.

use serde_json::{Map, Value};

use crate::Schema;

/// How the schemas of a keyword are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One schema.
    Single,
    /// A list of schemas.
    List,
    /// Schemas by name or pattern.
    Map,
}

/// The keywords, each with its layout.
pub(crate) const TABLE: [(&str, Layout); 10] = [
    ("contains", Layout::Single),
    ("dependentSchemas", Layout::Map),
    ("else", Layout::Single),
    ("if", Layout::Single),
    ("patternProperties", Layout::Map),
    ("prefixItems", Layout::List),
    ("propertyNames", Layout::Single),
    ("then", Layout::Single),
    ("unevaluatedItems", Layout::Single),
    ("unevaluatedProperties", Layout::Single),
];

/// A schema below such a keyword.
#[derive(Clone, Debug, PartialEq)]
pub struct Applicator {
    /// The keyword.
    pub keyword: &'static str,
    /// The name or pattern that the schema stands under, where the keyword has such.
    pub key: Option<String>,
    /// The schema.
    pub schema: Schema,
}

/// Writes applicators as the members of a schema.
pub(crate) fn members(applicators: &[Applicator], write: impl Fn(&Schema) -> Value) -> Map<String, Value> {
    let mut all = Map::new();
    for Applicator { keyword, key, schema } in applicators {
        let schema = write(schema);
        let layout = TABLE.iter().find(|row| row.0 == *keyword).map_or(Layout::Single, |row| row.1);
        let empty = match layout {
            Layout::Single => Value::Null,
            Layout::List => Value::Array(Vec::new()),
            Layout::Map => Value::Object(Map::new()),
        };
        match (all.entry((*keyword).to_owned()).or_insert(empty), key) {
            (Value::Array(list), _) => list.push(schema),
            (Value::Object(map), Some(key)) => drop(map.insert(key.clone(), schema)),
            (single, _) => *single = schema,
        }
    }
    all
}

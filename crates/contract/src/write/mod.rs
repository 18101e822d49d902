//! Writers: contracts become documents.

mod annotated;
mod json_schema;
mod node;
mod openapi;

pub use annotated::{annotated, annotated_files};
pub use json_schema::{json_schema, json_schema_of, json_schema_within};
pub use openapi::openapi;

use serde_json::{Map, Value};

/// An object from the entries that are there, in this order.
fn object<'k>(entries: impl IntoIterator<Item = (&'k str, Option<Value>)>) -> Value {
    let some = entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(some.collect::<Map<_, _>>())
}

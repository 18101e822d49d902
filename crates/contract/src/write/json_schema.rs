//! Writes plain JSON Schema 2020-12: the projection to one release.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::node::{Dialect, extended};
use super::object;
use crate::{Node, Projection, ReleaseSource, Schema};

/// The schema of one component with all that it refers to, or nothing where the release has no such component.
pub fn json_schema(view: Projection<'_>, name: &str) -> Option<Value> {
    view.contract.component(name).filter(|component| component.life.contains(view.release))?;
    let is_of_clients = view.contract.has_releases && view.release.source() == ReleaseSource::Clients;
    let head = object([
        ("$schema", Some(json!("https://json-schema.org/draft/2020-12/schema"))),
        ("title", Some(json!(format!("{name} at {}", view.release)))),
        ("$comment", is_of_clients.then(|| json!("put together from generated clients, not from upstream's document"))),
    ]);
    let body = json_schema_of(view, &Schema::always(Node::to(name)));
    Some(extended(head, body.as_object().cloned().unwrap_or_default()))
}

/// Any schema of the contract with all that it refers to, as a document of its own.
pub fn json_schema_of(view: Projection<'_>, schema: &Schema) -> Value {
    let names = reached(view, schema, usize::MAX).unwrap_or_default();
    written(view, schema, &names)
}

/// The same where it refers to at most so many components; else the schema alone.
pub fn json_schema_within(view: Projection<'_>, schema: &Schema, most: usize) -> Value {
    let names = reached(view, schema, most).unwrap_or_default();
    written(view, schema, &names)
}

fn written(view: Projection<'_>, schema: &Schema, names: &BTreeSet<&str>) -> Value {
    let dialect = Dialect::JsonSchema(view.release);
    let component = |name: &&str| Some(((*name).to_owned(), dialect.schema(&view.contract.component(name)?.schema)));
    let defs: Map<String, Value> = names.iter().filter_map(component).collect();
    let mut more = Map::new();
    if !defs.is_empty() {
        more.insert("$defs".to_owned(), Value::Object(defs));
    }
    extended(dialect.schema(schema), more)
}

/// The names of all components that a schema refers to, directly or not; nothing where they are more than that.
fn reached<'c>(view: Projection<'c>, schema: &'c Schema, most: usize) -> Option<BTreeSet<&'c str>> {
    let mut names = BTreeSet::new();
    let mut open: Vec<&Node> = schema.at(view.release).into_iter().collect();
    while let Some(node) = open.pop() {
        if let Some(name) = &node.reference
            && names.insert(name.as_str())
        {
            open.extend(view.component(name));
        }
        if names.len() > most {
            return None;
        }
        open.extend(view.properties(node).filter_map(|property| property.schema.at(view.release)));
        open.extend(node.structure().filter_map(|schema| schema.at(view.release)));
    }
    Some(names)
}

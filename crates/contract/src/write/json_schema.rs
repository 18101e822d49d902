//! Writes plain JSON Schema 2020-12: the projection to one release.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::node::{Dialect, extended};
use crate::{Node, Projection, Schema};

/// The schema of one component with all that it refers to, or nothing where the release has no such component.
pub fn json_schema(view: Projection<'_>, name: &str) -> Option<Value> {
    view.contract.component(name).filter(|component| component.life.contains(view.release))?;
    let head = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("{name} at {}", view.release),
    });
    let body = json_schema_of(view, &Schema::always(Node::to(name)));
    Some(extended(head, body.as_object().cloned().unwrap_or_default()))
}

/// Any schema of the contract with all that it refers to, as a document of its own.
pub fn json_schema_of(view: Projection<'_>, schema: &Schema) -> Value {
    let mut names = BTreeSet::new();
    schema.at(view.release).into_iter().for_each(|node| reach(view, node, &mut names));
    let dialect = Dialect::JsonSchema(view.release);
    let component = |name: &String| Some((name.clone(), dialect.schema(&view.contract.component(name)?.schema)));
    let defs: Map<String, Value> = names.iter().filter_map(component).collect();
    let mut more = Map::new();
    if !defs.is_empty() {
        more.insert("$defs".to_owned(), Value::Object(defs));
    }
    extended(dialect.schema(schema), more)
}

/// Adds the names of all components that a node refers to, directly or not.
fn reach(view: Projection<'_>, node: &Node, names: &mut BTreeSet<String>) {
    let mut open: Vec<&Node> = vec![node];
    while let Some(node) = open.pop() {
        if let Some(name) = &node.reference
            && names.insert(name.clone())
        {
            open.extend(view.component(name));
        }
        open.extend(view.properties(node).filter_map(|property| property.schema.at(view.release)));
        open.extend(node.structure().filter_map(|schema| schema.at(view.release)));
    }
}

//! Writes plain JSON Schema 2020-12: the projection to one release.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::node::Dialect;
use crate::{Node, Projection};

/// The schema of one component with all that it refers to, or nothing where the release has no such component.
pub fn json_schema(view: Projection<'_>, name: &str) -> Option<Value> {
    let component = view.contract.component(name).filter(|component| component.life.contains(view.release))?;
    let mut names = BTreeSet::from([name.to_owned()]);
    reach(view, component.schema.at(view.release)?, &mut names);
    let dialect = Dialect::JsonSchema(view.release);
    let schemas =
        names.iter().filter_map(|name| Some((name.clone(), dialect.schema(&view.contract.component(name)?.schema))));
    Some(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("{name} at {}", view.release),
        "$ref": format!("#/$defs/{}", crate::pointer::escape(name)),
        "$defs": schemas.collect::<Map<_, _>>(),
    }))
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

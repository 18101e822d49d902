//! The JSON Schema of `immich-contract.toml`, for editors.

use report::Rule;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::file::File;

/// The schema of a configuration that may name these rules.
pub fn schema<'r>(rules: impl Iterator<Item = &'r Rule>) -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<File>().to_value();
    let choices: Vec<Value> = rules.flat_map(named).collect();
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".to_owned(), json!("immich-contract.toml"));
        let definitions = object.entry("$defs").or_insert_with(|| Value::Object(Map::new()));
        if let Some(definitions) = definitions.as_object_mut() {
            definitions.insert("RuleId".to_owned(), json!({"description": "The id of a rule.", "oneOf": choices}));
        }
    }
    schema
}

/// A rule by its id, and by those that it had before.
fn named(rule: &Rule) -> Vec<Value> {
    let own = json!({"const": rule.id(), "title": rule.title()});
    let former = rule.aliases().iter().map(|id| json!({"const": id, "title": format!("now {}", rule.id())}));
    std::iter::once(own).chain(former).collect()
}

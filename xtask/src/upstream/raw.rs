//! Schemas and values as they are written in a `#[shape]`: what no Rust type says.

use contract::{Additional, Contract, Node, Projection, Release, Schema, write};
use serde_json::Value;

use super::decisions;

/// What a node says beside its type, and beside members, items and choices.
pub(crate) fn keywords(contract: &Contract, release: Option<Release>, node: &Node) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    if !node.values.is_empty() {
        let values: Vec<String> = node.values.iter().map(|value| literal(&value.value)).collect();
        all.push(("enum".to_owned(), format!("[{}]", values.join(", "))));
    }
    all.extend(node.keywords.iter().map(|(keyword, value)| (keyword.name().to_owned(), literal(value))));
    match &node.additional {
        Additional::Unspecified => {}
        Additional::Forbidden => all.push(("additionalProperties".to_owned(), "false".to_owned())),
        Additional::Schema(schema) => {
            let node = schema.constant().cloned().unwrap_or_default();
            all.push(("additionalProperties".to_owned(), json(contract, release, node).to_string()));
        }
    }
    all
}

/// All that a node says, each part as a keyword.
pub(crate) fn whole(contract: &Contract, release: Option<Release>, node: &Node) -> Vec<(String, String)> {
    let node = Node { nullable: false, ..node.clone() };
    let json = json(contract, release, node);
    json.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), literal(value))).collect()
}

/// A node as JSON Schema.
fn json(contract: &Contract, release: Option<Release>, node: Node) -> Value {
    let release = release.unwrap_or(Release::latest());
    let mut schema = write::json_schema_of(Projection { contract, release }, &Schema::always(node));
    if let Some(members) = schema.as_object_mut() {
        members.shift_remove("$defs");
    }
    schema
}

/// A JSON value as a Rust expression inside `json!`.
fn literal(value: &Value) -> String {
    if let Some((_, name)) = decisions::constants().iter().find(|(known, _)| known == value) {
        return (*name).to_owned();
    }
    match value {
        Value::String(text) if text.contains('\\') && !text.contains('"') => format!("r\"{text}\""),
        Value::String(text) => format!("{text:?}"),
        Value::Number(number) => number.as_i64().map_or_else(|| number.to_string(), integer),
        other => other.to_string(),
    }
}

/// An integer with its thousands apart, of 64 bits where 32 are too few.
fn integer(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len() > 4 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    let sign = if number < 0 { "-" } else { "" };
    let suffix = if i32::try_from(number).is_ok() { "" } else { "_i64" };
    format!("{sign}{grouped}{suffix}")
}

//! Query, path, header and form values are text; a schema wants types. Text becomes the type that the schema names,
//! where it can be read as one, and stays a string where it cannot.

use std::collections::BTreeMap;

use contract::{Kind, Node, Projection, ReleaseSet, Schema};
use serde_json::{Map, Number, Value};

use crate::engine::ApplicableSchemas;

/// The value that one or more texts under one name stand for. Arrays repeat the name; anything else has one text.
pub(crate) fn typed(view: Projection<'_>, schema: &Schema, texts: &[&str]) -> Value {
    let array = Value::Array(texts.iter().map(|text| Value::from(*text)).collect());
    typed_at(view, &root(view, schema, &array), texts)
}

/// The JSON of the value that a text stands for, where the schema names strings only and the text needs no escape.
pub(crate) fn quoted(view: Projection<'_>, schema: &Schema, text: &str) -> Option<String> {
    let is_plain = json_runs::run_end(text.as_bytes(), 0) == text.len();
    (is_plain && is_of_strings(view, schema)).then(|| format!("\"{text}\""))
}

/// Whether a schema, or the component that it refers to, names the type string and has no alternatives.
fn is_of_strings(view: Projection<'_>, schema: &Schema) -> bool {
    let is_single = |node: &Node| node.all_of.is_empty() && node.any_of.is_empty() && node.one_of.is_empty();
    let Some(node) = schema.at(view.release).filter(|node| is_single(node)) else { return false };
    let named = node.reference.as_ref().and_then(|name| view.component(name)).filter(|node| is_single(node));
    let node = named.unwrap_or(node);
    node.reference.is_none() && node.kind == Some(Kind::String)
}

fn root<'c>(view: Projection<'c>, schema: &'c Schema, value: &Value) -> ApplicableSchemas<'c> {
    ApplicableSchemas::root(view.contract, schema, ReleaseSet::only(view.release), value)
}

fn typed_at<'c>(view: Projection<'c>, schemas: &ApplicableSchemas<'c>, texts: &[&str]) -> Value {
    let is = |kind: Kind| schemas.nodes().any(|applied| applied.node.kind == Some(kind));
    match texts {
        _ if is(Kind::Array) => {
            let items = texts.iter().map(|text| single(&schemas.item(view.contract, &Value::from(*text)), text));
            items.collect()
        }
        [text] => single(schemas, text),
        several => several.iter().map(|text| single(schemas, text)).collect(),
    }
}

fn single(schemas: &ApplicableSchemas<'_>, text: &str) -> Value {
    let mut kinds = schemas.nodes().filter_map(|applied| applied.node.kind);
    let read = kinds.find_map(|kind| match kind {
        Kind::Integer | Kind::Number => serde_json::from_str::<Number>(text).ok().map(Value::Number),
        Kind::Boolean => text.parse::<bool>().ok().map(Value::Bool),
        _ => None,
    });
    read.unwrap_or_else(|| Value::from(text))
}

/// The object that the fields of a form stand for.
pub(crate) fn form<'f>(
    view: Projection<'_>,
    schema: &Schema,
    fields: impl IntoIterator<Item = (&'f str, &'f str)>,
) -> Value {
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, text) in fields {
        names.entry(name).or_default().push(text);
    }
    let object = root(view, schema, &Value::Object(Map::new()));
    let field = |(name, texts): (&str, Vec<&str>)| {
        let array = Value::Array(texts.iter().map(|text| Value::from(*text)).collect());
        let member = object.member(view.contract, name, &array).schemas;
        let value = complex(view, &member, &texts).unwrap_or_else(|| typed_at(view, &member, &texts));
        (name.to_owned(), value)
    };
    Value::Object(names.into_iter().map(field).collect())
}

/// The value of a field that is an object or an array of objects: OpenAPI sends those as JSON, an array either whole or
/// one item a field.
fn complex<'c>(view: Projection<'c>, schemas: &ApplicableSchemas<'c>, texts: &[&str]) -> Option<Value> {
    let is_object =
        |schemas: &ApplicableSchemas<'_>| schemas.nodes().any(|applied| applied.node.kind == Some(Kind::Object));
    let read = |text: &&str| serde_json::from_str::<Value>(text).ok();
    if is_object(schemas) {
        return if let [text] = texts { read(text) } else { None };
    }
    if !is_object(&schemas.item(view.contract, &Value::Object(Map::new()))) {
        return None;
    }
    let items: Vec<Value> = texts.iter().map(read).collect::<Option<_>>()?;
    Some(match <[Value; 1]>::try_from(items) {
        Ok([whole @ Value::Array(_)]) => whole,
        Ok([item]) => Value::Array(vec![item]),
        Err(items) => Value::Array(items),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::{Contract, Release, read};
    use serde_json::json;

    fn contract(schema: &Value) -> Contract {
        read::annotated(&json!({"$defs": {"X": schema}})).unwrap().contract
    }

    fn read_as(schema: &Value, texts: &[&str]) -> Value {
        let contract = contract(schema);
        let view = Projection { contract: &contract, release: Release::LATEST };
        typed(view, &contract.component("X").unwrap().schema, texts)
    }

    #[test]
    fn texts_become_what_the_schema_names() {
        for (schema, texts, value) in [
            (json!({"type": "number"}), vec!["3"], json!(3)),
            (json!({"type": "number"}), vec!["1e2"], json!(100.0)),
            (json!({"type": "number"}), vec!["0x10"], json!("0x10")),
            (json!({"type": "number"}), vec![""], json!("")),
            (json!({"type": "number"}), vec!["1", "2"], json!([1, 2])),
            (json!({"type": "string"}), vec!["3"], json!("3")),
            (json!({"type": "boolean"}), vec!["true"], json!(true)),
            (json!({"type": "boolean"}), vec!["yes"], json!("yes")),
            (json!({"type": "array", "items": {"type": "integer"}}), vec!["7"], json!([7])),
            (json!({"type": "array", "items": {"type": "string"}}), vec!["a", "b"], json!(["a", "b"])),
        ] {
            assert_eq!(read_as(&schema, &texts), value, "{schema} {texts:?}");
        }
    }

    #[test]
    fn what_is_quoted_is_what_a_text_stands_for() {
        for (schema, texts) in
            [(json!({"type": "string"}), vec!["3", "true", "", "ü"]), (json!({"$ref": "#/$defs/Y"}), vec!["3"])]
        {
            let contract = read::annotated(&json!({"$defs": {"X": schema, "Y": {"type": "string"}}})).unwrap().contract;
            let view = Projection { contract: &contract, release: Release::LATEST };
            let schema = &contract.component("X").unwrap().schema;
            for text in texts {
                let quoted = quoted(view, schema, text).unwrap();
                assert_eq!(serde_json::from_str::<Value>(&quoted).unwrap(), typed(view, schema, &[text]), "{text}");
            }
            assert_eq!(quoted(view, schema, "a\"b"), None);
        }
        for schema in [json!({"type": "number"}), json!({}), json!({"anyOf": [{"type": "string"}]})] {
            let contract = contract(&schema);
            let view = Projection { contract: &contract, release: Release::LATEST };
            assert_eq!(quoted(view, &contract.component("X").unwrap().schema, "3"), None, "{schema}");
        }
    }

    #[test]
    fn forms_become_objects() {
        let contract = contract(&json!({"type": "object", "properties": {
            "size": {"type": "integer"}, "ids": {"type": "array", "items": {"type": "string"}},
        }}));
        let view = Projection { contract: &contract, release: Release::LATEST };
        let fields = [("size", "3"), ("ids", "a"), ("other", "1")];
        let value = form(view, &contract.component("X").unwrap().schema, fields);
        assert_eq!(value, json!({"size": 3, "ids": ["a"], "other": "1"}));
    }

    #[test]
    fn objects_in_forms_are_json() {
        let object = json!({"type": "object", "properties": {"key": {"type": "string"}}});
        let contract = contract(&json!({"type": "object", "properties": {
            "one": object, "many": {"type": "array", "items": object}, "text": {"type": "string"},
        }}));
        let view = Projection { contract: &contract, release: Release::LATEST };
        for (fields, expected) in [
            (vec![("one", r#"{"key": "a"}"#)], json!({"one": {"key": "a"}})),
            (vec![("many", r#"[{"key": "a"}]"#)], json!({"many": [{"key": "a"}]})),
            (vec![("many", r#"{"key": "a"}"#)], json!({"many": [{"key": "a"}]})),
            (vec![("many", r#"{"key": "a"}"#), ("many", "{}")], json!({"many": [{"key": "a"}, {}]})),
            (vec![("many", "nope")], json!({"many": ["nope"]})),
            (vec![("one", "nope")], json!({"one": "nope"})),
            (vec![("text", r#"{"key": "a"}"#)], json!({"text": r#"{"key": "a"}"#})),
        ] {
            assert_eq!(form(view, &contract.component("X").unwrap().schema, fields.clone()), expected, "{fields:?}");
        }
    }
}

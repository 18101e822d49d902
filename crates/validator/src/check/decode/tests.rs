//! What texts stand for, without an exchange around them.

use contract::{Contract, Release, ReleaseSet, read};
use serde_json::json;

use super::*;
use crate::exchange::{Body, Url};

/// A contract whose one operation has the parameter or the body that a part of an OpenAPI document describes.
fn contract(operation: &Value) -> Contract {
    let mut operation = operation.clone();
    operation["responses"] = json!({"200": {"description": ""}});
    let document = json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"},
        "paths": {"/x/{color}": {"post": operation}}});
    read::openapi(document.to_string().as_bytes()).unwrap().contract
}

fn decoded_by<T>(contract: &Contract, read: impl FnOnce(&mut Decoder<'_, '_>) -> T) -> T
where
    T: 'static,
{
    let mut engine = Engine::new(contract);
    let view = Projection { contract, release: Release::latest() };
    read(&mut Decoder { view, engine: &mut engine })
}

/// The value of a query, as the parameter `color` reads it.
fn of_query(schema: &Value, query: &str) -> Decoded {
    let contract = contract(&json!({"parameters": [{"name": "color", "in": "query", "schema": schema}]}));
    let url = Url::parse(&format!("/x/1?{query}"));
    let mut engine = Engine::new(&contract);
    let view = Projection { contract: &contract, release: Release::latest() };
    let parameter = &contract.operations[0].parameters[0];
    let given = of_parameter(view, parameter, &super::query(&url), &|_| false);
    Decoder { view, engine: &mut engine }.parameter(parameter, &given)
}

#[test]
fn texts_become_what_the_schema_names() {
    let numbers = json!({"type": "array", "items": {"type": "integer"}});
    let number_or_word = json!({"anyOf": [{"type": "integer", "minimum": 100}, {"type": "string"}]});
    let list_or_word =
        json!({"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "string", "enum": ["all"]}]});
    for (schema, query, value) in [
        (json!({"type": "number"}), "color=3", json!(3)),
        (json!({"type": "number"}), "color=1e2", json!(100.0)),
        (json!({"type": "number"}), "color=0x10", json!("0x10")),
        (json!({"type": "number"}), "color=", json!("")),
        (json!({"type": "number"}), "color=1&color=2", json!([1, 2])),
        (json!({"type": "string"}), "color=3", json!("3")),
        (json!({"type": "boolean"}), "color=true", json!(true)),
        (json!({"type": "boolean"}), "color=yes", json!("yes")),
        (json!({"enum": [1, 2]}), "color=2", json!(2)),
        (json!({"enum": ["1", "2"]}), "color=2", json!("2")),
        (json!({}), "color=2", json!("2")),
        (json!({"minimum": 3}), "color=2", json!("2")),
        (numbers.clone(), "color=7", json!([7])),
        (numbers, "color=7&color=x", json!([7, "x"])),
        (json!({"type": "array", "items": {"type": "string"}}), "color=a&color=3", json!(["a", "3"])),
        (number_or_word.clone(), "color=100", json!(100)),
        (number_or_word, "color=99", json!("99")),
        (list_or_word.clone(), "color=1", json!([1])),
        (list_or_word.clone(), "color=all", json!("all")),
        (list_or_word, "color=x", json!(["x"])),
    ] {
        assert_eq!(of_query(&schema, query), Decoded::of(value), "{schema} {query}");
    }
}

#[test]
fn what_is_quoted_is_what_a_text_stands_for() {
    for (schema, text, is_quoted) in [
        (json!({"type": "string"}), "3", true),
        (json!({"type": "string"}), "", true),
        (json!({"type": "string"}), "%C3%BC", true),
        (json!({"type": "string"}), "a%22b", false),
        (json!({"type": "number"}), "3", false),
        (json!({}), "3", false),
        (json!({"anyOf": [{"type": "string"}]}), "3", false),
    ] {
        let contract = contract(&json!({"parameters": [{"name": "color", "in": "query", "schema": schema}]}));
        let view = Projection { contract: &contract, release: Release::latest() };
        let given = [("color".to_owned(), Encoded::new(text, Coding::Query))];
        let quoted = quoted(view, &contract.operations[0].parameters[0], &given);
        assert_eq!(quoted.is_some(), is_quoted, "{schema} {text}");
        if let Some(quoted) = quoted {
            let value: Value = serde_json::from_str(&quoted).unwrap();
            assert_eq!(Decoded::of(value), of_query(&schema, &format!("color={text}")));
        }
    }
}

/// The object that an urlencoded form stands for.
fn of_form(properties: &Value, encoding: &Value, body: &str) -> Decoded {
    let schema = json!({"type": "object", "properties": properties});
    let media = json!({"schema": schema, "encoding": encoding});
    let contract = contract(&json!({"requestBody": {"content": {"application/x-www-form-urlencoded": media}}}));
    decoded_by(&contract, |decoder| {
        let media = &decoder.view.contract.operations[0].body.as_ref().unwrap().content[0];
        let body = Body::Text(body.to_owned());
        let fields = fields(&media.media_type, &body).unwrap();
        decoder.form(media.schema.as_ref().unwrap(), media, &fields)
    })
}

#[test]
fn forms_become_objects() {
    let numbers = json!({"type": "array", "items": {"type": "integer"}});
    let properties = json!({"size": {"type": "integer"}, "ids": numbers, "csv": numbers, "deep": {"type": "object",
        "properties": {"a": {"type": "integer"}}}, "at": {"type": "string"}});
    let encoding = json!({"csv": {"explode": false}, "deep": {"style": "deepObject", "explode": true},
        "at": {"allowReserved": true}});
    for (body, value) in [
        ("size=3&ids=1&other=1", json!({"size": 3, "ids": [1], "other": "1"})),
        ("ids=1&ids=2&csv=3,4", json!({"ids": [1, 2], "csv": [3, 4]})),
        ("csv=3%2C4", json!({"csv": [3, 4]})),
        ("deep%5Ba%5D=1&deep[b]=2", json!({"deep": {"a": 1, "b": "2"}})),
        ("at=10:00%2B01:00", json!({"at": "10:00+01:00"})),
        ("at=10:00+01:00", json!({"at": "10:00+01:00"})),
        ("", json!({})),
    ] {
        assert_eq!(of_form(&properties, &encoding, body), Decoded::of(value), "{body}");
    }
}

#[test]
fn objects_in_forms_are_json() {
    let object = json!({"type": "object", "properties": {"key": {"type": "string"}}});
    let properties = json!({"one": object, "many": {"type": "array", "items": object}, "text": {"type": "string"},
        "either": {"oneOf": [object, {"type": "string"}]}});
    let encoding = json!({"either": {"contentType": "application/json"}});
    for (body, value) in [
        (r#"one={"key": "a"}"#, json!({"one": {"key": "a"}})),
        (r#"many=[{"key": "a"}]"#, json!({"many": [{"key": "a"}]})),
        (r#"many={"key": "a"}"#, json!({"many": [{"key": "a"}]})),
        (r#"many={"key": "a"}&many={}"#, json!({"many": [{"key": "a"}, {}]})),
        (r#"text={"key": "a"}"#, json!({"text": r#"{"key": "a"}"#})),
        (r#"either={"key": "a"}"#, json!({"either": {"key": "a"}})),
        ("either=nope", json!({"either": "nope"})),
    ] {
        assert_eq!(of_form(&properties, &encoding, body), Decoded::of(value), "{body}");
    }
    for (body, pointer) in [("one=nope", "/one"), ("many=nope", "/many"), ("many=1&many=", "/many/1")] {
        let decoded = of_form(&properties, &encoding, body);
        let told: Vec<_> =
            decoded.violations(ReleaseSet::all()).into_iter().map(|one| (one.fact, one.pointer)).collect();
        assert_eq!(told, [(Fact::ValueNotJson, pointer.to_owned())], "{body}");
        assert!(!decoded.judges(pointer) && decoded.judges(""), "{body}");
    }
}

//! How parameters become text: what no style defines, and what only a parameter says of itself.

use contract::Contract;
use serde_json::{Value, json};

use crate::style_table::{FEW, MISSING, UNKNOWN};
use crate::{Told, reading_of, told};

/// An operation with parameters, and what was odd in its document.
pub(crate) fn reading(parameters: &Value) -> (Contract, Vec<String>) {
    let has_path = parameters.as_array().unwrap().iter().any(|parameter| parameter["in"] == "path");
    let path = if has_path { "/x/{color}" } else { "/x" };
    let operation = json!({"operationId": "x", "parameters": parameters, "responses": {"200": {"description": ""}}});
    reading_of(&json!({path: {"get": operation}}))
}

/// What is told of a request line with headers.
fn told_of(contract: &Contract, target: &str, headers: &Value) -> Told {
    told(
        contract,
        &json!({"method": "GET", "url": format!("http://h/api{target}"), "headers": headers}),
        &json!({"status": 200}),
    )
    .0
}

/// What is told of a text at the place of the parameter `color`.
pub(crate) fn told_at(contract: &Contract, place: &str, text: &str) -> Told {
    match place {
        "path" => told_of(contract, &format!("/x/{text}"), &json!([])),
        "query" => told_of(contract, &format!("/x?{text}"), &json!([])),
        "header" => told_of(contract, "/x", &json!([{"name": "Color", "value": text}])),
        _ => told_of(contract, "/x", &json!([{"name": "Cookie", "value": format!("a=b; {text}")}])),
    }
}

pub(crate) fn string() -> Value {
    json!({"type": "string", "enum": ["blue", ""]})
}

pub(crate) fn array() -> Value {
    json!({"type": "array", "items": {"type": "string", "enum": ["blue", "black", "brown"]}, "minItems": 3})
}

pub(crate) fn object() -> Value {
    let number = |value: u32| json!({"type": "integer", "enum": [value]});
    json!({"type": "object", "required": ["R", "G", "B"], "additionalProperties": false,
        "properties": {"R": number(100), "G": number(200), "B": number(150)}})
}

/// The rows that say "n/a", and what no row is of: told when the document is read, and nothing of it when it comes.
#[test]
fn what_no_style_defines_is_told_when_the_contract_is_read() {
    let nested = || json!({"type": "object", "properties": {"R": {"type": "array", "items": {"type": "integer"}}}});
    let lists = || json!({"type": "array", "items": array()});
    for (place, style, explode, schema, text) in [
        ("query", "spaceDelimited", false, string(), "color=red"),
        ("query", "spaceDelimited", true, array(), "color=red%20green"),
        ("query", "pipeDelimited", false, string(), "color=red"),
        ("query", "pipeDelimited", true, object(), "color=red"),
        ("query", "deepObject", true, string(), "color=red"),
        ("query", "deepObject", true, array(), "color[0]=red&color[1]=blue"),
        ("query", "deepObject", true, nested(), "color[R][]=x&color[R][]=y"),
        ("query", "deepObject", true, nested(), "color[R]=x"),
        ("query", "form", false, nested(), "color=R,x"),
        ("query", "form", true, nested(), "R=x"),
        ("query", "form", true, lists(), "color=red"),
        ("query", "matrix", false, array(), "color=red"),
        ("header", "form", false, array(), "red"),
        ("path", "deepObject", true, object(), "red"),
        ("cookie", "simple", false, array(), "color=red"),
    ] {
        let parameter = json!({"name": "color", "in": place, "required": true, "style": style, "explode": explode,
            "schema": schema});
        let (contract, warnings) = reading(&json!([parameter]));
        let [warning] = warnings.as_slice() else { unreachable!("{style} {explode} {schema}: {warnings:?}") };
        assert!(warning.contains("/parameters/0 OpenAPI does not define") && warning.contains(style), "{warning}");
        if !explode || style != "spaceDelimited" {
            let told: Told = told_at(&contract, place, text).into_iter().filter(|(rule, _)| *rule != FEW).collect();
            assert_eq!(told, [], "{place} {style} {explode} {text}");
        }
    }
}

#[test]
fn what_only_the_parameter_says() {
    let json = json!({"application/json": {"schema": {"type": "object", "required": ["n"],
        "properties": {"n": {"type": "integer"}}}}});
    let moment = json!({"type": "string", "format": "date-time"});
    let (contract, warnings) = reading(&json!([
        {"name": "filter", "in": "query", "content": json},
        {"name": "csv", "in": "query", "content": {"text/csv": {"schema": {"type": "array"}}}},
        {"name": "from", "in": "query", "schema": moment},
        {"name": "to", "in": "query", "schema": moment, "allowReserved": true},
        {"name": "strict", "in": "query", "schema": {"type": "boolean"}},
        {"name": "flag", "in": "query", "schema": {"type": "boolean"}, "allowEmptyValue": true},
        {"name": "names", "in": "query", "explode": false,
            "schema": {"type": "array", "items": {"enum": ["a,b", "c", "d"]}}},
        {"name": "page[size]", "in": "query", "schema": {"type": "integer"}},
        {"name": "Authorization", "in": "header", "required": true, "schema": {"type": "integer"}},
    ]));
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].contains("the parameter csv is `text/csv`"), "{warnings:?}");
    for (query, expected) in [
        ("", None),
        ("filter=%7B%22n%22%3A1%7D", None),
        ("filter=%7B%22n%22%3A%22x%22%7D", Some(("type-mismatch", "/filter/n"))),
        ("filter=%7B%7D", Some((MISSING, "/filter/n"))),
        ("filter=%7B", Some(("value-not-json", "/filter"))),
        ("csv=1,2", None),
        ("from=2024-05-01T10:00:00%2B02:00", None),
        ("from=2024-05-01T10:00:00+02:00", Some(("format-invalid", "/from"))),
        ("to=2024-05-01T10:00:00+02:00", None),
        ("to=yesterday", Some(("format-invalid", "/to"))),
        ("strict", Some(("type-mismatch", "/strict"))),
        ("strict=1", Some(("type-mismatch", "/strict"))),
        ("flag", None),
        ("flag=", None),
        ("flag=1", Some(("type-mismatch", "/flag"))),
        ("names=a%2Cb,c", None),
        ("names=c%2Cd", None),
        ("names=c,x", Some((UNKNOWN, "/names/1"))),
        ("page%5Bsize%5D=3", None),
        ("page[size]=x", Some(("type-mismatch", "/page[size]"))),
        ("page[other]=3", Some(("parameter-undeclared", "/page[other]"))),
    ] {
        let expected: Told = expected.into_iter().map(|(rule, at)| (rule, at.to_owned())).collect();
        assert_eq!(told_of(&contract, &format!("/x?{query}"), &json!([])), expected, "{query}");
    }
}

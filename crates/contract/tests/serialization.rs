//! How values become text: read from OpenAPI, kept by both ways of writing, and a fact of the projection.
#![expect(clippy::unwrap_used, reason = "a test stops where something is not there")]

use immich_contract_contract::facts::{Facts, Scope};
use immich_contract_contract::{Contract, Projection, Release, read, write};
use serde_json::{Value, json};

fn document(explode: bool) -> Value {
    let texts = json!({"type": "array", "items": {"type": "string"}});
    let encoding = json!({"x": {"contentType": "application/json"}, "y": {"explode": false}, "z": {}});
    json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"post": {
        "operationId": "a", "responses": {"200": {"description": ""}},
        "parameters": [
            {"name": "deep", "in": "query", "style": "deepObject", "explode": true, "schema": {"type": "object"}},
            {"name": "json", "in": "query", "content": {"application/json": {"schema": {"type": "object"}}}},
            {"name": "list", "in": "query", "explode": explode, "allowReserved": true, "schema": texts},
            {"name": "usual", "in": "query", "style": "form", "explode": true, "schema": texts},
            {"name": "flag", "in": "query", "allowEmptyValue": true, "schema": {"type": "boolean"}},
        ],
        "requestBody": {"content": {"application/x-www-form-urlencoded":
            {"schema": {"type": "object"}, "encoding": encoding}}}}}}})
}

fn contract_of(document: &Value) -> Contract {
    let reading = read::openapi(document.to_string().as_bytes()).unwrap();
    assert_eq!(reading.warnings, []);
    reading.contract
}

#[test]
fn only_what_is_not_usual_is_kept() {
    let contract = contract_of(&document(false));
    let told = |index: usize| contract.operations[0].parameters[index].serialization.as_ref().map(ToString::to_string);
    let all: Vec<Option<String>> = (0..5).map(told).collect();
    let expected = [
        Some("deepObject, exploded"),
        Some("application/json"),
        Some("form, reserved characters as they are"),
        None,
        None,
    ];
    assert_eq!(all, expected.map(|one| one.map(str::to_owned)));
    let encodings = &contract.operations[0].body.as_ref().unwrap().content[0].encodings;
    let encodings: Vec<String> =
        encodings.iter().map(|one| format!("{} {}", one.property, one.serialization)).collect();
    assert_eq!(encodings, ["x application/json", "y form"]);
}

#[test]
fn what_is_written_is_read_again() {
    let contract = contract_of(&document(false));
    let annotated = read::annotated(&write::annotated(&contract)).unwrap().contract;
    assert_eq!(annotated.operations, contract.operations);
    let view = Projection { contract: &contract, release: Release::latest() };
    let again = contract_of(&write::openapi(view));
    assert_eq!(again.operations[0].parameters, contract.operations[0].parameters);
    assert_eq!(again.operations[0].body, contract.operations[0].body);
}

#[test]
fn another_style_is_a_difference() {
    let (one, other) = (contract_of(&document(false)), contract_of(&document(true)));
    let facts =
        |contract: &Contract| Facts::of(Projection { contract, release: Release::latest() }, &Scope::of(contract));
    let differences = facts(&one).differences(&facts(&other));
    let elements: Vec<&str> = differences.iter().map(|one| one.subject.element.as_str()).collect();
    assert_eq!(elements, ["POST /a query list"]);
}

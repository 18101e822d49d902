//! What is not an OpenAPI 3.0 document to the `openapiv3` crate is none to us: documents with one thing wrong, asked of both.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

use contract::read;
use openapiv3::OpenAPI;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use testkit::material;

/// What may stand where something else belongs. Not `null`, which both let pass where nothing has to be.
fn wrong() -> impl Strategy<Value = Option<Value>> {
    let values = [json!(0), json!(-1.5), json!("text"), json!(true), json!([]), json!([1]), json!({}), json!({"a": 1})];
    let mut all: Vec<Option<Value>> = values.into_iter().map(Some).collect();
    // The member is taken away.
    all.push(None);
    proptest::sample::select(all)
}

/// An object of each kind that the specification has.
fn whole() -> Value {
    let schema = json!({
        "type": "object", "title": "T", "description": "D", "nullable": true, "required": ["a"], "deprecated": false,
        "properties": {"a": {"type": "string", "format": "f", "pattern": "p", "minLength": 1, "maxLength": 2, "enum": ["a"]},
            "b": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 2, "uniqueItems": true},
            "c": {"type": "number", "minimum": 1, "maximum": 2.5, "exclusiveMinimum": true, "multipleOf": 0.5},
            "d": {"oneOf": [{"type": "string"}], "discriminator": {"propertyName": "n", "mapping": {"m": "#/x"}}},
            "e": {"allOf": [{"$ref": "#/components/schemas/X"}], "readOnly": true},
            "f": {"not": {"type": "boolean"}, "writeOnly": true, "externalDocs": {"url": "u"}}},
        "additionalProperties": {"type": "string"}, "minProperties": 1, "maxProperties": 9,
    });
    let content = json!({"application/json": {"schema": schema, "examples": {"e": {"summary": "s", "value": 1}},
        "encoding": {"a": {"contentType": "text/plain", "explode": true, "headers": {"h": {"schema": {"type": "string"}}}}}}});
    let response = json!({"description": "d", "content": content, "headers": {"h": {"schema": {"type": "string"}}},
        "links": {"l": {"operationId": "o", "parameters": {"a": 1}, "description": "d"}}});
    let parameter = json!({"name": "n", "in": "query", "required": true, "schema": {"type": "string"}, "style": "form",
        "explode": true, "deprecated": false, "description": "d", "allowReserved": false});
    let server = json!({"url": "/api", "description": "d", "variables": {"v": {"default": "a", "enum": ["a"]}}});
    json!({
        "openapi": "3.0.0",
        "info": {"title": "t", "version": "1", "description": "d", "license": {"name": "n"}, "termsOfService": "t"},
        "servers": [server], "security": [{"key": []}], "tags": [{"name": "t", "externalDocs": {"url": "u"}}],
        "paths": {"/a/{n}": {"summary": "s", "servers": [server], "parameters": [parameter], "post": {
            "operationId": "o", "summary": "s", "description": "d", "tags": ["t"], "deprecated": false,
            "parameters": [{"$ref": "#/components/parameters/P"}], "security": [{"key": ["scope"]}],
            "requestBody": {"required": true, "content": content, "description": "d"},
            "responses": {"200": response, "default": {"$ref": "#/components/responses/R"}},
            "callbacks": {"c": {"{$url}": {"get": {"responses": {"200": {"description": "d"}}}}}}}}},
        "components": {"schemas": {"X": schema}, "responses": {"R": response}, "parameters": {"P": parameter},
            "requestBodies": {"B": {"content": content}}, "headers": {"H": {"schema": {"type": "string"}}},
            "examples": {"E": {"externalValue": "u"}}, "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "n", "description": "d"},
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
                "open": {"type": "openIdConnect", "openIdConnectUrl": "u"},
                "oauth": {"type": "oauth2", "flows": {"password": {"tokenUrl": "u", "scopes": {"s": "d"}}}}}},
    })
}

/// One operation of each of some documents, or one schema, as documents of their own.
fn cuttings() -> Vec<Value> {
    let mut all = vec![whole()];
    for (_, path) in material::upstream().unwrap_or_default().into_iter().step_by(25) {
        let document: Value = serde_json::from_slice(&material::bytes(&path)).unwrap();
        let paths = document.get("paths").and_then(Value::as_object).unwrap().iter().step_by(12);
        let schemas = document.pointer("/components/schemas").and_then(Value::as_object).unwrap();
        for ((path, item), (name, schema)) in paths.zip(schemas.iter().step_by(20)) {
            all.push(json!({"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {path: item},
                "components": {"schemas": {name: schema}}}));
        }
    }
    all
}

/// The pointers of all members and items, but not of what is free: values of examples, defaults, enums, extensions.
fn places(value: &Value, at: &str, out: &mut Vec<String>) {
    let free =
        |name: &str| matches!(name, "example" | "value" | "default" | "enum" | "openapi") || name.starts_with("x-");
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().filter(|(name, _)| !free(name)).map(|(n, v)| (n.clone(), v)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    for (token, value) in below {
        let pointer = format!("{at}/{}", contract::pointer::escape(&token));
        places(value, &pointer, out);
        out.push(pointer);
    }
}

fn spoilt(document: &Value, pointer: &str, wrong: Option<Value>) -> Value {
    let mut document = document.clone();
    if let Some(wrong) = wrong {
        *document.pointer_mut(pointer).unwrap() = wrong;
        return document;
    }
    let (above, token) = contract::pointer::split(pointer).unwrap();
    if let Some(members) = document.pointer_mut(above).and_then(Value::as_object_mut) {
        members.retain(|name, _| *name != token);
    }
    document
}

#[test]
fn what_openapiv3_refuses_is_refused() {
    let cuttings: Vec<(Value, Vec<String>)> = cuttings()
        .into_iter()
        .map(|document| {
            let mut all = Vec::new();
            places(&document, "", &mut all);
            (document, all)
        })
        .collect();
    assert!(
        serde_json::from_value::<OpenAPI>(whole()).is_ok() && read::openapi(whole().to_string().as_bytes()).is_ok()
    );
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(4096)
    });
    let strategy = (any::<Index>(), any::<Index>(), wrong(), any::<bool>());
    let (mut refused, mut alike) = (0_u32, 0_u32);
    let counts = std::cell::RefCell::new((&mut refused, &mut alike));
    let held = runner.run(&strategy, |(which, place, wrong, is_whole)| {
        // The document that has everything is as likely as all others together.
        let (document, places) = if is_whole { &cuttings[0] } else { which.get(&cuttings) };
        let pointer = place.get(places);
        let spoilt = spoilt(document, pointer, wrong);
        let theirs = serde_json::from_value::<OpenAPI>(spoilt.clone());
        let ours = read::openapi(spoilt.to_string().as_bytes());
        let mut counts = counts.borrow_mut();
        *counts.0 += u32::from(theirs.is_err());
        *counts.1 += u32::from(theirs.is_err() == ours.is_err());
        let fault = theirs.err().map(|error| error.to_string()).unwrap_or_default();
        prop_assert!(fault.is_empty() || ours.is_err(), "at {pointer}: {fault}");
        Ok(())
    });
    held.unwrap();
    assert!(refused > 1500, "too few were refused for this to say something: {refused}");
    println!("{refused} of 4096 are refused by openapiv3; {alike} are judged alike");
}

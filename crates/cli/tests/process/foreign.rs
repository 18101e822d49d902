//! `check` against documents that are not Immich's: what their schemas say, in each version of OpenAPI.

use serde_json::{Value, json};

use super::{file, run};

/// A document with one operation, which takes and answers the schema X.
fn document(version: &str, schemas: &Value) -> Vec<u8> {
    let content = json!({"application/json": {"schema": {"$ref": "#/components/schemas/X"}}});
    let put = json!({"operationId": "put", "requestBody": {"content": content},
        "responses": {"200": {"description": "", "content": content}}});
    let info = json!({"title": "Ships", "version": "7"});
    let paths = json!({"/x": {"put": put}});
    let document = json!({"openapi": version, "info": info, "paths": paths, "components": {"schemas": schemas}});
    document.to_string().into_bytes()
}

/// What is found in an exchange, as `severity rule part pointer`.
fn found(version: &str, schemas: &Value, request: &str, response: &str) -> Vec<String> {
    let headers = json!([{"name": "content-type", "value": "application/json"}]);
    let exchange = json!({
        "request": {"method": "PUT", "url": "http://ships.example/x", "headers": headers, "bodyText": request},
        "response": {"status": 200, "headers": headers, "bodyText": response}});
    let (api, capture) =
        (file("api.json", &document(version, schemas)), file("a.ndjson", exchange.to_string().as_bytes()));
    let run = run(&[
        "check",
        &capture.path,
        "--contract",
        &api.path,
        "--server-version",
        "latest",
        "--base-path",
        "/",
        "--format",
        "json",
        "-v",
    ]);
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    let told = |one: &Value| {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        format!(
            "{} {} {} {}",
            text(&one["severity"]),
            text(&one["rule"]),
            text(&one["location"]["part"]),
            text(&one["location"]["pointer"])
        )
    };
    report["findings"].as_array().unwrap().iter().map(told).collect()
}

/// The same of a response alone; the request is an empty object.
fn of_response(version: &str, schemas: &Value, response: &str) -> Vec<String> {
    let told = found(version, schemas, response, response).into_iter();
    let of_response = told.filter(|told| told.contains("response.body"));
    of_response.map(|told| told.replace("response.body ", "").trim_end().to_owned()).collect()
}

#[test]
fn who_writes_a_member_must_send_it() {
    let schema = json!({"X": {"type": "object", "required": ["number", "name", "pin"], "properties": {
        "number": {"type": "integer", "readOnly": true}, "name": {"type": "string"},
        "pin": {"allOf": [{"$ref": "#/components/schemas/Pin"}]}}},
        "Pin": {"type": "string", "writeOnly": true}});
    let (sent, got) = (r#"{"name": "Ida", "pin": "0"}"#, r#"{"name": "Ida", "number": 1}"#);
    assert_eq!(found("3.0.3", &schema, sent, got), [] as [&str; 0]);
    assert_eq!(
        found("3.0.3", &schema, got, sent),
        [
            "error property-missing request.body /pin",
            "note property-read-only request.body /number",
            "error property-missing response.body /number",
            "note property-write-only response.body /pin",
        ]
    );
}

#[test]
fn one_of_means_exactly_one() {
    let ship = |kind: &str, required: &str| {
        json!({"type": "object", "required": ["kind", required], "properties": {
            "kind": {"type": "string"}, required: {"type": "integer"}}, "title": kind})
    };
    let mut schemas = json!({"Sail": ship("sail", "masts"), "Motor": ship("motor", "power"), "X": {"oneOf": [
        {"$ref": "#/components/schemas/Sail"}, {"$ref": "#/components/schemas/Motor"}]}});
    let both = r#"{"kind": "sail", "masts": 2, "power": 9}"#;
    assert_eq!(of_response("3.0.3", &schemas, both), ["error alternatives-ambiguous"]);
    schemas["X"]["discriminator"] =
        json!({"propertyName": "kind", "mapping": {"sail": "#/components/schemas/Sail", "motor": "Motor"}});
    for (value, expected) in [
        (r#"{"kind": "motor", "power": 9}"#, vec![]),
        (r#"{"kind": "Motor", "power": 9}"#, vec![]),
        (r#"{"kind": "sail", "masts": 2}"#, vec![]),
        (r#"{"kind": "sail", "masts": "two"}"#, vec!["error type-mismatch /masts"]),
        (r#"{"kind": "sail", "power": 9}"#, vec!["error property-missing /masts"]),
        (r#"{"kind": "raft", "masts": 2}"#, vec!["error alternatives-unmatched"]),
    ] {
        let mut told = of_response("3.0.3", &schemas, value);
        told.retain(|told| !told.contains("property-undeclared"));
        assert_eq!(told, expected, "{value}");
    }
}

#[test]
fn who_allows_any_member_declares_it() {
    let closed = json!({"type": "object", "properties": {"a": {"type": "integer"}}});
    let mut open = closed.clone();
    open["additionalProperties"] = json!(true);
    let choice = json!({"anyOf": [closed, {"type": "object"}]});
    for (schema, expected) in [
        (closed, vec!["warning property-undeclared /b"]),
        (open, vec![]),
        (choice, vec![]),
        (json!({"type": "object"}), vec![]),
    ] {
        assert_eq!(of_response("3.0.3", &json!({"X": schema}), r#"{"a": 1, "b": 2}"#), expected, "{schema}");
    }
}

#[test]
fn numbers_are_exact_and_zero_has_one_value() {
    let even = json!({"X": {"type": "integer", "multipleOf": 2}});
    assert_eq!(of_response("3.0.3", &even, "36893488147419103234"), [] as [&str; 0]);
    assert_eq!(of_response("3.0.3", &even, "36893488147419103235"), ["error number-not-multiple"]);
    let unique = json!({"X": {"type": "array", "uniqueItems": true, "items": {"type": "number"}}});
    for (value, expected) in [
        ("[0, -0]", vec!["error array-item-repeated"]),
        ("[1, -1, -0]", vec![]),
        ("[36893488147419103234, 36893488147419103235]", vec![]),
        ("[36893488147419103234, 36893488147419103234]", vec!["error array-item-repeated"]),
    ] {
        assert_eq!(of_response("3.0.3", &unique, value), expected, "{value}");
    }
}

#[test]
fn a_pattern_costs_itself_only() {
    let schema = |pattern: &str| json!({"X": {"type": "object", "properties": {"code": {"type": "string", "pattern": pattern}, "n": {"type": "integer"}}}});
    for (pattern, code, expected) in [
        ("^(?!0)[0-9]+$", "12", vec!["error type-mismatch /n"]),
        ("^(?!0)[0-9]+$", "012", vec!["error pattern-mismatch /code", "error type-mismatch /n"]),
        (r"^(.)\1$", "aa", vec!["error type-mismatch /n"]),
        ("^[0-9", "12", vec!["warning schema-unusable", "error type-mismatch /n"]),
    ] {
        let pattern = pattern.replace(r"\\", r"\");
        let value = json!({"code": code, "n": "x"}).to_string();
        let mut told = found("3.0.3", &schema(&pattern), "{}", &value);
        for told in &mut told {
            *told = told.replace("response.body ", "").trim_end().to_owned();
        }
        assert_eq!(told, expected, "{pattern}");
    }
}

#[test]
fn schemas_of_openapi_3_1_are_read() {
    let schema = json!({"X": {
        "type": ["object", "null"], "required": ["id"],
        "properties": {
            "id": {"type": ["string", "integer"]}, "unit": {"const": "kn"},
            "pair": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "items": false},
            "depth": {"type": "number", "exclusiveMinimum": 0, "examples": [3]},
            "local": {"$ref": "#/components/schemas/X/$defs/local"},
        },
        "patternProperties": {"^x-": {"type": "boolean"}},
        "dependentRequired": {"depth": ["unit"]},
        "if": {"properties": {"id": {"type": "integer"}}}, "then": {"required": ["pair"]},
        "$defs": {"local": {"type": "string", "minLength": 2}},
    }});
    for (value, expected) in [
        ("null", vec![]),
        (r#"{"id": "a", "unit": "kn", "depth": 1, "x-a": true, "pair": ["a", 1], "local": "ab"}"#, vec![]),
        (r#"{"id": 7, "pair": []}"#, vec![]),
        (r#"{"id": 7}"#, vec!["error property-missing /pair"]),
        (r#"{"id": true}"#, vec!["error type-mismatch /id"]),
        (r#"{"id": "a", "unit": "m"}"#, vec!["error constant-mismatch /unit"]),
        (r#"{"id": "a", "pair": [1, 1]}"#, vec!["error type-mismatch /pair/0"]),
        (r#"{"id": "a", "pair": ["a", 1, 2]}"#, vec!["error schema-mismatch /pair/2"]),
        (r#"{"id": "a", "depth": 0, "unit": "kn"}"#, vec!["error number-too-small /depth"]),
        (r#"{"id": "a", "depth": 1}"#, vec!["error schema-mismatch"]),
        (r#"{"id": "a", "x-a": 1}"#, vec!["error type-mismatch /x-a"]),
        (r#"{"id": "a", "local": "b"}"#, vec!["error string-too-short /local"]),
    ] {
        for version in ["3.1.0", "3.2.0"] {
            assert_eq!(of_response(version, &schema, value), expected, "{value}");
        }
    }
}

#[test]
fn what_stands_beside_other_keywords_is_judged() {
    let schema = json!({"X": {"additionalProperties": {"type": "number"}, "propertyNames": {"maxLength": 4}}});
    for (value, expected) in [
        (r#"{"fig": 2}"#, vec![]),
        (r#"{"fig": "two"}"#, vec!["error type-mismatch /fig"]),
        (r#"{"apple": 2}"#, vec!["error schema-mismatch"]),
    ] {
        assert_eq!(of_response("3.1.0", &schema, value), expected, "{value}");
    }
}

#[test]
fn what_is_not_openapi_3_says_what_to_do() {
    let swagger = file("swagger.json", br#"{"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {}}"#);
    let capture = file("a.ndjson", b"");
    let run = run(&["check", &capture.path, "--contract", &swagger.path]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("Swagger 2.0") && run.err.contains("swagger2openapi"), "{}", run.err);
}

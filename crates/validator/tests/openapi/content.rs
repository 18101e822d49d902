//! Bodies: by which entry of `content` they are judged, and how fields of forms are read (OpenAPI 3.0.3, 4.7.14 and 4.7.15).

use contract::Contract;
use serde_json::{Value, json};

use crate::{Told, reading_of, told};

/// An object that wants a member of this name, a number.
fn wants(name: &str) -> Value {
    json!({"schema": {"type": "object", "required": [name], "properties": {name: {"type": "integer"}}}})
}

fn expected(told: Option<(&'static str, &str)>) -> Told {
    told.into_iter().map(|(rule, pointer)| (rule, pointer.to_owned())).collect()
}

fn answering(content: &Value) -> Contract {
    let operation = json!({"operationId": "x", "responses": {"200": {"description": "", "content": content}}});
    reading_of(&json!({"/x": {"get": operation}})).0
}

#[test]
fn an_answer_is_held_against_the_most_specific_key() {
    let file = json!({"schema": {"type": "string", "format": "binary"}});
    let short = json!({"schema": {"type": "string", "maxLength": 3}});
    let keys = json!({"*/*": wants("a"), "application/*": wants("b"), "application/json; charset=utf-8": wants("c"),
        "image/*": file, "text/*": short, "text/csv": {"schema": {"type": "array"}}, "text/count": {"schema": {"type": "integer"}}});
    let backwards: Value = Value::Object(keys.as_object().unwrap().clone().into_iter().rev().collect());
    for contract in [answering(&keys), answering(&backwards)] {
        for (media_type, body, rule, unchecked) in [
            ("application/json", r#"{"c": 1}"#, None, 0),
            ("Application/JSON;charset=UTF-8", r#"{"c": "x"}"#, Some(("type-mismatch", "/c")), 0),
            ("application/hal+json", r#"{"b": 1}"#, None, 0),
            ("application/hal+json", r#"{"c": 1}"#, Some(("property-missing", "/b")), 0),
            ("model/gltf+json", r#"{"a": "x"}"#, Some(("type-mismatch", "/a")), 0),
            ("model/gltf+json", "{", Some(("body-not-json", "")), 0),
            // No object can be read out of these.
            ("application/xml", "<b>1</b>", None, 1),
            ("font/woff", "wOFF", None, 1),
            ("text/csv", "a,b", None, 1),
            // Of these nothing is asked, or what is asked can be judged.
            ("image/png", "x", None, 0),
            ("text/plain", "abc", None, 0),
            ("text/html", "abcd", Some(("string-too-long", "")), 0),
            ("text/count", "12", None, 0),
            ("text/count", "twelve", Some(("type-mismatch", "")), 0),
        ] {
            let headers = json!([{"name": "Content-Type", "value": media_type}]);
            let response = json!({"status": 200, "headers": headers, "bodyText": body});
            let request = json!({"method": "GET", "url": "http://h/api/x", "headers": []});
            let found: Told = told(&contract, &request, &response).0;
            let found: Told = found.into_iter().filter(|(rule, _)| *rule != "property-undeclared").collect();
            assert_eq!(found, expected(rule), "{media_type} {body}");
            assert_eq!(told(&contract, &request, &response).1, unchecked, "{media_type} {body}");
        }
    }
}

#[test]
fn a_type_that_no_key_has_is_told() {
    let contract = answering(&json!({"text/*": {"schema": {"type": "string"}}, "application/*+json": wants("a")}));
    for (media_type, rule) in [
        ("text/plain", None),
        ("application/hal+json", None),
        ("application/json", Some(("response-content-type-undeclared", "/content-type"))),
        ("textual/plain", Some(("response-content-type-undeclared", "/content-type"))),
    ] {
        let headers = json!([{"name": "Content-Type", "value": media_type}]);
        let response = json!({"status": 200, "headers": headers, "bodyText": r#"{"a": 1}"#});
        let request = json!({"method": "GET", "url": "http://h/api/x", "headers": []});
        assert_eq!(told(&contract, &request, &response).0, expected(rule), "{media_type}");
    }
}

/// What is told of a request with a body.
fn told_of_body(content: &Value, media_type: &str, body: &Value) -> (Told, u64) {
    let operation = json!({"operationId": "x", "requestBody": {"required": true, "content": content},
        "responses": {"200": {"description": ""}}});
    let (contract, warnings) = reading_of(&json!({"/x": {"post": operation}}));
    assert_eq!(warnings, Vec::<String>::new());
    let headers = json!([{"name": "content-type", "value": media_type}]);
    let mut request = json!({"method": "POST", "url": "http://h/api/x", "headers": headers});
    request.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
    told(&contract, &request, &json!({"status": 200, "headers": []}))
}

#[test]
fn a_request_under_a_range_is_read_as_what_it_is() {
    let content = json!({"*/*": wants("a")});
    for (media_type, body, rule) in [
        ("application/json", r#"{"a": 1}"#, None),
        ("application/json", r#"{"a": "x"}"#, Some(("type-mismatch", "/a"))),
        ("application/x-www-form-urlencoded", "a=1", None),
        ("application/x-www-form-urlencoded", "a=x", Some(("type-mismatch", "/a"))),
    ] {
        assert_eq!(told_of_body(&content, media_type, &json!({"bodyText": body})), (expected(rule), 0), "{body}");
    }
}

#[test]
fn fields_of_a_multipart_form_are_read_as_their_encoding_says() {
    let point = json!({"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}});
    let properties = json!({"file": {"type": "string", "format": "binary"}, "meta": point, "note": {"type": "string"},
        "list": {"type": "array", "items": {"type": "integer"}}, "page": point});
    let media = json!({"schema": {"type": "object", "properties": properties},
        "encoding": {"meta": {"contentType": "application/json"}, "list": {"contentType": "application/json"},
            "page": {"contentType": "application/xml"}}});
    let content = json!({"multipart/form-data": media});
    let part = |name: &str, value: &str| json!({"name": name, "value": value});
    let blob = |name: &str, text: &str| json!({"name": name, "filename": "blob", "contentType": "application/json", "value": text});
    for (field, rule) in [
        (part("meta", r#"{"n": 1}"#), None),
        (part("meta", r#"{"n": "x"}"#), Some(("type-mismatch", "/meta/n"))),
        (part("meta", "{"), Some(("value-not-json", "/meta"))),
        (blob("meta", r#"{"n": 1}"#), None),
        (blob("meta", "{}"), Some(("property-missing", "/meta/n"))),
        (part("note", r#"{"n": 1}"#), None),
        (part("list", "[1, 2]"), None),
        (part("list", r#"[1, "x"]"#), Some(("type-mismatch", "/list/1"))),
        // Nobody here reads XML.
        (part("page", "<n>x</n>"), None),
        (json!({"name": "file", "filename": "a.txt", "contentType": "text/plain", "bodyBase64": "eA=="}), None),
    ] {
        let (told, _) = told_of_body(&content, "multipart/form-data; boundary=x", &json!({"multipart": [field]}));
        assert_eq!(told, expected(rule), "{field}");
    }
}

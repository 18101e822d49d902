//! Parameters, headers and fields of forms.

use report::Severity;
use serde_json::{Value, json};

use crate::Wanted::{self, Errors, Notes, Nothing};
use crate::{document, held, judged, with_parameter};

/// RFC 3986 knows no types: what a parameter says is what its text can be read as.
#[test]
fn parameters_are_text() {
    let mut wrong = Vec::new();
    for place in ["query", "header", "cookie"] {
        for (name, old, new, wanted) in &texts() {
            let is_list = [old, new].iter().any(|schema| schema.get("type") == Some(&json!("array")));
            if place == "header" && is_list {
                // A list in one text is another matter: `1,2`.
                continue;
            }
            let parameter = |schema: &Value| json!({"in": place, "schema": schema});
            let judgements = judged(&with_parameter(&parameter(old)), &with_parameter(&parameter(new)));
            wrong.extend(held(&format!("{place}: {name}"), &judgements, wanted));
            for one in judgements.iter().filter(|one| one.severity == Severity::Error) {
                let witness = one.witness.as_ref().unwrap();
                assert!(witness.value.is_string() && witness.pointer.is_empty(), "{name}: {witness:?}");
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// What is said of a parameter, before and after.
fn texts() -> Vec<(&'static str, Value, Value, Wanted)> {
    let list = |items: Value| json!({"type": "array", "items": items});
    let [text, integer, boolean, number] = ["string", "integer", "boolean", "number"].map(|kind| json!({"type": kind}));
    vec![
        ("any integer is a text", integer.clone(), text.clone(), Notes),
        ("any boolean is a text", boolean.clone(), text.clone(), Notes),
        ("any number is a text", number.clone(), text.clone(), Notes),
        ("any integer is a number", integer.clone(), number.clone(), Notes),
        ("a word is no integer", text.clone(), integer.clone(), Errors(&["request-type-changed"])),
        ("an integer is no boolean", integer.clone(), boolean.clone(), Errors(&["request-type-changed"])),
        ("a fraction is no integer", number, integer.clone(), Errors(&["request-type-changed"])),
        ("one is a list of one", integer.clone(), list(integer.clone()), Notes),
        ("one is a list of one text", integer.clone(), list(text.clone()), Notes),
        ("a word is no list of integers", text.clone(), list(integer.clone()), Errors(&["request-type-changed"])),
        ("two are not one", list(integer.clone()), integer.clone(), Errors(&["request-type-changed"])),
        ("two are not one text", list(text.clone()), text.clone(), Errors(&["request-type-changed"])),
        (
            "one is too short a list",
            text.clone(),
            json!({"type": "array", "items": text, "minItems": 2}),
            Errors(&["request-bound-tightened"]),
        ),
        ("no type at all is text", json!({}), text.clone(), Nothing),
        (
            "0 is not in the pattern",
            integer.clone(),
            json!({"type": "string", "pattern": "^[a-z]+$"}),
            Errors(&["request-pattern-narrowed"]),
        ),
        ("no integer is empty", integer.clone(), json!({"type": "string", "minLength": 1}), Notes),
        (
            "numbers in an enum of texts",
            json!({"type": "integer", "enum": [1, 2]}),
            json!({"type": "string", "enum": ["2", "1"]}),
            Nothing,
        ),
        ("both booleans are all booleans", json!({"type": "string", "enum": ["true", "false"]}), boolean, Nothing),
        ("all of the enum are integers", json!({"type": "string", "enum": ["1", "2"]}), integer.clone(), Notes),
        (
            "7 is not in the enum",
            integer,
            json!({"type": "string", "enum": ["1", "2"]}),
            Errors(&["request-enum-added"]),
        ),
        ("no text is null", json!({"type": "string", "nullable": true}), text.clone(), Nothing),
        (
            "an enum that is a component",
            json!({"$ref": "#/components/schemas/Order"}),
            list(json!({"$ref": "#/components/schemas/Order"})),
            Notes,
        ),
    ]
}

#[test]
fn witnesses_of_parameters_are_lines() {
    let line = |place: &str, old: Value, new: Value| {
        let parameter = |schema: Value| with_parameter(&json!({"in": place, "schema": schema}));
        let judgements = judged(&parameter(old), &parameter(new));
        let witness = judgements.first().unwrap().witness.clone().unwrap();
        witness.value.as_str().unwrap().to_owned()
    };
    let [text, integer] = ["string", "integer"].map(|kind| json!({"type": kind}));
    assert_eq!(line("query", text.clone(), integer.clone()), "GET /books?shelf=text");
    assert_eq!(line("path", text.clone(), integer.clone()), "GET /books/text");
    assert_eq!(line("header", text.clone(), integer.clone()), "shelf: text");
    assert_eq!(line("cookie", text, integer.clone()), "Cookie: shelf=text");
    assert_eq!(
        line("query", json!({"type": "array", "items": integer}), integer.clone()),
        "GET /books?shelf=0&shelf=0"
    );
}

/// A text with a comma is one text, and two where a list is written in one.
#[test]
fn a_list_in_one_text_parts_texts() {
    let parameter = |schema: Value| json!({"in": "path", "schema": schema});
    let list = |kind: &str| parameter(json!({"type": "array", "items": {"type": kind}}));
    let one = |kind: &str| parameter(json!({"type": kind}));
    let between = |old: &Value, new: &Value| judged(&with_parameter(old), &with_parameter(new));
    for (name, judgements, wanted) in [
        ("text", between(&one("string"), &list("string")), Errors(&["request-parameter-style-changed"])),
        ("integer", between(&one("integer"), &list("integer")), Notes),
    ] {
        assert_eq!(held(name, &judgements, &wanted), None);
    }
}

/// What a form holds is text as well; what JSON holds is not.
#[test]
fn fields_of_forms_are_text() {
    let body = |media: &str, kind: &str| {
        let inner = json!({"type": "object", "properties": {"n": {"type": kind}}});
        let schema = json!({"type": "object", "properties": {"plain": {"type": kind}, "nested": inner}});
        let schemas = json!({"Form": schema});
        let content = json!({media: {"schema": {"$ref": "#/components/schemas/Form"}}});
        let operation = json!({"operationId": "send", "requestBody": {"content": content},
            "responses": {"204": {"description": ""}}});
        document(&json!({"/books": {"post": operation}}), &schemas)
    };
    let errors = |media: &str| -> Vec<String> {
        let judgements = judged(&body(media, "integer"), &body(media, "string"));
        let errors = judgements.iter().filter(|one| one.severity == Severity::Error);
        errors.map(|one| one.change.location.to_string()).collect()
    };
    assert_eq!(errors("multipart/form-data"), ["Form.nested.n"]);
    assert_eq!(errors("application/json"), ["Form.nested.n", "Form.plain"]);
}

#[test]
fn parameters_of_a_path_are_told_apart_by_their_places() {
    let two = |path: &str, first: (&str, &str), second: (&str, &str)| {
        let parameter = |(name, kind): (&str, &str)| json!({"name": name, "in": "path", "required": true, "schema": {"type": kind}});
        let operation = json!({"operationId": "copy", "parameters": [parameter(first), parameter(second)],
            "responses": {"204": {"description": ""}}});
        document(&json!({path: {"get": operation}}), &json!({}))
    };
    let old = two("/shelves/{a}/books/{b}", ("a", "integer"), ("b", "string"));
    let swapped = two("/shelves/{b}/books/{a}", ("a", "integer"), ("b", "string"));
    let judgements = judged(&old, &swapped);
    assert_eq!(held("swapped", &judgements, &Errors(&["request-type-changed"])), None);
    let line = judgements.first().unwrap().witness.clone().unwrap().value;
    assert_eq!(line, json!("GET /shelves/0/books/text"));
    let renamed = two("/shelves/{b}/books/{a}", ("b", "integer"), ("a", "string"));
    assert_eq!(held("renamed", &judged(&old, &renamed), &Notes), None);
    let in_one = two("/tiles/{x}-{y}", ("x", "integer"), ("y", "string"));
    let other = two("/tiles/{y}-{x}", ("x", "integer"), ("y", "string"));
    assert_eq!(held("in one segment", &judged(&in_one, &other), &Errors(&["request-type-changed"])), None);
}

/// What a parameter holds as JSON is no text that a number would be as well.
#[test]
fn a_parameter_in_json_has_types() {
    let parameter = |kind: &str| json!({"in": "query", "content": {"application/json": {"schema": {"type": kind}}}});
    let judgements = judged(&with_parameter(&parameter("integer")), &with_parameter(&parameter("string")));
    assert!(judgements.iter().any(|one| one.rule.id() == "request-type-changed"), "{judgements:?}");
}

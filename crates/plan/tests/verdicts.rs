//! Small schemas, and what a plan says of documents: cases that were wrong once, or are easy to get wrong.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

use contract::{Contract, Node, Projection, Release, Schema, read};
use immich_contract_plan::{Plan, Verdict};
use serde_json::{Value, json};

fn contract(schema: &Value) -> Contract {
    read::annotated(&json!({"$defs": {"X": schema}})).unwrap().contract
}

fn check(schema: &Value, accepted: &[&str], left: &[&str]) {
    let contract = contract(schema);
    let view = Projection { contract: &contract, release: Release::latest() };
    let plan = Plan::compile(view, &Schema::always(Node::to("X")));
    assert_eq!(plan.gaps(), &[] as &[String], "{schema}");
    for text in accepted {
        assert_eq!(plan.check(text.as_bytes()), Verdict::Right, "{schema} {text}");
    }
    for text in left {
        assert_eq!(plan.check(text.as_bytes()), Verdict::Unsure, "{schema} {text}");
    }
}

#[test]
fn free_objects_have_no_members_of_others() {
    let schema = json!({"type": "object", "properties": {
        "description": {"type": "string"}, "free": {"type": "object"},
    }});
    check(
        &schema,
        &[r#"{"free":{"description":1,"x":[{"a":{}}]}}"#, r#"{"description":"","free":{}}"#],
        &[
            r#"{"free":{"description":"a","description":"b","and":"more than the length of a key"}}"#,
            r#"{"free":{"a":{"b":1,"b":2}}}"#,
            r#"{"description":"","description":"","free":{}}"#,
            r#"{"undeclared":1}"#,
        ],
    );
}

#[test]
fn choices_are_tried_in_turn() {
    let object = |name: &str| json!({"type": "object", "properties": {name: {"type": "number"}}, "required": [name]});
    let schema = json!({"type": "array", "items": {"anyOf": [object("x"), object("angle"), {"type": "string"}]}});
    check(&schema, &[r#"[{"x":1},{"angle":2},"a",{"x":0}]"#, "[]"], &[r#"[{"x":"a"}]"#, r#"[{"z":1}]"#, "[1]", "[{}]"]);
}

#[test]
fn cycles_end_where_the_text_ends() {
    let schema = json!({"type": ["object", "null"], "properties": {"next": {"$ref": "#/$defs/X"}}});
    let nested = |depth: usize| format!("{}null{}", r#"{"next":"#.repeat(depth), "}".repeat(depth));
    check(&schema, &[&nested(0), &nested(3), &nested(127)], &[&nested(128), &nested(100_000)]);
}

#[test]
fn json_is_what_the_grammar_says() {
    let schema = json!({});
    check(
        &schema,
        &["null", " [1 , 2.5e3,\t\"\\u0041\\n\" ]\r\n", r#"{"":{}}"#, "-0.5", "true"],
        &[
            "",
            " ",
            "nul",
            "[1,]",
            "{,}",
            "[1 2]",
            "01",
            "\"\u{1}\"",
            "\"\\ud800\"",
            "\"\\x\"",
            "1 1",
            "{\"a\" 1}",
            "[",
            "}",
        ],
    );
}

#[test]
fn items_and_bounds_are_counted() {
    let items = json!({"type": "integer", "minimum": 1, "exclusiveMaximum": 10});
    let schema = json!({"type": "array", "items": items, "minItems": 1, "maxItems": 3, "uniqueItems": true});
    check(&schema, &["[1]", "[9,1,2]"], &["[]", "[0]", "[10]", "[1,1]", "[1,2,3,4]", "[1.0]", "[null]"]);
}

#[test]
fn enums_are_texts_or_integers() {
    let schema = json!({"type": "integer", "enum": [480, 720]});
    check(&schema, &["480", " 720 "], &["481", "720.0", "72", "4800", "\"480\"", "-480"]);
    let schema = json!({"type": ["string", "null"], "enum": ["a", "ab", null]});
    check(&schema, &["\"a\"", "\"ab\"", "null"], &["\"b\"", "\"\\u0061\"", "1"]);
}

#[test]
fn lines_end_at_line_feeds() {
    let contract = contract(&json!({"type": "array", "items": {"type": "integer"}}));
    let view = Projection { contract: &contract, release: Release::latest() };
    let mut scanner = Plan::compile(view, &Schema::always(Node::to("X"))).scanner();
    let text = "[1]\n[2\n]\n [ 3 ] \r\n\n[4]";
    let mut told = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let line = scanner.check_line(text, at);
        told.push((line.verdict == Verdict::Right, line.end));
        at = line.end;
    }
    assert_eq!(told, [(true, 4), (false, 7), (false, 9), (true, 18), (false, 19), (true, 22)]);
}

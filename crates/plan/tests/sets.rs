//! What narrows the set of releases at which JSON is right, cause by cause.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

use contract::{Contract, Node, ReleaseSet, Schema, read};
use immich_contract_plan::SetPlan;
use serde_json::{Value, json};

fn contract(schema: &Value) -> Contract {
    read::annotated(&json!({"$defs": {"X": schema}})).unwrap().contract
}

/// `right | declared | unknown` as ranges, or nothing where the plan is not sure.
fn told(schema: &Value, text: &str) -> Option<String> {
    let contract = contract(schema);
    let plan = SetPlan::compile(&contract, &Schema::always(Node::to("X")), ReleaseSet::all());
    let standing = plan.scanner().check(text.as_bytes())?;
    let block = format!("{text}\n1");
    assert_eq!(plan.scanner().check_line(&block, 0).standing, Some(standing), "{schema} {text}");
    let sets = [standing.right, standing.declared, standing.unknown];
    Some(sets.map(ReleaseSet::to_ranges).join(" | "))
}

fn check(schema: &Value, rows: &[(&str, Option<&str>)]) {
    for (text, expected) in rows {
        assert_eq!(told(schema, text).as_deref(), *expected, "{schema} {text}");
    }
}

#[test]
fn members_narrow_the_releases_that_declare_them() {
    let person = json!({"type": "object", "properties": {
        "id": {"type": "boolean"},
        "color": {"type": "boolean", "x-immich-life": "1.126.0.."},
        "old": {"type": "number", "x-immich-life": "..1.120.0"},
        "visibility": {"type": "string", "x-immich-life": "1.133.0..", "x-immich-required": "1.134.0.."},
    }, "required": ["id"]});
    check(
        &person,
        &[
            (r#"{"id":true}"#, Some("..1.134.0 | ..1.134.0 | ")),
            (r#"{"id":true,"visibility":"x"}"#, Some(".. | 1.133.0.. | ")),
            (r#"{"visibility":7,"id":true}"#, Some("..1.133.0 |  | ")),
            (r#"{"id":true,"color":[{"a":1}]}"#, Some("..1.126.0 |  | ")),
            (r#"{"id":true,"color":true}"#, Some("..1.134.0 | 1.126.0..1.134.0 | ")),
            (r#"{"id":true,"old":1}"#, Some("..1.134.0 | ..1.120.0 | ")),
            (r#"{"id":null}"#, Some(" |  | ")),
            ("{}", Some(" |  | ")),
            ("[]", Some(" |  | ")),
            (r#"{"id":true,"never":{"a":[]}}"#, Some("..1.134.0 | ..1.134.0 | ..")),
            (r#"{"id":true,"id":true}"#, None),
            (r#"{"id":true,"visibility":"x","#, None),
            (r#"{"id":truth}"#, None),
        ],
    );
}

#[test]
fn the_first_byte_tells_shapes_apart() {
    let changed = json!({"anyOf": [
        {"type": "string", "x-immich-life": "..2.0.0"}, {"type": "integer", "format": "int32", "x-immich-life": "3.0.2.."},
    ]});
    check(
        &changed,
        &[
            ("\"text\"", Some("..3.0.2 | ..3.0.2 | ")),
            ("7", Some("2.0.0.. | 2.0.0.. | ")),
            ("null", Some("2.0.0..3.0.2 | 2.0.0..3.0.2 | ")),
            // Others know whether these are integers, and how large.
            ("7.0", None),
            ("2147483648", None),
        ],
    );
    let nullable = json!({"anyOf": [
        {"type": "string", "x-immich-life": "..2.0.0"}, {"type": ["string", "null"], "x-immich-life": "2.0.0.."},
    ]});
    check(&nullable, &[("null", Some("2.0.0.. | 2.0.0.. | ")), ("\"\"", Some(".. | .. | ")), ("1", Some(" |  | "))]);
}

#[test]
fn values_of_a_list_have_their_lives() {
    let choice = json!({"type": "string", "enum": ["a", "b"], "x-immich-enum": {"b": "1.128.0.."}});
    check(
        &choice,
        &[
            ("\"a\"", Some(".. | .. | ")),
            ("\"b\"", Some("1.128.0.. | 1.128.0.. | ")),
            ("\"c\"", Some(" |  | ")),
            ("\"\\u0061\"", None),
            ("1", Some(" |  | ")),
        ],
    );
    let items = json!({"type": "array", "items": choice, "minItems": 1});
    check(
        &items,
        &[("[\"a\", \"b\" ,\"a\"]", Some("1.128.0.. | 1.128.0.. | ")), ("[]", None), ("[1]", Some(" |  | "))],
    );
}

#[test]
fn what_is_forbidden_or_of_any_name() {
    let later = json!({"x-immich-life": "2.0.0.."});
    let closed = json!({"type": "object", "properties": {"a": later}, "additionalProperties": false});
    check(
        &closed,
        &[("{\"a\":1}", Some("2.0.0.. | 2.0.0.. | ")), ("{\"b\":1}", Some(" |  | ")), ("{}", Some(".. | .. | "))],
    );
    let choice = json!({"type": "string", "enum": ["a", "b"], "x-immich-enum": {"b": "1.128.0.."}});
    let map = json!({"type": "object", "additionalProperties": choice});
    check(&map, &[("{\"x\":\"b\",\"y\":\"a\"}", Some("1.128.0.. | 1.128.0.. | ")), ("{\"x\":1}", Some(" |  | "))]);
    check(&json!({"type": "object"}), &[("{\"x\":[1]}", Some(".. | .. | "))]);
}

#[test]
fn a_uuid_of_another_version_is_none_of_the_pattern() {
    let pattern = "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$";
    let id = json!({"anyOf": [
        {"type": "string", "format": "uuid", "x-immich-life": "..3.0.2"},
        {"type": "string", "format": "uuid", "pattern": pattern, "x-immich-life": "3.0.2.."},
    ]});
    check(
        &id,
        &[
            ("\"e7a0cf2a-4b9a-4f4e-8d53-1f1a3d2b7c11\"", Some(".. | .. | ")),
            ("\"e7a0cf2a-4b9a-7f4e-8d53-1f1a3d2b7c11\"", Some("..3.0.2 | ..3.0.2 | ")),
            ("\"none\"", None),
        ],
    );
}

#[test]
fn alternatives_are_told_where_releases_agree() {
    let one = |name: &str, life: &str| {
        json!({"type": "object", "properties": {name: {"type": "number"}, "more": {"type": "number", "x-immich-life": life}},
            "required": [name]})
    };
    let schema = json!({"type": "array", "items": {"anyOf": [one("x", ".."), one("angle", "2.0.0..")]}});
    check(
        &schema,
        &[
            ("[{\"x\":1},{\"angle\":2}]", Some(".. | .. | ")),
            ("[{\"angle\":2,\"more\":1}]", None),
            ("[{\"z\":2}]", None),
            ("[1]", Some(" |  | ")),
        ],
    );
}

#[test]
fn cycles_end_where_the_text_ends() {
    let schema = json!({"type": ["object", "null"], "properties": {
        "next": {"$ref": "#/$defs/X"}, "late": {"type": "number", "x-immich-life": "2.0.0.."},
    }});
    check(
        &schema,
        &[
            (r#"{"next":{"next":{"late":"x"}}}"#, Some("..2.0.0 |  | ")),
            (r#"{"next":{"next":{"late":1,"next":null}}}"#, Some(".. | 2.0.0.. | ")),
        ],
    );
}

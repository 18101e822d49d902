//! Values and mutations held against another validator, for the keywords that the contracts at hand do not have all.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

use contract::{Contract, Projection, Release, read, write};
use jsonschema::{PatternOptions, Validator};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use testkit::mutation::breaking_component;
use testkit::values;

/// Scalars, each with the facts that mutations of its values break, sorted.
fn scalars() -> Vec<(Value, &'static [&'static str])> {
    vec![
        (json!({"type": "boolean"}), &["null", "type"]),
        (json!({"type": ["string", "null"], "format": "date"}), &["format", "type"]),
        (json!({"type": "string", "pattern": "^#?\\d{3}$"}), &["null", "pattern", "type"]),
        (json!({"type": "string", "minLength": 2, "maxLength": 3}), &["maxLength", "minLength", "null", "type"]),
        (json!({"type": "integer", "minimum": 1, "maximum": 5}), &["maximum", "minimum", "null", "type"]),
        (
            json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}),
            &["exclusiveMaximum", "exclusiveMinimum", "null", "type"],
        ),
        (
            json!({"type": "integer", "multipleOf": 7, "minimum": 10, "maximum": 30}),
            &["maximum", "minimum", "null", "type"],
        ),
        (json!({"enum": ["a", "b"]}), &[]),
        (json!({"const": "a", "type": "string"}), &["null", "type"]),
        (json!({"anyOf": [{"type": "integer"}, {"type": "array", "items": {"type": "string"}}]}), &["null", "type"]),
        (json!({}), &[]),
    ]
}

/// The same for lists and objects.
fn containers() -> Vec<(Value, &'static [&'static str])> {
    let text = json!({"type": "string"});
    vec![
        (
            json!({"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 2, "uniqueItems": true}),
            &["maxItems", "minItems", "null", "type", "uniqueItems"],
        ),
        (
            json!({"type": "object", "properties": {"a": text}, "required": ["a"], "additionalProperties": false}),
            &["additionalProperties", "null", "required", "type"],
        ),
        (json!({"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 1}), &["null", "type"]),
        (
            json!({"allOf": [
                {"type": "object", "properties": {"a": text}, "required": ["a"]},
                {"type": "object", "properties": {"a": {"maxLength": 4}, "b": {"type": "null"}}},
            ]}),
            &["maxLength", "null", "required", "type"],
        ),
        (
            json!({
                "type": "object", "required": ["next"],
                "properties": {"next": {"anyOf": [{"$ref": "#/$defs/X"}, {"type": "null"}]}},
            }),
            &["null", "required", "type"],
        ),
    ]
}

fn contract(schema: &Value) -> Contract {
    read::annotated(&json!({"$defs": {"X": schema}})).unwrap().contract
}

fn referee(view: Projection<'_>) -> Validator {
    let options = jsonschema::draft202012::options();
    let options = options.should_validate_formats(true).with_pattern_options(PatternOptions::regex());
    options.build(&write::json_schema(view, "X").unwrap()).unwrap()
}

fn made(view: Projection<'_>) -> Vec<Value> {
    let mut runner = TestRunner::deterministic();
    let strategy = values::component(view, "X").unwrap();
    (0..64).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn values_are_right_and_mutations_are_wrong() {
    for (schema, facts) in scalars().into_iter().chain(containers()) {
        let contract = contract(&schema);
        let view = Projection { contract: &contract, release: Release::latest() };
        let referee = referee(view);
        let mut broken = Vec::new();
        for value in made(view) {
            assert!(referee.is_valid(&value), "{value} is made for {schema}");
            for mutation in breaking_component(view, "X", &value) {
                let wrong = mutation.apply(&value);
                assert!(!referee.is_valid(&wrong), "{mutation:?} does not break {value} of {schema}");
                broken.push(mutation.fact);
            }
        }
        broken.sort_unstable();
        broken.dedup();
        assert_eq!(broken, facts, "{schema}");
    }
}

#[test]
fn what_cannot_be_made_is_not_made() {
    for schema in [
        json!({"not": {"type": "string"}}),
        json!({"type": "string", "pattern": "(?=a)b"}),
        json!({"type": "object", "properties": {"next": {"$ref": "#/$defs/X"}}, "required": ["next"]}),
        json!({"type": "integer", "minimum": 2, "maximum": 1}),
    ] {
        let contract = contract(&schema);
        let view = Projection { contract: &contract, release: Release::latest() };
        assert!(values::component(view, "X").is_none(), "{schema}");
    }
}

#[test]
fn mutations_follow_the_release() {
    let contract = contract(&json!({"type": "object", "properties": {
        "new": {"type": "string", "x-immich-life": "2.0.0.."},
        "kind": {"type": "string", "enum": ["a", "b"], "x-immich-enum": {"b": "..2.0.0"}},
    }}));
    let value = json!({"kind": "a"});
    let unknown = ("/kind", "enum", json!({"kind": "NO-SUCH-VALUE"}));
    let early = ("/new", "property-not-yet-added", json!({"kind": "a", "new": "a text"}));
    let late = ("/kind", "enum-removed", json!({"kind": "b"}));
    for (version, expected) in [("1.132.3", [unknown.clone(), early]), ("2.7.5", [unknown, late])] {
        let view = Projection { contract: &contract, release: Release::known(version) };
        let mutations = breaking_component(view, "X", &value);
        let telling = mutations.iter().filter(|one| !matches!(one.fact, "type" | "null"));
        let found: Vec<_> = telling.map(|one| (one.pointer.as_str(), one.fact, one.apply(&value))).collect();
        assert_eq!(found, expected, "{version}");
    }
}

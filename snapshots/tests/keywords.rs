//! What a document says is read, or it is told: verdicts of what was read are those of the document itself without the
//! keywords of which there was a warning.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests stop like a test")]

use contract::read::{self, ReadError, Reading};
use contract::{Projection, Release, pointer, write};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use testkit::material;

/// Documents whose schemas stand in one place, and how they are read.
struct Dialect {
    schemas: &'static str,
    document: fn(Value) -> Value,
    read: fn(&Value) -> Result<Reading, ReadError>,
}

const DIALECTS: [Dialect; 2] = [
    Dialect { schemas: "/$defs", document: |schemas| json!({"$defs": schemas}), read: read::annotated },
    Dialect {
        schemas: "/components/schemas",
        document: |schemas| {
            json!({"openapi": "3.0.0", "info": {"title": "T", "version": "1"}, "paths": {},
                "components": {"schemas": schemas}})
        },
        read: |document| read::openapi(document.to_string().as_bytes()),
    },
];

/// Keywords that are read in some places, and keywords that are read nowhere, each with a value that means something.
fn keywords(schema: &BoxedStrategy<Value>) -> impl Strategy<Value = (&'static str, Value)> + use<> {
    let map = |schema: &BoxedStrategy<Value>| {
        prop::collection::btree_map(select(vec!["a", "b", "c"]), schema.clone(), 1..3).prop_map(|map| json!(map))
    };
    let list = |schema: &BoxedStrategy<Value>| prop::collection::vec(schema.clone(), 1..3).prop_map(|list| json!(list));
    let below = |names: &'static [&'static str], value: BoxedStrategy<Value>| (select(names), value).boxed();
    prop_oneof![
        4 => plain(),
        2 => below(&["items", "additionalProperties", "not", "contains", "propertyNames"], schema.clone()),
        1 => below(&["if", "then", "else", "unevaluatedProperties", "unevaluatedItems"], schema.clone()),
        3 => below(&["properties", "patternProperties", "dependentSchemas"], map(schema).boxed()),
        3 => below(&["allOf", "anyOf", "oneOf", "prefixItems"], list(schema).boxed()),
    ]
}

/// Keywords without schemas below.
fn plain() -> impl Strategy<Value = (&'static str, Value)> {
    let types = ["null", "boolean", "integer", "number", "string", "array", "object"];
    let listed = types.map(|name| json!([name, "null"])).into_iter();
    let types = select(types.into_iter().map(Value::from).chain(listed).collect::<Vec<_>>());
    let names = select(vec![json!(["a"]), json!(["a", "b"]), json!(["c"])]);
    prop_oneof![
        4 => types.prop_map(|name| ("type", name)),
        1 => (select(vec!["minLength", "maxLength", "minItems", "maxProperties", "minContains"]), 0..3_u8)
            .prop_map(|(name, count)| (name, json!(count))),
        1 => (select(vec!["minimum", "maximum", "multipleOf"]), 1..3_u8).prop_map(|(name, bound)| (name, json!(bound))),
        1 => prop::collection::vec(scalar(), 1..4).prop_map(|mut values| {
            values.dedup();
            ("enum", json!(values))
        }),
        1 => scalar().prop_map(|value| ("const", value)),
        1 => names.clone().prop_map(|names| ("required", names)),
        1 => names.prop_map(|names| ("dependentRequired", json!({"b": names}))),
        1 => select(vec!["#/$defs/Y", "#/$defs/Z"]).prop_map(|target| ("$ref", json!(target))),
        1 => select(vec!["title", "default", "description", "x-any"]).prop_map(|name| (name, json!("a"))),
    ]
}

fn scalar() -> impl Strategy<Value = Value> {
    select(vec![json!(null), json!(true), json!(1), json!(2), json!(2.5), json!("a"), json!("ab"), json!("")])
}

fn schemas() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Value::from),
        9 => prop::collection::btree_map(plain().prop_map(|(name, _)| name), Just(()), 0..1).prop_map(|_| json!({})),
        9 => plain().prop_map(|(name, value)| json!({name: value})),
    ];
    let schema = leaf.prop_recursive(3, 24, 3, |below| {
        prop::collection::vec(keywords(&below.boxed()), 1..4)
            .prop_map(|members| json!(members.into_iter().collect::<std::collections::BTreeMap<_, _>>()))
    });
    let fixed = select(vec![json!({"type": "string"}), json!({"type": ["integer", "null"]}), json!({"minLength": 2})]);
    (schema.clone(), schema, fixed).prop_map(|(x, y, z)| json!({"X": x, "Y": y, "Z": z}))
}

fn values() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(2, 12, 3, |below| {
        prop_oneof![
            prop::collection::vec(below.clone(), 0..3).prop_map(|items| json!(items)),
            prop::collection::btree_map(select(vec!["a", "b", "c", "d"]), below, 0..4)
                .prop_map(|members| json!(members)),
        ]
    })
}

/// The document without the keywords that its reader told of.
fn stripped(document: &Value, reading: &Reading) -> Value {
    let mut document = document.clone();
    for warning in reading.warnings.iter().filter(|warning| warning.message.contains("is not read: ")) {
        let (above, name) = pointer::split(&warning.pointer).unwrap();
        // What held it may be gone already.
        if let Some(Value::Object(members)) = document.pointer_mut(above) {
            members.shift_remove(&*name);
        }
    }
    document
}

fn agrees(dialect: &Dialect, schemas: &Value, values: &[Value]) -> bool {
    let text = schemas.to_string().replace("#/$defs", &format!("#{}", dialect.schemas));
    let document = (dialect.document)(serde_json::from_str(&text).unwrap());
    let compiled = |mut document: Value| {
        document["$ref"] = json!(format!("#{}/X", dialect.schemas));
        reference::compile(&document)
    };
    let (Ok(reading), Ok(_)) = ((dialect.read)(&document), compiled(document.clone())) else { return false };
    let view = Projection { contract: &reading.contract, release: Release::latest() };
    let ours = reference::compile(&write::json_schema(view, "X").unwrap()).unwrap();
    let raw = compiled(stripped(&document, &reading)).unwrap();
    for value in values {
        let told: Vec<String> = reading.warnings.iter().map(ToString::to_string).collect();
        assert_eq!(ours.is_valid(value), raw.is_valid(value), "{value} by {document:#}\n{told:#?}");
    }
    true
}

#[test]
fn what_is_not_read_is_told() {
    let mut config = ProptestConfig::with_cases(4000);
    config.failure_persistence = None;
    let compared = std::cell::Cell::new([0_usize; 2]);
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let law = |(schemas, values): (Value, Vec<Value>)| {
        let mut counts = compared.get();
        for (dialect, count) in DIALECTS.iter().zip(&mut counts) {
            *count += usize::from(agrees(dialect, &schemas, &values));
        }
        compared.set(counts);
        Ok(())
    };
    runner.run(&(schemas(), prop::collection::vec(values(), 24)), law).unwrap();
    assert!(compared.get().iter().all(|count| *count > 1000), "{compared:?}");
}

#[test]
fn what_law_found_stays_found() {
    let found = [
        json!({"additionalProperties": true, "unevaluatedProperties": {"minimum": 2}}),
        json!({"allOf": [{"additionalProperties": true}], "unevaluatedProperties": false}),
        json!({"properties": {"b": {}}, "additionalProperties": true, "unevaluatedProperties": false}),
    ];
    for schema in found {
        for dialect in &DIALECTS {
            assert!(agrees(dialect, &json!({"X": schema}), &[json!({"a": 1}), json!({"b": 1})]), "{schema}");
        }
    }
}

#[test]
fn each_keyword_is_told_with_its_place_once() {
    let schema = json!({"X": {"properties": {"a": {"minimun": 1, "title": "A"}}, "elseIf": true, "x-mine": 1}});
    for dialect in &DIALECTS {
        let reading = (dialect.read)(&(dialect.document)(schema.clone())).unwrap();
        let places: Vec<String> = reading.warnings.iter().map(|warning| warning.pointer.clone()).collect();
        let at = |place: &str| format!("{}/X{place}", dialect.schemas);
        assert_eq!(places, [at("/elseIf"), at("/properties/a/minimun")]);
        assert!(reading.warnings.iter().all(|warning| warning.position.is_some()));
    }
}

#[test]
fn many_places_of_a_keyword_are_told_by_their_number() {
    let members: serde_json::Map<String, Value> =
        (0..30).map(|index| (format!("p{index:02}"), json!({"minimun": 1}))).collect();
    let reading = read::annotated(&json!({"$defs": {"X": {"properties": members}}})).unwrap();
    assert_eq!(reading.warnings.len(), 8);
    assert!(reading.warnings[7].message.ends_with(", here and at 22 more places"), "{}", reading.warnings[7]);
}

#[test]
fn of_operations_what_is_not_read_is_told_where_it_stands() {
    let document = json!({"openapi": "3.0.0", "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"servers": [], "get": {"operationId": "a", "servers": [],
            "parameters": [{"$ref": "#/components/parameters/P"}],
            "responses": {"200": {"description": "", "links": {}, "content": {"a/b": {"encoding": {"m": {"headers": {}}}}}}}}}},
        "components": {"parameters": {"P": {"name": "p", "in": "query", "content": {"a/b": {}}}}}});
    let reading = read::openapi(document.to_string().as_bytes()).unwrap();
    let places: Vec<&str> = reading.warnings.iter().map(|warning| &*warning.pointer).collect();
    let expected = [
        "/paths/~1a/get/parameters/0",
        "/paths/~1a/get/responses/200/content/a~1b/encoding/m/headers",
        "/paths/~1a/get/servers",
        "/paths/~1a/servers",
    ];
    assert_eq!(places, expected);
}

#[test]
fn of_upstreams_documents_everything_is_read() {
    for (release, path) in material::upstream().unwrap_or_default() {
        let reading = read::openapi(&material::bytes(&path)).unwrap();
        let unread: Vec<_> =
            reading.warnings.iter().filter(|warning| warning.message.contains("is not read")).collect();
        assert!(unread.is_empty(), "{release}: {unread:#?}");
    }
}

//! What the engine and its evidence say, on small schemas.

use contract::{Contract, Release, ReleaseSet, read};
use serde_json::{Value, json};

use super::{Confidence, Evidence, Values};

fn contract(schema: &Value) -> Contract {
    let number = json!({"type": "number"});
    let loops = json!({"$ref": "#/$defs/Loop"});
    read::annotated(&json!({"$defs": {"X": schema, "N": number, "Loop": loops}})).unwrap().contract
}

fn releases(schema: &Value, value: &Value) -> String {
    let contract = contract(schema);
    Values::new(&contract).right(ReleaseSet::all(), &contract.component("X").unwrap().schema, value).to_ranges()
}

fn evidence(schema: &Value, value: &Value) -> Vec<String> {
    let contract = contract(schema);
    let schema = &contract.component("X").unwrap().schema;
    let mut releases = Values::new(&contract);
    let found = releases.evidence(ReleaseSet::all(), schema, value);
    let sure = found.iter().filter(|one| one.confidence == Confidence::Documented);
    let left = sure.fold(ReleaseSet::all(), |left, one| left & one.releases);
    assert_eq!(
        left,
        releases.right(ReleaseSet::all(), schema, value),
        "the evidence leaves what the walk leaves: {value}"
    );
    let told = |one: &Evidence| {
        let (place, pointer, kind) = (&one.place, &one.pointer, &one.kind);
        format!("{place} ({pointer}) {kind:?} {} {} {}", one.releases.to_ranges(), one.confidence.name(), one.count)
    };
    found.iter().map(told).collect()
}

#[test]
fn each_keyword_narrows_as_a_check_at_each_release_would() {
    let person = json!({"type": "object", "properties": {
        "id": {"type": "string", "format": "uuid"},
        "color": {"type": "string", "x-immich-life": "1.126.0.."},
        "old": {"type": "number", "x-immich-life": "..1.120.0"},
        "visibility": {"type": "string", "x-immich-life": "1.133.0..", "x-immich-required": "1.134.0.."},
    }, "required": ["id"]});
    let id = "e7a0cf2a-4b9a-4f4e-8d53-1f1a3d2b7c11";
    let changed = json!({"anyOf": [
        {"type": "string", "x-immich-life": "..2.0.0"}, {"type": "integer", "format": "int32", "x-immich-life": "3.0.2.."},
    ]});
    let choice = json!({"type": "string", "enum": ["a", "b"], "x-immich-enum": {"b": "1.128.0.."}});
    let closed =
        json!({"type": "object", "properties": {"a": {"x-immich-life": "2.0.0.."}}, "additionalProperties": false});
    let map =
        json!({"type": "object", "properties": {"a": {"x-immich-life": "2.0.0.."}}, "additionalProperties": choice});
    let nullable = json!({"type": ["string", "null"], "enum": ["a", null], "x-immich-enum": {"a": "2.0.0.."}});
    for (schema, value, ranges) in [
        (&person, json!({"id": id}), "..1.134.0"),
        (&person, json!({"id": id, "visibility": "x"}), ".."),
        (&person, json!({"id": id, "visibility": 7}), "..1.133.0"),
        (&person, json!({"id": id, "color": 7}), "..1.126.0"),
        (&person, json!({"id": id, "color": "red", "old": "text"}), "1.120.0..1.134.0"),
        (&person, json!({"id": "no uuid"}), ""),
        (&person, json!({"color": "red"}), ""),
        (&person, json!([]), ""),
        (&changed, json!("text"), "..3.0.2"),
        (&changed, json!(7), "2.0.0.."),
        (&changed, json!(7.0), "2.0.0.."),
        (&changed, json!(2_147_483_648_u64), "2.0.0..3.0.2"),
        (&choice, json!("a"), ".."),
        (&choice, json!("b"), "1.128.0.."),
        (&choice, json!("c"), ""),
        (&choice, json!(null), ""),
        (&closed, json!({"a": 1}), "2.0.0.."),
        (&closed, json!({"b": 1}), ""),
        (&map, json!({"a": "c"}), "2.0.0.."),
        (&map, json!({"a": "c", "x": "b"}), "2.0.0.."),
        (&map, json!({"a": "b", "x": "b"}), "1.128.0.."),
        (&nullable, json!(null), ".."),
        (&nullable, json!("other"), "..2.0.0"),
        (&json!({"type": "array", "items": choice, "minItems": 1}), json!(["a", "b", "a"]), "1.128.0.."),
        (&json!({"type": "array", "items": choice, "minItems": 1}), json!([]), ""),
        (&json!({"allOf": [changed, {"minLength": 3}]}), json!("text"), "..3.0.2"),
        (&json!({"allOf": [changed, {"minLength": 3}]}), json!("te"), ""),
        (&json!({"anyOf": [choice, {"$ref": "#/$defs/N"}]}), json!("b"), "1.128.0.."),
        (&json!({"anyOf": [choice, {"$ref": "#/$defs/N"}]}), json!(1), ".."),
        (&json!({"oneOf": [choice, {"type": "string", "minLength": 1}]}), json!("b"), "..1.128.0"),
        (&json!({"not": choice}), json!("b"), "..1.128.0"),
        (&json!({"anyOf": [{"$ref": "#/$defs/N"}, {"type": "null"}]}), json!(null), ".."),
        (&json!({"$ref": "#/$defs/Loop"}), json!(null), ".."),
        (&json!({"const": 1}), json!(1.0), ".."),
        (&json!({"type": "string", "pattern": "^\\d+$"}), json!("7a"), ""),
    ] {
        assert_eq!(releases(schema, &value), ranges, "{schema} {value}");
        evidence(schema, &value);
    }
}

#[test]
fn only_what_is_open_is_asked_about() {
    let contract = contract(&json!({"type": "string"}));
    let schema = &contract.component("X").unwrap().schema;
    let open = ReleaseSet::only(Release::known("2.7.5"));
    let mut releases = Values::new(&contract);
    assert_eq!(releases.right(open, schema, &json!("text")), open);
    assert_eq!(releases.right(open, schema, &json!(1)), ReleaseSet::NONE);
}

#[test]
fn evidence_says_what_narrowed_the_set() {
    let person = json!({"type": "object", "properties": {
        "isFavorite": {"type": "boolean", "x-immich-life": "1.126.0.."},
        "kind": {"type": "string", "enum": ["a", "b"], "x-immich-enum": {"b": "1.128.0.."}},
    }});
    let asset = json!({"type": "object", "properties": {
        "people": {"type": "array", "items": person},
        "visibility": {"type": "string", "x-immich-life": "1.133.0..", "x-immich-required": "1.133.0.."},
        "duration": {"anyOf": [
            {"type": "string", "x-immich-life": "..3.0.0-rc.1"}, {"type": "integer", "x-immich-life": "3.0.0-rc.1.."},
        ]},
        "map": {"type": "object", "additionalProperties": person},
    }});
    let value =
        json!({"people": [{"isFavorite": true}, {"isFavorite": false, "kind": "b", "never": 1}], "duration": "1"});
    assert_eq!(
        evidence(&asset, &value),
        [
            "visibility (/visibility) Missing ..1.133.0 documented 1",
            "people[].isFavorite (/people/0/isFavorite) Present 1.126.0.. undeclared 2",
            "people[].kind (/people/1/kind) Constant(\"b\") 1.128.0.. documented 1",
            "duration (/duration) Type(String) ..3.0.0-rc.1 documented 1",
        ]
    );
    let map = json!({"visibility": "x", "map": {"secret": {"isFavorite": true}}});
    assert_eq!(
        evidence(&asset, &map),
        [
            "visibility (/visibility) Present 1.133.0.. undeclared 1",
            "map.*.isFavorite (/map/secret/isFavorite) Present 1.126.0.. undeclared 1",
        ]
    );
}

//! Laws of any pair of contracts, on documents made at random.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of tests stops like a test")]

use contract::{Contract, Projection, Release, read, write};
use immich_contract_diff::{Change, Fact, Presence, Verdict, changes, judge, work};
use jsonschema::canonical::{self, Containment};
use proptest::prelude::*;
use report::Direction;
use serde_json::{Map, Value, json};

/// Schemas without references.
fn schema() -> impl Strategy<Value = Value> {
    let text = (0..3u64, 4..6u64, any::<bool>()).prop_map(|(min, max, bounded)| {
        if bounded { json!({"type": "string", "minLength": min, "maxLength": max}) } else { json!({"type": "string"}) }
    });
    let number = (any::<bool>(), -2..3i64, 3..6i64).prop_map(
        |(whole, min, max)| json!({"type": if whole { "integer" } else { "number" }, "minimum": min, "maximum": max}),
    );
    let words = proptest::sample::subsequence(vec!["a", "b", "c"], 1..=3);
    let choice = words.prop_map(|words| json!({"type": "string", "enum": words}));
    let leaf = prop_oneof![
        3 => text,
        3 => number,
        2 => choice,
        1 => Just(json!({"type": "string", "format": "date"})),
        1 => Just(json!({"type": "string", "pattern": "^[ab]+$"})),
        1 => Just(json!({"type": "boolean"})),
    ];
    let nested = leaf.prop_recursive(3, 16, 3, |inner| {
        let members = proptest::collection::btree_map("[pqr]", (inner.clone(), any::<bool>()), 0..3);
        let object = members.prop_map(|members| {
            let required: Vec<&String> =
                members.iter().filter(|(_, (_, required))| *required).map(|(name, _)| name).collect();
            let properties: Map<String, Value> =
                members.iter().map(|(name, (value, _))| (name.clone(), value.clone())).collect();
            let mut object = json!({"type": "object", "properties": properties});
            if !required.is_empty() {
                object["required"] = json!(required);
            }
            object
        });
        let list = (inner, 0..2u64).prop_map(|(items, min)| json!({"type": "array", "items": items, "minItems": min}));
        prop_oneof![object, list]
    });
    (nested, any::<bool>()).prop_map(|(mut schema, nullable)| {
        if nullable {
            schema["nullable"] = json!(true);
        }
        schema
    })
}

/// Two schemas that have nothing to do with each other, or the second is the first with a few keywords changed.
fn pair() -> impl Strategy<Value = (Value, Value)> {
    let near = (schema(), proptest::collection::vec(any::<u8>(), 16)).prop_map(|(one, ways)| {
        let other = nudged(&one, &mut ways.into_iter());
        (one, other)
    });
    prop_oneof![1 => (schema(), schema()), 4 => near]
}

/// The same schema with keywords changed here and there.
fn nudged(schema: &Value, ways: &mut impl Iterator<Item = u8>) -> Value {
    let mut other = schema.clone();
    for (_, member) in other.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        *member = nudged(member, ways);
    }
    if let Some(items) = other.get("items") {
        other["items"] = nudged(items, ways);
    }
    let way = ways.next().unwrap_or(0);
    let members = other.as_object_mut().unwrap();
    match way % 6 {
        0 => drop(members.insert("nullable".to_owned(), json!(way & 8 == 0))),
        1 => drop(members.remove("required")),
        2 => ["enum", "format", "pattern", "maxLength", "maximum"]
            .iter()
            .for_each(|keyword| drop(members.remove(*keyword))),
        3 | 4 => {
            for (keyword, value) in members.iter_mut() {
                if let (true, Some(count)) = (keyword.starts_with("min") || keyword.starts_with("max"), value.as_i64())
                {
                    *value = json!(if way & 8 == 0 { count + 1 } else { (count - 1).max(0) });
                }
            }
        }
        _ => {}
    }
    other
}

/// A document that sends and answers values of a schema, with these components.
fn contract(schema: &Value, components: &Map<String, Value>) -> Contract {
    let content = json!({"application/json": {"schema": schema}});
    let operation = json!({
        "operationId": "things", "requestBody": {"required": true, "content": content.clone()},
        "responses": {"200": {"description": "", "content": content}},
    });
    let document = json!({
        "openapi": "3.0.0", "info": {"title": "Things", "version": "1.0.0"},
        "paths": {"/things": {"post": operation}}, "components": {"schemas": components},
    });
    read::openapi(document.to_string().as_bytes()).unwrap().contract
}

fn plain(schema: &Value) -> Contract {
    contract(schema, &Map::new())
}

fn view(contract: &Contract) -> Projection<'_> {
    Projection { contract, release: Release::latest() }
}

/// The same values, written in another way: members in another order, wrapped in `allOf`, moved to components.
fn rewritten(schema: &Value, ways: &mut impl Iterator<Item = u8>, components: &mut Map<String, Value>) -> Value {
    let Value::Object(members) = schema else { return schema.clone() };
    let mut other = Map::new();
    for (key, value) in members.iter().rev() {
        let value = match (key.as_str(), value) {
            ("properties", Value::Object(all)) => {
                let all = all.iter().rev().map(|(name, one)| (name.clone(), rewritten(one, ways, components)));
                Value::Object(all.collect())
            }
            ("items", one) => rewritten(one, ways, components),
            ("enum" | "required", Value::Array(all)) => all.iter().rev().cloned().collect(),
            _ => value.clone(),
        };
        other.insert(key.clone(), value);
    }
    let other = Value::Object(other);
    match ways.next().unwrap_or(0) % 4 {
        0 => json!({"allOf": [other]}),
        1 => {
            let name = format!("Part{}", components.len());
            components.insert(name.clone(), other);
            json!({"$ref": format!("#/components/schemas/{name}")})
        }
        2 if members.get("type") == Some(&json!("object")) && members.get("nullable").is_none() => {
            json!({"allOf": [other, {"type": "object"}]})
        }
        _ => other,
    }
}

fn json_schema(contract: &Contract) -> Value {
    let operation = contract.operations.first().unwrap();
    let schema = operation.body.as_ref().unwrap().content.first().unwrap().schema.as_ref().unwrap();
    write::json_schema_of(view(contract), schema)
}

fn mirrored(all: &[Change], turned: bool) -> Vec<String> {
    let fact = |change: &Change| {
        let action = if turned { change.fact.action().mirrored() } else { change.fact.action() };
        let (old, new) = if turned { (&change.new, &change.old) } else { (&change.old, &change.new) };
        format!("{}.{} at {}: {old} to {new}", change.fact.name(), action.as_str(), change.location)
    };
    let mut all: Vec<String> = all.iter().map(fact).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(768))]

    #[test]
    fn another_way_to_write_it_is_no_change(schema in schema(), ways in proptest::collection::vec(any::<u8>(), 24)) {
        let mut components = Map::new();
        let other = rewritten(&schema, &mut ways.into_iter(), &mut components);
        let (one, other) = (plain(&schema), contract(&other, &components));
        prop_assert_eq!(changes(view(&one), view(&one)), vec![]);
        prop_assert_eq!(changes(view(&one), view(&other)), vec![]);
        prop_assert_eq!(changes(view(&other), view(&one)), vec![]);
    }

    /// Who is not referred to is told by name: under another one it is another one, and nobody is hit.
    #[test]
    fn the_name_of_an_unreferenced_component_is_no_change(schema in schema(), lonely in schema()) {
        let named = |name: &str| contract(&schema, &Map::from_iter([(name.to_owned(), lonely.clone())]));
        let (one, other) = (named("Lonely"), named("Alone"));
        prop_assert_eq!(changes(view(&one), view(&other)), vec![]);
    }

    #[test]
    fn the_way_back_mirrors_the_way_there((old, new) in pair()) {
        let (old, new) = (plain(&old), plain(&new));
        let (there, back) = (changes(view(&old), view(&new)), changes(view(&new), view(&old)));
        prop_assert_eq!(mirrored(&there, false), mirrored(&back, true));
    }

    /// The canonical form of the `jsonschema` crate is an independent judge of which values are allowed.
    #[test]
    fn an_independent_judge_agrees((old, new) in pair()) {
        let (old, new) = (plain(&old), plain(&new));
        let canonical = |contract: &Contract| canonical::options().should_validate_formats(true).canonicalize(&json_schema(contract));
        let (Ok(before), Ok(after)) = (canonical(&old), canonical(&new)) else { return Ok(()) };
        let facts = changes(view(&old), view(&new));
        let judgements = judge(view(&old), view(&new), facts.clone());
        let requests = || judgements.iter().filter(|one| one.direction == Direction::Request);
        let refused = requests().any(|one| one.witness.is_some() && one.verdict == Verdict::BreaksOldClients);
        let undecided = requests().any(|one| matches!(one.verdict, Verdict::Undecided(_)));
        // A member that got a name is refused where it was sent, with another value, before it had one: nobody does that.
        let named = facts.iter().any(|change| change.fact == Fact::Property(Presence::Added));
        match after.covers(&before) {
            Ok(Containment::Yes) => prop_assert!(!refused, "all that was right is right: {:?}", facts),
            Ok(Containment::No) => {
                prop_assert!(!judgements.is_empty(), "some rule fires: {:?}", facts);
                prop_assert!(refused || undecided || named, "something that was right is wrong: {:?}", facts);
            }
            _ => {}
        }
    }
}

/// Schemas that refer to each other in rings, each to its neighbours and one far away.
fn rings(count: usize, changed: bool) -> Contract {
    let reference = |index: usize| json!({"$ref": format!("#/components/schemas/T{}", index % count)});
    let one = |index: usize| {
        let kind = if changed && index.is_multiple_of(2) { "string" } else { "integer" };
        let all = json!({"next": reference(index + 1), "far": reference(index * 7 + 3), "own": {"type": kind},
            "list": {"type": "array", "items": reference(index + count - 1)}});
        (format!("T{index}"), json!({"type": "object", "properties": all}))
    };
    contract(&reference(0), &(0..count).map(one).collect())
}

#[test]
fn cycles_end_and_take_steps_by_their_size() {
    let (old, new) = (rings(5_000, false), rings(5_000, true));
    assert_eq!(changes(view(&old), view(&old)), []);
    let all = changes(view(&old), view(&new));
    assert_eq!(all.len(), 2_500);
    assert!(all.iter().all(|change| change.reach.len() == 2), "request and response");
    let steps = |count| work(view(&rings(count, false)), view(&rings(count, true)));
    let (half, whole) = (steps(2_500), steps(5_000));
    assert!(whole <= half * 5 / 2, "{half} {whole}");
}

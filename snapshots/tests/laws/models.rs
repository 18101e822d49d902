//! The Rust types hold every value that the contract allows, and refuse what no release allows.

use std::collections::BTreeSet;

use contract::{Kind, Node, Projection, Schema};
use proptest::prelude::*;
use proptest::sample::Index;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use testkit::mutation::{Change, Mutation, breaking_component};

use crate::checking::BREAKS;
use crate::run::{BUILTIN, builtin, hold, names};
use crate::types::TYPES;
use crate::writing::union;

/// Reads a value as a type and writes it again.
pub(crate) type Again = fn(&Value) -> Result<Value, serde_json::Error>;

/// What a Rust type refuses; bounds, formats and patterns it leaves to the validator.
const REFUSED: [&str; 4] = ["type", "null", "required", "enum"];

/// Reads a value as this type and writes it again.
pub(crate) fn again<T: Serialize + DeserializeOwned>(value: &Value) -> Result<Value, serde_json::Error> {
    serde_json::to_value(T::deserialize(value)?)
}

/// Serde reads an array as the fields of a struct in order, so that `[]` is a struct of optional fields. The validator
/// tells that it is none.
fn is_by_position(mutation: &Mutation) -> bool {
    matches!(&mutation.change, Change::Set(Value::Array(_)))
}

/// Where a shape changed from integer to number, the type holds both, and only bounds could tell a fraction from what is
/// right; no type has bounds.
fn is_fraction(mutation: &Mutation) -> bool {
    matches!(&mutation.change, Change::Set(Value::Number(number)) if number.is_f64())
}

/// Whether a component holds mixtures: a field that changed from one type to another holds either, also where a pattern
/// or the other items of its list say that it is of the wrong era. Of such types only what is missing is refused for
/// certain.
fn holds_mixtures(name: &str, seen: &mut BTreeSet<String>) -> bool {
    let is_new = seen.insert(name.to_owned());
    is_new && BUILTIN.component(name).is_some_and(|component| is_mixed(&component.schema, seen))
}

/// What the type of a field follows from: kind and component, of items, too.
fn outline(node: &Node) -> Vec<(Option<Kind>, Option<&str>)> {
    let items = node.items.iter().flat_map(|items| items.iter()).flat_map(|(_, item)| outline(item));
    std::iter::once((node.kind, node.reference.as_deref())).chain(items).collect()
}

fn is_mixed(schema: &Schema, seen: &mut BTreeSet<String>) -> bool {
    let shapes: Vec<&Node> = schema.iter().map(|(_, node)| node).collect();
    let differ = shapes.windows(2).any(|pair| outline(pair[0]) != outline(pair[1]));
    let mut inside = |node: &Node| {
        let parts = node.properties.iter().map(|property| &property.schema).chain(node.items.as_deref());
        let parts = parts.chain(&node.all_of).chain(&node.any_of).chain(&node.one_of);
        let refers = node.reference.as_ref().is_some_and(|name| holds_mixtures(name, seen));
        refers || parts.into_iter().any(|part| is_mixed(part, seen))
    };
    differ || shapes.into_iter().any(&mut inside)
}

/// Guards the law below against a contract in which everything is mixed.
#[test]
fn most_types_hold_no_mixture() {
    let mixed = names().filter(|name| holds_mixtures(name, &mut BTreeSet::new())).count();
    assert!(mixed * 2 < TYPES.len(), "{mixed} of {} types", TYPES.len());
}

#[test]
fn no_type_is_forgotten() {
    let listed: BTreeSet<&str> = TYPES.iter().map(|(name, _)| *name).collect();
    assert_eq!(listed, names().collect());
}

#[test]
fn types_hold_every_right_value() {
    for (name, again) in TYPES {
        hold(48, name, &builtin(name), |made| {
            prop_assert_eq!(again(&made.value).map_err(|error| error.to_string()), Ok(made.value));
            Ok(())
        });
    }
}

#[test]
fn types_refuse_what_no_release_allows() {
    for (name, again) in TYPES {
        let union = union(name);
        let is_mixed = holds_mixtures(name, &mut BTreeSet::new());
        let strategy = (builtin(name), any::<[Index; BREAKS]>());
        hold(32, name, &strategy, |(made, picks)| {
            let view = Projection { contract: &BUILTIN, release: made.release };
            let mutations = breaking_component(view, name, &made.value).into_iter();
            let wrong_always = |one: &Mutation| {
                let facts: &[&str] = if is_mixed { &["required"] } else { &REFUSED };
                let told = facts.contains(&one.fact) && !is_by_position(one) && !is_fraction(one);
                told && !union.is_valid(&one.apply(&made.value))
            };
            let mutations: Vec<Mutation> = mutations.filter(wrong_always).collect();
            for mutation in picks.iter().filter(|_| !mutations.is_empty()).map(|pick| pick.get(&mutations)) {
                let read = again(&mutation.apply(&made.value));
                prop_assert!(read.is_err(), "{:?} was read as {:?}", mutation, read);
            }
            Ok(())
        });
    }
}

//! What is to be found in a value, an exchange, at one release: the definition, stated simply.
//!
//! It looks at a value as often as it likes and knows nothing of plans, sets of releases or speed. The `jsonschema` crate
//! says what the projected schema has against a value; the rest is what no schema can say.

mod exchange;
mod place;
mod schema;
mod twice;

use std::collections::HashMap;
use std::sync::Arc;

use contract::pointer::escape;
use contract::{Contract, Kind, Projection, Property, Release, Schema, write};
use reference::Validator;
use report::{Part, Severity};
use serde_json::Value;

pub(crate) use exchange::of_exchange;
use place::{Member, Place};
use twice::keys_that_stand_twice;

/// Something that is to be found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Expected {
    pub(crate) part: Part,
    pub(crate) pointer: String,
    pub(crate) rule: &'static str,
    pub(crate) severity: Severity,
    /// The component that it is told of; behind it those of other alternatives.
    pub(crate) schemas: Vec<String>,
}

/// A fact about a value, before a rule judges it.
#[derive(Clone, Debug)]
struct Fact {
    name: &'static str,
    pointer: String,
    components: Vec<&'static str>,
}

/// The definition at one release. Validators are kept, since it takes long to compile them.
pub(crate) struct Definition {
    view: Projection<'static>,
    compiled: HashMap<usize, Arc<Validator>>,
}

impl Definition {
    pub(crate) fn new(contract: &'static Contract, release: Release) -> Self {
        Self { view: Projection { contract, release }, compiled: HashMap::new() }
    }

    /// What is to be found in a bare body that is said to be a component.
    pub(crate) fn of_body(&mut self, component: &str, text: &str) -> Vec<Expected> {
        let schema = &self.view.contract.components[component].schema;
        let facts = self.of_json(schema, text);
        let mut found = judged(facts, Part::Document, Severity::Error);
        for expected in &mut found {
            expected.schemas.push(component.to_owned());
        }
        found
    }

    /// All facts about a JSON text.
    fn of_json(&mut self, schema: &'static Schema, text: &str) -> Vec<Fact> {
        let Ok(value) = serde_json::from_str::<Value>(text) else {
            return vec![Fact { name: "body-not-json", pointer: String::new(), components: Vec::new() }];
        };
        let twice = keys_that_stand_twice(text).into_iter();
        let twice = twice.map(|pointer| Fact { name: "duplicate-key", pointer, components: Vec::new() });
        twice.chain(self.of_value(schema, &value)).collect()
    }

    /// All facts about a value: what the schema says, and what lives and integer formats say.
    fn of_value(&mut self, schema: &'static Schema, value: &Value) -> Vec<Fact> {
        let (view, root) = (self.view, Place::root(self.view, schema, value));
        let validator = self.validator(schema);
        let said = schema::said(&validator, value).into_iter();
        let mut facts: Vec<Fact> = said.map(|(name, pointer)| located(view, &root, value, name, pointer)).collect();
        beyond_schemas(view, &root, value, "", &mut facts);
        facts
    }

    fn validator(&mut self, schema: &'static Schema) -> Arc<Validator> {
        let key = std::ptr::from_ref(schema) as usize;
        let compile = || Arc::new(reference::compile(&write::json_schema_of(self.view, schema)).unwrap());
        Arc::clone(self.compiled.entry(key).or_insert_with(compile))
    }
}

/// The findings of facts in one part, at worst of this severity. A fact without a rule is not told.
fn judged(facts: impl IntoIterator<Item = Fact>, part: Part, worst: Severity) -> Vec<Expected> {
    let judged = facts.into_iter().filter_map(|fact| {
        let rules = validator::rules::all().iter().filter(|rule| rule.facts().contains(&fact.name));
        let rule = rules.filter(|rule| rule.parts().contains(part)).min_by_key(|rule| rule.parts().len())?;
        let severity = rule.severity().min(worst);
        let schemas = fact.components.into_iter().map(str::to_owned).collect();
        Some(Expected { part, pointer: fact.pointer, rule: rule.id(), severity, schemas })
    });
    judged.collect()
}

/// A fact of the schema with the component that it is told of: the one that has the member as a property. A value that an
/// enum has at other releases is a fact of its own, told of the component of the value.
fn located(view: Projection<'static>, root: &Place, value: &Value, name: &'static str, pointer: String) -> Fact {
    let place = root.at(view, value, &pointer);
    let (above, key) = pointer.rsplit_once('/').unwrap_or_default();
    let around = root.at(view, value, above).components_of(view, &key.replace("~1", "/").replace("~0", "~"));
    let own = place.components_of(view, "");
    if name == "required" {
        // What is missing has no component of its own.
        return Fact { name, components: around, pointer };
    }
    if name != "enum" {
        return Fact { name, components: around.into_iter().chain(own).collect(), pointer };
    }
    let actual = value.pointer(&pointer);
    let mut known = place.nodes.iter().flat_map(|node| &node.values).filter(|known| Some(&known.value) == actual);
    let name = match known.next().map(|known| known.life.first()) {
        None => "enum",
        Some(first) if first.is_some_and(|first| view.release < first) => "enum-not-yet-added",
        Some(_) => "enum-removed",
    };
    Fact { name, components: own.into_iter().chain(around).collect(), pointer }
}

/// What no schema can say: members that do not exist at the release, that nobody declares, or that are deprecated, and
/// integers beyond their format.
fn beyond_schemas(view: Projection<'static>, place: &Place, value: &Value, pointer: &str, facts: &mut Vec<Fact>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                of_member(view, place, (key, value), format!("{pointer}/{}", escape(key)), facts);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                beyond_schemas(view, &place.item(view, item), item, &format!("{pointer}/{index}"), facts);
            }
        }
        Value::Number(_) if Kind::Integer.admits(value) && is_beyond(place, value) => {
            facts.push(Fact { name: "format", pointer: pointer.to_owned(), components: place.components_of(view, "") });
        }
        _ => {}
    }
}

fn of_member(
    view: Projection<'static>,
    place: &Place,
    (key, value): (&str, &Value),
    pointer: String,
    facts: &mut Vec<Fact>,
) {
    let name = match place.member(view, key, value) {
        Member::Known(member) => {
            beyond_schemas(view, &member, value, &pointer, facts);
            if !member.is_deprecated(view) {
                return;
            }
            "property-deprecated"
        }
        Member::Elsewhere(property) if is_to_come(view, property) => "property-not-yet-added",
        Member::Elsewhere(_) => "property-removed",
        Member::Unknown => "property-undeclared",
        Member::Free => return,
    };
    facts.push(Fact { name, pointer, components: place.components_of(view, key) });
}

/// Whether a property, or a parameter, that does not live at the release is still to come.
fn is_to_come(view: Projection<'_>, property: &Property) -> bool {
    property.life.first().is_some_and(|first| view.release < first)
}

/// Whether an integer is beyond an integer format of the place.
fn is_beyond(place: &Place, value: &Value) -> bool {
    let integers = place.nodes.iter().filter(|node| node.kind == Some(Kind::Integer));
    let mut formats = integers.filter_map(|node| node.keywords.text("format"));
    // Both ends of an i64 are powers of two, so that an f64 tells on which side of them a number is.
    let number = value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from));
    let number = number.or_else(|| value.as_f64().and_then(|number| format!("{number:.0}").parse().ok()));
    let fits = |format: &str| match (format, number) {
        ("int32", Some(number)) => i32::try_from(number).is_ok(),
        ("int64", Some(number)) => i64::try_from(number).is_ok(),
        ("int32" | "int64", None) => false,
        _ => true,
    };
    formats.any(|format| !fits(format))
}

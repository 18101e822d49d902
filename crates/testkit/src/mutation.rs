//! Breaking a right value in exactly one place.

use contract::pointer::{escape, split};
use contract::{EnumValue, Kind, Node, Projection, ReleaseSet, Schema};
use serde_json::{Value, json};

use crate::shape::{Shape, Way};

/// One change of a right value that makes it wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Mutation {
    /// JSON Pointer of what is wrong after the change; of a missing property, where it should stand.
    pub pointer: String,
    /// What is broken, by the names that the validator's rules call facts: `required`, `type`, `null`, `enum`, …
    pub fact: &'static str,
    /// What is done to the value.
    pub change: Change,
}

/// What is done at the pointer of a mutation.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The value there is replaced, or put there.
    Set(Value),
    /// The property is taken out.
    Remove,
}

impl Mutation {
    /// The broken value, made from the right one.
    #[must_use]
    pub fn apply(&self, value: &Value) -> Value {
        let mut broken = value.clone();
        let (parent, key) = match split(&self.pointer) {
            Some((above, key)) => (broken.pointer_mut(above), key.into_owned()),
            None => (None, String::new()),
        };
        match (parent, &self.change) {
            (None, Change::Set(new)) => return new.clone(),
            (Some(Value::Object(members)), Change::Set(new)) => drop(members.insert(key, new.clone())),
            (Some(Value::Object(members)), Change::Remove) => drop(members.shift_remove(&key)),
            (Some(Value::Array(items)), Change::Set(new)) => {
                if let Some(item) = key.parse::<usize>().ok().and_then(|index| items.get_mut(index)) {
                    *item = new.clone();
                }
            }
            _ => {}
        }
        broken
    }
}

/// Every mutation known here that breaks a value that fits the schema at the projection's release.
///
/// Inside alternatives of one type nothing is broken: what does not fit one may fit another.
pub fn breaking<'c>(view: Projection<'c>, schema: &'c Schema, value: &Value) -> Vec<Mutation> {
    let mut breaker = Breaker { view, found: Vec::new() };
    breaker.place(&[schema], value, "");
    breaker.found
}

/// The same for a value of the component of this name.
pub fn breaking_component(view: Projection<'_>, name: &str, value: &Value) -> Vec<Mutation> {
    breaking(view, &Schema::always(Node::to(name)), value)
}

struct Breaker<'c> {
    view: Projection<'c>,
    found: Vec<Mutation>,
}

impl<'c> Breaker<'c> {
    fn set(&mut self, fact: &'static str, at: &str, value: Value) {
        self.found.push(Mutation { pointer: at.to_owned(), fact, change: Change::Set(value) });
    }

    fn place(&mut self, schemas: &[&'c Schema], value: &Value, at: &str) {
        let shape = Shape::of(self.view, schemas);
        if shape.ways.iter().all(|way| way.kind().is_some()) {
            let others = [json!(true), json!("a text"), json!(7), json!([]), json!({}), json!(1.5)];
            for other in others.into_iter().filter(|other| !shape.admits_kind_of(other)) {
                self.set("type", at, other);
            }
            if !shape.null {
                self.set("null", at, Value::Null);
            }
        }
        let mut fitting = shape.ways.iter().filter(|way| way.kind().is_none_or(|kind| kind.admits(value)));
        if let (Some(way), None, false) = (fitting.next(), fitting.next(), value.is_null()) {
            self.inside(way, value, at);
        }
    }

    fn inside(&mut self, way: &Way<'c>, value: &Value, at: &str) {
        if way.values(self.view).is_some() {
            return self.values(way, at);
        }
        let bounded = matches!(way.kind(), Some(Kind::Integer | Kind::Number));
        match value {
            Value::Object(_) => self.object(way, value, at),
            Value::Array(items) => self.array(way, items, at),
            Value::String(_) if way.kind().is_some() => {
                way.text().broken().into_iter().for_each(|(fact, text)| self.set(fact, at, json!(text)));
            }
            Value::Number(_) if bounded => {
                way.bounds().broken().into_iter().for_each(|(fact, number)| self.set(fact, at, number));
            }
            _ => {}
        }
    }

    /// A value that an enum never had, and those that it has at other releases.
    fn values(&mut self, way: &Way<'c>, at: &str) {
        if way.kind() == Some(Kind::String) && way.keyword("const").next().is_none() {
            self.set("enum", at, json!("NO-SUCH-VALUE"));
        }
        let dead = |value: &&EnumValue| !value.life.contains(self.view.release);
        let others: Vec<&EnumValue> = way.nodes.iter().flat_map(|node| &node.values).filter(dead).collect();
        for EnumValue { value, life } in others {
            self.set(self.when(*life, ["enum-not-yet-added", "enum-removed"]), at, value.clone());
        }
    }

    /// The first fact for a life that is still to come, the second for one that is over.
    fn when(&self, life: ReleaseSet, [early, late]: [&'static str; 2]) -> &'static str {
        if life.first().is_some_and(|first| self.view.release < first) { early } else { late }
    }

    fn array(&mut self, way: &Way<'c>, items: &[Value], at: &str) {
        if let Some(fewer) = way.at_least("minItems").and_then(|fewest| fewest.checked_sub(1)) {
            self.set("minItems", at, json!(items.iter().take(fewer).collect::<Vec<_>>()));
        }
        if let Some(most) = way.at_most("maxItems").filter(|most| *most < 1000 && !items.is_empty()) {
            self.set("maxItems", at, json!(items.iter().cycle().take(most + 1).collect::<Vec<_>>()));
        }
        if way.keyword("uniqueItems").any(|unique| unique == &json!(true)) && !items.is_empty() {
            self.set("uniqueItems", at, json!(items.iter().chain(items.first()).collect::<Vec<_>>()));
        }
        let schemas = way.items();
        for (index, item) in items.iter().enumerate() {
            self.place(&schemas, item, &format!("{at}/{index}"));
        }
    }

    fn object(&mut self, way: &Way<'c>, object: &Value, at: &str) {
        let below = |name: &str| format!("{at}/{}", escape(name));
        let fields = way.fields(self.view);
        for field in &fields {
            if field.required {
                self.found.push(Mutation { pointer: below(field.name), fact: "required", change: Change::Remove });
            }
            if let Some(value) = object.get(field.name) {
                self.place(&field.schemas, value, &below(field.name));
            }
        }
        let additional = way.additional();
        for (name, value) in object.as_object().into_iter().flatten() {
            if !additional.is_empty() && !fields.iter().any(|field| field.name == name) {
                self.place(&additional, value, &below(name));
            }
        }
        if additional.is_empty() && !way.is_closed() {
            for property in way.elsewhere(self.view) {
                let fact = self.when(property.life, ["property-not-yet-added", "property-removed"]);
                self.set(fact, &below(&property.name), json!("a text"));
            }
        }
        if way.is_closed() {
            self.set("additionalProperties", &below("xUnknown"), json!(1));
        }
    }
}

//! Makes values from schemas: the least one, and the least one around a place.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ptr;
use std::rc::Rc;

use contract::{Node, Projection};
use serde_json::{Map, Value, json};

use super::text;
use crate::place::Step;
use crate::shape::{Bound, Extra, Kinds, Numbers, Reader, Shape, Sub, plain_reference};

/// How deep a value may get; required cycles have no finite value.
const DEEPEST: usize = 24;

/// The most that shapes may hold that are kept.
const MOST_KEPT: usize = 200_000;

pub(super) struct Builder<'c> {
    reader: Reader<'c>,
    shapes: Rc<RefCell<Shapes<'c>>>,
    /// How many values may still be made.
    left: usize,
}

/// How many values are made to find a witness.
const MOST_VALUES: usize = 10_000;

/// The shapes of one side that were read already: changes of one schema ask for the same ones.
#[derive(Default)]
pub(super) struct Shapes<'c> {
    known: HashMap<Vec<*const Node>, Rc<Shape<'c>>>,
    size: usize,
}

impl<'c> Shapes<'c> {
    fn keep(&mut self, key: Vec<*const Node>, shape: &Rc<Shape<'c>>) {
        let size = 1 + shape.members.named.len() + shape.values.as_ref().map_or(0, Vec::len);
        if self.size + size > MOST_KEPT {
            *self = Self::default();
        }
        self.size += size;
        self.known.insert(key, Rc::clone(shape));
    }
}

impl<'c> Builder<'c> {
    pub(super) fn new(view: Projection<'c>) -> Self {
        Self::knowing(view, &Rc::default())
    }

    /// One that knows the shapes that others have read of this side.
    pub(super) fn knowing(view: Projection<'c>, shapes: &Rc<RefCell<Shapes<'c>>>) -> Self {
        Self { reader: Reader::new(view), shapes: Rc::clone(shapes), left: MOST_VALUES }
    }

    pub(super) fn sub(&self, schema: &'c contract::Schema) -> Sub<'c> {
        self.reader.sub(schema)
    }

    pub(super) fn shape(&mut self, sub: &Sub<'c>) -> Rc<Shape<'c>> {
        let key: Vec<*const Node> = sub.0.iter().map(|node| ptr::from_ref(*node)).collect();
        if let Some(known) = self.shapes.borrow().known.get(&key) {
            return Rc::clone(known);
        }
        let shape = Rc::new(self.reader.shape(sub));
        self.shapes.borrow_mut().keep(key, &shape);
        shape
    }

    /// What a schema says of the value some steps further.
    pub(super) fn descend(&mut self, sub: &Sub<'c>, steps: &[Step]) -> Option<Sub<'c>> {
        let mut at = sub.clone();
        for step in steps {
            at = self.next(&at, step)?;
        }
        Some(at)
    }

    fn next(&mut self, sub: &Sub<'c>, step: &Step) -> Option<Sub<'c>> {
        let shape = self.shape(sub);
        match step {
            Step::Property(name) => shape.members.named.get(&**name).map(|member| member.value.clone()),
            // A single text is a list of one.
            Step::Items if !shape.kinds.has(Kinds::ARRAY) => Some(sub.clone()),
            Step::Items => Some(shape.list.items.clone()),
            Step::Additional => match &shape.members.extra {
                Extra::Of(sub) => Some(sub.clone()),
                Extra::Any | Extra::Forbidden => None,
            },
            Step::Branch(name) => {
                let named = |branch: &Sub<'c>| plain_reference(branch).is_some_and(|(other, _)| *other == **name);
                let branches: Vec<&Sub<'c>> = shape.choices.iter().flat_map(|choice| &choice.branches).collect();
                // The one schema that is a choice with one branch.
                let found = branches.iter().find(|branch| named(branch)).or(branches.first());
                found.map(|branch| (*branch).clone()).or(Some(sub.clone()))
            }
        }
    }

    /// The least value that has `leaf` at the end of the steps, and the pointer to it.
    pub(super) fn around(&mut self, sub: &Sub<'c>, steps: &[Step], leaf: Value) -> Option<(Value, String)> {
        let Some((step, rest)) = steps.split_first() else { return Some((leaf, String::new())) };
        let child = self.next(sub, step)?;
        let (inner, pointer) = self.around(&child, rest, leaf)?;
        let (key, value) = match step {
            Step::Branch(_) => return Some((self.beside_branch(sub, inner)?, pointer)),
            Step::Items => {
                let shape = self.shape(sub);
                if !shape.kinds.has(Kinds::ARRAY) {
                    return Some((inner, pointer));
                }
                let copies = shape.list.min.unwrap_or(1).clamp(1, 16);
                let items: Vec<Value> = (0..copies).map(|_| inner.clone()).collect();
                ("0".to_owned(), Value::Array(items))
            }
            Step::Property(name) => (name.to_string(), self.with_member(sub, name, inner)?),
            Step::Additional => ("key".to_owned(), self.with_member(sub, "key", inner)?),
        };
        Some((value, format!("/{}{pointer}", contract::pointer::escape(&key))))
    }

    /// A branch's value with what must be there beside the choice.
    fn beside_branch(&mut self, sub: &Sub<'c>, inner: Value) -> Option<Value> {
        let shape = self.shape(sub);
        let Value::Object(inner) = inner else { return Some(inner) };
        let mut members = self.members(&shape, 1)?;
        members.extend(inner);
        Some(Value::Object(members))
    }

    fn with_member(&mut self, sub: &Sub<'c>, name: &str, value: Value) -> Option<Value> {
        let shape = self.shape(sub);
        let mut members = self.object(&shape, 1)?;
        members.insert(name.to_owned(), value);
        Some(Value::Object(members))
    }

    /// The least value without a member.
    pub(super) fn without(&mut self, sub: &Sub<'c>, name: &str) -> Option<Value> {
        let shape = self.shape(sub);
        let mut members = self.object(&shape, 1)?;
        members.remove(name);
        Some(Value::Object(members))
    }

    /// The least value that a schema allows.
    pub(super) fn least(&mut self, sub: &Sub<'c>) -> Option<Value> {
        self.least_at(sub, 0)
    }

    fn least_at(&mut self, sub: &Sub<'c>, depth: usize) -> Option<Value> {
        self.left = self.left.checked_sub(1)?;
        let shape = self.shape(sub);
        self.least_of(&shape, shape.kinds, depth)
    }

    /// The least value of these types.
    pub(super) fn least_of(&mut self, shape: &Shape<'c>, kinds: Kinds, depth: usize) -> Option<Value> {
        if let Some(value) = shape.values.iter().flatten().find(|value| kinds.has(Kinds::holding(value))) {
            return Some(value.clone());
        }
        if depth > DEEPEST || shape.values.is_some() {
            return kinds.has(Kinds::NULL).then_some(Value::Null);
        }
        if kinds.has(Kinds::NULL) && depth > 2 {
            return Some(Value::Null);
        }
        if let Some(branch) = shape.choices.iter().find_map(|choice| choice.branches.first()) {
            let value = self.least_at(branch, depth.saturating_add(1))?;
            return match value {
                Value::Object(inner) => {
                    let mut members = self.members(shape, depth)?;
                    members.extend(inner);
                    Some(Value::Object(members))
                }
                other => Some(other),
            };
        }
        self.least_plain(shape, kinds, depth)
    }

    fn least_plain(&mut self, shape: &Shape<'c>, kinds: Kinds, depth: usize) -> Option<Value> {
        if kinds.has(Kinds::STRING) {
            return text::sample(&shape.text).map(Value::String);
        }
        if kinds.has(Kinds::NUMBER) {
            return Some(number(&shape.number));
        }
        if kinds.has(Kinds::BOOLEAN) {
            return Some(json!(false));
        }
        if kinds.has(Kinds::ARRAY) {
            let count = shape.list.min.unwrap_or(0).min(16);
            let item =
                if count == 0 { Value::Null } else { self.least_at(&shape.list.items, depth.saturating_add(1))? };
            return Some((0..count).map(|_| item.clone()).collect());
        }
        if kinds.has(Kinds::OBJECT) {
            return self.members(shape, depth).map(Value::Object);
        }
        kinds.has(Kinds::NULL).then_some(Value::Null)
    }

    /// The least object, with a branch of each choice.
    fn object(&mut self, shape: &Shape<'c>, depth: usize) -> Option<Map<String, Value>> {
        match self.least_of(shape, Kinds::OBJECT, depth.min(1))? {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    fn members(&mut self, shape: &Shape<'c>, depth: usize) -> Option<Map<String, Value>> {
        let required = shape.members.named.iter().filter(|(_, member)| member.required);
        let mut members = Map::new();
        for (name, member) in required {
            members.insert((*name).to_owned(), self.least_at(&member.value, depth.saturating_add(1))?);
        }
        for index in members.len()..usize::try_from(shape.members.min.unwrap_or(0).min(16)).unwrap_or(0) {
            let value = match &shape.members.extra {
                Extra::Of(sub) => self.least_at(sub, depth.saturating_add(1))?,
                Extra::Any | Extra::Forbidden => json!(""),
            };
            members.insert(format!("key{index}"), value);
        }
        Some(members)
    }
}

/// A number in a range, 0 where that lies in it.
fn number(numbers: &Numbers) -> Value {
    let ends = (numbers.min, numbers.max);
    let value = match (numbers.multiples.first(), ends) {
        (Some(step), (Some(low), _)) if low.value > 0.0 => (low.value / step).ceil() * step,
        (Some(step), (_, Some(high))) if high.value < 0.0 => (high.value / step).floor() * step,
        (_, (Some(low), high)) if low.value > 0.0 || low.value == 0.0 && low.exclusive => {
            inside(low, high.map(|high| high.value), 1.0)
        }
        (_, (low, Some(high))) if high.value < 0.0 || high.value == 0.0 && high.exclusive => {
            inside(high, low.map(|low| low.value), -1.0)
        }
        _ => 0.0,
    };
    crate::shape::plain(value)
}

/// The end of a range, or what lies inside of it where the end itself does not count.
fn inside(end: Bound, other: Option<f64>, step: f64) -> f64 {
    match other {
        _ if !end.exclusive => end.value,
        Some(other) => f64::midpoint(end.value, other),
        None => end.value + step,
    }
}

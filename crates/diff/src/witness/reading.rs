//! Reads what was sent as text by a schema, as a server does: by the types that it names.

use std::borrow::Cow;

use serde_json::{Number, Value};

use super::build::Builder;
use crate::place::Step;
use crate::representation::Representation;
use crate::shape::{Extra, Kinds, Shape, Sub, written};

/// How deep a value is read.
const DEEPEST: usize = 24;

/// What is sent for a value: text has no types. Nothing for what cannot be sent as text.
pub(super) fn sent(value: &Value, representation: Representation) -> Option<Cow<'_, Value>> {
    match representation {
        Representation::Json => Some(Cow::Borrowed(value)),
        representation => as_text(value, representation).map(Cow::Owned),
    }
}

fn as_text(value: &Value, representation: Representation) -> Option<Value> {
    match (value, representation) {
        (value, Representation::Json) => Some(value.clone()),
        (Value::Object(members), representation) => {
            let inside = representation.of_object().inside(&Step::Additional);
            members.iter().map(|(name, member)| Some((name.clone(), as_text(member, inside)?))).collect()
        }
        // A list of none is not sent at all.
        (Value::Array(items), _) if items.is_empty() => None,
        (Value::Array(items), representation) => {
            items.iter().map(|item| as_text(item, representation.inside(&Step::Items))).collect()
        }
        (scalar, _) => written(scalar).map(Value::String),
    }
}

impl<'c> Builder<'c> {
    /// What a schema makes of what was sent.
    pub(super) fn read<'v>(
        &mut self,
        sub: &Sub<'c>,
        sent: &'v Value,
        representation: Representation,
    ) -> Cow<'v, Value> {
        match representation {
            Representation::Json => Cow::Borrowed(sent),
            representation => Cow::Owned(self.read_at(sub, sent, representation, 0)),
        }
    }

    fn read_at(&mut self, sub: &Sub<'c>, sent: &Value, representation: Representation, depth: usize) -> Value {
        if representation == Representation::Json || depth > DEEPEST {
            return sent.clone();
        }
        let shape = self.shape(sub);
        let deeper = depth.saturating_add(1);
        let is_list = shape.kinds.has(Kinds::ARRAY) && !shape.is_any();
        match sent {
            Value::Object(members) => {
                let mut read = |(name, member): (&String, &Value)| {
                    let step = Step::Property(name.as_str().into());
                    let inside = representation.of_object().inside(&step);
                    (name.clone(), self.read_at(&member_of(&shape, name), member, inside, deeper))
                };
                members.iter().map(&mut read).collect()
            }
            Value::Array(items) => {
                if let ([item], false) = (items.as_slice(), is_list) {
                    return self.read_at(sub, item, representation, deeper);
                }
                let inside = representation.inside(&Step::Items);
                let one = if is_list { &shape.list.items } else { sub };
                items.iter().map(|item| self.read_at(one, item, inside, deeper)).collect()
            }
            Value::String(text) => match scalar(&shape, text) {
                Some(value) if !is_list || fits(&shape, &value) => value,
                _ if is_list => {
                    let inside = representation.inside(&Step::Items);
                    Value::Array(vec![self.read_at(&shape.list.items, sent, inside, deeper)])
                }
                _ => sent.clone(),
            },
            other => other.clone(),
        }
    }
}

fn member_of<'c>(shape: &Shape<'c>, name: &str) -> Sub<'c> {
    match (shape.members.named.get(name), &shape.members.extra) {
        (Some(member), _) => member.value.clone(),
        (None, Extra::Of(sub)) => sub.clone(),
        (None, Extra::Any | Extra::Forbidden) => Sub::default(),
    }
}

/// The scalar that a text stands for: the type that is named, where it reads as one, else a string.
fn scalar(shape: &Shape<'_>, text: &str) -> Option<Value> {
    let number = || serde_json::from_str::<Number>(text).ok().map(Value::Number);
    let boolean = || text.parse::<bool>().ok().map(Value::Bool);
    let all = [
        shape.kinds.has(Kinds::NUMBER).then(number).flatten(),
        shape.kinds.has(Kinds::BOOLEAN).then(boolean).flatten(),
        Some(Value::from(text)),
    ];
    let mut read = all.into_iter().flatten();
    let first = read.next()?;
    // What a list of values has in another type is meant so.
    let listed = |value: &Value| shape.values.as_ref().is_none_or(|values| values.contains(value));
    if listed(&first) { Some(first) } else { read.find(listed).or(Some(first)) }
}

fn fits(shape: &Shape<'_>, value: &Value) -> bool {
    shape.kinds.has(Kinds::holding(value)) && shape.values.as_ref().is_none_or(|values| values.contains(value))
}

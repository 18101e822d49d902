//! Values to try at a place: what the one side allows there and the other may not.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::build::Builder;
use super::{MOST_PROBES, text};
use crate::fact::Fact;
use crate::shape::{Extra, Kinds, Numbers, Shape, Sub, plain};

/// Types in the order in which they are tried.
const KINDS: [Kinds; 6] = [Kinds::STRING, Kinds::INTEGER, Kinds::FRACTION, Kinds::BOOLEAN, Kinds::ARRAY, Kinds::OBJECT];

pub(super) fn probes<'a, 'b>(
    fact: Fact,
    (builder, accepted): (&mut Builder<'a>, &Sub<'a>),
    (refusing, refused): (&mut Builder<'b>, &Sub<'b>),
) -> Vec<Value> {
    let allowed = builder.shape(accepted);
    let other = refusing.shape(refused);
    match fact {
        Fact::Null(_) => vec![Value::Null],
        Fact::Format(_) | Fact::Pattern(_) | Fact::MinLength(_) | Fact::MaxLength(_) => {
            listed(&allowed).unwrap_or_else(|| texts(&allowed, &other))
        }
        Fact::Minimum(_) | Fact::Maximum(_) | Fact::MultipleOf(_) => {
            listed(&allowed).unwrap_or_else(|| numbers(&allowed, &other.number))
        }
        Fact::MinItems(_) | Fact::MaxItems(_) | Fact::UniqueItems(_) => {
            let limits = [other.list.min.map(|min| min.saturating_sub(1)), other.list.max.map(|max| max + 1), Some(2)];
            arrays(builder, &allowed, limits)
        }
        Fact::MinProperties(_) | Fact::MaxProperties(_) | Fact::AdditionalProperties(_) => {
            objects(builder, accepted, &allowed, &other)
        }
        Fact::Choice(_) => branches(builder, accepted, &allowed),
        Fact::Overlap(_) => shared(builder, accepted, (refusing, &other)),
        Fact::Enum(_) => match &allowed.values {
            Some(values) => {
                let others: HashSet<&Value> = other.values.iter().flatten().collect();
                values.iter().filter(|value| !others.contains(value)).take(MOST_PROBES).cloned().collect()
            }
            None => typed(builder, &allowed, &other),
        },
        _ => typed(builder, &allowed, &other),
    }
}

/// The values of a list, where there is one: no others are allowed.
fn listed(allowed: &Shape<'_>) -> Option<Vec<Value>> {
    allowed.values.as_ref().map(|values| values.iter().take(MOST_PROBES).cloned().collect())
}

/// The least value of each type, with numbers that have a fraction, and texts.
fn typed<'a>(builder: &mut Builder<'a>, allowed: &Shape<'a>, other: &Shape<'_>) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    let new = KINDS.into_iter().filter(|kind| allowed.kinds.has(*kind) && !other.kinds.has(*kind));
    let old = KINDS.into_iter().filter(|kind| allowed.kinds.has(*kind) && other.kinds.has(*kind));
    for kind in new.chain(old) {
        match kind {
            Kinds::FRACTION => all.extend(numbers(allowed, &other.number)),
            // One text is a list of one as well.
            Kinds::ARRAY => {
                all.extend(builder.least_of(allowed, kind, 0));
                all.extend(arrays(builder, allowed, [Some(2), None, None]));
            }
            _ => all.extend(builder.least_of(allowed, kind, 0)),
        }
    }
    all.extend(allowed.values.iter().flatten().take(MOST_PROBES).cloned());
    if allowed.kinds.has(Kinds::STRING) {
        all.extend(texts(allowed, other));
    }
    all.extend(allowed.kinds.has(Kinds::BOOLEAN).then(|| json!(true)));
    all.extend(allowed.kinds.has(Kinds::NULL).then_some(Value::Null));
    all
}

fn texts(allowed: &Shape<'_>, other: &Shape<'_>) -> Vec<Value> {
    text::probes(&allowed.text, &other.text).into_iter().map(Value::String).collect()
}

fn numbers(allowed: &Shape<'_>, other: &Numbers) -> Vec<Value> {
    let ends = |numbers: &Numbers| [numbers.min, numbers.max].into_iter().flatten().map(|bound| bound.value);
    let mut all: Vec<f64> = vec![0.5, 0.0, 1.0];
    for end in ends(other).chain(ends(&allowed.number)) {
        all.extend([end - 1.0, end + 1.0, end, end - 0.5, end + 0.5]);
    }
    for step in allowed.number.multiples.iter().chain(&other.multiples) {
        all.extend([*step, step * 1.5, step / 2.0, step + 1.0]);
    }
    all.into_iter().map(plain).collect()
}

fn arrays<'a>(builder: &mut Builder<'a>, allowed: &Shape<'a>, limits: [Option<u64>; 3]) -> Vec<Value> {
    let Some(item) = builder.least(&allowed.list.items) else { return vec![json!([])] };
    let copies = |count: u64| (0..count).map(|index| if allowed.list.unique { json!(index) } else { item.clone() });
    limits.into_iter().flatten().filter(|limit| *limit <= 4096).map(|limit| copies(limit).collect()).collect()
}

fn objects<'a>(builder: &mut Builder<'a>, accepted: &Sub<'a>, allowed: &Shape<'a>, other: &Shape<'_>) -> Vec<Value> {
    let Some(Value::Object(least)) = builder.least_of(allowed, Kinds::OBJECT, 0) else { return Vec::new() };
    let _ = accepted;
    let mut all = vec![Value::Object(least.clone())];
    let with = |value: Value| Value::Object(least.clone().into_iter().chain([("key".to_owned(), value)]).collect());
    match &allowed.members.extra {
        Extra::Of(sub) => all.extend(builder.least(sub).map(with)),
        Extra::Any => all.extend([json!("text"), json!(1), json!({}), json!([]), Value::Null].map(with)),
        Extra::Forbidden => {}
    }
    let limits = [other.members.min.map(|min| min.saturating_sub(1)), other.members.max.map(|max| max + 1)];
    let sized = limits.into_iter().flatten().filter(|limit| *limit <= 256).map(|limit| {
        let more: Map<String, Value> = (0..limit).map(|index| (format!("key{index}"), json!(""))).collect();
        Value::Object(more)
    });
    all.extend(sized);
    all
}

fn branches<'a>(builder: &mut Builder<'a>, accepted: &Sub<'a>, allowed: &Shape<'a>) -> Vec<Value> {
    let branches = allowed.choices.iter().flat_map(|choice| &choice.branches);
    let mut all: Vec<Value> = branches.filter_map(|branch| builder.least(branch)).collect();
    all.extend(builder.least(accepted));
    all
}

/// What the branches of the side that refuses have in common is at the ends of one of them, if anywhere.
fn shared<'a, 'b>(
    builder: &mut Builder<'a>,
    accepted: &Sub<'a>,
    (refusing, other): (&mut Builder<'b>, &Shape<'b>),
) -> Vec<Value> {
    let mut all: Vec<Value> = builder.least(accepted).into_iter().collect();
    for branch in other.choices.iter().flat_map(|choice| &choice.branches) {
        let shape = refusing.shape(branch);
        all.extend(refusing.least(branch));
        if shape.kinds.has(Kinds::NUMBER) {
            all.extend(numbers(&shape, &other.number));
        }
        if shape.kinds.has(Kinds::STRING) {
            all.extend(text::sample(&shape.text).map(Value::String));
        }
    }
    all
}

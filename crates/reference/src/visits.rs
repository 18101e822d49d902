//! How often parts of a schema are held against parts of a value, before anybody does so.
//!
//! At each depth of a value several parts of a schema may lead to the same one below, so that the ways to the innermost
//! value are more than can be gone, although each pair of a part and a value is known after one look.

use std::collections::HashMap;
use std::ptr;

use serde_json::Value;

use super::unfolding::parts;

/// How many pairs are looked at: of a larger value it is taken that it is right to be judged.
const MOST_PAIRS: usize = 200_000;

/// How often parts of a schema are held against parts of a value at most; nothing where that would take too long to tell.
pub(crate) fn count(schema: &Value, value: &Value) -> Option<usize> {
    let mut visits = Visits { root: schema, known: HashMap::new() };
    visits.of(schema, value)
}

struct Visits<'s> {
    root: &'s Value,
    known: HashMap<(*const Value, *const Value), usize>,
}

impl<'s> Visits<'s> {
    fn of(&mut self, schema: &'s Value, value: &Value) -> Option<usize> {
        let pair = (ptr::from_ref(schema), ptr::from_ref(value));
        if let Some(known) = self.known.get(&pair) {
            return Some(*known);
        }
        if self.known.len() >= MOST_PAIRS {
            return None;
        }
        // Who comes back to it while it is counted goes no further.
        self.known.insert(pair, 1);
        let mut all: usize = 1;
        for part in parts(self.root, schema) {
            all = all.saturating_add(self.of(part, value)?);
        }
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    for below in of_member(schema, name) {
                        all = all.saturating_add(self.of(below, member)?);
                    }
                }
            }
            Value::Array(items) => {
                for (below, item) in items.iter().flat_map(|item| of_item(schema).map(move |below| (below, item))) {
                    all = all.saturating_add(self.of(below, item)?);
                }
            }
            _ => {}
        }
        self.known.insert(pair, all);
        Some(all)
    }
}

/// The schemas that may speak of a member.
fn of_member<'s>(schema: &'s Value, name: &str) -> impl Iterator<Item = &'s Value> {
    let named = schema.get("properties").and_then(|properties| properties.get(name));
    let patterns = schema.get("patternProperties").and_then(Value::as_object).into_iter().flat_map(|all| all.values());
    let others = ["additionalProperties", "unevaluatedProperties"].into_iter().filter_map(|name| schema.get(name));
    let others = others.filter(move |_| named.is_none());
    named.into_iter().chain(patterns).chain(others).filter(|below| below.is_object())
}

/// The schemas that may speak of an item.
fn of_item(schema: &Value) -> impl Iterator<Item = &Value> {
    let first = schema.get("prefixItems").and_then(Value::as_array).into_iter().flatten();
    let all = ["items", "contains", "unevaluatedItems"].into_iter().filter_map(|name| schema.get(name));
    first.chain(all).filter(|below| below.is_object())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ways_multiply_from_depth_to_depth() {
        let next = json!({"$ref": "#"});
        let schema = json!({"allOf": [{"properties": {"a": next}}, {"properties": {"a": {"allOf": [next, next]}}}]});
        let deep = (0..40).fold(json!(1), |inner, _| json!({ "a": inner }));
        assert!(count(&schema, &deep).is_some_and(|visits| visits > 1_000_000_000));
        let list = json!({"items": {"properties": {"a": {"type": "string"}}}});
        let value = json!(vec![json!({"a": "x", "b": 1}); 1000]);
        assert_eq!(count(&list, &value), Some(1 + 2 * 1000));
    }
}

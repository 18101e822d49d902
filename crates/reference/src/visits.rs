//! How often parts of a schema are held against parts of a value, before anybody does so.
//!
//! At each depth of a value several parts of a schema may lead to the same one below, so that the ways to the innermost
//! value are more than can be gone, although each pair of a part and a value is known after one look.

use std::ptr;

use foldhash::{HashMap, HashMapExt as _};
use serde_json::{Map, Value};

use super::unfolding::parts;

/// How many pairs are looked at, and how many members and items for them: of a larger value it is taken that it is right
/// to be judged.
const MOST_PAIRS: usize = 200_000;
const MOST_LOOKS: usize = 4_000_000;

/// What of a schema leads to what: it is looked up once, however many values are asked about.
#[derive(Debug)]
pub(crate) struct Visits {
    /// The first is the schema as a whole; the others are known by their place here.
    parts: Vec<Part>,
}

/// A part of a schema, by the parts that it leads to.
#[derive(Debug, Default)]
struct Part {
    /// Those that speak of the same value.
    same: Vec<usize>,
    /// Those that speak of a member of a name.
    named: HashMap<String, usize>,
    /// Those that may speak of any member, and those that may speak of one without a name here.
    patterns: Vec<usize>,
    others: Vec<usize>,
    /// Those that may speak of an item.
    items: Vec<usize>,
}

impl Visits {
    pub(crate) fn of(schema: &Value) -> Self {
        let mut numbers = HashMap::from_iter([(ptr::from_ref(schema), 0)]);
        let (mut met, mut all) = (vec![schema], Vec::new());
        while let Some(part) = met.get(all.len()).copied() {
            let part = Part::of(schema, part, |below| {
                *numbers.entry(ptr::from_ref(below)).or_insert_with(|| {
                    met.push(below);
                    met.len() - 1
                })
            });
            all.push(part);
        }
        Self { parts: all }
    }

    /// How often parts of the schema are held against parts of a value at most; nothing where that would take too long to
    /// tell.
    pub(crate) fn count(&self, value: &Value) -> Option<usize> {
        Count { parts: &self.parts, known: HashMap::new(), looks: MOST_LOOKS }.of(0, value)
    }
}

impl Part {
    fn of<'s>(root: &'s Value, schema: &'s Value, mut number: impl FnMut(&'s Value) -> usize) -> Self {
        let mut all = |schemas: Vec<&'s Value>| -> Vec<usize> {
            schemas.into_iter().filter(|below| below.is_object()).map(&mut number).collect()
        };
        let of = |name: &str| schema.get(name).into_iter();
        let members = |name: &str| of(name).filter_map(Value::as_object).flat_map(Map::iter);
        let same = all(parts(root, schema));
        let patterns = all(members("patternProperties").map(|(_, below)| below).collect());
        let others = all(of("additionalProperties").chain(of("unevaluatedProperties")).collect());
        let first = of("prefixItems").filter_map(Value::as_array).flatten();
        let items = all(first.chain(of("items")).chain(of("contains")).chain(of("unevaluatedItems")).collect());
        let named = members("properties").filter(|(_, below)| below.is_object());
        let named = named.map(|(name, below)| (name.clone(), number(below))).collect();
        Self { same, named, patterns, others, items }
    }

    /// The parts that may speak of members of an object, with those. What has a name is looked up from where there is less.
    fn of_members<'p>(&'p self, members: &'p Map<String, Value>) -> Vec<(usize, &'p Value)> {
        if !(self.patterns.is_empty() && self.others.is_empty()) {
            return members
                .iter()
                .flat_map(|(name, member)| self.of_any(name).map(move |part| (part, member)))
                .collect();
        }
        if self.named.len() < members.len() {
            self.named.iter().filter_map(|(name, part)| Some((*part, members.get(name)?))).collect()
        } else {
            members.iter().filter_map(|(name, member)| Some((*self.named.get(name)?, member))).collect()
        }
    }

    /// The parts that may speak of a member.
    fn of_any(&self, name: &str) -> impl Iterator<Item = usize> {
        let named = self.named.get(name);
        let others = self.others.iter().filter(move |_| named.is_none());
        named.into_iter().chain(&self.patterns).chain(others).copied()
    }

    /// How many members or items are looked at for a value.
    fn looks(&self, value: &Value) -> usize {
        match value {
            Value::Object(members) if self.patterns.is_empty() && self.others.is_empty() => {
                members.len().min(self.named.len())
            }
            Value::Object(members) => members.len().saturating_mul(1 + self.patterns.len() + self.others.len()),
            Value::Array(items) => items.len().saturating_mul(self.items.len()),
            _ => 0,
        }
    }
}

struct Count<'p> {
    parts: &'p [Part],
    known: HashMap<(usize, *const Value), usize>,
    looks: usize,
}

impl Count<'_> {
    fn of(&mut self, at: usize, value: &Value) -> Option<usize> {
        let Some(part) = self.parts.get(at) else { return Some(1) };
        let pair = (at, ptr::from_ref(value));
        if let Some(known) = self.known.get(&pair) {
            return Some(*known);
        }
        if self.known.len() >= MOST_PAIRS {
            return None;
        }
        self.looks = self.looks.checked_sub(part.looks(value))?;
        // Who comes back to it while it is counted goes no further.
        self.known.insert(pair, 1);
        let mut all: usize = 1;
        for same in &part.same {
            all = all.saturating_add(self.of(*same, value)?);
        }
        match value {
            Value::Object(members) => {
                for (below, member) in part.of_members(members) {
                    all = all.saturating_add(self.of(below, member)?);
                }
            }
            Value::Array(items) => {
                for (item, below) in items.iter().flat_map(|item| part.items.iter().map(move |below| (item, *below))) {
                    all = all.saturating_add(self.of(below, item)?);
                }
            }
            _ => {}
        }
        self.known.insert(pair, all);
        Some(all)
    }
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
        assert!(Visits::of(&schema).count(&deep).is_some_and(|visits| visits > 1_000_000_000));
        let list = json!({"items": {"properties": {"a": {"type": "string"}}}});
        let value = json!(vec![json!({"a": "x", "b": 1}); 1000]);
        assert_eq!(Visits::of(&list).count(&value), Some(1 + 2 * 1000));
    }
}

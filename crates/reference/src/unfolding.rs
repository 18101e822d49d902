//! How much of a schema speaks of one value: what `$ref`, `allOf` and the other keywords of one place lead to, each time that
//! they do.
//!
//! A schema of a few lines can lead to one of its parts on more ways than anybody can go (forty levels of `allOf: [X, X]`).
//! Whoever judges by such a schema goes all of them, so that it is better not used.

use std::ptr;

use foldhash::{HashMap, HashMapExt as _, HashSet};
use serde_json::Value;

/// The most parts of a schema that may speak of one value, each as often as something leads to it.
const MOST_PARTS: usize = 20_000;
/// How deep they may lie in each other.
const DEEPEST: usize = 500;
/// How many steps it may take to find that out.
const MOST_STEPS: usize = 4_000_000;

/// Keywords that hold one schema for the value itself, and those that hold several.
const ONE: [&str; 4] = ["not", "if", "then", "else"];
const SEVERAL: [&str; 3] = ["allOf", "anyOf", "oneOf"];
/// Keywords whose value is data, not a schema.
pub(crate) const DATA: [&str; 4] = ["const", "default", "enum", "examples"];

/// What a schema asks for at its largest place, and at its deepest; nothing where that is too much.
pub(crate) fn most(schema: &Value) -> Option<Extent> {
    let mut unfolding = Unfolding { root: schema, known: HashMap::new(), steps: MOST_STEPS };
    let (mut open, mut most) = (vec![schema], Extent::default());
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                let here = unfolding.of(value)?;
                most = Extent { parts: most.parts.max(here.parts), depth: most.depth.max(here.depth) };
                open.extend(members.iter().filter(|(name, _)| !DATA.contains(&name.as_str())).map(|(_, value)| value));
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    Some(most)
}

/// How much speaks of one value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    /// How many parts of the schema, each as often as something leads to it.
    pub(crate) parts: usize,
    /// How deep they lie in each other.
    pub(crate) depth: usize,
}

struct Unfolding<'s> {
    root: &'s Value,
    /// Of parts that do not lead to themselves.
    known: HashMap<*const Value, Extent>,
    steps: usize,
}

/// A part that is being gone through.
struct Frame<'s> {
    part: &'s Value,
    open: Vec<&'s Value>,
    extent: Extent,
    /// Whether it leads to one that is being gone through: what it asks for depends on where one came from.
    is_circular: bool,
}

impl<'s> Unfolding<'s> {
    fn of(&mut self, part: &'s Value) -> Option<Extent> {
        let mut frames = vec![self.frame(part)];
        let mut within: HashSet<*const Value> = HashSet::from_iter([ptr::from_ref(part)]);
        let mut whole = Extent::default();
        while let Some(frame) = frames.last_mut() {
            self.steps = self.steps.checked_sub(1)?;
            let Some(next) = frame.open.pop() else {
                let Some(Frame { part, extent, is_circular, .. }) = frames.pop() else { break };
                within.remove(&ptr::from_ref(part));
                if !is_circular {
                    self.known.insert(ptr::from_ref(part), extent);
                }
                match frames.last_mut() {
                    Some(outer) => outer.add(extent, is_circular)?,
                    None => whole = extent,
                }
                continue;
            };
            if let Some(known) = self.known.get(&ptr::from_ref(next)).copied() {
                frame.add(known, false)?;
            } else if within.insert(ptr::from_ref(next)) {
                if frames.len() >= DEEPEST {
                    return None;
                }
                let frame = self.frame(next);
                frames.push(frame);
            } else {
                frame.add(Extent { parts: 1, depth: 1 }, true)?;
            }
        }
        Some(whole)
    }

    fn frame(&self, part: &'s Value) -> Frame<'s> {
        Frame { part, open: parts(self.root, part), extent: Extent { parts: 1, depth: 1 }, is_circular: false }
    }
}

/// The schemas that a schema holds or refers to for the value that it speaks of itself.
pub(crate) fn parts<'s>(root: &'s Value, schema: &'s Value) -> Vec<&'s Value> {
    let lists = SEVERAL.iter().filter_map(|name| schema.get(name)?.as_array()).flatten();
    let single = ONE.iter().filter_map(|name| schema.get(name));
    let dependent = schema.get("dependentSchemas").and_then(Value::as_object);
    let target = schema.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix('#'));
    let referred = target.and_then(|pointer| root.pointer(pointer));
    let dependent = dependent.into_iter().flat_map(|schemas| schemas.values());
    referred.into_iter().chain(lists).chain(single).chain(dependent).filter(|part| part.is_object()).collect()
}

impl Frame<'_> {
    /// Adds what one of its parts asks for; nothing where it is too much.
    fn add(&mut self, inner: Extent, is_circular: bool) -> Option<()> {
        self.extent.parts = self.extent.parts.saturating_add(inner.parts);
        self.extent.depth = self.extent.depth.max(inner.depth.saturating_add(1));
        self.is_circular |= is_circular;
        (self.extent.parts <= MOST_PARTS && self.extent.depth <= DEEPEST).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::*;

    /// So many schemas of which each is made of the next, and the last says little.
    fn levels(count: usize, one: impl Fn(Value) -> Value) -> Value {
        let to = |at: usize| json!({"$ref": format!("#/$defs/L{at}")});
        let mut defs: Map<String, Value> = (0..count).map(|at| (format!("L{at}"), one(to(at + 1)))).collect();
        defs.insert(format!("L{count}"), json!({"type": "object"}));
        json!({"$ref": "#/$defs/L0", "$defs": defs})
    }

    #[test]
    fn ways_are_counted_not_gone() {
        let twice = |next: Value| json!({"allOf": [next, next]});
        assert!(most(&levels(8, twice)).is_some() && most(&levels(40, twice)).is_none());
        let either = |next: Value| json!({"if": next, "then": {"not": next}});
        assert!(most(&levels(8, either)).is_some() && most(&levels(40, either)).is_none());
        // Each is of a value of its own.
        let members = |next: Value| json!({"properties": {"a": next, "b": next}});
        assert_eq!(most(&levels(1000, members)), Some(Extent { parts: 2, depth: 2 }));
        assert!(most(&levels(100, |next| next)).is_some() && most(&levels(1000, |next| next)).is_none());
    }

    #[test]
    fn circles_end() {
        let ring = json!({"$ref": "#/$defs/A", "$defs": {"A": {"anyOf": [{"$ref": "#/$defs/B"}, true]},
            "B": {"allOf": [{"$ref": "#/$defs/A"}, {"type": "object"}]}}});
        assert!(most(&ring).is_some());
        let all: Vec<Value> = (0..40).map(|at| json!({"$ref": format!("#/$defs/C{at}")})).collect();
        let each: Map<String, Value> = (0..40).map(|at| (format!("C{at}"), json!({"oneOf": all}))).collect();
        assert!(most(&json!({"$ref": "#/$defs/C0", "$defs": each})).is_none());
    }

    #[test]
    fn what_is_data_is_no_schema() {
        let data = json!({"const": {"$ref": "#/const"}, "enum": [{"allOf": [{"$ref": "#"}]}]});
        assert_eq!(most(&data), Some(Extent { parts: 1, depth: 1 }));
    }
}

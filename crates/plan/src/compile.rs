//! From a schema of the contract to nodes of an arena.
//!
//! References, `allOf` and alternatives are taken apart first: a place becomes "null or not" and a list of ways, each a
//! list of nodes that hold together. Places are remembered by their ways, so a cycle ends where it began.

mod gaps;
mod numbers;
pub(crate) mod object;
mod texts;
mod ways;

use std::collections::HashMap;

use contract::{Kind, Node as Said, NodeId, Projection, Schema};

use crate::arena::{Arena, Array, FREE_ARRAY, FREE_OBJECT, Id, Node, Op, Repeats, UNSURE, Union};
use ways::{Way, is_null_hazy, is_null_right, ways};

/// Compiles a schema; the second part names what is left to others.
pub(crate) fn compile(view: Projection<'_>, schema: &Schema) -> (Arena, Vec<String>) {
    let mut compiler = Compiler { view, arena: Arena::empty(), known: HashMap::new(), gaps: Vec::new() };
    compiler.arena.root = compiler.place(&[schema], Openness::Free);
    let unusable = gaps::unusable_patterns(view, schema);
    if !unusable.is_empty() {
        // The reference says of such a schema that it cannot be used at all.
        compiler.arena.root = UNSURE;
        compiler.gaps.extend(unusable);
    }
    compiler.gaps.sort();
    compiler.gaps.dedup();
    (compiler.arena, compiler.gaps)
}

/// What becomes of an object of which the schema names no members. Between alternatives a member that one allows may be
/// one that the other declares, and the walk over the value knows both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Openness {
    Free,
    Unsure,
}

/// A place by what it must be: whether null will do, and the nodes of each way.
type Key = (bool, Vec<Vec<NodeId>>, Openness);

struct Compiler<'c> {
    view: Projection<'c>,
    arena: Arena,
    known: HashMap<Key, Id>,
    gaps: Vec<String>,
}

/// What the first byte of a value tells of its type.
const CLASSES: [&[Kind]; 5] =
    [&[Kind::String], &[Kind::Integer, Kind::Number], &[Kind::Boolean], &[Kind::Array], &[Kind::Object]];

impl<'c> Compiler<'c> {
    /// The node of a value that fits all of these schemas.
    fn place(&mut self, schemas: &[&'c Schema], openness: Openness) -> Id {
        let said: Vec<&'c Said> = schemas.iter().filter_map(|schema| schema.at(self.view.release)).collect();
        let null = said.iter().all(|node| is_null_right(self.view, node, 0));
        let id = match ways(self.view, &said) {
            Ok(ways) => self.ways(null, &ways, openness),
            Err(keyword) => self.gap(keyword),
        };
        if !null && said.iter().any(|node| is_null_hazy(self.view, node, 0)) {
            self.arena.hazy.push(id);
        }
        id
    }

    /// A node of which no scanner is sure.
    fn gap(&mut self, keyword: impl Into<String>) -> Id {
        self.gaps.push(keyword.into());
        UNSURE
    }

    fn ways(&mut self, null: bool, ways: &[Way<'c>], openness: Openness) -> Id {
        let nodes = ways.iter().map(|way| way.nodes.iter().map(|node| node.id.0).collect()).collect();
        let key = (null, nodes, openness);
        if let Some(id) = self.known.get(&key) {
            return *id;
        }
        let id = self.push(Op::Unsure, null);
        self.known.insert(key, id);
        let op = self.op(ways, openness);
        if let Some(node) = self.arena.nodes.get_mut(id as usize) {
            node.op = op;
        }
        id
    }

    fn push(&mut self, op: Op, null: bool) -> Id {
        self.arena.nodes.push(Node { op, null });
        place_of(&self.arena.nodes)
    }

    /// What a value other than null must be.
    fn op(&mut self, ways: &[Way<'c>], openness: Openness) -> Op {
        if ways.is_empty() {
            return Op::Null;
        }
        if ways.iter().all(Way::says_nothing) && openness == Openness::Free {
            return Op::Any;
        }
        let by_class = CLASSES.map(|kinds| {
            ways.iter().filter(|way| way.kind().is_none_or(|kind| kinds.contains(&kind))).collect::<Vec<_>>()
        });
        let classes = || CLASSES.iter().zip(&by_class).filter(|(_, ways)| !ways.is_empty());
        if classes().count() == 1 {
            let found = classes().map(|(kinds, ways)| (*kinds, ways.clone())).next();
            return found.map_or(Op::Unsure, |(kinds, ways)| self.class(kinds, &ways, openness));
        }
        let [text, number, boolean, array, object] = std::array::from_fn(|at| {
            let (kinds, ways) = (CLASSES.get(at)?, by_class.get(at)?);
            let op = if ways.is_empty() { Op::Null } else { self.class(kinds, ways, openness) };
            Some(self.push(op, false))
        });
        let [text, number, boolean, array, object] =
            [text, number, boolean, array, object].map(|id: Option<Id>| id.unwrap_or(UNSURE));
        self.arena.unions.push(Union { text, number, boolean, array, object });
        Op::Union(place_of(&self.arena.unions))
    }

    /// A value whose first byte fits the kinds, one way or the other.
    fn class(&mut self, kinds: &[Kind], ways: &[&Way<'c>], openness: Openness) -> Op {
        if let [way] = ways {
            return self.one(kinds, way, openness);
        }
        let nodes: Vec<&Said> = ways.iter().flat_map(|way| way.nodes.iter().copied()).collect();
        if gaps::is_walked(self.view, &nodes) {
            self.gaps.push("anyOf of one type with int32, int64 or deprecated members".to_owned());
            return Op::Unsure;
        }
        let branches: Vec<Op> = ways.iter().map(|way| self.one(kinds, way, Openness::Unsure)).collect();
        let branches = branches.into_iter().map(|op| self.push(op, false)).collect();
        self.arena.choices.push(branches);
        Op::Choice(place_of(&self.arena.choices))
    }

    fn one(&mut self, kinds: &[Kind], way: &Way<'c>, openness: Openness) -> Op {
        if let Some(keyword) = way.beyond(self.view) {
            self.gaps.push(keyword.to_owned());
            return Op::Unsure;
        }
        match kinds {
            [Kind::String] => self.text(way),
            [Kind::Integer, Kind::Number] if way.has_values(self.view) => self.numbers(way),
            _ if way.has_values(self.view) => Op::Unsure,
            [Kind::Boolean] => Op::Boolean,
            [Kind::Array] => self.array(way, openness),
            [Kind::Object] => self.object(way, openness),
            _ => self.number(way),
        }
    }

    fn array(&mut self, way: &Way<'c>, openness: Openness) -> Op {
        let items = way.items();
        let fewest = way.at_least("minItems").unwrap_or(0);
        let most = way.at_most("maxItems").unwrap_or(u64::MAX);
        let unique = way.keyword("uniqueItems").any(|value| value.as_bool() == Some(true));
        if items.is_empty() && fewest == 0 && most == u64::MAX && !unique && openness == Openness::Free {
            return Op::Array(FREE_ARRAY);
        }
        let Ok(fewest) = u32::try_from(fewest) else { return Op::Unsure };
        let items = self.place(&items, openness);
        let repeats = if unique { Repeats::Forbidden } else { Repeats::Allowed };
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        self.arena.arrays.push(Array { items, fewest, most, repeats });
        Op::Array(place_of(&self.arena.arrays))
    }

    fn object(&mut self, way: &Way<'c>, openness: Openness) -> Op {
        if way.is_free() && openness == Openness::Free && way.additional().is_empty() {
            return Op::Object(FREE_OBJECT);
        }
        object::object(self, way, openness)
    }
}

/// The place of what was pushed last.
pub(crate) fn place_of<T>(list: &[T]) -> u32 {
    u32::try_from(list.len().saturating_sub(1)).unwrap_or(u32::MAX)
}

//! From a schema of the contract to nodes of an arena.
//!
//! References, `allOf` and alternatives are taken apart first: a place becomes "null or not" and a list of alternatives, each a
//! list of nodes that hold together. Places are remembered by their alternatives, so a cycle ends where it began; what is
//! met waits in a list, so that no stack grows with the document. All work is counted: of a place that is met when there is
//! too much of it no scanner is sure.

mod alternatives;
mod gaps;
mod nullness;
mod numbers;
pub(crate) mod object;
mod search;
mod texts;
mod work;

use contract::{Kind, Node as Said, NodeId, Projection, Schema};
use foldhash::HashMap;

use crate::arena::{Arena, Array, FREE_ARRAY, FREE_OBJECT, Id, Node, Op, Repeats, UNSURE, Union};
use alternatives::{Alternative, alternatives};
use nullness::Nulls;
use search::Search;
pub(crate) use texts::Patterns;
pub(crate) use work::Work;

/// A schema, compiled.
pub(crate) struct Compiled {
    pub(crate) arena: Arena,
    /// What is left to others.
    pub(crate) gaps: Vec<String>,
    /// How much work it was.
    pub(crate) work: usize,
    /// The patterns that were given, and those that were met.
    pub(crate) patterns: Patterns,
}

/// Compiles a schema. Patterns that were compiled already need not be given, but save time.
pub(crate) fn compile(view: Projection<'_>, schema: &Schema, patterns: Patterns) -> Compiled {
    let foreign = if is_request(view, schema) { "readOnly" } else { "writeOnly" };
    let mut compiler = Compiler {
        view,
        foreign,
        arena: Arena::empty(),
        known: HashMap::default(),
        waiting: Vec::new(),
        nulls: Nulls::default(),
        flagged: Search::default(),
        walked: Search::default(),
        work: Work::new(),
        gaps: Vec::new(),
        patterns,
    };
    compiler.arena.root = compiler.place(&[schema], Openness::Free);
    while let Some((id, alternatives, openness)) = compiler.waiting.pop() {
        let op = compiler.op(&alternatives, openness);
        if let Some(node) = compiler.arena.nodes.get_mut(id as usize) {
            node.op = op;
        }
    }
    let Compiler { arena, mut gaps, work, patterns, .. } = compiler;
    gaps.sort();
    gaps.dedup();
    Compiled { arena, gaps, work: work.done(), patterns }
}

/// What becomes of an object of which the schema names no members. Between alternatives a member that one allows may be
/// one that the other declares, and the walk over the value knows both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Openness {
    Free,
    Unsure,
}

/// A place by what it must be: whether null will do, and the nodes of each alternative.
type Key = (bool, Vec<Vec<NodeId>>, Openness);

/// Whether a schema is that of a request body: who writes such a value is the client.
fn is_request(view: Projection<'_>, schema: &Schema) -> bool {
    let bodies = view.contract.operations.iter().filter_map(|operation| operation.body.as_ref());
    let mut schemas = bodies.flat_map(|body| &body.content).filter_map(|media| media.schema.as_ref());
    schemas.any(|body| std::ptr::eq(body, schema))
}

struct Compiler<'c> {
    view: Projection<'c>,
    /// The flag of members that the writer of the value should not write.
    foreign: &'static str,
    arena: Arena,
    known: HashMap<Key, Id>,
    /// Places that are known, and still to be compiled.
    waiting: Vec<(Id, Vec<Alternative<'c>>, Openness)>,
    nulls: Nulls<'c>,
    /// Who leads to a member that the writer of the value should not write.
    flagged: Search<'c>,
    /// Who leads to what the walk over a value judges beside the schema.
    walked: Search<'c>,
    work: Work,
    gaps: Vec<String>,
    patterns: Patterns,
}

/// What the first byte of a value tells of its type.
const CLASSES: [&[Kind]; 5] =
    [&[Kind::String], &[Kind::Integer, Kind::Number], &[Kind::Boolean], &[Kind::Array], &[Kind::Object]];

impl<'c> Compiler<'c> {
    /// The node of a value that fits all of these schemas.
    fn place(&mut self, schemas: &[&'c Schema], openness: Openness) -> Id {
        let said: Vec<&'c Said> = schemas.iter().filter_map(|schema| schema.at(self.view.release)).collect();
        let null = self.nulls.of_all(self.view, &said, &mut self.work);
        let id = match alternatives(self.view, &said, &mut self.work) {
            Ok(alternatives) => self.alternatives(null.is_right, alternatives, openness),
            Err(keyword) => self.gap(keyword),
        };
        if !null.is_right && null.is_uncertain {
            self.arena.null_uncertain.insert(id);
        }
        id
    }

    /// A node of which no scanner is sure.
    fn gap(&mut self, keyword: impl Into<String>) -> Id {
        self.gaps.push(keyword.into());
        UNSURE
    }

    fn alternatives(&mut self, null: bool, alternatives: Vec<Alternative<'c>>, openness: Openness) -> Id {
        let nodes =
            alternatives.iter().map(|alternative| alternative.nodes.iter().map(|node| node.id.0).collect()).collect();
        let key = (null, nodes, openness);
        if let Some(id) = self.known.get(&key) {
            return *id;
        }
        let id = self.push(Op::Unsure, null);
        self.known.insert(key, id);
        self.waiting.push((id, alternatives, openness));
        id
    }

    fn push(&mut self, op: Op, null: bool) -> Id {
        self.arena.nodes.push(Node { op, null });
        place_of(&self.arena.nodes)
    }

    /// What a value other than null must be.
    fn op(&mut self, alternatives: &[Alternative<'c>], openness: Openness) -> Op {
        if alternatives.is_empty() {
            return Op::Null;
        }
        if alternatives.iter().all(Alternative::says_nothing) && openness == Openness::Free {
            return Op::Any;
        }
        let by_class = CLASSES.map(|kinds| {
            alternatives
                .iter()
                .filter(|alternative| alternative.kind().is_none_or(|kind| kinds.contains(&kind)))
                .collect::<Vec<_>>()
        });
        let classes = || CLASSES.iter().zip(&by_class).filter(|(_, alternatives)| !alternatives.is_empty());
        if classes().count() == 1 {
            let found = classes().map(|(kinds, alternatives)| (*kinds, alternatives.clone())).next();
            return found.map_or(Op::Unsure, |(kinds, alternatives)| self.class(kinds, &alternatives, openness));
        }
        let [text, number, boolean, array, object] = std::array::from_fn(|at| {
            let (kinds, alternatives) = (CLASSES.get(at)?, by_class.get(at)?);
            let op = if alternatives.is_empty() { Op::Null } else { self.class(kinds, alternatives, openness) };
            Some(self.push(op, false))
        });
        let [text, number, boolean, array, object] =
            [text, number, boolean, array, object].map(|id: Option<Id>| id.unwrap_or(UNSURE));
        self.arena.unions.push(Union { text, number, boolean, array, object });
        Op::Union(place_of(&self.arena.unions))
    }

    /// A value whose first byte fits the kinds, one alternative or the other.
    fn class(&mut self, kinds: &[Kind], alternatives: &[&Alternative<'c>], openness: Openness) -> Op {
        if let [alternative] = alternatives {
            return self.one(kinds, alternative, openness);
        }
        let nodes: Vec<&Said> = alternatives.iter().flat_map(|alternative| alternative.nodes.iter().copied()).collect();
        if nodes.into_iter().any(|node| self.walked.finds(node, gaps::Walked(self.view), &mut self.work)) {
            self.gaps.push("anyOf of one type with int32, int64 or deprecated members".to_owned());
            return Op::Unsure;
        }
        let branches: Vec<Op> =
            alternatives.iter().map(|alternative| self.one(kinds, alternative, Openness::Unsure)).collect();
        let branches = branches.into_iter().map(|op| self.push(op, false)).collect();
        self.arena.choices.push(branches);
        Op::Choice(place_of(&self.arena.choices))
    }

    fn one(&mut self, kinds: &[Kind], alternative: &Alternative<'c>, openness: Openness) -> Op {
        let flagged = |node: &'c Said| {
            let mut alive = self.view.properties(node).filter_map(|property| property.schema.at(self.view.release));
            let flags = gaps::Flagged { view: self.view, flag: self.foreign };
            alive.any(|node| self.flagged.finds(node, flags, &mut self.work))
        };
        if let Some(keyword) = alternative.beyond(self.view, self.foreign, flagged) {
            self.gaps.push(keyword.to_owned());
            return Op::Unsure;
        }
        match kinds {
            [Kind::String] => self.text(alternative),
            [Kind::Integer, Kind::Number] if alternative.has_values(self.view) => self.numbers(alternative),
            _ if alternative.has_values(self.view) => Op::Unsure,
            [Kind::Boolean] => Op::Boolean,
            [Kind::Array] => self.array(alternative, openness),
            [Kind::Object] => self.object(alternative, openness),
            _ => self.number(alternative),
        }
    }

    fn array(&mut self, alternative: &Alternative<'c>, openness: Openness) -> Op {
        let items = alternative.items();
        let fewest = alternative.at_least("minItems").unwrap_or(0);
        let most = alternative.at_most("maxItems").unwrap_or(u64::MAX);
        let unique = alternative.keyword("uniqueItems").any(|value| value.as_bool() == Some(true));
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

    fn object(&mut self, alternative: &Alternative<'c>, openness: Openness) -> Op {
        if alternative.is_free() && openness == Openness::Free && alternative.additional().is_empty() {
            return Op::Object(FREE_OBJECT);
        }
        object::object(self, alternative, openness)
    }
}

/// The place of what was pushed last.
pub(crate) fn place_of<T>(list: &[T]) -> u32 {
    u32::try_from(list.len().saturating_sub(1)).unwrap_or(u32::MAX)
}

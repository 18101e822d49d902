//! The plan of a set of releases is the product of their plans.
//!
//! Releases at which a schema says the same are one *group*, compiled once. A place of the product is a place of each
//! group; a group to which nothing matters there has none. What is the same at all groups stays one node of the
//! scanner's; a [`Fork`] beside it says what happens when a value is not as that node wants it.

mod leaves;
mod object;
mod release_groups;

use contract::{Contract, ReleaseSet, Schema};
use foldhash::HashMap;

use crate::arena::cells::{Cells, Nullness, cells};
use crate::arena::set::{Class, ClassOutcome, Fork, UnknownMember};
use crate::arena::{ANY, Arena, Array, FREE_ARRAY, Id, Node, Op, Repeats, UNSURE, Union};
use crate::compile::place_of;
use release_groups::{ReleaseGroup, release_groups};

/// Compiles a schema for a set of releases; the second part names what is left to others at any of them.
pub(crate) fn compile(contract: &Contract, schema: &Schema, open: ReleaseSet) -> (Arena, Vec<String>) {
    let (groups, gaps) = release_groups(contract, schema, open);
    let mut arena = Arena::empty();
    arena.set.forks = vec![Fork::NONE; arena.nodes.len()];
    arena.set.unknown_members = vec![object::NOBODY; arena.objects.len()];
    let roots: Key = groups.iter().map(|group| Some(group.arena.root)).collect();
    let mut product = Product { groups, arena, known: HashMap::default(), waiting: Vec::new() };
    product.arena.root = product.place(roots);
    while let Some((id, all)) = product.waiting.pop() {
        product.fill(id, &all);
    }
    (product.arena, gaps)
}

/// A place by the node that each group has there; none where nothing matters to it.
type Key = Vec<Option<Id>>;

/// What some groups ask of values of one class, each with its place among the groups.
type Asked = [(usize, Op)];

struct Product {
    groups: Vec<ReleaseGroup>,
    arena: Arena,
    known: HashMap<Key, Id>,
    /// Places that are known, and still to be filled.
    waiting: Vec<(Id, Vec<(usize, Cells)>)>,
}

impl Product {
    fn place(&mut self, mut key: Key) -> Id {
        let mut all: Vec<(usize, Cells)> = Vec::new();
        for (at, (group, place)) in self.groups.iter().zip(&mut key).enumerate() {
            let Some(id) = *place else { continue };
            match cells(&group.arena, id) {
                Cells::Free => *place = None,
                Cells::Unsure => return UNSURE,
                cells @ Cells::Of(..) => all.push((at, cells)),
            }
        }
        if all.is_empty() {
            return ANY;
        }
        if let Some(id) = self.known.get(&key) {
            return *id;
        }
        let id = self.push(Op::Unsure, false);
        self.known.insert(key, id);
        self.waiting.push((id, all));
        id
    }

    fn push(&mut self, op: Op, null: bool) -> Id {
        self.arena.nodes.push(Node { op, null });
        self.arena.set.forks.push(Fork::NONE);
        place_of(&self.arena.nodes)
    }

    fn releases(&self, group: usize) -> ReleaseSet {
        self.groups.get(group).map_or(ReleaseSet::NONE, |group| group.releases)
    }

    /// Writes a node: straight where all groups want values of one class, else as a union.
    fn fill(&mut self, id: Id, all: &[(usize, Cells)]) {
        let mut fork = Fork::NONE;
        let mut classes: Vec<(Class, Op, u32)> = Vec::new();
        for class in Class::FULL {
            let asked: Vec<(usize, Op)> = all.iter().filter_map(|(at, cells)| Some((*at, cells.op(class)?))).collect();
            let refusing = all.iter().filter(|(_, cells)| cells.op(class).is_none()).map(|(at, _)| *at);
            let refusing = refusing.fold(ReleaseSet::NONE, |all, at| all | self.releases(at));
            fork.set(class, ClassOutcome { refusing, next: ANY });
            if !asked.is_empty() {
                let (op, rules) = self.class(&asked);
                classes.push((class, op, rules));
            }
        }
        let null = self.null(all, &mut fork);
        let op = match classes.as_slice() {
            [(class, op, rules)] if fork.outcome(*class).refusing.is_empty() && !matches!(op, Op::Choice(_)) => {
                fork.set(*class, ClassOutcome { next: id, ..fork.outcome(*class) });
                fork.rules = *rules;
                *op
            }
            _ => self.union(&classes, &mut fork),
        };
        if let (Some(node), Some(known)) =
            (self.arena.nodes.get_mut(id as usize), self.arena.set.forks.get_mut(id as usize))
        {
            (*node, *known) = (Node { op, null }, fork);
        }
    }

    /// Whether null is right at all groups; those that refuse it go to the fork.
    fn null(&self, all: &[(usize, Cells)], fork: &mut Fork) -> bool {
        let is = |wanted: Nullness| all.iter().filter(move |(_, cells)| cells.null() == wanted);
        if is(Nullness::Uncertain).next().is_some() {
            // Nobody goes on from here.
            fork.set(Class::Null, ClassOutcome { refusing: ReleaseSet::NONE, next: UNSURE });
            return false;
        }
        let refusing = is(Nullness::Wrong).fold(ReleaseSet::NONE, |all, (at, _)| all | self.releases(*at));
        fork.set(Class::Null, ClassOutcome { refusing, next: ANY });
        refusing.is_empty()
    }

    /// The scanner goes on by itself only where no group refuses the class.
    fn union(&mut self, classes: &[(Class, Op, u32)], fork: &mut Fork) -> Op {
        let mut union = Union { text: UNSURE, number: UNSURE, boolean: UNSURE, array: UNSURE, object: UNSURE };
        for (class, op, rules) in classes {
            let id = self.push(*op, false);
            if let Some(own) = self.arena.set.forks.get_mut(id as usize) {
                own.rules = *rules;
            }
            let outcome = fork.outcome(*class);
            fork.set(*class, ClassOutcome { next: id, ..outcome });
            if !outcome.refusing.is_empty() {
                continue;
            }
            match class {
                Class::Text => union.text = id,
                Class::Number => union.number = id,
                Class::Boolean => union.boolean = id,
                Class::Array => union.array = id,
                Class::Object => union.object = id,
                Class::Null => {}
            }
        }
        self.arena.unions.push(union);
        Op::Union(place_of(&self.arena.unions))
    }

    /// What a value of one class must be, with the place of its rules plus one.
    fn class(&mut self, asked: &Asked) -> (Op, u32) {
        let any = |is: fn(&Op) -> bool| asked.iter().any(|(_, op)| is(op));
        if any(|op| *op == Op::Unsure) {
            (Op::Unsure, 0)
        } else if any(|op| matches!(op, Op::Choice(_))) {
            (self.choice(asked), 0)
        } else if any(|op| matches!(op, Op::Object(_))) {
            (self.object(asked), 0)
        } else if any(|op| matches!(op, Op::Array(_))) {
            (self.array(asked), 0)
        } else {
            self.leaves(asked)
        }
    }

    /// Alternatives are joined one by one; between them nothing narrows, so that releases must agree on one.
    fn choice(&mut self, asked: &Asked) -> Op {
        let mut branches: Vec<(usize, Vec<Id>)> = Vec::new();
        for (at, op) in asked {
            let Op::Choice(place) = op else { return Op::Unsure };
            let own = self.groups.get(*at).and_then(|group| group.arena.choices.get(*place as usize));
            branches.push((*at, own.cloned().unwrap_or_default()));
        }
        let count = branches.first().map_or(0, |(_, own)| own.len());
        if branches.iter().any(|(_, own)| own.len() != count) {
            return Op::Unsure;
        }
        let joined: Vec<Id> = (0..count)
            .map(|branch| {
                let mut key = self.nowhere();
                for (at, own) in &branches {
                    if let Some(place) = key.get_mut(*at) {
                        *place = own.get(branch).copied();
                    }
                }
                self.place(key)
            })
            .collect();
        // The scanner takes the node of which nobody is sure for the end of a choice.
        if joined.contains(&UNSURE) {
            return Op::Unsure;
        }
        self.arena.choices.push(joined);
        Op::Choice(place_of(&self.arena.choices))
    }

    /// What breaks the bounds of one group is left to others, so the bounds of all hold.
    fn array(&mut self, asked: &Asked) -> Op {
        let mut key = self.nowhere();
        let mut all = Array { items: ANY, fewest: 0, most: u32::MAX, repeats: Repeats::Allowed };
        for (at, op) in asked {
            let Op::Array(place) = op else { return Op::Unsure };
            let own = self.groups.get(*at).and_then(|group| group.arena.arrays.get(*place as usize)).copied();
            let (Some(own), Some(items)) = (own, key.get_mut(*at)) else { return Op::Unsure };
            *items = Some(own.items);
            all.fewest = all.fewest.max(own.fewest);
            all.most = all.most.min(own.most);
            if own.repeats == Repeats::Forbidden {
                all.repeats = Repeats::Forbidden;
            }
        }
        if asked.iter().all(|(_, op)| *op == Op::Array(FREE_ARRAY)) {
            return Op::Array(FREE_ARRAY);
        }
        all.items = self.place(key);
        self.arena.arrays.push(all);
        Op::Array(place_of(&self.arena.arrays))
    }

    /// A place at which nothing matters to any group.
    fn nowhere(&self) -> Key {
        vec![None; self.groups.len()]
    }

    /// Adds what there is to say of unknown members to the object that was added last.
    fn unknown_members(&mut self, unknown_member: UnknownMember) {
        self.arena.set.unknown_members.push(unknown_member);
    }
}

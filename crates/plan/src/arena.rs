//! What a plan is made of: nodes in one list, and beside it the lists that they point into.

pub(crate) mod cells;
pub(crate) mod set;

use foldhash::HashSet;
use regex::bytes::Regex;

use set::Releases;

/// The place of a node in the arena.
pub(crate) type Id = u32;

/// The node of which every value is right.
pub(crate) const ANY: Id = 0;
/// The node of which no scanner is sure.
pub(crate) const UNSURE: Id = 1;
/// The object that may have any members.
pub(crate) const FREE_OBJECT: u32 = 0;
/// The array that may have any items.
pub(crate) const FREE_ARRAY: u32 = 0;
/// The most members that an object of a plan has: one bit each.
pub(crate) const MOST_MEMBERS: usize = 128;

/// A compiled schema.
#[derive(Debug, Default)]
pub(crate) struct Arena {
    pub(crate) root: Id,
    pub(crate) nodes: Vec<Node>,
    pub(crate) objects: Vec<Object>,
    pub(crate) members: Vec<Member>,
    pub(crate) arrays: Vec<Array>,
    pub(crate) unions: Vec<Union>,
    pub(crate) choices: Vec<Vec<Id>>,
    pub(crate) numbers: Vec<Bounds>,
    pub(crate) texts: Vec<Vec<TextCheck>>,
    pub(crate) enums: Vec<Vec<Box<[u8]>>>,
    pub(crate) patterns: Vec<Regex>,
    /// How many places for guesses at the next key the objects need.
    pub(crate) slots: u32,
    /// Nodes at which null may be right although they do not say so.
    pub(crate) null_uncertain: HashSet<Id>,
    /// Where releases differ; empty in the plan of one release.
    pub(crate) set: Releases,
}

impl Arena {
    /// The nodes and lists that every plan has.
    pub(crate) fn empty() -> Self {
        let free =
            Object { first: 0, count: 0, slot: 0, required: 0, table: Box::default(), others: ANY, stray: Stray::Free };
        let items = Array { items: ANY, fewest: 0, most: u32::MAX, repeats: Repeats::Allowed };
        Self {
            nodes: vec![Node { op: Op::Any, null: true }, Node { op: Op::Unsure, null: false }],
            objects: vec![free],
            arrays: vec![items],
            slots: 1,
            ..Self::default()
        }
    }
}

/// What a value must be, and whether null will do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) op: Op,
    pub(crate) null: bool,
}

/// What a value other than null must be. Numbers are places in the arena's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    /// Any JSON value.
    Any,
    /// Nobody knows.
    Unsure,
    /// Nothing but null.
    Null,
    Boolean,
    /// Any text.
    Text,
    /// A text of one form.
    Form(TextCheck),
    /// A text of several forms.
    Texts(u32),
    /// One of the texts of a list.
    Enum(u32),
    /// Any integer.
    Integer,
    /// Any number.
    Number,
    /// An integer within bounds.
    BoundedInteger(u32),
    /// A number within bounds.
    BoundedNumber(u32),
    Array(u32),
    Object(u32),
    /// The first byte tells which.
    Union(u32),
    /// One of several, tried in turn.
    Choice(u32),
}

/// What is asked of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextCheck {
    Uuid,
    /// With this version digit, and the variant of RFC 9562.
    UuidOf(u8),
    DateTime,
    Date,
    Email,
    Uri,
    /// The place of a pattern.
    Pattern(u32),
    /// At least so many characters.
    Shortest(u32),
    /// At most so many characters.
    Longest(u32),
}

/// By the first byte of a value, the node that it must fit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Union {
    pub(crate) text: Id,
    pub(crate) number: Id,
    pub(crate) boolean: Id,
    pub(crate) array: Id,
    pub(crate) object: Id,
}

/// The bounds of a number, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) least: i64,
    pub(crate) most: i64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Array {
    pub(crate) items: Id,
    pub(crate) fewest: u32,
    pub(crate) most: u32,
    pub(crate) repeats: Repeats,
}

/// Whether an array may hold an item twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeats {
    Allowed,
    Forbidden,
}

#[derive(Debug)]
pub(crate) struct Object {
    /// The place of its first member.
    pub(crate) first: u32,
    /// How many members it has.
    pub(crate) count: u16,
    /// The place of its first guess; there is one more than members.
    pub(crate) slot: u32,
    /// A bit for each member that must be there.
    pub(crate) required: u128,
    /// Places of members plus one by hash of their names, 0 where there is none; a power of two long.
    pub(crate) table: Box<[u16]>,
    /// What members of other names must be.
    pub(crate) others: Id,
    /// What the releases of a set are told of members of other names.
    pub(crate) stray: Stray,
}

/// What a schema has against a member that it does not name, at the release at which it is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stray {
    /// Nothing: it names no members at all.
    Free,
    /// Nothing, but it names others.
    Undeclared,
    /// It is forbidden.
    Forbidden,
    /// It must fit [`Object::others`].
    Others,
    /// That is hard to tell.
    Unsure,
}

/// How many bytes of a key are compared at once: quotes and colon included.
pub(crate) const KEY: usize = 32;

#[derive(Debug)]
pub(crate) struct Member {
    /// `"name":` as little-endian words, filled up with zeros.
    pub(crate) words: [u64; KEY / 8],
    /// Which bits of the words count.
    pub(crate) masks: [u64; KEY / 8],
    /// The length of `"name":`, or 0 where it is longer than the words.
    pub(crate) length: usize,
    pub(crate) name: Box<[u8]>,
    /// Its own within its object; of one that stands in no object yet, none.
    pub(crate) bit: u128,
    /// The place of the guess at what comes after it.
    pub(crate) slot: u32,
    pub(crate) node: Id,
    /// 0 of most members; the lowest bit is set where the contract calls the member deprecated, the others are one more
    /// than the place of its declaration in a set.
    pub(crate) special: u32,
    /// Whether the schema has it at the release at which it is compiled.
    pub(crate) is_alive: bool,
}

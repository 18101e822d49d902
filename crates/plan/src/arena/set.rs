//! Where the releases of a set differ: lists beside those of the arena, empty in the plan of one release.

use contract::ReleaseSet;

use super::{ANY, Id, Op, UNSURE};

/// What the plan of a set knows beyond the plan of one release.
#[derive(Debug, Default)]
pub(crate) struct Releases {
    /// By node.
    pub(crate) forks: Vec<Fork>,
    /// What the releases ask of a value that begins alike at all of them, where that is not the same.
    pub(crate) rules: Vec<Vec<(ReleaseSet, Op)>>,
    /// What there is to say of members that some releases do not have.
    pub(crate) declarations: Vec<Declaration>,
    /// By member, the releases at which it must be there.
    pub(crate) musts: Vec<ReleaseSet>,
    /// By object, what there is to say of members that no release has.
    pub(crate) unknown_members: Vec<UnknownMember>,
}

/// What the first byte of a value tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Text,
    Number,
    Boolean,
    Array,
    Object,
    Null,
}

impl Class {
    /// Those of values that are not null.
    pub(crate) const FULL: [Self; 5] = [Self::Text, Self::Number, Self::Boolean, Self::Array, Self::Object];

    /// The class of the values that begin with a byte.
    pub(crate) fn of(first: u8) -> Option<Self> {
        match first {
            b'"' => Some(Self::Text),
            b'-' | b'0'..=b'9' => Some(Self::Number),
            b't' | b'f' => Some(Self::Boolean),
            b'[' => Some(Self::Array),
            b'{' => Some(Self::Object),
            b'n' => Some(Self::Null),
            _ => None,
        }
    }
}

/// What the releases make of a value, by its class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fork {
    outcomes: [ClassOutcome; 6],
    /// The place of the rules of this very node, plus one; 0 where there are none.
    pub(crate) rules: u32,
}

impl Fork {
    /// Nothing is refused, and nothing asked.
    pub(crate) const NONE: Self =
        Self { outcomes: [ClassOutcome { refusing: ReleaseSet::NONE, next: ANY }; 6], rules: 0 };

    /// What becomes of a value of a class.
    pub(crate) fn outcome(&self, class: Class) -> ClassOutcome {
        self.outcomes.get(class as usize).copied().unwrap_or(ClassOutcome { refusing: ReleaseSet::NONE, next: UNSURE })
    }

    /// Says what becomes of a value of a class.
    pub(crate) fn set(&mut self, class: Class, outcome: ClassOutcome) {
        if let Some(known) = self.outcomes.get_mut(class as usize) {
            *known = outcome;
        }
    }
}

/// What becomes of a value of one class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClassOutcome {
    /// The releases that refuse every such value.
    pub(crate) refusing: ReleaseSet,
    /// What it must be at the others.
    pub(crate) next: Id,
}

/// The releases that have something against a member.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Declaration {
    /// They do not declare it; others of the set do.
    pub(crate) undeclared: ReleaseSet,
    /// They forbid it.
    pub(crate) forbidden: ReleaseSet,
}

/// The releases that have something against members of names that none of them has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnknownMember {
    /// They name other members; some release does have members of any name, or forbids them.
    pub(crate) undeclared: ReleaseSet,
    /// They name other members, and so do all.
    pub(crate) unknown: ReleaseSet,
    /// They forbid it.
    pub(crate) forbidden: ReleaseSet,
    /// What its value must be at the others.
    pub(crate) node: Id,
}

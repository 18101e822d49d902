//! Where a value is not what all releases of a set want: those that surely refuse it are left behind.

use contract::ReleaseSet;

use super::frame::Kind;
use super::leaf::{Leaf, leaf_of};
use super::string::plain_end;
use super::{Next, Reader, byte};
use crate::arena::set::{Class, Declaration, Fork, Stranger, Way};
use crate::arena::{Id, Op, TextCheck};
use crate::text::fits;

/// What is left of a set of releases.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left {
    /// The schema has nothing against the value.
    pub(super) right: ReleaseSet,
    /// Members that other releases of the set declare are declared.
    pub(super) declared: ReleaseSet,
    /// There are members that no release declares.
    pub(super) strange: ReleaseSet,
}

/// What one release says of a value.
enum Judgement {
    Right(usize),
    Wrong(usize),
    Unsure,
}

impl Reader<'_> {
    /// A value that does not fit its node. In the plan of one release nobody is sure of it.
    #[cold]
    pub(super) fn astray(&mut self, text: &[u8], at: usize, node: Id) -> Next {
        let arena = self.arena;
        let (Some(fork), Some(class)) = (arena.set.forks.get(node as usize), Class::of(byte(text, at))) else {
            return Next::Stuck;
        };
        let Way { refusing, next } = fork.way(class);
        if !refusing.is_empty() {
            return if self.refuse(refusing) { Next::Value { at, node: next } } else { Next::Stuck };
        }
        let Some(Fork { rules, .. }) = arena.set.forks.get(next as usize) else { return Next::Stuck };
        let rules = rules.checked_sub(1).and_then(|place| arena.set.rules.get(place as usize));
        match rules.and_then(|rules| self.ruled(rules, text, at)) {
            Some((end, refusing)) if self.refuse(refusing) => Next::Ended { at: end },
            _ => Next::Stuck,
        }
    }

    /// Where a value ends, and the releases that refuse it, if all of them are sure.
    fn ruled(&self, rules: &[(ReleaseSet, Op)], text: &[u8], at: usize) -> Option<(usize, ReleaseSet)> {
        let (mut ends, mut refusing) = (None, ReleaseSet::NONE);
        for (releases, op) in rules {
            let end = match self.judged(*op, text, at) {
                Judgement::Right(end) => end,
                Judgement::Wrong(end) => {
                    refusing = refusing | *releases;
                    end
                }
                Judgement::Unsure => return None,
            };
            if *ends.get_or_insert(end) != end {
                return None;
            }
        }
        Some((ends?, refusing))
    }

    fn judged(&self, op: Op, text: &[u8], at: usize) -> Judgement {
        if let Leaf::Read(end) = leaf_of(self.arena, text, at, op) {
            return Judgement::Right(end);
        }
        let Some(end) = plain_end(text, at) else { return Judgement::Unsure };
        let inner = text.get(at + 1..end - 1).unwrap_or_default();
        match op {
            // A text without escapes is one of the list, or it is not.
            Op::Enum(_) => Judgement::Wrong(end),
            // What is a uuid and not of a version is of another one.
            Op::Form(TextCheck::UuidOf(_)) if fits(self.arena, TextCheck::Uuid, inner) => Judgement::Wrong(end),
            _ => Judgement::Unsure,
        }
    }

    /// Leaves releases behind; not between alternatives, where the next one may be right.
    fn refuse(&mut self, releases: ReleaseSet) -> bool {
        if self.is_between_alternatives() {
            return false;
        }
        self.state.left.right = self.state.left.right - releases;
        true
    }

    fn is_between_alternatives(&self) -> bool {
        self.state.stack.iter().any(|frame| frame.kind == Kind::Choice)
    }

    /// A member that is deprecated, or that some releases do not have. False where nobody is sure what that means.
    pub(super) fn special(&mut self, special: u32) -> bool {
        self.state.deprecated += special & 1;
        let Some(place) = (special >> 1).checked_sub(1) else { return true };
        let Some(one) = self.arena.set.declarations.get(place as usize) else { return false };
        let Declaration { undeclared, forbidden } = *one;
        if !self.refuse(forbidden) {
            return false;
        }
        self.state.left.declared = self.state.left.declared - undeclared;
        true
    }

    /// What the value of a member must be that no release has.
    #[cold]
    pub(super) fn stranger(&mut self, object: u32) -> Option<Id> {
        let Stranger { undeclared, strange, forbidden, node } = *self.arena.set.strangers.get(object as usize)?;
        if !self.refuse(forbidden) {
            return None;
        }
        self.state.left.declared = self.state.left.declared - undeclared;
        self.state.left.strange = self.state.left.strange | strange;
        Some(node)
    }

    /// Members of the object on top of the stack that some releases miss.
    #[cold]
    pub(super) fn misses(&mut self, first: u32, mut missing: u128) -> bool {
        let mut refusing = ReleaseSet::NONE;
        while missing != 0 {
            let Some(must) = self.arena.set.musts.get((first + missing.trailing_zeros()) as usize) else {
                return false;
            };
            refusing = refusing | *must;
            missing &= missing - 1;
        }
        self.refuse(refusing)
    }
}

//! Where a value is not what all releases of a set want: those that surely refuse it are left behind.

use contract::ReleaseSet;

use super::frame::Kind;
use super::leaf::{Leaf, leaf_of};
use super::misfit::About;
use super::string::plain_end;
use super::{Next, Reader, byte};
use crate::arena::cells::{Cells, Nullness, cells};
use crate::arena::set::{Class, ClassOutcome, Declaration, Fork, UnknownMember};
use crate::arena::{ANY, Id, Op, Stray, TextCheck};
use crate::bits::{mixed, mixed_with};
use crate::text::fits;

/// What is left of a set of releases.
#[derive(Clone, Copy, Debug)]
pub(super) struct Remaining {
    /// The schema has nothing against the value.
    pub(super) right: ReleaseSet,
    /// Members that other releases of the set declare are declared.
    pub(super) declared: ReleaseSet,
    /// There are members that no release declares.
    pub(super) unknown: ReleaseSet,
}

/// What one release says of a value.
enum Judgement {
    Right(usize),
    Wrong(usize),
    Unsure,
}

impl Reader<'_> {
    /// A value that does not fit its node. In the plan of one release nobody is sure of it, unless misfits are told.
    #[cold]
    pub(super) fn mismatch(&mut self, text: &[u8], at: usize, node: Id) -> Next {
        let arena = self.arena;
        let Some(class) = Class::of(byte(text, at)) else { return Next::Stuck };
        let Some(fork) = arena.set.forks.get(node as usize) else { return self.mismatch_at_one(text, at, node, class) };
        let ClassOutcome { refusing, next } = fork.outcome(class);
        if !refusing.is_empty() {
            let what = u64::from(node) << 8 | class as u64;
            let is_sure = self.refuse(refusing) && (!self.state.telling || self.note_value(at, what));
            return if is_sure { Next::Value { at, node: next } } else { Next::Stuck };
        }
        let Some(Fork { rules, .. }) = arena.set.forks.get(next as usize) else { return Next::Stuck };
        let rules = rules.checked_sub(1).and_then(|place| arena.set.rules.get(place as usize));
        if self.state.telling {
            let own = arena.nodes.get(next as usize).map(|node| (ReleaseSet::NONE, node.op));
            let rules = rules.map_or_else(|| own.as_slice(), Vec::as_slice);
            return self.failing_all(rules, text, at, next);
        }
        match rules.and_then(|rules| self.ruled(rules, text, at)) {
            Some((end, refusing)) if self.refuse(refusing) => Next::Ended { at: end },
            _ => Next::Stuck,
        }
    }

    /// The same in the plan of one release.
    fn mismatch_at_one(&mut self, text: &[u8], at: usize, node: Id, class: Class) -> Next {
        if !self.state.telling {
            return Next::Stuck;
        }
        let cells = cells(self.arena, node);
        let is_refused = match (&cells, class) {
            (Cells::Free | Cells::Unsure, _) => return Next::Stuck,
            (_, Class::Null) => match cells.null() {
                Nullness::Wrong => true,
                Nullness::Right | Nullness::Uncertain => return Next::Stuck,
            },
            _ => cells.op(class).is_none(),
        };
        if is_refused {
            let is_sure = self.note_value(at, u64::from(node) << 8 | class as u64);
            return if is_sure { Next::Value { at, node: ANY } } else { Next::Stuck };
        }
        let op = cells.op(class).map(|op| (ReleaseSet::NONE, op));
        self.failing_all(op.as_slice(), text, at, node)
    }

    /// Notes what checks of a text surely fail, of which there must be some.
    fn failing_all(&mut self, rules: &[(ReleaseSet, Op)], text: &[u8], at: usize, node: Id) -> Next {
        let Some(end) = plain_end(text, at) else { return Next::Stuck };
        let inner = text.get(at + 1..end - 1).unwrap_or_default();
        let (mut what, mut fails) = (u64::from(node), false);
        for (_, op) in rules {
            let Some(failing) = self.failing(*op, inner) else { return Next::Stuck };
            fails |= failing != 0;
            what = mixed_with(what, failing);
        }
        if fails && self.note_value(at, what) { Next::Ended { at: end } } else { Next::Stuck }
    }

    /// A bit for each check that a text without escapes surely fails; nothing where one is not sure.
    fn failing(&self, op: Op, inner: &[u8]) -> Option<u64> {
        match op {
            Op::Text => Some(0),
            // Which value it is decides whether other releases have it.
            Op::Enum(place) => {
                let mut values = self.arena.enums.get(place as usize)?.iter();
                let is_value = |value: &[u8]| value.get(1..value.len().saturating_sub(1)) == Some(inner);
                Some(if values.any(|value| is_value(value)) { 0 } else { mixed(inner) | 1 })
            }
            Op::Form(check) => self.holds(check, inner).map(|holds| u64::from(!holds)),
            Op::Texts(place) => {
                let mut failing = 0;
                for (check, bit) in self.arena.texts.get(place as usize)?.iter().zip(0..64) {
                    failing |= u64::from(!self.holds(*check, inner)?) << bit;
                }
                Some(failing)
            }
            _ => None,
        }
    }

    /// Whether a text is as a check wants it; nothing where one is not sure.
    fn holds(&self, check: TextCheck, inner: &[u8]) -> Option<bool> {
        if fits(self.arena, check, inner) {
            return Some(true);
        }
        let is_sure = match check {
            TextCheck::Shortest(_) | TextCheck::Longest(_) => true,
            // Of other texts the pattern is not asked at all.
            TextCheck::Pattern(_) => inner.is_ascii(),
            // What is a uuid and not of a version is of another one.
            TextCheck::UuidOf(_) => fits(self.arena, TextCheck::Uuid, inner),
            TextCheck::Uuid | TextCheck::DateTime | TextCheck::Date | TextCheck::Email | TextCheck::Uri => false,
        };
        is_sure.then_some(false)
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
        self.state.remaining.right = self.state.remaining.right - releases;
        true
    }

    fn is_between_alternatives(&self) -> bool {
        self.state.stack.iter().any(|frame| frame.kind == Kind::Choice)
    }

    /// A member that is deprecated, or that some releases do not have. False where nobody is sure what that means.
    pub(super) fn special(&mut self, member: u32, special: u32, value: usize) -> bool {
        self.state.deprecated += special & 1;
        let is_told = self.state.telling;
        if is_told && special & 1 == 1 && !self.note_member(About::Deprecated, value, member, 0) {
            return false;
        }
        let Some(place) = (special >> 1).checked_sub(1) else { return true };
        let Some(one) = self.arena.set.declarations.get(place as usize) else { return false };
        let Declaration { undeclared, forbidden } = *one;
        if !self.refuse(forbidden) || (is_told && !forbidden.is_empty()) {
            return false;
        }
        self.state.remaining.declared = self.state.remaining.declared - undeclared;
        !is_told || undeclared.is_empty() || self.note_member(About::Unknown, value, member, 0)
    }

    /// What the value of a member must be that no release has.
    #[cold]
    pub(super) fn unknown_member(&mut self, object: u32, name: u64, value: usize) -> Option<Id> {
        let is_told = self.state.telling;
        let Some(unknown_member) = self.arena.set.unknown_members.get(object as usize) else {
            let is_undeclared = self.arena.objects.get(object as usize)?.stray == Stray::Undeclared;
            let is_sure = is_told && is_undeclared && self.note_member(About::Unknown, value, 0, name);
            return is_sure.then_some(ANY);
        };
        let UnknownMember { undeclared, unknown, forbidden, node } = *unknown_member;
        if !self.refuse(forbidden) || (is_told && !forbidden.is_empty()) {
            return None;
        }
        self.state.remaining.declared = self.state.remaining.declared - undeclared;
        self.state.remaining.unknown = self.state.remaining.unknown | unknown;
        let is_unknown = !(undeclared | unknown).is_empty();
        let is_sure = !is_told || !is_unknown || self.note_member(About::Unknown, value, 0, name);
        is_sure.then_some(node)
    }

    /// Members of the object on top of the stack that some releases miss.
    #[cold]
    pub(super) fn misses(&mut self, first: u32, mut missing: u128, object: usize) -> bool {
        let mut refusing = ReleaseSet::NONE;
        let is_told = self.state.telling;
        while missing != 0 {
            let member = first + missing.trailing_zeros();
            missing &= missing - 1;
            match self.arena.set.musts.get(member as usize) {
                Some(must) => refusing = refusing | *must,
                None if is_told => {}
                None => return false,
            }
            if is_told && !self.note_member(About::Missing, object, member, 0) {
                return false;
            }
        }
        self.refuse(refusing)
    }
}

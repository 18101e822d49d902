//! Members of objects.

use json_runs::run_end;

use super::frame::Frame;
use super::leaf::{Leaf, leaf};
use super::misfit::About;
use super::{Next, Reader, byte, space};
use crate::arena::{ANY, Arena, KEY, Member, Object, Stray, UNSURE};
use crate::bits::mixed;

/// A key that was read.
enum Key<'a> {
    /// The member with its place in the arena, and where its value begins.
    Known(u32, &'a Member, usize),
    /// The mixture of another name, and where its value begins.
    Other(u64, usize),
    Wrong,
}

impl<'a> Reader<'a> {
    /// Reads members of the object on top of the stack, up to one that holds others or to the closing bracket.
    pub(super) fn members<const LINE: bool>(&mut self, text: &[u8], mut at: usize) -> Next {
        let arena = self.arena;
        let Some(&Frame { index, mut slot, mut seen, .. }) = self.state.stack.last() else { return Next::Stuck };
        let Some(object) = arena.objects.get(index as usize) else { return Next::Stuck };
        self.name_is_known();
        loop {
            let (place, member, value) = match self.key::<LINE>(object, slot, text, at) {
                Key::Known(place, member, value) => (place, member, value),
                Key::Other(name, value) => {
                    self.keep(slot, seen);
                    return self.other(object, name, value);
                }
                Key::Wrong => return Next::Stuck,
            };
            if seen & member.bit != 0 {
                return Next::Stuck;
            }
            seen |= member.bit;
            slot = member.slot;
            if member.special != 0 && !self.special(place, member.special, value) {
                return Next::Stuck;
            }
            match leaf(arena, text, value, member.node) {
                Leaf::Read(end) => at = end,
                Leaf::Deep(_) => {
                    self.keep(slot, seen);
                    return Next::Value { at: value, node: member.node };
                }
                Leaf::Wrong => {
                    self.keep(slot, seen);
                    if !member.is_alive {
                        return self.elsewhere(object, place, value);
                    }
                    return self.mismatch(text, value, member.node);
                }
            }
            if byte(text, at) != b',' {
                at = space::<LINE>(text, at);
            }
            match byte(text, at) {
                b',' => at += 1,
                b'}' => {
                    self.keep(slot, seen);
                    return self.close(at);
                }
                _ => return Next::Stuck,
            }
        }
    }

    /// A member that the contract knows from other releases only; its value is nobody's business.
    #[cold]
    fn elsewhere(&mut self, object: &Object, member: u32, value: usize) -> Next {
        let is_sure = self.state.telling && object.stray == Stray::Undeclared;
        if is_sure && self.note_member(About::Unknown, value, member, 0) {
            return Next::Value { at: value, node: ANY };
        }
        Next::Stuck
    }

    fn name_is_known(&mut self) {
        if let Some(frame) = self.state.stack.last_mut() {
            frame.is_any_name = false;
        }
    }

    fn keep(&mut self, slot: u32, seen: u128) {
        if let Some(frame) = self.state.stack.last_mut() {
            frame.slot = slot;
            frame.seen = seen;
        }
    }

    /// A member that the schema does not name.
    fn other(&mut self, object: &Object, name: u64, value: usize) -> Next {
        let Some(&Frame { mark, index, .. }) = self.state.stack.last() else { return Next::Stuck };
        let node = if object.others == UNSURE { self.unknown_member(index, name, value) } else { Some(object.others) };
        if let Some(frame) = self.state.stack.last_mut() {
            frame.is_any_name = true;
        }
        match node {
            Some(node) if self.is_new(mark, name) => Next::Value { at: value, node },
            _ => Next::Stuck,
        }
    }

    /// Reads a key with its colon, and blanks before it; first of all the one that came next the last time.
    #[inline]
    fn key<const LINE: bool>(&mut self, object: &Object, slot: u32, text: &[u8], at: usize) -> Key<'a> {
        if let Some(key) = self.guessed::<LINE>(slot, text, at) {
            return key;
        }
        let start = space::<LINE>(text, at);
        if start > at
            && let Some(key) = self.guessed::<LINE>(slot, text, start)
        {
            return key;
        }
        self.any_key::<LINE>(object, slot, text, start)
    }

    /// The key that came next the last time, if it stands here.
    #[inline]
    fn guessed<const LINE: bool>(&self, slot: u32, text: &[u8], at: usize) -> Option<Key<'a>> {
        let guess = self.state.guesses.get(slot as usize).copied()?;
        let member = self.arena.members.get(guess as usize)?;
        let end = member.key_end(text, at)?;
        Some(Key::Known(guess, member, space::<LINE>(text, end)))
    }

    fn any_key<const LINE: bool>(&mut self, object: &Object, slot: u32, text: &[u8], at: usize) -> Key<'a> {
        let end = run_end(text, at + 1);
        if byte(text, at) != b'"' || byte(text, end) != b'"' {
            return Key::Wrong;
        }
        let colon = space::<LINE>(text, end + 1);
        if byte(text, colon) != b':' {
            return Key::Wrong;
        }
        let value = space::<LINE>(text, colon + 1);
        let name = text.get(at + 1..end).unwrap_or_default();
        let hash = mixed(name);
        match find(self.arena, object, name, hash) {
            Some((place, member)) => {
                if let Some(guess) = self.state.guesses.get_mut(slot as usize) {
                    *guess = place;
                }
                Key::Known(place, member, value)
            }
            None => Key::Other(hash, value),
        }
    }
}

/// The member of an object that has a name, with its place in the arena.
fn find<'a>(arena: &'a Arena, object: &Object, name: &[u8], hash: u64) -> Option<(u32, &'a Member)> {
    let mask = object.table.len().checked_sub(1)?;
    #[expect(clippy::cast_possible_truncation, reason = "only the low bits count")]
    let mut at = hash as usize;
    loop {
        let place = object.table.get(at & mask).copied().and_then(|place| place.checked_sub(1))?;
        let place = object.first + u32::from(place);
        let member = arena.members.get(place as usize)?;
        if *member.name == *name {
            return Some((place, member));
        }
        at = at.wrapping_add(1);
    }
}

impl Member {
    /// Where this key ends with its colon, if it stands at a place.
    #[inline]
    fn key_end(&self, text: &[u8], at: usize) -> Option<usize> {
        if self.length == 0 {
            return None;
        }
        let end = at + self.length;
        let Some(bytes) = text.get(at..).and_then(|rest| rest.first_chunk::<KEY>()) else {
            // Near the end of the text: any_key finds it.
            return None;
        };
        let (words, _) = bytes.as_chunks::<8>();
        let keys = words.iter().zip(&self.words).zip(&self.masks);
        let same =
            keys.fold(0, |different, ((found, key), mask)| different | ((u64::from_le_bytes(*found) ^ key) & mask));
        (same == 0).then_some(end)
    }
}

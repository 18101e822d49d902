//! Objects: members by name, and what members of other names are.

use contract::{Additional, Property};

use super::alternatives::{Alternative, additional_of};
use super::work::TOO_MUCH;
use super::{Compiler, Openness, place_of};
use crate::arena::{Arena, Id, KEY, MOST_MEMBERS, Member, Object, Op, Stray, UNSURE};
use crate::bits::{mixed, word_of};

/// Compiles what a alternative asks of an object.
pub(super) fn object<'c>(compiler: &mut Compiler<'c>, alternative: &Alternative<'c>, openness: Openness) -> Op {
    let mut names: Vec<&'c str> = Vec::new();
    for property in alternative.nodes.iter().flat_map(|node| &node.properties) {
        if names.len() <= MOST_MEMBERS && !names.contains(&property.name.as_str()) {
            names.push(&property.name);
        }
    }
    if !compiler.work.does(names.len() * alternative.nodes.len()) {
        compiler.gaps.push(TOO_MUCH.to_owned());
        return Op::Unsure;
    }
    if names.len() > MOST_MEMBERS {
        compiler.gaps.push(format!("more than {MOST_MEMBERS} properties"));
        return Op::Unsure;
    }
    let members: Vec<(Member, bool)> =
        names.into_iter().map(|name| member(compiler, alternative, name, openness)).collect();
    let required = members.iter().enumerate().filter(|(_, (_, required))| *required).map(|(at, _)| 1_u128 << at).sum();
    let others = others(compiler, alternative, openness);
    let stray = stray(alternative, others, openness);
    push(&mut compiler.arena, members.into_iter().map(|(member, _)| member).collect(), required, (others, stray))
}

/// Adds an object with its members to an arena.
pub(crate) fn push(arena: &mut Arena, members: Vec<Member>, required: u128, (others, stray): (Id, Stray)) -> Op {
    let table = table(members.iter());
    let slot = arena.slots;
    arena.slots += u32::try_from(members.len()).unwrap_or(0) + 1;
    let count = u16::try_from(members.len()).unwrap_or(0);
    let first = u32::try_from(arena.members.len()).unwrap_or(u32::MAX);
    let bits = (0..MOST_MEMBERS).map(|place| 1 << place);
    let own = members.into_iter().zip(bits).zip(slot + 1..);
    arena.members.extend(own.map(|((member, bit), slot)| Member { bit, slot, ..member }));
    arena.objects.push(Object { first, count, slot, required, table, others, stray });
    Op::Object(place_of(&arena.objects))
}

/// A member, and whether it must be there.
fn member<'c>(
    compiler: &mut Compiler<'c>,
    alternative: &Alternative<'c>,
    name: &'c str,
    openness: Openness,
) -> (Member, bool) {
    let release = compiler.view.release;
    let declared = alternative.nodes.iter().filter_map(|node| node.property(name));
    let alive: Vec<&'c Property> = declared.filter(|one| one.life.contains(release)).collect();
    let deprecated = alive.iter().filter(|one| one.is_deprecated_at(release)).count();
    let required = alive.iter().any(|one| one.required.contains(release));
    let mut schemas: Vec<_> = alive.iter().map(|one| &one.schema).collect();
    let mut sure = !alive.is_empty() && (deprecated == 0 || alive.len() == 1);
    for node in
        alternative.nodes.iter().filter(|node| node.property(name).is_none_or(|one| !one.life.contains(release)))
    {
        // What is dead in one node and alive in another is for others to judge, if that one says anything of it.
        sure &= node.additional == Additional::Unspecified || node.property(name).is_none();
        sure &= node.additional != Additional::Forbidden;
        schemas.extend(additional_of(node));
    }
    let node = if sure { compiler.place(&schemas, openness) } else { UNSURE };
    let is_alive = !alive.is_empty();
    (Member { is_alive, ..new_member(name, node, u32::from(deprecated > 0)) }, required)
}

/// A member of this name, alive.
pub(crate) fn new_member(name: &str, node: Id, special: u32) -> Member {
    let quoted = [b"\"", name.as_bytes(), b"\":"].concat();
    // Keys with escapes are never looked up; a name that needs one is never found.
    let length = if quoted.len() <= KEY { quoted.len() } else { 0 };
    let mut words = [0; KEY / 8];
    let mut masks = [0; KEY / 8];
    for ((word, mask), bytes) in words.iter_mut().zip(&mut masks).zip(quoted.chunks(8)) {
        *word = word_of(bytes);
        *mask = u64::MAX.checked_shr(64 - 8 * u32::try_from(bytes.len()).unwrap_or(8)).unwrap_or(0);
    }
    Member { words, masks, length, name: name.as_bytes().into(), bit: 0, slot: 0, node, special, is_alive: true }
}

/// What members of other names must be.
fn others<'c>(compiler: &mut Compiler<'c>, alternative: &Alternative<'c>, openness: Openness) -> Id {
    let is_closed = alternative.nodes.iter().any(|node| node.additional == Additional::Forbidden);
    let schemas = alternative.additional();
    let silent = schemas.iter().any(|schema| schema.at(compiler.view.release).is_none());
    let free = alternative.is_free() && openness == Openness::Free;
    match (is_closed, schemas.is_empty()) {
        (false, false) if !silent => compiler.place(&schemas, openness),
        (false, true) if free => crate::arena::ANY,
        _ => UNSURE,
    }
}

/// What an alternative has against members of names that it does not have.
fn stray(alternative: &Alternative<'_>, others: Id, openness: Openness) -> Stray {
    if openness == Openness::Unsure {
        Stray::Unsure
    } else if alternative.nodes.iter().any(|node| node.additional == Additional::Forbidden) {
        Stray::Forbidden
    } else if !alternative.additional().is_empty() {
        if others == UNSURE { Stray::Unsure } else { Stray::Others }
    } else if alternative.is_free() {
        Stray::Free
    } else {
        Stray::Undeclared
    }
}

/// A table of places by hash, at most half full.
fn table<'m>(members: impl ExactSizeIterator<Item = &'m Member>) -> Box<[u16]> {
    let length = (members.len() * 2).next_power_of_two().max(2);
    let mut table = vec![0_u16; length].into_boxed_slice();
    for (member, place) in members.zip(1..) {
        #[expect(clippy::cast_possible_truncation, reason = "only the low bits count")]
        let mut at = mixed(&member.name) as usize;
        while table.get(at % length).is_some_and(|taken| *taken != 0) {
            at = at.wrapping_add(1);
        }
        if let Some(free) = table.get_mut(at % length) {
            *free = place;
        }
    }
    table
}

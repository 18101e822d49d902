//! Values that hold no others: what the groups ask of them becomes one check where one asks for all that others ask.

use contract::ReleaseSet;

use super::{Asked, Product};
use crate::arena::{Arena, Op, TextCheck};
use crate::compile::place_of;

impl Product {
    /// The check that stands for all, and the place of the rules plus one.
    pub(super) fn leaves(&mut self, asked: &Asked) -> (Op, u32) {
        let mut rules: Vec<(ReleaseSet, Op)> = Vec::new();
        for (at, op) in asked {
            let op = self.import(*at, *op);
            let releases = self.releases(*at);
            match rules.iter_mut().find(|(_, known)| *known == op) {
                Some((known, _)) => *known = *known | releases,
                None => rules.push((releases, op)),
            }
        }
        let arena = &self.arena;
        let stands_for_all = |one: &Op| rules.iter().all(|(_, other)| one == other || implies(arena, *one, *other));
        let op = rules.iter().map(|(_, op)| *op).find(stands_for_all).unwrap_or(Op::Unsure);
        let telling = |op: &Op| matches!(op, Op::Enum(_) | Op::Form(TextCheck::UuidOf(_)));
        if let [(_, only)] = rules.as_slice()
            && !telling(only)
        {
            return (op, 0);
        }
        self.arena.set.rules.push(rules);
        (op, place_of(&self.arena.set.rules) + 1)
    }

    /// The same check by the lists of the product.
    fn import(&mut self, at: usize, op: Op) -> Op {
        let Some(group) = self.groups.get(at) else { return Op::Unsure };
        let (from, to) = (&group.arena, &mut self.arena);
        let found = match op {
            Op::Enum(place) => {
                from.enums.get(place as usize).map(|list| Op::Enum(interned(&mut to.enums, list.clone())))
            }
            Op::BoundedInteger(place) => {
                from.numbers.get(place as usize).map(|own| Op::BoundedInteger(interned(&mut to.numbers, *own)))
            }
            Op::BoundedNumber(place) => {
                from.numbers.get(place as usize).map(|own| Op::BoundedNumber(interned(&mut to.numbers, *own)))
            }
            Op::Texts(place) => from.texts.get(place as usize).map(|checks| {
                let checks = checks.iter().map(|check| imported(from, to, *check)).collect();
                Op::Texts(interned(&mut to.texts, checks))
            }),
            other => Some(other),
        };
        found.unwrap_or(Op::Unsure)
    }
}

fn imported(from: &Arena, to: &mut Arena, check: TextCheck) -> TextCheck {
    let TextCheck::Pattern(place) = check else { return check };
    let Some(pattern) = from.patterns.get(place as usize) else { return check };
    if let Some(known) = to.patterns.iter().position(|known| known.as_str() == pattern.as_str()) {
        return TextCheck::Pattern(u32::try_from(known).unwrap_or(u32::MAX));
    }
    to.patterns.push(pattern.clone());
    TextCheck::Pattern(place_of(&to.patterns))
}

fn interned<T: PartialEq>(list: &mut Vec<T>, one: T) -> u32 {
    if let Some(known) = list.iter().position(|known| *known == one) {
        return u32::try_from(known).unwrap_or(u32::MAX);
    }
    list.push(one);
    place_of(list)
}

/// Whether a value that fits one check surely fits another one.
fn implies(arena: &Arena, one: Op, other: Op) -> bool {
    let bounds = |place: u32| arena.numbers.get(place as usize).copied();
    let within = |one: u32, other: u32| {
        bounds(one).zip(bounds(other)).is_some_and(|(one, other)| other.least <= one.least && one.most <= other.most)
    };
    match (one, other) {
        (Op::Enum(one), Op::Enum(other)) => {
            let lists = arena.enums.get(one as usize).zip(arena.enums.get(other as usize));
            lists.is_some_and(|(one, other)| one.iter().all(|value| other.contains(value)))
        }
        (Op::Enum(_) | Op::Form(_) | Op::Texts(_), Op::Text)
        | (Op::Integer | Op::BoundedInteger(_) | Op::BoundedNumber(_), Op::Number)
        | (Op::BoundedInteger(_), Op::Integer) => true,
        (Op::BoundedInteger(one), Op::BoundedInteger(other) | Op::BoundedNumber(other))
        | (Op::BoundedNumber(one), Op::BoundedNumber(other)) => within(one, other),
        (Op::Form(_) | Op::Texts(_), Op::Form(_) | Op::Texts(_)) => {
            let held = checks(arena, one);
            checks(arena, other).iter().all(|check| held.iter().any(|own| is_at_least(*own, *check)))
        }
        _ => false,
    }
}

fn checks(arena: &Arena, op: Op) -> Vec<TextCheck> {
    match op {
        Op::Form(check) => vec![check],
        Op::Texts(place) => arena.texts.get(place as usize).cloned().unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn is_at_least(one: TextCheck, other: TextCheck) -> bool {
    one == other || matches!((one, other), (TextCheck::UuidOf(_), TextCheck::Uuid))
}

//! Objects: the members of all groups, each with the releases that have something against it.

use contract::ReleaseSet;

use super::{Asked, Key, Product};
use crate::arena::set::{Declaration, UnknownMember};
use crate::arena::{ANY, FREE_OBJECT, MOST_MEMBERS, Member, Object, Op, Stray, UNSURE};
use crate::compile::{object, place_of};

/// Nobody has anything against unknown members.
pub(super) const NOBODY: UnknownMember =
    UnknownMember { undeclared: ReleaseSet::NONE, unknown: ReleaseSet::NONE, forbidden: ReleaseSet::NONE, node: ANY };

/// What is known of a member of the product before its value is looked at.
struct Joint {
    key: Key,
    is_sure: bool,
    undeclared: ReleaseSet,
    forbidden: ReleaseSet,
    required: ReleaseSet,
    deprecated: u32,
}

impl Product {
    pub(super) fn object(&mut self, asked: &Asked) -> Op {
        let mut objects: Vec<(usize, u32)> = Vec::new();
        for (at, op) in asked {
            let Op::Object(place) = op else { return Op::Unsure };
            objects.push((*at, *place));
        }
        let names = self.names(&objects);
        let is_free = |(at, place): &(usize, u32)| self.part(*at, *place).is_some_and(|one| one.stray == Stray::Free);
        if names.is_empty() && objects.iter().all(is_free) {
            return Op::Object(FREE_OBJECT);
        }
        if names.len() > MOST_MEMBERS {
            return Op::Unsure;
        }
        let joint: Vec<Joint> = names.iter().map(|name| self.joint(&objects, name)).collect();
        let required = (0_u32..).zip(&joint).filter(|(_, one)| !one.required.is_empty()).map(|(at, _)| 1_u128 << at);
        let required = required.sum();
        let musts: Vec<ReleaseSet> = joint.iter().map(|one| one.required).collect();
        let members: Vec<Member> = names.iter().zip(joint).map(|(name, one)| self.member(name, one)).collect();
        let unknown_member = self.unknown_member(&objects);
        let is_easy = (unknown_member.undeclared | unknown_member.unknown | unknown_member.forbidden).is_empty();
        let others = if is_easy { unknown_member.node } else { UNSURE };
        self.arena.set.musts.extend(musts);
        self.unknown_members(unknown_member);
        object::push(&mut self.arena, members, required, (others, Stray::Unsure))
    }

    fn part(&self, at: usize, place: u32) -> Option<&Object> {
        self.groups.get(at)?.arena.objects.get(place as usize)
    }

    fn members(&self, at: usize, place: u32) -> &[Member] {
        let own = self.part(at, place).and_then(|object| {
            let first = object.first as usize;
            self.groups.get(at)?.arena.members.get(first..first + usize::from(object.count))
        });
        own.unwrap_or_default()
    }

    /// The names of all members that any group has, in the order in which they stand there.
    fn names(&self, objects: &[(usize, u32)]) -> Vec<String> {
        // What a group once had and no group has is an unknown member, unless unknown members must be something.
        let typed = objects.iter().any(|(at, place)| self.part(*at, *place).is_some_and(|o| o.stray == Stray::Others));
        let mut names: Vec<String> = Vec::new();
        for (at, place) in objects {
            for member in self.members(*at, *place).iter().filter(|member| member.is_alive || typed) {
                let name = String::from_utf8_lossy(&member.name);
                if !names.iter().any(|known| *known == name) {
                    names.push(name.into_owned());
                }
            }
        }
        names
    }

    fn joint(&self, objects: &[(usize, u32)], name: &str) -> Joint {
        let none = ReleaseSet::NONE;
        let mut joint = Joint {
            key: self.nowhere(),
            is_sure: true,
            undeclared: none,
            forbidden: none,
            required: none,
            deprecated: 0,
        };
        for (at, place) in objects {
            let Some(object) = self.part(*at, *place) else { continue };
            let releases = self.releases(*at);
            let found = (0_u32..).zip(self.members(*at, *place)).find(|(_, one)| *one.name == *name.as_bytes());
            match (found, object.stray) {
                (Some((bit, member)), _) if member.is_alive => {
                    if let Some(place) = joint.key.get_mut(*at) {
                        *place = Some(member.node);
                    }
                    joint.deprecated |= member.special & 1;
                    if object.required >> bit & 1 == 1 {
                        joint.required = joint.required | releases;
                    }
                }
                (_, Stray::Free) => {}
                (_, Stray::Undeclared) => joint.undeclared = joint.undeclared | releases,
                (_, Stray::Forbidden) => joint.forbidden = joint.forbidden | releases,
                (None, Stray::Others) => {
                    if let Some(place) = joint.key.get_mut(*at) {
                        *place = Some(object.others);
                    }
                }
                (Some(_), Stray::Others) | (_, Stray::Unsure) => joint.is_sure = false,
            }
        }
        joint
    }

    fn member(&mut self, name: &str, joint: Joint) -> Member {
        let Joint { key, is_sure, undeclared, forbidden, deprecated, .. } = joint;
        let node = if is_sure { self.place(key) } else { UNSURE };
        let mut special = deprecated;
        if !(undeclared | forbidden).is_empty() {
            self.arena.set.declarations.push(Declaration { undeclared, forbidden });
            special |= (place_of(&self.arena.set.declarations) + 1) << 1;
        }
        object::new_member(name, node, special)
    }

    fn unknown_member(&mut self, objects: &[(usize, u32)]) -> UnknownMember {
        let mut unknown_member = NOBODY;
        let (mut key, mut is_sure, mut is_told) = (self.nowhere(), true, false);
        for (at, place) in objects {
            let releases = self.releases(*at);
            let Some(object) = self.part(*at, *place) else { continue };
            match object.stray {
                Stray::Free => {}
                Stray::Undeclared => unknown_member.unknown = unknown_member.unknown | releases,
                Stray::Forbidden => {
                    is_told = true;
                    unknown_member.forbidden = unknown_member.forbidden | releases;
                }
                Stray::Others => {
                    is_told = true;
                    if let Some(place) = key.get_mut(*at) {
                        *place = Some(object.others);
                    }
                }
                Stray::Unsure => is_sure = false,
            }
        }
        if is_told {
            (unknown_member.undeclared, unknown_member.unknown) = (unknown_member.unknown, ReleaseSet::NONE);
        }
        unknown_member.node = if is_sure { self.place(key) } else { UNSURE };
        unknown_member
    }
}

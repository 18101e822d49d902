//! Gathers the secrets of a JSON document while it is read: nothing else of it is kept.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::names::{Told, is_describing};
use crate::value::{is_named, is_naming};
use crate::{Gatherer, Names};

/// So many strings below a member wait for the name of it.
const MOST_WATCHED: usize = 1 << 12;

/// Whether a text is a UUID (RFC 9562).
fn is_uuid(text: &str) -> bool {
    let form = [8, 13, 18, 23];
    let is_of_uuid = |(at, byte): (usize, u8)| if form.contains(&at) { byte == b'-' } else { byte.is_ascii_hexdigit() };
    text.len() == 36 && text.bytes().enumerate().all(is_of_uuid)
}

/// A whole document.
pub(crate) struct Document<'g> {
    pub(crate) gatherer: &'g mut Gatherer,
    /// JSON within a string of it is read as often as this.
    pub(crate) deeper: usize,
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let place = Place { under: Under::Nothing, role: Role::Other, deeper: self.deeper, gatherer: self.gatherer };
        place.deserialize(deserializer).map(drop)
    }
}

/// A place in JSON, of which nothing but secrets is kept.
struct Place<'g> {
    /// What it is, by the names that it is below.
    under: Under,
    /// What it is to what stands beside it.
    role: Role,
    deeper: usize,
    gatherer: &'g mut Gatherer,
}

/// What a place is, by the names that it is below.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Under {
    Nothing,
    /// A telling name.
    Secret,
    /// `id` below a telling name: what is secret has a name that is not.
    IdOfSecret,
}

impl Under {
    /// What a member is.
    fn member(self, told: Told, name: &str) -> Self {
        match (self, told) {
            (_, Told::Secret) => Self::Secret,
            (_, Told::About) | (Self::Nothing, Told::Nothing) => Self::Nothing,
            (_, Told::Nothing) if name.eq_ignore_ascii_case("id") => Self::IdOfSecret,
            (_, Told::Nothing) if is_describing(name) => Self::Nothing,
            (_, Told::Nothing) => self,
        }
    }
}

/// What was read there: a string that may be a name for what stands beside it.
#[derive(Default)]
struct Read {
    names_secret: bool,
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Place<'_> {
    fn number(self, number: impl fmt::Display) -> Read {
        if self.under != Under::Nothing {
            self.gatherer.add(&number.to_string());
        }
        Read::default()
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Read, E> {
        Ok(Read::default())
    }

    fn visit_bool<E>(self, _: bool) -> Result<Read, E> {
        Ok(Read::default())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Read, E> {
        Ok(self.number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Read, E> {
        Ok(self.number(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Read, E> {
        Ok(self.number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Read, E> {
        if self.gatherer.is_watching && self.gatherer.watched.len() < MOST_WATCHED {
            self.gatherer.watched.push(text.to_owned());
        }
        match self.under {
            Under::Secret => self.gatherer.secret(text),
            Under::IdOfSecret if !is_uuid(text) => self.gatherer.secret(text),
            Under::IdOfSecret | Under::Nothing => self.gatherer.content(text, self.deeper),
        }
        Ok(Read { names_secret: self.role == Role::Naming && self.gatherer.names.is_secret(text) })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Read, A::Error> {
        let Self { under, deeper, gatherer, .. } = self;
        while seq.next_element_seed(Place { under, role: Role::Other, deeper, gatherer: &mut *gatherer })?.is_some() {}
        Ok(Read::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Read, A::Error> {
        let Self { under, deeper, gatherer, .. } = self;
        let mut names_secret = false;
        let (mark, watched) = (gatherer.watched.len(), gatherer.is_watching);
        while let Some(Member { under, role }) = map.next_key_seed(MemberOf(&gatherer.names, under))? {
            gatherer.is_watching = watched || role == Role::Named;
            let read = map.next_value_seed(Place { under, role, deeper, gatherer: &mut *gatherer })?;
            names_secret |= read.names_secret;
        }
        gatherer.is_watching = watched;
        if names_secret {
            let named = gatherer.watched.split_off(mark);
            for value in &named {
                gatherer.secret(value);
            }
        } else if !watched {
            gatherer.watched.truncate(mark);
        }
        Ok(Read::default())
    }
}

/// A member, as far as its name tells.
struct Member {
    under: Under,
    role: Role,
}

/// What a member is to the one beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Naming,
    Named,
    Other,
}

/// Reads the name of a member.
struct MemberOf<'n>(&'n Names, Under);

impl<'de> DeserializeSeed<'de> for MemberOf<'_> {
    type Value = Member;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Member, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for MemberOf<'_> {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Member, E> {
        let role = match name {
            _ if is_naming(name) => Role::Naming,
            _ if is_named(name) => Role::Named,
            _ => Role::Other,
        };
        Ok(Member { under: self.1.member(self.0.told(name), name), role })
    }
}

//! Walks to `log.entries`, and past them.

use std::fmt;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::around::{Gap, Shared};
use super::piece::SYNTAX;
use crate::error::CaptureError;
use crate::input::Input;
use crate::list::ItemList;
use crate::sink::ItemSink;

/// What became of the entries.
#[derive(Default)]
pub(super) struct Outcome {
    /// What is wrong with them.
    pub(super) error: Option<CaptureError>,
    /// Whether nobody wants more of them.
    pub(super) stopped: bool,
    /// Where they were left out for the parser.
    pub(super) gap: Option<Gap>,
}

/// Reads the whole HAR object.
pub(super) fn walk<'de, D: Deserializer<'de>>(json: D, entries: Entries<'_, '_, '_>) -> Result<(), D::Error> {
    let log = Member { key: "entries", of: "an object `log`", inner: entries };
    Member { key: "log", of: "a HAR object", inner: log }.deserialize(json)
}

/// An object of which one member matters, and must be there.
struct Member<S> {
    key: &'static str,
    of: &'static str,
    inner: S,
}

impl<'de, S: DeserializeSeed<'de, Value = ()>> DeserializeSeed<'de> for Member<S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, S: DeserializeSeed<'de, Value = ()>> Visitor<'de> for Member<S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.of)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut inner = Some(self.inner);
        while let Some(key) = map.next_key::<String>()? {
            if key != self.key {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let seed = inner.take().ok_or_else(|| A::Error::duplicate_field(self.key))?;
            map.next_value_seed(seed)?;
        }
        if inner.is_some() { Err(A::Error::missing_field(self.key)) } else { Ok(()) }
    }
}

/// The array of entries.
pub(super) struct Entries<'a, 'r, 's> {
    pub(super) source: &'a Arc<str>,
    pub(super) reader: Shared<'r, 's>,
    pub(super) passed_over: &'a AtomicU64,
    pub(super) sink: &'a mut dyn ItemSink,
    pub(super) outcome: &'a mut Outcome,
}

impl<'de> DeserializeSeed<'de> for Entries<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Entries<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array `entries`")
    }

    /// The parser stands behind the bracket and has looked no further. When it goes on, it finds the closing one.
    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        let mut reader = self.reader.borrow_mut();
        let before = reader.used();
        let list =
            ItemList::new(Input { name: self.source, reader: &mut reader, passed_over: self.passed_over }, &SYNTAX);
        match self.sink.list(list) {
            Ok(ControlFlow::Continue(())) => {
                self.outcome.gap = Some(Gap { before, after: reader.used() });
                Ok(())
            }
            Ok(ControlFlow::Break(())) => {
                self.outcome.stopped = true;
                Err(A::Error::custom("nobody wants more"))
            }
            Err(error) => {
                self.outcome.error = Some(error);
                Err(A::Error::custom("an entry is wrong"))
            }
        }
    }
}

//! Walks to `log.entries` and hands out each entry as soon as it is read.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::entry::Entry;
use crate::capture::format::Reading;
use crate::exchange::Item;

/// How far the walk came, for messages.
#[derive(Default)]
pub(super) struct Progress {
    /// Whether it stands in an entry.
    pub(super) within_entry: bool,
}

/// Reads the whole HAR object.
pub(super) fn walk<'de, D: Deserializer<'de>>(
    json: D,
    reading: &mut Reading<'_>,
    progress: &mut Progress,
) -> Result<(), D::Error> {
    let entries = Entries { reading, progress };
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
struct Entries<'a, 'r> {
    reading: &'a mut Reading<'r>,
    progress: &'a mut Progress,
}

impl<'de> DeserializeSeed<'de> for Entries<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Entries<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array `entries`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.progress.within_entry = true;
        while let Some(entry) = seq.next_element::<Entry>()? {
            let exchange = entry.into_exchange(self.reading.place(None)).map_err(A::Error::custom)?;
            self.reading.emit(Item::Exchange(Box::new(exchange)));
            if self.reading.stopped {
                return Err(A::Error::custom("stopped by the visitor"));
            }
        }
        self.progress.within_entry = false;
        Ok(())
    }
}

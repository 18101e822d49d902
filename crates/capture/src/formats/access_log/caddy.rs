//! The parts of an entry that are objects: Caddy writes requests and header fields so.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess};

use super::entry::Scalar;
use crate::exchange::Headers;
use crate::json::{Lenient, Text, lenient};

/// The request, as its line or in parts.
pub(super) enum Sent<'t> {
    Line(Cow<'t, str>),
    Parts(Parts<'t>),
    Else,
}

/// The parts of a request.
#[derive(Default)]
pub(super) struct Parts<'t> {
    pub(super) method: Cow<'t, str>,
    pub(super) target: Cow<'t, str>,
    pub(super) host: Cow<'t, str>,
    pub(super) is_encrypted: bool,
    pub(super) fields: Fields<'t>,
}

impl<'de> Lenient<'de> for Sent<'de> {
    fn other() -> Self {
        Self::Else
    }

    fn text(text: Cow<'de, str>) -> Self {
        Self::Line(text)
    }

    fn object<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut parts = Parts::default();
        while let Some(name) = map.next_key::<Text<'_>>()? {
            match &*name.0 {
                "headers" => parts.fields = map.next_value()?,
                "tls" => parts.is_encrypted = map.next_value::<Option<serde::de::IgnoredAny>>()?.is_some(),
                "method" => parts.method = map.next_value::<Scalar<'_>>()?.into_text(),
                "uri" => parts.target = map.next_value::<Scalar<'_>>()?.into_text(),
                "host" => parts.host = map.next_value::<Scalar<'_>>()?.into_text(),
                _ => drop(map.next_value::<serde::de::IgnoredAny>()?),
            }
        }
        Ok(Self::Parts(parts))
    }
}

impl<'de: 't, 't> Deserialize<'de> for Sent<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        lenient::<Sent<'de>, D>(deserializer)
    }
}

/// Header fields by their names, each with a list of values.
#[derive(Default)]
pub(super) struct Fields<'t>(Vec<(Cow<'t, str>, Values<'t>)>);

impl Fields<'_> {
    pub(super) fn add_to(self, headers: &mut Headers) {
        for (name, Values(values)) in self.0 {
            for value in values {
                headers.add(&name, &value);
            }
        }
    }
}

impl<'de> Lenient<'de> for Fields<'de> {
    fn other() -> Self {
        Self::default()
    }

    fn object<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<Text<'_>>()? {
            fields.push((name.0, map.next_value()?));
        }
        Ok(Self(fields))
    }
}

impl<'de: 't, 't> Deserialize<'de> for Fields<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        lenient::<Fields<'de>, D>(deserializer)
    }
}

/// The values of a header field.
struct Values<'t>(Vec<Cow<'t, str>>);

impl<'de> Lenient<'de> for Values<'de> {
    fn other() -> Self {
        Self(Vec::new())
    }

    fn text(text: Cow<'de, str>) -> Self {
        Self(vec![text])
    }

    fn list<A: SeqAccess<'de>>(mut seq: A) -> Result<Self, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element::<Scalar<'_>>()? {
            values.push(value.into_text());
        }
        Ok(Self(values))
    }
}

impl<'de: 't, 't> Deserialize<'de> for Values<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        lenient::<Values<'de>, D>(deserializer)
    }
}

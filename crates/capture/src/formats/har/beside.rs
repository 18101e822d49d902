//! What a HAR has beside its messages, of whatever shape recorders give it: only names with values, and addresses, are kept.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::exchange::Headers;

/// Names with values.
#[derive(Default)]
pub(super) struct Beside(pub(super) Headers);

impl Beside {
    /// Both.
    pub(super) fn with(mut self, other: &Self) -> Self {
        other.0.iter().for_each(|(name, value)| self.0.add(name, value));
        self
    }
}

impl<'de> Deserialize<'de> for Beside {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BesideVisitor)
    }
}

struct BesideVisitor;

impl<'de> Visitor<'de> for BesideVisitor {
    type Value = Beside;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("names with values")
    }

    fn visit_unit<E>(self) -> Result<Beside, E> {
        Ok(Beside::default())
    }

    fn visit_bool<E>(self, _: bool) -> Result<Beside, E> {
        Ok(Beside::default())
    }

    fn visit_i64<E>(self, _: i64) -> Result<Beside, E> {
        Ok(Beside::default())
    }

    fn visit_u64<E>(self, _: u64) -> Result<Beside, E> {
        Ok(Beside::default())
    }

    fn visit_f64<E>(self, _: f64) -> Result<Beside, E> {
        Ok(Beside::default())
    }

    fn visit_str<E>(self, _: &str) -> Result<Beside, E> {
        Ok(Beside::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Beside, A::Error> {
        let mut all = Beside::default();
        while let Some(one) = seq.next_element::<Beside>()? {
            all = all.with(&one);
        }
        Ok(all)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Beside, A::Error> {
        let (mut named, mut address) = ([None, None], None);
        while let Some(key) = map.next_key::<std::borrow::Cow<'_, str>>()? {
            match &*key {
                "name" => named[0] = text(map.next_value()?),
                "value" => named[1] = text(map.next_value()?),
                "url" => address = text(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        let mut beside = Beside::default();
        if let [Some(name), Some(value)] = &named {
            beside.0.add(name, value);
        }
        if let Some(address) = address {
            beside.0.add("url", &address);
        }
        Ok(beside)
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_shape_it_has() {
        for (text, kept) in [
            (r#"[{"name":"a","value":"b","path":"/"},{"name":"c"},{"value":null,"name":"d"},7]"#, vec![("a", "b")]),
            (
                r#"{"type":"script","url":"http://h/x","stack":{"callFrames":[{"url":"y"}]}}"#,
                vec![("url", "http://h/x")],
            ),
            (r#""x""#, vec![]),
            ("null", vec![]),
            ("1.5", vec![]),
        ] {
            let beside: Beside = serde_json::from_str(text).unwrap();
            assert_eq!(beside.0.iter().collect::<Vec<_>>(), kept, "{text}");
        }
    }
}

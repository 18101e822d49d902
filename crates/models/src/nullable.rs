//! A value or null, where null is not the same as absent.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value, json};

const LIFE: &str = "x-immich-life";

/// A value that may be null. As a field it must be there; `Option<Nullable<T>>` may be absent too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nullable<T> {
    /// Null.
    Null,
    /// A value.
    Value(T),
}

impl<T: Serialize> Serialize for Nullable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Value(value) => serializer.serialize_some(value),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

impl<T: JsonSchema> JsonSchema for Nullable<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Nullable_{}", T::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("Nullable<{}>", T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = generator.subschema_for::<T>().to_value();
        allow_null(&mut schema);
        schema.try_into().unwrap_or_default()
    }
}

/// Lets a schema accept null: beside its type, in each of its eras, or else as an alternative to it.
fn allow_null(schema: &mut Value) {
    match schema.get_mut("type") {
        Some(Value::Array(types)) if types.iter().any(|name| name == "null") => return,
        Some(Value::Array(types)) => return types.push(json!("null")),
        Some(one) => return *one = json!([one.take(), "null"]),
        None => {}
    }
    match schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        Some(eras) if eras.iter().all(|era| era.get(LIFE).is_some()) => eras.iter_mut().for_each(allow_null_in_era),
        Some(branches) => branches.push(json!({"type": "null"})),
        None => *schema = json!({"anyOf": [schema.take(), {"type": "null"}]}),
    }
}

/// The same for a branch with a life, which stays outermost.
fn allow_null_in_era(era: &mut Value) {
    let life = era.as_object_mut().and_then(|era| era.shift_remove(LIFE));
    allow_null(era);
    if let (Some(era), Some(life)) = (era.as_object_mut(), life) {
        era.insert(LIFE.to_owned(), life);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn null_stands_where_a_reader_expects_it() {
        let table = [
            (json!({"type": "string", "format": "date"}), json!({"type": ["string", "null"], "format": "date"})),
            (json!({"$ref": "#/$defs/X"}), json!({"anyOf": [{"$ref": "#/$defs/X"}, {"type": "null"}]})),
            (
                json!({"anyOf": [{"type": "string", "x-immich-life": "..2.0.0"}, {"$ref": "#/$defs/X", "x-immich-life": "2.0.0.."}]}),
                json!({"anyOf": [
                    {"type": ["string", "null"], "x-immich-life": "..2.0.0"},
                    {"anyOf": [{"$ref": "#/$defs/X"}, {"type": "null"}], "x-immich-life": "2.0.0.."},
                ]}),
            ),
            (
                json!({"anyOf": [{"type": "string"}, {"type": "number"}]}),
                json!({"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "null"}]}),
            ),
        ];
        for (mut schema, expected) in table {
            allow_null(&mut schema);
            assert_eq!(schema, expected);
        }
    }

    #[test]
    fn null_is_a_value() {
        let read = |text| serde_json::from_str::<Nullable<bool>>(text).unwrap();
        assert_eq!(read("null"), Nullable::Null);
        assert_eq!(read("true"), Nullable::Value(true));
        assert_eq!(serde_json::to_string(&[Nullable::Null, Nullable::Value(true)]).unwrap(), "[null,true]");
    }
}

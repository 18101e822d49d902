//! A value of one of two types: a field whose type changed from one release to another.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// One of two types; which one is seen from the value. The `#[shape]`s beside a field say which releases have which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Either<A, B> {
    /// As it was at first.
    Left(A),
    /// As it became.
    Right(B),
}

/// A value that both types read is that type's which holds all of it, the first one's if both or neither do.
impl<'de, A, B> Deserialize<'de> for Either<A, B>
where
    A: DeserializeOwned + Serialize,
    B: DeserializeOwned + Serialize,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let (left, right) = (A::deserialize(&value), B::deserialize(&value));
        match (left, right) {
            (Ok(left), Ok(right)) if !holds(&left, &value) && holds(&right, &value) => Ok(Self::Right(right)),
            (Ok(left), _) => Ok(Self::Left(left)),
            (Err(_), Ok(right)) => Ok(Self::Right(right)),
            (Err(left), Err(right)) => Err(D::Error::custom(format_args!("neither of two types: {left}; {right}"))),
        }
    }
}

fn holds<T: Serialize>(typed: &T, value: &Value) -> bool {
    serde_json::to_value(typed).is_ok_and(|again| again == *value)
}

impl<A: JsonSchema, B: JsonSchema> JsonSchema for Either<A, B> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}_or_{}", A::schema_name(), B::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [generator.subschema_for::<A>(), generator.subschema_for::<B>()]})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Small {
        id: String,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Large {
        id: String,
        name: String,
    }

    #[test]
    fn nothing_is_lost() {
        for value in [json!({"id": "a"}), json!({"id": "a", "name": "b"})] {
            let read: Either<Small, Large> = serde_json::from_value(value.clone()).unwrap();
            assert_eq!(serde_json::to_value(read).unwrap(), value);
        }
        assert!(serde_json::from_value::<Either<Small, Large>>(json!({"name": "b"})).is_err());
    }

    #[test]
    fn the_type_is_seen_from_the_value() {
        let read = |value| serde_json::from_value::<Either<String, u32>>(value).unwrap();
        assert_eq!(read(json!("0:00:01")), Either::Left("0:00:01".to_owned()));
        assert_eq!(read(json!(1000)), Either::Right(1000));
    }
}

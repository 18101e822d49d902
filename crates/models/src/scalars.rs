//! Values that many types share: strings, numbers and identifiers with their constraints.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
pub use serde_json::Number;
use serde_json::{Map, Value};

use crate::model;

/// The pattern that version 3 puts on each UUID: hexadecimal with dashes, version 4.
pub const UUID_V4: &str = "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$";

/// The pattern of a UUID of whichever version, all zeros and all ones among them.
pub const UUID_ANY: &str = "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}\
                            |00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$";

/// The pattern that version 3 puts on each e-mail address.
pub const EMAIL: &str = "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\
                     (?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$";

/// The pattern that version 3 puts on each point in time: a day of the calendar, a time of day, and a zone.
pub const ZONED: &str = "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?\
     :(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\
     \\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|([+-](?:[01]\\d|2[0-3]):[\
     0-5]\\d)))$";

/// The pattern that version 3 puts on days: a day of the calendar.
pub const DAY: &str = "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?\
     :(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\
     \\d|2[0-8])))$";

/// The pattern that version 3 puts on PINs.
pub const PIN: &str = r"^\d{6}$";

/// The smallest integer that a JavaScript number holds exactly: -(2^53 - 1).
pub const MIN_SAFE: i64 = -9_007_199_254_740_991;

/// The largest integer that a JavaScript number holds exactly: 2^53 - 1.
pub const MAX_SAFE: u64 = 9_007_199_254_740_991;

/// An integer of any size, kept as it was written: `3.0` is an integer too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Integer(Number);

impl Integer {
    /// The number as it was written.
    pub fn number(&self) -> &Number {
        &self.0
    }
}

impl From<i64> for Integer {
    fn from(value: i64) -> Self {
        Self(value.into())
    }
}

impl<'de> Deserialize<'de> for Integer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = Number::deserialize(deserializer)?;
        if number.is_f64() && number.as_f64().is_some_and(|value| value.fract() != 0.0) {
            return Err(D::Error::custom(format_args!("{number} is not an integer")));
        }
        Ok(Self(number))
    }
}

impl JsonSchema for Integer {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Integer".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer" })
    }
}

/// A count or a size.
#[model]
#[shape("..3.0.0-rc.1")]
#[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
pub struct Natural(pub Integer);

/// Any integer that JavaScript can hold.
#[model]
#[shape("..3.0.0-rc.1")]
#[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
pub struct SafeInteger(pub Integer);

/// A count of at least one.
#[model]
#[shape("..3.0.0-rc.1", minimum = 1)]
#[shape("3.0.0-rc.1..", minimum = 1, maximum = MAX_SAFE)]
pub struct Positive(pub Integer);

/// A number in double precision.
#[model]
#[shape(format = "double")]
pub struct Double(pub Number);

/// A whole number of at least zero, which documents before version 3 call any number.
#[model]
#[shape("..3.0.0-rc.1")]
#[shape("3.0.0-rc.1..", Integer, minimum = 0, maximum = MAX_SAFE)]
pub struct Whole(pub Number);

/// An identifier that servers have always written as a UUID, though documents say so from version 3 on only.
#[model]
#[shape("..3.0.0-rc.1")]
#[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
pub struct Id(pub String);

/// An identifier that documents have always called a UUID.
#[model]
#[shape("..3.0.0-rc.1", format = "uuid")]
#[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
pub struct Uuid(pub String);

/// A point in time, RFC 3339.
#[model]
#[shape(format = "date-time")]
pub struct DateTime(pub String);

/// A point in time. Documents insist on its form, with a zone, from version 3 on.
#[model]
#[shape("..3.0.0-rc.1", format = "date-time")]
#[shape("3.0.0-rc.1..", format = "date-time", pattern = ZONED)]
pub struct Timestamp(pub String);

/// A day without time and zone, RFC 3339.
#[model]
#[shape(format = "date")]
pub struct Date(pub String);

/// An e-mail address.
#[model]
#[shape("..3.0.0-rc.1")]
#[shape("3.0.0-rc.1..", format = "email", pattern = EMAIL)]
pub struct Email(pub String);

/// A length of time in milliseconds.
#[model]
#[shape(minimum = 0, maximum = 2_147_483_647)]
pub struct Millis(pub Integer);

/// An address.
#[model]
#[shape(format = "uri")]
pub struct Uri(pub String);

/// Two texts.
#[model]
#[shape(minItems = 2, maxItems = 2)]
pub struct Pair(pub Vec<String>);

/// The bytes of a file; in a body of JSON it would be a string.
#[model]
#[shape(format = "binary")]
pub struct Binary(pub String);

/// The schema of objects that says nothing of their members: that of a map says that there may be any, which documents say
/// only from version 3 on.
fn object(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "object"})
}

/// An object of which no document says what is in it.
#[model]
pub struct Object(#[schemars(schema_with = "object")] pub Map<String, Value>);

/// The same, which documents from version 3 on say in words: any member, of any type.
#[model]
#[shape("..3.0.0-rc.1")]
#[shape("3.0.0-rc.1..", additionalProperties = {})]
pub struct OpenObject(pub Object);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_kept_as_written() {
        for text in ["0", "-1", "3.0", "9007199254740993", "18446744073709551615", "-9223372036854775808"] {
            let integer: Integer = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&integer).unwrap(), text);
        }
        for text in ["1.5", "\"1\"", "null", "true"] {
            assert!(serde_json::from_str::<Integer>(text).is_err(), "{text}");
        }
    }
}

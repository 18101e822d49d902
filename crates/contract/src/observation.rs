//! What servers were seen to do though no document says so.
//!
//! An observation changes nothing that a document says: facts, schemas and OpenAPI exports are the same with and without
//! it. It tells whoever judges traffic that something undocumented is known, and from where.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::ReleaseSet;

/// Something that servers do though no document says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// The releases of which it is known.
    #[serde(serialize_with = "ranges", deserialize_with = "from_ranges")]
    pub life: ReleaseSet,
    /// What they do.
    #[serde(flatten)]
    pub behaviour: Behaviour,
    /// Where it was seen, in one sentence.
    pub evidence: String,
}

/// A kind of undocumented behaviour. Where `operations` (ids) is empty, every operation is meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Behaviour {
    /// Operations are answered outside of their life.
    Alive {
        /// Their path; a `*` at its end stands for everything below.
        path: String,
    },
    /// Requests are taken that differ from the documented ones.
    Routing {
        /// In what they may differ.
        looseness: Looseness,
    },
    /// A status is answered that is not documented.
    Status {
        /// By these operations.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        operations: Vec<String>,
        /// The status.
        status: u16,
    },
    /// A body comes with a content type that is not documented.
    Content {
        /// From these operations.
        operations: Vec<String>,
        /// Media types, or ranges of them as in `image/*`.
        types: Vec<String>,
    },
    /// A body comes where none is documented.
    Body {
        /// From these operations.
        operations: Vec<String>,
        /// With this status.
        status: u16,
    },
    /// Values are sent or taken that their schema forbids or does not declare.
    Value {
        /// In bodies of these operations.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        operations: Vec<String>,
        /// In these components; where there is none, in values that belong to none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        components: Vec<String>,
        /// In these members of them; where there is none, in any.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        properties: Vec<String>,
        /// What they do not keep to.
        breaks: Breach,
        /// For requests that show one of these security schemes; where there is none, for all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        shown: Vec<String>,
    },
    /// Refusals have a body of the contract's `errorBody`.
    ErrorBody,
    /// Credentials are taken that are not documented.
    Credentials {
        /// Names of security schemes.
        schemes: Vec<String>,
    },
}

/// In what a request may differ from the documented one and is answered all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Looseness {
    /// A `/` after the path.
    TrailingSlash,
    /// Capital and small letters in the path.
    LetterCase,
}

/// What a value does not keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Breach {
    /// It has another type than its schema says, or is null.
    Type,
    /// Its text does not have the format.
    Format,
    /// Its text does not match the pattern.
    Pattern,
    /// It is missing although required.
    Required,
    /// No schema declares it.
    Declaration,
}

fn ranges<S: Serializer>(life: &ReleaseSet, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&life.to_ranges())
}

fn from_ranges<'d, D: Deserializer<'d>>(deserializer: D) -> Result<ReleaseSet, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn observations_are_read_and_written_alike() {
        for written in [
            json!({"life": "1.113.0..1.118.0", "kind": "alive", "path": "/server-info/*", "evidence": "seen"}),
            json!({"life": "..", "kind": "status", "status": 304, "evidence": "seen"}),
            json!({"life": "..", "kind": "routing", "looseness": "trailing-slash", "evidence": "seen"}),
            json!({"life": "..2.0.0", "kind": "value", "components": ["A"], "breaks": "required", "evidence": "seen"}),
            json!({"life": "..", "kind": "error-body", "evidence": "seen"}),
        ] {
            let read: Observation = serde_json::from_value(written.clone()).unwrap();
            assert_eq!(serde_json::to_value(read).unwrap(), written);
        }
        for wrong in [
            json!({"life": "1.113..", "kind": "error-body", "evidence": "seen"}),
            json!({"life": "..", "kind": "weather", "evidence": "seen"}),
            json!({"life": "..", "kind": "error-body"}),
        ] {
            assert!(serde_json::from_value::<Observation>(wrong.clone()).is_err(), "{wrong}");
        }
    }
}

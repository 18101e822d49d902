//! A schema as a decoder reads it: what it lets pass is allowed.

use serde_json::{Map, Value, json};

use crate::decoder::{Decoder, Outcome, UnknownMembers};

/// Keywords that a decoder may not check.
const LIMITS: &[&str] = &[
    "exclusiveMaximum",
    "exclusiveMinimum",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "uniqueItems",
];

/// The types of JSON, by name.
const KINDS: &[&str] = &["array", "boolean", "integer", "null", "number", "object", "string"];

/// How much of what a decoder does counts.
#[derive(Clone, Copy)]
pub(crate) struct Lenience<'d> {
    decoder: &'d Decoder,
    /// Whether what it lets through as it is is allowed, too.
    passing: bool,
}

impl<'d> Lenience<'d> {
    /// What becomes a value of the declared type.
    pub(crate) const fn converting(decoder: &'d Decoder) -> Self {
        Self { decoder, passing: false }
    }

    /// That, and what is let through as it is.
    pub(crate) const fn passing(decoder: &'d Decoder) -> Self {
        Self { decoder, passing: true }
    }

    /// One schema, whose parts are read already.
    pub(crate) fn applied(&self, mut schema: Map<String, Value>) -> Value {
        self.members(&mut schema);
        self.facts(&mut schema);
        self.widened(schema)
    }

    fn lets(&self, outcome: Outcome) -> bool {
        self.passing && outcome == Outcome::Passed
    }

    fn members(&self, schema: &mut Map<String, Value>) {
        match self.decoder.unknown_members {
            UnknownMembers::AsDeclared => {}
            UnknownMembers::Ignored => {
                for key in ["additionalProperties", "unevaluatedProperties"] {
                    if schema.get(key) == Some(&json!(false)) {
                        schema.remove(key);
                    }
                }
            }
            UnknownMembers::Refused => {
                if schema.contains_key("properties") && !schema.contains_key("additionalProperties") {
                    schema.insert("additionalProperties".to_owned(), json!(false));
                }
            }
        }
        if self.decoder.null_is_default
            && let Some(Value::Object(properties)) = schema.get_mut("properties")
        {
            let defaulted = properties.values_mut().filter(|member| member.get("default").is_some());
            defaulted.for_each(|member| *member = json!({"anyOf": [member.take(), {"type": "null"}]}));
        }
        if self.lets(self.decoder.missing) {
            schema.remove("required");
        } else if self.decoder.missing_is_null {
            let properties = schema.get("properties").cloned().unwrap_or_default();
            let is_nullable =
                |name: &Value| name.as_str().and_then(|name| properties.get(name)).is_some_and(allows_null);
            if let Some(Value::Array(names)) = schema.get_mut("required") {
                names.retain(|name| !is_nullable(name));
            }
        }
    }

    fn facts(&self, schema: &mut Map<String, Value>) {
        if !self.decoder.checks_limits {
            schema.retain(|key, _| !LIMITS.contains(&key.as_str()));
        }
        let format = schema.get("format").and_then(Value::as_str);
        if format.is_some_and(|format| !self.decoder.checks(format)) {
            schema.remove("format");
        }
        if self.lets(self.decoder.unknown_values)
            && let Some(Value::Array(values)) = schema.get("enum")
            && values.iter().all(|value| value.is_string() || value.is_null())
        {
            let null = values.contains(&Value::Null).then_some("null");
            schema.insert("type".to_owned(), ["string"].into_iter().chain(null).collect());
            schema.remove("enum");
        }
    }

    /// The schema, or what becomes a value of one of its types.
    fn widened(&self, schema: Map<String, Value>) -> Value {
        // Of listed values the decoder compares each; what it makes of other ones does not count.
        if schema.contains_key("enum") || schema.contains_key("const") {
            return Value::Object(schema);
        }
        let format = schema.get("format").and_then(Value::as_str);
        let mut more: Vec<Value> = Vec::new();
        for kind in kinds(&schema) {
            let key = if kind == "string" { format.unwrap_or(kind) } else { kind };
            let passed = self.decoder.passes.get(key).filter(|_| self.passing);
            more.extend(self.decoder.converts.get(key).into_iter().chain(passed).flatten().cloned());
        }
        if more.is_empty() {
            return Value::Object(schema);
        }
        more.insert(0, Value::Object(schema));
        json!({ "anyOf": more })
    }
}

/// The types that a schema names.
fn kinds(schema: &Map<String, Value>) -> Vec<&'static str> {
    let known = |name: &Value| KINDS.iter().copied().find(|kind| name.as_str() == Some(kind));
    match schema.get("type") {
        Some(Value::Array(names)) => names.iter().filter_map(known).collect(),
        Some(name) => known(name).into_iter().collect(),
        None => Vec::new(),
    }
}

/// Whether a schema says that null is allowed.
fn allows_null(schema: &Value) -> bool {
    let Some(members) = schema.as_object() else { return schema == &json!(true) };
    let any = |key: &str| members.get(key).and_then(Value::as_array).is_some_and(|list| list.iter().any(allows_null));
    let listed = members.get("enum").and_then(Value::as_array).is_some_and(|values| values.contains(&Value::Null));
    let flagged = members.get("nullable") == Some(&json!(true));
    members.is_empty() || kinds(members).contains(&"null") || any("anyOf") || any("oneOf") || listed || flagged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(decoder: &str, passing: bool, schema: &Value) -> Value {
        let decoder = Decoder::named(decoder).unwrap();
        let lenience = if passing { Lenience::passing(&decoder) } else { Lenience::converting(&decoder) };
        lenience.applied(schema.as_object().unwrap().clone())
    }

    #[test]
    fn members_are_as_the_decoder_has_them() {
        let closed = json!({"type": "object", "properties": {"a": true}, "additionalProperties": false});
        let open = json!({"type": "object", "properties": {"a": true}});
        for (decoder, given, expected) in [
            ("mashumaro", &closed, &open),
            ("pydantic", &closed, &closed),
            ("pydantic", &open, &open),
            ("kotlinx", &open, &closed),
        ] {
            assert_eq!(&applied(decoder, false, given), expected, "{decoder}");
        }
    }

    #[test]
    fn what_is_missing_may_be_null_or_nothing() {
        let schema = json!({"properties": {"a": {"type": ["string", "null"]}, "b": {"type": "string"}},
            "required": ["a", "b"]});
        let required = |decoder, passing| applied(decoder, passing, &schema).get("required").cloned();
        assert_eq!(required("pydantic", false), Some(json!(["a", "b"])));
        assert_eq!(required("swift", false), Some(json!(["b"])));
        assert_eq!(required("typescript", false), Some(json!(["a", "b"])), "what is passed is not taken");
        assert_eq!(required("typescript", true), None);
    }

    #[test]
    fn types_are_widened_by_what_becomes_one() {
        let text = json!({"type": "string"});
        assert_eq!(applied("mashumaro", false, &text), text);
        assert_eq!(applied("mashumaro", true, &text), json!({"anyOf": [text, {}]}));
        let widened = applied("pydantic", false, &json!({"type": ["integer", "null"], "minimum": 0}));
        assert_eq!(widened["anyOf"][0], json!({"type": ["integer", "null"], "minimum": 0}));
        assert_eq!(widened["anyOf"][1], json!({"type": "boolean"}));
        let day = json!({"type": "string", "format": "date-time"});
        assert_eq!(applied("zod", false, &day), day);
        assert_eq!(applied("typescript", false, &day), json!({"type": "string"}));
    }

    #[test]
    fn lists_of_values_are_open_where_nobody_looks() {
        let schema = json!({"enum": ["a", "b", null]});
        assert_eq!(applied("go", false, &schema), schema);
        assert_eq!(applied("go", true, &schema)["anyOf"][0], json!({"type": ["string", "null"]}));
    }
}

//! Makes of a schema with all that it refers to what the contract's reader reads: components by name, in the words of
//! JSON Schema 2020-12, as its decoder reads them.

use std::collections::{BTreeMap, HashSet};

use contract::pointer::{escape, tokens};
use contract::{Contract, Element, read};
use serde_json::{Map, Value, json};

use super::{Dialect, Source};
use crate::error::SchemaError;
use crate::lenient::Lenience;

/// Keywords with one schema, with a list of schemas, and with schemas by name.
const ONE: &[&str] = &[
    "additionalProperties",
    "contains",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];
const LIST: &[&str] = &["allOf", "anyOf", "oneOf", "prefixItems"];
const MAP: &[&str] = &["dependentSchemas", "patternProperties", "properties"];

/// Keywords with facts that count.
const FACTS: &[&str] = &[
    "const",
    "default",
    "dependentRequired",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minContains",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "nullable",
    "pattern",
    "readOnly",
    "required",
    "type",
    "uniqueItems",
    "writeOnly",
];

/// A client's schemas as components of a contract.
pub(crate) struct Bundle {
    pub(crate) contract: Contract,
    /// The component of the model itself.
    pub(crate) root: String,
    /// Whether some object of it refuses members that it does not name.
    pub(crate) is_closed: bool,
}

/// The schema of a source, as its decoder reads it.
pub(crate) fn bundle(source: &Source, lenience: &Lenience<'_>) -> Result<Bundle, SchemaError> {
    let mut bundler = Bundler { source, lenience, names: BTreeMap::new(), taken: HashSet::new(), open: Vec::new() };
    let root = bundler.name(source.pointer());
    let mut schemas = Map::new();
    while let Some((pointer, name)) = bundler.open.pop() {
        let element = source.element(&pointer).ok_or_else(|| source.fail(&pointer, "there is nothing here"))?;
        schemas.insert(name, bundler.schema(element, &pointer)?);
    }
    let reading = read::annotated(&json!({ "$defs": &schemas }));
    let reading = reading.map_err(|error| source.fail(source.pointer(), error.to_string()))?;
    let is_closed = schemas.values().any(refuses_members);
    Ok(Bundle { contract: reading.contract, root, is_closed })
}

/// Whether a schema, or a part of it, may refuse members that it does not name.
fn refuses_members(schema: &Value) -> bool {
    match schema {
        Value::Object(members) => members.iter().any(|(key, value)| {
            let says_so = ["additionalProperties", "propertyNames", "unevaluatedProperties"].contains(&key.as_str());
            says_so && *value != Value::Bool(true) || refuses_members(value)
        }),
        Value::Array(items) => items.iter().any(refuses_members),
        _ => false,
    }
}

struct Bundler<'s> {
    source: &'s Source,
    lenience: &'s Lenience<'s>,
    /// The name of each schema that something refers to, by its pointer.
    names: BTreeMap<String, String>,
    taken: HashSet<String>,
    open: Vec<(String, String)>,
}

impl Bundler<'_> {
    /// What the schema at a pointer is called; one that is new is to be read.
    fn name(&mut self, pointer: &str) -> String {
        if let Some(known) = self.names.get(pointer) {
            return known.clone();
        }
        let last = tokens(pointer).next_back().map(std::borrow::Cow::into_owned);
        let wanted = last.unwrap_or_else(|| self.source.name()).replace(['/', '~'], "_");
        let mut name = wanted.clone();
        let mut number = 1;
        while !self.taken.insert(name.clone()) {
            number += 1;
            name = format!("{wanted}{number}");
        }
        self.names.insert(pointer.to_owned(), name.clone());
        self.open.push((pointer.to_owned(), name.clone()));
        name
    }

    fn schema(&mut self, schema: Element<'_>, at: &str) -> Result<Value, SchemaError> {
        if let Some(flag) = schema.as_bool() {
            return Ok(Value::Bool(flag));
        }
        if !schema.is_object() {
            return Err(self.source.fail(at, "a schema is an object, `true` or `false`"));
        }
        let reference = ["$ref", "$recursiveRef", "$dynamicRef"].into_iter().find_map(|key| schema.get(key));
        let mut all = Map::new();
        if let Some(reference) = reference {
            all.insert("$ref".to_owned(), self.reference(reference, at)?);
        }
        if reference.is_some() && self.source.dialect == Dialect::UpTo7 {
            return Ok(Value::Object(all));
        }
        for (key, value) in schema.members() {
            let place = format!("{at}/{}", escape(key));
            self.keyword(&mut all, key, value, &place)?;
        }
        // Names are texts anyway; some generators say so.
        if all.get("propertyNames") == Some(&json!({"type": "string"})) {
            all.remove("propertyNames");
        }
        self.tuple(&mut all, schema, at)?;
        Ok(self.lenience.applied(all))
    }

    fn keyword(
        &mut self,
        all: &mut Map<String, Value>,
        key: &str,
        value: Element<'_>,
        at: &str,
    ) -> Result<(), SchemaError> {
        let read = if FACTS.contains(&key) {
            value.to_value()
        } else if ONE.contains(&key) && !value.is_array() {
            self.schema(value, at)?
        } else if LIST.contains(&key) {
            self.list(value, at)?
        } else if MAP.contains(&key) {
            self.map(value, at)?
        } else if key == "dependencies" {
            return self.dependencies(all, value, at);
        } else {
            return Ok(());
        };
        all.insert(key.to_owned(), read);
        Ok(())
    }

    fn reference(&mut self, reference: Element<'_>, at: &str) -> Result<Value, SchemaError> {
        let text = reference.as_str().ok_or_else(|| self.source.fail(at, "`$ref` must be a string"))?;
        let pointer = self.source.target(text, at)?;
        Ok(json!(format!("#/$defs/{}", self.name(&pointer))))
    }

    fn list(&mut self, value: Element<'_>, at: &str) -> Result<Value, SchemaError> {
        if !value.is_array() {
            return Err(self.source.fail(at, "a list of schemas is wanted here"));
        }
        let one = |(index, item): (usize, Element<'_>)| self.schema(item, &format!("{at}/{index}"));
        value.items().enumerate().map(one).collect()
    }

    fn map(&mut self, value: Element<'_>, at: &str) -> Result<Value, SchemaError> {
        if !value.is_object() {
            return Err(self.source.fail(at, "schemas by name are wanted here"));
        }
        let mut all = Map::new();
        for (name, member) in value.members() {
            all.insert(name.to_owned(), self.schema(member, &format!("{at}/{}", escape(name)))?);
        }
        Ok(Value::Object(all))
    }

    /// Up to draft 7, one keyword for what are two since.
    fn dependencies(&mut self, all: &mut Map<String, Value>, value: Element<'_>, at: &str) -> Result<(), SchemaError> {
        let (mut names, mut schemas) = (Map::new(), Map::new());
        for (name, member) in value.members() {
            if member.is_array() {
                names.insert(name.to_owned(), member.to_value());
            } else {
                schemas.insert(name.to_owned(), self.schema(member, &format!("{at}/{}", escape(name)))?);
            }
        }
        all.insert("dependentRequired".to_owned(), Value::Object(names));
        all.insert("dependentSchemas".to_owned(), Value::Object(schemas));
        Ok(())
    }

    /// Up to 2019-09, `items` may be a list, and what comes after that is `additionalItems`.
    fn tuple(&mut self, all: &mut Map<String, Value>, schema: Element<'_>, at: &str) -> Result<(), SchemaError> {
        let Some(first) = schema.get("items").filter(|items| items.is_array()) else { return Ok(()) };
        if self.source.dialect == Dialect::Of2020 {
            return Err(self.source.fail(&format!("{at}/items"), "`items` is one schema; a list is `prefixItems`"));
        }
        all.insert("prefixItems".to_owned(), self.list(first, &format!("{at}/items"))?);
        if let Some(rest) = schema.get("additionalItems") {
            all.insert("items".to_owned(), self.schema(rest, &format!("{at}/additionalItems"))?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decoder::Decoder;

    /// The schemas that are read of a document, by name, and the name of the root.
    fn read_of(document: &Value, fragment: &str) -> Result<(Value, String), String> {
        let text = document.to_string().into_bytes();
        let source = Source::read("model.json", text, fragment).map_err(|error| error.to_string())?;
        let decoder = Decoder::named(Decoder::DEFAULT).unwrap();
        let bundle = bundle(&source, &Lenience::converting(&decoder)).map_err(|error| error.to_string())?;
        Ok((contract::write::annotated(&bundle.contract)["$defs"].clone(), bundle.root))
    }

    fn draft(number: &str, schema: &Value) -> Value {
        let mut schema = schema.clone();
        schema["$schema"] = json!(format!("http://json-schema.org/draft-{number}/schema#"));
        schema
    }

    #[test]
    fn drafts_mean_what_they_say() {
        let beside = json!({"properties": {"a": {"$ref": "#/definitions/A", "maxLength": 3}},
            "definitions": {"A": {"type": "string"}}});
        let (old, root) = read_of(&draft("07", &beside), "").unwrap();
        assert_eq!(old[&root]["properties"]["a"], json!({"$ref": "#/$defs/A"}), "up to 7 a reference stands alone");
        let (new, _) = read_of(&beside, "").unwrap();
        assert_eq!(new[&root]["properties"]["a"], json!({"$ref": "#/$defs/A", "maxLength": 3}));
        let bound = json!({"properties": {"a": {"type": "number", "minimum": 0, "exclusiveMinimum": true}}});
        let (four, root) = read_of(&draft("04", &bound), "").unwrap();
        assert_eq!(four[&root]["properties"]["a"]["exclusiveMinimum"], json!(0));
    }

    #[test]
    fn what_is_asked_for_is_found_by_pointer_anchor_and_reference() {
        let document = json!({"$ref": "#/$defs/Asset", "$defs": {"Asset": {"type": "object", "properties":
            {"owner": {"$ref": "#user"}, "self": {"$ref": "#/$defs/Asset"}}}, "User": {"$anchor": "user", "type": "object"}}});
        for fragment in ["", "/$defs/Asset"] {
            let (all, root) = read_of(&document, fragment).unwrap();
            assert_eq!(root, "Asset");
            assert_eq!(all["Asset"]["properties"]["owner"], json!({"$ref": "#/$defs/User"}));
        }
        assert!(read_of(&document, "/$defs/Assets").unwrap_err().contains("did you mean Asset?"));
    }
}

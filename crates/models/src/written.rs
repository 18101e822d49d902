//! What the code that `#[model]` and `#[operation]` write calls.

use schemars::Schema;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

/// Reads a field that may be absent but, being there, must not be null.
pub fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Reads a field that must be there, also when it may be null: serde takes a missing field for null otherwise.
pub fn required<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::deserialize(deserializer)
}

/// The schema of an element from its shapes: the releases that each is for, a schema, and keywords to add to it. One
/// shape that always holds is that schema; several are the branches of an `anyOf`.
pub fn eras<const N: usize>(shapes: [(&str, Schema, Value); N]) -> Schema {
    let is_one = N == 1 && shapes.iter().all(|(life, ..)| *life == "..");
    let mut branches: Vec<_> =
        shapes.into_iter().map(|(life, schema, keywords)| branch(life, schema, keywords)).collect();
    match branches.pop() {
        Some(only) if is_one => only,
        last => {
            branches.extend(last);
            any_of(branches)
        }
    }
}

/// A choice of schemas.
pub(crate) fn any_of(branches: Vec<Schema>) -> Schema {
    let branches: Vec<Value> = branches.into_iter().map(Value::from).collect();
    Map::from_iter([("anyOf".to_owned(), branches.into())]).into()
}

fn branch(life: &str, mut schema: Schema, keywords: Value) -> Schema {
    let own = schema.ensure_object();
    if let Value::Object(keywords) = keywords {
        own.extend(keywords);
    }
    if life != ".." {
        own.insert("x-immich-life".to_owned(), life.into());
    }
    schema
}

/// Writes an enum of plain variants, which schemars spells out as `oneOf` for the sake of their descriptions, as one list
/// of values; the lives of the variants go into `x-immich-enum`. Variants without a description are one list already.
pub fn strings(schema: &mut Schema) {
    let Some(Value::Array(variants)) = schema.remove("oneOf") else { return };
    let mut values = Vec::new();
    let mut lives = Map::new();
    for variant in variants {
        values.extend(variant.get("enum").and_then(Value::as_array).into_iter().flatten().cloned());
        let Some(value) = variant.get("const") else { continue };
        if let (Some(name), Some(life)) = (value.as_str(), variant.get("x-immich-life")) {
            lives.insert(name.to_owned(), life.clone());
        }
        values.push(value.clone());
    }
    schema.insert("type".to_owned(), json!("string"));
    schema.insert("enum".to_owned(), values.into());
    if !lives.is_empty() {
        schema.insert("x-immich-enum".to_owned(), lives.into());
    }
}

/// Puts what a type says as a whole into its schema: the releases of each shape, and its keywords. Several are the branches
/// of an `anyOf`, each with all members; what is said of the type itself stays outside.
pub fn whole<const N: usize>(schema: &mut Schema, shapes: [(&str, Value); N]) {
    let own = schema.ensure_object();
    let (outside, inside): (Map<String, Value>, Map<String, Value>) = std::mem::take(own)
        .into_iter()
        .partition(|(key, _)| ["title", "description"].contains(&key.as_str()) || is_of_the_type(key));
    *own = outside;
    let branches = shapes.map(|(life, keywords)| (life, Schema::from(inside.clone()), keywords));
    for (key, value) in eras(branches).to_value().as_object().into_iter().flatten() {
        schema.insert(key.clone(), value.clone());
    }
}

fn is_of_the_type(key: &str) -> bool {
    key.starts_with("x-immich-") && key != "x-immich-enum"
}

/// Makes of a choice of any branches a choice of exactly one.
pub fn exactly_one(schema: &mut Schema) {
    if let Some(branches) = schema.remove("anyOf") {
        schema.insert("oneOf".to_owned(), branches);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use schemars::json_schema;

    #[test]
    fn one_shape_is_itself_and_several_are_branches() {
        let text = || json_schema!({"type": "string"});
        let one = eras([("..", text(), json!({"minLength": 1}))]);
        assert_eq!(one, json_schema!({"type": "string", "minLength": 1}));
        let two = eras([("..2.0.0", text(), json!({})), ("2.0.0..", text(), json!({"format": "uuid"}))]);
        let expected = json_schema!({"anyOf": [
            {"type": "string", "x-immich-life": "..2.0.0"},
            {"type": "string", "format": "uuid", "x-immich-life": "2.0.0.."},
        ]});
        assert_eq!(two, expected);
    }

    #[test]
    fn a_whole_that_changed_has_all_members_in_each_era() {
        let members = json!({"a": {"type": "string"}});
        let of_the_type = || json_schema!({"type": "object", "properties": members, "x-immich-life": "2.0.0.."});
        let mut one = of_the_type();
        whole(&mut one, [("..", json!({"minProperties": 1}))]);
        let expected =
            json_schema!({"x-immich-life": "2.0.0..", "type": "object", "properties": members, "minProperties": 1});
        assert_eq!(one, expected);
        let mut two = of_the_type();
        whole(&mut two, [("..2.3.0", json!({})), ("2.3.0..", json!({"additionalProperties": false}))]);
        let expected = json_schema!({"x-immich-life": "2.0.0..", "anyOf": [
            {"type": "object", "properties": members, "x-immich-life": "..2.3.0"},
            {"type": "object", "properties": members, "additionalProperties": false, "x-immich-life": "2.3.0.."},
        ]});
        assert_eq!(two, expected);
    }

    #[test]
    fn variants_become_one_list() {
        let mut schema = json_schema!({"oneOf": [
            {"type": "string", "const": "exif", "description": "…"},
            {"type": "string", "enum": ["face", "text"]},
            {"type": "string", "const": "manual", "x-immich-life": "2.0.0.."},
        ]});
        strings(&mut schema);
        let expected = json_schema!({
            "type": "string", "enum": ["exif", "face", "text", "manual"], "x-immich-enum": {"manual": "2.0.0.."},
        });
        assert_eq!(schema, expected);
    }
}

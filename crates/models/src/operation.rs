//! An operation as JSON.

use std::collections::BTreeMap;

use contract::ReleaseSet;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value};

use crate::written::any_of;

const LIFE: &str = "x-immich-life";

/// A request to the server, and what it answers.
pub trait Operation {
    /// The operation as an entry of `operations` in the annotated contract. Components that it needs are left in the
    /// generator.
    fn describe(generator: &mut SchemaGenerator) -> Value;
}

/// How an operation is listed in its module.
pub(crate) type Describe = fn(&mut SchemaGenerator) -> Value;

/// How a type that no operation reaches is listed in its module.
pub(crate) type Reach = fn(&mut SchemaGenerator);

/// Leaves a type in the generator.
pub(crate) fn reach<T: schemars::JsonSchema>(generator: &mut SchemaGenerator) {
    generator.subschema_for::<T>();
}

/// One answer of an operation.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The releases that document it.
    pub life: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// Media type and schema of the body; nothing if there is none.
    pub body: Option<(&'static str, Schema)>,
}

/// The parameters in one place, as an object schema.
#[derive(Default)]
struct Parameters {
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl From<Parameters> for Value {
    fn from(Parameters { properties, required }: Parameters) -> Self {
        let required = (!required.is_empty()).then(|| ("required", required.into()));
        object([("type", "object".into()), ("properties", properties.into())].into_iter().chain(required))
    }
}

/// An object whose values are moved into it; `json!` copies them.
fn object<K: Into<String>>(entries: impl IntoIterator<Item = (K, Value)>) -> Value {
    entries.into_iter().map(|(name, value)| (name.into(), value)).collect::<Map<_, _>>().into()
}

/// Puts an operation together. `facts` is the beginning of it, a JSON object that `#[operation]` wrote; `request` is an
/// object schema in which `x-immich-place` tells of each property where in the request it stands.
///
/// # Panics
///
/// If `facts` is anything else, which only a broken macro can bring about.
#[expect(clippy::expect_used, reason = "the macro wrote it, and a test reads all of them")]
pub fn describe(facts: &str, request: &Schema, answers: Vec<Answer>) -> Value {
    let mut operation: Map<_, _> = serde_json::from_str(facts).expect("facts are a JSON object");
    let description = request.get("description").map(|text| ("description".to_owned(), text.clone()));
    operation.extend(description);
    let required = request.get("required").and_then(Value::as_array);
    let mut parameters: BTreeMap<String, Parameters> = BTreeMap::new();
    for (name, schema) in request.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let is_required = required.is_some_and(|names| names.iter().any(|other| other == name));
        let mut schema = schema.clone();
        let Some(Value::String(place)) = take(&mut schema, "x-immich-place") else { continue };
        if place == "body" {
            operation.insert("requestBody".to_owned(), body(schema, is_required));
            continue;
        }
        let place = parameters.entry(place).or_default();
        place.properties.insert(name.clone(), schema);
        place.required.extend(is_required.then(|| name.as_str().into()));
    }
    if !parameters.is_empty() {
        let parameters = parameters.into_iter().map(|(place, parameters)| (place, parameters.into()));
        operation.insert("parameters".to_owned(), object(parameters));
    }
    operation.insert("responses".to_owned(), responses(answers));
    operation.into()
}

fn take(schema: &mut Value, keyword: &str) -> Option<Value> {
    schema.as_object_mut().and_then(|schema| schema.shift_remove(keyword))
}

/// The request body; the life of the field is that of the body.
fn body(mut schema: Value, is_required: bool) -> Value {
    let mut body = Map::new();
    body.insert("required".to_owned(), is_required.into());
    for keyword in ["x-immich-life", "x-immich-required"] {
        body.extend(take(&mut schema, keyword).map(|range| (keyword.to_owned(), range)));
    }
    let content = take(&mut schema, "x-immich-content");
    let content = content.as_ref().and_then(Value::as_str).unwrap_or("application/json");
    body.insert("content".to_owned(), object([(content, schema)]));
    body.into()
}

/// All answers by status. A response lives as long as any of its answers; what lives shorter says so on its body.
fn responses(answers: Vec<Answer>) -> Value {
    let mut by_status: BTreeMap<u16, Vec<Answer>> = BTreeMap::new();
    for answer in answers {
        by_status.entry(answer.status).or_default().push(answer);
    }
    object(by_status.into_iter().map(|(status, answers)| (status.to_string(), response(answers))))
}

/// What is answered with one status.
fn response(answers: Vec<Answer>) -> Value {
    let life = joined(answers.iter().map(|answer| answer.life));
    let mut bodies: BTreeMap<&'static str, Vec<(&'static str, Schema)>> = BTreeMap::new();
    for Answer { life, body, .. } in answers {
        if let Some((media_type, schema)) = body {
            bodies.entry(media_type).or_default().push((life, schema));
        }
    }
    let content = bodies.into_iter().map(|(media_type, shapes)| (media_type, content(&life, shapes).into()));
    let content = Some(object(content)).filter(|content| *content != Value::Object(Map::new()));
    let life = (life != "..").then(|| (LIFE, life.clone().into()));
    object(life.into_iter().chain(content.map(|content| ("content", content))))
}

/// One body from its shapes. `outer` is the life of the response.
fn content(outer: &str, mut shapes: Vec<(&'static str, Schema)>) -> Schema {
    let life = joined(shapes.iter().map(|(life, _)| *life));
    let mut schema = match shapes.pop() {
        Some((_, only)) if shapes.is_empty() => only,
        last => {
            let with_life = |(life, mut schema): (&str, Schema)| {
                schema.ensure_object().insert(LIFE.to_owned(), life.into());
                schema
            };
            let branches: Vec<Schema> = shapes.into_iter().chain(last).map(with_life).collect();
            any_of(branches)
        }
    };
    if life != outer {
        schema.ensure_object().insert(LIFE.to_owned(), life.into());
    }
    schema
}

/// The releases of several lives together. The macros have checked each.
fn joined<'l>(lives: impl Iterator<Item = &'l str>) -> String {
    let sets = lives.filter_map(|life| life.parse::<ReleaseSet>().ok());
    sets.fold(ReleaseSet::NONE, |all, set| all | set).to_ranges()
}

#[cfg(test)]
mod tests {
    use super::*;
    use schemars::json_schema;
    use serde_json::json;

    #[test]
    fn fields_go_to_their_places() {
        let request = json_schema!({
            "type": "object",
            "description": "Sets something.",
            "properties": {
                "id": {"type": "string", "x-immich-place": "path"},
                "dry": {"type": "boolean", "x-immich-place": "query", "x-immich-life": "2.0.0.."},
                "body": {
                    "$ref": "#/$defs/X", "x-immich-place": "body", "x-immich-content": "multipart/form-data",
                    "x-immich-life": "2.0.0..", "x-immich-required": "2.1.0..",
                },
            },
            "required": ["id"],
        });
        let expected = json!({
            "operationId": "setIt",
            "description": "Sets something.",
            "requestBody": {
                "required": false, "x-immich-life": "2.0.0..", "x-immich-required": "2.1.0..",
                "content": {"multipart/form-data": {"$ref": "#/$defs/X"}},
            },
            "parameters": {
                "path": {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]},
                "query": {"type": "object", "properties": {"dry": {"type": "boolean", "x-immich-life": "2.0.0.."}}},
            },
            "responses": {},
        });
        assert_eq!(describe(r#"{"operationId": "setIt"}"#, &request, Vec::new()), expected);
    }

    #[test]
    fn answers_keep_their_lives() {
        let answer = |life, status, body| Answer { life, status, body };
        let answers = vec![
            answer("..2.0.0", 204, None),
            answer("..", 200, Some(("application/json", json_schema!({"type": "string"})))),
            answer("2.0.0..", 200, Some(("image/png", json_schema!({"type": "string"})))),
            answer("..2.0.0", 201, Some(("application/json", json_schema!({"type": "string"})))),
            answer("2.0.0..", 201, Some(("application/json", json_schema!({"type": "object"})))),
        ];
        let expected = json!({
            "200": {"content": {
                "application/json": {"type": "string"},
                "image/png": {"type": "string", "x-immich-life": "2.0.0.."},
            }},
            "201": {"content": {"application/json": {"anyOf": [
                {"type": "string", "x-immich-life": "..2.0.0"},
                {"type": "object", "x-immich-life": "2.0.0.."},
            ]}}},
            "204": {"x-immich-life": "..2.0.0"},
        });
        assert_eq!(responses(answers), expected);
    }
}

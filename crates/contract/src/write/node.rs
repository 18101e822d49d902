//! Writes schema nodes, in each dialect that we publish.

use serde_json::{Map, Value, json};

use crate::applicator;
use crate::marker::{Claim, History};
use crate::pointer::escape;
use crate::{Additional, Eras, Node, Property, Release, ReleaseSet, Schema};

/// The form that schemas are written in.
#[derive(Clone, Copy)]
pub(super) enum Dialect {
    /// JSON Schema 2020-12 at one release; components under `#/$defs/`.
    JsonSchema(Release),
    /// OpenAPI 3.0 at one release.
    OpenApi(Release),
    /// JSON Schema 2020-12 for the union of the releases, with lives; components at `#/$defs/`.
    Annotated,
    /// The same, with each component in a file of its own.
    AnnotatedFiles,
}

impl Dialect {
    fn release(self) -> Option<Release> {
        match self {
            Self::JsonSchema(release) | Self::OpenApi(release) => Some(release),
            Self::Annotated | Self::AnnotatedFiles => None,
        }
    }

    fn reference(self, name: &str) -> Value {
        let name = escape(name);
        json!({"$ref": match self {
            Self::JsonSchema(_) | Self::Annotated => format!("#/$defs/{name}"),
            Self::OpenApi(_) => format!("#/components/schemas/{name}"),
            Self::AnnotatedFiles => format!("{name}.json"),
        }})
    }

    /// Writes a schema; at a release at which it says nothing, nothing is forbidden.
    pub(super) fn schema(self, schema: &Schema) -> Value {
        let node = match self.release() {
            Some(release) => schema.at(release),
            None => schema.constant(),
        };
        match node {
            Some(node) => self.node(node),
            None if self.release().is_some() => json!({}),
            None => {
                let branches = schema.iter().map(|(releases, node)| with_life(self.node(node), releases));
                json!({"anyOf": branches.collect::<Vec<_>>()})
            }
        }
    }

    fn node(self, node: &Node) -> Value {
        let mut body = self.body(node);
        let said = node.keywords.iter().map(|(keyword, value)| (keyword.name().to_owned(), value.clone()));
        // How many items `contains` wants is said where it stands.
        let (counts, beside): (Map<_, _>, Map<_, _>) = said.partition(|(name, _)| name.ends_with("Contains"));
        body.extend(counts);
        if let Self::OpenApi(_) = self {
            return openapi_form(node, body, beside);
        }
        if node.nullable {
            body = or_null(node, body);
        }
        body.extend(beside);
        Value::Object(body)
    }

    /// All that a node says but null and the plain facts.
    fn body(self, node: &Node) -> Map<String, Value> {
        let mut body = match &node.reference {
            Some(name) => self.reference(name).as_object().cloned().unwrap_or_default(),
            None => Map::new(),
        };
        let mut put = |key: &str, value: Option<Value>| value.map(|value| body.insert(key.to_owned(), value));
        put("type", node.kind.map(|kind| json!(kind.name())));
        self.values(node).into_iter().for_each(|(key, value)| drop(put(key, Some(value))));
        let properties: Map<String, Value> = self
            .properties(node)
            .filter(|one| !one.is_implied)
            .map(|one| (one.name.clone(), self.property(one)))
            .collect();
        let required: Vec<&str> =
            self.properties(node).filter(|one| self.is_required(one)).map(|one| one.name.as_str()).collect();
        put("required", (!required.is_empty()).then(|| json!(required)));
        put("properties", (!properties.is_empty()).then(|| Value::Object(properties)));
        put(
            "additionalProperties",
            match &node.additional {
                Additional::Unspecified => None,
                Additional::Forbidden => Some(json!(false)),
                Additional::Schema(schema) => Some(self.schema(schema)),
            },
        );
        put("items", node.items.as_ref().map(|items| self.schema(items)));
        put("not", node.not.as_ref().map(|not| self.schema(not)));
        for (name, list) in [("allOf", &node.all_of), ("anyOf", &node.any_of), ("oneOf", &node.one_of)] {
            put(name, (!list.is_empty()).then(|| list.iter().map(|schema| self.schema(schema)).collect()));
        }
        body.extend(applicator::members(&node.applicators, |schema| self.schema(schema)));
        body
    }

    fn values(self, node: &Node) -> Vec<(&'static str, Value)> {
        let lives = |value: &&crate::EnumValue| self.release().is_none_or(|release| value.life.contains(release));
        let values: Vec<Value> = node.values.iter().filter(lives).map(|value| value.value.clone()).collect();
        if values.is_empty() {
            return Vec::new();
        }
        let timed = node.values.iter().filter(|value| value.life != ReleaseSet::all());
        let named = timed.filter_map(|value| Some((value.value.as_str()?.to_owned(), json!(value.life.to_ranges()))));
        let changes: Map<String, Value> = named.collect();
        let mut entries = vec![("enum", Value::Array(values))];
        if self.release().is_none() && !changes.is_empty() {
            entries.push(("x-immich-enum", Value::Object(changes)));
        }
        entries
    }

    fn properties(self, node: &Node) -> impl Iterator<Item = &Property> {
        let lives = move |one: &&Property| self.release().is_none_or(|release| one.life.contains(release));
        node.properties.iter().filter(lives)
    }

    fn is_required(self, property: &Property) -> bool {
        match self.release() {
            Some(release) => property.required.contains(release),
            None => property.required == ReleaseSet::all(),
        }
    }

    /// Writes a property or a parameter as the schema of its value, with its life where the dialect has lives.
    pub(super) fn property(self, property: &Property) -> Value {
        let schema = self.schema(&property.schema);
        let Some(release) = self.release() else { return lived(property, schema) };
        let mut facts = Map::new();
        if property.deprecated.contains(release) {
            facts.insert("deprecated".to_owned(), json!(true));
        }
        if let Self::OpenApi(_) = self {
            facts.extend(property.markers.at(release).map(claims).unwrap_or_default());
            return beside_reference(schema, facts);
        }
        extended(schema, facts)
    }
}

/// A property's schema with the keywords of its life, as far as they say more than the schema.
fn lived(property: &Property, schema: Value) -> Value {
    let implied = if property.required == ReleaseSet::all() { property.life } else { ReleaseSet::NONE };
    let entries = [
        ("x-immich-life", (property.life != ReleaseSet::all()).then(|| json!(property.life.to_ranges()))),
        ("x-immich-required", (property.required != implied).then(|| json!(property.required.to_ranges()))),
        ("x-immich-deprecated", ranges_unless_empty(property.deprecated)),
        ("x-immich-markers", markers(&property.markers)),
    ];
    extended(schema, entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
}

/// A release set as a value, nothing for the empty one.
pub(super) fn ranges_unless_empty(releases: ReleaseSet) -> Option<Value> {
    (!releases.is_empty()).then(|| json!(releases.to_ranges()))
}

/// The claims of an element by era.
pub(super) fn markers(markers: &Eras<History>) -> Option<Value> {
    let one = |(releases, history): (ReleaseSet, &History)| {
        let claims: Vec<Value> = history.0.iter().map(|one| claim(one, "replacement")).collect();
        json!({"life": releases.to_ranges(), "history": claims})
    };
    (!markers.is_empty()).then(|| markers.iter().map(one).collect())
}

/// The claims of an element at one release, in upstream's present notation.
pub(super) fn claims(history: &History) -> Map<String, Value> {
    let entries: Vec<Value> = history.0.iter().map(|one| claim(one, "replacementId")).collect();
    let mut facts = Map::from_iter([("x-immich-history".to_owned(), json!(entries))]);
    if let Some(state) = history.state() {
        facts.insert("x-immich-state".to_owned(), json!(state.to_string()));
    }
    facts
}

fn claim(claim: &Claim, replacement: &str) -> Value {
    let mut entry = json!({"state": claim.state.to_string(), "version": claim.version});
    if let (Some(name), Value::Object(entry)) = (&claim.replacement, &mut entry) {
        entry.insert(replacement.to_owned(), json!(name));
    }
    entry
}

/// A schema that lives at some releases only.
pub(super) fn with_life(schema: Value, releases: ReleaseSet) -> Value {
    let life = (releases != ReleaseSet::all()).then(|| ("x-immich-life".to_owned(), json!(releases.to_ranges())));
    extended(schema, life.into_iter().collect())
}

/// An object with more members.
pub(super) fn extended(value: Value, more: Map<String, Value>) -> Value {
    match value {
        Value::Object(mut object) => {
            object.extend(more);
            Value::Object(object)
        }
        other => other,
    }
}

/// "That, or null" in JSON Schema.
fn or_null(node: &Node, mut body: Map<String, Value>) -> Map<String, Value> {
    let Some(kind) = node.kind.filter(|_| node.reference.is_none()) else {
        return Map::from_iter([("anyOf".to_owned(), json!([body, {"type": "null"}]))]);
    };
    body.insert("type".to_owned(), json!([kind.name(), "null"]));
    if let Some(Value::Array(values)) = body.get_mut("enum") {
        values.push(Value::Null);
    }
    body
}

/// OpenAPI 3.0 has `nullable`, a boolean `exclusiveMinimum`, and ignores what stands beside a `$ref`.
fn openapi_form(node: &Node, mut body: Map<String, Value>, mut beside: Map<String, Value>) -> Value {
    if node.nullable {
        beside.insert("nullable".to_owned(), json!(true));
    }
    for (flag, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if let Some(value) = beside.insert(flag.to_owned(), json!(true)) {
            beside.insert(bound.to_owned(), value);
        } else {
            beside.remove(flag);
        }
    }
    if let Some(value) = beside.remove("const") {
        body.insert("enum".to_owned(), json!([value]));
    }
    beside_reference(Value::Object(body), beside)
}

fn beside_reference(schema: Value, facts: Map<String, Value>) -> Value {
    if facts.is_empty() || schema.get("$ref").is_none() {
        return extended(schema, facts);
    }
    extended(json!({"allOf": [schema]}), facts)
}

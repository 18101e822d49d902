//! A projection as a flat list of facts, so that two contracts can be held against each other line by line.
//!
//! Prose, examples, titles and the order of things are no facts. Neither is the tag `Deprecated`, which repeats the flag.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::marker::History;
use crate::{Additional, Applicator, Encoding, Eras, Media, Method, Node, Operation, Projection, Property, Schema};

/// The facts of one projection: element and aspect to value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts(BTreeMap<Subject, Value>);

/// What a fact is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The element: `AssetResponseDto.duration`, `GET /assets/random query count`.
    pub element: String,
    /// The aspect: `type`, `required`, `minimum`, …
    pub aspect: String,
}

/// A fact on which two contracts differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What the fact is about.
    pub subject: Subject,
    /// What the left contract says.
    pub left: Option<Value>,
    /// What the right contract says.
    pub right: Option<Value>,
}

impl Facts {
    /// The facts of everything in a projection that `scope` names.
    pub fn of(view: Projection<'_>, scope: &Scope) -> Self {
        let mut writer = Writer { view, facts: Self::default() };
        let in_scope = |one: &&Operation| scope.has_operation(one.method, one.path_at(view.release));
        view.operations().filter(in_scope).for_each(|operation| writer.operation(operation));
        for (name, component) in view.components().filter(|(name, _)| scope.has_component(name)) {
            writer.put(name, "exists", json!(true));
            writer.schema(name, &component.schema);
        }
        writer.facts
    }

    /// What is said of a subject.
    pub fn get(&self, subject: &Subject) -> Option<&Value> {
        self.0.get(subject)
    }

    /// How many facts there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the two say differently, by element.
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let mut subjects: Vec<&Subject> = self.0.keys().chain(other.0.keys()).collect();
        subjects.sort_unstable();
        subjects.dedup();
        let pair = |subject: &Subject| Difference {
            subject: subject.clone(),
            left: self.0.get(subject).cloned(),
            right: other.0.get(subject).cloned(),
        };
        subjects.into_iter().map(pair).filter(|difference| difference.left != difference.right).collect()
    }
}

/// Facts from elsewhere, to be held against those of a projection.
impl FromIterator<(Subject, Value)> for Facts {
    fn from_iter<I: IntoIterator<Item = (Subject, Value)>>(facts: I) -> Self {
        Self(facts.into_iter().collect())
    }
}

/// Which elements are compared.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    operations: Vec<(Method, Eras<String>)>,
    components: Vec<String>,
}

impl Scope {
    /// All that a contract has at any release, save what is only observed.
    pub fn of(contract: &crate::Contract) -> Self {
        let documented = contract.components.iter().filter(|(_, component)| !component.observed);
        Self {
            operations: contract.operations.iter().map(|one| (one.method, one.paths.clone())).collect(),
            components: documented.map(|(name, _)| name.clone()).collect(),
        }
    }

    /// How many operations and schemas are compared.
    pub fn size(&self) -> (usize, usize) {
        (self.operations.len(), self.components.len())
    }

    fn has_operation(&self, method: Method, path: &str) -> bool {
        let mut known = self.operations.iter().filter(|(known, _)| *known == method);
        known.any(|(_, paths)| paths.iter().any(|(_, known)| known == path))
    }

    fn has_component(&self, name: &str) -> bool {
        self.components.iter().any(|known| known == name)
    }
}

struct Writer<'c> {
    view: Projection<'c>,
    facts: Facts,
}

impl Writer<'_> {
    fn put(&mut self, element: &str, aspect: &str, value: Value) {
        let subject = Subject { element: element.to_owned(), aspect: aspect.to_owned() };
        self.facts.0.insert(subject, value);
    }

    fn flag(&mut self, element: &str, aspect: &str, set: bool) {
        if set {
            self.put(element, aspect, json!(true));
        }
    }

    fn operation(&mut self, operation: &Operation) {
        let release = self.view.release;
        let name = format!("{} {}", operation.method, operation.path_at(release));
        self.put(&name, "operationId", json!(operation.id_at(release)));
        let tags = operation.tags.at(release).into_iter().flatten();
        let mut tags: Vec<&String> = tags.filter(|tag| *tag != "Deprecated").collect();
        tags.sort();
        self.put(&name, "tags", json!(tags));
        self.flag(&name, "deprecated", operation.deprecated.contains(release));
        self.flag(&name, "admin only", operation.admin_only.contains(release));
        self.markers(&name, operation.markers.at(release));
        if let Some(permission) = operation.permission.at(release) {
            self.put(&name, "permission", json!(permission));
        }
        if let Some(security) = operation.security.at(release) {
            let mut alternatives = security.clone();
            alternatives.sort();
            self.put(&name, "security", json!(alternatives));
        }
        self.traffic(&name, operation);
    }

    fn traffic(&mut self, name: &str, operation: &Operation) {
        let (view, release) = (self.view, self.view.release);
        for parameter in view.parameters(operation) {
            let element = format!("{name} {} {}", parameter.place.name(), parameter.property.name);
            self.property(&element, &parameter.property);
            if let Some(serialization) = &parameter.serialization {
                self.put(&element, "serialization", json!(serialization.to_string()));
            }
            self.flag(&element, "allowEmptyValue", parameter.allows_empty);
        }
        if let Some(body) = operation.body.as_ref().filter(|body| body.life.contains(release)) {
            let element = format!("{name} request");
            self.put(&element, "exists", json!(true));
            self.flag(&element, "required", body.required.contains(release));
            self.content(&element, &body.content);
        }
        for response in view.responses(operation) {
            let element = format!("{name} {}", response.status);
            self.put(&element, "exists", json!(true));
            self.content(&element, &response.content);
        }
    }

    fn content(&mut self, element: &str, content: &[Media]) {
        let view = self.view;
        for media in view.media(content) {
            let element = format!("{element} {}", media.media_type);
            self.put(&element, "exists", json!(true));
            media.schema.iter().for_each(|schema| self.schema(&element, schema));
            for Encoding { property, serialization } in &media.encodings {
                self.put(&format!("{element}.{property}"), "serialization", json!(serialization.to_string()));
            }
        }
    }

    fn markers(&mut self, element: &str, history: Option<&History>) {
        let Some(history) = history else { return };
        let claim = |claim: &crate::marker::Claim| json!([claim.state.to_string(), claim.version, claim.replacement]);
        self.put(element, "history", history.0.iter().map(claim).collect());
    }

    fn property(&mut self, element: &str, property: &Property) {
        let release = self.view.release;
        self.put(element, "exists", json!(true));
        self.flag(element, "required", property.required.contains(release));
        self.flag(element, "deprecated", property.deprecated.contains(release));
        self.markers(element, property.markers.at(release));
        self.schema(element, &property.schema);
    }

    fn schema(&mut self, element: &str, schema: &Schema) {
        match self.view.node(schema) {
            Some(node) => self.node(element, &node.clone()),
            None => self.put(element, "schema", json!("none at this release")),
        }
    }

    fn node(&mut self, element: &str, node: &Node) {
        if let Some(name) = &node.reference {
            self.put(element, "reference", json!(name));
        }
        if let Some(kind) = node.kind {
            self.put(element, "type", json!(kind.name()));
        }
        self.flag(element, "nullable", node.nullable);
        let mut values: Vec<String> = node.values_at(self.view.release).map(Value::to_string).collect();
        values.sort();
        if !values.is_empty() {
            self.put(element, "enum", json!(values));
        }
        for (keyword, value) in node.keywords.iter() {
            self.put(element, keyword.name(), value.clone());
        }
        self.below(element, node);
    }

    fn below(&mut self, element: &str, node: &Node) {
        let view = self.view;
        for property in view.properties(node) {
            self.property(&format!("{element}.{}", property.name), property);
        }
        match &node.additional {
            Additional::Unspecified => {}
            Additional::Forbidden => self.put(element, "additionalProperties", json!(false)),
            Additional::Schema(schema) => self.schema(&format!("{element}.*"), schema),
        }
        node.items.iter().for_each(|items| self.schema(&format!("{element}[]"), items));
        node.not.iter().for_each(|not| self.schema(&format!("{element} not"), not));
        for (index, Applicator { keyword, key, schema }) in node.applicators.iter().enumerate() {
            let key = key.clone().unwrap_or_else(|| index.to_string());
            let element = format!("{element} {keyword} {key}");
            self.put(&element, "exists", json!(true));
            self.schema(&element, schema);
        }
        for (name, list) in [("allOf", &node.all_of), ("anyOf", &node.any_of), ("oneOf", &node.one_of)] {
            for (index, schema) in list.iter().enumerate() {
                self.schema(&format!("{element} {name} {index}"), schema);
            }
        }
    }
}

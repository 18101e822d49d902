//! The keywords of JSON Schema that the walk does not take apart: `if`, `prefixItems`, `patternProperties`, …
//!
//! The reference judges by them, and by all below them. Its errors become facts at the places that they name.

use std::sync::Arc;

use contract::{Additional, Contract, Node, Projection, Property, Release, ReleaseSet, Schema, pointer, write};
use reference::ValidationError;
use reference::error::ValidationErrorKind as Kind;
use serde_json::Value;

use super::applicable::{ApplicableSchemas, Certainty};
use super::keyword::{Compiled, Keywords, fact_of};
use super::path::{Path, name_of};
use super::violation::Violation;
use super::walk::Walk;
use crate::fact::Fact;

/// The keywords of a node that the reference judges by, compiled for the releases at which they say the same.
pub(super) struct ByReference {
    at: ReleaseSet,
    schema: Value,
    compiled: Compiled,
}

impl<'c> Walk<'_, 'c> {
    /// What the applicators of the nodes of a place have against its value, and against what is below.
    pub(super) fn applicators(&mut self, schemas: &ApplicableSchemas<'c>, value: &Value, path: &Path<'_>) {
        let binding = schemas.nodes.iter().filter(|applied| applied.certainty == Certainty::Binding);
        for applied in binding.filter(|applied| !applied.node.applicators.is_empty()) {
            let (node, contract) = (applied.node, self.contract);
            for judge in self.keywords.by_reference(contract, node).iter() {
                let at = judge.at & applied.at;
                match judge.compiled.get() {
                    _ if at.is_empty() => {}
                    Ok(validator) if !validator.can_judge(value) => {
                        self.unusable(at & self.open, reference::TOO_MUCH, schemas, path);
                    }
                    Ok(validator) => {
                        let errors = validator.iter_errors(value);
                        let by_node = errors.filter(|error| is_of_applicator(node, error));
                        by_node.for_each(|error| self.reference_error(&error, judge, at, schemas, path));
                    }
                    Err(why) => self.unusable(at & self.open, why, schemas, path),
                }
            }
        }
    }

    fn unusable(&mut self, at: ReleaseSet, why: &str, schemas: &ApplicableSchemas<'c>, path: &Path<'_>) {
        if self.is_telling() {
            let name = schemas.components(at).find_map(|(_, name)| name);
            let why = name.map_or_else(|| why.to_owned(), |name| format!("{name}: {why}"));
            let violation = self.fact(Fact::SchemaUnusable, at, path);
            *violation = Violation { notes: vec![why], ..Violation::unusable(at) };
        }
    }

    fn reference_error(
        &mut self,
        error: &ValidationError<'_>,
        judge: &ByReference,
        at: ReleaseSet,
        schemas: &ApplicableSchemas<'c>,
        path: &Path<'_>,
    ) {
        let is_unjudged = reference::is_unjudged(error);
        let at = if is_unjudged { at & self.open } else { self.refuse(at) };
        if at.is_empty() || !self.is_telling() {
            return;
        }
        let fact = if is_unjudged { Fact::PatternNotJudged } else { fact(error) };
        let wanted = judge.schema.pointer(error.schema_path().as_str()).filter(|said| !said.is_object());
        for (below, actual) in places(error) {
            for (at, component) in schemas.components(at) {
                let violation = self.fact(fact, at, path);
                violation.pointer.push_str(&below);
                violation.place = place_below(&violation.place, &below);
                if !below.is_empty() {
                    violation.name = name_of(&violation.pointer);
                }
                (violation.component, violation.actual) = (component, actual.clone());
                violation.expected = wanted.cloned();
                if fact == Fact::Schema {
                    violation.notes.push(format!("the keyword is `{}`", error.kind().keyword()));
                }
            }
        }
    }
}

impl<'c> Keywords<'c> {
    fn by_reference(&mut self, contract: &'c Contract, node: &'c Node) -> Arc<[ByReference]> {
        if let Some(known) = self.applicators.get(&node.id.0) {
            return Arc::clone(known);
        }
        // A document without releases says the same at all of them.
        let releases: Vec<Release> = contract.releases.iter().collect();
        let asked = if contract.has_releases {
            releases.as_slice()
        } else {
            releases.last_chunk::<1>().map_or(&[][..], |last| last)
        };
        let schema = Schema::always(judged_part(node));
        let mut all: Vec<ByReference> = Vec::new();
        for release in asked {
            let at = if contract.has_releases { ReleaseSet::only(*release) } else { ReleaseSet::all() };
            let schema = write::json_schema_of(Projection { contract, release: *release }, &schema);
            match all.iter_mut().find(|known| known.schema == schema) {
                Some(known) => known.at = known.at | at,
                None => all.push(ByReference { at, compiled: self.usable(&schema), schema }),
            }
        }
        let all: Arc<[ByReference]> = all.into();
        self.applicators.insert(node.id.0, Arc::clone(&all));
        all
    }

    /// A pattern below that is not a regular expression costs itself only.
    fn usable(&self, schema: &Value) -> Compiled {
        let compiled = self.compiled(schema.clone());
        if compiled.get().is_ok() { compiled } else { self.compiled(reference::without_unusable_patterns(schema)) }
    }
}

/// What of a node the reference is asked about: the applicators, and what stands beside them that they depend on. What is
/// unevaluated depends on everything.
fn judged_part(node: &Node) -> Node {
    if node.has_applicator("unevaluatedProperties") || node.has_applicator("unevaluatedItems") {
        return node.clone();
    }
    let has_patterns = node.has_applicator("patternProperties") && node.additional != Additional::Unspecified;
    let named = node.properties.iter().filter(|_| has_patterns);
    let anything = |property: &Property| Property {
        required: ReleaseSet::NONE,
        schema: Schema::always(Node::default()),
        ..property.clone()
    };
    let mut part = Node {
        applicators: node.applicators.clone(),
        properties: named.map(anything).collect(),
        items: node.items.clone().filter(|_| node.has_applicator("prefixItems")),
        ..Node::default()
    };
    if has_patterns {
        part.additional = node.additional.clone();
    }
    for (keyword, value) in node.keywords.iter().filter(|(keyword, _)| keyword.name().ends_with("Contains")) {
        part.keywords.set(keyword, value.clone());
    }
    part
}

/// Whether an error comes of what the walk leaves to the reference.
fn is_of_applicator(node: &Node, error: &ValidationError<'_>) -> bool {
    let path = error.evaluation_path().as_str();
    let first = path.split('/').find(|step| !matches!(*step, "" | "$ref"));
    first.is_some_and(|first| {
        node.has_applicator(first)
            || first.ends_with("Contains")
            || (first == "items" && node.has_applicator("prefixItems"))
            || (first == "additionalProperties" && node.has_applicator("patternProperties"))
    })
}

/// The kind of fact that an error is.
fn fact(error: &ValidationError<'_>) -> Fact {
    match error.kind() {
        Kind::Type { .. } if error.instance().is_null() => Fact::Null,
        Kind::Type { .. } => Fact::Type,
        Kind::Enum { .. } => Fact::Enum,
        Kind::Required { .. } => Fact::Required,
        Kind::AdditionalProperties { .. } | Kind::UnevaluatedProperties { .. } => Fact::AdditionalProperties,
        Kind::AnyOf { .. } | Kind::OneOfNotValid { .. } => Fact::AnyOf,
        Kind::OneOfMultipleValid { .. } => Fact::OneOf,
        kind => fact_of(kind.keyword()).unwrap_or(Fact::Schema),
    }
}

/// The places that an error is about, as pointers below the value that was judged, each with what stands there.
fn places(error: &ValidationError<'_>) -> Vec<(String, Option<Value>)> {
    let here = error.instance_path().as_str();
    let member = |name: &str| (format!("{here}/{}", pointer::escape(name)), None);
    match error.kind() {
        Kind::Required { property } => property.as_str().map(member).into_iter().collect(),
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            unexpected.iter().map(|name| member(name)).collect()
        }
        _ => vec![(here.to_owned(), Some(error.instance().clone().into_owned()))],
    }
}

/// A place for people, with a pointer below it.
fn place_below(place: &str, below: &str) -> String {
    below.split('/').skip(1).fold(place.to_owned(), |place, step| match step.parse::<usize>() {
        Ok(_) => place + "[]",
        Err(_) if place.is_empty() => step.to_owned(),
        Err(_) => place + "." + step,
    })
}

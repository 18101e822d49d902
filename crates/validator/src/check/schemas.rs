//! Asks the reference, and says in our words what it answers.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use contract::{Projection, Schema, write};
use reference::error::{TypeKind, ValidationErrorKind as Kind};
use reference::{ValidationError, Validator};
use serde_json::{Value, json};

use super::by_schema::{BySchema, Key, key};
use super::violation::{Violation, place_name};
use crate::fact::Fact;

/// The schemas of one projection, each compiled when it is first needed.
pub(crate) struct Schemas<'c> {
    view: Projection<'c>,
    known: HashMap<Key, Compiled>,
    /// Those of all checkers of a run.
    compiled: BySchema<Compiled>,
}

/// A schema, or why it cannot be used.
type Compiled = Arc<Result<Validator, String>>;

impl<'c> Schemas<'c> {
    pub(crate) fn new(view: Projection<'c>) -> Self {
        Self { view, known: HashMap::new(), compiled: BySchema::default() }
    }

    /// The same schemas, for another thread.
    pub(crate) fn another(&self) -> Self {
        Self { view: self.view, known: HashMap::new(), compiled: self.compiled.clone() }
    }

    /// Everything that a schema of the contract has against a value.
    ///
    /// The error says why the schema itself cannot be used: a pattern that no linear-time engine takes, for one.
    pub(crate) fn violations(&mut self, schema: &'c Schema, value: &Value) -> Result<Vec<Violation<'c>>, String> {
        let Self { view, known, compiled } = self;
        let key = key(schema);
        let compile = || Arc::new(reference::compile(&write::json_schema_of(*view, schema)));
        let validator = known.entry(key).or_insert_with(|| compiled.get(key, compile));
        let validator = validator.as_ref().as_ref().map_err(Clone::clone)?;
        if validator.is_valid(value) {
            return Ok(Vec::new());
        }
        let mut violations = Vec::new();
        validator.iter_errors(value).for_each(|error| explain(&error, &mut violations));
        Ok(without_repetition(violations))
    }
}

/// A value of the wrong type breaks other keywords too; the type says it all. One keyword speaks once for a place.
fn without_repetition(violations: Vec<Violation<'_>>) -> Vec<Violation<'_>> {
    if violations.len() < 2 {
        return violations;
    }
    let is_mistyped = |one: &Violation<'_>| matches!(one.fact, Fact::Type | Fact::Null);
    let mistyped = violations.iter().filter(|one| is_mistyped(one));
    let mistyped: HashSet<&str> = mistyped.map(|one| one.pointer.as_str()).collect();
    let mut said: HashSet<(Fact, &str)> = HashSet::new();
    let keep = |one: &Violation<'_>| is_mistyped(one) || !mistyped.contains(one.pointer.as_str());
    let kept: Vec<bool> = violations.iter().map(|one| said.insert((one.fact, &one.pointer)) && keep(one)).collect();
    violations.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(one, _)| one).collect()
}

fn explain(error: &ValidationError<'_>, out: &mut Vec<Violation<'_>>) {
    let pointer = error.instance_path().as_str().to_owned();
    match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => return alternatives(error, context, out),
        Kind::AdditionalProperties { unexpected } => {
            out.extend(unexpected.iter().map(|name| {
                let pointer = format!("{pointer}/{}", contract::pointer::escape(name));
                let name = place_name(&pointer);
                Violation::new(Fact::AdditionalProperties, pointer, name)
            }));
            return;
        }
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let pointer = format!("{pointer}/{}", contract::pointer::escape(name));
            let name = place_name(&pointer);
            out.push(Violation { subject: Some(name.clone()), ..Violation::new(Fact::Required, pointer, name) });
            return;
        }
        _ => {}
    }
    let (fact, expected) = single(error);
    let name = place_name(&pointer);
    let actual = Some(error.instance().clone().into_owned());
    out.push(Violation { expected, actual, ..Violation::new(fact, pointer, name) });
}

/// The fact of a keyword that judges one value, and what it expects.
fn single(error: &ValidationError<'_>) -> (Fact, Option<Value>) {
    match error.kind() {
        Kind::Type { kind } if error.instance().is_null() => (Fact::Null, Some(types(kind))),
        Kind::Type { kind } => (Fact::Type, Some(types(kind))),
        Kind::Enum { options } => (Fact::Enum, Some((**options).clone())),
        Kind::Constant { expected_value } => (Fact::Const, Some((**expected_value).clone())),
        Kind::Format { format } => (Fact::Format, Some(json!(format))),
        Kind::Pattern { pattern } => (Fact::Pattern, Some(json!(pattern))),
        Kind::Minimum { limit } => (Fact::Minimum, Some(limit.clone())),
        Kind::Maximum { limit } => (Fact::Maximum, Some(limit.clone())),
        Kind::ExclusiveMinimum { limit } => (Fact::ExclusiveMinimum, Some(limit.clone())),
        Kind::ExclusiveMaximum { limit } => (Fact::ExclusiveMaximum, Some(limit.clone())),
        Kind::MultipleOf { multiple_of } => (Fact::MultipleOf, Some(plain(*multiple_of))),
        Kind::MinLength { limit } => (Fact::MinLength, Some(json!(limit))),
        Kind::MaxLength { limit } => (Fact::MaxLength, Some(json!(limit))),
        Kind::MinItems { limit } => (Fact::MinItems, Some(json!(limit))),
        Kind::MaxItems { limit } => (Fact::MaxItems, Some(json!(limit))),
        Kind::MinProperties { limit } => (Fact::MinProperties, Some(json!(limit))),
        Kind::MaxProperties { limit } => (Fact::MaxProperties, Some(json!(limit))),
        Kind::UniqueItems => (Fact::UniqueItems, None),
        Kind::OneOfMultipleValid { .. } => (Fact::OneOf, None),
        _ => (Fact::Schema, None),
    }
}

/// A number as people write it: 15, not 15.0.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked, and within it integers are exact")]
fn plain(number: f64) -> Value {
    let whole = number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
    if whole { json!(number as i64) } else { json!(number) }
}

fn types(kind: &TypeKind) -> Value {
    match kind {
        TypeKind::Single(one) => json!(one.to_string()),
        TypeKind::Multiple(many) => many.iter().map(|one| json!(one.to_string())).collect(),
    }
}

/// Of a choice, what counts is the branch that was meant: the one whose type fits, or of several the one of which no
/// member is missing. Where no branch stands out, the choice as a whole was missed.
fn alternatives(error: &ValidationError<'_>, branches: &[Vec<ValidationError<'static>>], out: &mut Vec<Violation<'_>>) {
    let here = error.instance_path().as_str();
    let type_at_root = |one: &ValidationError<'_>| match one.kind() {
        Kind::Type { kind } if one.instance_path().as_str() == here => Some(types(kind)),
        _ => None,
    };
    let fits = |branch: &&Vec<ValidationError<'_>>| !branch.iter().any(|one| type_at_root(one).is_some());
    let lacks =
        |one: &ValidationError<'_>| matches!(one.kind(), Kind::Required { .. }) && one.instance_path().as_str() == here;
    let whole = |branch: &&Vec<ValidationError<'_>>| fits(branch) && !branch.iter().any(lacks);
    if let Some(meant) = only(branches.iter().filter(fits)).or_else(|| only(branches.iter().filter(whole))) {
        return meant.iter().for_each(|one| explain(one, out));
    }
    let mut wanted: Vec<Value> = branches.iter().flatten().filter_map(type_at_root).collect();
    wanted.dedup();
    let all_mistyped = !branches.iter().any(|branch| fits(&branch));
    let fact = match (all_mistyped, error.instance().is_null()) {
        (true, true) => Fact::Null,
        (true, false) => Fact::Type,
        (false, _) => Fact::AnyOf,
    };
    let name = place_name(here);
    let actual = Some(error.instance().clone().into_owned());
    let expected = all_mistyped.then(|| if let [one] = wanted.as_slice() { one.clone() } else { json!(wanted) });
    out.push(Violation { expected, actual, ..Violation::new(fact, here, name) });
}

/// The item of an iterator that has no other.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next();
    if items.next().is_none() { first } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::{Contract, Release, read};

    fn facts(contract: &Contract, value: &Value) -> Vec<String> {
        let schema = &contract.component("X").unwrap().schema;
        let mut schemas = Schemas::new(Projection { contract, release: Release::LATEST });
        let violations = schemas.violations(schema, value).unwrap();
        violations.iter().map(|one| format!("{} {}", one.fact.name(), one.pointer)).collect()
    }

    #[test]
    fn a_choice_is_told_by_the_branch_that_was_meant() {
        let number = json!({"type": "number", "minimum": 0});
        let object = |name: &str| json!({"type": "object", "properties": {name: number}, "required": [name]});
        let document =
            json!({"$defs": {"X": {"anyOf": [object("x"), object("angle"), {"type": "string", "minLength": 1}]}}});
        let contract = read::annotated(&document).unwrap().contract;
        for (value, expected) in [
            (json!({"x": 1}), vec![]),
            (json!({"x": -1}), vec!["minimum /x"]),
            (json!({"angle": "a"}), vec!["type /angle"]),
            (json!(""), vec!["minLength "]),
            (json!({"other": 1}), vec!["anyOf "]),
            (json!({"x": -1, "angle": -1}), vec!["anyOf "]),
            (json!(7), vec!["type "]),
            (json!(null), vec!["null "]),
        ] {
            assert_eq!(facts(&contract, &value), expected, "{value}");
        }
    }
}

//! The keywords that judge a value by itself: formats, patterns, bounds, counts, constants.
//!
//! The reference judges them, so that the two cannot differ. Each keyword with its value is compiled once, however many
//! places have it, and for all threads.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use contract::{Node, NodeId, ReleaseSet, SchemaId, pattern};
use foldhash::HashMap;
use reference::{Judgement, Validator};
use serde_json::{Value, json};

use super::applicators::ByReference;
use super::exact;
use super::instance::Instance;
use crate::fact::Fact;

/// The keywords that judge, each with the fact that a value breaks it. Others say nothing about whether a value is right.
const JUDGING: [(&str, Fact); 16] = [
    ("format", Fact::Format),
    ("pattern", Fact::Pattern),
    ("minLength", Fact::MinLength),
    ("maxLength", Fact::MaxLength),
    ("minimum", Fact::Minimum),
    ("maximum", Fact::Maximum),
    ("exclusiveMinimum", Fact::ExclusiveMinimum),
    ("exclusiveMaximum", Fact::ExclusiveMaximum),
    ("multipleOf", Fact::MultipleOf),
    ("minItems", Fact::MinItems),
    ("maxItems", Fact::MaxItems),
    ("uniqueItems", Fact::UniqueItems),
    ("minProperties", Fact::MinProperties),
    ("maxProperties", Fact::MaxProperties),
    ("const", Fact::Const),
    ("dependentRequired", Fact::Schema),
];

/// The fact that a value breaks a keyword of this name.
pub(super) fn fact_of(keyword: &str) -> Option<Fact> {
    JUDGING.into_iter().find(|(name, _)| *name == keyword).map(|(_, fact)| fact)
}

/// A keyword that judges, compiled.
#[derive(Clone)]
pub(super) struct Judging<'c> {
    /// That a value breaks it.
    pub(super) fact: Fact,
    /// What it wants.
    pub(super) value: &'c Value,
    judge: Compiled,
    /// Who judges texts of ASCII, where that is another one.
    judge_of_ascii: Option<Compiled>,
}

/// A schema that is compiled when somebody first asks for it.
pub(super) struct OnDemand {
    schema: Value,
    compiled: OnceLock<Result<Validator, String>>,
}

/// One for all who ask for the same schema.
pub(super) type Compiled = Arc<OnDemand>;

/// What is compiled of a contract.
#[derive(Default)]
pub(super) struct Keywords<'c> {
    of_node: HashMap<NodeId, Arc<[Judging<'c>]>>,
    pub(super) applicators: HashMap<NodeId, Arc<[ByReference]>>,
    /// The releases at which schemas are of members that one side does not write, by the fact that it does.
    pub(super) flagged: HashMap<(SchemaId, Fact), ReleaseSet>,
    /// By the text of the schema that has the one keyword; of all threads.
    compiled: Arc<Mutex<HashMap<String, Compiled>>>,
}

impl Clone for Keywords<'_> {
    /// What threads share is what is compiled.
    fn clone(&self) -> Self {
        Self { compiled: Arc::clone(&self.compiled), ..Self::default() }
    }
}

impl OnDemand {
    /// The schema, compiled, or why it cannot be used: a pattern that is not a regular expression, for one. Who asks while
    /// another thread compiles waits for it.
    pub(super) fn get(&self) -> Result<&Validator, &str> {
        self.compiled.get_or_init(|| reference::compile(&self.schema)).as_ref().map_err(String::as_str)
    }
}

impl Judging<'_> {
    /// What the keyword says of a value within an instance. The error says why the keyword cannot be used.
    pub(super) fn judge(&self, value: &Value, instance: &Instance<'_>) -> Result<Judgement, &str> {
        let exact = instance.digits(value).and_then(|digits| exact::holds(self.fact, self.value, digits));
        if let Some(holds) = exact {
            return Ok(if holds { Judgement::Right } else { Judgement::Wrong });
        }
        let spelt = if self.fact == Fact::UniqueItems { instance.by_digits(value) } else { None };
        let of_ascii = self.judge_of_ascii.as_ref().filter(|_| value.as_str().is_none_or(str::is_ascii));
        let validator = of_ascii.unwrap_or(&self.judge).get()?;
        Ok(validator.judge(spelt.as_ref().unwrap_or(value)))
    }
}

impl<'c> Keywords<'c> {
    /// The keywords of a node that judge.
    pub(super) fn of(&mut self, node: &'c Node) -> Arc<[Judging<'c>]> {
        let Self { of_node, compiled, .. } = self;
        let known = of_node.entry(node.id.0).or_insert_with(|| {
            let judging = node.keywords.iter().filter_map(|(keyword, value)| {
                let (name, fact) = JUDGING.into_iter().find(|(name, _)| *name == keyword.name())?;
                let of_ascii = value.as_str().filter(|_| fact == Fact::Pattern).and_then(pattern::of_ascii);
                let judge_of_ascii = of_ascii.map(|pattern| on_demand(compiled, json!({ name: pattern })));
                Some(Judging { fact, value, judge: on_demand(compiled, json!({ name: value })), judge_of_ascii })
            });
            judging.collect()
        });
        Arc::clone(known)
    }

    /// A schema to be compiled, or what was compiled of the same.
    pub(super) fn compiled(&self, schema: Value) -> Compiled {
        on_demand(&self.compiled, schema)
    }

    /// Whether two values are the same to JSON Schema, to which 1 and 1.0 are.
    pub(super) fn are_equal(&self, known: &Value, value: &Value) -> bool {
        match (known, value) {
            (Value::String(known), Value::String(text)) => known == text,
            (Value::Null, Value::Null) => true,
            (Value::Bool(known), Value::Bool(flag)) => known == flag,
            (Value::Number(known), Value::Number(number)) if !(known.is_f64() || number.is_f64()) => known == number,
            (Value::Array(_), Value::Array(_))
            | (Value::Object(_), Value::Object(_))
            | (Value::Number(_), Value::Number(_)) => self.are_equal_parts(known, value),
            _ => false,
        }
    }

    fn are_equal_parts(&self, known: &Value, value: &Value) -> bool {
        self.compiled(json!({ "const": known })).get().is_ok_and(|validator| validator.is_valid(value))
    }
}

fn on_demand(compiled: &Mutex<HashMap<String, Compiled>>, schema: Value) -> Compiled {
    let mut compiled = compiled.lock().unwrap_or_else(PoisonError::into_inner);
    let known = compiled.entry(schema.to_string());
    Arc::clone(known.or_insert_with(|| Arc::new(OnDemand { schema, compiled: OnceLock::new() })))
}

/// Whether a number is within the range of an integer format; other formats hold for any number.
pub(super) fn fits_range(format: &str, value: &Value) -> bool {
    let as_integer = || value.as_i64().or_else(|| whole(value));
    match format {
        "int32" => as_integer().is_some_and(|number| i32::try_from(number).is_ok()),
        "int64" => as_integer().is_some(),
        _ => true,
    }
}

/// A number with a zero fraction as an integer, where an `i64` holds it.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked first; both ends are exact as f64")]
fn whole(value: &Value) -> Option<i64> {
    const END: f64 = 9_223_372_036_854_775_808.0;
    let number = value.as_f64().filter(|_| value.is_f64())?;
    (number.fract() == 0.0 && (-END..END).contains(&number)).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integer_formats_have_ranges() {
        for (format, number, fits) in [
            ("int64", json!(i64::MAX), true),
            ("int64", json!(9_223_372_036_854_775_808_u64), false),
            ("int64", json!(3.0), true),
            ("int64", json!(1e19), false),
            ("int32", json!(2_147_483_648_u64), false),
            ("int32", json!(-2_147_483_648_i64), true),
            ("double", json!(1e300), true),
        ] {
            assert_eq!(fits_range(format, &number), fits, "{format} {number}");
        }
    }
}

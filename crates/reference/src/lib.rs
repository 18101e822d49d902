//! What it means that a value fits a schema: the `jsonschema` crate, as this toolkit sets it up.
//!
//! Whoever judges by a schema asks here, so that no two parts of the toolkit can disagree. It is also the one crate in
//! which the keywords of `jsonschema` are compiled: they are generic, and each crate that builds a validator by itself
//! compiles all of them again, at half a minute of a release build.
//!
//! ```
//! use serde_json::json;
//!
//! let validator = immich_contract_reference::compile(&json!({"type": "integer", "minimum": 1}))?;
//! assert!(validator.is_valid(&json!(3)) && !validator.is_valid(&json!(0)));
//! # Ok::<(), String>(())
//! ```

mod patterns;
mod unfolding;
mod visits;

use jsonschema::canonical::{self, Containment};
use jsonschema::{Draft, PatternOptions, Registry, RegistryBuilder};
pub use jsonschema::{ValidationError, error};
use serde_json::{Value, json};

pub use patterns::without_unusable_patterns;
use unfolding::Extent;
use visits::Visits;

/// The name of what is compiled, for the one reference to it.
const NAME: &str = "urn:schema";

/// How often a pattern with look-around or back-references may turn back in one text.
const MOST_RETURNS: usize = 50_000;

/// The longest text in bytes that such a pattern is held against: each of its steps may read all of it.
const LONGEST: usize = 8 * 1024;

/// Why a schema is not used that takes too much work.
pub const TOO_MUCH: &str = "too many of its parts speak of one value";

/// How deep parts of a schema may lie in each other, at all depths of a value together: each takes some of the stack.
const DEEPEST: usize = 2000;

/// A schema, compiled.
#[derive(Debug)]
pub struct Validator {
    schema: jsonschema::Validator,
    patterns: Patterns,
    /// How much of it speaks of one value.
    extent: Extent,
    /// What leads to what in it, where several parts of it speak of one value.
    visits: Option<Visits>,
}

/// How often parts of a schema may be held against parts of a value, and how often where each error is told.
const MOST_VISITS: usize = 10_000_000;
const MOST_TOLD: usize = 500_000;

/// How the patterns of a schema are matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Patterns {
    /// In linear time.
    Linear,
    /// By trying one way after the other: one of them has look-around or back-references.
    Bounded,
}

/// What a schema says of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// The value fits.
    Right,
    /// It does not.
    Wrong,
    /// To tell would take too much work.
    NotJudged,
}

/// Compiles a plain JSON Schema (2020-12). Formats are asserted. Patterns are those of ECMA-262: matched in linear time, or,
/// where a pattern has look-around or back-references, with a bound on the work.
///
/// References stay references: each schema that others refer to is compiled once.
///
/// The error says why the schema cannot be used: a pattern that is not a regular expression, for one, or that it leads to
/// its parts on more ways than can be gone.
pub fn compile(schema: &Value) -> Result<Validator, String> {
    let extent = unfolding::most(schema).ok_or(TOO_MUCH)?;
    let linear = compile_with(schema, PatternOptions::regex()).map(|compiled| (compiled, Patterns::Linear));
    let bounded = |_| {
        let options = PatternOptions::fancy_regex().backtrack_limit(MOST_RETURNS);
        compile_with(schema, options).map(|compiled| (compiled, Patterns::Bounded))
    };
    let (compiled, patterns) = linear.or_else(bounded)?;
    let visits = (extent.parts > 1).then(|| Visits::of(schema));
    Ok(Validator { schema: compiled, patterns, extent, visits })
}

fn compile_with<E>(schema: &Value, patterns: PatternOptions<E>) -> Result<jsonschema::Validator, String> {
    // The crate holds the schema that it is given against the metaschema of its draft, which takes several times as long as
    // to compile it. What a reference leads to is only compiled, and follows its own draft; the contract's reader has seen
    // to the form of its keywords. The metaschema of draft 4 is the one that is compiled fastest.
    let resource = Draft::Draft202012.create_resource_ref(schema);
    let registry = Registry::new().draft(Draft::Draft202012).add(NAME, resource).and_then(RegistryBuilder::prepare);
    let registry = registry.map_err(|error| error.to_string())?;
    let options = jsonschema::draft4::options();
    let options = options.should_validate_formats(true).with_pattern_options(patterns);
    let built = options.with_registry(&registry).build(&json!({"$ref": NAME}));
    built.map_err(|error| error.to_string())
}

impl Validator {
    /// Whether a value fits. One that lies too deep to be judged does not.
    pub fn is_valid(&self, value: &Value) -> bool {
        self.can_judge(value) && self.schema.is_valid(value)
    }

    /// Whether a value can be judged: the parts of some schemas lie so deep in each other, or lead to each other on so many
    /// ways, that the value must not be deep.
    pub fn can_judge(&self, value: &Value) -> bool {
        self.visits(value).is_some_and(|visits| visits <= MOST_VISITS)
    }

    /// How often parts of the schema are held against parts of a value, as far as that is counted; nothing where they lie
    /// too deep in each other.
    fn visits(&self, value: &Value) -> Option<usize> {
        // No JSON that is read is deeper than that.
        const DEEPEST_VALUE: usize = 128;
        let Some(visits) = &self.visits else { return Some(1) };
        let depth = if self.extent.depth > DEEPEST / DEEPEST_VALUE { depth(value) } else { 1 };
        let lies_within = self.extent.depth.saturating_mul(depth) <= DEEPEST;
        lies_within.then(|| visits.count(value).unwrap_or_default())
    }

    /// What the schema has against a value; nothing against one that [cannot be judged](Self::can_judge). Of a deep value
    /// that many parts of the schema may speak of at each depth, that is but the first.
    pub fn iter_errors<'v>(&'v self, value: &'v Value) -> impl Iterator<Item = ValidationError<'v>> {
        let visits = self.visits(value).filter(|visits| *visits <= MOST_VISITS);
        let are_few = visits.is_some_and(|visits| visits <= MOST_TOLD);
        let all = are_few.then(|| self.schema.iter_errors(value));
        let first = if are_few || visits.is_none() { None } else { self.schema.validate(value).err() };
        all.into_iter().flatten().chain(first)
    }

    /// Whether a value fits, or why that is not known.
    pub fn judge(&self, value: &Value) -> Judgement {
        if self.patterns == Patterns::Bounded && value.as_str().is_some_and(|text| text.len() > LONGEST) {
            return Judgement::NotJudged;
        }
        if !self.can_judge(value) {
            return Judgement::NotJudged;
        }
        match self.schema.validate(value) {
            Ok(()) => Judgement::Right,
            Err(error) if is_unjudged(&error) => Judgement::NotJudged,
            Err(_) => Judgement::Wrong,
        }
    }
}

/// How deep values lie in each other in a value.
fn depth(value: &Value) -> usize {
    let inner = match value {
        Value::Array(items) => items.iter().map(depth).max(),
        Value::Object(members) => members.values().map(depth).max(),
        _ => None,
    };
    1 + inner.unwrap_or_default()
}

/// Whether an error only says that a pattern would have taken too much work.
pub fn is_unjudged(error: &ValidationError<'_>) -> bool {
    matches!(error.kind(), error::ValidationErrorKind::BacktrackLimitExceeded { .. })
}

/// The longest schema, in bytes, that is compared as a set: larger ones may take long.
const LONGEST_SET: usize = 16 * 1024;

/// Whether a schema (2020-12) allows every value that another one allows. No means that it could not be shown.
pub fn covers(wide: &Value, narrow: &Value) -> bool {
    let can_be_used = |schema: &Value| schema.to_string().len() <= LONGEST_SET && unfolding::most(schema).is_some();
    let canonical = |schema: &Value| {
        let options = canonical::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        can_be_used(schema).then(|| options.canonicalize(schema).ok()).flatten()
    };
    let (Some(wide), Some(narrow)) = (canonical(wide), canonical(narrow)) else { return false };
    matches!(wide.covers(&narrow), Ok(Containment::Yes))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn formats_are_asserted() {
        let schema = compile(&json!({"type": "string", "format": "date"})).unwrap();
        assert!(schema.is_valid(&json!("2024-02-29")) && !schema.is_valid(&json!("2023-02-29")));
    }

    #[test]
    fn sets_are_compared_whatever_way_they_are_written() {
        let short = json!({"type": "string", "maxLength": 3});
        let either = json!({"anyOf": [{"const": "a"}, {"$ref": "#/$defs/B"}], "$defs": {"B": {"enum": ["b", "c"]}}});
        assert!(covers(&short, &either) && !covers(&either, &short));
        assert!(covers(&either, &json!({"enum": ["c", "a"]})));
    }

    #[test]
    fn patterns_are_matched_in_linear_time_where_that_can_be() {
        let slow_elsewhere = compile(&json!({"pattern": "^(a+)+$"})).unwrap();
        assert_eq!(slow_elsewhere.judge(&json!("a".repeat(100_000) + "b")), Judgement::Wrong);
    }

    #[test]
    fn patterns_are_those_of_ecma_262() {
        for (pattern, right, wrong) in [
            (r"^(?=.*[0-9])(?=.*[a-z]).{6,}$", "harbour7", "harbour"),
            (r"^(?!draft-)[a-z-]+$", "final-cut", "draft-cut"),
            (r"^(.)(.)\2\1$", "noon", "moon"),
            (r"(?<=EUR )\d+$", "EUR 12", "USD 12"),
            (r"^\d+$", "12", "\u{0661}\u{0662}"),
            (r"^\cJ$", "\n", "J"),
            (r"^[\p{L}\p{N}]+$", "Zoe\u{eb}\u{2177}\u{663}", "Zoe\u{308}"),
            (r"^[\p{L}\p{M}]+$", "Zoe\u{308}", "Zoe8"),
            (r"^\p{Lu}\P{L}$", "\u{416}\u{2177}", "\u{436}\u{2177}"),
        ] {
            let schema = compile(&json!({"pattern": pattern})).unwrap();
            let judged = [right, wrong].map(|text| schema.judge(&json!(text)));
            assert_eq!(judged, [Judgement::Right, Judgement::Wrong], "{pattern}");
        }
        for pattern in ["^(open", "[z-a]", "a{2,1}", r"\p{Nothing}"] {
            assert!(compile(&json!({"pattern": pattern})).is_err(), "{pattern}");
        }
    }

    #[test]
    fn work_on_a_pattern_has_a_bound() {
        let schema = compile(&json!({"pattern": r"^(?:(a+)(?!b)\1?)*c$"})).unwrap();
        assert_eq!(schema.judge(&json!("aac")), Judgement::Right);
        assert_eq!(schema.judge(&json!("a".repeat(60) + "d")), Judgement::NotJudged);
        assert_eq!(schema.judge(&json!("a".repeat(LONGEST + 1))), Judgement::NotJudged);
    }
}

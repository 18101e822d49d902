//! What it means that a value fits a schema: the `jsonschema` crate, as this toolkit sets it up.
//!
//! Whoever judges by a schema asks here, so that no two parts of the toolkit can disagree. It is also the one crate in
//! which the keywords of `jsonschema` are compiled: they are generic, and each crate that builds a validator by itself
//! compiles all of them again, at half a minute of a release build.

use jsonschema::canonical::{self, Containment};
pub use jsonschema::error;
use jsonschema::{Draft, PatternOptions, Registry, RegistryBuilder};
pub use jsonschema::{ValidationError, Validator};
use serde_json::{Value, json};

/// The name of what is compiled, for the one reference to it.
const NAME: &str = "urn:schema";

/// Compiles a plain JSON Schema (2020-12). Formats are asserted, and patterns are matched in linear time.
///
/// The error says why the schema cannot be used: a pattern that no linear-time engine takes, for one.
pub fn compile(schema: &Value) -> Result<Validator, String> {
    // The crate holds the schema that it is given against the metaschema of its draft, which takes several times as long as
    // to compile it. What a reference leads to is only compiled, and follows its own draft; the contract's reader has seen
    // to the form of its keywords. The metaschema of draft 4 is the one that is compiled fastest.
    let resource = Draft::Draft202012.create_resource_ref(schema);
    let registry = Registry::new().draft(Draft::Draft202012).add(NAME, resource).and_then(RegistryBuilder::prepare);
    let registry = registry.map_err(|error| error.to_string())?;
    let options = jsonschema::draft4::options();
    let options = options.should_validate_formats(true).with_pattern_options(PatternOptions::regex());
    let built = options.with_registry(&registry).build(&json!({"$ref": NAME}));
    built.map_err(|error| error.to_string())
}

/// The longest schema, in bytes, that is compared as a set: larger ones may take long.
const LONGEST: usize = 16 * 1024;

/// Whether a schema (2020-12) allows every value that another one allows. No means that it could not be shown.
pub fn covers(wide: &Value, narrow: &Value) -> bool {
    let canonical = |schema: &Value| {
        let options = canonical::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        let short = schema.to_string().len() <= LONGEST;
        short.then(|| options.canonicalize(schema).ok()).flatten()
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
    fn patterns_without_a_linear_time_are_refused() {
        assert!(compile(&json!({"pattern": "(?=a)b"})).is_err());
        let slow_elsewhere = compile(&json!({"pattern": "^(a+)+$"})).unwrap();
        assert!(!slow_elsewhere.is_valid(&json!("a".repeat(10_000) + "b")));
    }
}

//! What it means that a value fits a schema: the `jsonschema` crate, as this toolkit sets it up.
//!
//! Whoever judges by a schema asks here, so that no two parts of the toolkit can disagree. It is also the one crate in
//! which the keywords of `jsonschema` are compiled: they are generic, and each crate that builds a validator by itself
//! compiles all of them again, at half a minute of a release build.

use jsonschema::PatternOptions;
pub use jsonschema::error;
pub use jsonschema::{ValidationError, Validator};
use serde_json::Value;

/// Compiles a plain JSON Schema (2020-12). Formats are asserted, and patterns are matched in linear time.
///
/// The error says why the schema cannot be used: a pattern that no linear-time engine takes, for one.
pub fn compile(schema: &Value) -> Result<Validator, String> {
    let options = jsonschema::draft202012::options();
    let built = options.should_validate_formats(true).with_pattern_options(PatternOptions::regex()).build(schema);
    built.map_err(|error| error.to_string())
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
    fn patterns_without_a_linear_time_are_refused() {
        assert!(compile(&json!({"pattern": "(?=a)b"})).is_err());
        let slow_elsewhere = compile(&json!({"pattern": "^(a+)+$"})).unwrap();
        assert!(!slow_elsewhere.is_valid(&json!("a".repeat(10_000) + "b")));
    }
}

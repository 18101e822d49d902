//! What it means that a value fits a schema: the `jsonschema` crate, as this toolkit sets it up.
//!
//! Whoever judges by a schema asks here, so that no two parts of the toolkit can disagree. It is also the one crate in
//! which the keywords of `jsonschema` are compiled: they are generic, and each crate that builds a validator by itself
//! compiles all of them again, at half a minute of a release build.

pub use jsonschema::error;
use jsonschema::{Draft, PatternOptions, Registry};
pub use jsonschema::{ValidationError, Validator};
use serde_json::{Value, json};

/// The name of what is compiled, for the one reference to it.
const NAME: &str = "urn:schema";

/// Compiles a plain JSON Schema (2020-12). Formats are asserted, and patterns are matched in linear time.
///
/// The error says why the schema cannot be used: a pattern that no linear-time engine takes, for one.
pub fn compile(schema: &Value) -> Result<Validator, String> {
    // The crate holds the schema that it is given against the metaschema, which takes several times as long as to compile
    // it. What a reference leads to is only compiled, and the contract's reader has seen to the form of its keywords.
    let resource = Draft::Draft202012.create_resource_ref(schema);
    let registry = Registry::new().draft(Draft::Draft202012).add(NAME, resource).and_then(|one| one.prepare());
    let registry = registry.map_err(|error| error.to_string())?;
    let options = jsonschema::draft202012::options();
    let options = options.should_validate_formats(true).with_pattern_options(PatternOptions::regex());
    let built = options.with_registry(&registry).build(&json!({"$ref": NAME}));
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

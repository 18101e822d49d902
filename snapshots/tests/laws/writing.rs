//! What is written of the contract says what the contract says.

use contract::{read, write};
use jsonschema::{PatternOptions, Validator};
use proptest::prelude::*;
use serde_json::json;

use crate::run::{BUILTIN, builtin, hold, names};

/// The annotated schema of a component, as one who ignores our keywords reads it.
pub(crate) fn union(name: &str) -> Validator {
    let document = write::annotated(&BUILTIN);
    let schema = json!({"$ref": format!("#/$defs/{name}"), "$defs": document["$defs"]});
    let options = jsonschema::draft202012::options();
    options.should_validate_formats(true).with_pattern_options(PatternOptions::regex()).build(&schema).unwrap()
}

#[test]
fn what_is_written_reads_back() {
    let again = read::annotated(&write::annotated(&BUILTIN)).unwrap();
    assert_eq!(again.warnings, []);
    assert!(again.contract == *BUILTIN, "what was written and read again is another contract");
}

#[test]
fn the_annotated_schema_takes_what_any_release_takes() {
    for name in names() {
        let union = union(name);
        hold(48, name, &builtin(name), |made| {
            let errors: Vec<String> = union.iter_errors(&made.value).map(|error| error.to_string()).collect();
            prop_assert_eq!(errors, Vec::<String>::new(), "{} at {}", name, made.release);
            Ok(())
        });
    }
}

//! The annotated contract, gathered from all modules, and the contract that is read from it.

use contract::Contract;
use contract::read::{self, ReadError};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::api::{OPERATIONS, UNREACHED};
use crate::observed::{self, ErrorBody};

/// The releases for which the models are held against upstream's documents.
const COVERS: &str = "1.106.0..";

/// Where the API is below the address that its owner knows.
const SERVER: &str = "/api";

/// The contract that the types derive. A test reads it, so that the error is one of ours and never a user's.
pub fn contract() -> Result<Contract, ReadError> {
    Ok(read::annotated(&document())?.contract)
}

/// The annotated contract: all operations with all components that they or a stream's events reach, in the format that `ARCHITECTURE.md`
/// describes under "Annotated JSON Schema".
pub fn document() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    UNREACHED.iter().copied().flatten().for_each(|reach| reach(&mut generator));
    let operations = OPERATIONS.iter().copied().flatten();
    let operations: Vec<_> = operations.map(|describe| describe(&mut generator)).collect();
    let error_body = ErrorBody::json_schema(&mut generator);
    // Moved into place: `json!` would copy each of these thousands of values.
    let entries = [
        ("$schema", "https://json-schema.org/draft/2020-12/schema".into()),
        ("title", "Immich".into()),
        ("x-immich-covers", COVERS.into()),
        ("servers", json!([SERVER])),
        ("$defs", generator.take_definitions(true).into()),
        ("operations", operations.into()),
        ("securitySchemes", observed::security_schemes().into()),
        ("errorBody", error_body.into()),
        ("observations", json!(observed::FACTS)),
    ];
    Value::Object(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// Every schema of the document that is not under `$defs`, where the meta-schema would find it by itself.
    fn loose_schemas(document: &Value) -> Vec<&Value> {
        let mut schemas = vec![&document["errorBody"]];
        for operation in document["operations"].as_array().unwrap() {
            schemas.extend(operation["parameters"].as_object().into_iter().flat_map(|places| places.values()));
            let responses = operation["responses"].as_object().unwrap().values();
            let bodies =
                responses.chain(operation.get("requestBody")).filter_map(|response| response["content"].as_object());
            schemas.extend(bodies.flat_map(|content| content.values()));
        }
        schemas
    }

    #[test]
    fn document_is_json_schema() {
        let document = document();
        for schema in loose_schemas(&document).into_iter().chain([&document]) {
            assert!(jsonschema::draft202012::meta::validate(schema).is_ok(), "{schema:#}");
        }
    }

    #[test]
    fn document_is_a_contract_without_oddities() {
        let reading = contract::read::annotated(&document()).unwrap();
        assert_eq!(reading.warnings, []);
    }

    #[test]
    fn eras_are_not_nested() {
        fn has_life(schema: &Value) -> bool {
            schema.get("x-immich-life").is_some()
        }
        fn assert_flat(schema: &Value, inside_an_era: bool) {
            let branches = schema.get("anyOf").and_then(Value::as_array);
            let is_eras = branches.is_some_and(|branches| branches.iter().any(has_life));
            assert!(!(inside_an_era && is_eras), "a shape of some releases has shapes of its own: {schema:#}");
            for branch in branches.into_iter().flatten() {
                assert_flat(branch, inside_an_era || has_life(branch));
            }
        }
        let document = document();
        let components = document["$defs"].as_object().unwrap().values();
        for property in
            components.filter_map(|component| component["properties"].as_object()).flat_map(|all| all.values())
        {
            assert_flat(property, false);
        }
    }

    #[test]
    fn security_names_known_schemes() {
        let document = document();
        for operation in document["operations"].as_array().unwrap() {
            let eras = operation.get("x-immich-security").and_then(Value::as_array).into_iter().flatten();
            for scheme in eras.flat_map(|era| era["anyOf"].as_array().unwrap()).flat_map(|way| way.as_array().unwrap())
            {
                assert!(document["securitySchemes"].get(scheme.as_str().unwrap()).is_some(), "{scheme}");
            }
        }
    }

    /// Method and path of each `#[operation(…)]` in the Rust files of a folder.
    fn written(folder: &Path) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(written(&path));
                continue;
            }
            let source = std::fs::read_to_string(path).unwrap();
            let attributes = source.lines().filter_map(|line| line.strip_prefix("#[operation("));
            found.extend(attributes.filter_map(|rest| rest.split_once(',')).map(|(head, _)| head.replace('"', "")));
        }
        found
    }

    #[test]
    fn no_operation_is_forgotten() {
        let document = document();
        let text = |operation: &Value, key| operation[key].as_str().unwrap().to_owned();
        let listed = document["operations"].as_array().unwrap().iter();
        let listed: BTreeSet<_> =
            listed.map(|one| format!("{} {}", text(one, "method").to_uppercase(), text(one, "path"))).collect();
        assert_eq!(written(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")), listed);
    }
}

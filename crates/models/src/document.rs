//! The annotated contract, gathered from all modules.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::observed::{self, ErrorBody};
use crate::operation::Describe;
use crate::{assets, server};

/// The operations of each module. A new module with operations is one entry.
const MODULES: &[&[Describe]] = &[assets::OPERATIONS, server::OPERATIONS];

/// The annotated contract: all operations with all components that they reach, in the format that `ARCHITECTURE.md`
/// describes under "Annotated JSON Schema".
pub fn document() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let operations = MODULES.iter().copied().flatten();
    let operations: Vec<_> = operations.map(|describe| describe(&mut generator)).collect();
    let error_body = ErrorBody::json_schema(&mut generator);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": generator.take_definitions(true),
        "operations": operations,
        "securitySchemes": observed::security_schemes(),
        "errorBody": error_body,
    })
}

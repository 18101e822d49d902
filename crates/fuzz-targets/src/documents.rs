//! Any text is an OpenAPI document or is not, and what is written of its contract says the same when it is read again.

use contract::{Contract, read, write};

use crate::view;

/// An input is a text in JSON or YAML. It says something where it is a contract.
pub fn documents(input: &[u8]) -> bool {
    let Ok(reading) = read::openapi(input) else { return false };
    let contract = without_what_is_not_written(reading.contract);
    let written = write::openapi(view(&contract));
    let again = read::openapi(written.to_string().as_bytes());
    let again = again.unwrap_or_else(|why| panic!("what was written is refused: {why}"));
    if is_of_edition_30(input) {
        assert_eq!(diff::changes(view(&contract), view(&again.contract)), [], "what was written says something else");
    }
    true
}

/// What is written is OpenAPI 3.0 without callbacks.
fn without_what_is_not_written(contract: Contract) -> Contract {
    Contract { callbacks: Vec::new(), ..contract }
}

/// Whether a document says of itself that it has the keywords that are written, in the way that most do.
fn is_of_edition_30(input: &[u8]) -> bool {
    ["\"3.0.", " 3.0."].iter().any(|edition| input.windows(edition.len()).any(|part| part == edition.as_bytes()))
}

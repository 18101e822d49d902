//! Any text is an OpenAPI document or is not, and what is written of its contract can be read, and says the same again.

use contract::{Contract, read, write};
use serde_json::Value;

use crate::view;

/// An input is a text in JSON or YAML. It says something where it is a contract.
pub fn documents(input: &[u8]) -> bool {
    let Ok(reading) = read::openapi(input) else { return false };
    let once = write::openapi(view(&reading.contract));
    // What can be said in two ways is written in one, which may take a second reading.
    let twice = write::openapi(view(&again(&once)));
    let thrice = write::openapi(view(&again(&twice)));
    assert!(twice == thrice, "read again it is another contract: {twice} and {thrice}");
    true
}

fn again(written: &Value) -> Contract {
    let reading = read::openapi(written.to_string().as_bytes());
    reading.unwrap_or_else(|why| panic!("what was written is refused: {why}")).contract
}

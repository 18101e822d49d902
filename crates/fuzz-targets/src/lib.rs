//! What a fuzzer tries: one function a target, which takes any bytes and panics where something does not hold.
//!
//! `fuzz/` hands them to libFuzzer, and a test here runs each over its corpus without one.
#![expect(clippy::panic, clippy::unwrap_used, clippy::missing_panics_doc, reason = "a target stops like a test")]

mod captures;
mod comparison;
mod configuration;
mod documents;
mod engine;
mod masker;
mod plan;
mod traffic;

use std::sync::LazyLock;

use contract::{Contract, Projection, Release};

pub use captures::captures;
pub use comparison::comparison;
pub use configuration::configuration;
pub use documents::documents;
pub use engine::engine;
pub use masker::masker;
pub use plan::plan;
pub use traffic::traffic;

/// Tries an input. Tells whether the input said something to it; most bytes do not.
pub type Target = fn(&[u8]) -> bool;

/// All of them, by the name of the fuzzer's binary and of the folder of the corpus.
pub const TARGETS: [(&str, Target); 8] = [
    ("captures", captures),
    ("comparison", comparison),
    ("configuration", configuration),
    ("documents", documents),
    ("engine", engine),
    ("masker", masker),
    ("plan", plan),
    ("traffic", traffic),
];

static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().unwrap());

/// A document's contract at the one release that it knows.
fn view(contract: &Contract) -> Projection<'_> {
    Projection { contract, release: Release::latest() }
}

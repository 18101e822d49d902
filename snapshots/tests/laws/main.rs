//! What must hold for every value, tried on random ones: contract, validator, writers and Rust types agree.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests stop like a test")]

mod checking;
mod chunks;
mod counts;
mod definition;
mod engine;
mod folded;
mod models;
mod one_release;
mod release_by_release;
mod run;
mod threads;
mod traffic;
mod types;
mod upstream;
mod writing;

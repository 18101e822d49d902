//! What each command does, without its arguments, its files and the terminal: who calls hands in a contract and what is to
//! be read, and gets a report. The binary and the Python module are two ways to it.
//!
//! What there is to say beside the answer goes to the [`log`]: notes as `info`, warnings as `warn`.

pub mod accepts;
pub mod check;
pub mod compat;
pub mod contracts;
pub mod diff;
pub mod documents;
pub mod exchanges;
mod failure;
pub mod identify;
pub mod matrix;
pub mod recording;
pub mod releases;

use std::num::NonZeroUsize;

use report::Tool;

pub use failure::{Failure, did_you_mean};

/// The program, as reports name it.
pub fn tool() -> Tool {
    Tool { name: "immich-contract".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
}

/// How many threads the machine has for us.
pub fn cores() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

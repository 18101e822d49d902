//! What each command does, without its arguments, its files and the terminal: who calls hands in a contract and what is to
//! be read, and gets a report. The binary and the Python module are two ways to it.
//!
//! What there is to say beside the answer goes to the [`log`]: notes as `info`, warnings as `warn`.
//!
//! ```
//! use immich_contract_commands::check::{Check, Folding};
//! use immich_contract_commands::contracts;
//! use validator::capture::{Captures, Options};
//!
//! let contract = contracts::built_in()?;
//! let line = r#"{"request": {"method": "GET", "url": "http://photos.example/api/server/ping"},
//!     "response": {"status": 200, "headers": [{"name": "content-type", "value": "application/json"}],
//!     "bodyText": "{\"res\":\"pong\"}"}}"#.replace('\n', " ");
//! let captures = Captures::from_bytes("app.ndjson", line.into_bytes(), Options::default());
//! let check = Check {
//!     contract: &contract,
//!     name: "builtin",
//!     captures: &captures,
//!     options: validator::check::Options::default(),
//!     threads: immich_contract_commands::cores(),
//! };
//! let (_, report) = check.report("2.7.5", Folding::Each, &|_| {})?;
//! assert_eq!((report.summary.exchanges, report.summary.errors), (1, 0));
//! # Ok::<(), immich_contract_commands::Failure>(())
//! ```

pub mod accepts;
pub mod check;
pub mod compat;
pub mod contracts;
pub mod diff;
pub mod documents;
pub mod exchanges;
mod failure;
pub mod identify;
pub mod live;
pub mod matrix;
pub mod pictures;
pub mod recording;
pub mod releases;

use std::num::NonZeroUsize;

use report::Tool;

pub use failure::{Failure, did_you_mean};

/// Where in the log the notes and warnings for the user are: below this target.
pub const LOG_TARGET: &str = env!("CARGO_CRATE_NAME");

/// The program, as reports name it.
pub fn tool() -> Tool {
    Tool { name: "immich-contract".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
}

/// How many threads the machine has for us.
pub fn cores() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

//! Captures: files, folders and standard input that hold exchanges or bare bodies, in any of the known formats.
//!
//! The format is told by content, not by name. Nothing in here writes a value of a capture to a message or a log, and
//! nothing knows what the traffic is about.
//!
//! ```
//! use std::ops::ControlFlow;
//!
//! use immich_contract_capture::exchange::Item;
//! use immich_contract_capture::{Captures, Options};
//!
//! let line = r#"{"request": {"method": "GET", "url": "http://photos.example/api/tags"}, "response": {"status": 200}}"#;
//! let captures = Captures::from_bytes("app.ndjson", line.as_bytes().to_vec(), Options::default());
//! let mut methods = Vec::new();
//! captures.for_each(|item| {
//!     if let Item::Exchange(exchange) = item {
//!         methods.extend(exchange.request.map(|request| request.method));
//!     }
//!     ControlFlow::Continue(())
//! })?;
//! assert_eq!(methods, ["GET"]);
//! # Ok::<(), immich_contract_capture::CaptureError>(())
//! ```

mod bare_body;
mod block_worker;
mod blocks;
mod captures;
mod content_encoding;
mod cut;
pub mod document;
mod error;
pub mod exchange;
mod format;
mod formats;
mod input;
pub mod json;
mod lines;
mod list;
mod masks;
mod multipart;
mod options;
mod peek;
mod pool;
mod position;
pub mod record;
mod recorded;
mod sink;
mod sources;
mod splitter;
mod unpack;
mod whole;
pub mod wire;
mod zstd;

#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod streaming;
#[cfg(test)]
mod tests;

pub use captures::Captures;
pub use error::CaptureError;
pub use lines::{BlockStart, LineFilter, LineOutcome, Merge, Run, line_end};
pub use list::{ItemList, Worker};
pub use options::{Hint, Limits, Options, Passes};
pub use pool::WorkerPool;
pub use sink::ItemSink;

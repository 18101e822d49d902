//! Captures: files, folders and standard input that hold exchanges or bare bodies, in any of the known formats.
//!
//! The format is told by content, not by name. Nothing in here writes a value of a capture to a message or a log, and
//! nothing knows what the traffic is about.

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
mod recorded;
mod sink;
mod sources;
mod splitter;
mod unpack;
mod whole;
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

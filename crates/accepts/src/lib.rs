//! Whether every answer of the server is one that a client's model takes, release by release; or every request of the
//! client one that the server takes.
//!
//! A client's model is a JSON Schema ([`Source`]) and the decoder that reads by it ([`Decoder`]: what it lets pass that the
//! schema does not allow). It becomes a contract of one operation, and so does the type of the server that it stands for
//! (`Subject`); `diff` then says what the one side may write that the other does not take, with a witness. Releases at
//! which the server says the same are judged once (module `eras`).

mod clause;
mod client;
mod decoder;
mod eras;
mod error;
mod fact;
mod findings;
mod judge;
mod lenient;
mod locate;
mod place;
pub mod rules;
mod schema;
mod subject;
mod verdict;

pub use client::{Client, Counterpart};
pub use decoder::{Decoder, UnknownDecoder};
pub use error::SchemaError;
pub use findings::{answer, findings};
pub use judge::{JudgeError, judge};
pub use schema::Source;
pub use subject::UnknownCounterpart;
pub use verdict::{Refusal, Verdict};

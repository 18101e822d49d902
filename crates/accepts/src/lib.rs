//! Whether every answer of the server is one that a client's model takes, release by release; or every request of the
//! client one that the server takes.
//!
//! A client's model is a JSON Schema ([`Source`]) and the decoder that reads by it ([`Decoder`]: what it lets pass that the
//! schema does not allow). It becomes a contract of one operation, and so does the type of the server that it stands for
//! (`Subject`); `diff` then says what the one side may write that the other does not take, with a witness. Releases at
//! which the server says the same are judged once (module `eras`).
//!
//! ```
//! use contract::read;
//! use immich_contract_accepts::{Client, Counterpart, Decoder, Source, judge};
//! use report::Direction;
//! use serde_json::json;
//!
//! let tag = json!({"type": "object", "properties": {"color": {"type": "string"}}});
//! let contract = read::annotated(&json!({"$defs": {"Tag": tag}}))?.contract;
//! let model = br#"{"type": "object", "required": ["color"]}"#;
//! let client = Client {
//!     source: Source::read("tag.json", model.to_vec(), "")?,
//!     decoder: Decoder::named(Decoder::DEFAULT)?,
//!     counterpart: Counterpart("Tag".to_owned()),
//!     direction: Direction::Response,
//! };
//! // The server may leave out what the model requires.
//! assert!(judge(&contract, &[client])?.iter().all(|verdict| verdict.works.is_empty()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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

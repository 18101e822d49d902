//! Reads captured traffic and holds it against a contract.
//!
//! The crate `capture` turns files into exchanges, [`check`] holds exchanges against a contract at one release,
//! [`assess`] holds values against all releases at once, [`rules`] says what can be found, [`server_version`] which
//! release a capture was recorded against. Who has single bodies and
//! wants an answer takes [`compiled`]; [`agreement`] holds the fast way against the complete one.
//!
//! ```
//! use contract::{Release, read};
//! use immich_contract_validator::check::BodyOf;
//! use immich_contract_validator::compiled::Compiled;
//! use serde_json::json;
//!
//! let tag = json!({"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]});
//! let contract = read::annotated(&json!({"$defs": {"Tag": tag}}))?.contract;
//! let tag = Compiled::new(&contract, Release::latest(), BodyOf::Component("Tag".to_owned()))?;
//! assert!(tag.is_valid(br#"{"name": "sea"}"#) && !tag.is_valid(b"{}"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod agreement;
pub mod assess;
pub mod check;
pub mod compiled;
mod engine;
pub mod fact;
pub mod rules;
pub mod server_version;

pub use ::capture::{document, exchange};

/// The crate of that name.
pub mod capture {
    pub use ::capture::*;

    pub use crate::server_version::SaidVersion;
    pub(crate) use crate::server_version::{VersionHint, VersionHints};
}

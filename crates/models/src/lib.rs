//! The types and operations of the Immich API as Rust types, from which the contract is derived.
//!
//! One module for each tag of the API, written by `cargo xtask upstream learn`. Each type says in attributes in which releases it exists and how it changed, see
//! `ARCHITECTURE.md`, "How a life is written". [`document`] gathers it all into one annotated JSON Schema.
//!
//! A range that is none does not compile:
//!
//! ```compile_fail
//! # extern crate immich_contract_models as models;
//! use models::model;
//!
//! /// Something.
//! #[model]
//! struct Thing {
//!     #[life("1.133..")]
//!     size: Option<String>,
//! }
//! ```
//!
//! Nor does a release that never was (1.132.3 is followed by 1.133.0):
//!
//! ```compile_fail,E0080
//! # extern crate immich_contract_models as models;
//! use models::model;
//!
//! /// Something.
//! #[model]
//! struct Thing {
//!     #[life("1.132.9..")]
//!     size: Option<String>,
//! }
//! ```
//!
//! Nor a field that must be there although it was not always there:
//!
//! ```compile_fail
//! # extern crate immich_contract_models as models;
//! use models::model;
//!
//! /// Something.
//! #[model]
//! struct Thing {
//!     #[life("1.133.0..")]
//!     size: String,
//! }
//! ```
//!
//! Nor a former id of an operation that leaves no release for the newest, or a former path that is another one:
//!
//! ```compile_fail
//! # extern crate immich_contract_models as models;
//! use models::operation;
//!
//! #[operation(PUT "/jobs/{name}", id = "runQueueCommandLegacy", tag = "Jobs")]
//! #[id("..", "sendJobCommand")]
//! struct RunQueueCommandLegacy {}
//! ```
//!
//! ```compile_fail
//! # extern crate immich_contract_models as models;
//! use models::operation;
//!
//! #[operation(PUT "/jobs/{name}", id = "runQueueCommandLegacy", tag = "Jobs")]
//! #[path("..2.3.0", "/queues/{id}")]
//! struct RunQueueCommandLegacy {}
//! ```
//!
//! ```compile_fail,E0080
//! # extern crate immich_contract_models as models;
//! use models::operation;
//!
//! #[operation(PUT "/jobs/{name}", id = "runQueueCommandLegacy", tag = "Jobs")]
//! #[id("..2.3.99", "sendJobCommand")]
//! struct RunQueueCommandLegacy {}
//! ```
//!
//! The same without the mistakes:
//!
//! ```
//! # extern crate immich_contract_models as models;
//! use models::model;
//!
//! /// Something.
//! #[model]
//! struct Thing {
//!     #[life("1.133.0..")]
//!     size: Option<String>,
//! }
//! # let _ = Thing { size: None };
//! ```
//!
//! ```
//! # extern crate immich_contract_models as models;
//! use models::operation;
//!
//! #[operation(PUT "/jobs/{name}", id = "runQueueCommandLegacy", tag = "Jobs")]
//! #[id("..2.3.0", "sendJobCommand")]
//! #[path("..2.3.0", "/jobs/{id}")]
//! struct RunQueueCommandLegacy {}
//! # let _ = RunQueueCommandLegacy {};
//! ```

extern crate self as models;

mod api;
#[cfg(test)]
mod asset_values;
mod document;
mod either;
mod nullable;
pub mod observed;
pub mod operation;
#[cfg(test)]
mod real_traffic;
mod scalars;
pub mod written;

pub use api::*;
pub use document::{contract, document};
pub use either::Either;
pub use model_macros::{model, operation};
pub use nullable::Nullable;
pub use operation::Operation;
pub use scalars::*;

//! What an API promises, release by release: operations and schemas, each with its life.
//!
//! A [`Contract`] is read from an OpenAPI document (one release) or from an annotated contract (all releases), see
//! [`read`]. A [`Projection`] is its view at one release. [`mod@write`] turns both into documents again.
//!
//! ```
//! use immich_contract_contract::{Release, read};
//! use serde_json::json;
//!
//! let contract = read::annotated(&json!({"$defs": {"Tag": {
//!     "type": "object",
//!     "properties": {"color": {"type": "string", "x-immich-life": "2.0.0.."}},
//! }}}))?.contract;
//! assert!(contract.component("Tag").is_some());
//! assert_eq!(Release::resolve("2.7.5")?.release.version(), "2.7.5");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod applicator;
mod contract;
mod eras;
pub mod facts;
mod identity;
pub mod keyword;
mod known_releases;
pub mod marker;
mod observation;
mod operation;
pub mod pattern;
mod projection;
mod property_index;
pub mod read;
mod release;
mod release_set;
mod release_table;
mod schema;
mod serialization;
mod timeline;
pub mod write;

pub use applicator::Applicator;
pub use contract::{Component, Contract, Credential, SecurityScheme};
pub use document_tree::{Document, DocumentError, Element, Origin, Position, pointer, pointers};
pub use eras::Eras;
pub use identity::{Aside, NodeId, SchemaId};
pub use known_releases::{TableError, add_releases, is_built_in, replace_releases};
pub use observation::{Behaviour, Breach, Looseness, Observation};
pub use operation::{
    Media, Method, Operation, Parameter, ParameterLocation, RequestBody, Response, Status, UnknownName,
};
pub use projection::Projection;
pub use property_index::PropertyIndex;
pub use release::{Release, ReleaseSource, Resolved, UnknownRelease};
pub use release_set::{RangeError, ReleaseSet};
pub use schema::{Additional, EnumValue, Kind, Node, Property, Schema};
pub use serialization::{Encoding, Serialization, Structure, Style, StyleName};
pub use timeline::{extended, joined, timeline};

//! Two contracts: what changed between them, whom it breaks, and a witness for each break.
//!
//! [`changes`] walks over both and collects changes; [`judge`] asks the rules (`rules/*.md`, by fact and part) what each
//! means and looks for a witness: a request or response that one contract accepts and the other does not.
//!
//! ```
//! use contract::{Contract, Projection, Release, read};
//! use serde_json::json;
//!
//! fn tag(kind: &str) -> Result<Contract, read::ReadError> {
//!     let answer = json!({"200": {"content": {"application/json": {"type": kind}}}});
//!     let operation = json!({"operationId": "getTag", "method": "get", "path": "/tag", "responses": answer});
//!     Ok(read::annotated(&json!({"$defs": {}, "operations": [operation]}))?.contract)
//! }
//!
//! let (old, new) = (tag("string")?, tag("integer")?);
//! let at = |contract| Projection { contract, release: Release::latest() };
//! let changes = immich_contract_diff::changes(at(&old), at(&new));
//! assert_eq!(changes.len(), 1);
//! assert!(immich_contract_diff::changes(at(&old), at(&old)).is_empty());
//! # Ok::<(), contract::read::ReadError>(())
//! ```

mod action;
mod bump;
mod caller;
mod change;
mod compare;
mod fact;
mod findings;
mod handed_out;
mod judge;
mod kinds;
mod locate;
mod place;
mod representation;
pub mod rules;
mod shape;
mod source;
mod used;
mod value_kind;
mod witness;
mod words;

pub use action::{Action, Branching, Limit, Presence, Removal, Replaced, Replacement, Width};
pub use bump::Bump;
pub use change::{Change, Reach};
pub use compare::{changes, work};
pub use fact::{Area, Fact};
pub use findings::{Options, Rows, findings};
pub use judge::{Judgement, Verdict, judge};
pub use place::{Caller, ChangeLocation, OperationName, Owner, Part, Step};
pub use source::Source;
pub use used::Used;
pub use witness::{Witness, Witnesses};

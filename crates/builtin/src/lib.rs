//! The contract of Immich's API at all known releases, embedded: what `schemas/` holds, in one document.
//!
//! ```
//! let contract = immich_contract_builtin::contract()?;
//! assert!(contract.component("AssetResponseDto").is_some());
//! # Ok::<(), contract::read::ReadError>(())
//! ```

use contract::Contract;
use contract::read::{self, ReadError};

/// What reports call it.
pub const NAME: &str = "builtin";

/// All of `schemas/` as one annotated document, put together by the build script.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/contract.json"));

/// Reads it. To read it takes some milliseconds: who asks often keeps the answer. Fails only where the build went wrong.
pub fn contract() -> Result<Contract, ReadError> {
    Ok(read::annotated_text(EMBEDDED)?.contract)
}

//! Which findings a user accepts, and why, and how bad he finds them: `immich-contract.toml`, and baselines. Also which
//! models his client has.
//!
//! A suppression names a rule and gives a reason; one that matches nothing, or whose time is over, is itself a finding
//! ([`rules`]). `[severity]` says how bad what a rule finds is, or switches it off. A baseline holds the fingerprints of what stood when it was written. What is accepted is counted, not shown.
//!
//! ```
//! let text = "[contract]\ndocuments = [\"specs/\"]\n";
//! assert_eq!(immich_contract_config::documents("immich-contract.toml", text)?, ["specs/"]);
//! # Ok::<(), immich_contract_config::ConfigError>(())
//! ```

mod baseline;
mod client;
mod error;
mod fact;
mod file;
mod find;
mod ids;
mod position;
mod releases;
pub mod rules;
mod schema;
mod scope;
mod severity;
mod suppression;
mod told;

pub use baseline::{Baseline, Knowing};
pub use chrono::NaiveDate;
pub use client::Client;
pub use error::ConfigError;
pub use file::{Config, documents};
pub use find::{FILE_NAME, find};
pub use ids::Ids;
pub use schema::schema;
pub use scope::Scope;
pub use suppression::Suppression;
pub use told::Suppressing;

/// The day, in UTC: when a suppression expires should not depend on where a program runs.
pub fn today() -> NaiveDate {
    chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now()).date_naive()
}

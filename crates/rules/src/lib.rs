//! Rules: Markdown files that name a kind of finding.
//!
//! A [`Rule`] is one file, a [`RuleSet`] all of a crate. Build scripts turn a folder of rule files into statics and the
//! `match` from facts to rules with [`build_rules`]; that is why this is a crate of its own, with next to no dependencies:
//! what a build script needs is compiled twice.
//!
//! ```
//! use immich_contract_rules::{RuleSet, Severity};
//!
//! let text = "---\ntitle: a value that the enum lacks\nseverity: error\nfacts: enum\n---\nText.\n";
//! let rules = RuleSet::new(&[("enum-value-unknown", text)])?;
//! assert_eq!(rules.get("enum-value-unknown").map(|rule| rule.severity()), Some(Severity::Error));
//! # Ok::<(), immich_contract_rules::RuleSetError>(())
//! ```

mod judged;
pub mod markdown;
mod part;
mod rule;
mod set;
mod severity;
mod table;

pub use part::{Direction, Part, PartSet};
pub use rule::{Example, Rule, RuleError, RuleFile, Verdict};
pub use set::{RuleSet, RuleSetError};
pub use severity::Severity;
pub use table::build_rules;

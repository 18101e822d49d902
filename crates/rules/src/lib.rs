//! Rules: Markdown files that name a kind of finding.
//!
//! A [`Rule`] is one file, a [`RuleSet`] all of a crate. Build scripts turn a folder of rule files into a table with
//! [`build_rule_table`]; that is why this is a crate of its own, with next to no dependencies: what a build script needs
//! is compiled twice.

pub mod markdown;
mod rule;
mod set;
mod severity;
mod table;

pub use rule::{Direction, Example, Rule, RuleError, Verdict};
pub use set::{RuleSet, RuleSetError};
pub use severity::Severity;
pub use table::build_rule_table;

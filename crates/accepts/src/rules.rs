//! The rules that judge what is not taken: the files in `rules/`, one a rule.

use report::{RuleSet, rules};

use crate::fact::Fact;

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// All rules.
pub fn all() -> &'static RuleSet {
    &ALL
}

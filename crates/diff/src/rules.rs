//! The rules that judge changes: the files in `rules/`, one a rule.

use std::sync::LazyLock;

use report::RuleSet;

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

#[expect(clippy::expect_used, reason = "the build script has read the same files: a table that compiles can be read")]
static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::new(FILES).expect("the build script read these rules"));

/// All rules.
pub fn all() -> &'static RuleSet {
    &RULES
}

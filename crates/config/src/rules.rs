//! The rules about suppressions: the files in `rules/`, one a rule.

use std::sync::LazyLock;

use report::{Direction, Rule, RuleSet};

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

#[expect(clippy::expect_used, reason = "the build script has read the same files: a table that compiles can be read")]
static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::new(FILES).expect("the build script read these rules"));

/// All rules.
pub fn all() -> &'static RuleSet {
    &RULES
}

/// The rule that judges a fact. A configuration is the client's.
pub(crate) fn judge(fact: &str) -> Option<&'static Rule> {
    all().judge(fact, Direction::Request)
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn each_fact_has_its_judge() {
        assert_eq!(judge("unused").unwrap().id(), "suppression-unused");
        assert_eq!(judge("expired").unwrap().id(), "suppression-expired");
    }
}

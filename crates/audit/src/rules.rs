//! The rules that judge markers: the files in `rules/`, one a rule.

use std::sync::LazyLock;

use report::{Direction, Rule, RuleSet};

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

#[expect(clippy::expect_used, reason = "the build script has read the same files: a table that compiles can be read")]
static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::new(FILES).expect("the build script read these rules"));

/// All rules.
pub fn all() -> &'static RuleSet {
    &RULES
}

/// The rule that judges a fact. What is judged is a document, and that is the server's word.
pub(crate) fn judge(fact: &str) -> Option<&'static Rule> {
    all().judge(fact, Direction::Response)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What the checks tell, each with the words that the message of its judge may use.
    const FACTS: &[(&str, &[&str])] = &[
        ("added-contradicted", &["{name}", "{claimed}", "{seen}"]),
        ("added-unmarked", &["{name}", "{seen}"]),
        ("claim-lost", &["{name}", "{state}", "{claimed}", "{seen}"]),
        ("claim-rewritten", &["{name}", "{state}", "{claimed}", "{seen}", "{rewritten}"]),
        ("deprecated-contradicted", &["{name}", "{claimed}", "{seen}"]),
        ("deprecated-unflagged", &["{name}", "{claimed}"]),
        ("moved-unwarned", &["{name}", "{seen}", "{elsewhere}"]),
        ("removed-unwarned", &["{name}", "{seen}"]),
        ("version-malformed", &["{name}", "{state}", "{claimed}"]),
    ];

    #[test]
    fn each_fact_has_its_judge_and_no_rule_waits_for_another() {
        let judged: BTreeSet<&str> = all().iter().flat_map(Rule::facts).copied().collect();
        assert_eq!(judged, FACTS.iter().map(|(fact, _)| *fact).collect());
        assert!(all().iter().all(|rule| rule.direction().is_none()), "a document is nobody's request");
    }

    #[test]
    fn templates_have_known_words() {
        for (fact, words) in FACTS {
            let rule = judge(fact).unwrap();
            let message = rule.key("message").unwrap();
            let rest = words.iter().fold(message.to_owned(), |text, word| text.replace(word, ""));
            assert!(message.contains("{name}") && !rest.contains('{'), "{}: {message}", rule.id());
            assert!(!message.ends_with('.') && !rule.key("help").unwrap_or_default().contains('{'), "{}", rule.id());
        }
    }
}

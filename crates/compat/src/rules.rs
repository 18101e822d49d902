//! The rules that judge what breaks: the files in `rules/`, one a rule.

use std::sync::LazyLock;

use report::{Direction, Rule, RuleSet};

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

#[expect(clippy::expect_used, reason = "the build script has read the same files: a table that compiles can be read")]
static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::new(FILES).expect("the build script read these rules"));

/// All rules.
pub fn all() -> &'static RuleSet {
    &RULES
}

/// The rule that judges a fact about what `direction` wrote.
pub(crate) fn judge(fact: &str, direction: Direction) -> Option<&'static Rule> {
    all().judge(fact, direction)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of requests and of answers, each with the words that the message of its judge may use.
    const FACTS: &[(&str, Direction, &[&str])] = &[
        ("enum-widened", Direction::Response, &["{after}"]),
        ("reformatted", Direction::Response, &["{before}", "{after}"]),
        ("gone", Direction::Response, &[]),
        ("ignored", Direction::Request, &[]),
        ("lacks", Direction::Request, &[]),
        ("maybe-null", Direction::Response, &[]),
        ("operation", Direction::Request, &[]),
        ("optional", Direction::Response, &[]),
        ("refused", Direction::Request, &[]),
        ("status-added", Direction::Response, &["{after}"]),
        ("status-gone", Direction::Response, &["{before}", "{after}"]),
        ("retyped", Direction::Response, &["{before}", "{after}"]),
    ];

    #[test]
    fn each_fact_has_its_judge_and_no_rule_waits_for_another() {
        for (fact, direction, words) in FACTS {
            let rule = judge(fact, *direction).unwrap();
            let message = rule.key("message").unwrap();
            let common = ["{name}", "{from}", "{to}"];
            let rest = words.iter().chain(&common).fold(message.to_owned(), |text, word| text.replace(word, ""));
            assert!(message.contains("{name}") && !rest.contains('{') && !message.ends_with('.'), "{}", rule.id());
        }
        let judged = all().iter().flat_map(Rule::facts);
        assert!(judged.into_iter().all(|fact| FACTS.iter().any(|(known, _, _)| known == fact)));
    }
}

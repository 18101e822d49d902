//! The rules that judge markers: the files in `rules/`, one a rule.

use report::{RuleSet, rules};

use crate::fact::Fact;

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// All rules.
pub fn all() -> &'static RuleSet {
    &ALL
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use report::{Part, Rule};

    use super::*;

    /// What the checks tell, each with the words that the message of its rule may use.
    const FACTS: &[(Fact, &[&str])] = &[
        (Fact::AddedContradicted, &["{name}", "{claimed}", "{seen}"]),
        (Fact::AddedUnmarked, &["{name}", "{seen}"]),
        (Fact::ClaimLost, &["{name}", "{state}", "{claimed}", "{seen}"]),
        (Fact::ClaimRewritten, &["{name}", "{state}", "{claimed}", "{seen}", "{rewritten}"]),
        (Fact::DeprecatedContradicted, &["{name}", "{claimed}", "{seen}"]),
        (Fact::DeprecatedUnflagged, &["{name}", "{claimed}"]),
        (Fact::MovedUnwarned, &["{name}", "{seen}", "{elsewhere}"]),
        (Fact::RemovedUnwarned, &["{name}", "{seen}"]),
        (Fact::VersionMalformed, &["{name}", "{state}", "{claimed}"]),
    ];

    #[test]
    fn templates_have_known_words() {
        let mut seen = BTreeSet::new();
        for (fact, words) in FACTS {
            let rule = fact.rule(Part::Document);
            let message = rule.key("message").unwrap();
            let rest = words.iter().fold(message.to_owned(), |text, word| text.replace(word, ""));
            assert!(message.contains("{name}") && !rest.contains('{'), "{}: {message}", rule.id());
            assert!(!message.ends_with('.') && !rule.key("help").unwrap_or_default().contains('{'), "{}", rule.id());
            seen.insert(rule.id());
        }
        assert_eq!(seen, all().iter().map(Rule::id).collect(), "a rule about a fact that has no words here");
        assert!(all().iter().all(|rule| rule.parts().contains(Part::Document)), "what is judged is a document");
    }
}

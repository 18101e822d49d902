//! The rules that judge what breaks: the files in `rules/`, one a rule.

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

    /// What is told of requests and of answers, each with the words that the message of its rule may use.
    const FACTS: &[(Fact, Part, &[&str])] = &[
        (Fact::EnumWidened, Part::ResponseBody, &["{after}"]),
        (Fact::Reformatted, Part::ResponseBody, &["{before}", "{after}"]),
        (Fact::Gone, Part::ResponseBody, &[]),
        (Fact::Ignored, Part::RequestBody, &[]),
        (Fact::Lacks, Part::RequestBody, &[]),
        (Fact::MaybeNull, Part::ResponseBody, &[]),
        (Fact::Operation, Part::RequestPath, &[]),
        (Fact::Optional, Part::ResponseBody, &[]),
        (Fact::Refused, Part::RequestBody, &[]),
        (Fact::StatusAdded, Part::ResponseStatus, &["{after}"]),
        (Fact::StatusGone, Part::ResponseStatus, &["{before}", "{after}"]),
        (Fact::Retyped, Part::ResponseBody, &["{before}", "{after}"]),
    ];

    #[test]
    fn templates_have_known_words() {
        let mut seen = BTreeSet::new();
        for (fact, part, words) in FACTS {
            let rule = fact.rule(*part);
            let message = rule.key("message").unwrap();
            let common = ["{name}", "{from}", "{to}"];
            let rest = words.iter().chain(&common).fold(message.to_owned(), |text, word| text.replace(word, ""));
            assert!(message.contains("{name}") && !rest.contains('{') && !message.ends_with('.'), "{}", rule.id());
            assert!(rule.parts().contains(*part), "{} is about {part}", rule.id());
            seen.insert(rule.id());
        }
        assert_eq!(seen, all().iter().map(Rule::id).collect(), "a rule about a fact that has no words here");
    }
}

//! The rules that judge traffic: the files in `rules/`, one a rule.

use report::{RuleSet, rules};

use crate::fact::Fact;

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// All rules.
pub fn all() -> &'static RuleSet {
    &ALL
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What judging a fact fills in; anything else in braces would be shown as it is.
    const PLACEHOLDERS: [&str; 9] =
        ["{name}", "{actual}", "{expected}", "{schema}", "{release}", "{operation}", "{since}", "{at}", "{ever}"];

    /// Each `{…}` of a template.
    fn placeholders(template: &str) -> Vec<&str> {
        let opened = template.match_indices('{').map(|(start, _)| &template[start..]);
        opened.map(|text| text.find('}').map_or(text, |end| &text[..=end])).collect()
    }

    #[test]
    fn templates_have_known_placeholders() {
        for rule in all() {
            for (key, template) in rule.keys() {
                assert!(["message", "label", "help"].contains(key), "{}: unknown key `{key}`", rule.id());
                for placeholder in placeholders(template) {
                    // `{}` is JSON.
                    let known = placeholder == "{}" || PLACEHOLDERS.contains(&placeholder);
                    assert!(known, "{}: {key} has {placeholder}", rule.id());
                }
            }
        }
    }

    #[test]
    fn each_rule_says_in_one_sentence_what_is_wrong() {
        for rule in all() {
            let message = rule.key("message").unwrap_or_default();
            assert!(message.contains(' ') && !message.ends_with('.'), "{}: message `{message}`", rule.id());
            let label = rule.key("label").unwrap_or_default();
            // A placeholder counts as one word, whatever it becomes.
            assert!(
                (1..=6).contains(&label.split(' ').filter(|word| !word.is_empty()).count()),
                "{}: `{label}`",
                rule.id()
            );
            assert_ne!(rule.key("help"), Some(""), "{}: leave out what says nothing", rule.id());
        }
    }
}

//! All rules of a crate, looked up by id.

use crate::{Rule, RuleError};

/// Rules by id.
#[derive(Clone, Copy, Debug)]
pub struct RuleSet {
    /// Sorted by id.
    rules: &'static [&'static Rule],
}

impl RuleSet {
    /// The rules that [`build_rules`](crate::build_rules) found, sorted by id.
    pub const fn of(rules: &'static [&'static Rule]) -> Self {
        Self { rules }
    }

    /// Reads rule files, pairs of id and text. The rules live as long as the program.
    pub fn new(files: &[(&'static str, &'static str)]) -> Result<Self, RuleSetError> {
        let rule = |(id, text): &(&'static str, &'static str)| Ok(&*Box::leak(Box::new(Rule::parse(id, text)?)));
        Self::checked(files.iter().map(rule).collect::<Result<_, RuleError>>()?)
    }

    /// The rules of several sets.
    pub fn joined(sets: &[&Self]) -> Result<Self, RuleSetError> {
        Self::checked(sets.iter().flat_map(|set| set.rules).copied().collect())
    }

    /// An id or alias names one rule.
    fn checked(mut rules: Vec<&'static Rule>) -> Result<Self, RuleSetError> {
        rules.sort_by_key(|rule| rule.id());
        let names = |rule: &Rule| [&[rule.id()], rule.aliases()].concat();
        for (index, first) in rules.iter().enumerate() {
            for second in rules.iter().skip(index + 1) {
                let taken = names(second);
                if let Some(name) = names(first).into_iter().find(|name| taken.contains(name)) {
                    return Err(RuleSetError::DuplicateId { name, first: first.id(), second: second.id() });
                }
            }
        }
        Ok(Self { rules: rules.leak() })
    }

    /// The rule of this id, or that had it before.
    pub fn get(&self, id: &str) -> Option<&'static Rule> {
        self.iter().find(|rule| rule.id() == id || rule.aliases().contains(&id))
    }

    /// All rules, sorted by id.
    pub fn iter(&self) -> std::iter::Copied<std::slice::Iter<'static, &'static Rule>> {
        self.rules.iter().copied()
    }
}

impl IntoIterator for &RuleSet {
    type Item = &'static Rule;
    type IntoIter = std::iter::Copied<std::slice::Iter<'static, &'static Rule>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Why rules do not make a set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleSetError {
    /// A file is not a rule.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// Two rules have a name in common.
    #[error("the name `{name}` belongs to the rules `{first}` and `{second}`")]
    DuplicateId {
        /// The id or alias.
        name: &'static str,
        /// One rule.
        first: &'static str,
        /// The other rule.
        second: &'static str,
    },
}

#[cfg(test)]
mod tests {
    use super::{RuleSet, RuleSetError};
    use crate::{Rule, RuleError};

    const PLAIN: &str = "---\ntitle: t\nseverity: error\nfacts: f, g\n---\n";
    const RENAMED: &str = "---\ntitle: t\nseverity: error\nfacts: f\ndirection: response\naliases: old\n---\n";

    #[test]
    fn rules_are_found_by_name() {
        let rules = RuleSet::new(&[("b", PLAIN), ("a", RENAMED)]).unwrap();
        assert_eq!(rules.iter().map(Rule::id).collect::<Vec<_>>(), ["a", "b"]);
        for (name, expected) in [("a", Some("a")), ("old", Some("a")), ("b", Some("b")), ("c", None)] {
            assert_eq!(rules.get(name).map(Rule::id), expected, "{name}");
        }
    }

    #[test]
    fn a_name_belongs_to_one_rule() {
        let duplicate = Some(RuleSetError::DuplicateId { name: "old", first: "a", second: "old" });
        assert_eq!(RuleSet::new(&[("a", RENAMED), ("old", PLAIN)]).err(), duplicate);
        let [a, old] = [("a", RENAMED), ("old", PLAIN)].map(|file| RuleSet::new(&[file]).unwrap());
        assert_eq!(RuleSet::joined(&[&old, &a]).err(), duplicate);
        assert_eq!(RuleSet::new(&[("A", PLAIN)]).err(), Some(RuleSetError::Rule(RuleError::Id { id: "A".into() })));
    }
}

//! All rules of a crate, looked up by id or by what they judge.

use std::collections::HashMap;

use crate::{Direction, Rule, RuleError};

const BOTH: [Direction; 2] = [Direction::Request, Direction::Response];

/// Rules by id, and by fact and direction.
#[derive(Clone, Debug)]
pub struct RuleSet {
    /// Sorted by id.
    rules: Vec<Rule>,
    /// The place of the rule that judges a fact in a direction.
    judges: HashMap<(&'static str, Direction), usize>,
}

impl RuleSet {
    /// Reads the table that [`build_rule_table`](crate::build_rule_table) wrote: pairs of id and file text.
    ///
    /// A fact has one judge for each direction, and an id or alias names one rule.
    pub fn new(files: &[(&'static str, &'static str)]) -> Result<Self, RuleSetError> {
        let mut rules = files.iter().map(|(id, text)| Rule::parse(id, text)).collect::<Result<Vec<_>, _>>()?;
        rules.sort_by_key(Rule::id);
        let mut later = rules.as_slice();
        while let Some((rule, rest)) = later.split_first() {
            for other in rest {
                check_pair(rule, other)?;
            }
            later = rest;
        }
        let tasks = |(at, rule): (usize, &Rule)| {
            let facts = rule.facts().iter().flat_map(|fact| BOTH.map(|direction| (*fact, direction)));
            facts.filter(|(fact, direction)| rule.judges(fact, *direction)).map(|of| (of, at)).collect::<Vec<_>>()
        };
        let judges = rules.iter().enumerate().flat_map(tasks).collect();
        Ok(Self { rules, judges })
    }

    /// The rule of this id, or that had it before.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id() == id || rule.aliases().contains(&id))
    }

    /// The rule that judges `fact` where `direction` wrote it.
    pub fn judge(&self, fact: &str, direction: Direction) -> Option<&Rule> {
        self.judges.get(&(fact, direction)).and_then(|at| self.rules.get(*at))
    }

    /// All rules, sorted by id.
    pub fn iter(&self) -> std::slice::Iter<'_, Rule> {
        self.rules.iter()
    }
}

impl<'a> IntoIterator for &'a RuleSet {
    type Item = &'a Rule;
    type IntoIter = std::slice::Iter<'a, Rule>;

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
        name: String,
        /// One rule.
        first: String,
        /// The other rule.
        second: String,
    },
    /// Two rules judge the same fact in the same direction.
    #[error("the fact `{fact}` is judged by the rules `{first}` and `{second}`")]
    DuplicateFact {
        /// The fact.
        fact: String,
        /// One rule.
        first: String,
        /// The other rule.
        second: String,
    },
}

fn check_pair(first: &Rule, second: &Rule) -> Result<(), RuleSetError> {
    let names = |rule: &Rule| [&[rule.id()], rule.aliases()].concat();
    let taken = names(second);
    if let Some(name) = names(first).into_iter().find(|name| taken.contains(name)) {
        return Err(RuleSetError::DuplicateId {
            name: name.to_owned(),
            first: first.id().to_owned(),
            second: second.id().to_owned(),
        });
    }
    let shared = BOTH.into_iter().find_map(|direction| {
        let mut facts = first.facts().iter();
        facts.find(|fact| first.judges(fact, direction) && second.judges(fact, direction))
    });
    match shared {
        None => Ok(()),
        Some(fact) => Err(RuleSetError::DuplicateFact {
            fact: (*fact).to_owned(),
            first: first.id().to_owned(),
            second: second.id().to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{RuleSet, RuleSetError};
    use crate::{Direction, RuleError};

    const BOTH: &str = "---\ntitle: t\nseverity: error\nfacts: f, g\n---\n";
    const REQUEST: &str = "---\ntitle: t\nseverity: error\nfacts: h, f\ndirection: request\n---\n";
    const RESPONSE: &str = "---\ntitle: t\nseverity: error\nfacts: f\ndirection: response\naliases: old\n---\n";

    #[test]
    fn rules_are_found_by_name_and_by_what_they_judge() {
        let rules = RuleSet::new(&[("b", REQUEST), ("a", RESPONSE)]).unwrap();
        let ids: Vec<&str> = rules.iter().map(crate::Rule::id).collect();
        assert_eq!(ids, ["a", "b"]);
        for (name, expected) in [("a", Some("a")), ("old", Some("a")), ("b", Some("b")), ("c", None)] {
            assert_eq!(rules.get(name).map(crate::Rule::id), expected, "{name}");
        }
        for (fact, direction, expected) in [
            ("f", Direction::Request, Some("b")),
            ("f", Direction::Response, Some("a")),
            ("h", Direction::Request, Some("b")),
            ("h", Direction::Response, None),
            ("x", Direction::Request, None),
        ] {
            assert_eq!(rules.judge(fact, direction).map(crate::Rule::id), expected, "{fact} {direction:?}");
        }
    }

    #[test]
    fn a_name_and_a_fact_belong_to_one_rule() {
        let fact =
            |fact: &str| RuleSetError::DuplicateFact { fact: fact.into(), first: "a".into(), second: "b".into() };
        assert_eq!(RuleSet::new(&[("a", BOTH), ("b", REQUEST)]).err(), Some(fact("f")));
        assert_eq!(RuleSet::new(&[("b", BOTH), ("a", RESPONSE)]).err(), Some(fact("f")));
        assert_eq!(
            RuleSet::new(&[("a", RESPONSE), ("old", REQUEST)]).err(),
            Some(RuleSetError::DuplicateId { name: "old".into(), first: "a".into(), second: "old".into() })
        );
        assert_eq!(RuleSet::new(&[("A", BOTH)]).err(), Some(RuleSetError::Rule(RuleError::Id { id: "A".into() })));
    }
}

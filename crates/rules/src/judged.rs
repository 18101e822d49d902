//! Which rule judges a fact in which part of an exchange.
//!
//! A rule that judges a fact in fewer parts wins there over one that judges it in more. Of two rules that share parts,
//! the parts of one are all among those of the other, or nobody could tell which of them counts.

use std::collections::BTreeMap;

use crate::{Direction, PartSet, Rule};

/// A fact with the rules that judge it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    /// The fact, as rule files write it.
    pub(crate) fact: &'static str,
    /// The rule that judges it unless another one does.
    pub(crate) widest: &'static Rule,
    /// The others, each with the parts in which it counts.
    pub(crate) narrower: Vec<(PartSet, &'static Rule)>,
}

/// Every fact that a rule judges, sorted by name.
pub(crate) fn judged(rules: impl IntoIterator<Item = &'static Rule>) -> Result<Vec<Judged>, FactError> {
    let mut facts: BTreeMap<&'static str, Vec<&'static Rule>> = BTreeMap::new();
    for rule in rules {
        for fact in rule.facts() {
            facts.entry(fact).or_default().push(rule);
        }
    }
    facts.into_iter().map(|(fact, rules)| by_part(fact, rules)).collect()
}

/// The rules are some; the narrowest is to come first.
fn by_part(fact: &'static str, mut rules: Vec<&'static Rule>) -> Result<Judged, FactError> {
    rules.sort_by_key(|rule| rule.parts().len());
    for (index, first) in rules.iter().enumerate() {
        for second in rules.iter().skip(index + 1) {
            let shared = first.parts().and(second.parts());
            if !shared.is_empty() && !first.parts().is_narrower_than(second.parts()) {
                return Err(FactError::TwoRules { fact, shared, first: first.id(), second: second.id() });
            }
        }
    }
    let narrowest = |part| rules.iter().copied().find(|rule| rule.parts().contains(part));
    let covered: PartSet = rules.iter().flat_map(|rule| rule.parts().iter()).collect();
    let whole = [Direction::Request, Direction::Response].map(PartSet::written_by);
    let missing = whole.into_iter().filter(|own| !covered.and(*own).is_empty());
    if let Some(missing) = missing.map(|own| own.without(covered)).find(|missing| !missing.is_empty()) {
        return Err(FactError::Unjudged { fact, missing });
    }
    let counts = |rule: &&'static Rule| rule.parts().iter().filter(|part| narrowest(*part) == Some(*rule)).collect();
    let parts: Vec<PartSet> = rules.iter().map(counts).collect();
    let mut ranked: Vec<(PartSet, &'static Rule)> = parts.into_iter().zip(rules).collect();
    if let Some((_, rule)) = ranked.iter().find(|(parts, _)| parts.is_empty()) {
        return Err(FactError::Idle { fact, rule: rule.id() });
    }
    match ranked.pop() {
        Some((_, widest)) => Ok(Judged { fact, widest, narrower: ranked }),
        None => Err(FactError::Unjudged { fact, missing: PartSet::ALL }),
    }
}

/// Why it cannot be told which rule judges a fact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FactError {
    /// Two rules judge it at the same place, and none of them is the narrower one.
    #[error(
        "`rules/{first}.md` and `rules/{second}.md` both judge `{fact}` in {shared}, and neither is the narrower one"
    )]
    TwoRules { fact: &'static str, shared: PartSet, first: &'static str, second: &'static str },
    /// Others judge it wherever this one does.
    #[error("`rules/{rule}.md` never judges `{fact}`: narrower rules judge it in all its parts")]
    Idle { fact: &'static str, rule: &'static str },
    /// It is judged in some parts of what a side writes, and not in others.
    #[error("no rule judges `{fact}` in {missing}: add one, without `parts`")]
    Unjudged { fact: &'static str, missing: PartSet },
}

#[cfg(test)]
mod tests {
    use super::{FactError, Judged, judged};
    use crate::{Direction, Part, PartSet, Rule};

    fn rule(id: &'static str, front: &str) -> &'static Rule {
        let text = format!("---\ntitle: t\nseverity: note\nfacts: f\n{front}\n---\n");
        Box::leak(Box::new(Rule::parse(id, text.leak()).unwrap()))
    }

    const QUERY: PartSet = PartSet::of(&[Part::RequestQuery]);

    #[test]
    fn the_narrower_rule_wins() {
        let (any, query) = (rule("any", ""), rule("query", "parts: request.query"));
        let request = rule("request", "direction: request");
        let f = |widest, narrower| Ok(vec![Judged { fact: "f", widest, narrower }]);
        assert_eq!(judged([any]), f(any, vec![]));
        assert_eq!(judged([any, query]), f(any, vec![(QUERY, query)]));
        let others = PartSet::written_by(Direction::Request).without(QUERY);
        assert_eq!(judged([request, any, query]), f(any, vec![(QUERY, query), (others, request)]));
    }

    #[test]
    fn one_direction_is_enough_and_two_rules_share_an_exchange() {
        let (request, response) = (rule("a", "direction: request"), rule("b", "direction: response"));
        assert_eq!(judged([request]), Ok(vec![Judged { fact: "f", widest: request, narrower: vec![] }]));
        let parts = PartSet::written_by(Direction::Request);
        assert_eq!(
            judged([request, response]),
            Ok(vec![Judged { fact: "f", widest: response, narrower: vec![(parts, request)] }])
        );
    }

    #[test]
    fn what_cannot_be_told_is_refused_with_both_files() {
        let two = |front| judged([rule("a", front), rule("b", "parts: request.query, response.body")]);
        let error = |shared| Err(FactError::TwoRules { fact: "f", shared, first: "a", second: "b" });
        assert_eq!(
            two("parts: request.query, response.body"),
            error(PartSet::of(&[Part::RequestQuery, Part::ResponseBody]))
        );
        assert_eq!(two("parts: request.query, request.body"), error(QUERY));
        let words = two("parts: request.query, request.body").unwrap_err().to_string();
        assert!(words.contains("`rules/a.md` and `rules/b.md` both judge `f` in request.query"), "{words}");
    }

    #[test]
    fn a_rule_that_never_counts_is_refused() {
        let three = [rule("a", ""), rule("b", "direction: request"), rule("c", "direction: response")];
        assert_eq!(judged(three), Err(FactError::Idle { fact: "f", rule: "a" }));
    }

    #[test]
    fn a_fact_is_judged_in_all_that_a_side_writes() {
        let missing = PartSet::written_by(Direction::Request).without(QUERY);
        let query = rule("a", "parts: request.query");
        assert_eq!(judged([query]), Err(FactError::Unjudged { fact: "f", missing }));
        assert_eq!(
            judged([query, rule("b", "direction: response")]),
            Err(FactError::Unjudged { fact: "f", missing }),
            "the server's side is whole, the client's is not"
        );
    }
}

//! Facts that only say again what another one says.

use std::collections::HashMap;

use contract::ReleaseSet;
use serde_json::Value;

use crate::engine::Violation;
use crate::fact::Fact;

/// A text that does not match its pattern mostly has not the format that the pattern spells out: that is one thing wrong,
/// told by the pattern, which is the stricter one.
pub(super) fn without_echoes(mut facts: Vec<Violation<'_>>) -> Vec<Violation<'_>> {
    let patterns = facts.iter().filter(|fact| fact.fact == Fact::Pattern);
    let patterns: HashMap<String, ReleaseSet> = patterns.map(|fact| (fact.pointer.clone(), fact.at)).collect();
    if patterns.is_empty() {
        return facts;
    }
    let mut formats: HashMap<String, String> = HashMap::new();
    for fact in facts.iter_mut().filter(|fact| fact.fact == Fact::Format) {
        let Some(at) = patterns.get(&fact.pointer).filter(|at| !(**at & fact.at).is_empty()) else { continue };
        fact.at = fact.at - *at;
        let format = fact.expected.as_ref().and_then(Value::as_str);
        formats.extend(format.map(|format| (fact.pointer.clone(), format.to_owned())));
    }
    for fact in facts.iter_mut().filter(|fact| fact.fact == Fact::Pattern) {
        let format = formats.get(&fact.pointer);
        fact.notes.extend(format.map(|format| format!("it has not the format `{format}` either")));
    }
    facts.retain(|fact| !fact.at.is_empty());
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_told_where_the_pattern_is_right() {
        let all: ReleaseSet = "1.106.0..".parse().unwrap();
        let late: ReleaseSet = "3.0.0-rc.1..".parse().unwrap();
        let fact = |fact, at, pointer: &str| Violation::new(fact, at, pointer, "`id`");
        let told = |facts: Vec<Violation<'_>>| -> Vec<(Fact, ReleaseSet)> {
            without_echoes(facts).iter().map(|fact| (fact.fact, fact.at)).collect()
        };
        let (format, pattern) = (Fact::Format, Fact::Pattern);
        assert_eq!(told(vec![fact(format, late, "/id"), fact(pattern, all, "/id")]), [(pattern, all)]);
        assert_eq!(
            told(vec![fact(format, all, "/id"), fact(pattern, late, "/id")]),
            [(format, all - late), (pattern, late)]
        );
        assert_eq!(told(vec![fact(format, all, "/id"), fact(pattern, all, "/to")]).len(), 2);
    }
}

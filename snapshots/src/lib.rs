//! Golden tests live in `tests/`; this package exists so that `cargo insta` finds them. Here is what several of them ask of a
//! crate's rules.

use std::collections::BTreeSet;

use report::{Example, Finding, Rule, RuleSet, Verdict};

/// The rules, each with its severity, a line each.
pub fn ids(rules: &RuleSet) -> String {
    rules.iter().map(|rule| format!("{} {}\n", rule.id(), rule.severity())).collect::<Vec<_>>().concat()
}

/// Holds what is found of the examples of each rule, by rule, against what they say: of a bad one that rule, of a good one
/// nothing; it has both.
///
/// # Panics
/// Where it is otherwise.
pub fn examples_find_what_they_say(rules: &'static RuleSet, found: impl Fn(&Example) -> Vec<&'static str>) {
    for rule in rules {
        let verdicts: BTreeSet<bool> = rule.examples().iter().map(|it| it.verdict == Verdict::Bad).collect();
        assert_eq!(verdicts.len(), 2, "{}: a bad and a good example", rule.id());
        for example in rule.examples() {
            let expected = if example.verdict == Verdict::Bad { vec![rule.id()] } else { Vec::new() };
            assert_eq!(found(&example), expected, "{}: {}", rule.id(), example.text);
        }
    }
}

/// The rules of findings, each once.
pub fn distinct(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule.id()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// What is said of the bad examples of all rules: severity, rule and releases, the message, notes, and a last line of the
/// caller's.
pub fn words_of_the_bad_examples(
    rules: &'static RuleSet,
    findings: impl Fn(&Example) -> Vec<Finding>,
    last: impl Fn(&Finding) -> Option<String>,
) -> String {
    let bad = |rule: &'static Rule| rule.examples().into_iter().filter(|example| example.verdict == Verdict::Bad);
    let found = rules.iter().flat_map(bad).flat_map(|example| findings(&example));
    let lines = found.flat_map(|finding| {
        let releases = finding.releases.as_ref().map(ToString::to_string).unwrap_or_default();
        let last = last(&finding);
        let head =
            [format!("{} {} ({releases})", finding.severity, finding.rule.id()), format!("  {}", finding.message)];
        let notes = finding.notes.into_iter().map(|note| format!("  = {note}"));
        head.into_iter().chain(notes).chain(last).map(|line| line + "\n").collect::<Vec<_>>()
    });
    lines.collect::<Vec<_>>().concat()
}

/// The help of a finding, as a last line.
pub fn help(finding: &Finding) -> Option<String> {
    finding.help.as_ref().map(|help| format!("  ? {help}"))
}

//! The rules of the audit: their names, their words, and the examples in their texts, which are executed.
#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use std::collections::BTreeSet;

use audit::rules;
use contract::read;
use report::{Example, Finding, Verdict};

/// What the audit finds in an example: an annotated contract of a few elements.
fn findings(example: &Example) -> Vec<Finding> {
    let reading = read::annotated(&serde_json::from_str(&example.text).unwrap()).unwrap();
    assert_eq!(reading.warnings, [], "{}", example.text);
    audit::audit(&reading.contract, "example")
}

#[test]
fn ids() {
    let lines = rules::all().iter().map(|rule| format!("{} {}\n", rule.id(), rule.severity()));
    insta::assert_snapshot!(lines.collect::<String>());
}

#[test]
fn no_rule_has_the_name_of_another_crates() {
    let names = |set: &'static report::RuleSet| -> BTreeSet<&str> {
        set.iter().flat_map(|rule| rule.aliases().iter().copied().chain([rule.id()])).collect()
    };
    let shared: Vec<&str> = names(rules::all()).intersection(&names(validator::rules::all())).copied().collect();
    assert_eq!(shared, [""; 0]);
}

#[test]
fn examples_find_what_they_say() {
    for rule in rules::all() {
        let verdicts: BTreeSet<bool> = rule.examples().iter().map(|it| it.verdict == Verdict::Bad).collect();
        assert_eq!(verdicts.len(), 2, "{}: a bad and a good example", rule.id());
        for example in rule.examples() {
            let found: Vec<&str> = findings(&example).iter().map(|finding| finding.rule.id()).collect();
            let expected = if example.verdict == Verdict::Bad { vec![rule.id()] } else { Vec::new() };
            assert_eq!(found, expected, "{}", example.text);
        }
    }
}

#[test]
fn words_of_the_bad_examples() {
    let bad = |rule: &report::Rule| rule.examples().into_iter().filter(|example| example.verdict == Verdict::Bad);
    let found = rules::all().iter().flat_map(bad).flat_map(|example| findings(&example));
    let words = found.map(|finding| {
        let releases = finding.releases.map(|releases| releases.to_string()).unwrap_or_default();
        let head =
            [format!("{} {} ({releases})", finding.severity, finding.rule.id()), format!("  {}", finding.message)];
        let notes = finding.notes.into_iter().map(|note| format!("  = {note}"));
        let help = finding.help.map(|help| format!("  ? {help}"));
        head.into_iter().chain(notes).chain(help).map(|line| line + "\n").collect::<String>()
    });
    insta::assert_snapshot!(words.collect::<String>());
}

//! How bad findings are by a configuration, and which it switches off.
#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use contract::{Release, ReleaseSet};
use immich_contract_config::{Config, Scope, rules};
use report::{Acceptance, Finding, Location, Part, Report, Rule, Severity, Tool};

fn known(id: &str) -> Option<&'static Rule> {
    rules::all().get(id)
}

fn config(text: &str) -> Config {
    Config::read("c.toml", text, &known).unwrap()
}

/// A finding of a rule that finds warnings.
fn finding(severity: Severity) -> Finding {
    let rule = known("suppression-unused").unwrap();
    Finding::builder(rule, Location::new("a.har", Part::ResponseBody, "/a"), "m").severity(severity).build()
}

#[test]
fn a_finding_is_as_bad_as_its_rule_is_made() {
    use Severity::{Error, Note, Warning};
    for (level, own, judged, note) in [
        ("error", Warning, Error, Some("c.toml makes this an error; it would be a warning")),
        ("note", Warning, Note, Some("c.toml makes this a note; it would be a warning")),
        ("warning", Warning, Warning, None),
        ("note", Error, Note, Some("c.toml makes this a note; it would be an error")),
        ("warning", Error, Warning, Some("c.toml makes this a warning; it would be an error")),
        // Milder than its rule for a reason of its own.
        ("error", Note, Note, None),
        ("warning", Note, Note, None),
        ("off", Warning, Warning, None),
    ] {
        let mut finding = finding(own);
        config(&format!("severity.suppression-unused = '{level}'")).judge(&mut finding);
        let told = finding.notes.first().map(String::as_str);
        assert_eq!((finding.severity, told), (judged, note), "{level} {own:?}");
    }
}

#[test]
fn what_is_switched_off_is_counted_and_not_told() {
    let scope = Scope::Run(ReleaseSet::only(Release::exact("2.7.5").unwrap()));
    let today = "2026-11-24".parse().unwrap();
    let off = config("severity.suppression-unused = 'off'");
    assert_eq!(off.suppressing(scope, today).accepts(&finding(Severity::Warning)), Some(Acceptance::Off));
    let on = config("severity.suppression-expired = 'off'");
    assert_eq!(on.suppressing(scope, today).accepts(&finding(Severity::Warning)), None);
}

/// The complaints about suppressions that match nothing, at a release and at two.
#[test]
fn what_is_of_no_use_is_told_where_it_could_be_of_use() {
    let entry = |lines: &str| format!("[[suppress]]\nrule = 'suppression-unused'\nreason = 'r'\n{lines}\n");
    let release = |text: &str| ReleaseSet::only(Release::exact(text).unwrap());
    let off = "severity.suppression-unused = 'off'\n";
    for (text, at, complaints) in [
        (entry(""), release("2.7.5"), 1),
        (off.to_owned() + &entry(""), release("2.7.5"), 0),
        (entry("releases = '..2.0.0'"), release("2.7.5"), 0),
        (entry("releases = '..2.0.0'"), release("1.120.0"), 1),
        (entry("releases = '2.0.0..'"), release("2.7.5") | release("1.120.0"), 1),
    ] {
        let mut report = Report::new(Tool { name: "t".into(), version: "1".into() }, "builtin", "1");
        report.rules = rules::all().iter().collect();
        config(&text).apply(&mut report, Scope::Run(at), "2026-11-24".parse().unwrap());
        assert_eq!(report.findings().len(), complaints, "{text}");
    }
}

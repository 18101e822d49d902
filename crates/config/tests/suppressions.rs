//! Which findings a suppression accepts, what becomes of useless ones, and what is not a configuration.
#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use contract::{Release, ReleaseSet};
use immich_contract_config::{Config, NaiveDate, Scope, rules};
use report::{Finding, FindingBuilder, Location, Part, Report, Rule, RuleSet, Tool, Verdict};
use serde_json::Value;

fn known(id: &str) -> Option<&'static Rule> {
    rules::all().get(id)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Any rule does for what is suppressed; these are at hand.
fn finding(pointer: &str) -> FindingBuilder {
    Finding::builder(known("suppression-unused").unwrap(), Location::new("a.har", Part::ResponseBody, pointer), "m")
}

fn report(findings: Vec<Finding>) -> Report {
    let mut report = Report::new(Tool { name: "t".into(), version: "1".into() }, "builtin", "1");
    report.rules = rules::all().iter().collect();
    report.extend(findings);
    report
}

fn at(release: &str) -> Scope {
    Scope::Run(ReleaseSet::only(Release::exact(release).unwrap()))
}

/// Whether an entry with these lines accepts the finding, checked at 2.7.5.
fn accepts(lines: &str, finding: FindingBuilder) -> bool {
    let text = format!("[[suppress]]\nrule = 'suppression-unused'\nreason = 'r'\n{lines}\n");
    let config = Config::read("c.toml", &text, &known).unwrap();
    let mut report = report(vec![finding.build()]);
    config.apply(&mut report, at("2.7.5"), day("2026-11-24"));
    report.summary.suppressed == 1
}

#[test]
fn names_may_have_wildcards() {
    let random = || finding("/2/type").operation("getRandom").schema("AssetResponseDto");
    for (lines, accepted) in [
        ("", true),
        ("operation = 'getRandom'", true),
        ("operation = 'get*'", true),
        ("operation = 'search*'", false),
        ("component = 'Asset*Dto'", true),
        ("component = 'AssetResponseDto.type'", true),
        ("component = 'AssetResponseDto.name'", false),
        ("component = '*.type'", true),
        ("component = 'Album*'", false),
        ("operation = 'get*'\ncomponent = 'Album*'", false),
        ("releases = '2.0.0..3.0.0'", true),
        ("releases = '..2.0.0, 2.7.5..'", true),
        ("releases = '..2.7.5'", false),
        ("expires = 2026-11-25", true),
        ("expires = 2026-11-24", false),
    ] {
        assert_eq!(accepts(lines, random()), accepted, "{lines}");
    }
}

#[test]
fn subjects_name_members_and_unknown_operations() {
    let missing = || finding("/2").operation("getRandom").schema("AssetResponseDto").subject("`thumbhash`");
    assert!(accepts("component = 'AssetResponseDto.thumbhash'", missing()));
    assert!(!accepts("component = 'AssetResponseDto.2'", missing()));
    let unknown = || finding("").subject("GET /plugins/{id}");
    assert!(accepts("operation = 'GET /plugins/{id}'", unknown()), "braces are no wildcards");
    assert!(!accepts("operation = 'GET /other*'", unknown()));
    assert!(accepts("component = 'AssetResponseDto.deviceId'", finding("").subject("AssetResponseDto.deviceId")));
    assert!(!accepts("operation = '*'", finding("")), "a finding of no operation");
}

#[test]
fn a_finding_can_say_its_releases_itself() {
    let text = "[[suppress]]\nrule = 'suppression-unused'\nreason = 'r'\nreleases = '..2.0.0'\n";
    let config = Config::read("c.toml", text, &known).unwrap();
    let old = finding("/a").releases(vec![("1.126.0", Some("1.132.3"))]).build();
    let new = finding("/b").releases(vec![("2.7.5", None)]).build();
    let mut report = report(vec![old, new, finding("/c").build()]);
    config.apply(&mut report, Scope::Findings, day("2026-11-24"));
    let left: Vec<&str> = report.findings().iter().map(|finding| finding.location.pointer.as_str()).collect();
    assert_eq!(left, ["/b"]);
}

#[test]
fn a_rule_that_the_command_does_not_go_by_is_not_missed() {
    let text = "[[suppress]]\nrule = 'suppression-unused'\nreason = 'r'\n";
    let config = Config::read("c.toml", text, &known).unwrap();
    let mut other = report(Vec::new());
    other.rules = Vec::new();
    config.apply(&mut other, at("2.7.5"), day("2026-11-24"));
    assert!(other.findings().is_empty());
    let mut own = report(Vec::new());
    config.apply(&mut own, at("2.7.5"), day("2026-11-24"));
    let [complaint] = own.findings() else { panic!("{:?}", own.findings()) };
    assert_eq!((complaint.location.line, complaint.location.column), (Some(2), Some(8)));
    assert_eq!(complaint.message, "the suppression of suppression-unused matches nothing");
}

#[test]
fn an_expired_one_tells_what_it_would_match() {
    let text = "[[suppress]]\nrule = 'suppression-unused'\nreason = 'later'\nexpires = 2020-01-01\n";
    let config = Config::read("c.toml", text, &known).unwrap();
    let mut report = report(vec![finding("/a").count(3).build()]);
    config.apply(&mut report, at("2.7.5"), day("2026-11-24"));
    let complaint = report.findings().last().unwrap();
    assert_eq!(complaint.rule.id(), "suppression-expired");
    assert_eq!(complaint.notes, ["its reason: later", "it would match 3 findings, which are shown again"]);
}

#[test]
fn what_is_no_configuration_is_told_with_line_and_column() {
    let entry = "[[suppress]]\nrule = 'suppression-unused'\nreason = 'r'\n";
    for (text, at, why) in [
        ("[suppress", "1:", "unclosed table"),
        ("suppresss = 1", "1:1", "unknown field `suppresss`"),
        (&format!("{entry}operations = 'x'"), "4:1", "unknown field `operations`"),
        ("[[suppress]]\nreason = 'r'", "1:1", "missing field `rule`"),
        ("[[suppress]]\nrule = 'suppression-unused'", "1:1", "missing field `reason`"),
        ("[[suppress]]\nrule = 'suppression-unused'\nreason = ' '", "3:10", "the reason must not be empty"),
        ("[[suppress]]\nrule = 'é'\nreason = 'r'", "2:8", "there is no rule \"é\""),
        (&format!("{entry}operation = ''"), "4:13", "an empty name matches nothing"),
        (&format!("{entry}releases = '2.0'"), "4:12", "is not a release"),
        (&format!("{entry}expires = '2027-01-01'"), "4:11", "expected"),
        (&format!("{entry}expires = 2027-01-01T00:00:00Z"), "4:11", "`expires` is a day"),
    ] {
        let error = Config::read("c.toml", text, &known).unwrap_err().to_string();
        assert!(error.starts_with(&format!("c.toml:{at}")) && error.contains(why), "{text}\n{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
    assert!(Config::read("c.toml", "", &known).is_ok());
}

#[test]
fn examples_find_what_they_say() {
    let set: &RuleSet = rules::all();
    for rule in set {
        assert_eq!(rule.examples().len(), 2, "{}: a bad and a good example", rule.id());
        for example in rule.examples() {
            let case: Value = serde_json::from_str(&example.text).unwrap();
            let config = Config::read("c.toml", case["suppress"].as_str().unwrap(), &known).unwrap();
            let schemas = case["found"].as_array().unwrap().iter();
            let mut report = report(schemas.map(|name| finding("").schema(name.as_str().unwrap()).build()).collect());
            config.apply(&mut report, at("2.7.5"), day(case["today"].as_str().unwrap()));
            let found: Vec<&str> = report.findings().iter().map(|finding| finding.rule.id()).collect();
            let expected = if example.verdict == Verdict::Bad { vec![rule.id()] } else { Vec::new() };
            assert_eq!(found, expected, "{}", example.text);
        }
    }
}

//! Any text is a configuration or a baseline, or an error of one line that says where.

use config::{Baseline, Config, ConfigError, Scope, rules};
use contract::{Release, ReleaseSet};
use report::{Finding, Location, Part, Report, Rule, Tool};

/// An input is a letter (`b`: a baseline; else a configuration), then the text. It says something where it is one.
pub fn configuration(input: &[u8]) -> bool {
    let Some((letter, text)) = input.split_first() else { return false };
    let Ok(text) = std::str::from_utf8(text) else { return false };
    if *letter == b'b' { baseline(text) } else { suppressions(text) }
}

fn known(id: &str) -> Option<&'static Rule> {
    rules::all().get(id)
}

fn finding(pointer: &str) -> Finding {
    let location = Location::new("a.har", Part::ResponseBody, pointer);
    let rule = known("suppression-unused").unwrap();
    Finding::builder(rule, location, "m").operation("getRandom").schema("AssetResponseDto").build()
}

fn report() -> Report {
    let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
    report.rules = rules::all().iter().collect();
    report.extend([finding("/2/type"), finding("/x")]);
    report
}

/// Nothing is lost: what is not shown is counted.
fn suppressions(text: &str) -> bool {
    let config = match Config::read("c.toml", text, &known) {
        Ok(config) => config,
        Err(error) => return refused(&error),
    };
    let mut report = report();
    config.apply(&mut report, Scope::Run(ReleaseSet::only(Release::latest())), config::NaiveDate::MIN);
    let own = |finding: &&Finding| finding.location.source.as_ref() == "a.har";
    let shown = report.findings().iter().filter(own).count() as u64;
    let counted = shown + report.summary.suppressed;
    // What is switched off is not counted.
    assert!(counted == 2 || text.contains("severity"), "{shown} are shown of 2, {} counted", report.summary.suppressed);
    true
}

fn baseline(text: &str) -> bool {
    let baseline = match Baseline::read("b.json", text) {
        Ok(baseline) => baseline,
        Err(error) => return refused(&error),
    };
    let mut report = report();
    baseline.apply(&mut report);
    assert_eq!(report.findings().len() as u64 + report.summary.in_baseline, 2);
    true
}

fn refused(error: &ConfigError) -> bool {
    let said = error.to_string();
    assert!(said.lines().count() == 1, "{said:?}");
    let shown = report::shown(&said);
    assert!(shown.len() < 8000 && !shown.chars().any(char::is_control), "{shown:?}");
    false
}

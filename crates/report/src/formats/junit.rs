//! `junit`: a test case for each rule, as JUnit XML for the test pages of CI servers.
//!
//! A rule whose findings make the run fail is a failed test; what else it found stands in the test's output. A rule that
//! found nothing is a passed test, so that names and numbers stay the same from run to run.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use quick_junit::{NonSuccessKind, Report as Document, TestCase, TestCaseStatus, TestSuite};

use super::places::{exchange, part};
use super::remarks::all_remarks;
use super::words::{counted, message, source_and_number};
use super::{Format, Options, shown};
use crate::group::Group;
use crate::{Report, Rule, Severity};

pub(super) const FORMAT: Format =
    Format::new("junit", "JUnit XML, a test case for each rule, for the test pages of CI servers", render);

fn render(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let groups = shown(report, options);
    let mut cases: BTreeMap<&str, (&Rule, Vec<&Group<'_>>)> =
        report.rules.iter().map(|rule| (rule.id(), (*rule, Vec::new()))).collect();
    for group in &groups {
        let rule = group.first.rule;
        cases.entry(rule.id()).or_insert((rule, Vec::new())).1.push(group);
    }
    let name = report.tool.name.as_str();
    let mut suite = TestSuite::new(name);
    suite.add_property(("contract", report.contract.as_str()));
    suite.add_property(("releases", report.releases.as_str()));
    suite.add_test_cases(cases.into_values().map(|(rule, groups)| case(name, rule, &groups, options, report)));
    let mut document = Document::new(name);
    document.add_test_suite(suite);
    document.serialize(out).map_err(io::Error::other)
}

fn case(class: &str, rule: &Rule, groups: &[&Group<'_>], options: &Options, report: &Report) -> TestCase {
    let fails = |severity: Severity| severity >= options.fails_from;
    let (failing, told): (Vec<&Group<'_>>, Vec<&Group<'_>>) =
        groups.iter().copied().partition(|group| fails(group.first.severity));
    let mut status = TestCaseStatus::success();
    if let Some(worst) = failing.iter().map(|group| group.first.severity).max() {
        let seen = failing.iter().map(|group| group.more_count().saturating_add(1)).fold(0, u64::saturating_add);
        status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_type(worst.as_str());
        status.set_message(format!("{}: {}", rule.title(), counted(seen, "finding")));
        status.set_description(texts(&failing, report));
    }
    let mut case = TestCase::new(rule.id(), status);
    case.set_classname(class);
    if !told.is_empty() {
        case.set_system_out(texts(&told, report));
    }
    case
}

/// The findings, a paragraph each.
fn texts(groups: &[&Group<'_>], report: &Report) -> String {
    let mut text = String::new();
    for group in groups {
        let finding = group.first;
        let place = format!("{}: {}", exchange(&finding.location), part(finding));
        let other = finding.counterpart.as_ref().map(|other| format!("other side: {}", source_and_number(other)));
        let _ = writeln!(text, "{}: {}", finding.severity, message(&finding.headline()));
        for line in std::iter::once(place).chain(other).chain(all_remarks(group, report, usize::MAX)) {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

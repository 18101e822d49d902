//! `github`: workflow commands, which GitHub Actions turns into annotations beside the lines of a pull request.
//!
//! GitHub shows at most ten annotations of each level for a step and drops the others without a word
//! (github.com/actions/toolkit, docs/problem-matchers.md). So the first ten groups of each severity become commands, and
//! the others stand as plain lines in a folded part of the log.

use std::borrow::Cow;
use std::io;

use super::places::{SOME, exchange, part};
use super::remarks::all_remarks;
use super::summary::write_summary;
use super::words::{counted, message, source_and_number};
use super::{Format, Options, shown};
use crate::group::Group;
use crate::{Location, Report, Severity, escape};

pub(super) const FORMAT: Format = Format::new(
    "github",
    "Annotations of a GitHub workflow, ten of each severity as GitHub shows no more; the others in its log",
    render,
);

/// How many annotations of one level GitHub shows for a step.
const SHOWN: usize = 10;

fn render(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let groups = shown(report, options);
    let mut others = Vec::new();
    for severity in Severity::WORST_FIRST {
        let mut of_severity = groups.iter().filter(|group| group.first.severity == severity);
        for group in of_severity.by_ref().take(SHOWN) {
            writeln!(out, "{}", command(group, report))?;
        }
        others.extend(of_severity);
    }
    if !others.is_empty() {
        let kinds = counted(others.len() as u64, "further kind");
        writeln!(out, "::group::{kinds} of findings, which GitHub does not show beside the code")?;
        for group in others {
            writeln!(out, "{}", log_line(group))?;
        }
        writeln!(out, "::endgroup::")?;
    }
    let mut summary = Vec::new();
    write_summary(report, options, &mut summary)?;
    out.write_all(defused(&String::from_utf8_lossy(&summary)).as_bytes())
}

/// `::error file=…,line=…,col=…,title=RULE::MESSAGE`, on one line.
fn command(group: &Group<'_>, report: &Report) -> String {
    let finding = group.first;
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let place = place(&finding.location);
    let place = place.into_iter().map(|(key, value)| format!("{key}={},", property(&escape(&value))));
    let title = property(finding.rule.id()).into_owned();
    let mut lines = vec![message(&finding.headline()), format!("{}: {}", exchange(&finding.location), part(finding))];
    lines.extend(finding.counterpart.as_ref().map(|other| format!("other side: {}", source_and_number(other))));
    lines.extend(all_remarks(group, report, SOME));
    format!("::{level} {}title={title}::{}", place.collect::<String>(), data(&lines.join("\n")))
}

/// What is known of file, line and column.
fn place(location: &Location) -> Vec<(&'static str, Cow<'_, str>)> {
    let Some(file) = location.file() else { return Vec::new() };
    let number = |key, number: Option<u64>| number.map(|number| (key, Cow::from(number.to_string())));
    let known = [number("line", location.line), number("col", location.column)];
    std::iter::once(("file", Cow::from(file))).chain(known.into_iter().flatten()).collect()
}

/// The runner takes commands of the old form, `##[…]`, anywhere in a line.
fn defused(text: &str) -> String {
    text.replace("##[", "## [")
}

/// A line of the log that is not a command: those of the new form, `::…`, stand at the beginning of a line.
fn log_line(group: &Group<'_>) -> String {
    let finding = group.first;
    let more = match group.more_count() {
        0 => String::new(),
        more => format!(" (and {} more)", super::words::number(more)),
    };
    let (id, place) = (finding.rule.id(), source_and_number(&finding.location));
    let text = format!("{}[{id}] {}: {place} {}{more}", finding.severity, message(&finding.headline()), part(finding));
    defused(&text)
}

/// Escaped as the runner undoes it in the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escaped as the runner undoes it in a property, which ends at a comma or colon.
fn property(text: &str) -> Cow<'_, str> {
    data(text).replace(':', "%3A").replace(',', "%2C").into()
}

#[cfg(test)]
mod tests {
    use super::{command, data, log_line, property};
    use crate::group::Group;
    use crate::{Finding, Location, Part, Report, Severity, Tool, test_rule};

    fn finding(source: &str, message: &str) -> Finding {
        let rule = test_rule(Severity::Error);
        Finding::builder(rule, Location::new(source, Part::Document, "/a").at(3, 7), message).note("n").build()
    }

    /// What the runner makes of `%` escapes: actions/toolkit, packages/core/src/command.ts.
    #[test]
    fn what_ends_a_text_or_a_property_is_escaped() {
        assert_eq!(data("100% a\r\nb: c, d"), "100%25 a%0D%0Ab: c, d");
        assert_eq!(property("C:\\a,b%\n"), "C%3A\\a%2Cb%25%0A");
    }

    #[test]
    fn a_command_has_the_place_the_rule_and_all_lines() {
        let finding = finding("a, b:c.json", "100% wrong");
        let group = Group { first: &finding, more: Vec::new() };
        let report = Report::new(Tool { name: "t".into(), version: "1".into() }, "c", "1");
        assert_eq!(
            command(&group, &report),
            "::error file=a%2C b%3Ac.json,line=3,col=7,title=r::100%25 wrong%0Aa, b:c.json:3:7: document /a%0An"
        );
    }

    #[test]
    fn a_line_of_the_log_is_no_command() {
        let finding = finding("a.json", "::error::x ##[add-path]/tmp");
        let line = log_line(&Group { first: &finding, more: Vec::new() });
        assert!(!line.contains("##[") && !line.starts_with("::"), "{line}");
    }
}

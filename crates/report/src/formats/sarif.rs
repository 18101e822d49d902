//! `sarif`: SARIF 2.1.0 (OASIS), for code scanning and editors. Numbers of sections are those of that standard.

mod log;

use std::io;

use log::{Level, Log, Message, Occurrence, Place, Result as Row, RuleEntry};

use super::places::{SOME, exchange, part};
use super::remarks::all_remarks;
use super::words::message;
use super::{Format, Options, shown};
use crate::group::{Group, without_indices};
use crate::{Finding, Location, Report, Rule, Severity, json_text};

pub(super) const FORMAT: Format =
    Format::new("sarif", "SARIF 2.1.0, for GitHub code scanning and editors; lists every rule", render);

/// How many further places of a result are told.
const PLACES: usize = 20;

fn render(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let groups = shown(report, options);
    let rules = rules(report, &groups);
    let results = groups.iter().map(|group| row(group, &rules, report)).collect();
    let entries = rules.iter().map(|rule| entry(rule)).collect();
    json_text::write_pretty(out, &Log::of_one_run(&report.tool, entries, results))
}

/// Every rule of the program (§3.19.23), and those that found something, by id.
fn rules(report: &Report, groups: &[Group<'_>]) -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> =
        report.rules.iter().copied().chain(groups.iter().map(|group| group.first.rule)).collect();
    rules.sort_unstable_by_key(|rule| rule.id());
    rules.dedup_by_key(|rule| rule.id());
    rules
}

fn entry(rule: &Rule) -> RuleEntry {
    RuleEntry::new(rule.id(), rule.aliases(), rule.title(), rule.body(), level(rule.severity()))
}

fn row(group: &Group<'_>, rules: &[&'static Rule], report: &Report) -> Row {
    let finding = group.first;
    let counterpart = finding.counterpart.iter().map(|other| related(other, "the other side"));
    let more = group.more.iter().take(PLACES).map(|other| related(&other.location, "the same"));
    // Of one finding, all places are told.
    let places = finding.places.iter().skip(1).map(|other| related(&other.location, "the same"));
    Row {
        rule_id: finding.rule.id(),
        rule_index: rules.iter().position(|rule| rule.id() == finding.rule.id()),
        level: level(finding.severity),
        message: Message::plain(&text(group, report)),
        locations: vec![place(&finding.location).logical(logical_name(finding))],
        related_locations: counterpart.chain(more).chain(places).collect(),
        partial_fingerprints: log::Fingerprints { finding: finding.fingerprint() },
        occurrence_count: seen(group),
        properties: Occurrence {
            operation: finding.operation.clone(),
            operations: finding.operations.clone(),
            schema: finding.schema.clone(),
            releases: finding.releases.clone(),
            part: finding.location.part,
            pointer: finding.location.pointer.clone(),
            entry: finding.location.entry,
        },
    }
}

/// How many times it was seen, or at how many places it holds.
fn seen(group: &Group<'_>) -> u64 {
    if group.first.places.is_empty() { group.more_count().saturating_add(1) } else { group.first.count }
}

/// The message and what else there is to say, a line each; hosts show the first sentence in lists.
fn text(group: &Group<'_>, report: &Report) -> String {
    let finding = group.first;
    let place = format!("{}: {}", exchange(&finding.location), part(finding));
    let mut lines = vec![format!("{}.", message(&finding.headline())), place];
    lines.extend(all_remarks(group, report, SOME));
    lines.join("\n")
}

/// Operation or schema, part and pointer: unique within a run, and the same in the next (§3.33.5).
fn logical_name(finding: &Finding) -> String {
    let owner = finding.operation.as_deref().or(finding.schema.as_deref()).unwrap_or_default();
    let part = finding.location.part;
    let names = [owner, part.as_str(), &without_indices(&finding.location.pointer)].map(message);
    names.iter().map(|name| name.trim_start_matches('/')).filter(|name| !name.is_empty()).collect::<Vec<_>>().join("/")
}

fn place(location: &Location) -> Place {
    Place::new(location.file(), location.line, location.column)
}

fn related(location: &Location, what: &str) -> Place {
    place(location).said(&format!("{what}: {} {}", exchange(location), message(&location.pointer)))
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Note => Level::Note,
        Severity::Warning => Level::Warning,
        Severity::Error => Level::Error,
    }
}

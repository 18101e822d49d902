//! `markdown`: for the comment of a pull request: a table, then the findings by severity, each folded.
//!
//! Hosts refuse long comments (GitHub's limit is 65,536 characters), so the text ends before [`LIMIT`] and says what was left
//! out. What a payload holds stands in code, or escaped so that it is neither markup nor a mention nor a link.

mod escaped;

use std::fmt::Write as _;
use std::io;

use escaped::{code, fenced, prose};

use super::places::{exchange, part};
use super::remarks::{found, remarks};
use super::summary::write_summary;
use super::words::{counted, message, number, source_and_number};
use super::{Format, Options, places, shown};
use crate::group::Group;
use crate::text::escape_lines;
use crate::{Report, Rule, Severity};

pub(super) const FORMAT: Format =
    Format::new("markdown", "A comment for a pull request: a table, then folded findings, at most 60 kB", render);

/// The longest text, in bytes.
const LIMIT: usize = 60_000;
/// What is kept for the sentence about what was left out, in bytes.
const LAST_WORDS: usize = 200;
/// The longest line of a payload, in characters.
const PAYLOAD_LINE: usize = 160;

fn render(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut groups = shown(report, options);
    groups.sort_by_key(|group| std::cmp::Reverse(group.first.severity));
    let mut text = head(report, options, &groups)?;
    let mut told = 0;
    let (mut severity, mut tag) = (None, None);
    for group in &groups {
        let mut block = String::new();
        if severity != Some(group.first.severity) {
            let _ = writeln!(block, "\n#### {}", heading(group.first.severity));
            tag = None;
        }
        if let Some(next) = group.first.tag.as_deref().filter(|next| tag != Some(*next)) {
            let _ = writeln!(block, "\n##### {}", prose(next));
        }
        block.push_str(&folded(group, report));
        if text.len() + block.len() + LAST_WORDS > LIMIT {
            break;
        }
        (severity, tag) = (Some(group.first.severity), group.first.tag.as_deref());
        text.push_str(&block);
        told += 1;
    }
    let left_out: u64 = groups.iter().skip(told).map(seen).fold(0, u64::saturating_add);
    if left_out > 0 {
        let findings = counted(left_out, "finding");
        let _ = writeln!(text, "\n_{findings} left out here: a comment cannot be longer._");
    }
    out.write_all(text.as_bytes())
}

/// The summary and the table of rules. Both are short: there are not many rules.
fn head(report: &Report, options: &Options, groups: &[Group<'_>]) -> io::Result<String> {
    let mut summary = Vec::new();
    write_summary(report, options, &mut summary)?;
    let summary = String::from_utf8_lossy(&summary);
    let mut text = format!("### {}\n\n", prose(&report.tool.name));
    for conclusion in &report.conclusions {
        let _ = writeln!(text, "**{}**\n", prose(&conclusion.to_string()));
    }
    for line in summary.lines() {
        let _ = writeln!(text, "{}\n", prose(line));
    }
    let rows = rows(groups);
    if !rows.is_empty() {
        text.push_str("| | rule | findings | |\n| --- | --- | ---: | --- |\n");
    }
    for (rule, severity, count) in rows {
        let (id, title) = (code(rule.id()), prose(rule.title()));
        let _ = writeln!(text, "| {severity} | {id} | {} | {title} |", number(count));
    }
    Ok(text)
}

/// Each rule with the severity and number of its findings, in the order of the groups.
fn rows(groups: &[Group<'_>]) -> Vec<(&'static Rule, Severity, u64)> {
    let mut rows: Vec<(&'static Rule, Severity, u64)> = Vec::new();
    for group in groups {
        let finding = group.first;
        let is_of =
            |row: &&mut (&'static Rule, Severity, u64)| row.0.id() == finding.rule.id() && row.1 == finding.severity;
        match rows.iter_mut().find(is_of) {
            Some(row) => row.2 = row.2.saturating_add(seen(group)),
            None => rows.push((finding.rule, finding.severity, seen(group))),
        }
    }
    rows
}

fn seen(group: &Group<'_>) -> u64 {
    group.more_count().saturating_add(1)
}

fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Errors",
        Severity::Warning => "Warnings",
        Severity::Note => "Notes",
    }
}

/// One group: the message to see, the rest to unfold.
fn folded(group: &Group<'_>, report: &Report) -> String {
    let finding = group.first;
    let more = match group.more_count() {
        0 => String::new(),
        more => format!(" (and {} more)", number(more)),
    };
    let what = prose(&message(&finding.headline()));
    let mut text = format!("\n<details><summary>{what}{more}: {}</summary>\n\n", code(finding.rule.id()));
    let place = format!("{}: {}", exchange(&finding.location), part(finding));
    let _ = writeln!(text, "- at {}", code(&place));
    if let Some(other) = &finding.counterpart {
        let _ = writeln!(text, "- the other side: {}", code(&source_and_number(other)));
    }
    let more = places::more_like_this(group);
    let places = places::spread(finding, usize::MAX);
    for remark in found(finding).into_iter().chain(places).chain(remarks(finding, report)).chain(more) {
        let _ = writeln!(text, "- {}", prose(&remark));
    }
    if let Some(help) = &finding.help {
        let _ = writeln!(text, "- **help**: {}", prose(&message(help)));
    }
    if let Some(excerpt) = &finding.excerpt {
        let lines: Vec<String> = excerpt.text.lines().map(cut).collect();
        let _ = write!(text, "\n{}", fenced(&lines.join("\n")));
    }
    text.push_str("\n</details>\n");
    text
}

fn cut(text: &str) -> String {
    escape_lines(&crate::shorten(text, PAYLOAD_LINE)).into_owned()
}

//! `human`: what is wrong, where, in the payload's own lines, and what to do; in the manner of compilers.

use std::io;

use annotate_snippets::{Element, Group as Drawn, Level, Origin, Padding, Renderer};

use super::excerpt::Fitted;
use super::places::{SOME, exchange, more_like_this, part, spread};
use super::remarks::{found, remarks};
use super::siblings::{Siblings, apart, fold, more_names};
use super::summary::write_summary;
use super::words::{expectation, line, message, source_and_number};
use super::{Color, Format, Options, Repeats, shown};
use crate::{Finding, Report, Severity};

pub(super) const FORMAT: Format =
    Format::new("human", "For reading: what is wrong, where, in the payload's own lines, and what to do", render)
        .drawing_excerpts();

/// Columns below which a payload cannot be shown.
const NARROWEST: usize = 40;

fn render(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let renderer = match options.color {
        Color::Never => Renderer::plain(),
        Color::Always => Renderer::styled(),
    }
    .term_width(options.width.max(NARROWEST));
    let mut groups = shown(report, options);
    // The worst stands last: after a long report the prompt is below it, and that is where the reader looks. The sort is
    // stable, so within a severity the order is that of the capture.
    groups.sort_by_key(|group| group.first.severity);
    let told = match options.repeats {
        Repeats::Grouped => fold(groups),
        Repeats::Each => apart(groups),
    };
    for conclusion in &report.conclusions {
        writeln!(out, "{}\n", message(&conclusion.to_string()))?;
    }
    let mut chapter = None;
    for siblings in &told {
        let next = chapter_of(siblings.first.first);
        if next != chapter {
            let of_all = || format!("── {}s ──", siblings.first.first.severity);
            writeln!(out, "{}\n", next.clone().unwrap_or_else(of_all))?;
        }
        chapter = next;
        writeln!(out, "{}\n", draw(&renderer, siblings, report))?;
    }
    write_summary(report, options, out)
}

/// The heading under which a finding stands, where findings have tags.
fn chapter_of(finding: &Finding) -> Option<String> {
    let tag = finding.tag.as_deref()?;
    Some(format!("── {}s: {} ──", finding.severity.as_str(), line(tag)))
}

/// The text of one finding, without a line break at its end.
fn draw(renderer: &Renderer, siblings: &Siblings<'_>, report: &Report) -> String {
    let finding = siblings.first.first;
    let excerpt = finding.excerpt.as_ref().and_then(Fitted::new);
    // Two drawings, because the renderer sets a second `:::` between a place and the lines of a payload that has no file
    // name of its own, and a line and column of those lines, which are pretty-printed, would mean nothing to the reader.
    let head = renderer.render(&[head(finding)]);
    let below = renderer.render(&[below(siblings, excerpt.as_ref(), report)]);
    let gutter = excerpt.as_ref().map_or(1, Fitted::gutter);
    let pad = " ".repeat(gutter);
    let mut text = head.trim_end().replace('\n', &format!("\n{pad}"));
    // With no line numbers, the renderer draws below at column 0.
    let indent = if excerpt.is_some() { "" } else { &pad };
    for line in below.lines() {
        text.push('\n');
        text.push_str(indent);
        text.push_str(line);
    }
    text
}

/// The title and the places.
fn head(finding: &Finding) -> Drawn<'_> {
    let counterpart = finding.counterpart.as_ref().map(|other| Origin::path(source_and_number(other)));
    level(finding.severity)
        .primary_title(message(&finding.headline()))
        .id(finding.rule.id())
        .element(Origin::path(exchange(&finding.location)))
        .elements(counterpart)
        .element(Origin::path(part(finding)))
}

/// The lines of the payload and what there is to add.
fn below<'a>(siblings: &Siblings<'a>, excerpt: Option<&'a Fitted<'_>>, report: &Report) -> Drawn<'a> {
    let group = &siblings.first;
    let finding = group.first;
    let mut drawn = Drawn::with_level(level(finding.severity));
    let mut notes: Vec<Element<'a>> = Vec::new();
    let expected = finding.expected.as_ref().map(expectation);
    if let Some(excerpt) = excerpt {
        let label = Some(line(excerpt.label)).filter(|label| !label.is_empty()).or(expected);
        drawn = drawn.element(excerpt.snippet(label));
    } else {
        notes.extend(found(finding).map(|said| Level::NOTE.message(said).into()));
    }
    let more = more_names(siblings).into_iter().chain(more_like_this(group));
    let places = spread(finding, SOME).into_iter();
    notes.extend(places.chain(remarks(finding, report)).chain(more).map(|text| Level::NOTE.message(text).into()));
    notes.extend(finding.help.iter().map(|help| Level::HELP.message(message(help)).into()));
    if notes.is_empty() {
        return drawn;
    }
    if excerpt.is_none() {
        drawn = drawn.element(Padding);
    }
    drawn.elements(notes)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    }
}

//! `concise`: one line for each finding, for grep and for editors.

use std::io;

use super::words::{line, message, number, source_and_number};
use super::{Format, Options, Repeats, alone, shown};
use crate::{Finding, Report};

pub(super) const FORMAT: Format = Format::new("concise", "One line for each finding, for grep and editors", render)
    .streaming(|options| (options.repeats == Repeats::Each).then_some(write));

// Lines keep the order of capture, so that they can be held against the capture and against another run's.
fn render(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    shown(report, options).iter().try_for_each(|group| one(group.first, group.more_count(), out))
}

/// A finding by itself.
fn write(finding: &Finding, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    if options.shows(finding.severity) { one(finding, alone(finding).more_count(), out) } else { Ok(()) }
}

fn one(finding: &Finding, more: u64, out: &mut dyn io::Write) -> io::Result<()> {
    let location = &finding.location;
    write!(out, "{} {}", source_and_number(location), location.part)?;
    if !location.pointer.is_empty() {
        write!(out, " {}", line(&location.pointer))?;
    }
    write!(out, ": {}[{}] {}", finding.severity, finding.rule.id(), message(&finding.headline()))?;
    if let Some(counterpart) = &finding.counterpart {
        write!(out, " ↔ {}", source_and_number(counterpart))?;
    }
    match more {
        0 => writeln!(out),
        more => writeln!(out, " (and {} more)", number(more)),
    }
}

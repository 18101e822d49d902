//! `concise`: one line for each finding, for grep and for editors.

use std::io;

use super::words::{line, message, number, source_and_number};
use super::{Format, Options, shown};
use crate::Report;

pub(super) const FORMAT: Format =
    Format { name: "concise", help: "One line for each finding, for grep and editors", render };

// Lines keep the order of capture, so that they can be held against the capture and against another run's.
fn render(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    for group in shown(report, options) {
        let finding = group.first;
        let location = &finding.location;
        write!(out, "{} {}", source_and_number(location), location.part)?;
        if !location.pointer.is_empty() {
            write!(out, " {}", line(&location.pointer))?;
        }
        write!(out, ": {}[{}] {}", finding.severity, finding.rule.id(), message(&finding.message))?;
        if let Some(counterpart) = &finding.counterpart {
            write!(out, " ↔ {}", source_and_number(counterpart))?;
        }
        match group.more_count() {
            0 => writeln!(out)?,
            more => writeln!(out, " (and {} more)", number(more))?,
        }
    }
    Ok(())
}

//! The end of a report for humans: what was checked, what was found, what was not checked and why.

use std::io;

use super::words::{counted, line};
use super::{Notes, Options};
use crate::{Report, Summary};

pub(super) fn write_summary(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let summary = &report.summary;
    write!(out, "checked {}", checked(summary))?;
    if !report.releases.is_empty() {
        write!(out, " against {}", line(&report.releases))?;
    }
    writeln!(out, ": {}", found(summary, options.notes))?;
    if let Some(accepted) = accepted(summary) {
        writeln!(out, "{accepted}")?;
    }
    for (count, noun, what) in [
        (summary.unmatched, "request", " that match no operation of the contract (is the base path right?)"),
        (summary.not_modelled, "exchange", " with operations that the contract does not describe"),
        (summary.unchecked_bodies, "body", ": missing from the capture, cut off, or of a type that is not read"),
    ] {
        if count > 0 {
            writeln!(out, "not checked: {}{what}", counted(count, noun))?;
        }
    }
    Ok(())
}

/// `412 exchanges (98 operations)`; where no traffic was read, it is the operations themselves that were looked at.
fn checked(summary: &Summary) -> String {
    let operations = counted(summary.operations, "operation");
    match (summary.exchanges, summary.operations) {
        (0, 1..) => operations,
        (exchanges, 0) => counted(exchanges, "exchange"),
        (exchanges, _) => format!("{} ({operations})", counted(exchanges, "exchange")),
    }
}

/// `accepted: 3 findings by suppressions, 41 findings by the baseline`; nothing where none is.
fn accepted(summary: &Summary) -> Option<String> {
    let by = |count: u64, what: &str| (count > 0).then(|| format!("{} by {what}", counted(count, "finding")));
    let parts = [by(summary.suppressed, "suppressions"), by(summary.in_baseline, "the baseline")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("accepted: {}", parts.join(", ")))
}

/// `3 errors, 41 warnings; 2,511 notes hidden, show them with -v`
fn found(summary: &Summary, notes: Notes) -> String {
    let mut counts = vec![(summary.errors, "error"), (summary.warnings, "warning")];
    if notes == Notes::Shown {
        counts.push((summary.notes, "note"));
    }
    let counts: Vec<String> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| counted(count, noun)).collect();
    let text = if counts.is_empty() { "no errors, no warnings".to_owned() } else { counts.join(", ") };
    if notes == Notes::Shown || summary.notes == 0 {
        return text;
    }
    let them = if summary.notes == 1 { "it" } else { "them" };
    format!("{text}; {} hidden, show {them} with -v", counted(summary.notes, "note"))
}

#[cfg(test)]
mod tests {
    use super::{accepted, checked, found};
    use crate::{Notes, Summary};

    #[test]
    fn what_was_checked_is_said() {
        for (exchanges, operations, expected) in [
            (412, 98, "412 exchanges (98 operations)"),
            (1, 0, "1 exchange"),
            (0, 0, "0 exchanges"),
            (0, 281, "281 operations"),
        ] {
            assert_eq!(checked(&Summary { exchanges, operations, ..Summary::default() }), expected);
        }
    }

    #[test]
    fn what_is_accepted_is_said() {
        for (suppressed, in_baseline, expected) in [
            (0, 0, None),
            (1, 0, Some("accepted: 1 finding by suppressions")),
            (2, 41, Some("accepted: 2 findings by suppressions, 41 findings by the baseline")),
        ] {
            let summary = Summary { suppressed, in_baseline, ..Summary::default() };
            assert_eq!(accepted(&summary).as_deref(), expected);
        }
    }

    #[test]
    fn counts_are_said_in_words() {
        for (errors, warnings, notes, option, expected) in [
            (3, 41, 2511, Notes::Hidden, "3 errors, 41 warnings; 2,511 notes hidden, show them with -v"),
            (3, 41, 2511, Notes::Shown, "3 errors, 41 warnings, 2,511 notes"),
            (1, 0, 1, Notes::Hidden, "1 error; 1 note hidden, show it with -v"),
            (0, 0, 0, Notes::Hidden, "no errors, no warnings"),
            (0, 0, 2, Notes::Hidden, "no errors, no warnings; 2 notes hidden, show them with -v"),
            (0, 0, 2, Notes::Shown, "2 notes"),
        ] {
            let summary = Summary { errors, warnings, notes, ..Summary::default() };
            assert_eq!(found(&summary, option), expected);
        }
    }
}

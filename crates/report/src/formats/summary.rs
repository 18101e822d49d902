//! The end of a report for humans: what was checked, what was found, what was not checked and why.

use std::io;

use super::Options;
use super::words::{counted, line};
use crate::{Report, Severity, Summary};

pub(super) fn write_summary(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "{}: {}", checked_against(report), found(&report.summary, options.shown_from))?;
    further(report).iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// `checked 412 exchanges (98 operations) against 2.7.5`
pub(super) fn checked_against(report: &Report) -> String {
    let models = (!report.conclusions.is_empty()).then(|| counted(report.conclusions.len() as u64, "model"));
    let what = models.unwrap_or_else(|| checked(&report.summary));
    let against =
        if report.releases.is_empty() { String::new() } else { format!(" against {}", line(&report.releases)) };
    format!("checked {what}{against}")
}

/// What else there is to say of the run, line by line.
pub(super) fn further(report: &Report) -> Vec<String> {
    let summary = &report.summary;
    let from_clients = report.releases_from_clients.as_ref().map(|releases| {
        format!("what is known of {} comes from generated clients: permissions may be missing", line(releases))
    });
    let unchecked = [
        (summary.unmatched, "request", " that match no operation of the contract (is the base path right?)"),
        (summary.not_modelled, "exchange", " with operations that the contract does not describe"),
        (summary.unchecked_bodies, "body", ": missing from the capture, cut off, or of a type that is not read"),
    ];
    let unchecked = unchecked.into_iter().filter(|(count, ..)| *count > 0);
    let unchecked = unchecked.map(|(count, noun, what)| format!("not checked: {}{what}", counted(count, noun)));
    from_clients.into_iter().chain(accepted(summary)).chain(changed(summary)).chain(unchecked).collect()
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

/// `by the configuration: 3 findings of another severity, 41 findings switched off`; nothing where none is.
fn changed(summary: &Summary) -> Option<String> {
    let part = |count: u64, what: &str| (count > 0).then(|| format!("{} {what}", counted(count, "finding")));
    let parts = [part(summary.severity_changed, "of another severity"), part(summary.off, "switched off")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("by the configuration: {}", parts.join(", ")))
}

/// `3 errors, 41 warnings; 2,511 notes hidden, show them with -v`
pub(super) fn found(summary: &Summary, shown_from: Severity) -> String {
    let counts = Severity::WORST_FIRST.map(|severity| (severity, summary.count_of(severity)));
    let said = |wanted: &dyn Fn(Severity) -> bool| -> Vec<String> {
        let wanted = counts.iter().filter(|(severity, count)| *count > 0 && wanted(*severity));
        wanted.map(|(severity, count)| counted(*count, severity.as_str())).collect()
    };
    let (shown, hidden) = (said(&|severity| severity >= shown_from), said(&|severity| severity < shown_from));
    let text = match (shown.is_empty(), shown_from) {
        (false, _) => shown.join(", "),
        (true, Severity::Error) => "no errors".to_owned(),
        (true, _) => "no errors, no warnings".to_owned(),
    };
    match hidden.as_slice() {
        [] => text,
        hidden if shown_from > Severity::Warning => format!("{text}; {} not shown", hidden.join(", ")),
        hidden => {
            let them = if summary.notes == 1 { "it" } else { "them" };
            format!("{text}; {} hidden, show {them} with -v", hidden.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{accepted, changed, checked, found};
    use crate::{Severity, Summary};

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
    fn what_the_configuration_changed_is_said() {
        for (severity_changed, off, expected) in [
            (0, 0, None),
            (1, 0, Some("by the configuration: 1 finding of another severity")),
            (3, 41, Some("by the configuration: 3 findings of another severity, 41 findings switched off")),
        ] {
            let summary = Summary { off, severity_changed, ..Summary::default() };
            assert_eq!(changed(&summary).as_deref(), expected);
        }
    }

    #[test]
    fn counts_are_said_in_words() {
        for (errors, warnings, notes, option, expected) in [
            (3, 41, 2511, Severity::Warning, "3 errors, 41 warnings; 2,511 notes hidden, show them with -v"),
            (3, 41, 2511, Severity::Note, "3 errors, 41 warnings, 2,511 notes"),
            (1, 0, 1, Severity::Warning, "1 error; 1 note hidden, show it with -v"),
            (0, 0, 0, Severity::Warning, "no errors, no warnings"),
            (0, 0, 2, Severity::Warning, "no errors, no warnings; 2 notes hidden, show them with -v"),
            (0, 0, 2, Severity::Note, "2 notes"),
            (3, 41, 1, Severity::Error, "3 errors; 41 warnings, 1 note not shown"),
            (0, 41, 0, Severity::Error, "no errors; 41 warnings not shown"),
        ] {
            let summary = Summary { errors, warnings, notes, ..Summary::default() };
            assert_eq!(found(&summary, option), expected);
        }
    }
}

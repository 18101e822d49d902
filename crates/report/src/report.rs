//! All findings of a run, with counts.

use serde::Serialize;

use crate::{Finding, Severity};

/// The version of the JSON report's shape; it changes only when a reader of the old shape would fail.
pub const REPORT_VERSION: u32 = 1;

/// The JSON Schema of the JSON report.
pub const SCHEMA: &str = include_str!("../report.schema.json");

/// The program that made a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tool {
    /// The program's name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// Counts of a run. Those of findings are kept by [`Report::push`]; the others belong to whoever checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Exchanges, or bare bodies, that were read.
    pub exchanges: u64,
    /// Distinct operations among them.
    pub operations: u64,
    /// Exchanges whose method and path belong to no operation.
    pub unmatched: u64,
    /// Exchanges of operations that exist and that the contract does not describe. None since contracts describe all of
    /// an API; readers of version 1 of the JSON report may look for it.
    pub not_modelled: u64,
    /// Errors, repetitions included.
    pub errors: u64,
    /// Warnings, repetitions included.
    pub warnings: u64,
    /// Notes, repetitions included.
    pub notes: u64,
    /// Bodies that could not be checked: missing from the capture, cut off, or of a type that is not read.
    pub unchecked_bodies: u64,
}

/// All findings of a run, in order of capture, with counts.
#[derive(Clone, Debug)]
pub struct Report {
    /// The program that made it.
    pub tool: Tool,
    /// The contract that was checked against: `builtin` or a file.
    pub contract: String,
    /// The releases that were checked against.
    pub releases: String,
    /// All releases that the contract covers, where it covers several: what holds for them all goes without saying.
    pub covers: Option<String>,
    /// Counts.
    pub summary: Summary,
    findings: Vec<Finding>,
}

impl Report {
    /// An empty report.
    pub fn new(tool: Tool, contract: impl Into<String>, releases: impl Into<String>) -> Self {
        Self {
            tool,
            contract: contract.into(),
            releases: releases.into(),
            covers: None,
            summary: Summary::default(),
            findings: Vec::new(),
        }
    }

    /// Adds a finding and counts it as often as it was seen.
    pub fn push(&mut self, finding: Finding) {
        let counter = match finding.severity {
            Severity::Note => &mut self.summary.notes,
            Severity::Warning => &mut self.summary.warnings,
            Severity::Error => &mut self.summary.errors,
        };
        *counter = counter.saturating_add(finding.count);
        self.findings.push(finding);
    }

    /// The findings in the order in which they were pushed.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The worst severity found.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}

impl Extend<Finding> for Report {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        for finding in findings {
            self.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Report, Summary, Tool};
    use crate::{Finding, Location, Part, Rule, Severity};

    #[test]
    fn findings_are_counted_as_often_as_they_were_seen() {
        let text = "---\ntitle: t\nseverity: warning\nfacts: f\n---\n";
        let rule: &'static Rule = Box::leak(Box::new(Rule::parse("r", text).unwrap()));
        let finding = || Finding::builder(rule, Location::new("-", Part::Document, ""), " two\r\n\n lines\n");
        let mut report = Report::new(Tool { name: "t".into(), version: "1".into() }, "builtin", "1.132.3");
        assert_eq!(report.worst(), None);
        report.push(finding().severity(Severity::Note).count(0).build());
        report.extend([finding().count(3).build(), finding().severity(Severity::Error).build()]);
        assert_eq!(report.summary, Summary { notes: 1, warnings: 3, errors: 1, ..Summary::default() });
        assert_eq!(report.worst(), Some(Severity::Error));
        assert_eq!(report.findings().len(), 3);
        assert_eq!(report.findings()[0].message, "two lines");
    }
}

//! All findings of a run, with counts.

use std::sync::Arc;

use pages::Life;
use secrets::Memory;
use serde::Serialize;

use crate::folding::{FindingKind, FindingKinds, Folding};
use crate::sink::FindingSink;
use crate::{Conclusion, Finding, Pictures, Releases, Rule, Severity};

/// The version of the JSON report's shape; it changes only when a key goes or means something else. In version 1 what held at
/// several places was a finding for each, and notes were always among the findings.
pub const REPORT_VERSION: u32 = 2;

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
    /// an API; readers of the JSON report may look for it.
    pub not_modelled: u64,
    /// Errors, repetitions included; what holds at several places is one.
    pub errors: u64,
    /// Warnings, counted likewise.
    pub warnings: u64,
    /// Notes, counted likewise.
    pub notes: u64,
    /// Bodies that could not be checked: missing from the capture, cut off, or of a type that is not read.
    pub unchecked_bodies: u64,
    /// Findings that a suppression accepts, repetitions included; they are in no other count.
    pub suppressed: u64,
    /// Findings that a baseline accepts, repetitions included; they are in no other count.
    pub in_baseline: u64,
    /// Findings of rules that the configuration switches off, repetitions included; they are in no other count.
    pub off: u64,
    /// Findings that the configuration made worse or milder, repetitions included; they are counted as what they became.
    pub severity_changed: u64,
}

impl Summary {
    /// Counts what was counted elsewhere, all but operations: how many are distinct only the whole run knows.
    pub(crate) fn add(&mut self, other: &Self) {
        let own = [
            (&mut self.exchanges, other.exchanges),
            (&mut self.unmatched, other.unmatched),
            (&mut self.not_modelled, other.not_modelled),
            (&mut self.errors, other.errors),
            (&mut self.warnings, other.warnings),
            (&mut self.notes, other.notes),
            (&mut self.unchecked_bodies, other.unchecked_bodies),
        ];
        for (counter, more) in own {
            *counter = counter.saturating_add(more);
        }
    }

    /// Counts a finding as often as it was seen.
    pub(crate) fn count(&mut self, finding: &Finding) {
        let counter = self.counter(finding.severity);
        *counter = counter.saturating_add(finding.weight());
    }

    /// Counts a finding by the reason for which it is not shown.
    pub(crate) fn count_accepted(&mut self, acceptance: Acceptance, finding: &Finding) {
        let counter = match acceptance {
            Acceptance::Suppressed => &mut self.suppressed,
            Acceptance::InBaseline => &mut self.in_baseline,
            Acceptance::Off => &mut self.off,
        };
        *counter = counter.saturating_add(finding.weight());
    }

    /// The worst severity that was counted.
    pub fn worst(&self) -> Option<Severity> {
        Severity::WORST_FIRST.into_iter().find(|severity| self.count_of(*severity) > 0)
    }

    /// How many findings of a severity were counted.
    pub fn count_of(&self, severity: Severity) -> u64 {
        match severity {
            Severity::Note => self.notes,
            Severity::Warning => self.warnings,
            Severity::Error => self.errors,
        }
    }

    fn counter(&mut self, severity: Severity) -> &mut u64 {
        match severity {
            Severity::Note => &mut self.notes,
            Severity::Warning => &mut self.warnings,
            Severity::Error => &mut self.errors,
        }
    }
}

/// Why a finding is counted and not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acceptance {
    /// A suppression in the configuration names it.
    Suppressed,
    /// It stood already when the baseline was written.
    InBaseline,
    /// The configuration switches its rule off.
    Off,
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
    /// Those of the releases of which what is known comes from generated clients, since no document could be had.
    pub releases_from_clients: Option<String>,
    /// All releases that the contract covers, where it covers several: what holds for them all goes without saying.
    pub contract_releases: Option<Releases>,
    /// What there is to say first, before all findings.
    pub conclusions: Vec<Conclusion>,
    /// The ids of the operations that were exercised, in order; nothing where nobody gathers them.
    pub exercised: Vec<String>,
    /// What only pages show, where the report is to be one.
    pub pictures: Option<Pictures>,
    /// All rules of the program, for formats that list also those that found nothing.
    pub rules: Vec<&'static Rule>,
    /// Counts.
    pub summary: Summary,
    findings: Vec<Finding>,
    folding: Option<Folding>,
    memory: Memory,
}

impl Report {
    /// An empty report.
    pub fn new(tool: Tool, contract: impl Into<String>, releases: impl Into<String>) -> Self {
        Self {
            tool,
            contract: contract.into(),
            releases: releases.into(),
            releases_from_clients: None,
            contract_releases: None,
            conclusions: Vec::new(),
            exercised: Vec::new(),
            pictures: None,
            rules: Vec::new(),
            summary: Summary::default(),
            findings: Vec::new(),
            folding: None,
            memory: Memory::default(),
        }
    }

    /// Remembers what is secret: no finding shows it once [`Self::mask_all`] was called.
    pub fn learn(&mut self, secrets: &[String]) {
        for secret in secrets {
            self.memory.learn(secret);
        }
    }

    /// Takes over what is known to be secret.
    pub fn remember(&mut self, memory: Memory) {
        self.memory = memory;
    }

    /// Masks in all findings what is known to be secret; to be called before they are shown to anybody.
    pub fn mask_all(&mut self) {
        let memory = &self.memory;
        self.findings.iter_mut().for_each(|finding| finding.mask(memory));
    }

    /// Masks in a finding what is known to be secret.
    pub fn mask(&self, finding: &mut Finding) {
        finding.mask(&self.memory);
    }

    /// From now on only the first findings of a kind are kept, for a format that shows no more; each is counted.
    pub fn fold(&mut self) {
        self.folding = Some(Folding::default());
    }

    /// Adds a finding and counts it as often as it was seen.
    pub fn push(&mut self, finding: Finding) {
        self.summary.count(&finding);
        let index = self.findings.len();
        let other = self.folding.as_mut().and_then(|folding| folding.stand_in(&finding, index));
        match other.and_then(|other| self.findings.get_mut(other)) {
            Some(other) => other.count = other.count.saturating_add(finding.count),
            None => self.findings.push(finding),
        }
    }

    /// The kinds of its findings, where only the first of each are kept.
    pub fn kinds(&self) -> Option<&FindingKinds> {
        self.folding.as_ref().map(|folding| &folding.kinds)
    }

    /// Counts findings of a kind that is full, as if each had been pushed.
    pub fn count(&mut self, kind: FindingKind, findings: u64) {
        let last = self.folding.as_ref().and_then(|folding| folding.last_of(kind));
        if let Some(last) = last.and_then(|last| self.findings.get_mut(last)) {
            last.count = last.count.saturating_add(findings);
            let counter = self.summary.counter(last.severity);
            *counter = counter.saturating_add(findings);
        }
    }

    /// Takes out the findings that `accepts` names a reason for, and counts them by it. Of a finding that holds at several
    /// places it is asked about each, and what is not accepted stays.
    pub fn accept(&mut self, mut accepts: impl FnMut(&Finding) -> Option<Acceptance>) {
        let summary = &mut self.summary;
        // The places of those that were kept change.
        self.folding = None;
        self.findings.retain_mut(|finding| {
            let Some(acceptance) = finding.accepted(&mut accepts) else { return true };
            let counter = summary.counter(finding.severity);
            *counter = counter.saturating_sub(finding.weight());
            summary.count_accepted(acceptance, finding);
            false
        });
    }

    /// Lets `judge` change how bad findings are, and counts them as what they became.
    pub fn judge(&mut self, mut judge: impl FnMut(&mut Finding)) {
        // What was counted for a kind that is full counted as what it was.
        self.folding = None;
        for finding in &mut self.findings {
            let before = finding.severity;
            judge(finding);
            if finding.severity != before {
                let (weight, summary) = (finding.weight(), &mut self.summary);
                summary.severity_changed = summary.severity_changed.saturating_add(weight);
                let counter = summary.counter(before);
                *counter = counter.saturating_sub(weight);
                summary.count(finding);
            }
        }
    }

    /// Gives findings the lives of what they are about, for formats that show those.
    pub fn draw_lives(&mut self, mut life: impl FnMut(&Finding) -> Option<Arc<Life>>) {
        for finding in &mut self.findings {
            finding.life = life(finding);
        }
    }

    /// The findings in the order in which they were pushed.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings alone, in the order in which they were pushed.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// The worst severity found.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}

impl FindingSink for Report {
    fn push(&mut self, finding: Finding) {
        Self::push(self, finding);
    }

    fn learn(&mut self, secrets: Vec<String>) {
        Self::learn(self, &secrets);
    }

    fn summary(&mut self) -> &mut Summary {
        &mut self.summary
    }

    fn kinds(&self) -> Option<&FindingKinds> {
        Self::kinds(self)
    }

    fn count(&mut self, kind: FindingKind, findings: u64) {
        Self::count(self, kind, findings);
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
    use super::{Acceptance, Report, Summary, Tool};
    use crate::{Finding, Location, Part, Place, Severity, test_rule};

    #[test]
    fn findings_are_counted_as_often_as_they_were_seen() {
        let rule = test_rule(Severity::Warning);
        let finding = || Finding::builder(rule, Location::new("-", Part::Document, ""), " two\r\n\n lines\n");
        let mut report = Report::new(Tool { name: "t".into(), version: "1".into() }, "builtin", "1.132.3");
        assert_eq!(report.worst(), None);
        report.push(finding().severity(Severity::Note).count(0).build());
        report.extend([finding().count(3).build(), finding().severity(Severity::Error).build()]);
        assert_eq!(report.summary, Summary { notes: 1, warnings: 3, errors: 1, ..Summary::default() });
        assert_eq!(report.worst(), Some(Severity::Error));
        assert_eq!(report.findings().len(), 3);
        assert_eq!(report.findings()[0].message, "two lines");
        report.accept(|finding| match finding.severity {
            Severity::Error => Some(Acceptance::InBaseline),
            Severity::Warning => Some(Acceptance::Suppressed),
            Severity::Note => None,
        });
        assert_eq!(report.summary, Summary { notes: 1, suppressed: 3, in_baseline: 1, ..Summary::default() });
        assert_eq!((report.findings().len(), report.worst()), (1, Some(Severity::Note)));
    }

    /// A finding that holds at these places, each of an operation of its own.
    fn at_places(pointers: &[&str]) -> Finding {
        let rule = test_rule(Severity::Error);
        let place = |pointer: &&str| {
            let finding = Finding::builder(rule, Location::new("-", Part::Document, *pointer), "m");
            Place::of(&finding.operations(vec![(*pointer).into()]).build())
        };
        let finding = Finding::builder(rule, Location::new("-", Part::Document, ""), "m").subject("all");
        finding.places(pointers.iter().map(place).collect()).build()
    }

    #[test]
    fn places_count_as_one_and_are_accepted_one_by_one() {
        let mut report = Report::new(Tool { name: "t".into(), version: "1".into() }, "builtin", "1.132.3");
        report.extend([at_places(&["/a", "/b", "/c"]), at_places(&["/b"])]);
        assert_eq!(report.summary.errors, 2);
        let name = report.findings()[0].fingerprint();
        report.accept(|finding| (finding.location.pointer != "/c").then_some(Acceptance::Suppressed));
        assert_eq!(report.summary, Summary { errors: 1, suppressed: 1, ..Summary::default() });
        let [left] = report.findings() else { panic!("{:?}", report.findings()) };
        assert_eq!((left.count, &*left.location.pointer, &*left.operations), (1, "/c", &["/c".into()][..]));
        assert_eq!((&*left.notes, left.headline()), (&["2 more places are accepted".to_owned()][..], "m".to_owned()));
        assert_eq!(left.fingerprint(), name, "places come and go");
    }
}

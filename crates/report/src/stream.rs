//! Findings that are written as they come, so that a run needs no memory for them.

use std::io::{self, Write};

use crate::sink::FindingSink;
use crate::{Acceptance, Finding, Format, Options, Report, Rule, Severity, Summary, WriteFinding};

/// Says for which findings there is a reason not to show them.
pub trait Acceptor {
    /// Makes a finding as bad as it is to be.
    fn judge(&self, finding: &mut Finding);

    /// The reason, if there is one.
    fn accepts(&mut self, finding: &Finding) -> Option<Acceptance>;

    /// What there is to say once all findings have come, by the rules that the report goes by.
    fn rest(&mut self, rules: &[&'static Rule]) -> Vec<Finding>;
}

/// Writes findings as they come, and the summary at the end: the text is that of a report of them all.
pub struct Stream<'o> {
    /// Without findings.
    report: Report,
    format: &'static Format,
    writing: Writing,
    acceptor: Option<&'o mut dyn Acceptor>,
    out: &'o mut dyn Write,
    failed: Option<io::Error>,
}

/// How a finding is written.
#[derive(Clone, Copy, Debug)]
struct Writing {
    write: WriteFinding,
    options: Options,
}

impl<'o> Stream<'o> {
    /// Goes on with an empty report. Nothing where the format must know all findings before it writes any.
    pub fn new(report: Report, format: &'static Format, options: Options, out: &'o mut dyn Write) -> Option<Self> {
        let write = (format.by_finding)(&options)?;
        let writing = Writing { write, options };
        Some(Self { report, format, writing, acceptor: None, out, failed: None })
    }

    /// The same, but what is accepted is counted and not written.
    #[must_use]
    pub fn accepting(self, acceptor: &'o mut dyn Acceptor) -> Self {
        Self { acceptor: Some(acceptor), ..self }
    }

    /// The report: everything but findings.
    pub fn report(&mut self) -> &mut Report {
        &mut self.report
    }

    /// Writes what stands behind the findings. Fails if anything could not be written. Answers the worst severity.
    pub fn finish(mut self) -> io::Result<Option<Severity>> {
        let rest = self.acceptor.as_mut().map(|acceptor| acceptor.rest(&self.report.rules));
        rest.into_iter().flatten().for_each(|finding| self.push(finding));
        match self.failed {
            Some(error) => Err(error),
            None => (self.format.render)(&self.report, &self.writing.options, self.out)
                .map(|()| self.report.summary.worst()),
        }
    }
}

impl Stream<'_> {
    fn judge(&mut self, finding: &mut Finding) {
        let before = finding.severity;
        self.acceptor.iter().for_each(|acceptor| acceptor.judge(finding));
        if finding.severity != before {
            let changed = &mut self.report.summary.severity_changed;
            *changed = changed.saturating_add(finding.weight());
        }
    }
}

impl FindingSink for Stream<'_> {
    fn push(&mut self, mut finding: Finding) {
        self.report.mask(&mut finding);
        let acceptor = self.acceptor.as_mut();
        if let Some(acceptance) = acceptor.and_then(|acceptor| finding.accepted(&mut |one| acceptor.accepts(one))) {
            return self.report.summary.count_accepted(acceptance, &finding);
        }
        self.judge(&mut finding);
        self.report.summary.count(&finding);
        if self.failed.is_none() {
            let Writing { write, options } = &self.writing;
            self.failed = write(&finding, options, self.out).err();
        }
    }

    fn learn(&mut self, secrets: Vec<String>) {
        self.report.learn(&secrets);
    }

    fn summary(&mut self) -> &mut Summary {
        &mut self.report.summary
    }

    fn is_closed(&self) -> bool {
        self.failed.is_some()
    }
}

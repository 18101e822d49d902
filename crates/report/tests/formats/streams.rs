//! What is written as findings come is what is written of a report of them all.

use report::{
    Acceptance, Acceptor, Batch, FORMATS, Finding, FindingSink, Format, Options, Report, Rule, Severity, Stream,
};

use crate::{all_options, corpus, written_of};

/// Accepts warnings, and has one more finding to tell at the end.
struct Warnings(Option<Finding>);

impl Acceptor for Warnings {
    fn judge(&self, finding: &mut Finding) {
        if finding.rule.id() == "property-missing" {
            finding.severity = Severity::Note;
        }
    }

    fn accepts(&mut self, finding: &Finding) -> Option<Acceptance> {
        (finding.severity == Severity::Warning).then_some(Acceptance::Suppressed)
    }

    fn rest(&mut self, _: &[&'static Rule]) -> Vec<Finding> {
        self.0.take().into_iter().collect()
    }
}

/// The corpus without findings, and the findings.
fn apart() -> (Report, Vec<Finding>) {
    let report = corpus::report();
    let mut empty = Report::new(report.tool.clone(), report.contract.clone(), report.releases.clone());
    (empty.summary, empty.rules) = (report.summary, report.rules.clone());
    (empty.summary.errors, empty.summary.warnings, empty.summary.notes) = (0, 0, 0);
    (empty, report.into_findings())
}

/// The formats and options by which findings can be written as they come.
fn streaming() -> Vec<(&'static Format, Options)> {
    let all = FORMATS.iter().flat_map(|format| all_options().into_iter().map(move |options| (format, options)));
    all.filter(|(format, options)| (format.by_finding)(options).is_some()).collect()
}

#[test]
fn one_by_one_and_in_batches() {
    // All options of `ndjson`, and `concise` without groups.
    assert_eq!(streaming().len(), all_options().len() * 3 / 2);
    for (format, options) in streaming() {
        let mut out = Vec::new();
        let mut stream = Stream::new(apart().0, format, options, &mut out).unwrap();
        for findings in apart().1.chunks(3) {
            let mut batch = Batch::default();
            let mut more = Batch::default();
            for (sink, finding) in findings.iter().enumerate() {
                match sink {
                    0 => stream.push(finding.clone()),
                    1 => batch.push(finding.clone()),
                    _ => more.push(finding.clone()),
                }
            }
            batch.merge(&mut more);
            stream.append(batch);
        }
        assert_eq!(stream.finish().unwrap(), Some(Severity::Error));
        assert_eq!(String::from_utf8(out).unwrap(), written_of(&corpus::report(), format, &options));
    }
}

#[test]
fn what_is_accepted_is_counted() {
    for (format, options) in streaming() {
        let mut report = corpus::report();
        report.accept(|finding| (finding.severity == Severity::Warning).then_some(Acceptance::Suppressed));
        report.judge(|finding| Warnings(None).judge(finding));
        let last = apart().1.into_iter().find(|finding| finding.severity == Severity::Error).unwrap();
        report.push(last.clone());
        let (mut acceptor, mut out) = (Warnings(Some(last)), Vec::new());
        let mut stream = Stream::new(apart().0, format, options, &mut out).unwrap().accepting(&mut acceptor);
        let mut batch = Batch::default();
        apart().1.into_iter().for_each(|finding| batch.push(finding));
        stream.append(batch);
        stream.finish().unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), written_of(&report, format, &options));
    }
}

#[test]
fn who_does_not_take_it_is_asked_once() {
    let mut full: &mut [u8] = &mut [0; 10];
    let format = report::format_named("ndjson").unwrap();
    let mut stream = Stream::new(apart().0, format, Options::default(), &mut full).unwrap();
    for finding in apart().1 {
        stream.push(finding);
        assert!(stream.is_closed());
    }
    assert!(stream.finish().is_err());
}

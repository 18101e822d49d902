//! A report that does not grow with the time that the proxy runs.

use report::{Finding, FindingSink, Report, Summary};

use crate::stderr::say;

/// So many findings are kept whatever they are. Of those beyond, the first of each kind are kept, and all are counted.
const MOST: usize = 20_000;

/// A report that keeps so many findings, and then only the first of each kind.
pub(super) struct Bounded<'r> {
    report: &'r mut Report,
    most: usize,
}

impl<'r> Bounded<'r> {
    pub(super) fn new(report: &'r mut Report) -> Self {
        Self { report, most: MOST }
    }
}

impl FindingSink for Bounded<'_> {
    fn push(&mut self, finding: Finding) {
        self.report.push(finding);
        if self.report.kinds().is_none() && self.report.findings().len() >= self.most {
            say(&format!(
                "note: {} findings are kept; of others the first of each kind are, and all are counted",
                self.most
            ));
            self.report.fold();
        }
    }

    fn summary(&mut self) -> &mut Summary {
        &mut self.report.summary
    }

    fn learn(&mut self, secrets: Vec<String>) {
        self.report.learn(&secrets);
    }
}

#[cfg(test)]
mod tests {
    use report::{Location, Part};

    use super::*;

    #[test]
    fn what_is_beyond_is_counted() {
        let rule = validator::rules::all().get("type-mismatch").unwrap();
        let mut report = Report::new(commands::tool(), "builtin", "2.7.5");
        let mut bounded = Bounded { most: 10, ..Bounded::new(&mut report) };
        for entry in 0..1000 {
            let location = Location { entry: Some(entry), ..Location::new("<proxy>", Part::ResponseBody, "/x") };
            bounded.push(Finding::builder(rule, location, "wrong").build());
        }
        assert_eq!(report.summary.errors, 1000);
        assert!(report.findings().len() < 20, "{}", report.findings().len());
        assert_eq!(report.findings().iter().map(|finding| finding.count).sum::<u64>(), 1000);
    }
}

//! Where findings go as they are made.

use crate::{Finding, FindingKind, FindingKinds, Summary};

/// Takes findings in the order of the capture, and counts them.
pub trait FindingSink {
    /// Takes a finding and counts it as often as it was seen.
    fn push(&mut self, finding: Finding);

    /// The counts so far. Those of findings are the sink's; the others belong to whoever checks.
    fn summary(&mut self) -> &mut Summary;

    /// Takes what is secret of the findings that come: it is masked in them, and in those before them that are not written
    /// yet.
    fn learn(&mut self, secrets: Vec<String>);

    /// The kinds of its findings, where only the first of each are kept.
    fn kinds(&self) -> Option<&FindingKinds> {
        None
    }

    /// Counts findings of a kind that is full, as if each had been pushed.
    fn count(&mut self, kind: FindingKind, findings: u64) {
        let _ = (kind, findings);
    }

    /// Whether nobody wants more findings.
    fn is_closed(&self) -> bool {
        false
    }

    /// Takes what a batch took, as if it had been pushed here.
    fn append(&mut self, batch: Batch) {
        self.summary().add(&batch.summary);
        let mut learned = batch.learned.into_iter().peekable();
        for (index, finding) in batch.findings.into_iter().enumerate() {
            while let Some((_, secrets)) = learned.next_if(|(before, _)| *before <= index) {
                self.learn(secrets);
            }
            self.push(finding);
        }
        learned.for_each(|(_, secrets)| self.learn(secrets));
    }
}

/// Findings and counts on their way to a sink.
#[derive(Debug, Default)]
pub struct Batch {
    /// Counts, without those of the findings that are kept.
    pub(crate) summary: Summary,
    pub(crate) findings: Vec<Finding>,
    /// What is secret, each with how many findings came before it.
    learned: Vec<(usize, Vec<String>)>,
}

/// How many bytes a finding that is kept is taken to be.
const SIZE: usize = 2048;

impl Batch {
    /// The findings that are kept, in order.
    pub fn kept(&mut self) -> &mut [Finding] {
        &mut self.findings
    }

    /// About how much memory it takes, in bytes.
    pub fn size(&self) -> usize {
        self.findings.len() * SIZE
    }

    /// Takes what another batch for the same sink took after this one.
    pub fn merge(&mut self, next: &mut Self) {
        let before = self.findings.len();
        self.summary.add(&next.summary);
        self.learned.extend(next.learned.drain(..).map(|(index, secrets)| (before + index, secrets)));
        self.findings.append(&mut next.findings);
    }
}

impl FindingSink for Batch {
    fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    fn learn(&mut self, secrets: Vec<String>) {
        if !secrets.is_empty() {
            self.learned.push((self.findings.len(), secrets));
        }
    }

    fn summary(&mut self) -> &mut Summary {
        &mut self.summary
    }
}

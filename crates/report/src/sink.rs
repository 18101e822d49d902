//! Where findings go as they are made.

use crate::stream::Written;
use crate::{Finding, FindingKind, FindingKinds, Summary};

/// Takes findings in the order of the capture, and counts them.
pub trait FindingSink {
    /// Takes a finding and counts it as often as it was seen.
    fn push(&mut self, finding: Finding);

    /// The counts so far. Those of findings are the sink's; the others belong to whoever checks.
    fn summary(&mut self) -> &mut Summary;

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

    /// Something that takes findings in the place of this sink, on another thread.
    fn batch(&self) -> Batch {
        Batch::default()
    }

    /// Takes what a batch took, as if it had been pushed here.
    fn append(&mut self, batch: Batch) {
        self.summary().add(&batch.summary);
        for finding in batch.findings {
            self.push(finding);
        }
    }
}

/// Findings and counts on their way to a sink: kept, or in the form in which they are written already.
#[derive(Debug, Default)]
pub struct Batch {
    /// Counts, without those of the findings that are kept.
    pub(crate) summary: Summary,
    pub(crate) findings: Vec<Finding>,
    pub(crate) written: Option<Written>,
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
        self.findings.len() * SIZE + self.written.as_ref().map_or(0, |written| written.bytes.len())
    }

    /// Takes what another batch for the same sink took after this one.
    pub fn merge(&mut self, next: &mut Self) {
        self.summary.add(&next.summary);
        self.findings.append(&mut next.findings);
        if let (Some(written), Some(next)) = (&mut self.written, &next.written) {
            written.bytes.extend_from_slice(&next.bytes);
        }
    }

    /// An empty one for the same sink.
    #[must_use]
    pub fn another(&self) -> Self {
        Self { written: self.written.as_ref().map(Written::another), ..Self::default() }
    }
}

impl FindingSink for Batch {
    fn push(&mut self, finding: Finding) {
        match &mut self.written {
            Some(written) => {
                self.summary.count(&finding);
                written.push(&finding);
            }
            None => self.findings.push(finding),
        }
    }

    fn summary(&mut self) -> &mut Summary {
        &mut self.summary
    }
}

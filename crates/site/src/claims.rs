//! What upstream's documents claim of a thing, and where that is not what they show.

use std::collections::HashMap;
use std::sync::Arc;

use contract::marker::{Claim, History};
use contract::{Contract, Eras, ReleaseSet};
use report::Severity;

use crate::catalog::Catalog;

/// Claims about one thing.
#[derive(Default)]
pub(crate) struct Claims {
    /// Each with the releases whose documents make it, where those are not all at which the thing lives.
    pub(crate) made: Vec<(String, String)>,
    /// What is wrong with them.
    pub(crate) disagreements: Vec<String>,
}

/// Where markers and lives disagree, by what they are about.
#[derive(Default)]
pub(crate) struct Disagreements(HashMap<Arc<str>, Vec<String>>);

impl Disagreements {
    /// Those that mislead a reader: that something came or went without a word is no news beside its picture.
    pub(crate) fn of(contract: &Contract) -> Self {
        let mut all = Self::default();
        let findings = audit::audit(contract, "");
        for finding in findings.into_iter().filter(|finding| finding.rule.severity() == Severity::Error) {
            if let Some(subject) = finding.subject {
                all.0.entry(subject).or_default().push(finding.message);
            }
        }
        all
    }

    fn about(&self, subject: &str) -> Vec<String> {
        self.0.get(subject).cloned().unwrap_or_default()
    }
}

impl Claims {
    /// What is claimed of something that lives at these releases; `subject` is its name in findings of `audit`.
    pub(crate) fn of(
        catalog: &Catalog<'_>,
        markers: &Eras<History>,
        life: ReleaseSet,
        disagreements: &Disagreements,
        subject: &str,
    ) -> Self {
        let alive = catalog.alive(life);
        let claimed = |(releases, history): (ReleaseSet, &History)| {
            let releases = releases & alive;
            let words = history.0.iter().map(said).collect::<Vec<_>>().join(", ");
            let span = if releases == alive { String::new() } else { releases.to_string() };
            (!releases.is_empty() && !words.is_empty()).then_some((span, words))
        };
        let mut made: Vec<(String, String)> = markers.iter().filter_map(claimed).collect();
        made.dedup();
        Self { made, disagreements: disagreements.about(subject) }
    }
}

fn said(claim: &Claim) -> String {
    let instead = claim.replacement.as_ref().map(|name| format!(" (instead: {name})")).unwrap_or_default();
    format!("{} {}{instead}", claim.state, claim.version)
}

//! How bad a user finds what a rule finds.

use std::collections::HashMap;

use report::{Finding, Severity};
use schemars::JsonSchema;
use serde::Deserialize;

/// How bad what a rule finds is, or that it is not to be told at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    /// Breaks the contract.
    Error,
    /// Works today and will not for ever, or is doubtful.
    Warning,
    /// Worth knowing, nothing to mend.
    Note,
    /// Not told; only counted.
    Off,
}

/// The level of each rule that has one, by its id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Severities(pub(crate) HashMap<&'static str, Level>);

impl Severities {
    /// Whether findings of its rule are not to be told.
    pub(crate) fn is_off(&self, finding: &Finding) -> bool {
        self.0.get(finding.rule.id()) == Some(&Level::Off)
    }

    /// Makes a finding as bad as its rule is by the configuration `file`, and says so. What is milder than its rule for a
    /// reason of its own, such as a request that the server refused, does not become worse.
    pub(crate) fn judge(&self, finding: &mut Finding, file: &str) {
        let Some(severity) = self.0.get(finding.rule.id()).and_then(|level| level.severity()) else { return };
        let own = finding.rule.severity();
        let judged = if finding.severity < own { finding.severity.min(severity) } else { severity };
        if judged != finding.severity {
            finding.notes.push(format!("{file} makes this {}; it would be {}", a(judged), a(finding.severity)));
            finding.severity = judged;
        }
    }
}

impl Level {
    fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Off => None,
        }
    }
}

/// With its article.
fn a(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "an error",
        Severity::Warning => "a warning",
        Severity::Note => "a note",
    }
}

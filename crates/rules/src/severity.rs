//! How bad a finding is.

use serde::Serialize;

/// How bad a finding is; a later one is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing, nothing to mend.
    Note,
    /// Works today and will not for ever, or is doubtful.
    Warning,
    /// Breaks the contract.
    Error,
}

impl Severity {
    /// All severities, the worst first: the order in which they are listed.
    pub const WORST_FIRST: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// The word used in rule files and in every format.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// Reads the word that [`Severity::as_str`] gives.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORST_FIRST.into_iter().find(|severity| severity.as_str() == word)
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Severity;

    #[test]
    fn severities_are_ordered_and_named() {
        assert!(Severity::Note < Severity::Warning && Severity::Warning < Severity::Error);
        for (severity, word) in [(Severity::Note, "note"), (Severity::Warning, "warning"), (Severity::Error, "error")] {
            assert_eq!(severity.as_str(), word);
            assert_eq!(Severity::from_word(word), Some(severity));
            assert_eq!(serde_json::to_value(severity).unwrap(), word);
        }
        assert_eq!(Severity::from_word("Error"), None);
    }
}

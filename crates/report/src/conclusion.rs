//! What there is to say first of what a run looked at: the answer, before the findings that are its reasons.

use std::fmt;

use serde::Serialize;

use crate::Releases;

/// The answer to what the user asked, of one thing that he asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conclusion {
    /// What it is about.
    pub subject: String,
    /// The answer in one line.
    pub text: String,
    /// The releases for which all is well.
    pub works: Releases,
}

impl fmt::Display for Conclusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.subject, self.text)
    }
}

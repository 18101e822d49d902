//! One breach of a house rule.

use std::fmt;

use super::tree::TextFile;

/// Prints as `file:line: what is wrong; what to do`. Sorts by place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    file: String,
    line: usize,
    what: String,
    remedy: &'static str,
}

impl Problem {
    /// A problem at a line of `file`, counted from 1.
    pub(crate) fn new(file: &TextFile, line: usize, what: String, remedy: &'static str) -> Self {
        let file = file.path.clone();
        Self { file, line, what, remedy }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, what, remedy } = self;
        write!(out, "{file}:{line}: {what}; {remedy}")
    }
}

/// The problems as they are printed, for tests.
#[cfg(test)]
pub(crate) fn printed(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(Problem::to_string).collect()
}

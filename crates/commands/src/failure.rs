//! Why a run could not do its work: one line, with file and place and what to do.

use std::fmt;
use std::io;

use validator::capture::CaptureError;

/// The one line that ends a run.
#[derive(Debug)]
pub struct Failure {
    message: String,
    file: Option<String>,
    line_and_column: Option<(u64, u64)>,
    closed_pipe: bool,
}

impl Failure {
    /// A failure that is about no file.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), file: None, line_and_column: None, closed_pipe: false }
    }

    /// What is wrong with a file, or with what is named like one. The message begins with the name.
    pub fn of(file: impl fmt::Display, why: impl fmt::Display) -> Self {
        Self { file: Some(file.to_string()), ..Self::new(format!("{file}: {why}")) }
    }

    /// Output that could not be written to `target`.
    pub fn writing(target: &str, error: &io::Error) -> Self {
        Self {
            closed_pipe: error.kind() == io::ErrorKind::BrokenPipe,
            ..Self::of(target, format_args!("cannot write: {error}"))
        }
    }

    /// Whether the reader of our output went away, as `head` does: no fault of anybody.
    pub fn is_closed_pipe(&self) -> bool {
        self.closed_pipe
    }

    /// The file that is at fault, as the user named it.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// One-based line and column in the file, where the fault has a place in a text.
    pub fn line_and_column(&self) -> Option<(u64, u64)> {
        self.line_and_column
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.replace(['\n', '\r'], " "))
    }
}

impl std::error::Error for Failure {}

impl From<CaptureError> for Failure {
    fn from(error: CaptureError) -> Self {
        let (file, line_and_column) = (Some(error.source_name().to_owned()), error.line_and_column());
        Self { file, line_and_column, ..Self::new(error.to_string()) }
    }
}

/// A sentence that names what is nearest to an unknown name: `; did you mean X?`, or nothing.
pub fn did_you_mean<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    let near = known.map(|known| (strsim::jaro_winkler(&name.to_lowercase(), &known.to_lowercase()), known));
    let best = near.filter(|(likeness, _)| *likeness > 0.8).max_by(|left, right| left.0.total_cmp(&right.0));
    best.map(|(_, known)| format!("; did you mean {known}?")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn near_names_are_offered_and_far_ones_are_not() {
        let known = ["property-removed", "enum-value-unknown"];
        assert_eq!(did_you_mean("property-remove", known.into_iter()), "; did you mean property-removed?");
        assert_eq!(did_you_mean("banana", known.into_iter()), "");
    }
}

//! Why a run could not do its work: one line, with file and place and what to do.

use std::fmt;
use std::io;

/// The one line that ends a run with exit code 2.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    closed_pipe: bool,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), closed_pipe: false }
    }

    /// Output that could not be written to `target`.
    pub(crate) fn writing(target: &str, error: &io::Error) -> Self {
        Self {
            message: format!("{target}: cannot write: {error}"),
            closed_pipe: error.kind() == io::ErrorKind::BrokenPipe,
        }
    }

    /// Whether the reader of our output went away, as `head` does: no fault of anybody.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        self.closed_pipe
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.replace(['\n', '\r'], " "))
    }
}

impl From<validator::capture::CaptureError> for Failure {
    fn from(error: validator::capture::CaptureError) -> Self {
        Self::new(error.to_string())
    }
}

/// A sentence that names what is nearest to an unknown name: `; did you mean X?`, or nothing.
pub(crate) fn did_you_mean<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
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

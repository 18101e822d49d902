//! Where in a capture or a document a finding is.

use std::path::Path;
use std::sync::Arc;

use rules::Part;
use serde::Serialize;

/// The one place that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The name of the capture or document as the user gave it: a path, `-` for standard input, or a release.
    pub source: Arc<str>,
    /// The zero-based index of the exchange in its source; none for a bare body or a document.
    pub entry: Option<usize>,
    /// The one-based line of the source: that of an exchange in NDJSON, or of the place in a document.
    pub line: Option<u64>,
    /// The one-based column in that line, in characters (Unicode scalar values); none where only the line is known.
    pub column: Option<u64>,
    /// The part of the exchange.
    pub part: Part,
    /// JSON Pointer (RFC 6901) into that part; for queries and headers `/NAME`; empty for the whole part.
    pub pointer: String,
    /// The exchange in one line for a human, masked: `GET /api/assets/random?count=3 → 200`.
    pub request: Option<Arc<str>>,
}

impl Location {
    /// A place in `part` of `source`; add what is known of the exchange by struct update or the fields.
    pub fn new(source: impl Into<Arc<str>>, part: Part, pointer: impl Into<String>) -> Self {
        let (source, pointer) = (source.into(), pointer.into());
        Self { source, entry: None, line: None, column: None, part, pointer, request: None }
    }

    /// The source if it is a file, as far as its name tells: neither standard input nor a release nor the embedded contract.
    pub fn file(&self) -> Option<&str> {
        let source = &*self.source;
        let extension = Path::new(source).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let is_named_so = source.contains(['/', '\\']) || extension.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_stream = source == "-" || source.starts_with('<');
        (!is_stream && (is_named_so || self.line.is_some() || self.entry.is_some())).then_some(source)
    }

    /// The same place with its one-based line and column in the source.
    #[must_use]
    pub fn at(mut self, line: u64, column: u64) -> Self {
        self.line = Some(line);
        self.column = Some(column);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Location, Part};

    #[test]
    fn files_are_told_from_streams_and_releases() {
        for (source, is_file) in [
            ("app.har", true),
            ("captures/app", true),
            ("-", false),
            ("<stdin>", false),
            ("2.7.5", false),
            ("3.0.0-rc.1", false),
            ("builtin", false),
            ("136 documents", false),
        ] {
            assert_eq!(Location::new(source, Part::Document, "").file().is_some(), is_file, "{source}");
        }
        assert!(Location::new("app", Part::Document, "").at(1, 1).file().is_some());
        assert!(Location::new("-", Part::Document, "").at(1, 1).file().is_none());
    }
}

//! Reads what the other checker says.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::Failure;

/// One line of the other checker.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Expected {
    /// Zero-based index of the exchange.
    pub(crate) entry: usize,
    /// The part of the exchange, by the names that findings use.
    pub(crate) part: String,
    /// JSON Pointer into the part.
    pub(crate) pointer: String,
    /// The keyword of JSON Schema that failed, or a word of the checker's own.
    pub(crate) kind: String,
    /// The operation, where there is one.
    pub(crate) operation: Option<String>,
}

/// Reads a file of one object a line; blank lines are skipped.
pub(crate) fn read(path: &Path) -> Result<Vec<Expected>, Failure> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    parse(&text).map_err(|error| format!("{}:{error}", path.display()).into())
}

fn parse(text: &str) -> Result<Vec<Expected>, Failure> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let parsed = lines.map(|(index, line)| {
        serde_json::from_str(line).map_err(|error| format!("{}: {error}", index.saturating_add(1)).into())
    });
    parsed.collect()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn lines_are_read_and_a_bad_one_is_named() {
        let good = r#"{"entry": 9, "part": "request.path", "pointer": "/id", "kind": "format", "operation": null, "status": 404}"#;
        let read = parse(&format!("{good}\n\n{good}\n")).unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!((read[0].entry, read[0].pointer.as_str(), read[0].operation.as_deref()), (9, "/id", None));
        let error = parse(&format!("{good}\n{{\"entry\": 1}}")).unwrap_err().to_string();
        assert!(error.starts_with("2: missing field"), "{error}");
    }
}

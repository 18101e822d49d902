//! What can be wrong with a capture as a whole. Each message is one line that names the file and says what to do.

use std::io;

use document_tree::Position;

use crate::document::DocumentError;

/// Why a capture cannot be read. Its message never quotes the capture.
#[derive(Debug, thiserror::Error)]
#[error("{source_name}{}: {fault}", place(fault))]
pub struct CaptureError {
    source_name: String,
    fault: Fault,
}

impl CaptureError {
    pub(crate) fn new(source_name: &str, fault: Fault) -> Self {
        Self { source_name: source_name.to_owned(), fault }
    }

    /// The file, folder or `<stdin>` that is at fault.
    pub fn source_name(&self) -> &str {
        &self.source_name
    }

    /// One-based line and column, where the fault has a place in a text.
    pub fn line_and_column(&self) -> Option<(u64, u64)> {
        match &self.fault {
            Fault::Text { line, column, .. } => Some((*line, *column)),
            _ => None,
        }
    }
}

/// The line and the column stand behind the name, as editors and terminals link them.
fn place(fault: &Fault) -> String {
    match fault {
        Fault::Text { line, column, .. } => format!(":{line}:{column}"),
        _ => String::new(),
    }
}

/// Kinds of faults. Private, so that a new one breaks nobody.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("cannot be read: {0}")]
    Io(io::Error),
    #[error("the {0} data is damaged or cut short; compress the capture again")]
    Compressed(&'static str),
    #[error("is compressed more than twice; unpack it first")]
    Layers,
    #[error(
        "holds more than {} MiB in one entry, line or body once unpacked; split it, or raise --max-size where the command \
         has that",
        .0 >> 20
    )]
    TooLarge(u64),
    #[error("is empty; record the capture again")]
    Empty,
    #[error("starts with a byte order mark at byte 0; save it as UTF-8 without one")]
    ByteOrderMark,
    #[error("is not UTF-8: invalid byte at offset {0}; save it as UTF-8")]
    Encoding(usize),
    #[error("{}{reason}; {advice}", label(*entry))]
    Text { line: u64, column: u64, entry: Option<usize>, reason: String, advice: &'static str },
    #[error("looks like HAR but has no `log`; export the capture again, or name its --operation if it is a bare body")]
    NoLog,
    #[error("is an OpenAPI or Swagger document, not a capture; give it as --contract")]
    Contract,
    #[error("holds no capture of a known format (`check --help` names them); for bare bodies name their --operation")]
    NoCaptures,
}

impl Fault {
    /// A fault of the JSON text; `first_line` is the one-based line at which the parsed text begins.
    pub(crate) fn json(error: &DocumentError, first_line: u64, entry: Option<usize>, advice: &'static str) -> Self {
        let line = first_line.saturating_add(error.line() as u64).saturating_sub(1);
        Self::Text { line, column: error.column() as u64, entry, reason: error.reason().to_owned(), advice }
    }
    /// A fault of an entry of a document.
    pub(crate) fn entry(
        position: Position,
        entry: Option<usize>,
        reason: impl Into<String>,
        advice: &'static str,
    ) -> Self {
        let Position { line, column } = position;
        Self::Text { line, column, entry, reason: reason.into(), advice }
    }

    /// A fault of a document as such.
    pub(crate) fn document(error: &document_tree::DocumentError, advice: &'static str) -> Self {
        Self::entry(error.position.unwrap_or(Position { line: 1, column: 1 }), None, error.without_words(), advice)
    }
}

fn label(entry: Option<usize>) -> String {
    entry.map(|entry| format!("entry {entry}: ")).unwrap_or_default()
}

//! What stands around the entries, for a parser that reads byte by byte.

use std::cell::RefCell;
use std::io::{self, Read};

use crate::document::DocumentError;
use crate::error::Fault;
use crate::peek::PeekReader;
use crate::position::TextPosition;

/// What to do about a HAR that is not JSON.
pub(super) const ADVICE: &str = "the HAR is damaged or cut short, export it again";

/// A reader that a parser and the entries within what it parses take turns at.
pub(super) type Shared<'a, 's> = &'a RefCell<&'a mut PeekReader<'s>>;

/// The bytes of a HAR without those that others have taken out of the reader.
pub(super) struct Around<'a, 's> {
    reader: Shared<'a, 's>,
    /// How many bytes were given to the parser.
    given: u64,
    fault: Option<Fault>,
}

/// The end of the entries, as the parser counts and in the source.
#[derive(Clone, Copy)]
pub(super) struct Gap {
    pub(super) before: TextPosition,
    pub(super) after: TextPosition,
}

impl<'a, 's> Around<'a, 's> {
    pub(super) fn new(reader: Shared<'a, 's>) -> Self {
        Self { reader, given: 0, fault: None }
    }

    /// What went wrong when the parser failed. It does not know how long the entries are.
    pub(super) fn fault(self, error: serde_json::Error, gap: Option<Gap>) -> Fault {
        if let Some(fault) = self.fault {
            return fault;
        }
        let error = DocumentError::from(error);
        let (mut line, mut column) = (error.line() as u64, error.column() as u64);
        if let Some(Gap { before, after }) = gap {
            if line == before.lines + 1 {
                column = (column + after.column).saturating_sub(before.column);
            }
            line = (line + after.lines).saturating_sub(before.lines);
        }
        Fault::Text { line, column, entry: None, reason: error.reason().to_owned(), advice: ADVICE }
    }
}

impl Read for Around<'_, '_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut reader = self.reader.borrow_mut();
        let most = reader.limits().max_bytes;
        let read = if self.given > most { Err(Fault::TooLarge(most)) } else { reader.text(out) };
        match read {
            Ok(count) => {
                self.given += count as u64;
                Ok(count)
            }
            Err(fault) => {
                self.fault = Some(fault);
                Err(io::Error::other("unreadable"))
            }
        }
    }
}

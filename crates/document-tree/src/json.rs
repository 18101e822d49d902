//! Makes a tree of JSON.

use memchr::{memchr_iter, memchr2};
use serde::de::IgnoredAny;
use serde_json::Error;

use super::tree::{Growing, Place, Span, Tree, What, too_large};
use super::{DEEPEST, DocumentError, Position};

/// What a text in JSON says.
pub(super) fn tree(text: &str) -> Result<Tree, DocumentError> {
    // The library decides whether this is JSON; the scanner below relies on it.
    serde_json::from_str::<IgnoredAny>(text)
        .map_err(|error| fault(&error, Position { line: error.line() as u64, column: error.column().max(1) as u64 }))?;
    let mut scanner = Scanner::of(text);
    scanner.whole()?;
    Ok(scanner.grown.tree)
}

/// The place is told apart from the words.
fn fault(error: &Error, position: Position) -> DocumentError {
    let message = error.to_string();
    DocumentError::at(position, message.split(" at line ").next().unwrap_or_default())
}

/// The place of the byte at `offset`.
pub(super) fn position(bytes: &[u8], offset: usize) -> Position {
    let before = bytes.get(..offset).unwrap_or_default();
    let begin = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = memchr_iter(b'\n', before).count() + 1;
    Position { line: line as u64, column: characters(before.get(begin..).unwrap_or_default()) as u64 + 1 }
}

fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Goes over a text that is known to be JSON.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
    /// The line, and an offset in it with its column: a document may be a single line.
    line: u32,
    counted: (usize, u32),
    open: Vec<Open>,
    grown: Growing<'t>,
}

/// A list or object that has not ended.
struct Open {
    index: usize,
    next: Next,
}

/// What comes next in it.
enum Next {
    Item,
    Key,
    /// The value of the key at this place.
    Value(Place),
}

impl<'t> Scanner<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, at: 0, line: 1, counted: (0, 1), open: Vec::new(), grown: Growing::of(text) }
    }

    fn whole(&mut self) -> Result<(), DocumentError> {
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            match byte {
                b'\n' => {
                    self.line = self.line.saturating_add(1);
                    self.at += 1;
                    self.counted = (self.at, 1);
                }
                b' ' | b'\t' | b'\r' | b',' | b':' => self.at += 1,
                b'{' => self.begin(What::Object(Span::default()), Next::Key)?,
                b'[' => self.begin(What::List, Next::Item)?,
                b'}' | b']' => {
                    self.at += 1;
                    if let Some(open) = self.open.pop() {
                        self.grown.close(open.index)?;
                    }
                }
                b'"' => self.string()?,
                b't' => self.literal(What::Flag(true), 4)?,
                b'f' => self.literal(What::Flag(false), 5)?,
                b'n' => self.literal(What::Null, 4)?,
                _ => self.number()?,
            }
        }
        Ok(())
    }

    /// The place of the value that begins here, which counts it as what its holder wanted next.
    fn place(&mut self) -> Place {
        let (from, column) = self.counted;
        let between = self.text.as_bytes().get(from..self.at).unwrap_or_default();
        let column = column.saturating_add(u32::try_from(characters(between)).unwrap_or(u32::MAX));
        self.counted = (self.at, column);
        let here = Place { line: self.line, column };
        match self.open.last_mut().map(|open| &mut open.next) {
            None => Place::FIRST,
            Some(Next::Item) => here,
            Some(next @ Next::Key) => {
                *next = Next::Value(here);
                here
            }
            Some(next) => match std::mem::replace(next, Next::Key) {
                Next::Value(place) => place,
                _ => here,
            },
        }
    }

    fn begin(&mut self, what: What, next: Next) -> Result<(), DocumentError> {
        let place = self.place();
        if self.open.len() >= DEEPEST {
            return Err(DocumentError::too_deep(place.into()));
        }
        self.open.push(Open { index: self.grown.next(), next });
        self.grown.push(what, place)?;
        self.at += 1;
        Ok(())
    }

    fn literal(&mut self, what: What, length: usize) -> Result<(), DocumentError> {
        let place = self.place();
        self.grown.push(what, place)?;
        self.at += length;
        Ok(())
    }

    fn number(&mut self) -> Result<(), DocumentError> {
        let place = self.place();
        let rest = self.text.get(self.at..).unwrap_or_default();
        let digits = rest.split([',', '}', ']', ' ', '\t', '\r', '\n']).next().unwrap_or_default();
        let number = serde_json::from_str(digits).map_err(|error| fault(&error, place.into()))?;
        let what = self.grown.number(number);
        self.grown.push(what, place)?;
        self.at += digits.len().max(1);
        Ok(())
    }

    fn string(&mut self) -> Result<(), DocumentError> {
        let place = self.place();
        let bytes = self.text.as_bytes();
        let begin = self.at + 1;
        let mut end = begin;
        let mut has_escapes = false;
        while let Some(found) = memchr2(b'"', b'\\', bytes.get(end..).unwrap_or_default()) {
            end += found;
            if bytes.get(end) == Some(&b'"') {
                break;
            }
            has_escapes = true;
            end += 2;
        }
        let what = if has_escapes {
            let quoted = self.text.get(self.at..=end).unwrap_or_default();
            let decoded: String = serde_json::from_str(quoted).map_err(|error| fault(&error, place.into()))?;
            self.grown.decoded(&decoded, place)?
        } else {
            What::Written(Span::new(begin, end).ok_or_else(|| too_large(place))?)
        };
        self.grown.push(what, place)?;
        self.at = end + 1;
        Ok(())
    }
}

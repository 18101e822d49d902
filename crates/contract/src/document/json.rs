//! JSON: its value, and the places in its text.

use std::borrow::Cow;
use std::cell::Cell;

use serde_json::Value;

use super::{DocumentError, Finder, Position};

/// What a text in JSON says.
pub(super) fn value(text: &str) -> Result<Value, DocumentError> {
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        // The place is told apart from the words.
        let words = message.split(" at line ").next().unwrap_or_default();
        let position = Position { line: error.line() as u64, column: error.column().max(1) as u64 };
        DocumentError::at(position, words)
    })
}

/// Looks for the wanted in a text that [`value`] has read.
pub(super) fn find(text: &str, finder: &mut Finder<'_>) {
    let lines = Lines::of(text.as_bytes());
    Scanner { text, at: 0, lines: &lines }.value(finder);
}

/// Where the lines of a text begin.
pub(super) struct Lines {
    begins: Vec<usize>,
    /// An offset with its column: who asks goes through the text, and a document may be a single line.
    counted: Cell<(usize, usize)>,
}

impl Lines {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let breaks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        Self { begins: std::iter::once(0).chain(breaks).collect(), counted: Cell::new((0, 1)) }
    }

    /// Where the byte at `offset` stands.
    pub(super) fn position(&self, bytes: &[u8], offset: usize) -> Position {
        let line = self.begins.partition_point(|begin| *begin <= offset);
        let begin = line.checked_sub(1).and_then(|line| self.begins.get(line)).copied().unwrap_or_default();
        let is_between = |(from, _): &(usize, usize)| (begin..=offset).contains(from);
        let (from, column) = Some(self.counted.get()).filter(is_between).unwrap_or((begin, 1));
        let before = bytes.get(from..offset).unwrap_or_default();
        let column = before.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count() + column;
        self.counted.set((offset, column));
        Position { line: line as u64, column: column as u64 }
    }
}

/// Goes over a text that is known to be JSON, at most as deep as `serde_json` reads.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
    lines: &'t Lines,
}

impl<'t> Scanner<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn value(&mut self, finder: &mut Finder<'_>) {
        self.space();
        match self.peek() {
            Some(b'{') => self.object(finder),
            Some(b'[') => self.array(finder),
            _ => self.skip(),
        }
    }

    fn object(&mut self, finder: &mut Finder<'_>) {
        self.at += 1;
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                self.at += 1;
                return;
            }
            let (begin, key) = (self.at, self.string());
            self.space();
            // The colon.
            self.at += 1;
            self.below(&key, begin, finder);
            if self.is_over() {
                return;
            }
        }
    }

    fn array(&mut self, finder: &mut Finder<'_>) {
        self.at += 1;
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return;
        }
        for index in 0_usize.. {
            self.space();
            self.below(&index.to_string(), self.at, finder);
            if self.is_over() {
                return;
            }
        }
    }

    /// A member's value or an item, whose place is `begin`.
    fn below(&mut self, token: &str, begin: usize, finder: &mut Finder<'_>) {
        let (text, lines) = (self.text, self.lines);
        if finder.enter(token, || lines.position(text.as_bytes(), begin)) {
            self.value(finder);
        } else {
            self.space();
            self.skip();
        }
        finder.leave();
    }

    /// Goes past the comma, or past the end of what holds the value.
    fn is_over(&mut self) -> bool {
        self.space();
        let is_comma = self.peek() == Some(b',');
        self.at += 1;
        !is_comma
    }

    /// Goes past one value, whatever it holds.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                Some(b'"') => drop(self.string()),
                Some(b'{' | b'[') => {
                    depth += 1;
                    self.at += 1;
                }
                Some(b'}' | b']' | b',') | None if depth == 0 => return,
                Some(b'}' | b']') => {
                    depth -= 1;
                    self.at += 1;
                }
                None => return,
                Some(_) => self.at += 1,
            }
        }
    }

    /// Goes past a string, which begins here.
    fn string(&mut self) -> Cow<'t, str> {
        let begin = self.at + 1;
        let bytes = self.text.as_bytes();
        let mut end = begin;
        while let Some(byte) = bytes.get(end).filter(|byte| **byte != b'"') {
            end += if *byte == b'\\' { 2 } else { 1 };
        }
        self.at = end + 1;
        let raw = self.text.get(begin..end).unwrap_or_default();
        if !raw.contains('\\') {
            return Cow::Borrowed(raw);
        }
        let quoted = self.text.get(begin - 1..=end).unwrap_or_default();
        serde_json::from_str(quoted).map_or(Cow::Borrowed(raw), Cow::Owned)
    }
}

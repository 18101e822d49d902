//! The text of a YAML document as its parser reads it, with a bound on how far that may read ahead.
//!
//! A list or an object in brackets can be a key (`[a, b]: c`), so the parser holds all of one in memory before it tells of
//! the first value in it, at some hundred bytes for each mark.

use std::cell::Cell;
use std::rc::Rc;

use saphyr_parser::{Input, StrInput};

/// How many marks, of those that lists and objects in brackets are written with, may be read before the parser tells of
/// something. Those within one text count, too: of none that is written by hand there are as many.
const MOST_MARKS: usize = 400_000;

/// How many marks may still be read; shared with who takes what the parser tells.
#[derive(Clone)]
pub(super) struct Left(Rc<Cell<usize>>);

impl Left {
    pub(super) fn all() -> Self {
        Self(Rc::new(Cell::new(MOST_MARKS)))
    }

    /// Begins anew, if it was not too much so far.
    pub(super) fn renew(&self) -> Result<(), String> {
        if self.0.get() == 0 {
            return Err(format!(
                "a list or object in brackets has more than {MOST_MARKS} marks, too much to be read as YAML: write it \
                 without brackets, or the document as JSON"
            ));
        }
        self.0.set(MOST_MARKS);
        Ok(())
    }
}

/// A text that ends where the parser has read too far ahead.
pub(super) struct Ahead<'t> {
    input: StrInput<'t>,
    left: Left,
}

impl<'t> Ahead<'t> {
    pub(super) fn of(text: &'t str, left: &Left) -> Self {
        Self { input: StrInput::new(text), left: left.clone() }
    }

    fn count(&mut self, read: char) {
        if !matches!(read, '[' | ']' | '{' | '}' | ',' | ':') {
            return;
        }
        let left = self.left.0.get().saturating_sub(1);
        self.left.0.set(left);
        if left == 0 {
            let known = self.input.buflen();
            self.input = StrInput::new("");
            self.input.lookahead(known);
        }
    }
}

impl Input for Ahead<'_> {
    fn lookahead(&mut self, count: usize) {
        self.input.lookahead(count);
    }

    fn buflen(&self) -> usize {
        self.input.buflen()
    }

    fn bufmaxlen(&self) -> usize {
        self.input.bufmaxlen()
    }

    fn raw_read_ch(&mut self) -> char {
        let read = self.input.raw_read_ch();
        self.count(read);
        read
    }

    // Of a text that is written as lines: it is one value, however many marks are in it.
    fn raw_read_non_breakz_ch(&mut self) -> Option<char> {
        self.input.raw_read_non_breakz_ch()
    }

    fn skip(&mut self) {
        let read = self.input.peek();
        self.input.skip();
        self.count(read);
    }

    fn skip_n(&mut self, count: usize) {
        (0..count).for_each(|_| self.skip());
    }

    fn peek(&self) -> char {
        self.input.peek()
    }

    fn peek_nth(&self, n: usize) -> char {
        self.input.peek_nth(n)
    }

    fn peek_opt(&self) -> Option<char> {
        self.input.peek_opt()
    }

    fn skip_while_non_breakz(&mut self) -> usize {
        self.input.skip_while_non_breakz()
    }

    fn skip_while_blank(&mut self) -> usize {
        self.input.skip_while_blank()
    }

    fn fetch_while_is_alpha(&mut self, out: &mut String) -> usize {
        self.input.fetch_while_is_alpha(out)
    }

    fn fetch_while_is_yaml_non_space(&mut self, out: &mut String) -> usize {
        self.input.fetch_while_is_yaml_non_space(out)
    }
}

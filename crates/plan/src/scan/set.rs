//! Reads bytes along the plan of a set of releases.

use std::ops::Range;
use std::sync::Arc;

use contract::ReleaseSet;

use super::mismatch::Remaining;
use super::{ScanOutcome, Scanner, Verdict};
use crate::arena::Arena;

/// What the releases of a set say of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The releases whose schema has nothing against the value; at all others of the set it surely is wrong.
    pub right: ReleaseSet,
    /// Those of the releases that also declare every member that any of them declares.
    pub declared: ReleaseSet,
    /// The releases at which there are members that none of the set declares.
    pub unknown: ReleaseSet,
    /// How many members are there that some of the releases call deprecated.
    pub deprecated: u32,
}

/// What a plan of a set says of one line of NDJSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetLine {
    /// What it says; nothing where it is not sure, and of a blank line.
    pub standing: Option<Standing>,
    /// Where the next line begins: behind the line feed, or the end of the text.
    pub end: usize,
}

/// Reads along the plan of a set, again and again.
#[derive(Clone, Debug)]
pub struct SetScanner {
    scanner: Scanner,
    open: ReleaseSet,
}

impl SetScanner {
    pub(crate) fn new(arena: Arc<Arena>, open: ReleaseSet) -> Self {
        Self { scanner: Scanner::new(arena), open }
    }

    /// At which releases these bytes are one right JSON value; nothing where the plan is not sure.
    pub fn check(&mut self, bytes: &[u8]) -> Option<Standing> {
        self.begin();
        let verdict = self.scanner.check(bytes);
        self.standing(verdict)
    }

    /// The same for the line that begins at a place of a text.
    pub fn check_line(&mut self, text: &str, at: usize) -> SetLine {
        self.begin();
        let line = self.scanner.check_line(text, at);
        SetLine { standing: self.standing(line.verdict), end: line.end }
    }

    /// The same as [`Scanner::tell`]: misfits are told whichever release they are of.
    pub fn tell(&mut self, bytes: &[u8]) -> ScanOutcome {
        self.scanner.tell(bytes)
    }

    /// The same for the line that begins at a place of a text, and where the next line begins.
    pub fn tell_line(&mut self, text: &str, at: usize) -> (ScanOutcome, usize) {
        self.scanner.tell_line(text, at)
    }

    /// The scanner itself, which knows the misfits of the last scan.
    pub fn told(&self) -> &Scanner {
        &self.scanner
    }

    /// The same as [`Scanner::keep`].
    pub fn keep(&mut self, part: &Range<usize>) -> bool {
        self.scanner.keep(part)
    }

    fn begin(&mut self) {
        self.scanner.state.remaining = Remaining { right: self.open, declared: self.open, unknown: ReleaseSet::NONE };
    }

    /// Nothing stood in the way of reading; what the releases say of it was written down on the way.
    fn standing(&self, verdict: Verdict) -> Option<Standing> {
        let deprecated = match verdict {
            Verdict::Unsure => return None,
            Verdict::Right => 0,
            Verdict::Deprecated(members) => members.get(),
        };
        let Remaining { right, declared, unknown } = self.scanner.state.remaining;
        Some(Standing { right, declared: declared & right, unknown, deprecated })
    }
}

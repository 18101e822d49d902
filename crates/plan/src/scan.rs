//! Reads bytes along a plan.
//!
//! The scanner goes round between three states: a value begins, a value has ended, something does not fit. What is
//! nested stands on a stack of frames; between alternatives the stack also holds where to begin again.

mod array;
mod frame;
mod leaf;
mod misfit;
mod mismatch;
mod number;
mod object;
mod set;
mod string;

use std::num::NonZeroU32;
use std::sync::Arc;

use contract::ReleaseSet;

use crate::arena::{Arena, Id, Op, UNSURE};
use frame::{Frame, Kind};
use leaf::{Leaf, leaf};
pub use misfit::{About, Misfit, ScanOutcome};
use mismatch::Remaining;
pub use set::{SetLine, SetScanner, Standing};

/// How deep JSON may be nested; the reference reads no deeper either.
const DEEPEST: usize = 127;
/// How often a document may be begun again between alternatives, before the scanner gives up.
const MOST_RETRIES: u32 = 256;
/// How many names of undeclared members, or items that may not repeat, are held at once.
const MOST_NAMES: usize = 512;

/// Where no member came next so far.
const NO_GUESS: u32 = u32::MAX;

/// What a plan says of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is wrong, and nothing is worth knowing.
    Right,
    /// Nothing is wrong, and so many members are there that the contract calls deprecated.
    Deprecated(NonZeroU32),
    /// Perhaps right, perhaps wrong.
    Unsure,
}

/// What a plan says of one line of NDJSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says; unsure of a blank line.
    pub verdict: Verdict,
    /// Where the next line begins: behind the line feed, or the end of the text.
    pub end: usize,
}

/// Reads along a plan, again and again; keeps its stack, and remembers which key came after which.
#[derive(Clone, Debug)]
pub struct Scanner {
    arena: Arc<Arena>,
    /// By itself, so that scanners of two threads do not write to one cache line.
    state: Box<State>,
}

/// What a scanner uses again.
#[derive(Clone, Debug)]
struct State {
    /// By slot, the place of the member that came next the last time.
    guesses: Vec<u32>,
    stack: Vec<Frame>,
    names: Vec<u64>,
    depth: usize,
    deprecated: u32,
    retries: u32,
    /// In the plan of a set, the releases that are left.
    remaining: Remaining,
    /// Whether what surely does not fit is noted, and read over.
    telling: bool,
    misfits: Vec<Misfit>,
}

/// A scanner at work.
struct Reader<'s> {
    arena: &'s Arena,
    state: &'s mut State,
}

/// Where a reader stands.
#[derive(Clone, Copy)]
enum Next {
    /// Before a value that must fit a node.
    Value { at: usize, node: Id },
    /// Before a member of the object on top of the stack, and blanks before it.
    Member { at: usize },
    /// Before an item of the array on top of the stack.
    Item { at: usize },
    /// Behind a value.
    Ended { at: usize },
    /// Behind the whole value.
    Done { at: usize },
    /// At something that does not fit.
    Stuck,
}

impl Scanner {
    pub(crate) fn new(arena: Arc<Arena>) -> Self {
        let state = Box::new(State {
            guesses: vec![NO_GUESS; arena.slots as usize],
            // They grow to what values need and stay so: most plans are of a single text, and there are a thousand.
            stack: Vec::new(),
            names: Vec::new(),
            depth: 0,
            deprecated: 0,
            retries: 0,
            remaining: Remaining { right: ReleaseSet::NONE, declared: ReleaseSet::NONE, unknown: ReleaseSet::NONE },
            telling: false,
            misfits: Vec::new(),
        });
        Self { arena, state }
    }

    /// Whether these bytes are one right JSON value.
    pub fn check(&mut self, bytes: &[u8]) -> Verdict {
        match simdutf8::basic::from_utf8(bytes) {
            Ok(text) => self.check_text(text),
            Err(_) => Verdict::Unsure,
        }
    }

    /// Whether this text is one right JSON value.
    pub fn check_text(&mut self, text: &str) -> Verdict {
        let text = text.as_bytes();
        match self.reader().run::<false>(text, 0) {
            Some(end) if space::<false>(text, end) == text.len() => self.verdict(),
            _ => Verdict::Unsure,
        }
    }

    /// Whether the line that begins at a place of a text is one right JSON value, and where the next line begins.
    pub fn check_line(&mut self, text: &str, at: usize) -> Line {
        let text = text.as_bytes();
        if let Some(end) = self.reader().run::<true>(text, at) {
            let end = space::<true>(text, end);
            if end >= text.len() || byte(text, end) == b'\n' {
                return Line { verdict: self.verdict(), end: text.len().min(end + 1) };
            }
        }
        let rest = text.get(at..).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest).map_or(text.len(), |length| at + length + 1);
        Line { verdict: Verdict::Unsure, end }
    }

    fn verdict(&self) -> Verdict {
        NonZeroU32::new(self.state.deprecated).map_or(Verdict::Right, Verdict::Deprecated)
    }

    fn reader(&mut self) -> Reader<'_> {
        Reader { arena: &self.arena, state: &mut self.state }
    }
}

impl Reader<'_> {
    /// Reads one value; says where it ends, if it is right.
    fn run<const LINE: bool>(&mut self, text: &[u8], at: usize) -> Option<usize> {
        self.state.stack.clear();
        self.state.names.clear();
        (self.state.depth, self.state.deprecated, self.state.retries) = (0, 0, 0);
        let mut next = Next::Value { at: space::<LINE>(text, at), node: self.arena.root };
        loop {
            next = match next {
                Next::Value { at, node } => self.value::<LINE>(text, at, node),
                Next::Member { at } => self.members::<LINE>(text, at),
                Next::Item { at } => self.items::<LINE>(text, at),
                Next::Ended { at } => self.ended::<LINE>(text, at),
                Next::Done { at } => return Some(at),
                Next::Stuck => self.again()?,
            }
        }
    }

    /// Begins a value: reads it if it holds no others, else opens it.
    fn value<const LINE: bool>(&mut self, text: &[u8], at: usize, node: Id) -> Next {
        match leaf(self.arena, text, at, node) {
            Leaf::Read(end) => Next::Ended { at: end },
            Leaf::Deep(Op::Array(index)) => self.open::<LINE>(text, (at, node), Kind::Array, index),
            Leaf::Deep(Op::Object(index)) => self.open::<LINE>(text, (at, node), Kind::Object, index),
            Leaf::Deep(Op::Choice(index)) => {
                let mark = self.state.names.len();
                let first = self.branch(index, 0);
                self.state.stack.push(Frame { start: at, mark, ..Frame::new(Kind::Choice, index) });
                Next::Value { at, node: first }
            }
            Leaf::Wrong => self.mismatch(text, at, node),
            Leaf::Deep(_) => Next::Stuck,
        }
    }

    /// Opens an array or an object whose bracket should stand here, where a node wants it.
    fn open<const LINE: bool>(&mut self, text: &[u8], (at, node): (usize, Id), kind: Kind, index: u32) -> Next {
        let bracket = if kind == Kind::Array { b'[' } else { b'{' };
        if byte(text, at) != bracket {
            return self.mismatch(text, at, node);
        }
        if self.state.depth >= DEEPEST {
            return Next::Stuck;
        }
        self.state.depth += 1;
        let slot = self.arena.objects.get(index as usize).map_or(0, |object| object.slot);
        self.state.stack.push(Frame { slot, start: at, mark: self.state.names.len(), ..Frame::new(kind, index) });
        let at = space::<LINE>(text, at + 1);
        // `]` and `}` are two more than their brackets in ASCII.
        if byte(text, at) == bracket + 2 {
            return self.close(at);
        }
        if kind == Kind::Array { Next::Item { at } } else { Next::Member { at } }
    }

    /// Closes the array or object on top of the stack, if it has all that it must have.
    fn close(&mut self, at: usize) -> Next {
        let Some(&frame) = self.state.stack.last() else { return Next::Stuck };
        let complete = match frame.kind {
            Kind::Array => self
                .arena
                .arrays
                .get(frame.index as usize)
                .is_some_and(|array| (array.fewest..=array.most).contains(&frame.count)),
            Kind::Object => self.arena.objects.get(frame.index as usize).is_some_and(|object| {
                let missing = object.required & !frame.seen;
                missing == 0 || self.misses(object.first, missing, frame.start)
            }),
            Kind::Choice => false,
        };
        if !complete {
            return Next::Stuck;
        }
        self.state.names.truncate(frame.mark);
        self.state.stack.pop();
        self.state.depth -= 1;
        Next::Ended { at: at + 1 }
    }

    /// Goes on behind a value.
    fn ended<const LINE: bool>(&mut self, text: &[u8], at: usize) -> Next {
        match self.state.stack.last().map(|frame| frame.kind) {
            None => Next::Done { at },
            Some(Kind::Choice) => {
                self.state.stack.pop();
                Next::Ended { at }
            }
            Some(Kind::Object) => self.separated::<LINE>(text, at, b'}'),
            Some(Kind::Array) => self.separated::<LINE>(text, at, b']'),
        }
    }

    /// Reads a comma or the closing bracket.
    fn separated<const LINE: bool>(&mut self, text: &[u8], at: usize, closing: u8) -> Next {
        let at = space::<LINE>(text, at);
        match byte(text, at) {
            b',' if closing == b'}' => Next::Member { at: at + 1 },
            b',' => Next::Item { at: space::<LINE>(text, at + 1) },
            found if found == closing => self.close(at),
            _ => Next::Stuck,
        }
    }

    /// Goes back to the last alternative that has a branch left.
    fn again(&mut self) -> Option<Next> {
        while let Some(mut frame) = self.state.stack.pop() {
            if frame.kind != Kind::Choice {
                self.state.depth -= 1;
                continue;
            }
            frame.count += 1;
            let node = self.branch(frame.index, frame.count);
            if node != UNSURE {
                self.state.retries += 1;
                self.state.names.truncate(frame.mark);
                self.state.stack.push(frame);
                return (self.state.retries <= MOST_RETRIES).then_some(Next::Value { at: frame.start, node });
            }
        }
        None
    }

    /// A branch of a choice; behind the last one nobody is sure.
    fn branch(&self, choice: u32, branch: u32) -> Id {
        let branches = self.arena.choices.get(choice as usize);
        branches.and_then(|branches| branches.get(branch as usize)).copied().unwrap_or(UNSURE)
    }

    /// Remembers a name or an item; false where it may be there already, or there are too many.
    fn is_new(&mut self, mark: usize, name: u64) -> bool {
        let held = self.state.names.get(mark..).unwrap_or_default();
        let new = !held.contains(&name) && self.state.names.len() < MOST_NAMES;
        self.state.names.push(name);
        new
    }
}

/// The byte at a place; behind the end 0, which is nothing in JSON.
#[inline]
fn byte(text: &[u8], at: usize) -> u8 {
    text.get(at).copied().unwrap_or(0)
}

/// The end of the blanks that begin at a place. Within a line, a line feed is none.
#[inline]
fn space<const LINE: bool>(text: &[u8], mut at: usize) -> usize {
    // Most often there is none: one comparison tells.
    while byte(text, at) <= b' '
        && (matches!(byte(text, at), b' ' | b'\t' | b'\r') || (!LINE && byte(text, at) == b'\n'))
    {
        at += 1;
    }
    at
}

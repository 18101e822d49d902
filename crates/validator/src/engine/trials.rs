//! Values that are held against branches: what is known of each, and how much work that may be.
//!
//! Branches lead to branches. A value that is held against the same branch on two ways is held against it once, and where
//! there are too many ways nevertheless, no more are gone: then the value is not judged by the choice.

use std::ptr;

use contract::{ReleaseSet, SchemaId};
use foldhash::HashMap;
use serde_json::Value;

/// How many schemas may be looked at for one choice, beside those that the size of the value asks for.
const MOST: usize = 50_000;
/// How many for each value and member within it.
const MOST_EACH: usize = 256;
/// How many answers are kept.
const MOST_KNOWN: usize = 1 << 14;
/// How deep branches may lie in each other, at all depths of a value together: each takes some of the stack.
const DEEPEST: usize = 100;

/// A value by its place in memory, a branch, and the releases that are asked about.
type Question = (*const Value, SchemaId, ReleaseSet);

/// The trials of one value.
#[derive(Default)]
pub(super) struct Trials {
    known: HashMap<Question, ReleaseSet>,
    /// How many branches lie in each other.
    depth: usize,
    /// The outermost branch that was taken to fit because the value is being held against it.
    assumed: Option<usize>,
    /// How many schemas were looked at for the choice at hand, and how many may be.
    done: usize,
    most: usize,
    is_measured: bool,
    is_over: bool,
}

/// What becomes of a trial.
pub(super) enum Trial {
    /// It was made before.
    Known(ReleaseSet),
    /// It is made now.
    Begun(Question),
    /// There were too many.
    TooMany,
}

impl Trials {
    /// Begins with a choice of so many branches, if it lies in no other. Answers that.
    pub(super) fn open(&mut self, branches: usize) -> bool {
        let is_outermost = self.depth == 0;
        if is_outermost {
            (self.done, self.most, self.is_measured) = (0, MOST.saturating_add(branches.saturating_mul(8)), false);
        }
        is_outermost
    }

    /// Begins to hold a value against a branch.
    pub(super) fn begin(&mut self, value: &Value, branch: SchemaId, at: ReleaseSet) -> Trial {
        let question = (ptr::from_ref(value), branch, at);
        if let Some(known) = self.known.get(&question) {
            return Trial::Known(*known);
        }
        if self.done > self.most && !self.is_measured {
            self.most = self.most.saturating_add(size(value).saturating_mul(MOST_EACH));
            self.is_measured = true;
        }
        self.is_over |= self.done > self.most || self.depth >= DEEPEST;
        if self.is_over {
            return Trial::TooMany;
        }
        self.depth += 1;
        Trial::Begun(question)
    }

    /// Takes note that so many schemas were looked at.
    pub(super) fn spend(&mut self, looked_at: usize) {
        self.done = self.done.saturating_add(looked_at);
    }

    /// Ends what was begun last.
    pub(super) fn end(&mut self, question: Question, fits: ReleaseSet) {
        self.depth = self.depth.saturating_sub(1);
        // What rests on an assumption about a branch further out holds only there.
        if self.assumed.is_none_or(|assumed| assumed >= self.depth) {
            self.assumed = None;
            // Nobody asks again about a branch of the outermost choice.
            if self.depth > 0 && !self.is_over {
                if self.known.len() >= MOST_KNOWN {
                    self.known.clear();
                }
                self.known.insert(question, fits);
            }
        }
        if self.depth == 0 {
            self.known.clear();
        }
    }

    /// How many branches lie in each other here.
    pub(super) const fn depth(&self) -> usize {
        self.depth
    }

    /// Takes note that the branch at this depth was taken to fit.
    pub(super) fn assume(&mut self, depth: usize) {
        self.assumed = Some(self.assumed.map_or(depth, |assumed| assumed.min(depth)));
    }

    /// Whether the trials since it was asked last were too many.
    pub(super) fn take_over(&mut self) -> bool {
        std::mem::take(&mut self.is_over)
    }
}

/// How many values and members a value is.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 0,
    }
}

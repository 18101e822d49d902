//! Checks of exchanges on several threads, told as if one had made them all.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;

use report::{Batch, FindingSink};

use super::counting::Counting;
use super::lines::flow;
use super::{Checker, Excerpt};
use crate::capture::{CaptureError, Captures, SaidVersion, VersionHint, VersionHints, Worker};
use crate::exchange::Item;

/// How a check of captures ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Everything was checked. These are the releases that the captures say, as [`server_versions`](crate::server_version::server_versions) has them.
    Done(Vec<SaidVersion>),
    /// This source is a bare body, and nobody said what it is.
    BodyTypeUnknown(Arc<str>),
}

/// How much of what is found in one block may wait to be taken, in bytes. What is left of the block is checked by whoever
/// takes it, so that memory does not grow with what is wrong in it.
pub(super) const MOST_WAITING: usize = 4 << 20;

/// A checker of its own for one thread.
struct ThreadChecker<'c> {
    checker: Checker<'c>,
    /// How much more may wait to be taken, in bytes.
    room: usize,
}

/// An item that was outcome at.
struct Outcome {
    version: VersionHint,
    checked: Checked,
}

/// What became of an item.
pub(crate) enum Checked {
    /// All that is to be told of it.
    Batch(Batch),
    /// Not for an checker: something is told once in a run, or it is not an exchange.
    Remaining(Item),
}

impl Worker for ThreadChecker<'_> {
    type Made = Outcome;

    fn begin(&mut self) {
        self.room = MOST_WAITING;
    }

    fn make(&mut self, item: Item) -> Outcome {
        Outcome { version: VersionHint::of(&item), checked: self.checked(item) }
    }
}

impl ThreadChecker<'_> {
    fn checked(&mut self, item: Item) -> Checked {
        if matches!(item, Item::Body(_)) || self.room == 0 {
            return Checked::Remaining(item);
        }
        self.checker.counting.refresh();
        let mut batch = Batch::default();
        self.checker.check(&item, &mut batch);
        if self.checker.told_once() {
            return Checked::Remaining(item);
        }
        self.checker.counting.end_item();
        self.room = self.room.saturating_sub(batch.size());
        Checked::Batch(batch)
    }
}

impl<'c> Checker<'c> {
    /// Checks captures on so many threads; findings and counts go to the sink, as if each item had been given to
    /// [`Checker::check`] in turn. `advance` is told of each item that is done.
    pub fn check_captures(
        &mut self,
        captures: &Captures,
        threads: NonZeroUsize,
        sink: &mut dyn FindingSink,
        mut advance: impl FnMut(),
    ) -> Result<Ended, CaptureError> {
        self.counting = Counting::of(sink);
        let checker = || ThreadChecker { checker: self.another(), room: MOST_WAITING };
        let mut checkers: Vec<ThreadChecker<'c>> = (0..threads.get()).map(|_| checker()).collect();
        let (mut unknown, mut versions) = (None, VersionHints::default());
        captures.for_each_on(&mut checkers, |outcome| {
            versions.add(outcome.version);
            match outcome.checked {
                Checked::Batch(batch) => self.take_batch(batch, sink),
                Checked::Remaining(Item::Body(body)) if self.bodies.life().is_empty() => {
                    unknown = Some(body.place.source);
                    return ControlFlow::Break(());
                }
                Checked::Remaining(item) => {
                    self.check(&item, sink);
                    self.counting.end_item();
                }
            }
            advance();
            flow(sink)
        })?;
        self.counting.report(sink);
        for mut checker in checkers {
            checker.checker.counting.report(sink);
            self.seen.extend(checker.checker.seen);
            self.reached.add(checker.checker.reached);
        }
        sink.summary().operations = self.seen.len() as u64;
        Ok(unknown.map_or_else(|| Ended::Done(versions.said()), Ended::BodyTypeUnknown))
    }

    /// Hands on what a thread found. How many excerpts there were before it, only the whole run knows; where they are
    /// counted item by item, the thread does.
    pub(super) fn take_batch(&mut self, mut batch: Batch, sink: &mut dyn FindingSink) {
        let kept = if self.counting.has_kinds() { &mut [] } else { batch.kept() };
        for finding in kept {
            if self.excerpt_for(finding.rule.id()) == Excerpt::Omitted {
                finding.excerpt = None;
            }
        }
        sink.append(batch);
    }
}

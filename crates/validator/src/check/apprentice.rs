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
    Untold(Arc<str>),
}

/// How much of what is found in one block may wait to be taken, in bytes. What is left of the block is checked by whoever
/// takes it, so that memory does not grow with what is wrong in it.
pub(super) const ROOM: usize = 4 << 20;

/// A checker of its own for one thread.
struct Apprentice<'c> {
    checker: Checker<'c>,
    /// What what is found goes into; empty.
    blank: Batch,
    /// How much more may wait to be taken, in bytes.
    room: usize,
}

/// An item that was looked at.
struct Looked {
    heard: VersionHint,
    checked: Checked,
}

/// What became of an item.
pub(crate) enum Checked {
    /// All that is to be told of it.
    Told(Batch),
    /// Not for an apprentice: something is told once in a run, or it is not an exchange.
    Left(Item),
}

impl Worker for Apprentice<'_> {
    type Made = Looked;

    fn begin(&mut self) {
        self.room = ROOM;
    }

    fn make(&mut self, item: Item) -> Looked {
        Looked { heard: VersionHint::of(&item), checked: self.checked(item) }
    }
}

impl Apprentice<'_> {
    fn checked(&mut self, item: Item) -> Checked {
        if matches!(item, Item::Body(_)) || self.room == 0 {
            return Checked::Left(item);
        }
        self.checker.counting.refresh();
        let mut batch = self.blank.another();
        self.checker.check(&item, &mut batch);
        if self.checker.told_once() {
            return Checked::Left(item);
        }
        self.room = self.room.saturating_sub(batch.size());
        Checked::Told(batch)
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
        let apprentice = || Apprentice { checker: self.another(), blank: sink.batch(), room: ROOM };
        let mut apprentices: Vec<Apprentice<'c>> = (0..threads.get()).map(|_| apprentice()).collect();
        let (mut untold, mut versions) = (None, VersionHints::default());
        captures.for_each_on(&mut apprentices, |looked| {
            versions.add(looked.heard);
            match looked.checked {
                Checked::Told(batch) => self.take_batch(batch, sink),
                Checked::Left(Item::Body(body)) if self.bodies.life().is_empty() => {
                    untold = Some(body.place.source);
                    return ControlFlow::Break(());
                }
                Checked::Left(item) => self.check(&item, sink),
            }
            advance();
            flow(sink)
        })?;
        self.counting.report(sink);
        for mut apprentice in apprentices {
            apprentice.checker.counting.report(sink);
            self.seen.extend(apprentice.checker.seen);
        }
        sink.summary().operations = self.seen.len() as u64;
        Ok(untold.map_or_else(|| Ended::Done(versions.said()), Ended::Untold))
    }

    /// Hands on what a thread found. How many excerpts there were before it, only the whole run knows.
    pub(super) fn take_batch(&mut self, mut batch: Batch, sink: &mut dyn FindingSink) {
        for finding in batch.kept() {
            if self.excerpt_for(finding.rule.id()) == Excerpt::Omitted {
                finding.excerpt = None;
            }
        }
        sink.append(batch);
    }
}

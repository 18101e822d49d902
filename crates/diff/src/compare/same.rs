//! Whether two schemas that are written otherwise allow the same values.
//!
//! That is tried on a walk of its own: what leads to no change of values is the same. Schemas that are being compared
//! further out are taken to be the same, so that cycles end.

use std::collections::HashMap;

use contract::{NodeId, Projection};

use super::Walk;
use super::schema::ids;
use crate::fact::Area;
use crate::place::Owner;
use crate::representation::Representation;
use crate::shape::{Kinds, Reader, Sub};

/// How many sites a trial may have, and how many may be within each other: what is larger is not shown to be the same.
const MOST_SITES: usize = 256;
const MOST_TRIALS: usize = 8;
/// How many nodes may be read for all that is asked in one comparison: choices of thousands of forms would ask for all
/// pairs of them.
const MOST_READ: usize = 1 << 18;

/// What is known of pairs of schemas.
#[derive(Default)]
pub(super) struct Trials {
    known: HashMap<Key, bool>,
    /// What was learned, in order.
    order: Vec<Key>,
    /// How many nodes were read.
    read: usize,
    /// How many trials are going on, each within the one before.
    depth: usize,
}

type Key = (Representation, Vec<NodeId>, Vec<NodeId>);

impl Trials {
    /// Takes note that so many nodes were read.
    pub(super) fn note(&mut self, read: usize) {
        self.read = self.read.saturating_add(read.max(1));
    }

    /// How many nodes were read so far.
    pub(super) const fn read(&self) -> usize {
        self.read
    }

    /// The same where a trial is going on.
    pub(super) fn note_within(&mut self, read: usize) {
        if self.depth > 0 {
            self.note(read);
        }
    }

    /// Whether so many were read that nothing more is tried.
    pub(super) const fn are_at_their_end(&self) -> bool {
        self.read > MOST_READ
    }

    fn learn(&mut self, key: Key, same: bool) {
        self.known.insert(key.clone(), same);
        self.order.push(key);
    }

    /// Forgets what was shown since, on an assumption that was wrong. What differs does so anyway.
    fn forget(&mut self, begun: usize) {
        for key in self.order.split_off(begun.min(self.order.len())) {
            if self.known.get(&key) == Some(&true) {
                self.known.remove(&key);
            }
        }
    }
}

impl<'c> Walk<'c> {
    /// Whether two schemas allow the same values, as far as that can be shown.
    pub(super) fn same(&mut self, old: &Sub<'c>, new: &Sub<'c>, representation: Representation) -> bool {
        let key = (representation, ids(old), ids(new));
        if let Some(known) = self.trials.known.get(&key) {
            return *known;
        }
        let is_enough = self.trials.depth >= MOST_TRIALS || self.trials.are_at_their_end();
        if is_enough || self.signature(self.old, old) != self.signature(self.new, new) {
            return false;
        }
        let begun = self.trials.order.len();
        self.trials.learn(key.clone(), true);
        let is_same = self.tried(old, new, representation);
        if !is_same {
            self.trials.forget(begun);
            self.trials.learn(key, false);
        }
        is_same
    }

    fn tried(&mut self, old: &Sub<'c>, new: &Sub<'c>, representation: Representation) -> bool {
        let mut trial = Walk::new(self.old, self.new);
        trial.trials = std::mem::take(&mut self.trials);
        trial.trials.depth = trial.trials.depth.saturating_add(1);
        let site = trial.site(Owner::Document, None);
        trial.at(site, representation).schemas(old, new);
        let is_small = |trial: &Walk<'_>| trial.sites.len() <= MOST_SITES && !trial.trials.are_at_their_end();
        while trial.differs().is_none() && is_small(&trial) && trial.component() {}
        let is_same = trial.differs().is_none() && trial.waiting.is_empty();
        self.trials = trial.trials;
        self.trials.depth = self.trials.depth.saturating_sub(1);
        is_same
    }

    /// What same schemas have in common, and is quickly told: their types, and the names of their members.
    fn signature(&mut self, view: Projection<'c>, sub: &Sub<'c>) -> (Kinds, Vec<(&'c str, bool)>) {
        let mut reader = Reader::new(view);
        let shape = reader.shape(sub);
        self.trials.note(reader.work());
        let members = shape.members.named.iter().map(|(name, member)| (*name, member.required)).collect();
        (shape.kinds, if shape.kinds.has(Kinds::OBJECT) { members } else { Vec::new() })
    }

    /// A site at which values differ.
    fn differs(&self) -> Option<usize> {
        self.sites.iter().position(|site| site.changes.iter().any(|change| change.fact.area() == Area::Values))
    }
}

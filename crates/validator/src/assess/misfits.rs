//! Answers that do not fit the releases that most answers fit: which, and what speaks against those.

use std::collections::HashMap;

use super::{Answer, Evidence};
use crate::exchange::ItemLocation;
use contract::ReleaseSet;

/// Of how many answers of an operation that fit the same releases it is remembered where they are.
const MOST: usize = 100;

/// The answers of one source, as far as they can become misfits.
#[derive(Default)]
pub struct AnswerLog<'c>(HashMap<(Option<&'c str>, ReleaseSet), Alike>);

/// Answers of one operation that fit the same releases.
#[derive(Default)]
struct Alike {
    count: u64,
    first: Vec<Remembered>,
}

/// Where an answer is, and what speaks against releases in it.
struct Remembered {
    entry: usize,
    line: Option<u64>,
    evidence: Vec<Evidence>,
}

/// The answers that do not fit.
pub struct Misfits<'c> {
    /// How many there are.
    pub count: u64,
    /// The first of each kind, in the order in which they were read.
    pub first: Vec<Misfit<'c>>,
}

/// An answer that does not fit.
pub struct Misfit<'c> {
    /// Zero-based index of the exchange or body in its source.
    pub entry: usize,
    /// One-based line, where the source has lines.
    pub line: Option<u64>,
    /// The operation that it answers, where that is known.
    pub operation: Option<&'c str>,
    /// The releases that it fits by itself.
    pub releases: ReleaseSet,
    /// What speaks against the others, the surest first; none where another answer told the same before.
    pub why: Option<Evidence>,
}

impl<'c> AnswerLog<'c> {
    /// Adds the answer of so many neighbouring items, the first of which is at this place.
    pub fn add(&mut self, place: &ItemLocation, count: u64, answer: &Answer<'c>) {
        let releases = if answer.likely.is_empty() { answer.possible } else { answer.likely };
        let alike = self.0.entry((answer.operation, releases)).or_default();
        alike.count += count;
        let free = MOST.saturating_sub(alike.first.len());
        let places = (place.entry..).zip(place.line.unwrap_or_default()..).take(usize::try_from(count).unwrap_or(MOST));
        alike.first.extend(places.take(free).map(|(entry, line)| Remembered {
            entry,
            line: place.line.map(|_| line),
            evidence: answer.evidence.clone(),
        }));
    }

    /// The answers that do not fit all of these releases.
    pub fn misfits(self, fitting: ReleaseSet) -> Misfits<'c> {
        let mut misfits = Misfits { count: 0, first: Vec::new() };
        for ((operation, releases), Alike { count, first }) in self.0 {
            if !fitting.is_empty() && fitting.is_subset(releases) {
                continue;
            }
            misfits.count += count;
            misfits.first.extend(first.into_iter().map(|Remembered { entry, line, evidence }| {
                let against = evidence.into_iter().filter(|one| fitting.is_empty() || !fitting.is_subset(one.releases));
                let why = against.min_by_key(|one| (one.confidence, one.releases.len()));
                Misfit { entry, line, operation, releases, why }
            }));
        }
        misfits.first.sort_by_key(|misfit| misfit.entry);
        misfits
    }
}

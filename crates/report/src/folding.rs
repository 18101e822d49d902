//! Findings of which there are thousands: the first of a kind are kept, the others are counted.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use foldhash::HashMap;

use crate::{Finding, GroupKey, Location, Releases};

/// How many places of a kind a report names beside the first.
pub(crate) const NAMED: usize = 3;
/// How many findings of a kind are kept wherever they are, and in how many exchanges or lines some are in any case: the first,
/// those that are named, and one that says that there are more.
const KEPT: usize = NAMED + 2;

/// The kinds of findings of a report that keeps the first of each. Copies for other threads know the same.
///
/// A kind is full when enough of it was kept: whatever else is of it need only be counted, and so need not be made.
#[derive(Clone, Debug, Default)]
pub struct FindingKinds(Arc<Mutex<Kinds>>);

/// A kind of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingKind(usize);

#[derive(Debug, Default)]
struct Kinds {
    numbers: HashMap<(GroupKey, Option<Releases>), usize>,
    full: Vec<FindingKind>,
}

impl FindingKinds {
    /// How many findings of a kind, in how many exchanges or lines, make it full.
    pub const FULL: (usize, usize) = (KEPT, KEPT);

    /// The kind of a finding.
    pub fn of(&self, finding: &Finding) -> FindingKind {
        let mut kinds = self.lock();
        let next = kinds.numbers.len();
        let key = (finding.group_key(), finding.releases.clone());
        FindingKind(*kinds.numbers.entry(key).or_insert(next))
    }

    /// The kinds that became full after so many had, in the order in which they did.
    pub fn full_after(&self, known: usize) -> Vec<FindingKind> {
        self.lock().full.get(known..).unwrap_or_default().to_vec()
    }

    fn add_full(&self, kind: FindingKind) {
        self.lock().full.push(kind);
    }

    fn lock(&self) -> MutexGuard<'_, Kinds> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What was kept so far. Memory grows with the number of kinds, not with that of findings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folding {
    pub(crate) kinds: FindingKinds,
    kept: HashMap<FindingKind, Kept>,
}

/// What was kept of a kind.
#[derive(Clone, Debug)]
struct Kept {
    /// Where the last that was kept stands among all findings.
    last: usize,
    exchange: Exchange,
    findings: usize,
    exchanges: usize,
}

/// Source, entry and line.
type Exchange = (Arc<str>, Option<usize>, Option<u64>);

impl Folding {
    /// The finding that is to count for this one, which would be the one at `index`; nothing if this one is to be kept.
    pub(crate) fn stand_in(&mut self, finding: &Finding, index: usize) -> Option<usize> {
        let kind = self.kinds.of(finding);
        let here = exchange(&finding.location);
        let new = Kept { last: index, exchange: here.clone(), findings: 0, exchanges: 0 };
        let kept = self.kept.entry(kind).or_insert(new);
        let is_elsewhere = kept.exchanges == 0 || kept.exchange != here;
        if kept.findings >= KEPT && !(is_elsewhere && kept.exchanges < KEPT) {
            return Some(kept.last);
        }
        kept.findings += 1;
        kept.exchanges += usize::from(is_elsewhere);
        (kept.last, kept.exchange) = (index, here);
        if kept.findings >= KEPT && kept.exchanges >= KEPT {
            self.kinds.add_full(kind);
        }
        None
    }

    /// The finding that counts for all others of a kind that is full.
    pub(crate) fn last_of(&self, kind: FindingKind) -> Option<usize> {
        self.kept.get(&kind).map(|kept| kept.last)
    }
}

fn exchange(location: &Location) -> Exchange {
    (Arc::clone(&location.source), location.entry, location.line)
}

#[cfg(test)]
mod tests {
    use crate::{Finding, Location, Part, Report, Severity, Tool, test_rule};

    /// How many findings are kept of `count` that are spread over so many lines, after each is counted.
    fn kept(count: u64, lines: u64) -> usize {
        let rule = test_rule(Severity::Error);
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        report.fold();
        for number in 0..count {
            let mut location = Location::new("a", Part::Document, format!("/{number}/x"));
            location.line = Some(number * lines / count);
            report.push(Finding::builder(rule, location, "wrong").build());
        }
        assert_eq!(report.summary.errors, count);
        assert_eq!(report.findings().iter().map(|finding| finding.count).sum::<u64>(), count);
        report.findings().len()
    }

    #[test]
    fn all_are_counted_and_enough_are_kept() {
        for (count, lines, expected) in [(3, 3, 3), (5, 1, 5), (5_000, 1, 5), (5_000, 5_000, 5), (5_000, 2, 6)] {
            assert_eq!(kept(count, lines), expected, "{count} in {lines} lines");
        }
    }
}

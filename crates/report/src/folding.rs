//! Findings of which there are thousands: the first of a kind are kept, the others are counted.

use std::collections::HashMap;
use std::sync::Arc;

use crate::{Finding, GroupKey, Location, Releases};

/// How many findings of a kind are kept wherever they are: more than a report names.
const KEPT: usize = 32;
/// In how many exchanges or lines some are kept in any case.
const EXCHANGES: usize = 8;

/// What was kept so far. Memory grows with the number of kinds, not with that of findings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folding {
    kinds: HashMap<(GroupKey, Option<Releases>), Kind>,
}

#[derive(Clone, Debug)]
struct Kind {
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
        let here = exchange(&finding.location);
        let key = (finding.group_key(), finding.releases.clone());
        let new = Kind { last: index, exchange: here.clone(), findings: 0, exchanges: 0 };
        let kind = self.kinds.entry(key).or_insert(new);
        let is_elsewhere = kind.exchanges == 0 || kind.exchange != here;
        if kind.findings >= KEPT && !(is_elsewhere && kind.exchanges < EXCHANGES) {
            return Some(kind.last);
        }
        kind.findings += 1;
        kind.exchanges += usize::from(is_elsewhere);
        (kind.last, kind.exchange) = (index, here);
        None
    }
}

fn exchange(location: &Location) -> Exchange {
    (Arc::clone(&location.source), location.entry, location.line)
}

#[cfg(test)]
mod tests {
    use crate::{Finding, Location, Part, Report, Rule, Tool};

    /// How many findings are kept of `count` that are spread over so many lines, after each is counted.
    fn kept(count: u64, lines: u64) -> usize {
        let text = "---\ntitle: t\nseverity: error\nfacts: f\n---\n";
        let rule: &'static Rule = Box::leak(Box::new(Rule::parse("r", text).unwrap()));
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
        for (count, lines, expected) in [(3, 3, 3), (32, 1, 32), (5_000, 1, 32), (5_000, 5_000, 32), (5_000, 2, 33)] {
            assert_eq!(kept(count, lines), expected, "{count} in {lines} lines");
        }
    }
}

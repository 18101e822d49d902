//! Findings of one item that is checked at several releases: each is made once, with the releases at which it holds.

use std::collections::HashMap;

use contract::ReleaseSet;
use report::{Finding, Part, Report, Rule, Severity, Tool};

use super::Checker;
use crate::exchange::Item;

/// What was found in an item so far.
pub(crate) struct Recurring {
    /// The releases that the item is held against now.
    now: ReleaseSet,
    /// How much was found at those.
    found: usize,
    known: HashMap<Same, usize>,
    /// By finding, in the order in which they were made.
    releases: Vec<ReleaseSet>,
}

/// What two findings of one item have in common that are one at several releases.
#[derive(PartialEq, Eq, Hash)]
struct Same {
    rule: &'static str,
    severity: Severity,
    part: Part,
    pointer: String,
    names: [Option<String>; 3],
}

impl Recurring {
    /// Nothing so far.
    pub(crate) fn new() -> Self {
        Self { now: ReleaseSet::NONE, found: 0, known: HashMap::new(), releases: Vec::new() }
    }

    /// Whether nothing was found at the releases that the item was held against last.
    pub(crate) fn is_clean(&self) -> bool {
        self.found == 0
    }

    /// Whether there is such a finding already; it then holds at the releases of now, too. `names` are the operation, the
    /// component and the subject.
    pub(super) fn holds(
        &mut self,
        (rule, severity): (&Rule, Severity),
        part: Part,
        pointer: &str,
        names: [Option<&str>; 3],
    ) -> bool {
        self.found += 1;
        let names = names.map(|name| name.map(str::to_owned));
        let same = Same { rule: rule.id(), severity, part, pointer: pointer.to_owned(), names };
        let index = *self.known.entry(same).or_insert(self.releases.len());
        if let Some(releases) = self.releases.get_mut(index) {
            *releases = *releases | self.now;
            return true;
        }
        self.releases.push(self.now);
        false
    }

    /// The findings that were made, in their order, each with its releases.
    pub(crate) fn told(self, findings: Vec<Finding>) -> impl Iterator<Item = Finding> {
        findings.into_iter().zip(self.releases).map(|(mut finding, releases)| {
            finding.releases = Some(releases.named_runs().into());
            finding
        })
    }
}

impl Checker<'_> {
    /// Checks one item at the release of this checker, for all of these. What was found before is not told again, but
    /// holds at them, too.
    pub(crate) fn check_again(&mut self, item: &Item, releases: ReleaseSet, before: Recurring) -> (Report, Recurring) {
        self.recurring = Some(Recurring { now: releases, found: 0, ..before });
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        self.check(item, &mut report);
        (report, self.recurring.take().unwrap_or_else(Recurring::new))
    }
}

//! Shows findings as they come: each once, with its call.

use std::collections::HashSet;

use proxy::Verdict;
use report::{Acceptor, Finding, FindingSink, GroupKey, Report, Severity, Summary};

use super::status::Status;
use super::verdict;
use crate::accepted::OneByOne;
use crate::args;
use crate::output;

/// So many different faults of connections, and so many kinds of findings, are shown: all are counted.
const MOST_FAULTS: usize = 1000;
const MOST_KINDS: usize = 10_000;

/// Who shows findings as they come.
pub(super) struct Watch<'w> {
    accepting: OneByOne<'w>,
    /// Knows what is secret.
    memory: Report,
    seen: HashSet<GroupKey>,
    /// How many findings came.
    times: u64,
    faults: HashSet<String>,
    shown_from: Severity,
    status: &'w Status,
    /// The findings of the exchange that is judged, where somebody waits for the verdict.
    found: Option<Vec<Finding>>,
    args: &'w args::Proxy,
}

impl<'w> Watch<'w> {
    /// One that shows what is not accepted.
    pub(super) fn new(args: &'w args::Proxy, accepting: OneByOne<'w>, memory: Report, status: &'w Status) -> Self {
        let found = (args.annotate || args.enforce).then(Vec::new);
        let (seen, faults, shown_from) = (HashSet::new(), HashSet::new(), output::shown_from(&args.output));
        Self { accepting, memory, seen, times: 0, faults, shown_from, status, found, args }
    }

    /// The next exchange is judged now. What went wrong with it is shown where it is new.
    pub(super) fn begin(&mut self, fault: Option<&str>) {
        self.found.iter_mut().for_each(Vec::clear);
        if let Some(fault) = fault
            && self.faults.len() < MOST_FAULTS
            && self.faults.insert(fault.to_owned())
        {
            self.status.line(&format!("connection: {fault}"));
        }
    }

    /// A sink that sees what goes to another one.
    pub(super) fn before<'s>(&'s mut self, sink: &'s mut dyn FindingSink) -> Watched<'s, 'w> {
        Watched { watch: self, sink }
    }

    /// Has the status line show what was counted.
    pub(super) fn count(&self, summary: &Summary) {
        self.status.count(summary.operations, self.seen.len() as u64, self.times);
    }

    /// What becomes of the answer of the exchange that was judged last.
    pub(super) fn verdict(&self) -> Verdict {
        verdict::of(self.found.as_deref().unwrap_or_default(), self.args)
    }

    fn see(&mut self, finding: &Finding) {
        self.times += 1;
        let is_new = self.seen.len() < MOST_KINDS && self.seen.insert(finding.group_key());
        if !is_new && self.found.is_none() {
            return;
        }
        let mut finding = finding.clone();
        self.memory.mask(&mut finding);
        if self.accepting.accepts(&finding).is_some() {
            return;
        }
        self.accepting.judge(&mut finding);
        if is_new && finding.severity >= self.shown_from {
            self.status.line(&line(&finding));
        }
        self.found.iter_mut().for_each(|found| found.push(finding.clone()));
    }
}

/// A finding in one line, with its call.
fn line(finding: &Finding) -> String {
    let location = &finding.location;
    let call = location.request.as_deref().unwrap_or_default();
    let place = format!("{} {}", location.part, location.pointer);
    format!("{}[{}] {call}: {} ({})", finding.severity, finding.rule.id(), finding.headline(), place.trim_end())
}

/// A sink that shows what goes to another one.
pub(super) struct Watched<'s, 'w> {
    watch: &'s mut Watch<'w>,
    sink: &'s mut dyn FindingSink,
}

impl FindingSink for Watched<'_, '_> {
    fn push(&mut self, finding: Finding) {
        self.watch.see(&finding);
        self.sink.push(finding);
    }

    fn summary(&mut self) -> &mut Summary {
        self.sink.summary()
    }

    fn learn(&mut self, secrets: Vec<String>) {
        self.watch.memory.learn(&secrets);
        self.sink.learn(secrets);
    }

    fn is_closed(&self) -> bool {
        self.sink.is_closed()
    }
}

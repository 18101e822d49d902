//! Lines of bare bodies: the plan of all releases knows most of them, and is asked on several threads at once.

use std::sync::{Arc, OnceLock};

use contract::{Contract, ReleaseSet, Schema};
use plan::{SetPlan, SetScanner, Standing};

use super::bytes::WORTH;
use crate::capture::{Known, Sieve, line_end};

/// What lines are, for all threads that read them.
struct Bodies<'c> {
    contract: &'c Contract,
    schema: &'c Schema,
    open: ReleaseSet,
    plan: OnceLock<SetPlan>,
}

/// Reads lines along the plan of a set of releases, and keeps of what it says what matters.
pub(super) struct SetLines<'c, K> {
    /// None where lines may be of several kinds, so that nothing is known of any.
    bodies: Option<Arc<Bodies<'c>>>,
    scanner: Option<SetScanner>,
    /// Whether the source is long enough for a plan.
    is_worth: bool,
    keep: fn(Standing, ReleaseSet) -> Option<K>,
}

/// One for each of so many threads; `lines` is their schema and the releases that are asked about. What `keep` keeps
/// nothing of is left to be looked at.
pub(super) fn sieves<'c, K: Known>(
    contract: &'c Contract,
    lines: Option<(&'c Schema, ReleaseSet)>,
    keep: fn(Standing, ReleaseSet) -> Option<K>,
    threads: usize,
) -> Vec<SetLines<'c, K>> {
    let bodies = lines.map(|(schema, open)| Arc::new(Bodies { contract, schema, open, plan: OnceLock::new() }));
    let sieve = || SetLines { bodies: bodies.clone(), scanner: None, is_worth: false, keep };
    (0..threads).map(|_| sieve()).collect()
}

impl<K: Known> Sieve for SetLines<'_, K> {
    type Known = K;

    /// That the plan is compiled depends on the length of the source, not on which thread is faster.
    fn begin(&mut self, length: usize, before: usize) {
        self.is_worth = before > 0 || length >= WORTH;
        if let (Some(bodies), None, true) = (&self.bodies, &self.scanner, self.is_worth) {
            let plan = bodies.plan.get_or_init(|| SetPlan::compile(bodies.contract, bodies.schema, bodies.open));
            self.scanner = Some(plan.scanner());
        }
    }

    fn line(&mut self, text: &str, at: usize) -> (Option<K>, usize) {
        let (Some(bodies), Some(scanner)) = (&self.bodies, self.scanner.as_mut().filter(|_| self.is_worth)) else {
            return (None, line_end(text, at));
        };
        let line = scanner.check_line(text, at);
        (line.standing.and_then(|standing| (self.keep)(standing, bodies.open)), line.end)
    }
}

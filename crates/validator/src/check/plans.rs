//! The fast way: what a plan says is right needs no document and no other look.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use contract::{Projection, Schema};
use plan::{Plan, Scanner, Verdict};
use report::{Direction, Part, Report};

use super::shared::{Key, Shared, key};
use super::{Checker, judge};
use crate::capture::{CaptureError, Captures, Known, Sieve, Sieved};

/// What becomes of notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notes {
    /// Each is a finding of the report.
    #[default]
    Reported,
    /// They are counted only, which is what a report for reading shows of them.
    Counted,
}

/// How what is right is told. The findings are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// By a plan where it can; only what is left is parsed and looked at.
    #[default]
    Fast,
    /// By looking at everything. This is what plans are held against.
    Complete,
}

/// The plans of one projection, each compiled when it is first needed.
pub(super) struct Plans<'c> {
    view: Projection<'c>,
    scanners: HashMap<Key, Scanner>,
    /// Those of all checkers of a run.
    compiled: Shared<Plan>,
}

impl<'c> Plans<'c> {
    pub(super) fn new(view: Projection<'c>) -> Self {
        Self { view, scanners: HashMap::new(), compiled: Shared::default() }
    }

    /// The same plans, for another thread.
    pub(super) fn another(&self) -> Self {
        Self { view: self.view, scanners: HashMap::new(), compiled: self.compiled.clone() }
    }

    /// What the plan of a schema says of a JSON text.
    fn verdict(&mut self, schema: &'c Schema, bytes: &[u8]) -> Verdict {
        let Self { view, scanners, compiled } = self;
        let key = key(schema);
        let plan = || compiled.get(key, || Plan::compile(*view, schema));
        scanners.entry(key).or_insert_with(|| plan().scanner()).check(bytes)
    }
}

impl<'c> Checker<'c> {
    /// Whether nothing is to be said of a JSON text but notes that are only counted; those are counted here. False means
    /// that it is to be looked at.
    pub(super) fn is_right(&mut self, part: Part, schema: &'c Schema, bytes: &[u8], report: &mut Report) -> bool {
        if self.options.effort == Effort::Complete {
            return false;
        }
        match self.plans.verdict(schema, bytes) {
            Verdict::Right => true,
            Verdict::Deprecated(members) => {
                // In a request that is a warning.
                let counted = self.options.notes == Notes::Counted && judge::direction(part) == Direction::Response;
                if counted {
                    report.summary.notes += u64::from(members.get());
                }
                counted
            }
            Verdict::Unsure => false,
        }
    }

    /// What the plan says of a bare body, before anything else looks at it; unsure where nobody said what bodies are.
    pub fn verdict(&mut self, body: &[u8]) -> Verdict {
        let schema = self.body.as_ref().map(|(schema, _)| *schema);
        schema.map_or(Verdict::Unsure, |schema| self.plans.verdict(schema, body))
    }

    /// The plan of what bare bodies are said to be; one that is never sure where nobody said it.
    pub(crate) fn body_plan(&self) -> Plan {
        let nothing = Schema::default();
        Plan::compile(self.view, self.body.as_ref().map_or(&nothing, |(schema, _)| schema))
    }

    /// Whether something was told that is told once in a run; it will be told again.
    pub(crate) fn told_once(&mut self) -> bool {
        let told = !self.unusable.is_empty();
        self.unusable.clear();
        told
    }

    /// Begins anew: what is told once is told again.
    pub(crate) fn forget(&mut self) {
        self.unusable.clear();
        self.excerpts.clear();
    }

    /// Whether the schema alone has nothing against a JSON text.
    pub(super) fn fits_schema(&mut self, schema: &'c Schema, bytes: &[u8]) -> bool {
        self.options.effort == Effort::Fast && self.plans.verdict(schema, bytes) != Verdict::Unsure
    }
}

/// Passes over the lines that a plan says are right.
struct Lines {
    plan: Plan,
    /// Made by the thread that uses it, near to nothing of another thread.
    scanner: Option<Scanner>,
    notes: Notes,
}

/// Lines with so many members that the contract calls deprecated, and nothing else to be told of.
struct Right {
    deprecated: u64,
}

impl Sieve for Lines {
    type Known = Right;

    fn line(&mut self, text: &str, at: usize) -> (Option<Right>, usize) {
        let Self { plan, scanner, .. } = self;
        let line = scanner.get_or_insert_with(|| plan.scanner()).check_line(text, at);
        let deprecated = match line.verdict {
            Verdict::Right => Some(0),
            Verdict::Deprecated(members) if self.notes == Notes::Counted => Some(members.get().into()),
            _ => None,
        };
        (deprecated.map(|deprecated| Right { deprecated }), line.end)
    }
}

impl Known for Right {
    fn join(&mut self, next: &Self) -> bool {
        self.deprecated += next.deprecated;
        true
    }
}

impl Checker<'_> {
    /// Checks captures that are NDJSON of bare bodies, on so many threads; findings and counts go to the report, as if
    /// each line had been given to [`Checker::check`] in turn. `advance` is told how many lines are done.
    pub fn check_lines(
        &mut self,
        captures: &Captures,
        threads: NonZeroUsize,
        report: &mut Report,
        mut advance: impl FnMut(u64),
    ) -> Result<(), CaptureError> {
        let Some((schema, _)) = self.body.clone().filter(|_| self.options.effort == Effort::Fast) else {
            return captures.for_each(|item| {
                self.check(&item, report);
                advance(1);
                ControlFlow::Continue(())
            });
        };
        let plan = Plan::compile(self.view, schema);
        let sieve = || Lines { plan: plan.clone(), scanner: None, notes: self.options.notes };
        let mut sieves: Vec<Lines> = (0..threads.get()).map(|_| sieve()).collect();
        captures.sift(&mut sieves, |sieved| {
            match sieved {
                Sieved::Known(Right { deprecated }, run) => {
                    self.pass(run.count, deprecated, report);
                    advance(run.count);
                }
                Sieved::Left(item) => {
                    self.check(item, report);
                    advance(1);
                }
            }
            ControlFlow::Continue(())
        })
    }

    /// Counts bare bodies that are right.
    fn pass(&mut self, bodies: u64, deprecated: u64, report: &mut Report) {
        let operation = self.bare_operation();
        self.seen.extend(operation.map(|operation| operation.id.as_str()));
        report.summary.exchanges += bodies;
        report.summary.notes += deprecated;
        report.summary.operations = self.seen.len() as u64;
    }
}

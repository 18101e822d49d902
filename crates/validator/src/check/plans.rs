//! The fast way: what a plan says is right needs no document and no other look.

use std::collections::HashMap;

use contract::{Projection, Schema};
use plan::{Plan, Scanner, Verdict};
use report::{Direction, Part, Report};

use super::Checker;
use super::by_schema::{BySchema, Key, key};

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
    compiled: BySchema<Plan>,
}

impl<'c> Plans<'c> {
    pub(super) fn new(view: Projection<'c>) -> Self {
        Self { view, scanners: HashMap::new(), compiled: BySchema::default() }
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
                let counted = self.options.notes == Notes::Counted && part.direction() == Direction::Response;
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

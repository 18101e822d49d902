//! The fast way: what a plan says is right needs no document and no other look.

use std::ops::Range;

use contract::{Contract, Projection, ReleaseSet, Schema, SchemaId};
use foldhash::HashMap;
use plan::{Plan, ScanOutcome, Scanner, SetPlan, SetScanner, Standing, Verdict};
use report::{Direction, Part};

use super::by_schema::BySchema;
use super::{Checker, Output};

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

/// How many bytes of a schema go by at several releases before their plan is compiled: walking over them takes about as
/// long as that.
pub(crate) const WORTH: usize = 64 * 1024;

/// The plans of a contract's schemas, each compiled when it is worth while.
pub(crate) struct Plans<'c> {
    contract: &'c Contract,
    scanners: HashMap<(SchemaId, ReleaseSet), PlanCache>,
    /// Those of all checkers of a run.
    compiled: BySchema<SetPlan>,
    compiled_one: BySchema<Plan>,
}

enum PlanCache {
    /// So many bytes were asked about so far.
    Asked(usize),
    One(Scanner),
    Set(Box<SetScanner>),
}

impl<'c> Plans<'c> {
    pub(crate) fn new(contract: &'c Contract) -> Self {
        let (compiled, compiled_one) = (BySchema::default(), BySchema::default());
        Self { contract, scanners: HashMap::default(), compiled, compiled_one }
    }

    /// The same plans, for another thread.
    pub(super) fn another(&self) -> Self {
        let (compiled, compiled_one) = (self.compiled.clone(), self.compiled_one.clone());
        Self { contract: self.contract, scanners: HashMap::default(), compiled, compiled_one }
    }

    /// The scanner of a schema at these releases, where it is worth while for so many bytes more.
    fn scanner(&mut self, at: ReleaseSet, schema: &'c Schema, bytes: usize) -> &mut PlanCache {
        let Self { contract, scanners, compiled, compiled_one } = self;
        let key = (schema.id(), at);
        let known = scanners.entry(key).or_insert(PlanCache::Asked(0));
        if let PlanCache::Asked(before) = known {
            *before += bytes;
            if let (1, Some(release)) = (at.len(), at.first()) {
                let view = Projection { contract, release };
                *known = PlanCache::One(compiled_one.get(key, || Plan::compile(view, schema)).scanner());
            } else if *before >= WORTH {
                let plan = compiled.get(key, || SetPlan::compile(contract, schema, at));
                *known = PlanCache::Set(Box::new(plan.scanner()));
            }
        }
        known
    }

    /// Compiles the plan of a schema, whether or not that is worth while.
    pub(super) fn compile(&mut self, at: ReleaseSet, schema: &'c Schema) {
        self.scanner(at, schema, WORTH);
    }

    /// Whether nothing is to be said of a JSON text, or what, as far as the plan is sure.
    pub(super) fn tell(&mut self, at: ReleaseSet, schema: &'c Schema, bytes: &[u8]) -> (ScanOutcome, Option<&Scanner>) {
        match self.scanner(at, schema, bytes.len()) {
            PlanCache::Asked(_) => (ScanOutcome::Unsure, None),
            PlanCache::One(scanner) => (scanner.tell(bytes), Some(scanner)),
            PlanCache::Set(scanner) => (scanner.tell(bytes), Some(scanner.told())),
        }
    }

    /// The scanner that told of a text last.
    pub(super) fn told(&self, at: ReleaseSet, schema: &Schema) -> Option<&Scanner> {
        match self.scanners.get(&(schema.id(), at))? {
            PlanCache::Asked(_) => None,
            PlanCache::One(scanner) => Some(scanner),
            PlanCache::Set(scanner) => Some(scanner.told()),
        }
    }

    /// Has what the plan told of a text last be what it told of a part of it; whether that is anything.
    pub(super) fn keep(&mut self, at: ReleaseSet, schema: &Schema, part: &Range<usize>) -> bool {
        match self.scanners.get_mut(&(schema.id(), at)) {
            Some(PlanCache::One(scanner)) => scanner.keep(part),
            Some(PlanCache::Set(scanner)) => scanner.keep(part),
            Some(PlanCache::Asked(_)) | None => false,
        }
    }

    /// What the plan of a schema says of a JSON text at these releases.
    pub(super) fn look(&mut self, at: ReleaseSet, schema: &'c Schema, bytes: &[u8]) -> Look {
        match self.scanner(at, schema, bytes.len()) {
            PlanCache::Asked(_) => Look::One(Verdict::Unsure),
            PlanCache::One(scanner) => Look::One(scanner.check(bytes)),
            PlanCache::Set(scanner) => scanner.check(bytes).map_or(Look::One(Verdict::Unsure), Look::Several),
        }
    }

    /// The same in one word, if that is the same at all of them.
    pub(super) fn verdict(&mut self, at: ReleaseSet, schema: &'c Schema, bytes: &[u8]) -> Verdict {
        match self.look(at, schema, bytes) {
            Look::One(verdict) => verdict,
            Look::Several(standing) if says_nothing(standing, at) => Verdict::Right,
            Look::Several(_) => Verdict::Unsure,
        }
    }

    /// What the releases say of a JSON text, where a plan of several knows it.
    pub(crate) fn standing(&mut self, at: ReleaseSet, schema: &'c Schema, bytes: &[u8]) -> Option<Standing> {
        match self.look(at, schema, bytes) {
            Look::Several(standing) => Some(standing),
            Look::One(_) => None,
        }
    }
}

/// What a plan says.
pub(super) enum Look {
    /// Of one release, or of all alike.
    One(Verdict),
    /// Of each of several.
    Several(Standing),
}

/// Whether no release of a set has anything to say of a value, be it only that something is deprecated.
pub(super) fn says_nothing(standing: Standing, at: ReleaseSet) -> bool {
    standing.declared == at && standing.unknown.is_empty() && standing.deprecated == 0
}

impl<'c> Checker<'c> {
    /// Whether nothing is to be said of a JSON text but notes that are only counted; those are counted here. False means
    /// that it is to be looked at.
    pub(super) fn is_right(
        &mut self,
        at: ReleaseSet,
        part: Part,
        schema: &'c Schema,
        bytes: &[u8],
        out: &mut Output<'_, 'c>,
    ) -> bool {
        if self.options.effort == Effort::Complete {
            return false;
        }
        let verdict = match self.plans.look(at, schema, bytes) {
            Look::One(verdict) => verdict,
            Look::Several(standing) if says_nothing(standing, at) => Verdict::Right,
            Look::Several(standing) => return out.is_told(part, schema.id(), at, standing),
        };
        match verdict {
            Verdict::Right => true,
            Verdict::Deprecated(members) => {
                // In a request that is a warning.
                let counted = self.options.notes == Notes::Counted && part.direction() == Direction::Response;
                if counted {
                    out.summary().notes += u64::from(members.get());
                }
                counted
            }
            Verdict::Unsure => false,
        }
    }

    /// What the plan says of a bare body, before anything else looks at it; unsure where nobody said what bodies are, or
    /// they are several things.
    pub fn verdict(&mut self, body: &[u8]) -> Verdict {
        let only = self.bodies.only();
        only.map_or(Verdict::Unsure, |(at, of)| self.plans.verdict(at, of.schema, body))
    }

    /// The plan of what bare bodies are said to be at a single release.
    pub(crate) fn body_plan(&self) -> Plan {
        let nothing = Schema::default();
        let view = Projection { contract: self.contract, release: self.newest };
        Plan::compile(view, self.bodies.only().map_or(&nothing, |(_, of)| of.schema))
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

    /// Whether the schema alone has nothing against a JSON text at these releases. Asked is the plan of all that are open:
    /// many operations, each of a life of its own, share a schema such as that of refusals.
    pub(super) fn fits_schema(&mut self, at: ReleaseSet, schema: &'c Schema, bytes: &[u8]) -> bool {
        self.options.effort == Effort::Fast
            && match self.plans.look(self.open, schema, bytes) {
                Look::One(verdict) => verdict != Verdict::Unsure,
                Look::Several(standing) => at.is_subset(standing.right),
            }
    }
}

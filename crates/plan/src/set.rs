//! The plan of a set of releases.

use std::sync::Arc;

use contract::{Contract, ReleaseSet, Schema};

use crate::arena::Arena;
use crate::product;
use crate::scan::SetScanner;

/// A schema at a set of releases, compiled. Cheap to clone and to share between threads.
#[derive(Clone, Debug)]
pub struct SetPlan {
    arena: Arc<Arena>,
    open: ReleaseSet,
    gaps: Arc<[String]>,
}

impl SetPlan {
    /// Compiles what a schema says at each of these releases. Takes about as long as a plan for each release at which it
    /// says something else, and never fails, as [`crate::Plan::compile`] does not.
    #[must_use]
    pub fn compile(contract: &Contract, schema: &Schema, open: ReleaseSet) -> Self {
        let (arena, gaps) = product::compile(contract, schema, open);
        Self { arena: Arc::new(arena), open, gaps: gaps.into() }
    }

    /// What the plan leaves to the slow way at some of the releases, as the keywords that it does not express.
    pub fn gaps(&self) -> &[String] {
        &self.gaps
    }

    /// Something that reads along this plan, again and again.
    pub fn scanner(&self) -> SetScanner {
        SetScanner::new(Arc::clone(&self.arena), self.open)
    }
}

//! Decides in one pass over the bytes whether JSON is right at one release, and says "unsure" of the rest.
//!
//! A [`Plan`] is a schema of a contract at one release, compiled to a flat arena. A [`Scanner`] reads bytes along it: no
//! document is built, nothing is allocated for a value, and what is nested stands on a stack that is used again.
//!
//! [`Verdict::Right`] is a promise: the bytes are one JSON value, the schema has nothing against it with its formats
//! asserted, no key occurs twice in an object, integers fit int32 and int64, and every member is one that the contract
//! has at the release. [`Verdict::Unsure`] promises nothing; who gets it asks the complete, slow way.
//!
//! A [`SetPlan`] is the same for a set of releases at once: its scanner says at which of them the bytes are right.
//!
//! ```
//! use contract::{Projection, Release, read};
//! use immich_contract_plan::{Plan, Verdict};
//! use serde_json::json;
//!
//! let tag = json!({"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]});
//! let contract = read::annotated(&json!({"$defs": {"Tag": tag}}))?.contract;
//! let schema = &contract.component("Tag").ok_or("there is one")?.schema;
//! let plan = Plan::compile(Projection { contract: &contract, release: Release::latest() }, schema);
//! let mut scanner = plan.scanner();
//! assert_eq!(scanner.check(br#"{"name": "sea"}"#), Verdict::Right);
//! assert_eq!(scanner.check(b"{}"), Verdict::Unsure);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod arena;
mod bits;
mod compile;
mod product;
mod scan;
mod set;
mod text;

use std::sync::Arc;

use arena::Arena;
pub use scan::{About, Line, Misfit, ScanOutcome, Scanner, SetLine, SetScanner, Standing, Verdict};
pub use set::SetPlan;

use contract::{Projection, Schema};

/// A schema at one release, compiled. Cheap to clone and to share between threads.
#[derive(Clone, Debug)]
pub struct Plan {
    arena: Arc<Arena>,
    gaps: Arc<[String]>,
    work: usize,
}

impl Plan {
    /// Compiles what a schema says at one release. Never fails: what no plan can express is a gap, of which its scanners
    /// are unsure.
    #[must_use]
    pub fn compile(view: Projection<'_>, schema: &Schema) -> Self {
        let compile::Compiled { arena, gaps, work, .. } = compile::compile(view, schema, compile::Patterns::default());
        Self { arena: Arc::new(arena), gaps: gaps.into(), work }
    }

    /// What the plan leaves to the slow way, as the keywords that it does not express; nothing where it is whole.
    pub fn gaps(&self) -> &[String] {
        &self.gaps
    }

    /// How many steps it took to compile it: nodes that were looked at, for each place that asked about them.
    pub const fn work(&self) -> usize {
        self.work
    }

    /// Something that reads along this plan, again and again.
    pub fn scanner(&self) -> Scanner {
        Scanner::new(Arc::clone(&self.arena))
    }

    /// Whether these bytes are right. Who asks often uses one [`Plan::scanner`], which remembers the order of keys.
    pub fn check(&self, bytes: &[u8]) -> Verdict {
        self.scanner().check(bytes)
    }
}

/// The text of bytes that are UTF-8, checked faster than the standard library does.
pub fn utf8(bytes: &[u8]) -> Option<&str> {
    simdutf8::basic::from_utf8(bytes).ok()
}

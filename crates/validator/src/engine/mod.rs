//! The one engine: what a contract has against a value, each fact with the releases at which it holds.
//!
//! A value is looked at once, however many releases are asked about. [`ApplicableSchemas`] are the nodes that speak of a
//! place, each with its releases; the walk holds the value there against all of them and goes on below. To check one
//! release is to ask about the set of one.
//!
//! What "right" means is defined by the `jsonschema` crate on the projected schema, with formats asserted, and the ranges
//! of `int32` and `int64`: laws hold the two together. Of a choice that is missed, the branch is told that was meant.

mod applicable;
mod applicators;
mod choice;
mod direction;
mod exact;
mod instance;
mod keyword;
mod lives;
mod own;
mod path;
mod trials;
mod violation;
mod walk;

pub use applicable::{ApplicableNode, ApplicableSchemas, Certainty, MemberInfo};
pub(crate) use instance::Instance;
use keyword::Keywords;
pub(crate) use lives::{deprecated, early_and_late};
pub(crate) use path::name_of;
pub(crate) use violation::Violation;
use walk::Walk;

use contract::{Contract, ReleaseSet, Schema};

/// Holds values against the schemas of a contract. What it compiles it keeps.
pub(crate) struct Engine<'c> {
    contract: &'c Contract,
    keywords: Keywords<'c>,
}

impl<'c> Engine<'c> {
    /// Asks this contract. Nothing is compiled before it is needed.
    pub(crate) fn new(contract: &'c Contract) -> Self {
        Self { contract, keywords: Keywords::default() }
    }

    /// The same, for another thread: they share what they compile.
    pub(crate) fn another(&self) -> Self {
        Self { contract: self.contract, keywords: self.keywords.clone() }
    }

    /// Everything that the releases of `open` have against a value, in the order of the value.
    ///
    /// A release at which the schema says nothing forbids nothing.
    pub(crate) fn facts<'v>(
        &mut self,
        open: ReleaseSet,
        schema: &'c Schema,
        value: impl Into<Instance<'v>>,
    ) -> Vec<Violation<'c>> {
        Walk::facts(self.contract, &mut self.keywords, open, schema, &value.into())
    }

    /// The releases of `open` whose schema has nothing against a value.
    pub(crate) fn right<'v>(
        &mut self,
        open: ReleaseSet,
        schema: &'c Schema,
        value: impl Into<Instance<'v>>,
    ) -> ReleaseSet {
        Walk::right(self.contract, &mut self.keywords, open, schema, &value.into())
    }
}

//! Checks a value at all releases at once: the answer is the set of releases for which it is right.
//!
//! A constant of the wrong type gives the empty set, a value that an enum has from 1.128.0 on gives `1.128.0 –`, an
//! object is the intersection of its properties, `anyOf` the union of its branches. One walk over the value gives the
//! verdict for every release ([`Releases`]), and a second one what narrowed it ([`Evidence`]).
//!
//! [`Exchanges`] does the same for whole exchanges: at which releases a request is accepted, and its answer promised.
//!
//! What comes as bytes is asked of the plan of all releases first ([`Releases::of_bytes`]); the walk is for the rest.
//!
//! What "right" means is defined by the check at a single release: the `jsonschema` crate on the projected schema,
//! with formats asserted and patterns in linear time, and the ranges of `int32` and `int64`. A law of the tests holds
//! the two together.

mod answer;
mod bytes;
mod evidence;
mod exchange;
mod judge;
mod leaf;
mod lines;
mod place;
mod request;
mod response;
mod tally;
#[cfg(test)]
mod tests;
mod told;
mod trail;

pub use answer::{Answer, Identifier, UnknownName};
pub use evidence::{Evidence, Sign, Sureness};
pub use exchange::{Exchanges, Taker};
pub use place::{Force, Knowledge, Place, Voice};
pub use tally::{Clue, Tally, Verdict};
pub use told::{Reason, Told};

use contract::{Contract, ReleaseSet, Schema};
use serde_json::Value;

use bytes::SetPlans;
use evidence::Gathered;
use judge::Judge;
use leaf::Leaves;

/// Tells of values at which releases they are right. What it has compiled of the contract it keeps.
pub struct Releases<'c> {
    contract: &'c Contract,
    leaves: Leaves,
    plans: SetPlans,
}

impl<'c> Releases<'c> {
    /// Asks this contract. Nothing is compiled before it is needed.
    pub fn new(contract: &'c Contract) -> Self {
        Self { contract, leaves: Leaves::default(), plans: SetPlans::default() }
    }

    /// The releases, of those that the contract covers, at which a value is right.
    ///
    /// Where a release has no such schema, it forbids nothing: whoever asks for a component at the wrong time must look
    /// at its life. A pattern or format that cannot be compiled forbids nothing either.
    pub fn of(&mut self, schema: &'c Schema, value: &Value) -> ReleaseSet {
        self.within(self.contract.covers, schema, value)
    }

    /// The releases of `open` at which a value is right; the fewer are asked about, the less is done.
    pub fn within(&mut self, open: ReleaseSet, schema: &'c Schema, value: &Value) -> ReleaseSet {
        Judge::new(self.contract, &mut self.leaves).schema(schema, value, open)
    }

    /// Everything in a value that speaks against some of the releases of `open`, each kind of evidence once.
    ///
    /// The releases that all [`Sureness::Documented`] evidence leaves of `open` are those of [`Self::within`].
    pub fn evidence(&mut self, open: ReleaseSet, schema: &'c Schema, value: &Value) -> Vec<Evidence> {
        self.gather(open, schema, value).found
    }

    fn gather(&mut self, open: ReleaseSet, schema: &'c Schema, value: &Value) -> Gathered {
        evidence::gather(Judge::new(self.contract, &mut self.leaves), open, schema, value)
    }
}

//! Asks at which releases exchanges and bodies are right, and what speaks against the others.
//!
//! An [`Assessor`] takes exchanges: at which releases a request is accepted, and its answer promised. An [`Identifier`]
//! takes answers alone: which releases can have written them; a [`Tally`] adds up what many tell. Both read the facts of
//! the engine, each of which knows its releases, as [`Evidence`].

mod assessment;
mod assessor;
mod evidence;
mod identify;
mod lines;
mod misfits;
mod support;
mod tally;
#[cfg(test)]
mod tests;
mod values;

pub use assessment::{Assessment, Reason};
pub use assessor::{Assessor, Taker};
pub(crate) use evidence::EvidenceTally;
pub use evidence::{Confidence, Evidence, EvidenceKind};
pub use identify::{Answer, Identifier, UnknownName};
pub use misfits::{AnswerLog, Misfit, Misfits};
pub use support::{Obstacle, OperationSupport, Support};
pub use tally::{LocatedEvidence, Tally, Verdict};
pub use values::Values;

pub use crate::engine::{ApplicableNode, ApplicableSchemas, Certainty, MemberInfo};

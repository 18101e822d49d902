//! Changes between two contracts, before any judgement.

use std::sync::Arc;

use report::{Direction, Rule};
use serde_json::Value;

use crate::fact::Fact;
use crate::place::{ChangeLocation, OperationName, Part, Step};
use crate::value_kind::ValueKind;

/// One thing that the new contract says otherwise than the old one.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What changed, and how.
    pub fact: Fact,
    /// Where.
    pub location: ChangeLocation,
    /// What the old contract says; null where it says nothing.
    pub old: Value,
    /// What the new contract says; null where it says nothing.
    pub new: Value,
    /// The only direction that it matters for, where it is but one: a read-only property is not part of requests.
    pub only: Option<Direction>,
    /// The operations that it reaches, in the order of the contract, each direction for itself.
    pub reach: Vec<Reach>,
    /// Whether the bound on comparing forms with each other was reached, so that same forms may not have been found.
    pub(crate) is_cut: bool,
    /// What values each side allows there, where schemas were compared.
    pub(crate) value_kinds: Option<Arc<ValueKinds>>,
}

/// What values two schemas allow.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ValueKinds {
    pub(crate) old: ValueKind,
    pub(crate) new: ValueKind,
}

/// A way from an operation to what changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// The operation, as the new contract names it where both have it.
    pub operation: Arc<OperationName>,
    /// Who writes the value: the client or the server.
    pub direction: Direction,
    /// The part of the operation that holds the value.
    pub part: Part,
    /// The way from that part's value to the place.
    pub steps: Vec<Step>,
}

impl Change {
    /// The directions that it reaches, requests first.
    pub fn directions(&self) -> impl Iterator<Item = Direction> {
        let reached = |direction: &Direction| self.reach.iter().any(|reach| reach.direction == *direction);
        [Direction::Request, Direction::Response].into_iter().filter(reached)
    }

    /// Whether no operation leads to it: who writes such values is not known.
    pub fn is_unreferenced(&self) -> bool {
        self.reach.is_empty() && self.only.is_none()
    }

    /// The rule that judges it where it reaches an operation.
    pub fn rule(&self, reach: &Reach) -> &'static Rule {
        self.fact.rule(reach.operation.caller.part(reach.part.of_exchange()))
    }

    /// Each rule that judges it in a direction, in the order of the operations.
    pub fn rules(&self, direction: Direction) -> Vec<&'static Rule> {
        let mut rules: Vec<&'static Rule> = Vec::new();
        for rule in self.reach.iter().filter(|reach| reach.direction == direction).map(|reach| self.rule(reach)) {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        rules
    }
}

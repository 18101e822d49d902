//! Witnesses: a concrete request or response that one contract accepts and the other does not.
//!
//! Made from the schema of the side that accepts it, the least value that has the changed place, with something there that
//! the change is about; then asked of both sides. What both accept, or what is refused for another reason, is not a witness.

mod build;
mod completed;
mod excerpt;
mod line;
mod parties;
mod probes;
mod reading;
mod refusal;
mod text;

use std::collections::HashMap;
use std::sync::Arc;

use contract::Projection;
use report::{Direction, Rule};
use serde_json::Value;

use crate::change::{Change, Reach};
use crate::fact::Fact;
use crate::place::{OperationName, Part, Step};
use crate::representation::Representation;
use parties::Party;

/// How many values are tried at a place.
const MOST_PROBES: usize = 64;
/// In how many operations a witness is looked for.
const MOST_OPERATIONS: usize = 4;

/// A value that one contract accepts and the other does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Witness {
    /// The operation.
    pub operation: Arc<OperationName>,
    /// Whose value it is.
    pub direction: Direction,
    /// The part of the operation.
    pub part: Part,
    /// The value of that part as a whole; of a parameter or a header the line that it stands in.
    pub value: Value,
    /// JSON Pointer of the place in it that the other contract refuses.
    pub pointer: String,
}

/// Which contract accepts a witness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Accepts {
    Old,
    New,
}

/// What can be shown of two schemas without a witness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// They allow the same values.
    Same,
    /// The one takes whatever the other allows.
    Taken,
    /// Nothing.
    Nothing,
}

/// Looks for witnesses in a pair of contracts. What it compiles, it keeps.
pub struct Witnesses<'c> {
    old: Party<'c>,
    new: Party<'c>,
    /// Whether the schema of a place takes all that another allows, by both as they are written.
    covering: HashMap<(String, String), bool>,
}

impl<'c> Witnesses<'c> {
    /// Between these contracts.
    pub fn new(old: Projection<'c>, new: Projection<'c>) -> Self {
        Self { old: Party::new(old, Accepts::Old), new: Party::new(new, Accepts::New), covering: HashMap::new() }
    }

    /// The same old contract against another new one: what was compiled of the old one is kept.
    pub fn against(&mut self, new: Projection<'c>) {
        self.new = Party::new(new, Accepts::New);
    }

    /// A witness of a change to a set of values, in the first operation that has one where the rule judges.
    pub(crate) fn find(
        &mut self,
        change: &Change,
        rule: &'static Rule,
        direction: Direction,
        accepts: Accepts,
    ) -> Option<Witness> {
        let (accepting, refusing) = self.sides(accepts);
        let meant = |reach: &&Reach| reach.direction == direction && change.rule(reach) == rule;
        let mut reached = change.reach.iter().filter(meant).take(MOST_OPERATIONS);
        reached.find_map(|reach| in_operation(change, reach, accepting, refusing))
    }

    /// What was not judged of a change, where that is why no witness was found.
    pub(crate) fn unjudged(&mut self, change: &Change, rule: &'static Rule, direction: Direction) -> Option<String> {
        if change.is_cut {
            let place = &change.location;
            return Some(format!("the forms of {place} are too many to be compared each with each"));
        }
        let meant = |reach: &&Reach| reach.direction == direction && change.rule(reach) == rule;
        let mut reached = change.reach.iter().filter(meant).take(MOST_OPERATIONS);
        reached.find_map(|reach| self.old.unjudged(reach).or_else(|| self.new.unjudged(reach)))
    }

    fn sides(&mut self, accepts: Accepts) -> (&mut Party<'c>, &mut Party<'c>) {
        match accepts {
            Accepts::Old => (&mut self.old, &mut self.new),
            Accepts::New => (&mut self.new, &mut self.old),
        }
    }

    /// What can be shown of the place of a change to which no witness was found: its schemas are compared as sets.
    pub(crate) fn shown(
        &mut self,
        change: &Change,
        rule: &'static Rule,
        direction: Direction,
        accepts: Accepts,
    ) -> Shown {
        let (accepting, refusing) = self.sides(accepts);
        let meant = |reach: &&Reach| reach.direction == direction && change.rule(reach) == rule;
        let Some(reach) =
            change.reach.iter().find(meant).filter(|reach| Representation::of(&reach.part) == Representation::Json)
        else {
            return Shown::Nothing;
        };
        // What has to be there is said of the object that has it.
        let way = match (change.fact, reach.steps.split_last()) {
            (Fact::Required(_) | Fact::Property(_) | Fact::RequiredProperty(_), Some((_, way))) => way,
            _ => reach.steps.as_slice(),
        };
        let (Some(mine), Some(theirs)) = (accepting.at(reach, way), refusing.at(reach, way)) else {
            return Shown::Nothing;
        };
        match (self.covers(&theirs, &mine), self.covers(&mine, &theirs)) {
            (true, true) => Shown::Same,
            (true, false) => Shown::Taken,
            (false, _) => Shown::Nothing,
        }
    }

    fn covers(&mut self, wide: &Value, narrow: &Value) -> bool {
        let key = (wide.to_string(), narrow.to_string());
        *self.covering.entry(key).or_insert_with(|| reference::covers(wide, narrow))
    }
}

fn in_operation<'c>(
    change: &Change,
    reach: &Reach,
    accepting: &mut Party<'c>,
    refusing: &mut Party<'c>,
) -> Option<Witness> {
    let sides = (accepting.schema(reach)?, refusing.schema(reach)?);
    let (mut builder, mut other) = (accepting.builder(), refusing.builder());
    let (root, other_root) = (builder.sub(sides.0), other.sub(sides.1));
    // The witness of what has to be there is an object without it.
    let (way, missing) = match reach.steps.split_last() {
        Some((Step::Property(name), way)) if matches!(change.fact, Fact::Required(_) | Fact::RequiredProperty(_)) => {
            (way, Some(&**name))
        }
        _ => (reach.steps.as_slice(), None),
    };
    let there = builder.descend(&root, way)?;
    let candidates: Vec<Value> = if let Some(name) = missing {
        builder.without(&there, name).into_iter().collect()
    } else {
        let other_there = other.descend(&other_root, way).unwrap_or_default();
        probes::probes(change.fact, (&mut builder, &there), (&mut other, &other_there))
    };
    let representation = Representation::of(&reach.part);
    candidates.into_iter().take(MOST_PROBES).find_map(|candidate| {
        let (value, pointer) = builder.around(&root, way, candidate)?;
        let place = refusal::Place { fact: change.fact, pointer: &pointer, missing, representation };
        let sent = reading::sent(&value, representation)?;
        let mine = builder.read(&root, &sent, representation);
        let confirmed = accepting.accepts(sides.0, &mine)
            && refusing.refuses(sides.1, &other.read(&other_root, &sent, representation), &place);
        let line = confirmed.then(|| accepting.line(reach, &mine))?;
        let (operation, part) = (Arc::clone(&reach.operation), reach.part.clone());
        let (value, pointer) = line.map_or((value, pointer), |line| (Value::String(line), String::new()));
        Some(Witness { operation, direction: reach.direction, part, value, pointer })
    })
}

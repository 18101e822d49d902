//! Witnesses that break a reader at one place only.
//!
//! The least value that shows a break may lack more than what the break is about: what the writer may leave out and the
//! reader wants. Who tries a witness on a real reader wants the break that it is a witness of, so the rest is filled in.

use report::Direction;
use serde_json::Value;

use super::build::Builder;
use super::parties::Party;
use super::refusal::{self, Place};
use super::{Accepts, Witness, Witnesses};
use crate::action::Presence;
use crate::change::{Change, Reach};
use crate::fact::Fact;
use crate::place::Step;
use crate::representation::Representation;
use crate::shape::{Kinds, Sub};

/// How many members are filled in.
const MOST_FILLED: usize = 64;

impl Witnesses<'_> {
    /// A value of the side that writes that has a member which the other side refuses because it does not know it: what a
    /// change that adds a member to answers, or takes it out of requests, is to a strict reader.
    pub fn of_unknown_member(&mut self, change: &Change, direction: Direction) -> Option<Witness> {
        let (writer, reader) = self.sides(written_by(direction));
        let reach = change.reach.iter().find(|reach| reach.direction == direction)?;
        let (schema, other) = (writer.schema(reach)?, reader.schema(reach)?);
        let mut builder = writer.builder();
        let root = builder.sub(schema);
        let there = builder.descend(&root, &reach.steps)?;
        let leaf = builder.least(&there)?;
        let (value, pointer) = builder.around(&root, &reach.steps, leaf)?;
        let fact = Fact::Property(Presence::Removed);
        let place = Place { fact, pointer: &pointer, missing: None, representation: Representation::Json };
        let confirmed = writer.accepts(schema, &value) && reader.refuses(other, &value, &place);
        let (operation, part) = (reach.operation.clone(), reach.part.clone());
        confirmed.then_some(Witness { operation, direction, part, value, pointer })
    }

    /// Whether a witness of another change like this one is one of this, too.
    pub fn confirm(&mut self, change: &Change, witness: &Witness) -> bool {
        let is_of = |reach: &&Reach| reach.operation == witness.operation && reach.part == witness.part;
        let Some(reach) = change.reach.iter().find(is_of) else { return false };
        let (writer, reader) = self.sides(written_by(witness.direction));
        let (Some(schema), Some(other)) = (writer.schema(reach), reader.schema(reach)) else { return false };
        let place = of_witness(change, reach, witness);
        writer.accepts(schema, &witness.value) && reader.refuses(other, &witness.value, &place)
    }

    /// The same witness with what else the reader wants and the writer knows, where it stays one.
    #[must_use]
    pub fn completed(&mut self, change: &Change, witness: Witness) -> Witness {
        let is_of = |reach: &&Reach| reach.operation == witness.operation && reach.part == witness.part;
        let Some(reach) = change.reach.iter().find(is_of) else { return witness };
        if Representation::of(&reach.part) != Representation::Json {
            return witness;
        }
        let (writer, reader) = self.sides(written_by(witness.direction));
        match filled(change, reach, &witness, writer, reader) {
            Some(value) => Witness { value, ..witness },
            None => witness,
        }
    }
}

/// The place of a witness, and what a refusal has to be about there.
fn of_witness<'p>(change: &Change, reach: &'p Reach, witness: &'p Witness) -> Place<'p> {
    let is_missing = matches!(change.fact, Fact::Required(_) | Fact::RequiredProperty(_));
    let missing = match reach.steps.last() {
        Some(Step::Property(name)) if is_missing => Some(&**name),
        _ => None,
    };
    Place { fact: change.fact, pointer: &witness.pointer, missing, representation: Representation::Json }
}

/// The contract whose side writes: old clients send, new servers answer.
fn written_by(direction: Direction) -> Accepts {
    match direction {
        Direction::Request => Accepts::Old,
        Direction::Response => Accepts::New,
    }
}

/// The value of a witness with all members that the reader wants but the one that the change is about.
fn filled<'c>(
    change: &Change,
    reach: &Reach,
    witness: &Witness,
    writer: &mut Party<'c>,
    reader: &mut Party<'c>,
) -> Option<Value> {
    let (schema, other) = (writer.schema(reach)?, reader.schema(reach)?);
    let place = of_witness(change, reach, witness);
    let mut builder = writer.builder();
    let root = builder.sub(schema);
    let mut value = witness.value.clone();
    let mut tried: Vec<(String, String)> =
        place.missing.map(|name| (witness.pointer.clone(), name.to_owned())).into_iter().collect();
    loop {
        let lacking = reader.lacking(other, &value, &tried);
        if lacking.is_empty() || tried.len() > MOST_FILLED {
            break;
        }
        for (pointer, name) in lacking {
            fill(&mut builder, &root, &mut value, (&pointer, &name));
            tried.push((pointer, name));
        }
    }
    (writer.accepts(schema, &value) && reader.refuses(other, &value, &place)).then_some(value)
}

/// Gives an object in a value the least member of a name, if the side that writes knows one.
fn fill<'c>(builder: &mut Builder<'c>, root: &Sub<'c>, value: &mut Value, (pointer, name): (&str, &str)) -> Option<()> {
    let object = builder.descend_to(root, pointer)?;
    let member = builder.shape(&object).members.named.get(name)?.value.clone();
    let least = builder.least(&member)?;
    value.pointer_mut(pointer)?.as_object_mut()?.insert(name.to_owned(), least);
    Some(())
}

impl<'c> Party<'c> {
    /// The members that objects in a value lack by this side, each with the pointer of its object; none that was tried.
    fn lacking(
        &mut self,
        schema: &'c contract::Schema,
        value: &Value,
        tried: &[(String, String)],
    ) -> Vec<(String, String)> {
        let Ok(validator) = self.validator(schema) else { return Vec::new() };
        let lacking = validator.iter_errors(value).flat_map(|error| refusal::lacking(&error));
        let mut new: Vec<(String, String)> = lacking.filter(|lack| !tried.contains(lack)).collect();
        new.dedup();
        new
    }
}

impl<'c> Builder<'c> {
    /// What a schema says of the place in a value to which a pointer leads.
    fn descend_to(&mut self, root: &Sub<'c>, pointer: &str) -> Option<Sub<'c>> {
        let mut at = root.clone();
        for token in contract::pointer::tokens(pointer) {
            let is_list = self.shape(&at).kinds.has(Kinds::ARRAY) && token.parse::<usize>().is_ok();
            let step = if is_list { Step::Items } else { Step::Property((&*token).into()) };
            at = self.descend(&at, &[step])?;
        }
        Some(at)
    }
}

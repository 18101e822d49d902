//! Witnesses that break a reader at one place only.
//!
//! The least value that shows a break may lack more than what the break is about: what the writer may leave out and the
//! reader wants. Who tries a witness on a real reader wants the break that it is a witness of, so the rest is filled in.

use report::Direction;
use serde_json::Value;

use super::parties::Party;
use super::refusal::{self, Place};
use super::{Accepts, Witness, Witnesses};
use crate::action::Presence;
use crate::change::{Change, Reach};
use crate::fact::Fact;
use crate::place::Step;
use crate::representation::Representation;
use crate::shape::Kinds;

/// How many members are filled in.
const MOST_FILLED: usize = 64;

impl<'c> Witnesses<'c> {
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
    let is_missing = matches!(change.fact, Fact::Required(_) | Fact::RequiredProperty(_));
    let missing = match reach.steps.last() {
        Some(Step::Property(name)) if is_missing => Some(&**name),
        _ => None,
    };
    let mut builder = writer.builder();
    let root = builder.sub(schema);
    let mut value = witness.value.clone();
    let mut tried: Vec<(String, String)> =
        missing.map(|name| (witness.pointer.clone(), name.to_owned())).into_iter().collect();
    while let Some((pointer, name)) = reader.lacking(other, &value, &tried).filter(|_| tried.len() < MOST_FILLED) {
        tried.push((pointer.clone(), name.clone()));
        let Some(object) = builder.descend_to(&root, &pointer) else { continue };
        let shape = builder.shape(&object);
        let Some(member) = shape.members.named.get(name.as_str()).map(|member| member.value.clone()) else { continue };
        let (Some(least), Some(Value::Object(members))) = (builder.least(&member), value.pointer_mut(&pointer)) else {
            continue;
        };
        members.insert(name, least);
    }
    let place =
        Place { fact: change.fact, pointer: &witness.pointer, missing, representation: Representation::Json };
    (writer.accepts(schema, &value) && reader.refuses(other, &value, &place)).then_some(value)
}

impl<'c> Party<'c> {
    /// An object in a value, by its pointer, and a member that it lacks by this side; none that was tried.
    fn lacking(
        &mut self,
        schema: &'c contract::Schema,
        value: &Value,
        tried: &[(String, String)],
    ) -> Option<(String, String)> {
        let validator = self.validator(schema).ok()?;
        let lacking = validator.iter_errors(value).flat_map(|error| refusal::lacking(&error));
        lacking.into_iter().find(|lack| !tried.contains(lack))
    }
}

impl<'c> super::build::Builder<'c> {
    /// What a schema says of the place in a value to which a pointer leads.
    fn descend_to(&mut self, root: &crate::shape::Sub<'c>, pointer: &str) -> Option<crate::shape::Sub<'c>> {
        let mut at = root.clone();
        for token in contract::pointer::tokens(pointer) {
            let is_list = self.shape(&at).kinds.has(Kinds::ARRAY) && token.parse::<usize>().is_ok();
            let step = if is_list { Step::Items } else { Step::Property((&*token).into()) };
            at = self.descend(&at, &[step])?;
        }
        Some(at)
    }
}

//! Judgements on their way to a report.

use std::sync::Arc;

use report::{Finding, FindingBuilder, Location, Place, Releases};
use serde_json::Value;

use crate::action::Action;
use crate::change::{Change, Reach};
use crate::handed_out::HandedOut;
use crate::judge::{Judgement, Verdict};
use crate::place::{Owner, Part};
use crate::source::{Source, Which};
use crate::{kinds, words};

/// How to report.
#[derive(Clone, Debug)]
pub struct Options {
    /// The old side.
    pub old: Source,
    /// The new side.
    pub new: Source,
    /// How many findings a change makes.
    pub rows: Rows,
    /// The release that the findings are about, where a report has those of several.
    pub releases: Option<Releases>,
}

/// How many findings a change makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// One for all changes that say the same of other places.
    #[default]
    Kind,
    /// One.
    Fact,
    /// One for each operation that it reaches.
    Operation,
}

/// The findings of judgements, in their order.
pub fn findings(judgements: &[Judgement], options: &Options) -> Vec<Finding> {
    let changes = || judgements.iter().map(|one| &one.change);
    let (old, new) = (options.old.locations(Which::Old, changes()), options.new.locations(Which::New, changes()));
    let handed_out = HandedOut::of(judgements);
    let handed_out = &handed_out;
    let located: Vec<Located<'_>> = judgements
        .iter()
        .zip(old.into_iter().zip(new))
        .map(|(judgement, (old, new))| Located { judgement, options, handed_out, old, new })
        .collect();
    match options.rows {
        Rows::Fact => located.iter().map(|one| one.finding(None).build()).collect(),
        Rows::Kind => kinds::findings(&located),
        Rows::Operation => located.iter().flat_map(Located::by_operation).collect(),
    }
}

/// A judgement with its places on both sides.
pub(crate) struct Located<'j> {
    pub(crate) judgement: &'j Judgement,
    options: &'j Options,
    handed_out: &'j HandedOut,
    old: Location,
    new: Location,
}

impl Located<'_> {
    fn by_operation(&self) -> Vec<Finding> {
        let same = self.judgement.change.reach.iter().filter(|reach| reach.direction == self.judgement.direction);
        same.map(|reach| self.finding(Some(reach)).build()).collect()
    }

    /// The finding of a group of changes that say the same; the first gives the witness.
    pub(crate) fn at_all(&self, group: &[&Self]) -> Finding {
        let changes: Vec<&Change> = group.iter().map(|one| &one.judgement.change).collect();
        let places = group.iter().map(|one| Place::of(&one.at_place(None).build())).collect();
        let (judgement, name) = (self.judgement, kinds::common_name(&changes));
        let message = words::headline_of_all(judgement, &changes, &name);
        let finding = Finding::builder(judgement.rule, self.places().0, message)
            .severity(judgement.severity)
            .subject(words::subject_of_all(judgement, &name))
            .places(places);
        let tag = judgement.tag().filter(|tag| group.iter().all(|one| one.judgement.tag().as_ref() == Some(tag)));
        let finding = tag.into_iter().fold(finding, FindingBuilder::tag);
        self.said_of_all(finding, other_direction(group)).build()
    }

    pub(crate) fn finding(&self, reach: Option<&Reach>) -> FindingBuilder {
        let of_all = words::reach(&self.judgement.change).into_iter().filter(|_| reach.is_none());
        let finding = of_all.fold(self.at_place(reach), FindingBuilder::note);
        self.said_of_all(finding, self.judgement.other_direction())
    }

    /// What the change is, and where.
    fn at_place(&self, reach: Option<&Reach>) -> FindingBuilder {
        let (judgement, change) = (self.judgement, &self.judgement.change);
        let (location, counterpart) = self.places();
        let message = words::headline(judgement);
        let mut finding = Finding::builder(judgement.rule, location, message)
            .severity(judgement.severity)
            .subject(change.location.to_string());
        finding = counterpart.into_iter().fold(finding, FindingBuilder::counterpart);
        finding = judgement.tag().into_iter().fold(finding, FindingBuilder::tag);
        if let Owner::Component { new, .. } = &change.location.owner {
            finding = finding.schema(Arc::clone(new));
        }
        let (operation, operations) = match reach {
            Some(reach) => (Some(Arc::clone(&reach.operation.id)), Vec::new()),
            None => (words::only_operation(change), words::operations(change)),
        };
        operation.into_iter().fold(finding, FindingBuilder::operation).operations(operations)
    }

    /// The same with what holds wherever the change is.
    fn said_of_all(&self, finding: FindingBuilder, other_direction: Option<String>) -> FindingBuilder {
        let judgement = self.judgement;
        let finding = self.options.releases.iter().cloned().fold(finding, FindingBuilder::releases);
        let handed_out = self.handed_out.note(judgement, &self.options.new.name);
        let callback = judgement
            .reaches_callback()
            .then(|| "in a callback the server sends the request: responses are what the server writes".to_owned());
        let notes = callback.into_iter().chain(other_direction).chain(handed_out).chain(judgement.undecided());
        let finding = judgement.witnessed(notes.fold(finding, FindingBuilder::note), self.options);
        judgement.rule.key("help").into_iter().fold(finding, FindingBuilder::help)
    }

    /// The place of the change, and that on the other side where it has a line: what is gone is in the old document.
    fn places(&self) -> (Location, Option<Location>) {
        let change = &self.judgement.change;
        let gone = change.new == Value::Null && change.fact.action() == Action::Removed;
        let (here, there) = if gone { (&self.old, &self.new) } else { (&self.new, &self.old) };
        (here.clone(), Some(there.clone()).filter(|there| there.line.is_some()))
    }
}

/// What the changes mean in the direction that they were not judged for, where that is but one thing.
fn other_direction(group: &[&Located<'_>]) -> Option<String> {
    let others: Vec<Option<String>> = group.iter().map(|one| one.judgement.other_direction()).collect();
    let other = others.iter().flatten().next()?;
    if others.iter().flatten().any(|one| one != other) {
        return None;
    }
    Some(if others.contains(&None) { format!("at some of these places, {other}") } else { other.clone() })
}

impl Judgement {
    /// The same with the witness.
    fn witnessed(&self, finding: FindingBuilder, options: &Options) -> FindingBuilder {
        let Some(witness) = &self.witness else { return finding };
        let refusing = if self.accepted_by_old() { &options.new.name } else { &options.old.name };
        let operation = &witness.operation;
        let whose = match &witness.part {
            Part::Parameter(place, name) => format!("{} {name} of {operation}", place.name()),
            Part::Header(status, name) => format!("header {name} of a response {status} of {operation}"),
            Part::Response(status, _) => format!("a response {status} of {operation}"),
            Part::Request(_) | Part::Whole => format!("a request of {operation}"),
        };
        let at = if witness.pointer.is_empty() { String::new() } else { format!(" at {}", witness.pointer) };
        finding
            .note(format!("witness: {whose}{at}"))
            .actual(witness.value.clone())
            .excerpt(witness.excerpt(format!("{refusing} refuses this")))
    }

    fn undecided(&self) -> Option<String> {
        match &self.verdict {
            Verdict::Undecided(why) => Some(format!("cannot decide: {why}")),
            _ => None,
        }
    }
}

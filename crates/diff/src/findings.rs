//! Judgements on their way to a report.

use std::collections::HashMap;
use std::sync::Arc;

use report::{Finding, FindingBuilder, Location, Releases};
use serde_json::Value;

use crate::action::Action;
use crate::change::Reach;
use crate::judge::{Judgement, Verdict};
use crate::place::{Owner, Part};
use crate::source::{Source, Which};
use crate::words;

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
    /// One, which counts the operations that it reaches.
    #[default]
    Fact,
    /// One for all changes that say the same of other places.
    Kind,
    /// One for each operation that it reaches.
    Operation,
}

/// From how many places on the same is said once.
const SAID_ONCE: usize = 4;
/// How many other places are named.
const NAMED: usize = 6;

/// The findings of judgements, in their order.
pub fn findings(judgements: &[Judgement], options: &Options) -> Vec<Finding> {
    let changes = || judgements.iter().map(|one| &one.change);
    let (old, new) = (options.old.locations(Which::Old, changes()), options.new.locations(Which::New, changes()));
    let located: Vec<Located<'_>> = judgements
        .iter()
        .zip(old.into_iter().zip(new))
        .map(|(judgement, (old, new))| Located { judgement, options, old, new })
        .collect();
    match options.rows {
        Rows::Fact => located.iter().map(|one| one.finding(None).build()).collect(),
        Rows::Kind => kinds(&located),
        Rows::Operation => located.iter().flat_map(Located::by_operation).collect(),
    }
}

/// A judgement with its places on both sides.
struct Located<'j> {
    judgement: &'j Judgement,
    options: &'j Options,
    old: Location,
    new: Location,
}

fn kinds(located: &[Located<'_>]) -> Vec<Finding> {
    let key = |one: &Judgement| {
        (one.rule.id(), one.severity, one.change.fact.name(), one.change.old.to_string(), one.change.new.to_string())
    };
    let mut groups: HashMap<_, Vec<&Located<'_>>> = HashMap::new();
    for one in located {
        groups.entry(key(one.judgement)).or_default().push(one);
    }
    let mut findings = Vec::new();
    for one in located {
        let group = groups.get(&key(one.judgement)).map_or(&[][..], Vec::as_slice);
        if group.len() < SAID_ONCE {
            findings.push(one.finding(None).build());
        } else if group.first().is_some_and(|first| std::ptr::eq(*first, one)) {
            findings.push(one.for_all(group));
        }
    }
    findings
}

impl Located<'_> {
    fn by_operation(&self) -> Vec<Finding> {
        let same = self.judgement.change.reach.iter().filter(|reach| reach.direction == self.judgement.direction);
        same.map(|reach| self.finding(Some(reach)).build()).collect()
    }

    fn for_all(&self, group: &[&Self]) -> Finding {
        let others: Vec<String> = group.iter().skip(1).map(|one| one.judgement.change.location.to_string()).collect();
        let named = others.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let tail = if others.len() > NAMED { ", …" } else { "" };
        let note = format!("the same at {} more places: {named}{tail}", others.len());
        let finding = self.finding(None).note(note);
        finding.count(u64::try_from(group.len()).unwrap_or(u64::MAX)).build()
    }

    fn finding(&self, reach: Option<&Reach>) -> FindingBuilder {
        let (judgement, change) = (self.judgement, &self.judgement.change);
        let (location, counterpart) = self.places();
        let message = words::headline(judgement);
        let mut finding = Finding::builder(judgement.rule, location, message)
            .severity(judgement.severity)
            .subject(change.location.to_string());
        finding = counterpart.into_iter().fold(finding, FindingBuilder::counterpart);
        finding = self.options.releases.iter().cloned().fold(finding, FindingBuilder::releases);
        finding = judgement.tag().into_iter().fold(finding, FindingBuilder::tag);
        if let Owner::Component { new, .. } = &change.location.owner {
            finding = finding.schema(Arc::clone(new));
        }
        let operation = reach.map(|reach| Arc::clone(&reach.operation.id)).or_else(|| words::only_operation(change));
        finding = operation.into_iter().fold(finding, FindingBuilder::operation);
        if reach.is_none() {
            finding = words::reach(change).into_iter().fold(finding, FindingBuilder::note);
        }
        if judgement.reaches_callback() {
            finding = finding.note("in a callback the server sends the request: responses are what the server writes");
        }
        let notes = judgement.other_direction().into_iter().chain(judgement.undecided());
        finding = notes.fold(finding, FindingBuilder::note);
        finding = judgement.witnessed(finding, self.options);
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

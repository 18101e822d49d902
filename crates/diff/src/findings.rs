//! Judgements on their way to a report.

use std::collections::HashMap;
use std::sync::Arc;

use report::{Finding, FindingBuilder, Location, Part as ReportPart};
use serde_json::Value;

use crate::aspect::Action;
use crate::change::Reach;
use crate::judge::{Judgement, Verdict};
use crate::place::{Owner, Part};
use crate::words;

/// How to report.
#[derive(Clone, Debug)]
pub struct Options {
    /// What findings call the old contract: a file, or a release.
    pub old_name: Arc<str>,
    /// What findings call the new contract.
    pub new_name: Arc<str>,
    /// How many findings a change makes.
    pub rows: Rows,
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
    match options.rows {
        Rows::Fact => judgements.iter().map(|one| one.finding(options, None).build()).collect(),
        Rows::Kind => kinds(judgements, options),
        Rows::Operation => {
            let reached = |one: &Judgement| -> Vec<Finding> {
                let same = one.change.reach.iter().filter(|reach| reach.direction == one.direction);
                same.map(|reach| one.finding(options, Some(reach)).build()).collect()
            };
            judgements.iter().flat_map(reached).collect()
        }
    }
}

fn kinds(judgements: &[Judgement], options: &Options) -> Vec<Finding> {
    let key = |one: &Judgement| {
        (one.rule.id(), one.severity, one.change.aspect, one.change.old.to_string(), one.change.new.to_string())
    };
    let mut groups: HashMap<_, Vec<&Judgement>> = HashMap::new();
    for one in judgements {
        groups.entry(key(one)).or_default().push(one);
    }
    let mut findings = Vec::new();
    for one in judgements {
        let group = groups.get(&key(one)).map_or(&[][..], Vec::as_slice);
        if group.len() < SAID_ONCE {
            findings.push(one.finding(options, None).build());
        } else if group.first().is_some_and(|first| std::ptr::eq(*first, one)) {
            findings.push(one.for_all(group, options));
        }
    }
    findings
}

impl Judgement {
    fn for_all(&self, group: &[&Self], options: &Options) -> Finding {
        let others: Vec<String> = group.iter().skip(1).map(|one| one.change.spot.to_string()).collect();
        let named = others.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let tail = if others.len() > NAMED { ", …" } else { "" };
        let note = format!("the same at {} more places: {named}{tail}", others.len());
        let finding = self.finding(options, None).note(note);
        finding.count(u64::try_from(group.len()).unwrap_or(u64::MAX)).build()
    }

    fn finding(&self, options: &Options, reach: Option<&Reach>) -> FindingBuilder {
        let change = &self.change;
        let gone = change.new == Value::Null && change.action == Action::Removed;
        let source = if gone { &options.old_name } else { &options.new_name };
        let location = Location::new(Arc::clone(source), ReportPart::Document, change.spot.pointer());
        let message = words::message(self.rule, change);
        let mut finding =
            Finding::builder(self.rule, location, message).severity(self.severity).subject(change.spot.to_string());
        if let Owner::Component { new, .. } = &change.spot.owner {
            finding = finding.schema(Arc::clone(new));
        }
        let operation = reach.map(|reach| Arc::clone(&reach.operation.id)).or_else(|| words::only_operation(change));
        if let Some(id) = operation {
            finding = finding.operation(id);
        }
        if reach.is_none() {
            finding = words::reach(change).into_iter().fold(finding, FindingBuilder::note);
        }
        let notes = self.other_direction().into_iter().chain(self.undecided());
        finding = notes.fold(finding, FindingBuilder::note);
        finding = self.witnessed(finding, options);
        match self.rule.key("help") {
            Some(help) => finding.help(help),
            None => finding,
        }
    }

    /// The same with the witness.
    fn witnessed(&self, finding: FindingBuilder, options: &Options) -> FindingBuilder {
        let Some(witness) = &self.witness else { return finding };
        let refusing = if self.accepted_by_old() { &options.new_name } else { &options.old_name };
        let operation = &witness.operation;
        let whose = match &witness.part {
            Part::Parameter(place, name) => format!("{} {name} of {operation}", place.name()),
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

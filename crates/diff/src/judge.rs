//! What changes mean: for whom they break, and how bad that is.

use std::fmt;
use std::sync::Arc;

use contract::Projection;
use report::{Direction, Finding, Location, Part as ReportPart, Rule, Severity};
use serde_json::Value;

use crate::change::{Change, Reach};
use crate::place::Owner;
use crate::rules;
use crate::words;

/// How to judge and to report.
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
    /// One for each operation that it reaches.
    Operation,
}

/// Whom a change breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Clients of the old contract, on new servers.
    BreaksOldClients,
    /// Clients of the new contract, on old servers.
    BreaksNewClients,
    /// Nobody.
    Safe,
    /// That cannot be told, and why.
    Undecided(&'static str),
}

/// A change with what it means.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The change.
    pub change: Change,
    /// Whom it breaks.
    pub verdict: Verdict,
    /// The rule that says so.
    pub rule: &'static Rule,
    /// The direction that it was judged for: the worse one, where it reaches both.
    pub direction: Direction,
    /// How bad it is.
    pub severity: Severity,
}

/// Judges changes, the worst first, then by tag and place. Both contracts are those that the changes are of.
pub fn judge(old: Projection<'_>, new: Projection<'_>, changes: Vec<Change>) -> Vec<Judgement> {
    let _ = (old, new);
    let mut all: Vec<Judgement> = changes.into_iter().filter_map(one).collect();
    all.sort_by_cached_key(|one| (std::cmp::Reverse(one.severity), one.tag(), one.change.spot.to_string()));
    all
}

fn one(change: Change) -> Option<Judgement> {
    let fact = change.fact();
    let rule = |direction| rules::all().judge(&fact, direction).map(|rule| (direction, rule));
    // Of equal ones the first counts, and requests are first.
    let worst = change
        .directions()
        .filter_map(rule)
        .reduce(|best, next| if next.1.severity() > best.1.severity() { next } else { best });
    let (direction, rule) = worst?;
    let verdict = match rule.key("breaks") {
        Some("old") => Verdict::BreaksOldClients,
        Some("new") => Verdict::BreaksNewClients,
        Some("nothing") => Verdict::Safe,
        _ => Verdict::Undecided("which values this lets in or shuts out cannot be told from the contracts"),
    };
    Some(Judgement { severity: rule.severity(), change, verdict, rule, direction })
}

impl Judgement {
    /// The tag of the first operation that it reaches.
    pub fn tag(&self) -> Option<Arc<str>> {
        self.change.reach.first().and_then(|reach| reach.operation.tag.clone())
    }

    /// The findings that it makes.
    pub fn findings(&self, options: &Options) -> Vec<Finding> {
        match options.rows {
            Rows::Fact => vec![self.finding(options, None)],
            Rows::Operation => {
                let reached = self.change.reach.iter().filter(|reach| reach.direction == self.direction);
                reached.map(|reach| self.finding(options, Some(reach))).collect()
            }
        }
    }

    fn finding(&self, options: &Options, reach: Option<&Reach>) -> Finding {
        let change = &self.change;
        let gone = change.new == Value::Null && change.action == crate::Action::Removed;
        let source = if gone { &options.old_name } else { &options.new_name };
        let location = Location::new(Arc::clone(source), ReportPart::Document, change.spot.pointer());
        let message = words::message(self.rule, change);
        let mut finding =
            Finding::builder(self.rule, location, message).severity(self.severity).subject(change.spot.to_string());
        if let Owner::Component { new, .. } = &change.spot.owner {
            finding = finding.schema(Arc::clone(new));
        }
        if let Some(reach) = reach {
            finding = finding.operation(Arc::clone(&reach.operation.id));
        } else if let Some(id) = words::only_operation(change) {
            finding = finding.operation(id);
        }
        if reach.is_none() {
            finding = words::reach(change).into_iter().fold(finding, report::FindingBuilder::note);
        }
        if let Some(other) = self.other_direction() {
            finding = finding.note(other);
        }
        if let Verdict::Undecided(why) = &self.verdict {
            finding = finding.note(format!("cannot decide: {why}"));
        }
        self.rule.key("help").map(|help| finding.clone().help(help)).unwrap_or(finding).build()
    }

    /// What the change means in the direction that it was not judged for.
    fn other_direction(&self) -> Option<String> {
        let other = self.change.directions().find(|direction| *direction != self.direction)?;
        let rule = rules::all().judge(&self.change.fact(), other).filter(|rule| rule.id() != self.rule.id())?;
        Some(format!("in {}s: {} ({}, {})", other.as_str(), rule.title(), rule.severity(), rule.id()))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BreaksOldClients => f.write_str("breaks old clients"),
            Self::BreaksNewClients => f.write_str("breaks new clients on old servers"),
            Self::Safe => f.write_str("safe"),
            Self::Undecided(why) => write!(f, "cannot decide: {why}"),
        }
    }
}

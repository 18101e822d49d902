//! What changes mean: for whom they break, and how bad that is.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::fmt;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use contract::Projection;
use report::{Direction, Part, Rule, Severity};

use crate::action::Replaced;
use crate::change::Change;
use crate::fact::{Area, Fact};
use crate::place::Caller;
use crate::witness::{Accepts, Shown, Witness, Witnesses};

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
    Undecided(Cow<'static, str>),
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
    /// A value that one contract accepts and the other does not, where the change is one of values and at least a warning.
    pub witness: Option<Witness>,
}

/// Judges changes, the worst first, then by tag and place. Both contracts are those that the changes are of.
///
/// A break by values that no witness confirms is undecided, and at most a warning.
pub fn judge(old: Projection<'_>, new: Projection<'_>, changes: Vec<Change>) -> Vec<Judgement> {
    let mut all = in_parallel(changes, |changes| {
        let mut witnesses = Witnesses::new(old, new);
        changes.into_iter().filter_map(|change| judgement(change, &mut witnesses)).collect()
    });
    all.sort_by_cached_key(|one| (Reverse(one.severity), one.tag(), one.change.location.to_string()));
    all
}

/// What becomes of the changes, in their order, on all cores: changes that stand together share what witnesses need.
fn in_parallel(mut changes: Vec<Change>, judged: impl Fn(Vec<Change>) -> Vec<Judgement> + Sync) -> Vec<Judgement> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let share = changes.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let mut others = Vec::new();
        while changes.len() > share {
            let rest = changes.split_off(share);
            let first = std::mem::replace(&mut changes, rest);
            others.push(scope.spawn(|| judged(first)));
        }
        let last = judged(changes);
        let others = others.into_iter().flat_map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        others.chain(last).collect()
    })
}

impl Witnesses<'_> {
    /// Judges one change of the two contracts; nothing where both sides are shown to say the same.
    pub fn judge(&mut self, change: Change) -> Option<Judgement> {
        judgement(change, self)
    }
}

fn judgement(change: Change, witnesses: &mut Witnesses<'_>) -> Option<Judgement> {
    if change.is_unreferenced() {
        return Some(unreferenced(change));
    }
    let directions = change.directions();
    let rules = directions.flat_map(|direction| change.rules(direction).into_iter().map(move |rule| (direction, rule)));
    let judged = rules.filter_map(|(direction, rule)| judged(&change, direction, rule, witnesses));
    // Of equal ones the first counts, and requests are first.
    let (direction, rule, severity, verdict, witness) =
        judged.reduce(|best, next| if next.2 > best.2 { next } else { best })?;
    Some(Judgement { change, verdict, rule, direction, severity, witness })
}

/// Nobody knows who writes values to which no operation leads. What would be an error in a response is a warning.
fn unreferenced(change: Change) -> Judgement {
    let rule = Fact::Unreferenced(Replaced::Changed).rule(Part::Document);
    let response = change.fact.rule(Part::ResponseBody);
    let severity = if response.severity() == Severity::Error { Severity::Warning } else { Severity::Note };
    let verdict = Verdict::Undecided("no operation refers to it, so that it is not known who writes it".into());
    Judgement { change, verdict, rule, direction: Direction::Response, severity, witness: None }
}

type Judged = (Direction, &'static Rule, Severity, Verdict, Option<Witness>);

/// What a rule says of a change in one direction; nothing where both sides are shown to say the same.
fn judged(change: &Change, direction: Direction, rule: &'static Rule, witnesses: &mut Witnesses<'_>) -> Option<Judged> {
    let verdict = match rule.key("breaks") {
        Some("old") => Verdict::BreaksOldClients,
        Some("new") => Verdict::BreaksNewClients,
        Some("nothing") => Verdict::Safe,
        _ => Verdict::Undecided("which values this lets in or shuts out cannot be told from the contracts".into()),
    };
    let severity = rule.severity();
    let accepts = accepting(&verdict, direction);
    let Some(accepts) = accepts.filter(|_| change.fact.area() == Area::Values && severity > Severity::Note) else {
        return Some((direction, rule, severity, verdict, None));
    };
    let witness = witnesses.find(change, rule, direction, accepts);
    // What is ignored without a word is refused by nobody, and a loss all the same.
    let silent = rule.key("silent").is_some();
    match (&witness, silent) {
        (None, false) => match witnesses.shown(change, rule, direction, accepts) {
            Shown::Same => None,
            Shown::Taken => Some((direction, rule, Severity::Note, Verdict::Safe, None)),
            Shown::Nothing => {
                let why = witnesses.unjudged(change, rule, direction);
                let why =
                    why.map_or("no value was found that one side accepts and the other refuses".into(), Cow::Owned);
                let verdict = Verdict::Undecided(why);
                Some((direction, rule, severity.min(Severity::Warning), verdict, None))
            }
        },
        (Some(_), true) => Some((direction, rule, Severity::Error, verdict, witness)),
        _ => Some((direction, rule, severity, verdict, witness)),
    }
}

/// The contract by which a value is right that breaks somebody.
fn accepting(verdict: &Verdict, direction: Direction) -> Option<Accepts> {
    match (verdict, direction) {
        (Verdict::BreaksOldClients, Direction::Request) | (Verdict::BreaksNewClients, Direction::Response) => {
            Some(Accepts::Old)
        }
        (Verdict::BreaksOldClients, Direction::Response) | (Verdict::BreaksNewClients, Direction::Request) => {
            Some(Accepts::New)
        }
        (Verdict::Safe | Verdict::Undecided(_), _) => None,
    }
}

impl Judgement {
    /// The tag of the first operation that it reaches.
    pub fn tag(&self) -> Option<Arc<str>> {
        self.change.reach.first().and_then(|reach| reach.operation.tag.clone())
    }

    /// Whether it was judged for a callback or webhook, and no other operation.
    pub(crate) fn reaches_callback(&self) -> bool {
        let mut reached = self.change.reach.iter().filter(|reach| reach.direction == self.direction).peekable();
        reached.peek().is_some() && reached.all(|reach| reach.operation.caller == Caller::Server)
    }

    /// Whether it is the old contract that accepts the witness.
    pub(crate) fn accepted_by_old(&self) -> bool {
        accepting(&self.verdict, self.direction) == Some(Accepts::Old)
    }

    /// What the change means in the direction that it was not judged for.
    pub(crate) fn other_direction(&self) -> Option<String> {
        let other = self.change.directions().find(|direction| *direction != self.direction)?;
        let rule = self.change.rules(other).into_iter().find(|rule| *rule != self.rule)?;
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

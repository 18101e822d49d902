//! How an operation fares at each release, by the exchanges that were seen of it.

use std::collections::HashMap;

use super::{Assessment, Confidence, EvidenceKind, Reason};
use crate::check::location;
use crate::exchange::Exchange;
use contract::{Operation, Release, ReleaseSet};
use report::{Location, Part};

/// How an operation fares at a release, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Support {
    /// Every request is accepted, and every answer promised.
    Fits,
    /// Some answer holds what the release does not declare.
    Surplus,
    /// The document contradicts some answer.
    Differs,
    /// Something in a request is ignored.
    Ignored,
    /// A request is refused.
    Refused,
    /// The operation does not exist.
    Absent,
}

impl Support {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::Surplus => "surplus",
            Self::Differs => "differs",
            Self::Ignored => "ignored",
            Self::Refused => "refused",
            Self::Absent => "absent",
        }
    }

    fn of(reason: &Reason) -> Self {
        match (reason.is_of_request(), reason.evidence.confidence) {
            _ if reason.evidence.kind == EvidenceKind::Exists => Self::Absent,
            (true, Confidence::Documented) => Self::Refused,
            (true, Confidence::Undeclared) => Self::Ignored,
            (false, Confidence::Documented) => Self::Differs,
            (false, Confidence::Undeclared) => Self::Surplus,
        }
    }
}

/// Something that keeps an operation from fitting some releases.
pub struct Obstacle {
    /// What it does.
    pub support: Support,
    /// The part of the exchange that it stands in.
    pub part: Part,
    /// Where in that, as [`Evidence::place`](super::Evidence::place) has it.
    pub place: String,
    /// What was seen there.
    pub kind: EvidenceKind,
    /// The releases that it speaks against.
    pub against: ReleaseSet,
    /// In how many exchanges it was seen, of those that were looked at exhaustive.
    pub count: usize,
    /// Where first.
    pub location: Location,
}

/// One operation with all that was seen of it.
pub struct OperationSupport<'c> {
    /// The operation.
    pub operation: &'c Operation,
    /// Exchanges of it.
    pub exchanges: usize,
    /// Those of them of which everything was looked at; the others tell what these tell.
    pub exhaustive: usize,
    /// Requests that the server refused, which say nothing.
    pub refused: usize,
    /// The releases that accept all requests.
    pub accepted: ReleaseSet,
    /// Those of them that ignore nothing in one.
    pub fully_supported: ReleaseSet,
    /// The releases that promise all answers.
    pub answered: ReleaseSet,
    /// What keeps it from fitting some releases.
    pub obstacles: Vec<Obstacle>,
    /// Exchanges in which something fits no release at all.
    pub nowhere: usize,
    known: HashMap<(Support, Part, String, ReleaseSet), usize>,
}

impl<'c> OperationSupport<'c> {
    /// An operation of which nothing was seen yet.
    pub fn new(operation: &'c Operation) -> Self {
        Self {
            operation,
            exchanges: 0,
            exhaustive: 0,
            refused: 0,
            accepted: ReleaseSet::all(),
            fully_supported: ReleaseSet::all(),
            answered: ReleaseSet::all(),
            obstacles: Vec::new(),
            nowhere: 0,
            known: HashMap::new(),
        }
    }

    /// Takes one more exchange into account. Of a request that the server refused, only that the operation exists counts.
    pub fn add(&mut self, exchange: &Exchange, assessment: &Assessment<'c>) {
        self.exchanges += 1;
        self.exhaustive += usize::from(assessment.exhaustive);
        let refused = exchange.response.as_ref().is_some_and(|response| response.status >= 400);
        self.refused += usize::from(refused);
        let mut is_nowhere = false;
        for reason in &assessment.reasons {
            let support = Support::of(reason);
            let against = assessment.open - reason.evidence.releases;
            // What no release fits does not tell them apart.
            let nowhere = support != Support::Absent && (assessment.alive - against).is_empty();
            is_nowhere |= nowhere && !refused;
            if !nowhere && (support == Support::Absent || !refused) {
                self.obstacle(support, reason, against, exchange);
            }
        }
        self.nowhere += usize::from(is_nowhere);
        self.narrow(assessment.alive, refused);
    }

    fn narrow(&mut self, alive: ReleaseSet, refused: bool) {
        let without = |supports: &[Support]| {
            let against = self.obstacles.iter().filter(|one| supports.contains(&one.support));
            against.fold(alive, |left, one| left - one.against)
        };
        let (accepted, fully_supported) =
            (without(&[Support::Refused]), without(&[Support::Refused, Support::Ignored]));
        let answered = without(&[Support::Differs]);
        self.accepted = self.accepted & accepted;
        self.fully_supported = self.fully_supported & fully_supported;
        if !refused {
            self.answered = self.answered & answered;
        }
        self.answered = self.answered & alive;
    }

    fn obstacle(&mut self, support: Support, reason: &Reason, against: ReleaseSet, exchange: &Exchange) {
        let evidence = &reason.evidence;
        let key = (support, reason.part, evidence.place.clone(), against);
        if let Some(known) = self.known.get(&key).and_then(|index| self.obstacles.get_mut(*index)) {
            known.count += 1;
            return;
        }
        self.known.insert(key, self.obstacles.len());
        // A name in a map is the user's: its pointer is not shown.
        let pointer = if evidence.place.contains('*') { "" } else { &evidence.pointer };
        self.obstacles.push(Obstacle {
            support,
            part: reason.part,
            place: evidence.place.clone(),
            kind: evidence.kind.clone(),
            against,
            count: 1,
            location: location(exchange, reason.part, pointer),
        });
    }

    /// How the operation fares at a release: the worst that was seen.
    pub fn at(&self, release: Release) -> Support {
        let against = self.obstacles.iter().filter(|one| one.against.contains(release));
        against.map(|one| one.support).max().unwrap_or(Support::Fits)
    }

    /// The releases at which it fares so, and the first reason for that at each run of them.
    pub fn stories(&self, open: ReleaseSet) -> Vec<(Support, ReleaseSet, &Obstacle)> {
        let mut stories: Vec<(Support, ReleaseSet, &Obstacle)> = Vec::new();
        for release in open.iter() {
            let support = self.at(release);
            let Some(first) = self.obstacles.iter().find(|one| one.support == support && one.against.contains(release))
            else {
                continue;
            };
            match stories.last_mut() {
                Some((known, set, reason)) if *known == support && std::ptr::eq(*reason, first) => set.insert(release),
                _ => stories.push((support, ReleaseSet::only(release), first)),
            }
        }
        stories
    }
}

//! One operation against the releases.

use std::collections::HashMap;
use std::sync::Arc;

use contract::{Operation, Release, ReleaseSet};
use report::{Location, Part};
use validator::assess::{Assessment, Confidence, EvidenceKind, Reason};
use validator::check::location;
use validator::exchange::Exchange;

/// How an operation fares at a release, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Cell {
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

impl Cell {
    /// Every one, with its sign and what that means.
    pub(super) const ALL: [(Self, char, &'static str); 6] = [
        (Self::Fits, '✓', "accepted as sent, answered as received"),
        (Self::Surplus, '+', "answers hold fields that it does not declare"),
        (Self::Differs, '≠', "it would answer otherwise"),
        (Self::Ignored, '~', "it ignores something in the request"),
        (Self::Refused, '✗', "it refuses the request"),
        (Self::Absent, '·', "no such operation"),
    ];

    pub(super) fn sign(self) -> char {
        Self::ALL.into_iter().find(|(cell, _, _)| *cell == self).map_or(' ', |(_, sign, _)| sign)
    }

    /// Its name for programs.
    pub(super) fn name(self) -> &'static str {
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
pub(super) struct Break {
    pub(super) cell: Cell,
    pub(super) part: Part,
    pub(super) place: String,
    pub(super) sign: EvidenceKind,
    /// The releases that it speaks against.
    pub(super) against: ReleaseSet,
    /// In how many exchanges it was seen, of those that were looked at closely.
    pub(super) count: usize,
    /// Where first.
    pub(super) location: Location,
}

/// One operation with all that was seen of it.
pub(super) struct Row<'c> {
    pub(super) operation: &'c Operation,
    pub(super) exchanges: usize,
    /// Those of them of which everything was looked at; the others tell what these tell.
    pub(super) closely: usize,
    /// Requests that the server refused, which say nothing.
    pub(super) refused: usize,
    pub(super) accepted: ReleaseSet,
    pub(super) heeded: ReleaseSet,
    pub(super) answered: ReleaseSet,
    pub(super) breaks: Vec<Break>,
    /// Assessor in which something fits no release at all.
    pub(super) nowhere: usize,
    known: HashMap<(Cell, Part, String, ReleaseSet), usize>,
}

impl<'c> Row<'c> {
    pub(super) fn new(operation: &'c Operation) -> Self {
        Self {
            operation,
            exchanges: 0,
            closely: 0,
            refused: 0,
            accepted: ReleaseSet::ALL,
            heeded: ReleaseSet::ALL,
            answered: ReleaseSet::ALL,
            breaks: Vec::new(),
            nowhere: 0,
            known: HashMap::new(),
        }
    }

    /// Takes one more exchange into account. Of a request that the server refused, only that the operation exists counts.
    pub(super) fn add(&mut self, exchange: &Exchange, told: &Assessment<'c>) {
        self.exchanges += 1;
        self.closely += usize::from(told.exhaustive);
        let refused = exchange.response.as_ref().is_some_and(|response| response.status >= 400);
        self.refused += usize::from(refused);
        let mut is_nowhere = false;
        for reason in &told.reasons {
            let cell = Cell::of(reason);
            let against = told.open - reason.evidence.releases;
            // What no release fits does not tell them apart.
            let nowhere = cell != Cell::Absent && (told.alive - against).is_empty();
            is_nowhere |= nowhere && !refused;
            if !nowhere && (cell == Cell::Absent || !refused) {
                self.breaks(cell, reason, against, exchange);
            }
        }
        self.nowhere += usize::from(is_nowhere);
        self.narrow(told.alive, refused);
    }

    fn narrow(&mut self, alive: ReleaseSet, refused: bool) {
        let without = |cells: &[Cell]| {
            let against = self.breaks.iter().filter(|one| cells.contains(&one.cell));
            against.fold(alive, |left, one| left - one.against)
        };
        let (accepted, heeded) = (without(&[Cell::Refused]), without(&[Cell::Refused, Cell::Ignored]));
        let answered = without(&[Cell::Differs]);
        self.accepted = self.accepted & accepted;
        self.heeded = self.heeded & heeded;
        if !refused {
            self.answered = self.answered & answered;
        }
        self.answered = self.answered & alive;
    }

    fn breaks(&mut self, cell: Cell, reason: &Reason, against: ReleaseSet, exchange: &Exchange) {
        let evidence = &reason.evidence;
        let key = (cell, reason.part, evidence.place.clone(), against);
        if let Some(known) = self.known.get(&key).and_then(|index| self.breaks.get_mut(*index)) {
            known.count += 1;
            return;
        }
        self.known.insert(key, self.breaks.len());
        // A name in a map is the user's: its pointer is not shown.
        let pointer = if evidence.place.contains('*') { "" } else { &evidence.pointer };
        self.breaks.push(Break {
            cell,
            part: reason.part,
            place: evidence.place.clone(),
            sign: evidence.kind.clone(),
            against,
            count: 1,
            location: location(exchange, reason.part, pointer),
        });
    }

    /// How the operation fares at a release: the worst that was seen.
    pub(super) fn at(&self, release: Release) -> Cell {
        let against = self.breaks.iter().filter(|one| one.against.contains(release));
        against.map(|one| one.cell).max().unwrap_or(Cell::Fits)
    }

    /// The releases at which it fares so, and the first reason for that at each run of them.
    pub(super) fn stories(&self, open: ReleaseSet) -> Vec<(Cell, ReleaseSet, &Break)> {
        let mut stories: Vec<(Cell, ReleaseSet, &Break)> = Vec::new();
        for release in open.iter() {
            let cell = self.at(release);
            let Some(first) = self.breaks.iter().find(|one| one.cell == cell && one.against.contains(release)) else {
                continue;
            };
            match stories.last_mut() {
                Some((known, set, reason)) if *known == cell && std::ptr::eq(*reason, first) => set.insert(release),
                _ => stories.push((cell, ReleaseSet::only(release), first)),
            }
        }
        stories
    }
}

impl Break {
    /// What was seen and what that means, in words.
    pub(super) fn words(&self) -> String {
        let place =
            if self.place.is_empty() { "the body".to_owned() } else { format!("`{}`", report::escape(&self.place)) };
        let part = match self.part {
            Part::RequestPath => "path ",
            Part::RequestQuery => "query ",
            Part::RequestHeader | Part::ResponseHeader => "header ",
            _ => "",
        };
        let side = if self.cell <= Cell::Differs { "answer" } else { "request" };
        match (&self.sign, self.cell) {
            (EvidenceKind::Exists, _) => "the operation does not exist".to_owned(),
            (EvidenceKind::Missing, Cell::Refused) => format!("{side}: {part}{place} must be sent"),
            (EvidenceKind::Missing, _) => format!("{side}: {place} would be there"),
            (EvidenceKind::Present, Cell::Ignored) => format!("{side}: {part}{place} is ignored"),
            (EvidenceKind::Present, Cell::Surplus) => format!("{side}: {place} is not declared"),
            (EvidenceKind::Present, _) => format!("{side}: {place} is not allowed"),
            (EvidenceKind::Type(kind), _) => format!("{side}: {part}{place} is not of type {kind} there"),
            (EvidenceKind::Constant(value), _) => {
                format!("{side}: {part}{place} has no value \"{}\" there", report::escape(&report::shorten(value, 40)))
            }
            (EvidenceKind::Form, _) => format!("{side}: {part}{place} has another form there"),
            (EvidenceKind::Media(name), _) => format!("{side}: {} is not a media type there", report::escape(name)),
            (EvidenceKind::Status(status), _) => format!("{side}: status {status} is not documented there"),
        }
    }

    /// The exchange in which it was seen first.
    pub(super) fn example(&self) -> (Arc<str>, Option<usize>) {
        (self.location.source.clone(), self.location.entry)
    }
}

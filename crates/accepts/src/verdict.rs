//! What there is to say of a model: at which releases it works, and what of the others it does not take.

use contract::ReleaseSet;
use diff::{Step, Witness};

use crate::fact::Fact;

/// A model against all releases.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The releases that were looked at.
    pub releases: ReleaseSet,
    /// Those at which whatever may be written is taken.
    pub works: ReleaseSet,
    /// Those at which something may be written that is not taken, or that have nothing of the kind.
    pub breaks: ReleaseSet,
    /// What is not taken, each thing once, with the releases at which it is so.
    pub refusals: Vec<Refusal>,
}

/// Something that the one side may write and the other does not take.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub(crate) fact: Fact,
    /// The way to the place.
    pub(crate) steps: Vec<Step>,
    /// What may be written there: `may be an integer`.
    pub(crate) may: String,
    /// What is taken: `the model takes a string`.
    pub(crate) taken: String,
    /// The least value that shows it, at the oldest of the releases.
    pub(crate) witness: Option<Witness>,
    /// Why it cannot be told, where it cannot.
    pub(crate) undecided: Option<String>,
    /// The releases at which it is so.
    pub(crate) releases: ReleaseSet,
}

impl Refusal {
    /// The rule's id.
    pub fn rule(&self) -> &'static str {
        self.fact.rule(report::Part::Document).id()
    }

    /// The way to the place, as a programmer writes it: `` `people[].name` ``.
    pub fn place(&self) -> String {
        crate::place::path(&self.steps, "the whole")
    }

    /// What may be written there: `may be an integer`.
    pub fn may(&self) -> &str {
        &self.may
    }

    /// The releases at which it is so.
    pub fn releases(&self) -> ReleaseSet {
        self.releases
    }

    /// The least value that shows it.
    pub fn witness(&self) -> Option<&Witness> {
        self.witness.as_ref()
    }

    /// Whether it keeps the model from working.
    pub(crate) fn breaks(&self) -> bool {
        !matches!(self.fact, Fact::Ignored | Fact::NeverSent | Fact::Undecided)
    }

    fn is_same(&self, other: &Self) -> bool {
        self.fact == other.fact && self.steps == other.steps && self.may == other.may && self.taken == other.taken
    }
}

impl Verdict {
    /// The verdict on a model by what is not taken, and the releases that have nothing of the kind.
    pub(crate) fn new(releases: ReleaseSet, absent: ReleaseSet, found: Vec<Refusal>) -> Self {
        let mut refusals: Vec<Refusal> = Vec::new();
        for one in found {
            match refusals.iter_mut().find(|known| known.is_same(&one)) {
                Some(known) => known.releases = known.releases | one.releases,
                None => refusals.push(one),
            }
        }
        let of = |wanted: &dyn Fn(&Refusal) -> bool| {
            let wanted = refusals.iter().filter(|one| wanted(one));
            wanted.fold(ReleaseSet::NONE, |all, one| all | one.releases)
        };
        let breaks = absent | of(&Refusal::breaks);
        let undecided = of(&|one| one.fact == Fact::Undecided);
        Self { releases, works: releases - breaks - undecided, breaks, refusals }
    }
}

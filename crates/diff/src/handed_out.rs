//! What servers promise of their own values: a client that sends back what it was given need not fear such a limit.

use std::collections::HashMap;

use report::Direction;

use crate::change::Change;
use crate::fact::{Area, Fact};
use crate::judge::{Judgement, Verdict};
use crate::kinds::{Thing, leaf};

/// At how many places responses keep to what changed, by what that is.
pub(crate) struct HandedOut(HashMap<Promise, usize>);

/// What values keep to: an aspect, and what it says. A pattern or format speaks for itself; of a number one must know of
/// what, which its name says.
#[derive(PartialEq, Eq, Hash)]
struct Promise {
    aspect: &'static str,
    value: String,
    name: Option<String>,
}

impl HandedOut {
    pub(crate) fn of(judgements: &[Judgement]) -> Self {
        let mut places = HashMap::new();
        let answered = |change: &&Change| change.directions().any(|direction| direction == Direction::Response);
        for promise in judgements.iter().map(|one| &one.change).filter(answered).filter_map(Promise::of) {
            *places.entry(promise).or_insert(0) += 1;
        }
        Self(places)
    }

    /// That servers of the new side keep to what they now ask of requests, where they promise that.
    pub(crate) fn note(&self, judgement: &Judgement, new: &str) -> Option<String> {
        let asked = judgement.direction == Direction::Request && judgement.verdict == Verdict::BreaksOldClients;
        let places = Promise::of(&judgement.change).filter(|_| asked).and_then(|promise| self.0.get(&promise))?;
        let at = if *places == 1 { "1 place".to_owned() } else { format!("{places} places") };
        Some(format!(
            "values that the server itself handed out satisfy it: {new} promises the same of responses, at {at}"
        ))
    }
}

impl Promise {
    fn of(change: &Change) -> Option<Self> {
        let says = change.fact.area() == Area::Values && Thing::of(change) == Thing::Value && !change.new.is_null();
        let name = match change.fact {
            Fact::Pattern(_) | Fact::Format(_) => None,
            _ => leaf(change).map(str::to_owned),
        };
        says.then(|| Self { aspect: change.fact.name(), value: change.new.to_string(), name })
    }
}

//! The places of a finding that holds at several.

use std::sync::Arc;

use serde::Serialize;

use crate::{Acceptance, Finding, Location};

/// One of several places at which the same is found.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Place {
    /// What is found there: what a finding of this place alone would be about.
    pub subject: Option<Arc<str>>,
    /// The `operationId` of the operation, where it is but one.
    pub operation: Option<Arc<str>>,
    /// The name of the schema that holds the place.
    pub schema: Option<Arc<str>>,
    /// Where.
    pub location: Location,
    /// The same place on the other side of a comparison.
    pub counterpart: Option<Location>,
    /// The operations that the place reaches, by `operationId`.
    pub operations: Vec<Arc<str>>,
}

impl Place {
    /// That of a finding of one place.
    pub fn of(finding: &Finding) -> Self {
        Self {
            subject: finding.subject.clone(),
            operation: finding.operation.clone(),
            schema: finding.schema.clone(),
            location: finding.location.clone(),
            counterpart: finding.counterpart.clone(),
            operations: finding.operations.clone(),
        }
    }
}

impl Finding {
    /// How many findings it counts as: a change at many places is one, repetitions in traffic are as many as there are.
    pub fn weight(&self) -> u64 {
        if self.places.is_empty() { self.count } else { 1 }
    }

    /// The message, with the number of places where there are several.
    pub fn headline(&self) -> String {
        match self.places.len() {
            0 | 1 => self.message.clone(),
            places => format!("{} (at {places} places)", self.message),
        }
    }

    /// A finding for each of its places; itself where it has but one.
    pub fn by_place(&self) -> Vec<Self> {
        if self.places.is_empty() {
            vec![self.clone()]
        } else {
            self.places.iter().map(|place| self.at(place)).collect()
        }
    }

    /// The finding of one of its places by itself.
    #[must_use]
    pub fn at(&self, place: &Place) -> Self {
        Self {
            subject: place.subject.clone(),
            operation: place.operation.clone(),
            schema: place.schema.clone(),
            location: place.location.clone(),
            counterpart: place.counterpart.clone(),
            operations: place.operations.clone(),
            places: Vec::new(),
            count: 1,
            ..self.clone()
        }
    }

    /// The reason not to show it, if there is one. Of several places those stay for which there is none.
    pub(crate) fn accepted(&mut self, accepts: &mut dyn FnMut(&Self) -> Option<Acceptance>) -> Option<Acceptance> {
        if self.places.is_empty() {
            return accepts(self);
        }
        let mut reason = None;
        let mut left = Vec::new();
        for place in &self.places {
            match accepts(&self.at(place)) {
                Some(acceptance) => reason = reason.or(Some(acceptance)),
                None => left.push(place.clone()),
            }
        }
        if left.is_empty() {
            return reason;
        }
        if let gone @ 1.. = self.places.len() - left.len() {
            let them = if gone == 1 { "1 more place is".to_owned() } else { format!("{gone} more places are") };
            self.notes.push(format!("{them} accepted"));
            self.hold_at(left);
        }
        None
    }

    /// The same at these places: what is said of all of them follows from them. Without any, it stays as it is.
    pub(crate) fn hold_at(&mut self, places: Vec<Place>) {
        let Some(first) = places.first() else { return };
        self.location = first.location.clone();
        self.counterpart.clone_from(&first.counterpart);
        self.operation = common(&places, |place| &place.operation);
        self.schema = common(&places, |place| &place.schema);
        self.operations = distinct(&places);
        self.count = u64::try_from(places.len()).unwrap_or(u64::MAX);
        self.places = places;
    }
}

/// What all places have in common.
fn common(places: &[Place], name: impl Fn(&Place) -> &Option<Arc<str>>) -> Option<Arc<str>> {
    let first = places.first().and_then(|place| name(place).as_ref())?;
    places.iter().all(|place| name(place).as_ref() == Some(first)).then(|| Arc::clone(first))
}

/// The operations that any of them reaches, each once.
fn distinct(places: &[Place]) -> Vec<Arc<str>> {
    let mut known = std::collections::HashSet::new();
    let all = places.iter().flat_map(|place| &place.operations);
    all.filter(|operation| known.insert(Arc::clone(operation))).cloned().collect()
}

//! Markers: what upstream's document claims of an element's age. A claim, which can be wrong; eras are observed.

use std::fmt;

/// One claim: that something reached a state in a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The state that was reached.
    pub state: State,
    /// The version as it stands in the document: `v1.116.0`, `v2`, `111.0.0`.
    pub version: String,
    /// The operation or property to use instead, where one is named.
    pub replacement: Option<String>,
}

/// What a claim says happened.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It came.
    Added,
    /// It may change without notice.
    Alpha,
    /// It may still change.
    Beta,
    /// It is promised.
    Stable,
    /// It changed in some way.
    Updated,
    /// It is for upstream's own clients.
    Internal,
    /// It will go.
    Deprecated,
    /// A state that is not known here.
    Other(String),
}

const STATES: &[(&str, State)] = &[
    ("Added", State::Added),
    ("Alpha", State::Alpha),
    ("Beta", State::Beta),
    ("Stable", State::Stable),
    ("Updated", State::Updated),
    ("Internal", State::Internal),
    ("Deprecated", State::Deprecated),
];

impl State {
    /// The state that a document's word names.
    pub fn named(word: &str) -> Self {
        let known = STATES.iter().find(|(name, _)| *name == word);
        known.map_or_else(|| Self::Other(word.to_owned()), |(_, state)| state.clone())
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, STATES.iter().find(|(_, state)| state == self)) {
            (Self::Other(word), _) => f.write_str(word),
            (_, known) => f.write_str(known.map_or("", |(name, _)| name)),
        }
    }
}

/// The claims of one element, in the document's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History(pub Vec<Claim>);

impl History {
    /// What the document's `x-immich-state` says: the last state that is more than a coming or a change.
    pub fn state(&self) -> Option<&State> {
        self.0.iter().map(|claim| &claim.state).rfind(|state| !matches!(state, State::Added | State::Updated))
    }

    /// The last claim of this state.
    pub fn claim(&self, state: &State) -> Option<&Claim> {
        self.0.iter().rfind(|claim| claim.state == *state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn state_is_the_last_one_reached() {
        let claim = |state| Claim { state, version: "v1".to_owned(), replacement: None };
        let history = |states: Vec<State>| History(states.into_iter().map(claim).collect());
        assert_eq!(history(vec![State::Added]).state(), None);
        assert_eq!(history(vec![State::Added, State::Beta, State::Stable]).state(), Some(&State::Stable));
        assert_eq!(history(vec![State::Added, State::Stable, State::Updated]).state(), Some(&State::Stable));
    }

    #[test]
    fn words_read_and_print_alike() {
        for word in ["Added", "Internal", "Deprecated", "Brewing"] {
            assert_eq!(State::named(word).to_string(), word);
        }
    }
}

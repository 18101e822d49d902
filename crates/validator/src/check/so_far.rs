//! What a checker can tell of what it has checked so far.

use contract::ReleaseSet;

use super::{Checker, Reached};

impl Checker<'_> {
    /// The releases that are checked against.
    pub fn releases(&self) -> ReleaseSet {
        self.open
    }

    /// The ids of the operations that what was checked so far calls, in order.
    pub fn exercised(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.seen.iter().map(|id| (*id).to_owned()).collect();
        ids.sort_unstable();
        ids
    }

    /// Which requests of what was checked so far went to the API.
    pub fn reached(&self) -> &Reached {
        &self.reached
    }
}

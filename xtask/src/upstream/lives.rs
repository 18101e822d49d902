//! Releases as the models write them.

use contract::{Release, ReleaseSet};

/// Releases of an element, cut to those of its owner: what began or ended with the owner is open at that end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Owner {
    /// The releases of documents at which the owner exists.
    pub(crate) seen: ReleaseSet,
    /// The life that is written on the owner.
    pub(crate) written: ReleaseSet,
}

impl Owner {
    /// The set as it is written on something that the owner has.
    pub(crate) fn life(self, seen: ReleaseSet) -> ReleaseSet {
        if self.seen.is_subset(seen) {
            return self.written;
        }
        let (first, last) = (self.seen.first(), self.seen.last());
        let starts = first.is_some_and(|first| seen.contains(first));
        let ends = last.is_some_and(|last| seen.contains(last));
        let outside = |release: &Release| {
            (starts && first.is_some_and(|first| *release < first))
                || (ends && last.is_some_and(|last| *release > last))
        };
        (seen | Release::all().filter(outside).collect()) & self.written
    }

    /// What the owner has, as an owner itself.
    pub(crate) fn part(self, life: ReleaseSet) -> Self {
        Self { seen: self.seen & life, written: life }
    }
}

/// A set as ranges.
pub(crate) fn ranges(set: ReleaseSet) -> String {
    format!("{:?}", set.to_ranges())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> ReleaseSet {
        text.parse().unwrap()
    }

    #[test]
    fn an_end_that_is_the_owners_is_open() {
        let owner = Owner { seen: set("1.106.0..3.0.0-rc.1"), written: set("..3.0.0-rc.1") };
        assert_eq!(ranges(owner.life(set("1.106.0..2.0.0"))), "\"..2.0.0\"");
        assert_eq!(ranges(owner.life(set("2.0.0..3.0.0-rc.1"))), "\"2.0.0..3.0.0-rc.1\"");
        assert_eq!(ranges(owner.life(set("1.106.0..3.0.0-rc.1"))), "\"..3.0.0-rc.1\"");
    }
}

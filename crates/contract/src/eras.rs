//! Something that changes from release to release.

use crate::{Release, ReleaseSet};

/// A value by era: each entry says at which releases it counts. The sets are disjoint; gaps are allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eras<T>(Vec<(ReleaseSet, T)>);

impl<T> Eras<T> {
    /// A value at no release.
    pub const fn never() -> Self {
        Self(Vec::new())
    }

    /// The same value at every release.
    pub fn always(value: T) -> Self {
        Self(vec![(ReleaseSet::all(), value)])
    }

    /// Adds an era. Releases that an earlier era already has stay with that.
    pub fn push(&mut self, releases: ReleaseSet, value: T) {
        let free = releases - self.life();
        if !free.is_empty() {
            self.0.push((free, value));
        }
    }

    /// The value at one release.
    pub fn at(&self, release: Release) -> Option<&T> {
        self.0.iter().find(|(releases, _)| releases.contains(release)).map(|(_, value)| value)
    }

    /// The value that was added last: where eras stand in the order of age, the newest.
    pub fn newest(&self) -> Option<&T> {
        self.0.last().map(|(_, value)| value)
    }

    /// The same in the order of age, the newest also at the releases at which there was none: for what has a value always.
    #[must_use]
    pub fn completed(mut self) -> Self {
        self.0.sort_by_key(|(releases, _)| releases.last());
        let Some((_, newest)) = self.0.pop() else { return self };
        self.push(ReleaseSet::all(), newest);
        self
    }

    /// The releases at which there is a value.
    pub fn life(&self) -> ReleaseSet {
        self.0.iter().fold(ReleaseSet::NONE, |life, (releases, _)| life | *releases)
    }

    /// Each era with its value, in the order in which they were added.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (ReleaseSet, &T)> {
        self.0.iter().map(|(releases, value)| (*releases, value))
    }

    /// The values alone, for changing them.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The one value of something that never changes.
    pub fn constant(&self) -> Option<&T> {
        match self.0.as_slice() {
            [(releases, value)] if *releases == ReleaseSet::all() => Some(value),
            _ => None,
        }
    }

    /// Whether there is a value at no release.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Eras<T> {
    fn default() -> Self {
        Self::never()
    }
}

impl<T> FromIterator<(ReleaseSet, T)> for Eras<T> {
    fn from_iter<I: IntoIterator<Item = (ReleaseSet, T)>>(eras: I) -> Self {
        let mut all = Self::never();
        eras.into_iter().for_each(|(releases, value)| all.push(releases, value));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eras_are_disjoint_and_may_have_gaps() {
        let range = |text: &str| text.parse::<ReleaseSet>().unwrap();
        let eras: Eras<&str> =
            [(range("..1.110.0"), "old"), (range("1.109.0..2.0.0"), "middle"), (range("3.0.2.."), "new")]
                .into_iter()
                .collect();
        let at = |version| eras.at(Release::known(version)).copied();
        assert_eq!(at("1.109.2"), Some("old"), "the earlier entry keeps its releases");
        assert_eq!(at("1.110.0"), Some("middle"));
        assert_eq!(at("2.7.5"), None);
        assert_eq!(at("3.0.2"), Some("new"));
        assert_eq!(eras.life().to_ranges(), "..2.0.0, 3.0.2..");
    }

    #[test]
    fn completed_eras_have_a_value_always() {
        let range = |text: &str| text.parse::<ReleaseSet>().unwrap();
        let eras = Eras::from_iter([(range("2.0.0..3.0.0-rc.1"), "new"), (range("..1.110.0"), "old")]).completed();
        let told: Vec<_> = eras.iter().map(|(releases, value)| (releases.to_ranges(), *value)).collect();
        assert_eq!(told, [("..1.110.0".to_owned(), "old"), ("1.110.0..".to_owned(), "new")]);
        assert_eq!(eras.newest(), Some(&"new"));
    }
}

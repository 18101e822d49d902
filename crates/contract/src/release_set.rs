//! Sets of known releases, written and printed as ranges.

use std::fmt;
use std::ops::{BitAnd, BitOr, Not, Sub};
use std::str::FromStr;

use crate::{Release, ReleaseSource};

const WORDS: usize = 4;

/// A set of known releases: one bit per row of the table.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReleaseSet([u64; WORDS]);

/// A text that is not a set of releases.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{text:?} is not a set of releases: {why}; write A..B (without B), A.., ..B or .., several separated by commas"
)]
pub struct RangeError {
    text: String,
    why: String,
}

impl ReleaseSet {
    /// No release.
    pub const NONE: Self = Self([0; WORDS]);

    /// Every known release.
    pub fn all() -> Self {
        Self(first_bits(Release::latest().index() + 1))
    }

    /// One release.
    #[inline]
    pub fn only(release: Release) -> Self {
        let mut set = Self::NONE;
        set.insert(release);
        set
    }

    /// The half-open interval from `since` up to, not including, `until`; without `until` it has no end.
    pub fn between(since: Release, until: Option<Release>) -> Self {
        let end = until.map_or_else(|| Release::latest().index() + 1, Release::index);
        Self(first_bits(end)) - Self(first_bits(since.index()))
    }

    /// Adds one release.
    #[inline]
    pub fn insert(&mut self, release: Release) {
        if let Some(word) = self.0.get_mut(release.index() / 64) {
            *word |= 1 << (release.index() % 64);
        }
    }

    /// Whether the set has this release.
    #[inline]
    pub fn contains(self, release: Release) -> bool {
        self.0.get(release.index() / 64).is_some_and(|word| word >> (release.index() % 64) & 1 == 1)
    }

    /// Whether the set has no release.
    #[inline]
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// Whether every release of this set is in the other.
    #[inline]
    pub fn is_subset(self, other: Self) -> bool {
        (self - other).is_empty()
    }

    /// How many releases the set has.
    pub fn len(self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Those of the set of which what is known comes from a source of this kind.
    #[must_use]
    pub fn from_source(self, source: ReleaseSource) -> Self {
        self.iter().filter(|release| release.source() == source).collect()
    }

    /// The oldest release of the set.
    pub fn first(self) -> Option<Release> {
        self.iter().next()
    }

    /// The newest release of the set.
    pub fn last(self) -> Option<Release> {
        self.iter().next_back()
    }

    /// The releases of the set, oldest first.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Release> {
        Members(self)
    }

    /// The maximal runs of neighbouring releases: first and last of each.
    pub fn runs(self) -> Vec<(Release, Release)> {
        let mut runs: Vec<(Release, Release)> = Vec::new();
        for release in self.iter() {
            match runs.last_mut() {
                Some((_, last)) if release.previous() == Some(*last) => *last = release,
                _ => runs.push((release, release)),
            }
        }
        runs
    }

    /// The same by version, for those who do not know the table; a run that ends with it has no last.
    pub fn named_runs(self) -> Vec<(&'static str, Option<&'static str>)> {
        let last = |last: Release| (last != Release::latest()).then(|| last.version());
        self.runs().into_iter().map(|(first, end)| (first.version(), last(end))).collect()
    }

    /// The set with these runs, if their releases are known.
    pub fn of_named_runs(runs: &[(&str, Option<&str>)]) -> Option<Self> {
        runs.iter().try_fold(Self::NONE, |set, (first, last)| {
            let first = Release::exact(first)?;
            let last = last.map_or_else(|| Some(Release::latest()), Release::exact)?;
            Some(set | (Self::between(first, None) - Self::between(last, None)) | Self::only(last))
        })
    }

    /// The set as half-open ranges, the form that [`FromStr`] reads: `1.126.0..1.133.0`.
    pub fn to_ranges(self) -> String {
        let ranges = self.runs().into_iter().map(|(first, last)| {
            let since = if first == Release::FIRST { "" } else { first.version() };
            let until = Release::all().find(|&release| release > last).map_or("", Release::version);
            format!("{since}..{until}")
        });
        ranges.collect::<Vec<_>>().join(", ")
    }
}

/// The releases of a set that were not taken yet, found by their bits.
struct Members(ReleaseSet);

impl Members {
    /// Takes a release out: the bit of a word that `bit` says, of which one is set.
    fn take(&mut self, word: usize, bit: impl Fn(u64) -> u32) -> Option<Release> {
        let bits = self.0.0.get_mut(word)?;
        let bit = bit(*bits);
        *bits &= !(1 << bit);
        Release::in_row(word * 64 + bit as usize)
    }
}

impl Iterator for Members {
    type Item = Release;

    fn next(&mut self) -> Option<Release> {
        let word = self.0.0.iter().position(|bits| *bits != 0)?;
        self.take(word, u64::trailing_zeros)
    }
}

impl DoubleEndedIterator for Members {
    fn next_back(&mut self) -> Option<Release> {
        let word = self.0.0.iter().rposition(|bits| *bits != 0)?;
        self.take(word, u64::ilog2)
    }
}

/// Words with the lowest `count` bits set.
fn first_bits(count: usize) -> [u64; WORDS] {
    std::array::from_fn(|word| {
        let below = count.saturating_sub(word * 64);
        if below >= 64 { u64::MAX } else { (1 << below) - 1 }
    })
}

impl FromStr for ReleaseSet {
    type Err = RangeError;

    fn from_str(text: &str) -> Result<Self, RangeError> {
        let fail = |why: String| RangeError { text: text.to_owned(), why };
        let mut set = Self::NONE;
        for range in text.split(',').map(str::trim).filter(|range| !range.is_empty()) {
            let (since, until) = range.split_once("..").ok_or_else(|| fail(format!("{range:?} has no `..`")))?;
            let known = |version: &str| {
                Release::exact(version).ok_or_else(|| fail(format!("{version:?} is not a known release")))
            };
            let since = if since.is_empty() { Release::FIRST } else { known(since)? };
            let until = if until.is_empty() { None } else { Some(known(until)?) };
            set = set | Self::between(since, until);
        }
        Ok(set)
    }
}

impl FromIterator<Release> for ReleaseSet {
    fn from_iter<I: IntoIterator<Item = Release>>(releases: I) -> Self {
        let mut set = Self::NONE;
        releases.into_iter().for_each(|release| set.insert(release));
        set
    }
}

impl BitAnd for ReleaseSet {
    type Output = Self;
    #[inline]
    fn bitand(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, mask)| *word &= mask);
        self
    }
}

impl BitOr for ReleaseSet {
    type Output = Self;
    #[inline]
    fn bitor(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, more)| *word |= more);
        self
    }
}

impl Sub for ReleaseSet {
    type Output = Self;
    #[inline]
    fn sub(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, taken)| *word &= !taken);
        self
    }
}

impl Not for ReleaseSet {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        Self::all() - self
    }
}

/// Prints inclusive ranges for people: `1.126.0 – 1.132.3`, open at the newest known release: `1.126.0 –`.
impl fmt::Display for ReleaseSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("none");
        }
        for (position, (first, last)) in self.runs().into_iter().enumerate() {
            let separator = if position == 0 { "" } else { ", " };
            if last == Release::latest() {
                write!(f, "{separator}{first} –")?;
            } else if first == last {
                write!(f, "{separator}{first}")?;
            } else {
                write!(f, "{separator}{first} – {last}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for ReleaseSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReleaseSet({})", self.to_ranges())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> ReleaseSet {
        text.parse().unwrap()
    }

    #[test]
    fn prints_as_people_read_ranges() {
        for (ranges, printed) in [
            ("1.126.0..1.133.0", "1.126.0 – 1.132.3"),
            ("1.126.0..", "1.126.0 –"),
            ("1.126.0..1.126.1", "1.126.0"),
            ("..1.101.0, 1.140.0..", "1.100.0, 1.140.0 –"),
            ("", "none"),
        ] {
            assert_eq!(set(ranges).to_string(), printed);
            assert_eq!(set(ranges).to_ranges(), ranges);
            assert_eq!(ReleaseSet::of_named_runs(&set(ranges).named_runs()), Some(set(ranges)));
        }
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for (text, why) in [("1.126.0", "no `..`"), ("1.0.0..", "\"1.0.0\" is not a known release"), ("a..b", "\"a\"")]
        {
            let error = text.parse::<ReleaseSet>().unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        }
        assert_eq!(ReleaseSet::of_named_runs(&[("whenever", None)]), None);
    }

    #[test]
    fn complement_has_no_release_beyond_the_table() {
        let late = set("2.0.0..");
        assert_eq!((!late).to_ranges(), "..2.0.0");
        assert_eq!((ReleaseSet::all() - late) | late, ReleaseSet::all());
        assert!(late.is_subset(ReleaseSet::all()) && !ReleaseSet::all().is_subset(late));
        assert_eq!(late.first().unwrap().version(), "2.0.0");
        assert_eq!(late.last(), Some(Release::latest()));
        assert!(
            set("..1.101.0, 1.140.0..2.0.0")
                .iter()
                .rev()
                .eq(Release::all().rev().filter(|&release| { set("..1.101.0, 1.140.0..2.0.0").contains(release) }))
        );
        assert_eq!(late.last(), Some(Release::latest()));
    }
}

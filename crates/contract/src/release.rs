//! A release of the server: one row of the table of known releases.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use semver::Version;

use crate::known_releases::rows;
use crate::release_table::TABLE;

/// A known release. Releases are ordered by age: `3.0.0-rc.1` is less than `3.0.2`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Release(u8);

/// Where what is known of a release comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReleaseSource {
    /// Upstream's document of it.
    Document,
    /// The clients that are generated from upstream's document, because that could not be had. They tell names, types and
    /// bounds, but of what is new neither permissions nor markers.
    Clients,
}

impl ReleaseSource {
    /// Its word in reports and documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Clients => "clients",
        }
    }
}

/// What a version that a user or a server named stands for in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The release whose contract counts.
    pub release: Release,
    /// Why that is not the version that was named, if it is not.
    pub note: Option<String>,
}

/// The release of each version. Reading an annotated contract asks for thousands.
static ROWS: LazyLock<HashMap<&str, Release>> =
    LazyLock::new(|| Release::all().map(|release| (release.version(), release)).collect());

/// A version that stands for no known release.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownRelease {
    /// The text is not a version at all.
    #[error("{0:?} is not a release; write it as in 1.132.3 or 3.0.0-rc.1")]
    Malformed(String),
    /// The version is older than every known release.
    #[error("release {0} is older than the oldest known one, {first}", first = Release::FIRST)]
    TooOld(Version),
}

impl Release {
    /// The oldest known release.
    pub const FIRST: Self = Self(0);

    /// The newest known release.
    pub fn latest() -> Self {
        Self::all().next_back().unwrap_or(Self::FIRST)
    }

    /// The release with exactly this version in the built-in table; not to be asked where that is not the one in use.
    ///
    /// # Panics
    /// When the table has no such release. Models call it in constants, so that a typing error does not compile.
    #[must_use]
    #[expect(clippy::panic, clippy::indexing_slicing, reason = "a constant function, evaluated by the compiler")]
    #[expect(clippy::cast_possible_truncation, reason = "the table holds at most 256 rows, asserted below")]
    pub const fn known(version: &str) -> Self {
        let mut row = 0;
        while row < TABLE.len() {
            if same(TABLE[row].0, version) {
                return Self(row as u8);
            }
            row += 1;
        }
        panic!("no known release has this version");
    }

    /// The release with exactly this version, if the table has it.
    pub fn exact(version: &str) -> Option<Self> {
        ROWS.get(version).copied()
    }

    /// The release that a version stands for: itself, or else the newest known one before it. A leading `v` is allowed.
    pub fn resolve(text: &str) -> Result<Resolved, UnknownRelease> {
        let text = text.trim();
        let bare = text.strip_prefix('v').unwrap_or(text);
        if let Some(release) = Self::exact(bare) {
            return Ok(Resolved { release, note: None });
        }
        let version = Version::parse(bare).map_err(|_| UnknownRelease::Malformed(text.to_owned()))?;
        let before = Self::all().rfind(|release| release.semver().is_some_and(|known| known <= version));
        let release = before.ok_or_else(|| UnknownRelease::TooOld(version.clone()))?;
        let note = Some(format!("release {version} is not in the table; the contract of {release} counts for it"));
        Ok(Resolved { release, note })
    }

    /// All known releases, oldest first.
    #[expect(clippy::cast_possible_truncation, reason = "the table in use holds at most 256 rows")]
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (0..rows().len()).map(|row| Self(row as u8))
    }

    /// The version as upstream writes it, without a leading `v`.
    pub fn version(self) -> &'static str {
        rows().get(self.index()).map_or("", |row| &row.version)
    }

    /// The day of the release, ISO 8601; empty where it is not known.
    pub fn date(self) -> &'static str {
        rows().get(self.index()).map_or("", |row| row.date)
    }

    /// Where what is known of it comes from.
    pub fn source(self) -> ReleaseSource {
        rows().get(self.index()).map_or(ReleaseSource::Document, |row| row.source)
    }

    /// The release before this one.
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }

    /// The release in a row of the table, zero-based.
    pub(crate) fn in_row(row: usize) -> Option<Self> {
        u8::try_from(row).ok().filter(|_| row < rows().len()).map(Self)
    }

    /// The row in the table, zero-based.
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    fn semver(self) -> Option<Version> {
        Version::parse(self.version()).ok()
    }
}

/// Whether two strings are equal; `==` is not yet allowed in constants.
#[expect(clippy::indexing_slicing, reason = "both indices are below both lengths")]
const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

const _: () = assert!(!TABLE.is_empty() && TABLE.len() <= 256, "a release is one byte");

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.version())
    }
}

impl fmt::Debug for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.version())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_in_order_of_age() {
        let versions: Vec<_> = Release::all().map(|release| release.semver().unwrap()).collect();
        assert!(versions.is_sorted(), "the table is oldest first, by semantic versioning");
        assert!(Release::known("3.0.0-rc.1") < Release::known("3.0.2"));
    }

    #[test]
    fn resolves_known_unknown_and_nonsense() {
        let known = |text| Release::resolve(text).map(|found| (found.release.version(), found.note.is_some()));
        assert_eq!(known("1.132.3"), Ok(("1.132.3", false)));
        assert_eq!(known("v2.7.5"), Ok(("2.7.5", false)));
        assert_eq!(known("3.0.0"), Ok(("3.0.0-rc.1", true)), "no document of 3.0.0 is known");
        assert_eq!(known("99.0.0").unwrap().0, Release::latest().version());
        assert!(matches!(known("1.50.0"), Err(UnknownRelease::TooOld(_))));
        assert!(matches!(known("banana"), Err(UnknownRelease::Malformed(_))));
        assert!(matches!(known("1.132"), Err(UnknownRelease::Malformed(_))));
    }
}

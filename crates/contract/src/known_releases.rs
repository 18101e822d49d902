//! The table of releases that is in use: the built-in one, unless whoever runs has documents of further releases, or of
//! another API.
//!
//! It is one for the whole process, as the built-in one is: a release is its row. So it is chosen before anything else, and
//! stays.

use std::borrow::Cow;
use std::sync::OnceLock;

use semver::Version;

use crate::ReleaseSource;
use crate::release_table::TABLE;

/// A release of the table.
pub(crate) struct Row {
    pub(crate) version: Cow<'static, str>,
    pub(crate) date: &'static str,
    pub(crate) source: ReleaseSource,
}

/// Why a table cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Releases were asked for already.
    #[error("the table of releases is in use already")]
    InUse,
    /// A release is one byte.
    #[error("{0} releases are too many: a contract tells {MOST} apart at most")]
    TooMany(usize),
}

/// How many releases a table has at most.
const MOST: usize = 256;

static IN_USE: OnceLock<Box<[Row]>> = OnceLock::new();

/// The rows in use, oldest first.
pub(crate) fn rows() -> &'static [Row] {
    IN_USE.get_or_init(|| built_in().collect())
}

/// Whether the built-in table has a release.
pub fn is_built_in(version: &Version) -> bool {
    let version = version.to_string();
    TABLE.iter().any(|(known, ..)| *known == version)
}

/// Uses the built-in table with these releases beside those that it has. Fails once any release was asked for.
pub fn add_releases(versions: &[Version]) -> Result<(), TableError> {
    let new = versions.iter().filter(|version| !is_built_in(version)).map(row);
    choose(built_in().chain(new).collect())
}

/// Uses a table of these releases alone. Fails once any release was asked for.
pub fn replace_releases(versions: &[Version]) -> Result<(), TableError> {
    choose(versions.iter().map(row).collect())
}

fn built_in() -> impl Iterator<Item = Row> {
    TABLE.iter().map(|(version, date, source)| Row { version: Cow::Borrowed(version), date, source: *source })
}

fn row(version: &Version) -> Row {
    Row { version: version.to_string().into(), date: "", source: ReleaseSource::Document }
}

fn choose(mut rows: Vec<Row>) -> Result<(), TableError> {
    rows.sort_by_cached_key(|row| Version::parse(&row.version).ok());
    rows.dedup_by(|one, other| one.version == other.version);
    if rows.len() > MOST {
        return Err(TableError::TooMany(rows.len()));
    }
    IN_USE.set(rows.into()).map_err(|_| TableError::InUse)
}

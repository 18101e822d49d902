//! Server: version types.

use crate::{Id, Natural, Nullable, Timestamp, model};

/// What the server answers: server version history. Added in 1.117.0.
#[model]
#[life("1.117.0..")]
pub struct ServerVersionHistoryResponseDto {
    /// When it was created.
    pub created_at: Timestamp,
    /// Identifies it.
    pub id: Id,
    /// The version.
    pub version: String,
}

/// The parts of a semantic version.
#[model]
pub struct ServerVersionResponseDto {
    /// The first number: 1, 2, 3.
    pub major: Natural,
    /// The second number.
    pub minor: Natural,
    /// The third number.
    pub patch: Natural,
    /// The number of the release candidate; null for a final release.
    #[life("3.0.0-rc.1..")]
    #[marker("3.0.0-rc.1..", added = "v3.0.0")]
    pub prerelease: Option<Nullable<Natural>>,
}

/// What the server answers: version check state. Added in 1.134.0.
#[model]
#[life("1.134.0..")]
pub struct VersionCheckStateResponseDto {
    /// When it was checked.
    pub checked_at: Nullable<String>,
    /// The release version.
    pub release_version: Nullable<String>,
}

//! The server's version, and newer ones.

use crate::{Id, Natural, Nullable, Timestamp, model};

#[model]
#[life("3.0.0-rc.1..")]
pub struct ReleaseEventV1 {
    pub checked_at: String,
    pub is_available: bool,
    pub release_version: ServerVersionResponseDto,
    pub server_version: ServerVersionResponseDto,
    pub r#type: Nullable<ReleaseType>,
}

#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "lowercase")]
pub enum ReleaseType {
    Major,
    Premajor,
    Minor,
    Preminor,
    Patch,
    Prepatch,
    Prerelease,
}

#[model]
#[life("1.117.0..")]
pub struct ServerVersionHistoryResponseDto {
    pub created_at: Timestamp,
    pub id: Id,
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

#[model]
#[life("1.134.0..")]
pub struct VersionCheckStateResponseDto {
    pub checked_at: Nullable<String>,
    pub release_version: Nullable<String>,
}

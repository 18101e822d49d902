//! Libraries.

use crate::operation::Describe;
use crate::{Id, Integer, MAX_SAFE, MIN_SAFE, Nullable, Operation, SafeInteger, Timestamp, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetAllLibraries::describe,
    CreateLibrary::describe,
    GetLibrary::describe,
    UpdateLibrary::describe,
    DeleteLibrary::describe,
    RemoveOfflineFiles::describe,
    ScanLibrary::describe,
    GetLibraryStatistics::describe,
    Validate::describe,
];

/// Get all libraries.
#[operation(GET "/libraries", id = "getAllLibraries", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<LibraryResponseDto>)]
pub struct GetAllLibraries {}

/// Create library.
#[operation(POST "/libraries", id = "createLibrary", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.create")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(201, LibraryResponseDto)]
pub struct CreateLibrary {
    /// What is sent.
    #[body]
    pub body: CreateLibraryDto,
}

/// Get library.
#[operation(GET "/libraries/{id}", id = "getLibrary", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, LibraryResponseDto)]
pub struct GetLibrary {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update library.
#[operation(PUT "/libraries/{id}", id = "updateLibrary", tag = "Libraries")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateLibrary")]
#[permission("1.137.0..", "library.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, LibraryResponseDto)]
pub struct UpdateLibrary {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: UpdateLibraryDto,
}

/// Delete library.
#[operation(DELETE "/libraries/{id}", id = "deleteLibrary", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.delete")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteLibrary {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Remove offline files. Until 1.116.0.
#[operation(POST "/libraries/{id}/removeOffline", id = "removeOfflineFiles", tag = "Libraries")]
#[life("..1.116.0")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct RemoveOfflineFiles {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Scan library.
#[operation(POST "/libraries/{id}/scan", id = "scanLibrary", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct ScanLibrary {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent. Until 1.116.0.
    #[body]
    #[life("..1.116.0")]
    pub body: Option<ScanLibraryDto>,
}

/// Get library statistics.
#[operation(GET "/libraries/{id}/statistics", id = "getLibraryStatistics", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.statistics")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, LibraryStatsResponseDto)]
pub struct GetLibraryStatistics {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Validate.
#[operation(POST "/libraries/{id}/validate", id = "validate", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, ValidateLibraryResponseDto)]
pub struct Validate {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: ValidateLibraryDto,
}

/// Create library.
#[model]
pub struct CreateLibraryDto {
    /// The exclusion patterns.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub exclusion_patterns: Option<Vec<String>>,
    /// The import paths.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub import_paths: Option<Vec<String>>,
    /// The name.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minLength = 1)]
    pub name: Option<String>,
    /// Identifies the owner.
    pub owner_id: Uuid,
}

/// What the server answers: library.
#[model]
pub struct LibraryResponseDto {
    /// The asset count.
    pub asset_count: SafeInteger,
    /// When it was created.
    pub created_at: Timestamp,
    /// The exclusion patterns.
    pub exclusion_patterns: Vec<String>,
    /// Identifies it.
    pub id: Id,
    /// The import paths.
    pub import_paths: Vec<String>,
    /// The name.
    pub name: String,
    /// Identifies the owner.
    pub owner_id: Id,
    /// When it was refreshed.
    pub refreshed_at: Nullable<Timestamp>,
    /// When it was updated.
    pub updated_at: Timestamp,
}

/// What the server answers: library stats.
#[model]
pub struct LibraryStatsResponseDto {
    /// The photos.
    #[shape("..3.0.0-rc.1", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub photos: Integer,
    /// The total.
    #[shape("..3.0.0-rc.1", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub total: Integer,
    /// The usage.
    #[shape("..3.0.0-rc.1", format = "int64", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage: Integer,
    /// The videos.
    #[shape("..3.0.0-rc.1", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub videos: Integer,
}

/// Scan library. Until 1.116.0.
#[model]
#[life("..1.116.0")]
pub struct ScanLibraryDto {
    /// The refresh all files.
    pub refresh_all_files: Option<bool>,
    /// The refresh modified files.
    pub refresh_modified_files: Option<bool>,
}

/// Update library.
#[model]
pub struct UpdateLibraryDto {
    /// The exclusion patterns.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub exclusion_patterns: Option<Vec<String>>,
    /// The import paths.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub import_paths: Option<Vec<String>>,
    /// The name.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minLength = 1)]
    pub name: Option<String>,
}

/// Validate library.
#[model]
pub struct ValidateLibraryDto {
    /// The exclusion patterns.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub exclusion_patterns: Option<Vec<String>>,
    /// The import paths.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub import_paths: Option<Vec<String>>,
}

/// What the server answers: validate library import path.
#[model]
pub struct ValidateLibraryImportPathResponseDto {
    /// The import path.
    pub import_path: String,
    /// Whether it is valid.
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub is_valid: bool,
    /// The message.
    pub message: Option<String>,
}

/// What the server answers: validate library.
#[model]
pub struct ValidateLibraryResponseDto {
    /// The import paths.
    pub import_paths: Option<Vec<ValidateLibraryImportPathResponseDto>>,
}

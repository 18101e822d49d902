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

#[operation(GET "/libraries", id = "getAllLibraries", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<LibraryResponseDto>)]
pub struct GetAllLibraries {}

#[operation(POST "/libraries", id = "createLibrary", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.create")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(201, LibraryResponseDto)]
pub struct CreateLibrary {
    #[body]
    pub body: CreateLibraryDto,
}

#[operation(GET "/libraries/{id}", id = "getLibrary", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, LibraryResponseDto)]
pub struct GetLibrary {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/libraries/{id}", id = "updateLibrary", tag = "Libraries")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateLibrary")]
#[permission("1.137.0..", "library.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, LibraryResponseDto)]
pub struct UpdateLibrary {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: UpdateLibraryDto,
}

#[operation(DELETE "/libraries/{id}", id = "deleteLibrary", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.delete")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteLibrary {
    #[path]
    pub id: Uuid,
}

#[operation(POST "/libraries/{id}/removeOffline", id = "removeOfflineFiles", tag = "Libraries")]
#[life("..1.116.0")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct RemoveOfflineFiles {
    #[path]
    pub id: Uuid,
}

#[operation(POST "/libraries/{id}/scan", id = "scanLibrary", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct ScanLibrary {
    #[path]
    pub id: Uuid,
    #[body]
    #[life("..1.116.0")]
    pub body: Option<ScanLibraryDto>,
}

#[operation(GET "/libraries/{id}/statistics", id = "getLibraryStatistics", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "library.statistics")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, LibraryStatsResponseDto)]
pub struct GetLibraryStatistics {
    #[path]
    pub id: Uuid,
}

#[operation(POST "/libraries/{id}/validate", id = "validate", tag = "Libraries")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, ValidateLibraryResponseDto)]
pub struct Validate {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: ValidateLibraryDto,
}

#[model]
pub struct CreateLibraryDto {
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub exclusion_patterns: Option<Vec<String>>,
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub import_paths: Option<Vec<String>>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minLength = 1)]
    pub name: Option<String>,
    pub owner_id: Uuid,
}

#[model]
pub struct LibraryResponseDto {
    pub asset_count: SafeInteger,
    pub created_at: Timestamp,
    pub exclusion_patterns: Vec<String>,
    pub id: Id,
    pub import_paths: Vec<String>,
    pub name: String,
    pub owner_id: Id,
    pub refreshed_at: Nullable<Timestamp>,
    pub updated_at: Timestamp,
}

#[model]
pub struct LibraryStatsResponseDto {
    #[shape("..3.0.0-rc.1", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub photos: Integer,
    #[shape("..3.0.0-rc.1", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub total: Integer,
    #[shape("..3.0.0-rc.1", format = "int64", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage: Integer,
    #[shape("..3.0.0-rc.1", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub videos: Integer,
}

#[model]
#[life("..1.116.0")]
pub struct ScanLibraryDto {
    pub refresh_all_files: Option<bool>,
    pub refresh_modified_files: Option<bool>,
}

#[model]
pub struct UpdateLibraryDto {
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub exclusion_patterns: Option<Vec<String>>,
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub import_paths: Option<Vec<String>>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minLength = 1)]
    pub name: Option<String>,
}

#[model]
pub struct ValidateLibraryDto {
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub exclusion_patterns: Option<Vec<String>>,
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", maxItems = 128, uniqueItems = true)]
    #[shape("3.0.0-rc.1..", maxItems = 128)]
    pub import_paths: Option<Vec<String>>,
}

#[model]
pub struct ValidateLibraryImportPathResponseDto {
    pub import_path: String,
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub is_valid: bool,
    pub message: Option<String>,
}

#[model]
pub struct ValidateLibraryResponseDto {
    pub import_paths: Option<Vec<ValidateLibraryImportPathResponseDto>>,
}

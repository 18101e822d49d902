//! Duplicates.

use crate::operation::Describe;
use crate::{AssetResponseDto, BulkIdResponseDto, BulkIdsDto, Id, Operation, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetAssetDuplicates::describe, DeleteDuplicates::describe, ResolveDuplicates::describe, DeleteDuplicate::describe];

/// Get asset duplicates.
#[operation(GET "/duplicates", id = "getAssetDuplicates", tag = "Duplicates")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "duplicate.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<DuplicateResponseDto>)]
pub struct GetAssetDuplicates {}

/// Delete duplicates. Added in 1.135.0.
#[operation(DELETE "/duplicates", id = "deleteDuplicates", tag = "Duplicates")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "duplicate.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteDuplicates {
    /// What is sent.
    #[body]
    pub body: BulkIdsDto,
}

/// Resolve duplicates. Added in 2.7.0.
#[operation(POST "/duplicates/resolve", id = "resolveDuplicates", tag = "Duplicates")]
#[life("2.7.0..")]
#[marker("2.7.0..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("2.7.0..", "duplicate.delete")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct ResolveDuplicates {
    /// What is sent.
    #[body]
    pub body: DuplicateResolveDto,
}

/// Delete duplicate. Added in 1.135.0.
#[operation(DELETE "/duplicates/{id}", id = "deleteDuplicate", tag = "Duplicates")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "duplicate.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteDuplicate {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Duplicate resolve. Added in 2.7.0.
#[model]
#[life("2.7.0..")]
pub struct DuplicateResolveDto {
    /// The groups.
    #[shape(minItems = 1)]
    pub groups: Vec<DuplicateResolveGroupDto>,
}

/// Duplicate resolve group. Added in 2.7.0.
#[model]
#[life("2.7.0..")]
pub struct DuplicateResolveGroupDto {
    /// Identifies the duplicate.
    pub duplicate_id: Uuid,
    /// Identifies each keep asset.
    pub keep_asset_ids: Vec<Uuid>,
    /// Identifies each trash asset.
    pub trash_asset_ids: Vec<Uuid>,
}

/// What the server answers: duplicate.
#[model]
pub struct DuplicateResponseDto {
    /// The assets.
    pub assets: Vec<AssetResponseDto>,
    /// Identifies the duplicate.
    pub duplicate_id: Id,
    /// Identifies each suggested keep asset. Added in 2.7.0.
    #[life("2.7.0..")]
    pub suggested_keep_asset_ids: Option<Vec<Uuid>>,
}

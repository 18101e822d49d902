//! Duplicates.

use crate::operation::Describe;
use crate::{AssetResponseDto, BulkIdResponseDto, BulkIdsDto, Id, Operation, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetAssetDuplicates::describe, DeleteDuplicates::describe, ResolveDuplicates::describe, DeleteDuplicate::describe];

#[operation(GET "/duplicates", id = "getAssetDuplicates", tag = "Duplicates")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "duplicate.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<DuplicateResponseDto>)]
pub struct GetAssetDuplicates {}

#[operation(DELETE "/duplicates", id = "deleteDuplicates", tag = "Duplicates")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "duplicate.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteDuplicates {
    #[body]
    pub body: BulkIdsDto,
}

#[operation(POST "/duplicates/resolve", id = "resolveDuplicates", tag = "Duplicates")]
#[life("2.7.0..")]
#[marker("2.7.0..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("2.7.0..", "duplicate.delete")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct ResolveDuplicates {
    #[body]
    pub body: DuplicateResolveDto,
}

#[operation(DELETE "/duplicates/{id}", id = "deleteDuplicate", tag = "Duplicates")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "duplicate.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteDuplicate {
    #[path]
    pub id: Uuid,
}

#[model]
#[life("2.7.0..")]
pub struct DuplicateResolveDto {
    #[shape(minItems = 1)]
    pub groups: Vec<DuplicateResolveGroupDto>,
}

#[model]
#[life("2.7.0..")]
pub struct DuplicateResolveGroupDto {
    pub duplicate_id: Uuid,
    pub keep_asset_ids: Vec<Uuid>,
    pub trash_asset_ids: Vec<Uuid>,
}

#[model]
pub struct DuplicateResponseDto {
    pub assets: Vec<AssetResponseDto>,
    pub duplicate_id: Id,
    #[life("2.7.0..")]
    pub suggested_keep_asset_ids: Option<Vec<Uuid>>,
}

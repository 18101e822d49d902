//! Trash.

use crate::operation::Describe;
use crate::{BulkIdsDto, Operation, SafeInteger, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[EmptyTrash::describe, RestoreTrash::describe, RestoreAssets::describe];

#[operation(POST "/trash/empty", id = "emptyTrash", tag = "Trash")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.delete")]
#[security(bearer, cookie, api_key)]
#[answer("1.116.0..", 200, TrashResponseDto)]
#[answer("..1.116.0", 204)]
pub struct EmptyTrash {}

#[operation(POST "/trash/restore", id = "restoreTrash", tag = "Trash")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.delete")]
#[security(bearer, cookie, api_key)]
#[answer("1.116.0..", 200, TrashResponseDto)]
#[answer("..1.116.0", 204)]
pub struct RestoreTrash {}

#[operation(POST "/trash/restore/assets", id = "restoreAssets", tag = "Trash")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.delete")]
#[security(bearer, cookie, api_key)]
#[answer("1.116.0..", 200, TrashResponseDto)]
#[answer("..1.116.0", 204)]
pub struct RestoreAssets {
    #[body]
    pub body: BulkIdsDto,
}

#[model]
#[life("1.116.0..")]
pub struct TrashResponseDto {
    pub count: SafeInteger,
}

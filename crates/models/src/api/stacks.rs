//! Stacks: photos of the same thing, of which one is shown for all.

use crate::operation::Describe;
use crate::{AssetResponseDto, BulkIdsDto, Id, Natural, Operation, UUID_V4, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    SearchStacks::describe,
    CreateStack::describe,
    DeleteStacks::describe,
    GetStack::describe,
    UpdateStack::describe,
    DeleteStack::describe,
    RemoveAssetFromStack::describe,
];

#[operation(GET "/stacks", id = "searchStacks", tag = "Stacks")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<StackResponseDto>)]
pub struct SearchStacks {
    #[query]
    #[shape("..1.130.0")]
    #[shape("1.130.0..3.0.0-rc.1", format = "uuid")]
    #[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
    pub primary_asset_id: Option<String>,
}

#[operation(POST "/stacks", id = "createStack", tag = "Stacks")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, StackResponseDto)]
pub struct CreateStack {
    #[body]
    pub body: StackCreateDto,
}

#[operation(DELETE "/stacks", id = "deleteStacks", tag = "Stacks")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteStacks {
    #[body]
    pub body: BulkIdsDto,
}

#[operation(GET "/stacks/{id}", id = "getStack", tag = "Stacks")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, StackResponseDto)]
pub struct GetStack {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/stacks/{id}", id = "updateStack", tag = "Stacks")]
#[life("1.113.0..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateStack")]
#[permission("1.137.0..", "stack.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, StackResponseDto)]
pub struct UpdateStack {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: StackUpdateDto,
}

#[operation(DELETE "/stacks/{id}", id = "deleteStack", tag = "Stacks")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteStack {
    #[path]
    pub id: Uuid,
}

#[operation(DELETE "/stacks/{id}/assets/{assetId}", id = "removeAssetFromStack", tag = "Stacks")]
#[life("1.136.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.update")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct RemoveAssetFromStack {
    #[path]
    pub asset_id: Uuid,
    #[path]
    pub id: Uuid,
}

/// The stack that an asset is in.
#[model]
#[life("1.113.0..")]
pub struct AssetStackResponseDto {
    /// How many assets the stack holds, this one included.
    pub asset_count: Natural,
    /// Identifies the stack.
    pub id: Id,
    /// The asset that is shown for all.
    pub primary_asset_id: Id,
}

#[model]
#[life("1.113.0..")]
pub struct StackCreateDto {
    #[shape("..1.124.0")]
    #[shape("1.124.0..", minItems = 2)]
    pub asset_ids: Vec<Uuid>,
}

#[model]
#[life("1.113.0..")]
pub struct StackResponseDto {
    pub assets: Vec<AssetResponseDto>,
    pub id: Id,
    pub primary_asset_id: Id,
}

#[model]
#[life("1.113.0..")]
pub struct StackUpdateDto {
    pub primary_asset_id: Option<Uuid>,
}

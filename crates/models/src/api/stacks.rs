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

/// Search stacks. Added in 1.113.0.
#[operation(GET "/stacks", id = "searchStacks", tag = "Stacks")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<StackResponseDto>)]
pub struct SearchStacks {
    /// Identifies the primary asset.
    #[query]
    #[shape("..1.130.0")]
    #[shape("1.130.0..3.0.0-rc.1", format = "uuid")]
    #[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
    pub primary_asset_id: Option<String>,
}

/// Create stack. Added in 1.113.0.
#[operation(POST "/stacks", id = "createStack", tag = "Stacks")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, StackResponseDto)]
pub struct CreateStack {
    /// What is sent.
    #[body]
    pub body: StackCreateDto,
}

/// Delete stacks. Added in 1.113.0.
#[operation(DELETE "/stacks", id = "deleteStacks", tag = "Stacks")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteStacks {
    /// What is sent.
    #[body]
    pub body: BulkIdsDto,
}

/// Get stack. Added in 1.113.0.
#[operation(GET "/stacks/{id}", id = "getStack", tag = "Stacks")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, StackResponseDto)]
pub struct GetStack {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update stack. Added in 1.113.0.
#[operation(PUT "/stacks/{id}", id = "updateStack", tag = "Stacks")]
#[life("1.113.0..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateStack")]
#[permission("1.137.0..", "stack.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, StackResponseDto)]
pub struct UpdateStack {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: StackUpdateDto,
}

/// Delete stack. Added in 1.113.0.
#[operation(DELETE "/stacks/{id}", id = "deleteStack", tag = "Stacks")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteStack {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Remove asset from stack. Added in 1.136.0.
#[operation(DELETE "/stacks/{id}/assets/{assetId}", id = "removeAssetFromStack", tag = "Stacks")]
#[life("1.136.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "stack.update")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct RemoveAssetFromStack {
    /// Identifies the asset.
    #[path]
    pub asset_id: Uuid,
    /// Identifies it.
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

/// Stack create. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct StackCreateDto {
    /// Identifies each asset.
    #[shape("..1.124.0")]
    #[shape("1.124.0..", minItems = 2)]
    pub asset_ids: Vec<Uuid>,
}

/// What the server answers: stack. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct StackResponseDto {
    /// The assets.
    pub assets: Vec<AssetResponseDto>,
    /// Identifies it.
    pub id: Id,
    /// Identifies the primary asset.
    pub primary_asset_id: Id,
}

/// Stack update. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct StackUpdateDto {
    /// Identifies the primary asset.
    pub primary_asset_id: Option<Uuid>,
}

//! Tags that users put on assets.

use crate::operation::Describe;
use crate::{
    AssetIdsDto, AssetIdsResponseDto, AssetResponseDto, BulkIdResponseDto, BulkIdsDto, DateTime, Either, Id, Nullable,
    Operation, SafeInteger, Uuid, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetAllTags::describe,
    UpsertTags::describe,
    CreateTag::describe,
    BulkTagAssets::describe,
    GetTagById::describe,
    UpdateTag::describe,
    DeleteTag::describe,
    PatchTag::describe,
    GetTagAssets::describe,
    TagAssets::describe,
    UntagAssets::describe,
];

/// Get all tags.
#[operation(GET "/tags", id = "getAllTags", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<TagResponseDto>)]
pub struct GetAllTags {}

/// Upsert tags. Added in 1.113.0.
#[operation(PUT "/tags", id = "upsertTags", tag = "Tags")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.create")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<TagResponseDto>)]
pub struct UpsertTags {
    /// What is sent.
    #[body]
    pub body: TagUpsertDto,
}

/// Create tag.
#[operation(POST "/tags", id = "createTag", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, TagResponseDto)]
pub struct CreateTag {
    /// What is sent.
    #[body]
    #[shape("..1.113.0", CreateTagDto)]
    #[shape("1.113.0..", TagCreateDto)]
    pub body: Either<CreateTagDto, TagCreateDto>,
}

/// Bulk tag assets. Added in 1.113.0.
#[operation(PUT "/tags/assets", id = "bulkTagAssets", tag = "Tags")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.asset")]
#[security(bearer, cookie, api_key)]
#[answer(200, TagBulkAssetsResponseDto)]
pub struct BulkTagAssets {
    /// What is sent.
    #[body]
    pub body: TagBulkAssetsDto,
}

/// Get tag by id.
#[operation(GET "/tags/{id}", id = "getTagById", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, TagResponseDto)]
pub struct GetTagById {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update tag. Added in 1.113.0.
#[operation(PUT "/tags/{id}", id = "updateTag", tag = "Tags")]
#[life("1.113.0..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateTag")]
#[permission("1.137.0..", "tag.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, TagResponseDto)]
pub struct UpdateTag {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: TagUpdateDto,
}

/// Delete tag.
#[operation(DELETE "/tags/{id}", id = "deleteTag", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.113.0", 200)]
#[answer("1.113.0..", 204)]
pub struct DeleteTag {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update tag. Until 1.113.0.
#[operation(PATCH "/tags/{id}", id = "updateTag", tag = "Tags")]
#[life("..1.113.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, TagResponseDto)]
pub struct PatchTag {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: UpdateTagDto,
}

/// Get tag assets. Until 1.113.0.
#[operation(GET "/tags/{id}/assets", id = "getTagAssets", tag = "Tags")]
#[life("..1.113.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct GetTagAssets {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Tag assets.
#[operation(PUT "/tags/{id}/assets", id = "tagAssets", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.asset")]
#[security(bearer, cookie, api_key)]
#[answer("..1.113.0", 200, Vec<AssetIdsResponseDto>)]
#[answer("1.113.0..", 200, Vec<BulkIdResponseDto>)]
pub struct TagAssets {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    #[shape("..1.113.0", AssetIdsDto)]
    #[shape("1.113.0..", BulkIdsDto)]
    pub body: Either<AssetIdsDto, BulkIdsDto>,
}

/// Untag assets.
#[operation(DELETE "/tags/{id}/assets", id = "untagAssets", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.asset")]
#[security(bearer, cookie, api_key)]
#[answer("..1.113.0", 200, Vec<AssetIdsResponseDto>)]
#[answer("1.113.0..", 200, Vec<BulkIdResponseDto>)]
pub struct UntagAssets {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    #[shape("..1.113.0", AssetIdsDto)]
    #[shape("1.113.0..", BulkIdsDto)]
    pub body: Either<AssetIdsDto, BulkIdsDto>,
}

/// Create tag. Until 1.113.0.
#[model]
#[life("..1.113.0")]
pub struct CreateTagDto {
    /// The name.
    pub name: String,
    /// The type.
    pub r#type: TagTypeEnum,
}

/// Tag bulk assets. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct TagBulkAssetsDto {
    /// Identifies each asset.
    pub asset_ids: Vec<Uuid>,
    /// Identifies each tag.
    pub tag_ids: Vec<Uuid>,
}

/// What the server answers: tag bulk assets. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct TagBulkAssetsResponseDto {
    /// The count.
    pub count: SafeInteger,
}

/// Tag create. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct TagCreateDto {
    /// The color.
    #[shape("..1.124.0", String)]
    #[shape("1.124.0..3.0.0-rc.1", String, pattern = "^#?([0-9A-F]{3}|[0-9A-F]{4}|[0-9A-F]{6}|[0-9A-F]{8})$")]
    #[shape("3.0.0-rc.1..", pattern = "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    pub color: Option<Nullable<String>>,
    /// The name.
    pub name: String,
    /// Identifies the parent.
    pub parent_id: Option<Nullable<Uuid>>,
}

/// A tag. Since 1.113.0 tags form trees.
#[model]
pub struct TagResponseDto {
    /// The colour in which clients show it.
    #[life("1.113.0..", optional)]
    pub color: Option<String>,
    /// When it was made.
    #[life("1.113.0..")]
    pub created_at: Option<DateTime>,
    /// Identifies the tag.
    pub id: Id,
    /// The last part of `value`.
    pub name: String,
    /// The tag above it; absent for a root.
    #[life("1.113.0..", optional)]
    pub parent_id: Option<String>,
    /// What made the tag.
    #[life("..1.113.0")]
    pub r#type: Option<TagTypeEnum>,
    /// When it was last changed.
    #[life("1.113.0..")]
    pub updated_at: Option<DateTime>,
    /// The user whose tag it is.
    #[life("..1.113.0")]
    pub user_id: Option<String>,
    /// The names from the root down to this tag, with slashes between.
    #[life("1.113.0..")]
    pub value: Option<String>,
}

/// What made a tag.
#[model]
#[life("..1.113.0")]
#[serde(rename_all = "UPPERCASE")]
pub enum TagTypeEnum {
    /// The server, for a thing that it recognised.
    Object,
    /// The server, for a face that it recognised.
    Face,
    /// A user.
    Custom,
}

/// Tag update. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct TagUpdateDto {
    /// The color.
    #[shape("..1.124.0, 1.126.0..3.0.0-rc.1")]
    #[shape("1.124.0..1.126.0", pattern = "^#?([0-9A-F]{3}|[0-9A-F]{4}|[0-9A-F]{6}|[0-9A-F]{8})$")]
    #[shape("3.0.0-rc.1..", pattern = "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    pub color: Option<Nullable<String>>,
}

/// Tag upsert. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct TagUpsertDto {
    /// The tags.
    pub tags: Vec<String>,
}

/// Update tag. Until 1.113.0.
#[model]
#[life("..1.113.0")]
pub struct UpdateTagDto {
    /// The name.
    pub name: Option<String>,
}

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

#[operation(GET "/tags", id = "getAllTags", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<TagResponseDto>)]
pub struct GetAllTags {}

#[operation(PUT "/tags", id = "upsertTags", tag = "Tags")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.create")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<TagResponseDto>)]
pub struct UpsertTags {
    #[body]
    pub body: TagUpsertDto,
}

#[operation(POST "/tags", id = "createTag", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, TagResponseDto)]
pub struct CreateTag {
    #[body]
    #[shape("..1.113.0", CreateTagDto)]
    #[shape("1.113.0..", TagCreateDto)]
    pub body: Either<CreateTagDto, TagCreateDto>,
}

#[operation(PUT "/tags/assets", id = "bulkTagAssets", tag = "Tags")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.asset")]
#[security(bearer, cookie, api_key)]
#[answer(200, TagBulkAssetsResponseDto)]
pub struct BulkTagAssets {
    #[body]
    pub body: TagBulkAssetsDto,
}

#[operation(GET "/tags/{id}", id = "getTagById", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, TagResponseDto)]
pub struct GetTagById {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/tags/{id}", id = "updateTag", tag = "Tags")]
#[life("1.113.0..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateTag")]
#[permission("1.137.0..", "tag.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, TagResponseDto)]
pub struct UpdateTag {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: TagUpdateDto,
}

#[operation(DELETE "/tags/{id}", id = "deleteTag", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.113.0", 200)]
#[answer("1.113.0..", 204)]
pub struct DeleteTag {
    #[path]
    pub id: Uuid,
}

#[operation(PATCH "/tags/{id}", id = "updateTag", tag = "Tags")]
#[life("..1.113.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, TagResponseDto)]
pub struct PatchTag {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: UpdateTagDto,
}

#[operation(GET "/tags/{id}/assets", id = "getTagAssets", tag = "Tags")]
#[life("..1.113.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct GetTagAssets {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/tags/{id}/assets", id = "tagAssets", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.asset")]
#[security(bearer, cookie, api_key)]
#[answer("..1.113.0", 200, Vec<AssetIdsResponseDto>)]
#[answer("1.113.0..", 200, Vec<BulkIdResponseDto>)]
pub struct TagAssets {
    #[path]
    pub id: Uuid,
    #[body]
    #[shape("..1.113.0", AssetIdsDto)]
    #[shape("1.113.0..", BulkIdsDto)]
    pub body: Either<AssetIdsDto, BulkIdsDto>,
}

#[operation(DELETE "/tags/{id}/assets", id = "untagAssets", tag = "Tags")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "tag.asset")]
#[security(bearer, cookie, api_key)]
#[answer("..1.113.0", 200, Vec<AssetIdsResponseDto>)]
#[answer("1.113.0..", 200, Vec<BulkIdResponseDto>)]
pub struct UntagAssets {
    #[path]
    pub id: Uuid,
    #[body]
    #[shape("..1.113.0", AssetIdsDto)]
    #[shape("1.113.0..", BulkIdsDto)]
    pub body: Either<AssetIdsDto, BulkIdsDto>,
}

#[model]
#[life("..1.113.0")]
pub struct CreateTagDto {
    pub name: String,
    pub r#type: TagTypeEnum,
}

#[model]
#[life("1.113.0..")]
pub struct TagBulkAssetsDto {
    pub asset_ids: Vec<Uuid>,
    pub tag_ids: Vec<Uuid>,
}

#[model]
#[life("1.113.0..")]
pub struct TagBulkAssetsResponseDto {
    pub count: SafeInteger,
}

#[model]
#[life("1.113.0..")]
pub struct TagCreateDto {
    #[shape("..1.124.0", String)]
    #[shape("1.124.0..3.0.0-rc.1", String, pattern = "^#?([0-9A-F]{3}|[0-9A-F]{4}|[0-9A-F]{6}|[0-9A-F]{8})$")]
    #[shape("3.0.0-rc.1..", pattern = "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    pub color: Option<Nullable<String>>,
    #[shape("..3.2.0")]
    #[shape("3.2.0..", pattern = r"^[^\/]*$")]
    pub name: String,
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

#[model]
#[life("1.113.0..")]
pub struct TagUpdateDto {
    #[shape("..1.124.0, 1.126.0..3.0.0-rc.1")]
    #[shape("1.124.0..1.126.0", pattern = "^#?([0-9A-F]{3}|[0-9A-F]{4}|[0-9A-F]{6}|[0-9A-F]{8})$")]
    #[shape("3.0.0-rc.1..", pattern = "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    pub color: Option<Nullable<String>>,
    #[life("3.2.0..", optional)]
    #[shape(pattern = r"^[^\/]*$")]
    pub name: Option<String>,
}

#[model]
#[life("1.113.0..")]
pub struct TagUpsertDto {
    pub tags: Vec<String>,
}

#[model]
#[life("..1.113.0")]
pub struct UpdateTagDto {
    pub name: Option<String>,
}

//! Shared links.

use crate::operation::Describe;
use crate::{AlbumResponseDto, AssetResponseDto, Id, Nullable, Operation, Timestamp, Uuid, ZONED, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetAllSharedLinks::describe,
    CreateSharedLink::describe,
    SharedLinkLogin::describe,
    GetMySharedLink::describe,
    GetSharedLinkById::describe,
    RemoveSharedLink::describe,
    UpdateSharedLink::describe,
    AddSharedLinkAssets::describe,
    RemoveSharedLinkAssets::describe,
];

#[operation(GET "/shared-links", id = "getAllSharedLinks", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sharedLink.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<SharedLinkResponseDto>)]
pub struct GetAllSharedLinks {
    #[query]
    #[life("1.126.0..", optional)]
    pub album_id: Option<Uuid>,
    #[query]
    #[life("2.5.0..", optional)]
    #[marker("2.5.0..", added = "v2.5.0")]
    pub id: Option<Uuid>,
}

#[operation(POST "/shared-links", id = "createSharedLink", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sharedLink.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, SharedLinkResponseDto)]
pub struct CreateSharedLink {
    #[body]
    pub body: SharedLinkCreateDto,
}

#[operation(POST "/shared-links/login", id = "sharedLinkLogin", tag = "Shared links")]
#[life("2.6.0..")]
#[marker("2.6.0..", added = "v2.6.0", beta = "v2.6.0")]
#[security(bearer, cookie, api_key)]
#[answer(201, SharedLinkResponseDto)]
pub struct SharedLinkLogin {
    #[query]
    pub key: Option<String>,
    #[query]
    pub slug: Option<String>,
    #[body]
    pub body: SharedLinkLoginDto,
}

#[operation(GET "/shared-links/me", id = "getMySharedLink", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, SharedLinkResponseDto)]
pub struct GetMySharedLink {
    #[query]
    pub key: Option<String>,
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub password: Option<String>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub token: Option<String>,
}

#[operation(GET "/shared-links/{id}", id = "getSharedLinkById", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sharedLink.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, SharedLinkResponseDto)]
pub struct GetSharedLinkById {
    #[path]
    pub id: Uuid,
}

#[operation(DELETE "/shared-links/{id}", id = "removeSharedLink", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sharedLink.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct RemoveSharedLink {
    #[path]
    pub id: Uuid,
}

#[operation(PATCH "/shared-links/{id}", id = "updateSharedLink", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sharedLink.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, SharedLinkResponseDto)]
pub struct UpdateSharedLink {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: SharedLinkEditDto,
}

#[operation(PUT "/shared-links/{id}/assets", id = "addSharedLinkAssets", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("3.0.0-rc.1..", "sharedLink.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetIdsResponseDto>)]
pub struct AddSharedLinkAssets {
    #[path]
    pub id: Uuid,
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..3.0.0-rc.1", optional)]
    pub slug: Option<String>,
    #[body]
    pub body: AssetIdsDto,
}

#[operation(DELETE "/shared-links/{id}/assets", id = "removeSharedLinkAssets", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.6.0..", "sharedLink.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetIdsResponseDto>)]
pub struct RemoveSharedLinkAssets {
    #[path]
    pub id: Uuid,
    #[query]
    #[life("..2.6.0", optional)]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..2.6.0", optional)]
    pub slug: Option<String>,
    #[body]
    pub body: AssetIdsDto,
}

#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "snake_case")]
pub enum AssetIdErrorReason {
    Duplicate,
    NoPermission,
    NotFound,
}

#[model]
pub struct AssetIdsDto {
    pub asset_ids: Vec<Uuid>,
}

#[model]
pub struct AssetIdsResponseDto {
    pub asset_id: Id,
    #[shape("..3.0.0-rc.1", String, enum = ["duplicate", "no_permission", "not_found"])]
    #[shape("3.0.0-rc.1..")]
    pub error: Option<AssetIdErrorReason>,
    pub success: bool,
}

#[model]
pub struct SharedLinkCreateDto {
    pub album_id: Option<Uuid>,
    #[shape(default = true)]
    pub allow_download: Option<bool>,
    pub allow_upload: Option<bool>,
    pub asset_ids: Option<Vec<Uuid>>,
    #[shape("..1.137.0", String)]
    #[shape("1.137.0..")]
    pub description: Option<Nullable<String>>,
    #[shape("..3.0.0-rc.1", format = "date-time", default = null)]
    #[shape("3.0.0-rc.1..", format = "date-time", pattern = ZONED, default = null)]
    pub expires_at: Option<Nullable<String>>,
    #[shape("..1.137.0", String)]
    #[shape("1.137.0..")]
    pub password: Option<Nullable<String>>,
    #[shape(default = true)]
    pub show_metadata: Option<bool>,
    #[life("1.137.0..", optional)]
    pub slug: Option<Nullable<String>>,
    pub r#type: SharedLinkType,
}

#[model]
pub struct SharedLinkEditDto {
    pub allow_download: Option<bool>,
    pub allow_upload: Option<bool>,
    #[life("..3.0.0-rc.1", optional)]
    pub change_expiry_time: Option<bool>,
    #[shape("..1.137.0", String)]
    #[shape("1.137.0..")]
    pub description: Option<Nullable<String>>,
    pub expires_at: Option<Nullable<Timestamp>>,
    #[shape("..1.137.0", String)]
    #[shape("1.137.0..")]
    pub password: Option<Nullable<String>>,
    pub show_metadata: Option<bool>,
    #[life("1.137.0..", optional)]
    pub slug: Option<Nullable<String>>,
}

#[model]
#[life("2.6.0..")]
pub struct SharedLinkLoginDto {
    pub password: String,
}

#[model]
pub struct SharedLinkResponseDto {
    pub album: Option<AlbumResponseDto>,
    pub allow_download: bool,
    pub allow_upload: bool,
    pub assets: Vec<AssetResponseDto>,
    pub created_at: Timestamp,
    pub description: Nullable<String>,
    pub expires_at: Nullable<Timestamp>,
    pub id: Id,
    pub key: String,
    pub password: Nullable<String>,
    pub show_metadata: bool,
    #[life("1.137.0..")]
    pub slug: Option<Nullable<String>>,
    #[life("..3.0.0-rc.1", optional, deprecated = "2.6.0..3.0.0-rc.1")]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", deprecated = "v2.6.0")]
    pub token: Option<Nullable<String>>,
    pub r#type: SharedLinkType,
    pub user_id: Id,
}

#[model]
#[serde(rename_all = "UPPERCASE")]
pub enum SharedLinkType {
    Album,
    Individual,
}

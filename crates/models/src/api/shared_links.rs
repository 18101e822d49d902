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

/// Get all shared links.
#[operation(GET "/shared-links", id = "getAllSharedLinks", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sharedLink.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<SharedLinkResponseDto>)]
pub struct GetAllSharedLinks {
    /// Identifies the album. Added in 1.126.0.
    #[query]
    #[life("1.126.0..", optional)]
    pub album_id: Option<Uuid>,
    /// Identifies it. Added in 2.5.0.
    #[query]
    #[life("2.5.0..", optional)]
    #[marker("2.5.0..", added = "v2.5.0")]
    pub id: Option<Uuid>,
}

/// Create shared link.
#[operation(POST "/shared-links", id = "createSharedLink", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sharedLink.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, SharedLinkResponseDto)]
pub struct CreateSharedLink {
    /// What is sent.
    #[body]
    pub body: SharedLinkCreateDto,
}

/// Shared link login. Added in 2.6.0.
#[operation(POST "/shared-links/login", id = "sharedLinkLogin", tag = "Shared links")]
#[life("2.6.0..")]
#[marker("2.6.0..", added = "v2.6.0", beta = "v2.6.0")]
#[security(bearer, cookie, api_key)]
#[answer(201, SharedLinkResponseDto)]
pub struct SharedLinkLogin {
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The slug.
    #[query]
    pub slug: Option<String>,
    /// What is sent.
    #[body]
    pub body: SharedLinkLoginDto,
}

/// Get my shared link.
#[operation(GET "/shared-links/me", id = "getMySharedLink", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, SharedLinkResponseDto)]
pub struct GetMySharedLink {
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The password. Until 3.0.0-rc.1.
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub password: Option<String>,
    /// The slug. Added in 1.137.0.
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    /// The token. Until 3.0.0-rc.1.
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub token: Option<String>,
}

/// Get shared link by id.
#[operation(GET "/shared-links/{id}", id = "getSharedLinkById", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sharedLink.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, SharedLinkResponseDto)]
pub struct GetSharedLinkById {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Remove shared link.
#[operation(DELETE "/shared-links/{id}", id = "removeSharedLink", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sharedLink.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct RemoveSharedLink {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update shared link.
#[operation(PATCH "/shared-links/{id}", id = "updateSharedLink", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sharedLink.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, SharedLinkResponseDto)]
pub struct UpdateSharedLink {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: SharedLinkEditDto,
}

/// Add shared link assets.
#[operation(PUT "/shared-links/{id}/assets", id = "addSharedLinkAssets", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("3.0.0-rc.1..", "sharedLink.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetIdsResponseDto>)]
pub struct AddSharedLinkAssets {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// The key. Until 3.0.0-rc.1.
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub key: Option<String>,
    /// The slug. Added in 1.137.0. Until 3.0.0-rc.1.
    #[query]
    #[life("1.137.0..3.0.0-rc.1", optional)]
    pub slug: Option<String>,
    /// What is sent.
    #[body]
    pub body: AssetIdsDto,
}

/// Remove shared link assets.
#[operation(DELETE "/shared-links/{id}/assets", id = "removeSharedLinkAssets", tag = "Shared links")]
#[tag("..2.3.0", "Shared Links")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.6.0..", "sharedLink.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetIdsResponseDto>)]
pub struct RemoveSharedLinkAssets {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// The key. Until 2.6.0.
    #[query]
    #[life("..2.6.0", optional)]
    pub key: Option<String>,
    /// The slug. Added in 1.137.0. Until 2.6.0.
    #[query]
    #[life("1.137.0..2.6.0", optional)]
    pub slug: Option<String>,
    /// What is sent.
    #[body]
    pub body: AssetIdsDto,
}

/// Asset id error reason. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum AssetIdErrorReason {
    Duplicate,
    NoPermission,
    NotFound,
}

/// Asset ids.
#[model]
pub struct AssetIdsDto {
    /// Identifies each asset.
    pub asset_ids: Vec<Uuid>,
}

/// What the server answers: asset ids.
#[model]
pub struct AssetIdsResponseDto {
    /// Identifies the asset.
    pub asset_id: Id,
    /// The error.
    #[shape("..3.0.0-rc.1", String, enum = ["duplicate", "no_permission", "not_found"])]
    #[shape("3.0.0-rc.1..")]
    pub error: Option<AssetIdErrorReason>,
    /// The success.
    pub success: bool,
}

/// Shared link create.
#[model]
pub struct SharedLinkCreateDto {
    /// Identifies the album.
    pub album_id: Option<Uuid>,
    /// The allow download.
    #[shape(default = true)]
    pub allow_download: Option<bool>,
    /// The allow upload.
    pub allow_upload: Option<bool>,
    /// Identifies each asset.
    pub asset_ids: Option<Vec<Uuid>>,
    /// The description.
    #[shape("..1.137.0", String)]
    #[shape("1.137.0..")]
    pub description: Option<Nullable<String>>,
    /// When it was expires.
    #[shape("..3.0.0-rc.1", format = "date-time", default = null)]
    #[shape("3.0.0-rc.1..", format = "date-time", pattern = ZONED, default = null)]
    pub expires_at: Option<Nullable<String>>,
    /// The password.
    #[shape("..1.137.0", String)]
    #[shape("1.137.0..")]
    pub password: Option<Nullable<String>>,
    /// Whether to show metadata.
    #[shape(default = true)]
    pub show_metadata: Option<bool>,
    /// The slug. Added in 1.137.0.
    #[life("1.137.0..", optional)]
    pub slug: Option<Nullable<String>>,
    /// The type.
    pub r#type: SharedLinkType,
}

/// Shared link edit.
#[model]
pub struct SharedLinkEditDto {
    /// The allow download.
    pub allow_download: Option<bool>,
    /// The allow upload.
    pub allow_upload: Option<bool>,
    /// The change expiry time. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1", optional)]
    pub change_expiry_time: Option<bool>,
    /// The description.
    #[shape("..1.137.0", String)]
    #[shape("1.137.0..")]
    pub description: Option<Nullable<String>>,
    /// When it was expires.
    pub expires_at: Option<Nullable<Timestamp>>,
    /// The password.
    #[shape("..1.137.0", String)]
    #[shape("1.137.0..")]
    pub password: Option<Nullable<String>>,
    /// Whether to show metadata.
    pub show_metadata: Option<bool>,
    /// The slug. Added in 1.137.0.
    #[life("1.137.0..", optional)]
    pub slug: Option<Nullable<String>>,
}

/// Shared link login. Added in 2.6.0.
#[model]
#[life("2.6.0..")]
pub struct SharedLinkLoginDto {
    /// The password.
    pub password: String,
}

/// What the server answers: shared link.
#[model]
pub struct SharedLinkResponseDto {
    /// The album.
    pub album: Option<AlbumResponseDto>,
    /// The allow download.
    pub allow_download: bool,
    /// The allow upload.
    pub allow_upload: bool,
    /// The assets.
    pub assets: Vec<AssetResponseDto>,
    /// When it was created.
    pub created_at: Timestamp,
    /// The description.
    pub description: Nullable<String>,
    /// When it was expires.
    pub expires_at: Nullable<Timestamp>,
    /// Identifies it.
    pub id: Id,
    /// The key.
    pub key: String,
    /// The password.
    pub password: Nullable<String>,
    /// Whether to show metadata.
    pub show_metadata: bool,
    /// The slug. Added in 1.137.0.
    #[life("1.137.0..")]
    pub slug: Option<Nullable<String>>,
    /// The token. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1", optional, deprecated = "2.6.0..3.0.0-rc.1")]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", deprecated = "v2.6.0")]
    pub token: Option<Nullable<String>>,
    /// The type.
    pub r#type: SharedLinkType,
    /// Identifies the user.
    pub user_id: Id,
}

/// Shared link type.
#[model]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "their names say it")]
pub enum SharedLinkType {
    Album,
    Individual,
}

//! Albums: add to user.

use crate::{
    AssetOrder, AssetResponseDto, BulkIdErrorReason, DateTime, Double, Id, Integer, Natural, Nullable, UserResponseDto,
    Uuid, model,
};

/// Add users.
#[model]
pub struct AddUsersDto {
    /// The album users.
    #[shape("..1.124.0")]
    #[shape("1.124.0..", minItems = 1)]
    pub album_users: Vec<AlbumUserAddDto>,
}

/// Albums add assets. Added in 1.139.0.
#[model]
#[life("1.139.0..")]
pub struct AlbumsAddAssetsDto {
    /// Identifies each album.
    pub album_ids: Vec<Uuid>,
    /// Identifies each asset.
    pub asset_ids: Vec<Uuid>,
}

/// What the server answers: albums add assets. Added in 1.139.0.
#[model]
#[life("1.139.0..")]
pub struct AlbumsAddAssetsResponseDto {
    /// The album success count. Until 1.139.4.
    #[life("..1.139.4")]
    pub album_success_count: Option<Integer>,
    /// The asset success count. Until 1.139.4.
    #[life("..1.139.4")]
    pub asset_success_count: Option<Integer>,
    /// The error.
    pub error: Option<BulkIdErrorReason>,
    /// The success.
    pub success: bool,
}

/// What the server answers: contributor count. Added in 2.2.0.
#[model]
#[life("2.2.0..")]
pub struct ContributorCountResponseDto {
    /// The asset count.
    pub asset_count: Natural,
    /// Identifies the user.
    pub user_id: Id,
}

/// What the server answers: album count. Until 1.113.0.
#[model]
#[life("..1.113.0")]
pub struct AlbumCountResponseDto {
    /// The not shared.
    pub not_shared: Integer,
    /// The owned.
    pub owned: Integer,
    /// The shared.
    pub shared: Integer,
}

/// Create album.
#[model]
pub struct CreateAlbumDto {
    /// The album name.
    pub album_name: String,
    /// The album users.
    pub album_users: Option<Vec<AlbumUserCreateDto>>,
    /// Identifies each asset.
    pub asset_ids: Option<Vec<Uuid>>,
    /// The description.
    pub description: Option<String>,
}

/// What the server answers: map marker.
#[model]
pub struct MapMarkerResponseDto {
    /// The city.
    pub city: Nullable<String>,
    /// The country.
    pub country: Nullable<String>,
    /// Identifies it.
    pub id: Id,
    /// The lat.
    pub lat: Double,
    /// The lon.
    pub lon: Double,
    /// The state.
    pub state: Nullable<String>,
}

/// What the server answers: album.
#[model]
pub struct AlbumResponseDto {
    /// The album name.
    pub album_name: String,
    /// Identifies the album thumbnail asset.
    pub album_thumbnail_asset_id: Nullable<Id>,
    /// The album users.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minItems = 1)]
    pub album_users: Vec<AlbumUserResponseDto>,
    /// The asset count.
    pub asset_count: Natural,
    /// The assets. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub assets: Option<Vec<AssetResponseDto>>,
    /// The contributor counts. Added in 2.2.0.
    #[life("2.2.0..", optional)]
    pub contributor_counts: Option<Vec<ContributorCountResponseDto>>,
    /// When it was created.
    pub created_at: DateTime,
    /// The description.
    pub description: String,
    /// The end date.
    pub end_date: Option<DateTime>,
    /// Whether it has shared link.
    pub has_shared_link: bool,
    /// Identifies it.
    pub id: Id,
    /// Whether it is activity enabled.
    pub is_activity_enabled: bool,
    /// The last modified asset timestamp.
    pub last_modified_asset_timestamp: Option<DateTime>,
    /// The order.
    pub order: Option<AssetOrder>,
    /// The owner. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub owner: Option<UserResponseDto>,
    /// Identifies the owner. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub owner_id: Option<String>,
    /// The shared.
    pub shared: bool,
    /// The start date.
    pub start_date: Option<DateTime>,
    /// When it was updated.
    pub updated_at: DateTime,
}

/// What the server answers: albums. Added in 1.135.0.
#[model]
#[life("1.135.0..")]
pub struct AlbumsResponse {
    /// The default asset order.
    #[shape("..3.0.0-rc.1", default = "desc")]
    #[shape("3.0.0-rc.1..")]
    pub default_asset_order: AssetOrder,
}

/// What the server answers: album statistics. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct AlbumStatisticsResponseDto {
    /// The not shared.
    pub not_shared: Natural,
    /// The owned.
    pub owned: Natural,
    /// The shared.
    pub shared: Natural,
}

/// Albums update. Added in 1.135.0.
#[model]
#[life("1.135.0..")]
pub struct AlbumsUpdate {
    /// The default asset order.
    pub default_asset_order: Option<AssetOrder>,
}

/// Update album.
#[model]
pub struct UpdateAlbumDto {
    /// The album name.
    pub album_name: Option<String>,
    /// Identifies the album thumbnail asset.
    pub album_thumbnail_asset_id: Option<Uuid>,
    /// The description.
    pub description: Option<String>,
    /// Whether it is activity enabled.
    pub is_activity_enabled: Option<bool>,
    /// The order.
    pub order: Option<AssetOrder>,
}

/// Update album user.
#[model]
pub struct UpdateAlbumUserDto {
    /// The role.
    pub role: AlbumUserRole,
}

/// Album user add.
#[model]
pub struct AlbumUserAddDto {
    /// The role.
    #[shape("..1.124.0")]
    #[shape("1.124.0..", default = "editor")]
    pub role: Option<AlbumUserRole>,
    /// Identifies the user.
    pub user_id: Uuid,
}

/// Album user create.
#[model]
pub struct AlbumUserCreateDto {
    /// The role.
    pub role: AlbumUserRole,
    /// Identifies the user.
    pub user_id: Uuid,
}

/// What the server answers: album user.
#[model]
pub struct AlbumUserResponseDto {
    /// The role.
    pub role: AlbumUserRole,
    /// The user.
    pub user: UserResponseDto,
}

/// Album user role.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum AlbumUserRole {
    Editor,
    Viewer,
    #[life("3.0.0-rc.1..")]
    Owner,
}

//! Albums.

mod sharing;

pub use sharing::*;

use crate::operation::Describe;
use crate::{
    AssetOrder, AssetResponseDto, BulkIdErrorReason, BulkIdResponseDto, BulkIdsDto, DateTime, Double, Id, Integer,
    Natural, Nullable, Operation, UserResponseDto, Uuid, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetAllAlbums::describe,
    CreateAlbum::describe,
    AddAssetsToAlbums::describe,
    GetAlbumCount::describe,
    GetAlbumStatistics::describe,
    GetAlbumInfo::describe,
    DeleteAlbum::describe,
    UpdateAlbumInfo::describe,
    AddAssetsToAlbum::describe,
    RemoveAssetFromAlbum::describe,
    GetAlbumMapMarkers::describe,
    UpdateAlbumUser::describe,
    RemoveUserFromAlbum::describe,
    AddUsersToAlbum::describe,
];

#[operation(GET "/albums", id = "getAllAlbums", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AlbumResponseDto>)]
pub struct GetAllAlbums {
    #[query]
    pub asset_id: Option<Uuid>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub id: Option<Id>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub is_owned: Option<bool>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub is_shared: Option<bool>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub name: Option<String>,
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub shared: Option<bool>,
}

#[operation(POST "/albums", id = "createAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, AlbumResponseDto)]
pub struct CreateAlbum {
    #[body]
    pub body: CreateAlbumDto,
}

#[operation(PUT "/albums/assets", id = "addAssetsToAlbums", tag = "Albums")]
#[life("1.139.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.139.0..", "albumAsset.create")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumsAddAssetsResponseDto)]
pub struct AddAssetsToAlbums {
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub key: Option<String>,
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub slug: Option<String>,
    #[body]
    pub body: AlbumsAddAssetsDto,
}

#[operation(GET "/albums/count", id = "getAlbumCount", tag = "Albums")]
#[life("..1.113.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumCountResponseDto)]
pub struct GetAlbumCount {}

#[operation(GET "/albums/statistics", id = "getAlbumStatistics", tag = "Albums")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumStatisticsResponseDto)]
pub struct GetAlbumStatistics {}

#[operation(GET "/albums/{id}", id = "getAlbumInfo", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumResponseDto)]
pub struct GetAlbumInfo {
    #[path]
    pub id: Uuid,
    #[query]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub without_assets: Option<bool>,
}

#[operation(DELETE "/albums/{id}", id = "deleteAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteAlbum {
    #[path]
    pub id: Uuid,
}

#[operation(PATCH "/albums/{id}", id = "updateAlbumInfo", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumResponseDto)]
pub struct UpdateAlbumInfo {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: UpdateAlbumDto,
}

#[operation(PUT "/albums/{id}/assets", id = "addAssetsToAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "albumAsset.create")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct AddAssetsToAlbum {
    #[path]
    pub id: Uuid,
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..3.0.0-rc.1", optional)]
    pub slug: Option<String>,
    #[body]
    pub body: BulkIdsDto,
}

#[operation(DELETE "/albums/{id}/assets", id = "removeAssetFromAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "albumAsset.delete")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct RemoveAssetFromAlbum {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: BulkIdsDto,
}

#[operation(GET "/albums/{id}/map-markers", id = "getAlbumMapMarkers", tag = "Albums")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3")]
#[permission("3.0.0-rc.1..", "album.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<MapMarkerResponseDto>)]
pub struct GetAlbumMapMarkers {
    #[path]
    pub id: Id,
    #[query]
    pub key: Option<String>,
    #[query]
    pub slug: Option<String>,
}

#[operation(PUT "/albums/{id}/user/{userId}", id = "updateAlbumUser", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "albumUser.update")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct UpdateAlbumUser {
    #[path]
    pub id: Uuid,
    #[path]
    #[marker("3.1.0..", updated = "v3")]
    pub user_id: String,
    #[body]
    pub body: UpdateAlbumUserDto,
}

#[operation(DELETE "/albums/{id}/user/{userId}", id = "removeUserFromAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "albumUser.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct RemoveUserFromAlbum {
    #[path]
    pub id: Uuid,
    #[path]
    #[marker("3.1.0..", updated = "v3")]
    pub user_id: String,
}

#[operation(PUT "/albums/{id}/users", id = "addUsersToAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "albumUser.create")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumResponseDto)]
pub struct AddUsersToAlbum {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: AddUsersDto,
}

#[model]
#[life("..1.113.0")]
pub struct AlbumCountResponseDto {
    pub not_shared: Integer,
    pub owned: Integer,
    pub shared: Integer,
}

#[model]
pub struct AlbumResponseDto {
    pub album_name: String,
    pub album_thumbnail_asset_id: Nullable<Id>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minItems = 1)]
    pub album_users: Vec<AlbumUserResponseDto>,
    pub asset_count: Natural,
    #[life("..3.0.0-rc.1")]
    pub assets: Option<Vec<AssetResponseDto>>,
    #[life("2.2.0..", optional)]
    pub contributor_counts: Option<Vec<ContributorCountResponseDto>>,
    pub created_at: DateTime,
    pub description: String,
    pub end_date: Option<DateTime>,
    pub has_shared_link: bool,
    pub id: Id,
    pub is_activity_enabled: bool,
    pub last_modified_asset_timestamp: Option<DateTime>,
    pub order: Option<AssetOrder>,
    #[life("..3.0.0-rc.1")]
    pub owner: Option<UserResponseDto>,
    #[life("..3.0.0-rc.1")]
    pub owner_id: Option<String>,
    pub shared: bool,
    pub start_date: Option<DateTime>,
    pub updated_at: DateTime,
}

#[model]
#[life("1.113.0..")]
pub struct AlbumStatisticsResponseDto {
    pub not_shared: Natural,
    pub owned: Natural,
    pub shared: Natural,
}

#[model]
#[life("1.139.0..")]
pub struct AlbumsAddAssetsDto {
    pub album_ids: Vec<Uuid>,
    pub asset_ids: Vec<Uuid>,
}

#[model]
#[life("1.139.0..")]
pub struct AlbumsAddAssetsResponseDto {
    #[life("..1.139.4")]
    pub album_success_count: Option<Integer>,
    #[life("..1.139.4")]
    pub asset_success_count: Option<Integer>,
    pub error: Option<BulkIdErrorReason>,
    pub success: bool,
}

#[model]
#[life("1.135.0..")]
pub struct AlbumsResponse {
    #[shape("..3.0.0-rc.1", default = "desc")]
    #[shape("3.0.0-rc.1..")]
    pub default_asset_order: AssetOrder,
}

#[model]
#[life("1.135.0..")]
pub struct AlbumsUpdate {
    pub default_asset_order: Option<AssetOrder>,
}

#[model]
#[life("2.2.0..")]
pub struct ContributorCountResponseDto {
    pub asset_count: Natural,
    pub user_id: Id,
}

#[model]
pub struct CreateAlbumDto {
    pub album_name: String,
    pub album_users: Option<Vec<AlbumUserCreateDto>>,
    pub asset_ids: Option<Vec<Uuid>>,
    #[shape("..3.2.0", String)]
    #[shape("3.2.0..")]
    pub description: Option<Nullable<String>>,
}

#[model]
pub struct MapMarkerResponseDto {
    pub city: Nullable<String>,
    pub country: Nullable<String>,
    pub id: Id,
    pub lat: Double,
    pub lon: Double,
    pub state: Nullable<String>,
}

#[model]
pub struct UpdateAlbumDto {
    pub album_name: Option<String>,
    pub album_thumbnail_asset_id: Option<Uuid>,
    #[shape("..3.2.0", String)]
    #[shape("3.2.0..")]
    pub description: Option<Nullable<String>>,
    pub is_activity_enabled: Option<bool>,
    pub order: Option<AssetOrder>,
}

//! Albums.

mod add_to_user;

pub use add_to_user::*;

use crate::operation::Describe;
use crate::{BulkIdResponseDto, BulkIdsDto, Id, Operation, Uuid, operation};

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

/// Get all albums.
#[operation(GET "/albums", id = "getAllAlbums", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AlbumResponseDto>)]
pub struct GetAllAlbums {
    /// Identifies the asset.
    #[query]
    pub asset_id: Option<Uuid>,
    /// Identifies it. Added in 3.0.0-rc.1.
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub id: Option<Id>,
    /// Whether it is owned. Added in 3.0.0-rc.1.
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub is_owned: Option<bool>,
    /// Whether it is shared. Added in 3.0.0-rc.1.
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub is_shared: Option<bool>,
    /// The name. Added in 3.0.0-rc.1.
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub name: Option<String>,
    /// The shared. Until 3.0.0-rc.1.
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub shared: Option<bool>,
}

/// Create album.
#[operation(POST "/albums", id = "createAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, AlbumResponseDto)]
pub struct CreateAlbum {
    /// What is sent.
    #[body]
    pub body: CreateAlbumDto,
}

/// Add assets to albums. Added in 1.139.0.
#[operation(PUT "/albums/assets", id = "addAssetsToAlbums", tag = "Albums")]
#[life("1.139.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.139.0..", "albumAsset.create")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumsAddAssetsResponseDto)]
pub struct AddAssetsToAlbums {
    /// The key. Until 3.0.0-rc.1.
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub key: Option<String>,
    /// The slug. Until 3.0.0-rc.1.
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub slug: Option<String>,
    /// What is sent.
    #[body]
    pub body: AlbumsAddAssetsDto,
}

/// Get album count. Until 1.113.0.
#[operation(GET "/albums/count", id = "getAlbumCount", tag = "Albums")]
#[life("..1.113.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumCountResponseDto)]
pub struct GetAlbumCount {}

/// Get album statistics. Added in 1.113.0.
#[operation(GET "/albums/statistics", id = "getAlbumStatistics", tag = "Albums")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumStatisticsResponseDto)]
pub struct GetAlbumStatistics {}

/// Get album info.
#[operation(GET "/albums/{id}", id = "getAlbumInfo", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumResponseDto)]
pub struct GetAlbumInfo {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The slug. Added in 1.137.0.
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    /// The without assets. Until 3.0.0-rc.1.
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub without_assets: Option<bool>,
}

/// Delete album.
#[operation(DELETE "/albums/{id}", id = "deleteAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteAlbum {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update album info.
#[operation(PATCH "/albums/{id}", id = "updateAlbumInfo", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "album.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumResponseDto)]
pub struct UpdateAlbumInfo {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: UpdateAlbumDto,
}

/// Add assets to album.
#[operation(PUT "/albums/{id}/assets", id = "addAssetsToAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "albumAsset.create")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct AddAssetsToAlbum {
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
    pub body: BulkIdsDto,
}

/// Remove asset from album.
#[operation(DELETE "/albums/{id}/assets", id = "removeAssetFromAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "albumAsset.delete")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct RemoveAssetFromAlbum {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: BulkIdsDto,
}

/// Get album map markers. Added in 3.0.0-rc.1.
#[operation(GET "/albums/{id}/map-markers", id = "getAlbumMapMarkers", tag = "Albums")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3")]
#[permission("3.0.0-rc.1..", "album.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<MapMarkerResponseDto>)]
pub struct GetAlbumMapMarkers {
    /// Identifies it.
    #[path]
    pub id: Id,
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The slug.
    #[query]
    pub slug: Option<String>,
}

/// Update album user.
#[operation(PUT "/albums/{id}/user/{userId}", id = "updateAlbumUser", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "albumUser.update")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct UpdateAlbumUser {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// Identifies the user.
    #[path]
    pub user_id: String,
    /// What is sent.
    #[body]
    pub body: UpdateAlbumUserDto,
}

/// Remove user from album.
#[operation(DELETE "/albums/{id}/user/{userId}", id = "removeUserFromAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "albumUser.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct RemoveUserFromAlbum {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// Identifies the user.
    #[path]
    pub user_id: String,
}

/// Add users to album.
#[operation(PUT "/albums/{id}/users", id = "addUsersToAlbum", tag = "Albums")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "albumUser.create")]
#[security(bearer, cookie, api_key)]
#[answer(200, AlbumResponseDto)]
pub struct AddUsersToAlbum {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: AddUsersDto,
}

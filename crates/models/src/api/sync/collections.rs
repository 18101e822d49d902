//! Albums, memories and stacks in the stream.

use crate::{AlbumUserRole, AssetOrder, Either, Id, MemoryType, MemoryTypeV1, Nullable, OpenObject, Timestamp, model};

#[model]
#[life("1.133.0..")]
pub struct SyncAlbumDeleteV1 {
    pub album_id: Id,
}

#[model]
#[life("1.136.0..")]
pub struct SyncAlbumToAssetDeleteV1 {
    pub album_id: Id,
    pub asset_id: Id,
}

#[model]
#[life("1.136.0..")]
pub struct SyncAlbumToAssetV1 {
    pub album_id: Id,
    pub asset_id: Id,
}

#[model]
#[life("1.133.0..")]
pub struct SyncAlbumUserDeleteV1 {
    pub album_id: Id,
    pub user_id: Id,
}

#[model]
#[life("1.133.0..")]
pub struct SyncAlbumUserV1 {
    pub album_id: Id,
    #[shape("..1.135.0", String, enum = ["editor", "viewer"])]
    #[shape("1.135.0..")]
    pub role: AlbumUserRole,
    pub user_id: Id,
}

#[model]
#[life("1.133.0..")]
pub struct SyncAlbumV1 {
    pub created_at: Timestamp,
    pub description: String,
    pub id: Id,
    pub is_activity_enabled: bool,
    pub name: String,
    pub order: AssetOrder,
    pub owner_id: Id,
    pub thumbnail_asset_id: Nullable<String>,
    pub updated_at: Timestamp,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct SyncAlbumV2 {
    pub created_at: Timestamp,
    pub description: String,
    pub id: Id,
    pub is_activity_enabled: bool,
    pub name: String,
    pub order: AssetOrder,
    pub thumbnail_asset_id: Nullable<String>,
    pub updated_at: Timestamp,
}

#[model]
#[life("1.136.0..")]
pub struct SyncMemoryAssetDeleteV1 {
    pub asset_id: Id,
    pub memory_id: Id,
}

#[model]
#[life("1.136.0..")]
pub struct SyncMemoryAssetV1 {
    pub asset_id: Id,
    pub memory_id: Id,
}

#[model]
#[life("1.136.0..")]
pub struct SyncMemoryDeleteV1 {
    pub memory_id: Id,
}

#[model]
#[life("1.136.0..")]
pub struct SyncMemoryV1 {
    pub created_at: Timestamp,
    pub data: OpenObject,
    pub deleted_at: Nullable<Timestamp>,
    pub hide_at: Nullable<Timestamp>,
    pub id: Id,
    pub is_saved: bool,
    pub memory_at: Timestamp,
    pub owner_id: Id,
    pub seen_at: Nullable<Timestamp>,
    pub show_at: Nullable<Timestamp>,
    #[shape("..3.3.0", MemoryType)]
    #[shape("3.3.0..", MemoryTypeV1)]
    pub r#type: Either<MemoryType, MemoryTypeV1>,
    pub updated_at: Timestamp,
}

#[model]
#[life("3.3.0..")]
pub struct SyncMemoryV2 {
    pub created_at: Timestamp,
    pub data: OpenObject,
    pub deleted_at: Nullable<Timestamp>,
    pub hide_at: Nullable<Timestamp>,
    pub id: Id,
    pub is_saved: bool,
    pub memory_at: Timestamp,
    pub owner_id: Id,
    pub seen_at: Nullable<Timestamp>,
    pub show_at: Nullable<Timestamp>,
    pub r#type: MemoryType,
    pub updated_at: Timestamp,
}

#[model]
#[life("1.136.0..")]
pub struct SyncStackDeleteV1 {
    pub stack_id: Id,
}

#[model]
#[life("1.136.0..")]
pub struct SyncStackV1 {
    pub created_at: Timestamp,
    pub id: Id,
    pub owner_id: Id,
    pub primary_asset_id: Id,
    pub updated_at: Timestamp,
}

//! Sync: ack to asset full.

use crate::{
    AlbumUserRole, AssetEditAction, AssetOrder, AssetResponseDto, DateTime, Id, Integer, Nullable, Number, Object,
    OpenObject, Positive, SafeInteger, SyncEntityType, Timestamp, Uuid, model,
};

/// Sync ack delete. Added in 1.127.0.
#[model]
#[life("1.127.0..")]
pub struct SyncAckDeleteDto {
    /// The types.
    pub types: Option<Vec<SyncEntityType>>,
}

/// Sync ack. Added in 1.127.0.
#[model]
#[life("1.127.0..")]
pub struct SyncAckDto {
    /// The ack.
    pub ack: String,
    /// The type.
    pub r#type: SyncEntityType,
}

/// Sync ack set. Added in 1.127.0.
#[model]
#[life("1.127.0..")]
pub struct SyncAckSetDto {
    /// The acks.
    #[shape("..1.136.0")]
    #[shape("1.136.0..", maxItems = 1000)]
    pub acks: Vec<String>,
}

/// Sync ack v1. Added in 1.136.0.
#[model(component)]
#[life("1.136.0..")]
pub struct SyncAckV1(pub Object);

/// Sync album delete v1. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct SyncAlbumDeleteV1 {
    /// Identifies the album.
    pub album_id: Id,
}

/// Sync album to asset delete v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncAlbumToAssetDeleteV1 {
    /// Identifies the album.
    pub album_id: Id,
    /// Identifies the asset.
    pub asset_id: Id,
}

/// Sync album to asset v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncAlbumToAssetV1 {
    /// Identifies the album.
    pub album_id: Id,
    /// Identifies the asset.
    pub asset_id: Id,
}

/// Sync album user delete v1. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct SyncAlbumUserDeleteV1 {
    /// Identifies the album.
    pub album_id: Id,
    /// Identifies the user.
    pub user_id: Id,
}

/// Sync album user v1. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct SyncAlbumUserV1 {
    /// Identifies the album.
    pub album_id: Id,
    /// The role.
    #[shape("..1.135.0", String, enum = ["editor", "viewer"])]
    #[shape("1.135.0..")]
    pub role: AlbumUserRole,
    /// Identifies the user.
    pub user_id: Id,
}

/// Sync album v1. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct SyncAlbumV1 {
    /// When it was created.
    pub created_at: Timestamp,
    /// The description.
    pub description: String,
    /// Identifies it.
    pub id: Id,
    /// Whether it is activity enabled.
    pub is_activity_enabled: bool,
    /// The name.
    pub name: String,
    /// The order.
    pub order: AssetOrder,
    /// Identifies the owner.
    pub owner_id: Id,
    /// Identifies the thumbnail asset.
    pub thumbnail_asset_id: Nullable<String>,
    /// When it was updated.
    pub updated_at: Timestamp,
}

/// Sync album v2. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct SyncAlbumV2 {
    /// When it was created.
    pub created_at: Timestamp,
    /// The description.
    pub description: String,
    /// Identifies it.
    pub id: Id,
    /// Whether it is activity enabled.
    pub is_activity_enabled: bool,
    /// The name.
    pub name: String,
    /// The order.
    pub order: AssetOrder,
    /// Identifies the thumbnail asset.
    pub thumbnail_asset_id: Nullable<String>,
    /// When it was updated.
    pub updated_at: Timestamp,
}

/// Sync asset delete v1. Added in 1.130.0.
#[model]
#[life("1.130.0..")]
pub struct SyncAssetDeleteV1 {
    /// Identifies the asset.
    pub asset_id: Id,
}

/// Asset delta sync. Until 3.0.0-rc.1.
#[model]
#[life("..3.0.0-rc.1")]
pub struct AssetDeltaSyncDto {
    /// The updated after.
    pub updated_after: DateTime,
    /// Identifies each user.
    pub user_ids: Vec<Uuid>,
}

/// What the server answers: asset delta sync. Until 3.0.0-rc.1.
#[model]
#[life("..3.0.0-rc.1")]
pub struct AssetDeltaSyncResponseDto {
    /// The deleted.
    pub deleted: Vec<String>,
    /// The needs full sync.
    pub needs_full_sync: bool,
    /// The upserted.
    pub upserted: Vec<AssetResponseDto>,
}

/// Sync asset edit delete v1. Added in 2.6.0.
#[model]
#[life("2.6.0..")]
pub struct SyncAssetEditDeleteV1 {
    /// Identifies the edit.
    pub edit_id: Id,
}

/// Sync asset edit v1. Added in 2.6.0.
#[model]
#[life("2.6.0..")]
pub struct SyncAssetEditV1 {
    /// The action.
    pub action: AssetEditAction,
    /// Identifies the asset.
    pub asset_id: Id,
    /// Identifies it.
    pub id: Id,
    /// The parameters.
    pub parameters: OpenObject,
    /// The sequence.
    pub sequence: SafeInteger,
}

/// Sync asset exif v1. Added in 1.130.0.
#[model]
#[life("1.130.0..")]
pub struct SyncAssetExifV1 {
    /// Identifies the asset.
    pub asset_id: Id,
    /// The city.
    pub city: Nullable<String>,
    /// The country.
    pub country: Nullable<String>,
    /// The date time original.
    pub date_time_original: Nullable<Timestamp>,
    /// The description.
    pub description: Nullable<String>,
    /// The exif image height.
    pub exif_image_height: Nullable<SafeInteger>,
    /// The exif image width.
    pub exif_image_width: Nullable<SafeInteger>,
    /// The exposure time.
    pub exposure_time: Nullable<String>,
    /// The f number.
    #[shape("..1.136.0", Nullable<Integer>)]
    #[shape("1.136.0..", format = "double")]
    pub f_number: Nullable<Number>,
    /// The file size in byte.
    pub file_size_in_byte: Nullable<SafeInteger>,
    /// The focal length.
    #[shape("..1.136.0", Nullable<Integer>)]
    #[shape("1.136.0..", format = "double")]
    pub focal_length: Nullable<Number>,
    /// The fps.
    #[shape("..1.136.0", Nullable<Integer>)]
    #[shape("1.136.0..", format = "double")]
    pub fps: Nullable<Number>,
    /// The iso.
    pub iso: Nullable<SafeInteger>,
    /// The latitude.
    #[shape("..1.136.0", Nullable<Integer>)]
    #[shape("1.136.0..", format = "double")]
    pub latitude: Nullable<Number>,
    /// The lens model.
    pub lens_model: Nullable<String>,
    /// The longitude.
    #[shape("..1.136.0", Nullable<Integer>)]
    #[shape("1.136.0..", format = "double")]
    pub longitude: Nullable<Number>,
    /// The make.
    pub make: Nullable<String>,
    /// The model.
    pub model: Nullable<String>,
    /// The modify date.
    pub modify_date: Nullable<Timestamp>,
    /// The orientation.
    pub orientation: Nullable<String>,
    /// The profile description.
    pub profile_description: Nullable<String>,
    /// The projection type.
    pub projection_type: Nullable<String>,
    /// The rating.
    pub rating: Nullable<SafeInteger>,
    /// The state.
    pub state: Nullable<String>,
    /// The time zone.
    pub time_zone: Nullable<String>,
}

/// Sync asset face delete v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncAssetFaceDeleteV1 {
    /// Identifies the asset face.
    pub asset_face_id: Id,
}

/// Sync asset face v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncAssetFaceV1 {
    /// Identifies the asset.
    pub asset_id: Id,
    /// The bounding box x1.
    pub bounding_box_x1: SafeInteger,
    /// The bounding box x2.
    pub bounding_box_x2: SafeInteger,
    /// The bounding box y1.
    pub bounding_box_y1: SafeInteger,
    /// The bounding box y2.
    pub bounding_box_y2: SafeInteger,
    /// Identifies it.
    pub id: Id,
    /// The image height.
    pub image_height: SafeInteger,
    /// The image width.
    pub image_width: SafeInteger,
    /// Identifies the person.
    pub person_id: Nullable<String>,
    /// The source type.
    pub source_type: String,
}

/// Sync asset face v2. Added in 2.6.0.
#[model]
#[life("2.6.0..")]
pub struct SyncAssetFaceV2 {
    /// Identifies the asset.
    pub asset_id: Id,
    /// The bounding box x1.
    pub bounding_box_x1: SafeInteger,
    /// The bounding box x2.
    pub bounding_box_x2: SafeInteger,
    /// The bounding box y1.
    pub bounding_box_y1: SafeInteger,
    /// The bounding box y2.
    pub bounding_box_y2: SafeInteger,
    /// When it was deleted.
    pub deleted_at: Nullable<Timestamp>,
    /// Identifies it.
    pub id: Id,
    /// The image height.
    pub image_height: SafeInteger,
    /// The image width.
    pub image_width: SafeInteger,
    /// Whether it is visible.
    pub is_visible: bool,
    /// Identifies the person.
    pub person_id: Nullable<String>,
    /// The source type.
    pub source_type: String,
}

/// Asset full sync. Until 3.0.0-rc.1.
#[model]
#[life("..3.0.0-rc.1")]
pub struct AssetFullSyncDto {
    /// Identifies the last.
    pub last_id: Option<Uuid>,
    /// The limit.
    pub limit: Positive,
    /// The updated until.
    pub updated_until: DateTime,
    /// Identifies the user.
    pub user_id: Option<Uuid>,
}

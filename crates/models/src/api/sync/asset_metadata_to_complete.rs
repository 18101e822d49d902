//! Sync: asset metadata to complete.

use crate::{
    AssetMetadataKey, AssetTypeEnum, AssetVisibility, Double, Id, Millis, Nullable, Object, OpenObject, SafeInteger,
    Timestamp, UserAvatarColor, model,
};

/// Sync asset metadata delete v1. Added in 1.140.0.
#[model]
#[life("1.140.0..")]
pub struct SyncAssetMetadataDeleteV1 {
    /// Identifies the asset.
    pub asset_id: Id,
    /// The key.
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
}

/// Sync asset metadata v1. Added in 1.140.0.
#[model]
#[life("1.140.0..")]
pub struct SyncAssetMetadataV1 {
    /// Identifies the asset.
    pub asset_id: Id,
    /// The key.
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
    /// The value.
    pub value: OpenObject,
}

/// Sync asset ocr delete v1. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct SyncAssetOcrDeleteV1 {
    /// Identifies the asset.
    pub asset_id: String,
    /// When it was deleted.
    pub deleted_at: Timestamp,
    /// Identifies it.
    pub id: String,
}

/// Sync asset ocr v1. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct SyncAssetOcrV1 {
    /// Identifies the asset.
    pub asset_id: Id,
    /// The box score.
    pub box_score: Double,
    /// Identifies it.
    pub id: Id,
    /// Whether it is visible.
    pub is_visible: bool,
    /// The text.
    pub text: String,
    /// The text score.
    pub text_score: Double,
    /// The x1.
    pub x1: Double,
    /// The x2.
    pub x2: Double,
    /// The x3.
    pub x3: Double,
    /// The x4.
    pub x4: Double,
    /// The y1.
    pub y1: Double,
    /// The y2.
    pub y2: Double,
    /// The y3.
    pub y3: Double,
    /// The y4.
    pub y4: Double,
}

/// Sync asset v1. Added in 1.130.0.
#[model]
#[life("1.130.0..")]
pub struct SyncAssetV1 {
    /// The checksum.
    pub checksum: String,
    /// When it was created. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub created_at: Option<Nullable<Timestamp>>,
    /// When it was deleted.
    pub deleted_at: Nullable<Timestamp>,
    /// The duration. Added in 1.135.0.
    #[life("1.135.0..")]
    pub duration: Option<Nullable<String>>,
    /// When it was file created.
    pub file_created_at: Nullable<Timestamp>,
    /// When it was file modified.
    pub file_modified_at: Nullable<Timestamp>,
    /// The height. Added in 2.5.0.
    #[life("2.5.0..")]
    pub height: Option<Nullable<SafeInteger>>,
    /// Identifies it.
    pub id: Id,
    /// Whether it is edited. Added in 2.5.0.
    #[life("2.5.0..")]
    pub is_edited: Option<bool>,
    /// Whether it is favorite.
    pub is_favorite: bool,
    /// Whether it is visible. Until 1.133.0.
    #[life("..1.133.0")]
    pub is_visible: Option<bool>,
    /// Identifies the library. Added in 1.137.0.
    #[life("1.137.0..")]
    pub library_id: Option<Nullable<String>>,
    /// Identifies the live photo video. Added in 1.136.0.
    #[life("1.136.0..")]
    pub live_photo_video_id: Option<Nullable<String>>,
    /// The local date time.
    pub local_date_time: Nullable<Timestamp>,
    /// The original file name. Added in 1.135.0.
    #[life("1.135.0..")]
    pub original_file_name: Option<String>,
    /// Identifies the owner.
    pub owner_id: Id,
    /// Identifies the stack. Added in 1.136.0.
    #[life("1.136.0..")]
    pub stack_id: Option<Nullable<String>>,
    /// The thumbhash.
    pub thumbhash: Nullable<String>,
    /// The type.
    #[shape("..1.135.0", String, enum = ["IMAGE", "VIDEO", "AUDIO", "OTHER"])]
    #[shape("1.135.0..")]
    pub r#type: AssetTypeEnum,
    /// The visibility. Added in 1.133.0.
    #[life("1.133.0..")]
    #[shape("1.133.0..1.135.0", String, enum = ["archive", "timeline", "hidden", "locked"])]
    #[shape("1.135.0..")]
    pub visibility: Option<AssetVisibility>,
    /// The width. Added in 2.5.0.
    #[life("2.5.0..")]
    pub width: Option<Nullable<SafeInteger>>,
}

/// Sync asset v2. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct SyncAssetV2 {
    /// The checksum.
    pub checksum: String,
    /// When it was created.
    pub created_at: Nullable<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Nullable<Timestamp>,
    /// The duration.
    pub duration: Nullable<Millis>,
    /// When it was file created.
    pub file_created_at: Nullable<Timestamp>,
    /// When it was file modified.
    pub file_modified_at: Nullable<Timestamp>,
    /// The height.
    pub height: Nullable<SafeInteger>,
    /// Identifies it.
    pub id: Id,
    /// Whether it is edited.
    pub is_edited: bool,
    /// Whether it is favorite.
    pub is_favorite: bool,
    /// Identifies the library.
    pub library_id: Nullable<String>,
    /// Identifies the live photo video.
    pub live_photo_video_id: Nullable<String>,
    /// The local date time.
    pub local_date_time: Nullable<Timestamp>,
    /// The original file name.
    pub original_file_name: String,
    /// Identifies the owner.
    pub owner_id: Id,
    /// Identifies the stack.
    pub stack_id: Nullable<String>,
    /// The thumbhash.
    pub thumbhash: Nullable<String>,
    /// The type.
    pub r#type: AssetTypeEnum,
    /// The visibility.
    pub visibility: AssetVisibility,
    /// The width.
    pub width: Nullable<SafeInteger>,
}

/// Sync auth user v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncAuthUserV1 {
    /// The avatar color.
    #[life("..", required = "..3.0.0-rc.1")]
    pub avatar_color: Option<Nullable<UserAvatarColor>>,
    /// When it was deleted.
    pub deleted_at: Nullable<Timestamp>,
    /// The email.
    pub email: String,
    /// Whether it has profile image.
    pub has_profile_image: bool,
    /// Identifies it.
    pub id: Id,
    /// Whether it is admin.
    pub is_admin: bool,
    /// The name.
    pub name: String,
    /// Identifies the oauth.
    pub oauth_id: String,
    /// The pin code.
    pub pin_code: Nullable<String>,
    /// When it was profile changed.
    pub profile_changed_at: Timestamp,
    /// The quota size in bytes.
    pub quota_size_in_bytes: Nullable<SafeInteger>,
    /// The quota usage in bytes.
    pub quota_usage_in_bytes: SafeInteger,
    /// The storage label.
    pub storage_label: Nullable<String>,
}

/// Sync complete v1. Added in 1.141.0.
#[model(component)]
#[life("1.141.0..")]
pub struct SyncCompleteV1(pub Object);

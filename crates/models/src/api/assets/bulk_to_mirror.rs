//! Assets: bulk to mirror.

use crate::{
    AssetMetadataUpsertItemDto, AssetRejectReason, AssetResponseDto, AssetUploadAction, AssetVisibility, Binary,
    DateTime, Either, Id, Integer, MAX_SAFE, MIN_SAFE, Nullable, Number, Timestamp, UUID_V4, Uuid, model,
};

/// Asset bulk delete.
#[model]
pub struct AssetBulkDeleteDto {
    /// The force.
    pub force: Option<bool>,
    /// Identifies each .
    pub ids: Vec<Uuid>,
}

/// Asset bulk update.
#[model]
pub struct AssetBulkUpdateDto {
    /// The date time original.
    pub date_time_original: Option<String>,
    /// The date time relative. Added in 1.138.0.
    #[life("1.138.0..", optional)]
    #[shape("1.138.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub date_time_relative: Option<Number>,
    /// The description. Added in 1.133.0.
    #[life("1.133.0..", optional)]
    pub description: Option<String>,
    /// Identifies the duplicate.
    pub duplicate_id: Option<Nullable<String>>,
    /// Identifies each .
    pub ids: Vec<Uuid>,
    /// Whether it is archived. Until 1.133.0.
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    /// Whether it is favorite.
    pub is_favorite: Option<bool>,
    /// The latitude.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minimum = -90, maximum = 90)]
    pub latitude: Option<Number>,
    /// The longitude.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minimum = -180, maximum = 180)]
    pub longitude: Option<Number>,
    /// The rating. Added in 1.112.0.
    #[life("1.112.0..", optional)]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v3")]
    #[shape("1.112.0..1.125.7", Number, minimum = 0, maximum = 5)]
    #[shape("1.125.7..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = -1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    /// The remove parent. Until 1.113.0.
    #[life("..1.113.0", optional)]
    pub remove_parent: Option<bool>,
    /// Identifies the stack parent. Until 1.113.0.
    #[life("..1.113.0", optional)]
    pub stack_parent_id: Option<Uuid>,
    /// The time zone. Added in 1.138.0.
    #[life("1.138.0..", optional)]
    pub time_zone: Option<String>,
    /// The visibility. Added in 1.133.0.
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
}

/// Asset bulk upload check.
#[model]
pub struct AssetBulkUploadCheckDto {
    /// The assets.
    pub assets: Vec<AssetBulkUploadCheckItem>,
}

/// Asset bulk upload check item.
#[model]
pub struct AssetBulkUploadCheckItem {
    /// The checksum.
    pub checksum: String,
    /// Identifies it.
    pub id: String,
}

/// What the server answers: asset bulk upload check.
#[model]
pub struct AssetBulkUploadCheckResponseDto {
    /// The results.
    pub results: Vec<AssetBulkUploadCheckResult>,
}

/// Asset bulk upload check result.
#[model]
pub struct AssetBulkUploadCheckResult {
    /// The action.
    #[shape("..3.0.0-rc.1", String, enum = ["accept", "reject"])]
    #[shape("3.0.0-rc.1..")]
    pub action: AssetUploadAction,
    /// Identifies the asset.
    #[shape("..3.0.2")]
    #[shape("3.0.2..", format = "uuid", pattern = UUID_V4)]
    pub asset_id: Option<String>,
    /// Identifies it.
    #[shape("..3.0.0-rc.1, 3.0.2..")]
    #[shape("3.0.0-rc.1..3.0.2", format = "uuid", pattern = UUID_V4)]
    pub id: String,
    /// Whether it is trashed. Added in 1.115.0.
    #[life("1.115.0..", optional)]
    pub is_trashed: Option<bool>,
    /// The reason.
    #[shape("..3.0.0-rc.1", String, enum = ["duplicate", "unsupported-format"])]
    #[shape("3.0.0-rc.1..")]
    pub reason: Option<AssetRejectReason>,
}

/// Check existing assets. Until 3.0.0-rc.1.
#[model]
#[life("..3.0.0-rc.1")]
pub struct CheckExistingAssetsDto {
    /// Identifies each device asset.
    #[shape("..1.124.0")]
    #[shape("1.124.0..", minItems = 1)]
    pub device_asset_ids: Vec<String>,
    /// Identifies the device.
    pub device_id: String,
}

/// What the server answers: check existing assets. Until 3.0.0-rc.1.
#[model]
#[life("..3.0.0-rc.1")]
pub struct CheckExistingAssetsResponseDto {
    /// Identifies each existing.
    pub existing_ids: Vec<String>,
}

/// Asset copy. Added in 2.2.0.
#[model]
#[life("2.2.0..")]
pub struct AssetCopyDto {
    /// The albums.
    #[shape(default = true)]
    pub albums: Option<bool>,
    /// The favorite.
    #[shape(default = true)]
    pub favorite: Option<bool>,
    /// The shared links.
    #[shape(default = true)]
    pub shared_links: Option<bool>,
    /// The sidecar.
    #[shape(default = true)]
    pub sidecar: Option<bool>,
    /// Identifies the source.
    pub source_id: Uuid,
    /// The stack.
    #[shape(default = true)]
    pub stack: Option<bool>,
    /// Identifies the target.
    pub target_id: Uuid,
}

/// Crop parameters. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
pub struct CropParameters {
    /// The height.
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub height: Number,
    /// The width.
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub width: Number,
    /// The x.
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 0, maximum = MAX_SAFE)]
    pub x: Number,
    /// The y.
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 0, maximum = MAX_SAFE)]
    pub y: Number,
}

/// Asset job name.
#[model]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum AssetJobName {
    RegenerateThumbnail,
    RefreshMetadata,
    TranscodeVideo,
    #[life("1.118.0..")]
    RefreshFaces,
}

/// Asset jobs.
#[model]
pub struct AssetJobsDto {
    /// Identifies each asset.
    pub asset_ids: Vec<Uuid>,
    /// The name.
    pub name: AssetJobName,
}

/// Asset media create.
#[model]
pub struct AssetMediaCreateDto {
    /// The asset data.
    pub asset_data: Binary,
    /// Identifies the device asset. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub device_asset_id: Option<String>,
    /// Identifies the device. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub device_id: Option<String>,
    /// The duration.
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 0, maximum = MAX_SAFE)]
    pub duration: Option<Either<String, Integer>>,
    /// When it was file created.
    pub file_created_at: Timestamp,
    /// When it was file modified.
    pub file_modified_at: Timestamp,
    /// The filename. Added in 1.135.0.
    #[life("1.135.0..", optional)]
    pub filename: Option<String>,
    /// Whether it is archived. Until 1.133.0.
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    /// Whether it is favorite.
    pub is_favorite: Option<bool>,
    /// Whether it is offline. Until 1.116.0.
    #[life("..1.116.0", optional)]
    pub is_offline: Option<bool>,
    /// Whether it is visible. Until 1.133.0.
    #[life("..1.133.0", optional)]
    pub is_visible: Option<bool>,
    /// Identifies the live photo video.
    pub live_photo_video_id: Option<Uuid>,
    /// The metadata. Added in 1.140.0.
    #[life("1.140.0..", required = "1.140.0..2.5.0")]
    pub metadata: Option<Vec<AssetMetadataUpsertItemDto>>,
    /// The sidecar data.
    pub sidecar_data: Option<Binary>,
    /// The visibility. Added in 1.133.0.
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
}

/// Asset media replace. Until 3.0.0-rc.1.
#[model]
#[life("..3.0.0-rc.1")]
pub struct AssetMediaReplaceDto {
    /// The asset data.
    pub asset_data: Binary,
    /// Identifies the device asset.
    pub device_asset_id: String,
    /// Identifies the device.
    pub device_id: String,
    /// The duration.
    pub duration: Option<String>,
    /// When it was file created.
    pub file_created_at: DateTime,
    /// When it was file modified.
    pub file_modified_at: DateTime,
    /// The filename. Added in 1.135.0.
    #[life("1.135.0..", optional)]
    pub filename: Option<String>,
}

/// What the server answers: asset media.
#[model]
pub struct AssetMediaResponseDto {
    /// Identifies it.
    pub id: Id,
    /// The status.
    pub status: AssetMediaStatus,
}

/// Asset media size.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum AssetMediaSize {
    Preview,
    Thumbnail,
    #[life("1.131.0..")]
    Fullsize,
    #[life("2.5.0..")]
    Original,
}

/// Asset media status.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum AssetMediaStatus {
    Created,
    #[life("..3.0.0-rc.1")]
    Replaced,
    Duplicate,
}

/// What the server answers: memory lane. Until 1.133.0.
#[model]
#[life("..1.133.0")]
pub struct MemoryLaneResponseDto {
    /// The assets.
    pub assets: Vec<AssetResponseDto>,
    /// The years ago.
    pub years_ago: Integer,
}

/// Mirror axis. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum MirrorAxis {
    Horizontal,
    Vertical,
}

/// Mirror parameters. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
pub struct MirrorParameters {
    /// The axis.
    pub axis: MirrorAxis,
}

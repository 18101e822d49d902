//! Uploads, and what is asked before one.

use crate::{
    AssetMetadataUpsertItemDto, AssetVisibility, Binary, DateTime, Either, Id, Integer, MAX_SAFE, Timestamp, UUID_V4,
    Uuid, model,
};

#[model]
pub struct AssetBulkUploadCheckDto {
    pub assets: Vec<AssetBulkUploadCheckItem>,
}

#[model]
pub struct AssetBulkUploadCheckItem {
    pub checksum: String,
    pub id: String,
}

#[model]
pub struct AssetBulkUploadCheckResponseDto {
    pub results: Vec<AssetBulkUploadCheckResult>,
}

#[model]
pub struct AssetBulkUploadCheckResult {
    #[shape("..3.0.0-rc.1", String, enum = ["accept", "reject"])]
    #[shape("3.0.0-rc.1..")]
    pub action: AssetUploadAction,
    #[shape("..3.0.1")]
    #[shape("3.0.1..", format = "uuid", pattern = UUID_V4)]
    pub asset_id: Option<String>,
    #[shape("..3.0.0-rc.1, 3.0.1..")]
    #[shape("3.0.0-rc.1..3.0.1", format = "uuid", pattern = UUID_V4)]
    pub id: String,
    #[life("1.115.0..", optional)]
    pub is_trashed: Option<bool>,
    #[shape("..3.0.0-rc.1", String, enum = ["duplicate", "unsupported-format"])]
    #[shape("3.0.0-rc.1..")]
    pub reason: Option<AssetRejectReason>,
}

#[model]
pub struct AssetMediaCreateDto {
    pub asset_data: Binary,
    #[life("..3.0.0-rc.1")]
    pub device_asset_id: Option<String>,
    #[life("..3.0.0-rc.1")]
    pub device_id: Option<String>,
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 0, maximum = MAX_SAFE)]
    pub duration: Option<Either<String, Integer>>,
    pub file_created_at: Timestamp,
    pub file_modified_at: Timestamp,
    #[life("1.135.0..", optional)]
    pub filename: Option<String>,
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    pub is_favorite: Option<bool>,
    #[life("..1.116.0", optional)]
    pub is_offline: Option<bool>,
    #[life("..1.133.0", optional)]
    pub is_visible: Option<bool>,
    pub live_photo_video_id: Option<Uuid>,
    #[life("1.140.0..", required = "1.140.0..2.5.0")]
    pub metadata: Option<Vec<AssetMetadataUpsertItemDto>>,
    pub sidecar_data: Option<Binary>,
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
}

#[model]
#[life("..3.0.0-rc.1")]
pub struct AssetMediaReplaceDto {
    pub asset_data: Binary,
    pub device_asset_id: String,
    pub device_id: String,
    pub duration: Option<String>,
    pub file_created_at: DateTime,
    pub file_modified_at: DateTime,
    #[life("1.135.0..", optional)]
    pub filename: Option<String>,
}

#[model]
pub struct AssetMediaResponseDto {
    pub id: Id,
    pub status: AssetMediaStatus,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum AssetMediaSize {
    Preview,
    Thumbnail,
    #[life("1.131.0..")]
    Fullsize,
    #[life("2.5.0..")]
    Original,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum AssetMediaStatus {
    Created,
    #[life("..3.0.0-rc.1")]
    Replaced,
    Duplicate,
}

#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "kebab-case")]
pub enum AssetRejectReason {
    Duplicate,
    UnsupportedFormat,
}

#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "lowercase")]
pub enum AssetUploadAction {
    Accept,
    Reject,
}

#[model]
#[life("..3.0.0-rc.1")]
pub struct CheckExistingAssetsDto {
    #[shape("..1.124.0")]
    #[shape("1.124.0..", minItems = 1)]
    pub device_asset_ids: Vec<String>,
    pub device_id: String,
}

#[model]
#[life("..3.0.0-rc.1")]
pub struct CheckExistingAssetsResponseDto {
    pub existing_ids: Vec<String>,
}

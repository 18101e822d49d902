//! Assets in the stream.

use crate::{
    AssetEditAction, AssetMetadataKey, AssetTypeEnum, AssetVisibility, Double, Id, Integer, Millis, Nullable, Number,
    OpenObject, SafeInteger, Timestamp, model,
};

#[model]
#[life("1.130.0..")]
pub struct SyncAssetDeleteV1 {
    pub asset_id: Id,
}

#[model]
#[life("2.6.0..")]
pub struct SyncAssetEditDeleteV1 {
    pub edit_id: Id,
}

#[model]
#[life("2.6.0..")]
pub struct SyncAssetEditV1 {
    pub action: AssetEditAction,
    pub asset_id: Id,
    pub id: Id,
    pub parameters: OpenObject,
    pub sequence: SafeInteger,
}

#[model]
#[life("1.130.0..")]
pub struct SyncAssetExifV1 {
    pub asset_id: Id,
    pub city: Nullable<String>,
    pub country: Nullable<String>,
    pub date_time_original: Nullable<Timestamp>,
    pub description: Nullable<String>,
    pub exif_image_height: Nullable<SafeInteger>,
    pub exif_image_width: Nullable<SafeInteger>,
    pub exposure_time: Nullable<String>,
    #[shape("..1.136.0", Nullable<Integer>)]
    #[shape("1.136.0..", format = "double")]
    pub f_number: Nullable<Number>,
    pub file_size_in_byte: Nullable<SafeInteger>,
    #[shape("..1.136.0", Nullable<Integer>)]
    #[shape("1.136.0..", format = "double")]
    pub focal_length: Nullable<Number>,
    #[shape("..1.136.0", Nullable<Integer>)]
    #[shape("1.136.0..", format = "double")]
    pub fps: Nullable<Number>,
    pub iso: Nullable<SafeInteger>,
    #[shape("..1.136.0", Nullable<Integer>)]
    #[shape("1.136.0..", format = "double")]
    pub latitude: Nullable<Number>,
    pub lens_model: Nullable<String>,
    #[shape("..1.136.0", Nullable<Integer>)]
    #[shape("1.136.0..", format = "double")]
    pub longitude: Nullable<Number>,
    pub make: Nullable<String>,
    pub model: Nullable<String>,
    pub modify_date: Nullable<Timestamp>,
    pub orientation: Nullable<String>,
    pub profile_description: Nullable<String>,
    pub projection_type: Nullable<String>,
    pub rating: Nullable<SafeInteger>,
    pub state: Nullable<String>,
    pub time_zone: Nullable<String>,
}

#[model]
#[life("1.140.0..")]
pub struct SyncAssetMetadataDeleteV1 {
    pub asset_id: Id,
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
}

#[model]
#[life("1.140.0..")]
pub struct SyncAssetMetadataV1 {
    pub asset_id: Id,
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
    pub value: OpenObject,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct SyncAssetOcrDeleteV1 {
    pub asset_id: String,
    pub deleted_at: Timestamp,
    pub id: String,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct SyncAssetOcrV1 {
    pub asset_id: Id,
    pub box_score: Double,
    pub id: Id,
    pub is_visible: bool,
    pub text: String,
    pub text_score: Double,
    pub x1: Double,
    pub x2: Double,
    pub x3: Double,
    pub x4: Double,
    pub y1: Double,
    pub y2: Double,
    pub y3: Double,
    pub y4: Double,
}

#[model]
#[life("1.130.0..")]
pub struct SyncAssetV1 {
    pub checksum: String,
    #[life("3.0.0-rc.1..")]
    pub created_at: Option<Nullable<Timestamp>>,
    pub deleted_at: Nullable<Timestamp>,
    #[life("1.135.0..")]
    pub duration: Option<Nullable<String>>,
    pub file_created_at: Nullable<Timestamp>,
    pub file_modified_at: Nullable<Timestamp>,
    #[life("2.5.0..")]
    pub height: Option<Nullable<SafeInteger>>,
    pub id: Id,
    #[life("2.5.0..")]
    pub is_edited: Option<bool>,
    pub is_favorite: bool,
    #[life("..1.133.0")]
    pub is_visible: Option<bool>,
    #[life("1.137.0..")]
    pub library_id: Option<Nullable<String>>,
    #[life("1.136.0..")]
    pub live_photo_video_id: Option<Nullable<String>>,
    pub local_date_time: Nullable<Timestamp>,
    #[life("1.135.0..")]
    pub original_file_name: Option<String>,
    pub owner_id: Id,
    #[life("1.136.0..")]
    pub stack_id: Option<Nullable<String>>,
    pub thumbhash: Nullable<String>,
    #[shape("..1.135.0", String, enum = ["IMAGE", "VIDEO", "AUDIO", "OTHER"])]
    #[shape("1.135.0..")]
    pub r#type: AssetTypeEnum,
    #[life("1.133.0..")]
    #[shape("1.133.0..1.135.0", String, enum = ["archive", "timeline", "hidden", "locked"])]
    #[shape("1.135.0..")]
    pub visibility: Option<AssetVisibility>,
    #[life("2.5.0..")]
    pub width: Option<Nullable<SafeInteger>>,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct SyncAssetV2 {
    pub checksum: String,
    pub created_at: Nullable<Timestamp>,
    pub deleted_at: Nullable<Timestamp>,
    pub duration: Nullable<Millis>,
    pub file_created_at: Nullable<Timestamp>,
    pub file_modified_at: Nullable<Timestamp>,
    pub height: Nullable<SafeInteger>,
    pub id: Id,
    pub is_edited: bool,
    pub is_favorite: bool,
    pub library_id: Nullable<String>,
    pub live_photo_video_id: Nullable<String>,
    pub local_date_time: Nullable<Timestamp>,
    pub original_file_name: String,
    pub owner_id: Id,
    pub stack_id: Nullable<String>,
    pub thumbhash: Nullable<String>,
    pub r#type: AssetTypeEnum,
    pub visibility: AssetVisibility,
    pub width: Nullable<SafeInteger>,
}

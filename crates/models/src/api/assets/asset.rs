//! An asset as it is answered and changed.

use crate::{
    AssetFaceWithoutPersonResponseDto, AssetStackResponseDto, DateTime, Double, Either, ExifResponseDto, Id, Integer,
    Nullable, Number, PersonResponseDto, PersonWithFacesResponseDto, SafeInteger, SmartInfoResponseDto, TagResponseDto,
    UUID_V4, UserResponseDto, Uuid, Whole, model,
};

#[model]
#[life("2.2.0..")]
pub struct AssetOcrResponseDto {
    pub asset_id: Uuid,
    pub box_score: Double,
    pub id: Uuid,
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

/// A photo or video as the server describes it.
#[model]
pub struct AssetResponseDto {
    /// The SHA-1 of the file, in base64.
    pub checksum: String,
    /// When the server got it.
    #[life("1.140.0..")]
    pub created_at: Option<DateTime>,
    /// The name that the uploading device gave it; unique on the device.
    #[life("..3.0.0-rc.1")]
    pub device_asset_id: Option<String>,
    /// The device that uploaded it.
    #[life("..3.0.0-rc.1")]
    pub device_id: Option<String>,
    /// What it shares with its duplicates.
    pub duplicate_id: Option<Nullable<Id>>,
    /// How long the video is.
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 0, maximum = 2_147_483_647)]
    pub duration: Nullable<Either<String, Integer>>,
    /// What the file's metadata says.
    pub exif_info: Option<ExifResponseDto>,
    /// When the picture was taken, in UTC.
    pub file_created_at: DateTime,
    /// When the file was last changed on the device, in UTC.
    pub file_modified_at: DateTime,
    /// Whether the metadata has been read.
    pub has_metadata: bool,
    /// In pixels, as the picture is shown: turned by its orientation.
    #[life("2.5.0..")]
    pub height: Option<Nullable<Whole>>,
    /// Identifies the asset.
    pub id: Id,
    /// Whether it was put aside into the archive.
    pub is_archived: bool,
    /// Whether the picture that is shown differs from the file.
    #[life("2.5.0..")]
    #[marker("2.5.0..", added = "v2.5.0", beta = "v2.5.0")]
    pub is_edited: Option<bool>,
    /// Whether its owner marked it.
    pub is_favorite: bool,
    /// Whether the file is missing from its external library.
    pub is_offline: bool,
    /// Whether it is in the bin.
    pub is_trashed: bool,
    /// The external library that it belongs to; null for an upload.
    #[life("..", optional, deprecated = "..3.0.0-rc.1")]
    #[marker("..2.3.0", deprecated = "v1.106.0")]
    #[marker("2.3.0..", added = "v1", deprecated = "v1")]
    #[shape("..2.5.3")]
    #[shape("2.5.3..3.0.0-rc.1", format = "uuid")]
    #[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
    pub library_id: Option<Nullable<String>>,
    /// The video that belongs to a live photo.
    pub live_photo_video_id: Option<Nullable<String>>,
    /// When the picture was taken by the clock on the wall; the zone it names is not the true one.
    pub local_date_time: DateTime,
    /// The file's name when it was uploaded.
    pub original_file_name: String,
    /// The media type of the file.
    #[life("1.106.4..", optional)]
    pub original_mime_type: Option<String>,
    /// The file's path on the server's disk.
    pub original_path: String,
    /// The user whose asset it is.
    pub owner: Option<UserResponseDto>,
    /// Identifies that user.
    pub owner_id: Id,
    /// The people in the picture.
    #[shape("..3.0.0-rc.1", Vec<PersonWithFacesResponseDto>)]
    #[shape("3.0.0-rc.1..", Vec<PersonResponseDto>)]
    pub people: Option<Vec<Either<PersonWithFacesResponseDto, PersonResponseDto>>>,
    /// Whether previews have been made; always true since it lost its meaning.
    #[life("..", required = "..1.113.0", deprecated = "1.113.0..3.0.0-rc.1")]
    #[marker("1.113.0..2.3.0", deprecated = "v1.113.0")]
    #[marker("2.3.0..", added = "v1", deprecated = "v1.113.0")]
    pub resized: Option<bool>,
    /// What the server recognised in the picture.
    #[life("..1.120.2", optional)]
    pub smart_info: Option<SmartInfoResponseDto>,
    /// The stack that it is in.
    #[shape("..1.113.0", Vec<AssetResponseDto>)]
    #[shape("1.113.0..", Nullable<AssetStackResponseDto>)]
    pub stack: Option<Nullable<Either<Vec<AssetResponseDto>, AssetStackResponseDto>>>,
    /// How many assets its stack holds.
    #[life("..1.113.0")]
    pub stack_count: Option<Nullable<Integer>>,
    /// The asset that is shown for its stack.
    #[life("..1.113.0", optional)]
    pub stack_parent_id: Option<Nullable<String>>,
    /// The tags on it.
    pub tags: Option<Vec<TagResponseDto>>,
    /// A blurred picture in some twenty bytes, base64, to show while the real one loads.
    pub thumbhash: Nullable<String>,
    /// What kind of file it is.
    pub r#type: AssetTypeEnum,
    /// Faces that belong to nobody yet.
    #[life("..3.0.0-rc.1", optional)]
    pub unassigned_faces: Option<Vec<AssetFaceWithoutPersonResponseDto>>,
    /// When the server's record of it was last changed.
    pub updated_at: DateTime,
    /// Where it is shown.
    #[life("1.133.0..")]
    pub visibility: Option<AssetVisibility>,
    /// In pixels, as the picture is shown: turned by its orientation.
    #[life("2.5.0..")]
    pub width: Option<Nullable<Whole>>,
}

#[model]
pub struct AssetStatsResponseDto {
    pub images: SafeInteger,
    pub total: SafeInteger,
    pub videos: SafeInteger,
}

/// What kind of file an asset is.
#[model]
#[serde(rename_all = "UPPERCASE")]
pub enum AssetTypeEnum {
    Image,
    Video,
    Audio,
    Other,
}

/// Where an asset is shown.
#[model]
#[life("1.133.0..")]
#[serde(rename_all = "lowercase")]
pub enum AssetVisibility {
    /// In the archive only.
    Archive,
    /// Everywhere.
    Timeline,
    /// Nowhere by itself: the video of a live photo.
    Hidden,
    /// In the folder that asks for a PIN.
    Locked,
}

#[model]
pub struct UpdateAssetDto {
    pub date_time_original: Option<String>,
    pub description: Option<String>,
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    pub is_favorite: Option<bool>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minimum = -90, maximum = 90)]
    pub latitude: Option<Number>,
    #[life("1.115.0..", optional)]
    pub live_photo_video_id: Option<Nullable<Uuid>>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minimum = -180, maximum = 180)]
    pub longitude: Option<Number>,
    #[life("1.112.0..", optional)]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v3")]
    #[shape("1.112.0..1.125.7", Number, minimum = 0, maximum = 5)]
    #[shape("1.125.7..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = -1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
}

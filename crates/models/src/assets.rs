//! Assets: photos and videos.

mod exif;

pub use exif::{ExifResponseDto, SmartInfoResponseDto};

use crate::operation::Describe;
use crate::scalars::UUID_V4;
use crate::{
    AssetFaceWithoutPersonResponseDto, AssetPerson, AssetStack, DateTime, Id, Integer, Nullable, Number, Operation,
    Pixels, TagResponseDto, UserResponseDto, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetRandom::describe];

/// Some assets of the caller, chosen at random.
#[operation(GET "/assets/random", id = "getRandom", tag = "Assets")]
#[life("..3.0.0-rc.1", deprecated = "1.116.0..3.0.0-rc.1")]
#[marker("1.116.0..2.3.0", deprecated = "v1.116.0")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", deprecated = "v1", replacement = "searchAssets")]
#[permission("1.137.0..3.0.0-rc.1", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct GetRandom {
    /// How many; one if absent.
    #[query]
    #[shape(minimum = 1)]
    pub count: Option<Number>,
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
    pub duration: Duration,
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
    pub height: Option<Nullable<Pixels>>,
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
    pub people: Option<Vec<AssetPerson>>,
    /// Whether previews have been made; always true since it lost its meaning.
    #[life("..", required = "..1.113.0", deprecated = "1.113.0..3.0.0-rc.1")]
    #[marker("1.113.0..2.3.0", deprecated = "v1.113.0")]
    #[marker("2.3.0..", added = "v1", deprecated = "v1.113.0")]
    pub resized: Option<bool>,
    /// What the server recognised in the picture.
    #[life("..1.120.2", optional)]
    pub smart_info: Option<SmartInfoResponseDto>,
    /// The stack that it is in.
    pub stack: Option<AssetStack>,
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
    pub width: Option<Nullable<Pixels>>,
}

/// How long a video is.
#[model]
pub enum Duration {
    /// As on a clock: `0:00:05.123`. A photo has zeros.
    #[life("..3.0.0-rc.1")]
    Clock(String),
    /// In milliseconds. A photo has null.
    #[life("3.0.0-rc.1..")]
    Millis(Nullable<Millis>),
}

/// A length of time in milliseconds.
#[model]
#[shape(minimum = 0, maximum = 2_147_483_647)]
pub struct Millis(pub Integer);

/// What kind of file an asset is.
#[model]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "their names say it")]
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// What every release wants of an asset, and nothing else.
    fn least() -> Value {
        json!({
            "checksum": "", "duration": "0:00:00.00000", "fileCreatedAt": "2024-01-01T00:00:00Z",
            "fileModifiedAt": "2024-01-01T00:00:00Z", "hasMetadata": true, "id": "x", "isArchived": false,
            "isFavorite": false, "isOffline": false, "isTrashed": false, "localDateTime": "2024-01-01T00:00:00Z",
            "originalFileName": "a.jpg", "originalPath": "/a.jpg", "ownerId": "y", "thumbhash": null,
            "type": "IMAGE", "updatedAt": "2024-01-01T00:00:00Z",
        })
    }

    fn with(key: &str, value: Value) -> Value {
        let mut asset = least();
        asset.as_object_mut().unwrap().insert(key.to_owned(), value);
        asset
    }

    #[test]
    fn null_and_absent_are_different() {
        let refused = ["exifInfo", "owner", "people", "tags", "resized", "originalMimeType", "visibility", "checksum"];
        for key in refused {
            let read = serde_json::from_value::<AssetResponseDto>(with(key, Value::Null));
            assert!(read.is_err(), "null for {key}");
        }
        for key in ["libraryId", "duplicateId", "stack", "stackCount", "height", "thumbhash"] {
            let asset = with(key, Value::Null);
            let read: AssetResponseDto = serde_json::from_value(asset.clone()).unwrap();
            assert_eq!(serde_json::to_value(read).unwrap(), asset, "null for {key}");
        }
    }

    #[test]
    fn what_may_be_null_must_be_there() {
        let mut asset = least();
        assert!(serde_json::from_value::<AssetResponseDto>(asset.clone()).is_ok());
        asset.as_object_mut().unwrap().remove("thumbhash");
        let error = serde_json::from_value::<AssetResponseDto>(asset).unwrap_err();
        assert_eq!(error.to_string(), "missing field `thumbhash`");
    }

    #[test]
    fn a_shape_that_changed_holds_each_of_its_shapes() {
        let table = [
            ("duration", json!("0:00:05.123"), json!(5123)),
            ("duration", json!("0:00:00.00000"), Value::Null),
            ("stack", json!([least()]), json!({"assetCount": 2, "id": "s", "primaryAssetId": "x"})),
            ("height", json!(3.5), json!(3)),
            (
                "exifInfo",
                json!({"iso": 100.5, "rating": null}),
                json!({"iso": 100, "fileSizeInByte": 9_223_372_036_854_775_807_u64}),
            ),
        ];
        for (key, before, after) in table {
            for asset in [with(key, before), with(key, after)] {
                let read: AssetResponseDto = serde_json::from_value(asset.clone()).unwrap();
                assert_eq!(serde_json::to_value(read).unwrap(), asset);
            }
        }
    }

    #[test]
    fn closed_enums_refuse_other_words() {
        for (key, word) in [("type", "PHOTO"), ("type", "image"), ("visibility", "public")] {
            assert!(serde_json::from_value::<AssetResponseDto>(with(key, json!(word))).is_err(), "{key}: {word}");
        }
    }
}

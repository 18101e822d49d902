//! How the type of an asset reads and writes values: absent, null, changed.

use serde_json::{Value, json};

use crate::AssetResponseDto;

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

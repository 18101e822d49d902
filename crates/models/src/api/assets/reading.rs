//! Assets: operations that only read.

use crate::{
    AssetEditsDto, AssetEditsResponseDto, AssetMediaSize, AssetMetadataKey, AssetMetadataResponseDto,
    AssetOcrResponseDto, AssetResponseDto, AssetStatsResponseDto, AssetVisibility, Binary, Id, Integer,
    MemoryLaneResponseDto, Natural, Number, Uuid, operation,
};

#[operation(GET "/assets/device/{deviceId}", id = "getAllUserAssetsByDeviceId", tag = "Assets")]
#[life("..3.0.0-rc.1", deprecated = "2.3.0..3.0.0-rc.1")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", deprecated = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<String>)]
pub struct GetAllUserAssetsByDeviceId {
    #[path]
    pub device_id: String,
}

#[operation(GET "/assets/memory-lane", id = "getMemoryLane", tag = "Assets")]
#[life("..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<MemoryLaneResponseDto>)]
pub struct GetMemoryLane {
    #[query]
    #[shape(minimum = 1, maximum = 31)]
    pub day: Integer,
    #[query]
    #[shape(minimum = 1, maximum = 12)]
    pub month: Integer,
}

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

#[operation(GET "/assets/statistics", id = "getAssetStatistics", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetStatsResponseDto)]
pub struct GetAssetStatistics {
    #[query]
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    #[query]
    pub is_favorite: Option<bool>,
    #[query]
    pub is_trashed: Option<bool>,
    #[query]
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
}

#[operation(GET "/assets/{id}", id = "getAssetInfo", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetResponseDto)]
pub struct GetAssetInfo {
    #[path]
    pub id: Uuid,
    #[query]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
}

#[operation(GET "/assets/{id}/edits", id = "getAssetEdits", tag = "Assets")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", beta = "v2.5.0")]
#[permission("2.5.0..", "asset.edit.get")]
#[security(bearer, cookie, api_key)]
#[answer("..2.6.0", 200, AssetEditsDto)]
#[answer("2.6.0..", 200, AssetEditsResponseDto)]
pub struct GetAssetEdits {
    #[path]
    pub id: Uuid,
}

#[operation(GET "/assets/{id}/metadata", id = "getAssetMetadata", tag = "Assets")]
#[life("1.140.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.140.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetMetadataResponseDto>)]
pub struct GetAssetMetadata {
    #[path]
    pub id: Uuid,
}

#[operation(GET "/assets/{id}/metadata/{key}", id = "getAssetMetadataByKey", tag = "Assets")]
#[life("1.140.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.140.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetMetadataResponseDto)]
pub struct GetAssetMetadataByKey {
    #[path]
    pub id: Uuid,
    #[path]
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
}

#[operation(GET "/assets/{id}/ocr", id = "getAssetOcr", tag = "Assets")]
#[life("2.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.2.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetOcrResponseDto>)]
pub struct GetAssetOcr {
    #[path]
    pub id: Uuid,
}

#[operation(GET "/assets/{id}/original", id = "downloadAsset", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.download")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct DownloadAsset {
    #[path]
    pub id: Uuid,
    #[query]
    #[life("2.5.0..", optional)]
    #[shape(default = false)]
    pub edited: Option<bool>,
    #[query]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
}

#[operation(GET "/assets/{id}/thumbnail", id = "viewAsset", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.view")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct ViewAsset {
    #[path]
    pub id: Uuid,
    #[query]
    #[life("2.5.0..", optional)]
    #[shape(default = false)]
    pub edited: Option<bool>,
    #[query]
    pub key: Option<String>,
    #[query]
    #[marker("3.0.0-rc.1..", updated = "v3")]
    pub size: Option<AssetMediaSize>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
}

#[operation(GET "/assets/{id}/video/playback", id = "playAssetVideo", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.view")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct PlayAssetVideo {
    #[path]
    pub id: Uuid,
    #[query]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
}

#[operation(GET "/assets/{id}/video/stream/main.m3u8", id = "getMainPlaylist", tag = "Assets")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3", alpha = "v3")]
#[permission("3.0.0-rc.1..", "asset.view")]
#[security(bearer, cookie, api_key)]
#[answer(200, String, content = "application/vnd.apple.mpegurl")]
pub struct GetMainPlaylist {
    #[path]
    pub id: Id,
    #[query]
    pub key: Option<String>,
    #[query]
    pub slug: Option<String>,
}

#[operation(GET "/assets/{id}/video/stream/{sessionId}/{variantIndex}/playlist.m3u8", id = "getMediaPlaylist", tag = "Assets")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3", alpha = "v3")]
#[permission("3.0.0-rc.1..", "asset.view")]
#[security(bearer, cookie, api_key)]
#[answer(200, String, content = "application/vnd.apple.mpegurl")]
pub struct GetMediaPlaylist {
    #[path]
    pub id: Id,
    #[path]
    pub session_id: Id,
    #[path]
    pub variant_index: Natural,
    #[query]
    pub key: Option<String>,
    #[query]
    pub slug: Option<String>,
    #[header]
    #[shape(minimum = 0)]
    #[serde(rename = "x-immich-hls-pos")]
    pub x_immich_hls_pos: Option<Number>,
}

#[operation(GET "/assets/{id}/video/stream/{sessionId}/{variantIndex}/{filename}", id = "getSegment", tag = "Assets")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3", alpha = "v3")]
#[permission("3.0.0-rc.1..", "asset.view")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct GetSegment {
    #[path]
    #[shape(pattern = r"^(init\.mp4|seg_\d+\.m4s)$")]
    pub filename: String,
    #[path]
    pub id: Id,
    #[path]
    pub session_id: Id,
    #[path]
    pub variant_index: Natural,
    #[query]
    pub key: Option<String>,
    #[query]
    pub slug: Option<String>,
    #[header]
    #[serde(rename = "x-immich-hls-msn")]
    pub x_immich_hls_msn: Option<Natural>,
}

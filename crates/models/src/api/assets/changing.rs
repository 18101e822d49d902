//! Assets: operations, changing.

use crate::{
    AssetBulkDeleteDto, AssetBulkUpdateDto, AssetBulkUploadCheckDto, AssetBulkUploadCheckResponseDto, AssetCopyDto,
    AssetEditActionListDto, AssetEditsCreateDto, AssetEditsDto, AssetEditsResponseDto, AssetJobsDto,
    AssetMediaCreateDto, AssetMediaReplaceDto, AssetMediaResponseDto, AssetMetadataBulkDeleteDto,
    AssetMetadataBulkResponseDto, AssetMetadataBulkUpsertDto, AssetMetadataKey, AssetMetadataResponseDto,
    AssetMetadataUpsertDto, AssetResponseDto, CheckExistingAssetsDto, CheckExistingAssetsResponseDto, Either, Id,
    UpdateAssetDto, UpdateStackParentDto, Uuid, operation,
};

/// Update assets.
#[operation(PUT "/assets", id = "updateAssets", tag = "Assets")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateAssets")]
#[permission("1.137.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct UpdateAssets {
    /// What is sent.
    #[body]
    pub body: AssetBulkUpdateDto,
}

/// Upload asset.
#[operation(POST "/assets", id = "uploadAsset", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.upload")]
#[security(bearer, cookie, api_key)]
#[answer(201, AssetMediaResponseDto)]
#[answer("2.5.0..", 200, AssetMediaResponseDto)]
pub struct UploadAsset {
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The slug. Added in 1.137.0.
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    /// The checksum.
    #[header]
    #[serde(rename = "x-immich-checksum")]
    pub x_immich_checksum: Option<String>,
    /// What is sent.
    #[body(content = "multipart/form-data")]
    pub body: AssetMediaCreateDto,
}

/// Delete assets.
#[operation(DELETE "/assets", id = "deleteAssets", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteAssets {
    /// What is sent.
    #[body]
    pub body: AssetBulkDeleteDto,
}

/// Check bulk upload.
#[operation(POST "/assets/bulk-upload-check", id = "checkBulkUpload", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.141.0..", "asset.upload")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetBulkUploadCheckResponseDto)]
pub struct CheckBulkUpload {
    /// What is sent.
    #[body]
    pub body: AssetBulkUploadCheckDto,
}

/// Copy asset. Added in 2.2.0.
#[operation(PUT "/assets/copy", id = "copyAsset", tag = "Assets")]
#[life("2.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.2.0..", "asset.copy")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct CopyAsset {
    /// What is sent.
    #[body]
    pub body: AssetCopyDto,
}

/// Check existing assets. Until 3.0.0-rc.1.
#[operation(POST "/assets/exist", id = "checkExistingAssets", tag = "Assets")]
#[life("..3.0.0-rc.1")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.5.0..3.0.0-rc.1", "asset.upload")]
#[security(bearer, cookie, api_key)]
#[answer(200, CheckExistingAssetsResponseDto)]
pub struct CheckExistingAssets {
    /// What is sent.
    #[body]
    pub body: CheckExistingAssetsDto,
}

/// Run asset jobs.
#[operation(POST "/assets/jobs", id = "runAssetJobs", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.5.0..", "job.create")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct RunAssetJobs {
    /// What is sent.
    #[body]
    pub body: AssetJobsDto,
}

/// Update bulk asset metadata. Added in 2.5.0.
#[operation(PUT "/assets/metadata", id = "updateBulkAssetMetadata", tag = "Assets")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v1", beta = "v2.5.0")]
#[permission("2.5.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetMetadataBulkResponseDto>)]
pub struct UpdateBulkAssetMetadata {
    /// What is sent.
    #[body]
    pub body: AssetMetadataBulkUpsertDto,
}

/// Delete bulk asset metadata. Added in 2.5.0.
#[operation(DELETE "/assets/metadata", id = "deleteBulkAssetMetadata", tag = "Assets")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v1", beta = "v2.5.0")]
#[permission("2.5.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteBulkAssetMetadata {
    /// What is sent.
    #[body]
    pub body: AssetMetadataBulkDeleteDto,
}

/// Update stack parent. Until 1.113.0.
#[operation(PUT "/assets/stack/parent", id = "updateStackParent", tag = "Assets")]
#[life("..1.113.0")]
#[security(bearer, cookie, api_key)]
#[answer(200)]
pub struct UpdateStackParent {
    /// What is sent.
    #[body]
    pub body: UpdateStackParentDto,
}

/// Update asset.
#[operation(PUT "/assets/{id}", id = "updateAsset", tag = "Assets")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateAsset")]
#[permission("1.137.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetResponseDto)]
pub struct UpdateAsset {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: UpdateAssetDto,
}

/// Edit asset. Added in 2.5.0.
#[operation(PUT "/assets/{id}/edits", id = "editAsset", tag = "Assets")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", beta = "v2.5.0")]
#[permission("2.5.0..", "asset.edit.create")]
#[security(bearer, cookie, api_key)]
#[answer("..2.6.0", 200, AssetEditsDto)]
#[answer("2.6.0..", 200, AssetEditsResponseDto)]
pub struct EditAsset {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    #[shape("..2.6.0", AssetEditActionListDto)]
    #[shape("2.6.0..", AssetEditsCreateDto)]
    pub body: Either<AssetEditActionListDto, AssetEditsCreateDto>,
}

/// Remove asset edits. Added in 2.5.0.
#[operation(DELETE "/assets/{id}/edits", id = "removeAssetEdits", tag = "Assets")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", beta = "v2.5.0")]
#[permission("2.5.0..", "asset.edit.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct RemoveAssetEdits {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update asset metadata. Added in 1.140.0.
#[operation(PUT "/assets/{id}/metadata", id = "updateAssetMetadata", tag = "Assets")]
#[life("1.140.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.140.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetMetadataResponseDto>)]
pub struct UpdateAssetMetadata {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: AssetMetadataUpsertDto,
}

/// Delete asset metadata. Added in 1.140.0.
#[operation(DELETE "/assets/{id}/metadata/{key}", id = "deleteAssetMetadata", tag = "Assets")]
#[life("1.140.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.140.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteAssetMetadata {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// The key.
    #[path]
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
}

/// Replace asset. Until 3.0.0-rc.1.
#[operation(PUT "/assets/{id}/original", id = "replaceAsset", tag = "Assets")]
#[life("..3.0.0-rc.1", deprecated = "1.142.0..3.0.0-rc.1")]
#[marker("..1.142.0", added = "v1.106.0")]
#[marker("1.142.0..2.3.0", added = "v1.106.0", deprecated = "v1.142.0")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", deprecated = "v1", replacement = "copyAsset")]
#[permission("1.137.0..3.0.0-rc.1", "asset.replace")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetMediaResponseDto)]
pub struct ReplaceAsset {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The slug. Added in 1.137.0.
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    /// What is sent.
    #[body(content = "multipart/form-data")]
    pub body: AssetMediaReplaceDto,
}

/// End session. Added in 3.0.0-rc.1.
#[operation(DELETE "/assets/{id}/video/stream/{sessionId}", id = "endSession", tag = "Assets")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3", alpha = "v3")]
#[permission("3.0.0-rc.1..", "asset.view")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct EndSession {
    /// Identifies it.
    #[path]
    pub id: Id,
    /// Identifies the session.
    #[path]
    pub session_id: Id,
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The slug.
    #[query]
    pub slug: Option<String>,
}

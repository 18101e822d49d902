//! Assets: operations that change something.

use crate::{
    AssetBulkDeleteDto, AssetBulkUpdateDto, AssetBulkUploadCheckDto, AssetBulkUploadCheckResponseDto, AssetCopyDto,
    AssetEditActionListDto, AssetEditsCreateDto, AssetEditsDto, AssetEditsResponseDto, AssetJobsDto,
    AssetMediaCreateDto, AssetMediaReplaceDto, AssetMediaResponseDto, AssetMetadataBulkDeleteDto,
    AssetMetadataBulkResponseDto, AssetMetadataBulkUpsertDto, AssetMetadataKey, AssetMetadataResponseDto,
    AssetMetadataUpsertDto, AssetResponseDto, CheckExistingAssetsDto, CheckExistingAssetsResponseDto, Either, Id,
    UpdateAssetDto, UpdateStackParentDto, Uuid, operation,
};

#[operation(PUT "/assets", id = "updateAssets", tag = "Assets")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateAssets")]
#[permission("1.137.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct UpdateAssets {
    #[body]
    pub body: AssetBulkUpdateDto,
}

#[operation(POST "/assets", id = "uploadAsset", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.upload")]
#[security(bearer, cookie, api_key)]
#[answer("2.5.0..", 200, AssetMediaResponseDto)]
#[answer(201, AssetMediaResponseDto)]
pub struct UploadAsset {
    #[query]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    #[header]
    #[serde(rename = "x-immich-checksum")]
    pub x_immich_checksum: Option<String>,
    #[body(content = "multipart/form-data")]
    pub body: AssetMediaCreateDto,
}

#[operation(DELETE "/assets", id = "deleteAssets", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteAssets {
    #[body]
    pub body: AssetBulkDeleteDto,
}

#[operation(POST "/assets/bulk-upload-check", id = "checkBulkUpload", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.141.0..", "asset.upload")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetBulkUploadCheckResponseDto)]
pub struct CheckBulkUpload {
    #[body]
    pub body: AssetBulkUploadCheckDto,
}

#[operation(PUT "/assets/copy", id = "copyAsset", tag = "Assets")]
#[life("2.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.2.0..", "asset.copy")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct CopyAsset {
    #[body]
    pub body: AssetCopyDto,
}

#[operation(POST "/assets/exist", id = "checkExistingAssets", tag = "Assets")]
#[life("..3.0.0-rc.1")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.5.0..3.0.0-rc.1", "asset.upload")]
#[security(bearer, cookie, api_key)]
#[answer(200, CheckExistingAssetsResponseDto)]
pub struct CheckExistingAssets {
    #[body]
    pub body: CheckExistingAssetsDto,
}

#[operation(POST "/assets/jobs", id = "runAssetJobs", tag = "Assets")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.5.0..", "job.create")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct RunAssetJobs {
    #[body]
    pub body: AssetJobsDto,
}

#[operation(PUT "/assets/metadata", id = "updateBulkAssetMetadata", tag = "Assets")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v1", beta = "v2.5.0")]
#[permission("2.5.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetMetadataBulkResponseDto>)]
pub struct UpdateBulkAssetMetadata {
    #[body]
    pub body: AssetMetadataBulkUpsertDto,
}

#[operation(DELETE "/assets/metadata", id = "deleteBulkAssetMetadata", tag = "Assets")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v1", beta = "v2.5.0")]
#[permission("2.5.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteBulkAssetMetadata {
    #[body]
    pub body: AssetMetadataBulkDeleteDto,
}

#[operation(PUT "/assets/stack/parent", id = "updateStackParent", tag = "Assets")]
#[life("..1.113.0")]
#[security(bearer, cookie, api_key)]
#[answer(200)]
pub struct UpdateStackParent {
    #[body]
    pub body: UpdateStackParentDto,
}

#[operation(PUT "/assets/{id}", id = "updateAsset", tag = "Assets")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateAsset")]
#[permission("1.137.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetResponseDto)]
pub struct UpdateAsset {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: UpdateAssetDto,
}

#[operation(PUT "/assets/{id}/edits", id = "editAsset", tag = "Assets")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", beta = "v2.5.0")]
#[permission("2.5.0..", "asset.edit.create")]
#[security(bearer, cookie, api_key)]
#[answer("..2.6.0", 200, AssetEditsDto)]
#[answer("2.6.0..", 200, AssetEditsResponseDto)]
pub struct EditAsset {
    #[path]
    pub id: Uuid,
    #[body]
    #[shape("..2.6.0", AssetEditActionListDto)]
    #[shape("2.6.0..", AssetEditsCreateDto)]
    pub body: Either<AssetEditActionListDto, AssetEditsCreateDto>,
}

#[operation(DELETE "/assets/{id}/edits", id = "removeAssetEdits", tag = "Assets")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", beta = "v2.5.0")]
#[permission("2.5.0..", "asset.edit.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct RemoveAssetEdits {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/assets/{id}/metadata", id = "updateAssetMetadata", tag = "Assets")]
#[life("1.140.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.140.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetMetadataResponseDto>)]
pub struct UpdateAssetMetadata {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: AssetMetadataUpsertDto,
}

#[operation(DELETE "/assets/{id}/metadata/{key}", id = "deleteAssetMetadata", tag = "Assets")]
#[life("1.140.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.140.0..", "asset.update")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteAssetMetadata {
    #[path]
    pub id: Uuid,
    #[path]
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
}

#[operation(PUT "/assets/{id}/original", id = "replaceAsset", tag = "Assets")]
#[life("..3.0.0-rc.1", deprecated = "1.142.0..3.0.0-rc.1")]
#[marker("..1.142.0", added = "v1.106.0")]
#[marker("1.142.0..2.3.0", added = "v1.106.0", deprecated = "v1.142.0")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", deprecated = "v1", replacement = "copyAsset")]
#[permission("1.137.0..3.0.0-rc.1", "asset.replace")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetMediaResponseDto)]
pub struct ReplaceAsset {
    #[path]
    pub id: Uuid,
    #[query]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    #[body(content = "multipart/form-data")]
    pub body: AssetMediaReplaceDto,
}

#[operation(DELETE "/assets/{id}/video/stream/{sessionId}", id = "endSession", tag = "Assets")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3", alpha = "v3")]
#[permission("3.0.0-rc.1..", "asset.view")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct EndSession {
    #[path]
    pub id: Id,
    #[path]
    pub session_id: Id,
    #[query]
    pub key: Option<String>,
    #[query]
    pub slug: Option<String>,
}

//! Asset files.

use crate::operation::Describe;
use crate::{Binary, Id, Operation, Timestamp, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[SearchAssetFiles::describe, GetAssetFile::describe, DeleteAssetFile::describe, DownloadAssetFile::describe];

#[operation(GET "/asset-files", id = "searchAssetFiles", tag = "Asset files")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, Vec<AssetFileResponseDto>)]
pub struct SearchAssetFiles {
    #[query]
    pub asset_id: Id,
    #[query]
    pub is_edited: Option<bool>,
    #[query]
    pub is_progressive: Option<bool>,
    #[query]
    pub is_transparent: Option<bool>,
    #[query]
    pub r#type: Option<AssetFileType>,
}

#[operation(GET "/asset-files/{id}", id = "getAssetFile", tag = "Asset files")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, AssetFileResponseDto)]
pub struct GetAssetFile {
    #[path]
    pub id: Id,
}

#[operation(DELETE "/asset-files/{id}", id = "deleteAssetFile", tag = "Asset files")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(204)]
pub struct DeleteAssetFile {
    #[path]
    pub id: Id,
}

#[operation(GET "/asset-files/{id}/download", id = "downloadAssetFile", tag = "Asset files")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct DownloadAssetFile {
    #[path]
    pub id: Id,
}

#[model]
#[life("3.2.0..")]
pub struct AssetFileResponseDto {
    pub created_at: Timestamp,
    pub id: Id,
    pub is_edited: bool,
    pub is_progressive: bool,
    pub is_transparent: bool,
    pub path: String,
    pub r#type: AssetFileType,
    pub updated_at: Timestamp,
}

#[model]
#[life("3.2.0..")]
#[serde(rename_all = "snake_case")]
pub enum AssetFileType {
    Fullsize,
    Preview,
    Thumbnail,
    Sidecar,
    EncodedVideo,
}

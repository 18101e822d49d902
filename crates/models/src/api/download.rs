//! Download.

use crate::operation::Describe;
use crate::{AssetIdsDto, Binary, Either, Id, Operation, Positive, SafeInteger, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[DownloadArchive::describe, GetDownloadInfo::describe];

#[operation(POST "/download/archive", id = "downloadArchive", tag = "Download")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.download")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct DownloadArchive {
    #[query]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    #[body]
    #[shape("..2.6.0", AssetIdsDto)]
    #[shape("2.6.0..", DownloadArchiveDto)]
    pub body: Either<AssetIdsDto, DownloadArchiveDto>,
}

#[operation(POST "/download/info", id = "getDownloadInfo", tag = "Download")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.download")]
#[security(bearer, cookie, api_key)]
#[answer(201, DownloadResponseDto)]
pub struct GetDownloadInfo {
    #[query]
    pub key: Option<String>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    #[body]
    pub body: DownloadInfoDto,
}

#[model]
#[life("2.6.0..")]
pub struct DownloadArchiveDto {
    #[life("3.2.0..", optional)]
    pub archive_name: Option<String>,
    pub asset_ids: Vec<Uuid>,
    pub edited: Option<bool>,
}

#[model]
pub struct DownloadArchiveInfo {
    pub asset_ids: Vec<Id>,
    pub size: SafeInteger,
}

#[model]
pub struct DownloadInfoDto {
    pub album_id: Option<Uuid>,
    pub archive_size: Option<Positive>,
    pub asset_ids: Option<Vec<Uuid>>,
    pub user_id: Option<Uuid>,
}

#[model]
pub struct DownloadResponseDto {
    pub archives: Vec<DownloadArchiveInfo>,
    pub total_size: SafeInteger,
}

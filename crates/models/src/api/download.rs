//! Download.

use crate::operation::Describe;
use crate::{AssetIdsDto, Binary, Either, Id, Operation, Positive, SafeInteger, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[DownloadArchive::describe, GetDownloadInfo::describe];

/// Download archive.
#[operation(POST "/download/archive", id = "downloadArchive", tag = "Download")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.download")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct DownloadArchive {
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The slug. Added in 1.137.0.
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    /// What is sent.
    #[body]
    #[shape("..2.6.0", AssetIdsDto)]
    #[shape("2.6.0..", DownloadArchiveDto)]
    pub body: Either<AssetIdsDto, DownloadArchiveDto>,
}

/// Get download info.
#[operation(POST "/download/info", id = "getDownloadInfo", tag = "Download")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.download")]
#[security(bearer, cookie, api_key)]
#[answer(201, DownloadResponseDto)]
pub struct GetDownloadInfo {
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The slug. Added in 1.137.0.
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    /// What is sent.
    #[body]
    pub body: DownloadInfoDto,
}

/// Download archive. Added in 2.6.0.
#[model]
#[life("2.6.0..")]
pub struct DownloadArchiveDto {
    /// Identifies each asset.
    pub asset_ids: Vec<Uuid>,
    /// The edited.
    pub edited: Option<bool>,
}

/// Download archive info.
#[model]
pub struct DownloadArchiveInfo {
    /// Identifies each asset.
    pub asset_ids: Vec<Id>,
    /// The size.
    pub size: SafeInteger,
}

/// Download info.
#[model]
pub struct DownloadInfoDto {
    /// Identifies the album.
    pub album_id: Option<Uuid>,
    /// The archive size.
    pub archive_size: Option<Positive>,
    /// Identifies each asset.
    pub asset_ids: Option<Vec<Uuid>>,
    /// Identifies the user.
    pub user_id: Option<Uuid>,
}

/// What the server answers: download.
#[model]
pub struct DownloadResponseDto {
    /// The archives.
    pub archives: Vec<DownloadArchiveInfo>,
    /// The total size.
    pub total_size: SafeInteger,
}

//! Assets: photos and videos.

mod bulk_to_mirror;
mod changing;
mod ocr_to_visibility;
mod reading;

pub use bulk_to_mirror::*;
pub use changing::*;
pub use ocr_to_visibility::*;
pub use reading::*;

use crate::Operation;
use crate::operation::Describe;

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    UpdateAssets::describe,
    UploadAsset::describe,
    DeleteAssets::describe,
    CheckBulkUpload::describe,
    CopyAsset::describe,
    GetAllUserAssetsByDeviceId::describe,
    CheckExistingAssets::describe,
    RunAssetJobs::describe,
    GetMemoryLane::describe,
    UpdateBulkAssetMetadata::describe,
    DeleteBulkAssetMetadata::describe,
    GetRandom::describe,
    UpdateStackParent::describe,
    GetAssetStatistics::describe,
    GetAssetInfo::describe,
    UpdateAsset::describe,
    GetAssetEdits::describe,
    EditAsset::describe,
    RemoveAssetEdits::describe,
    GetAssetMetadata::describe,
    UpdateAssetMetadata::describe,
    GetAssetMetadataByKey::describe,
    DeleteAssetMetadata::describe,
    GetAssetOcr::describe,
    DownloadAsset::describe,
    ReplaceAsset::describe,
    ViewAsset::describe,
    PlayAssetVideo::describe,
    GetMainPlaylist::describe,
    EndSession::describe,
    GetMediaPlaylist::describe,
    GetSegment::describe,
];

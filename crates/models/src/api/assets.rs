//! Assets: photos and videos.

mod asset;
mod bulk;
mod changing;
mod edits;
mod reading;
mod types;
mod upload;

pub use asset::*;
pub use bulk::*;
pub use changing::*;
pub use edits::*;
pub use reading::*;
pub use types::*;
pub use upload::*;

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

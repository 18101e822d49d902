//! Sync.

mod assets;
mod collections;
mod delta;
mod people;
mod stream;
mod users;

pub use assets::*;
pub use collections::*;
pub use delta::*;
pub use people::*;
pub use stream::*;
pub use users::*;

use crate::operation::{Describe, Reach, reach};
use crate::{AssetResponseDto, Operation, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetSyncAck::describe,
    SendSyncAck::describe,
    DeleteSyncAck::describe,
    GetDeltaSync::describe,
    GetFullSyncForUser::describe,
    GetSyncStream::describe,
];

/// The types that no operation names; they travel in streams and events.
pub(crate) const UNREACHED: &[Reach] = &[
    reach::<SyncAckV1>,
    reach::<SyncAlbumDeleteV1>,
    reach::<SyncAlbumToAssetDeleteV1>,
    reach::<SyncAlbumToAssetV1>,
    reach::<SyncAlbumUserDeleteV1>,
    reach::<SyncAlbumUserV1>,
    reach::<SyncAlbumV1>,
    reach::<SyncAlbumV2>,
    reach::<SyncAssetDeleteV1>,
    reach::<SyncAssetEditDeleteV1>,
    reach::<SyncAssetEditV1>,
    reach::<SyncAssetExifV1>,
    reach::<SyncAssetFaceDeleteV1>,
    reach::<SyncAssetFaceV1>,
    reach::<SyncAssetFaceV2>,
    reach::<SyncAssetFaceV3>,
    reach::<SyncAssetMetadataDeleteV1>,
    reach::<SyncAssetMetadataV1>,
    reach::<SyncAssetOcrDeleteV1>,
    reach::<SyncAssetOcrV1>,
    reach::<SyncAssetV1>,
    reach::<SyncAssetV2>,
    reach::<SyncAuthUserV1>,
    reach::<SyncAuthUserV2>,
    reach::<SyncCompleteV1>,
    reach::<SyncMemoryAssetDeleteV1>,
    reach::<SyncMemoryAssetV1>,
    reach::<SyncMemoryDeleteV1>,
    reach::<SyncMemoryV1>,
    reach::<SyncMemoryV2>,
    reach::<SyncPartnerDeleteV1>,
    reach::<SyncPartnerV1>,
    reach::<SyncPersonDeleteV1>,
    reach::<SyncPersonV1>,
    reach::<SyncResetV1>,
    reach::<SyncStackDeleteV1>,
    reach::<SyncStackV1>,
    reach::<SyncUserDeleteV1>,
    reach::<SyncUserMetadataDeleteV1>,
    reach::<SyncUserMetadataV1>,
    reach::<SyncUserV1>,
];

#[operation(GET "/sync/ack", id = "getSyncAck", tag = "Sync")]
#[life("1.127.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "syncCheckpoint.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<SyncAckDto>)]
pub struct GetSyncAck {}

#[operation(POST "/sync/ack", id = "sendSyncAck", tag = "Sync")]
#[life("1.127.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "syncCheckpoint.update")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct SendSyncAck {
    #[body]
    pub body: SyncAckSetDto,
}

#[operation(DELETE "/sync/ack", id = "deleteSyncAck", tag = "Sync")]
#[life("1.127.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "syncCheckpoint.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteSyncAck {
    #[body]
    pub body: SyncAckDeleteDto,
}

#[operation(POST "/sync/delta-sync", id = "getDeltaSync", tag = "Sync")]
#[life("..3.0.0-rc.1", deprecated = "2.3.0..3.0.0-rc.1")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", deprecated = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetDeltaSyncResponseDto)]
pub struct GetDeltaSync {
    #[body]
    pub body: AssetDeltaSyncDto,
}

#[operation(POST "/sync/full-sync", id = "getFullSyncForUser", tag = "Sync")]
#[life("..3.0.0-rc.1", deprecated = "2.3.0..3.0.0-rc.1")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", deprecated = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct GetFullSyncForUser {
    #[body]
    pub body: AssetFullSyncDto,
}

#[operation(POST "/sync/stream", id = "getSyncStream", tag = "Sync")]
#[life("1.127.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "sync.stream")]
#[security(bearer, cookie, api_key)]
#[answer(200)]
pub struct GetSyncStream {
    #[body]
    pub body: SyncStreamDto,
}

//! The ways to keep up before there was a stream.

use crate::{AssetResponseDto, DateTime, Positive, Uuid, model};

#[model]
#[life("..3.0.0-rc.1")]
pub struct AssetDeltaSyncDto {
    pub updated_after: DateTime,
    pub user_ids: Vec<Uuid>,
}

#[model]
#[life("..3.0.0-rc.1")]
pub struct AssetDeltaSyncResponseDto {
    pub deleted: Vec<String>,
    pub needs_full_sync: bool,
    pub upserted: Vec<AssetResponseDto>,
}

#[model]
#[life("..3.0.0-rc.1")]
pub struct AssetFullSyncDto {
    pub last_id: Option<Uuid>,
    pub limit: Positive,
    pub updated_until: DateTime,
    pub user_id: Option<Uuid>,
}

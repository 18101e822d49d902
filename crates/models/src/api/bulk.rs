//! Bulk.

use crate::operation::{Reach, reach};
use crate::{Id, Uuid, model};

/// The types that no operation names; they travel in streams and events.
pub(crate) const UNREACHED: &[Reach] = &[reach::<MemoryTypeV1>];

#[model]
#[serde(rename_all = "lowercase")]
pub enum AssetOrder {
    Asc,
    Desc,
}

#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "camelCase")]
pub enum AssetOrderBy {
    TakenAt,
    CreatedAt,
}

#[model]
#[life("1.139.0..")]
#[serde(rename_all = "snake_case")]
pub enum BulkIdErrorReason {
    Duplicate,
    NoPermission,
    NotFound,
    Unknown,
    #[life("2.7.0..")]
    Validation,
}

#[model]
pub struct BulkIdResponseDto {
    #[shape("..2.7.0", String, enum = ["duplicate", "no_permission", "not_found", "unknown"])]
    #[shape("2.7.0..3.0.0-rc.1", String, enum = ["duplicate", "no_permission", "not_found", "unknown", "validation"])]
    #[shape("3.0.0-rc.1..")]
    pub error: Option<BulkIdErrorReason>,
    #[life("2.7.0..", optional)]
    pub error_message: Option<String>,
    pub id: Id,
    pub success: bool,
}

#[model]
pub struct BulkIdsDto {
    pub ids: Vec<Uuid>,
}

#[model]
#[life("3.3.0..")]
#[serde(rename_all = "snake_case")]
pub enum MemoryTypeV1 {
    OnThisDay,
}

//! Bulk.

use crate::{Id, Uuid, model};

/// Asset order.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum AssetOrder {
    Asc,
    Desc,
}

/// Asset order by. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum AssetOrderBy {
    TakenAt,
    CreatedAt,
}

/// Bulk id error reason. Added in 1.139.0.
#[model]
#[life("1.139.0..")]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum BulkIdErrorReason {
    Duplicate,
    NoPermission,
    NotFound,
    Unknown,
    #[life("2.7.0..")]
    Validation,
}

/// What the server answers: bulk id.
#[model]
pub struct BulkIdResponseDto {
    /// The error.
    #[shape("..2.7.0", String, enum = ["duplicate", "no_permission", "not_found", "unknown"])]
    #[shape("2.7.0..3.0.0-rc.1", String, enum = ["duplicate", "no_permission", "not_found", "unknown", "validation"])]
    #[shape("3.0.0-rc.1..")]
    pub error: Option<BulkIdErrorReason>,
    /// The error message. Added in 2.7.0.
    #[life("2.7.0..", optional)]
    pub error_message: Option<String>,
    /// Identifies it.
    pub id: Id,
    /// The success.
    pub success: bool,
}

/// Bulk ids.
#[model]
pub struct BulkIdsDto {
    /// Identifies each .
    pub ids: Vec<Uuid>,
}

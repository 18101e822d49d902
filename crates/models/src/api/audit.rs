//! Audit.

use crate::operation::Describe;
use crate::{DateTime, Operation, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetAuditDeletes::describe];

/// Get audit deletes. Until 1.127.0.
#[operation(GET "/audit/deletes", id = "getAuditDeletes", tag = "Audit")]
#[life("..1.127.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, AuditDeletesResponseDto)]
pub struct GetAuditDeletes {
    /// The after.
    #[query]
    pub after: DateTime,
    /// The entity type.
    #[query]
    pub entity_type: EntityType,
    /// Identifies the user.
    #[query]
    pub user_id: Option<Uuid>,
}

/// What the server answers: audit deletes. Until 1.127.0.
#[model]
#[life("..1.127.0")]
pub struct AuditDeletesResponseDto {
    /// Identifies each .
    pub ids: Vec<String>,
    /// The needs full sync.
    pub needs_full_sync: bool,
}

/// Entity type. Until 1.127.0.
#[model]
#[life("..1.127.0")]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "their names say it")]
pub enum EntityType {
    Asset,
    Album,
}

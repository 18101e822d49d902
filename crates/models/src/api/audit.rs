//! Audit.

use crate::operation::Describe;
use crate::{DateTime, Operation, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetAuditDeletes::describe];

#[operation(GET "/audit/deletes", id = "getAuditDeletes", tag = "Audit")]
#[life("..1.127.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, AuditDeletesResponseDto)]
pub struct GetAuditDeletes {
    #[query]
    pub after: DateTime,
    #[query]
    pub entity_type: EntityType,
    #[query]
    pub user_id: Option<Uuid>,
}

#[model]
#[life("..1.127.0")]
pub struct AuditDeletesResponseDto {
    pub ids: Vec<String>,
    pub needs_full_sync: bool,
}

#[model]
#[life("..1.127.0")]
#[serde(rename_all = "UPPERCASE")]
pub enum EntityType {
    Asset,
    Album,
}

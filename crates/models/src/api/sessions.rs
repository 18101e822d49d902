//! Sessions.

use crate::operation::Describe;
use crate::{Id, Integer, MAX_SAFE, Nullable, Number, Operation, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetSessions::describe,
    CreateSession::describe,
    DeleteAllSessions::describe,
    UpdateSession::describe,
    DeleteSession::describe,
    LockSession::describe,
];

#[operation(GET "/sessions", id = "getSessions", tag = "Sessions")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "session.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<SessionResponseDto>)]
pub struct GetSessions {}

#[operation(POST "/sessions", id = "createSession", tag = "Sessions")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "session.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, SessionCreateResponseDto)]
pub struct CreateSession {
    #[body]
    pub body: SessionCreateDto,
}

#[operation(DELETE "/sessions", id = "deleteAllSessions", tag = "Sessions")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "session.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteAllSessions {}

#[operation(PUT "/sessions/{id}", id = "updateSession", tag = "Sessions")]
#[life("1.136.0..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateSession")]
#[permission("1.137.0..", "session.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, SessionResponseDto)]
pub struct UpdateSession {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: SessionUpdateDto,
}

#[operation(DELETE "/sessions/{id}", id = "deleteSession", tag = "Sessions")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "session.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteSession {
    #[path]
    pub id: Uuid,
}

#[operation(POST "/sessions/{id}/lock", id = "lockSession", tag = "Sessions")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "session.lock")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct LockSession {
    #[path]
    pub id: Uuid,
}

#[model]
#[life("1.133.0..")]
pub struct SessionCreateDto {
    #[serde(rename = "deviceOS")]
    pub device_os: Option<String>,
    pub device_type: Option<String>,
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub duration: Option<Number>,
}

#[model]
#[life("1.133.0..")]
pub struct SessionCreateResponseDto {
    #[life("2.2.0..")]
    pub app_version: Option<Nullable<String>>,
    pub created_at: String,
    pub current: bool,
    #[serde(rename = "deviceOS")]
    pub device_os: String,
    pub device_type: String,
    pub expires_at: Option<String>,
    pub id: Id,
    #[life("1.136.0..")]
    pub is_pending_sync_reset: Option<bool>,
    pub token: String,
    pub updated_at: String,
}

#[model]
pub struct SessionResponseDto {
    #[life("2.2.0..")]
    pub app_version: Option<Nullable<String>>,
    pub created_at: String,
    pub current: bool,
    #[serde(rename = "deviceOS")]
    pub device_os: String,
    pub device_type: String,
    #[life("1.133.0..", optional)]
    pub expires_at: Option<String>,
    pub id: Id,
    #[life("1.136.0..")]
    pub is_pending_sync_reset: Option<bool>,
    pub updated_at: String,
}

#[model]
#[life("1.136.0..")]
pub struct SessionUpdateDto {
    pub is_pending_sync_reset: Option<bool>,
}

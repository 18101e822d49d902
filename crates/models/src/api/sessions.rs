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

/// Get sessions.
#[operation(GET "/sessions", id = "getSessions", tag = "Sessions")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "session.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<SessionResponseDto>)]
pub struct GetSessions {}

/// Create session. Added in 1.133.0.
#[operation(POST "/sessions", id = "createSession", tag = "Sessions")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "session.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, SessionCreateResponseDto)]
pub struct CreateSession {
    /// What is sent.
    #[body]
    pub body: SessionCreateDto,
}

/// Delete all sessions.
#[operation(DELETE "/sessions", id = "deleteAllSessions", tag = "Sessions")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "session.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteAllSessions {}

/// Update session. Added in 1.136.0.
#[operation(PUT "/sessions/{id}", id = "updateSession", tag = "Sessions")]
#[life("1.136.0..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateSession")]
#[permission("1.137.0..", "session.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, SessionResponseDto)]
pub struct UpdateSession {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: SessionUpdateDto,
}

/// Delete session.
#[operation(DELETE "/sessions/{id}", id = "deleteSession", tag = "Sessions")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "session.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteSession {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Lock session. Added in 1.133.0.
#[operation(POST "/sessions/{id}/lock", id = "lockSession", tag = "Sessions")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "session.lock")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct LockSession {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Session create. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct SessionCreateDto {
    /// The device os.
    #[serde(rename = "deviceOS")]
    pub device_os: Option<String>,
    /// The device type.
    pub device_type: Option<String>,
    /// The duration.
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub duration: Option<Number>,
}

/// What the server answers: session create. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct SessionCreateResponseDto {
    /// The app version. Added in 2.2.0.
    #[life("2.2.0..")]
    pub app_version: Option<Nullable<String>>,
    /// When it was created.
    pub created_at: String,
    /// The current.
    pub current: bool,
    /// The device os.
    #[serde(rename = "deviceOS")]
    pub device_os: String,
    /// The device type.
    pub device_type: String,
    /// When it was expires.
    pub expires_at: Option<String>,
    /// Identifies it.
    pub id: Id,
    /// Whether it is pending sync reset. Added in 1.136.0.
    #[life("1.136.0..")]
    pub is_pending_sync_reset: Option<bool>,
    /// The token.
    pub token: String,
    /// When it was updated.
    pub updated_at: String,
}

/// What the server answers: session.
#[model]
pub struct SessionResponseDto {
    /// The app version. Added in 2.2.0.
    #[life("2.2.0..")]
    pub app_version: Option<Nullable<String>>,
    /// When it was created.
    pub created_at: String,
    /// The current.
    pub current: bool,
    /// The device os.
    #[serde(rename = "deviceOS")]
    pub device_os: String,
    /// The device type.
    pub device_type: String,
    /// When it was expires. Added in 1.133.0.
    #[life("1.133.0..", optional)]
    pub expires_at: Option<String>,
    /// Identifies it.
    pub id: Id,
    /// Whether it is pending sync reset. Added in 1.136.0.
    #[life("1.136.0..")]
    pub is_pending_sync_reset: Option<bool>,
    /// When it was updated.
    pub updated_at: String,
}

/// Session update. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SessionUpdateDto {
    /// Whether it is pending sync reset.
    pub is_pending_sync_reset: Option<bool>,
}

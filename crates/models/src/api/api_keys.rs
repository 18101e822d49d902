//! API keys.

mod create_to_response;
mod update_types;

pub use create_to_response::*;
pub use update_types::*;

use crate::operation::Describe;
use crate::{Either, Operation, Uuid, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetApiKeys::describe,
    CreateApiKey::describe,
    GetMyApiKey::describe,
    GetApiKey::describe,
    UpdateApiKey::describe,
    DeleteApiKey::describe,
];

/// Get api keys.
#[operation(GET "/api-keys", id = "getApiKeys", tag = "API keys")]
#[tag("..2.3.0", "API Keys")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "apiKey.read")]
#[security(bearer, cookie, api_key)]
#[answer("..3.0.0-rc.1", 200, Vec<APIKeyResponseDto>)]
#[answer("3.0.0-rc.1..", 200, Vec<ApiKeyResponseDto>)]
pub struct GetApiKeys {}

/// Create api key.
#[operation(POST "/api-keys", id = "createApiKey", tag = "API keys")]
#[tag("..2.3.0", "API Keys")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "apiKey.create")]
#[security(bearer, cookie, api_key)]
#[answer("..3.0.0-rc.1", 201, APIKeyCreateResponseDto)]
#[answer("3.0.0-rc.1..", 201, ApiKeyCreateResponseDto)]
pub struct CreateApiKey {
    /// What is sent.
    #[body]
    #[shape("..3.0.0-rc.1", APIKeyCreateDto)]
    #[shape("3.0.0-rc.1..", ApiKeyCreateDto)]
    pub body: Either<APIKeyCreateDto, ApiKeyCreateDto>,
}

/// Get my api key. Added in 1.139.0.
#[operation(GET "/api-keys/me", id = "getMyApiKey", tag = "API keys")]
#[tag("1.139.0..2.3.0", "API Keys")]
#[life("1.139.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer("..3.0.0-rc.1", 200, APIKeyResponseDto)]
#[answer("3.0.0-rc.1..", 200, ApiKeyResponseDto)]
pub struct GetMyApiKey {}

/// Get api key.
#[operation(GET "/api-keys/{id}", id = "getApiKey", tag = "API keys")]
#[tag("..2.3.0", "API Keys")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "apiKey.read")]
#[security(bearer, cookie, api_key)]
#[answer("..3.0.0-rc.1", 200, APIKeyResponseDto)]
#[answer("3.0.0-rc.1..", 200, ApiKeyResponseDto)]
pub struct GetApiKey {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update api key.
#[operation(PUT "/api-keys/{id}", id = "updateApiKey", tag = "API keys")]
#[tag("..2.3.0", "API Keys")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateApiKey")]
#[permission("1.137.0..", "apiKey.update")]
#[security(bearer, cookie, api_key)]
#[answer("..3.0.0-rc.1", 200, APIKeyResponseDto)]
#[answer("3.0.0-rc.1..", 200, ApiKeyResponseDto)]
pub struct UpdateApiKey {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    #[shape("..3.0.0-rc.1", APIKeyUpdateDto)]
    #[shape("3.0.0-rc.1..", ApiKeyUpdateDto)]
    pub body: Either<APIKeyUpdateDto, ApiKeyUpdateDto>,
}

/// Delete api key.
#[operation(DELETE "/api-keys/{id}", id = "deleteApiKey", tag = "API keys")]
#[tag("..2.3.0", "API Keys")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "apiKey.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.113.0", 200)]
#[answer("1.113.0..", 204)]
pub struct DeleteApiKey {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

//! API keys.

mod permission;

pub use permission::*;

use crate::operation::Describe;
use crate::{DateTime, Either, Id, Operation, Timestamp, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetApiKeys::describe,
    CreateApiKey::describe,
    GetMyApiKey::describe,
    GetApiKey::describe,
    UpdateApiKey::describe,
    DeleteApiKey::describe,
    RotateApiKey::describe,
];

#[operation(GET "/api-keys", id = "getApiKeys", tag = "API keys")]
#[tag("..2.3.0", "API Keys")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "apiKey.read")]
#[security(bearer, cookie, api_key)]
#[answer("..3.0.0-rc.1", 200, Vec<APIKeyResponseDto>)]
#[answer("3.0.0-rc.1..", 200, Vec<ApiKeyResponseDto>)]
pub struct GetApiKeys {}

#[operation(POST "/api-keys", id = "createApiKey", tag = "API keys")]
#[tag("..2.3.0", "API Keys")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "apiKey.create")]
#[security(bearer, cookie, api_key)]
#[answer("..3.0.0-rc.1", 201, APIKeyCreateResponseDto)]
#[answer("3.0.0-rc.1..", 201, ApiKeyCreateResponseDto)]
pub struct CreateApiKey {
    #[body]
    #[shape("..3.0.0-rc.1", APIKeyCreateDto)]
    #[shape("3.0.0-rc.1..", ApiKeyCreateDto)]
    pub body: Either<APIKeyCreateDto, ApiKeyCreateDto>,
}

#[operation(GET "/api-keys/me", id = "getMyApiKey", tag = "API keys")]
#[tag("1.139.0..2.3.0", "API Keys")]
#[life("1.139.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer("..3.0.0-rc.1", 200, APIKeyResponseDto)]
#[answer("3.0.0-rc.1..", 200, ApiKeyResponseDto)]
pub struct GetMyApiKey {}

#[operation(GET "/api-keys/{id}", id = "getApiKey", tag = "API keys")]
#[tag("..2.3.0", "API Keys")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "apiKey.read")]
#[security(bearer, cookie, api_key)]
#[answer("..3.0.0-rc.1", 200, APIKeyResponseDto)]
#[answer("3.0.0-rc.1..", 200, ApiKeyResponseDto)]
pub struct GetApiKey {
    #[path]
    pub id: Uuid,
}

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
    #[path]
    pub id: Uuid,
    #[body]
    #[shape("..3.0.0-rc.1", APIKeyUpdateDto)]
    #[shape("3.0.0-rc.1..", ApiKeyUpdateDto)]
    pub body: Either<APIKeyUpdateDto, ApiKeyUpdateDto>,
}

#[operation(DELETE "/api-keys/{id}", id = "deleteApiKey", tag = "API keys")]
#[tag("..2.3.0", "API Keys")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "apiKey.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.113.0", 200)]
#[answer("1.113.0..", 204)]
pub struct DeleteApiKey {
    #[path]
    pub id: Uuid,
}

#[operation(POST "/api-keys/{id}/rotate", id = "rotateApiKey", tag = "Api keys")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(201, ApiKeyCreateResponseDto)]
pub struct RotateApiKey {
    #[path]
    pub id: Id,
}

#[model]
#[life("..3.0.0-rc.1")]
pub struct APIKeyCreateDto {
    pub name: Option<String>,
    #[life("1.113.0..")]
    #[shape("1.113.0..1.124.0")]
    #[shape("1.124.0..", minItems = 1)]
    pub permissions: Option<Vec<Permission>>,
}

#[model]
#[life("..3.0.0-rc.1")]
pub struct APIKeyCreateResponseDto {
    pub api_key: APIKeyResponseDto,
    pub secret: String,
}

#[model]
#[life("..3.0.0-rc.1")]
pub struct APIKeyResponseDto {
    pub created_at: DateTime,
    pub id: String,
    pub name: String,
    #[life("1.113.0..")]
    pub permissions: Option<Vec<Permission>>,
    pub updated_at: DateTime,
}

#[model]
#[life("..3.0.0-rc.1")]
pub struct APIKeyUpdateDto {
    #[life("..", required = "..1.135.0")]
    pub name: Option<String>,
    #[life("1.135.0..", optional)]
    #[shape(minItems = 1)]
    pub permissions: Option<Vec<Permission>>,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct ApiKeyCreateDto {
    pub name: Option<String>,
    #[shape(minItems = 1)]
    pub permissions: Vec<Permission>,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct ApiKeyCreateResponseDto {
    pub api_key: ApiKeyResponseDto,
    #[life("3.2.0..")]
    pub created_at: Option<Timestamp>,
    #[life("3.2.0..")]
    pub id: Option<Id>,
    #[life("3.2.0..")]
    pub name: Option<String>,
    #[life("3.2.0..")]
    pub permissions: Option<Vec<Permission>>,
    pub secret: String,
    #[life("3.2.0..")]
    pub updated_at: Option<Timestamp>,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct ApiKeyResponseDto {
    pub created_at: Timestamp,
    pub id: Id,
    pub name: String,
    pub permissions: Vec<Permission>,
    pub updated_at: Timestamp,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct ApiKeyUpdateDto {
    pub name: Option<String>,
    #[shape(minItems = 1)]
    pub permissions: Option<Vec<Permission>>,
}

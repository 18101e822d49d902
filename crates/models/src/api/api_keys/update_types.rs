//! API keys: update types.

use crate::{Permission, model};

/// Api key update. Until 3.0.0-rc.1.
#[model]
#[life("..3.0.0-rc.1")]
pub struct APIKeyUpdateDto {
    /// The name.
    #[life("..", required = "..1.135.0")]
    pub name: Option<String>,
    /// The permissions. Added in 1.135.0.
    #[life("1.135.0..", optional)]
    #[shape(minItems = 1)]
    pub permissions: Option<Vec<Permission>>,
}

/// Api key update. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct ApiKeyUpdateDto {
    /// The name.
    pub name: Option<String>,
    /// The permissions.
    #[shape(minItems = 1)]
    pub permissions: Option<Vec<Permission>>,
}

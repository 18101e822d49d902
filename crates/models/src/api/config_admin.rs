//! Config (admin).

mod more_types;
mod types;

pub use more_types::*;
pub use types::*;

use crate::operation::Describe;
use crate::{Operation, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetAdminConfig::describe, UpdateAdminConfig::describe, GetAdminConfigDefaults::describe];

#[operation(GET "/admin/config", id = "getAdminConfig", tag = "Config (admin)")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, AdminConfigDto)]
pub struct GetAdminConfig {}

#[operation(PUT "/admin/config", id = "updateAdminConfig", tag = "Config (admin)")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, AdminConfigDto)]
pub struct UpdateAdminConfig {
    #[body]
    pub body: AdminConfigDto,
}

#[operation(GET "/admin/config/defaults", id = "getAdminConfigDefaults", tag = "Config (admin)")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, AdminConfigDto)]
pub struct GetAdminConfigDefaults {}

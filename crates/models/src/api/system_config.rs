//! System config.

mod audio_to_job;
mod library_to_server;
mod smtp_to_video;

pub use audio_to_job::*;
pub use library_to_server::*;
pub use smtp_to_video::*;

use crate::operation::Describe;
use crate::{Operation, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetConfig::describe, UpdateConfig::describe, GetConfigDefaults::describe, GetStorageTemplateOptions::describe];

/// Get config.
#[operation(GET "/system-config", id = "getConfig", tag = "System config")]
#[tag("..2.3.0", "System Config")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemConfig.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, SystemConfigDto)]
pub struct GetConfig {}

/// Update config.
#[operation(PUT "/system-config", id = "updateConfig", tag = "System config")]
#[tag("..2.3.0", "System Config")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemConfig.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, SystemConfigDto)]
pub struct UpdateConfig {
    /// What is sent.
    #[body]
    pub body: SystemConfigDto,
}

/// Get config defaults.
#[operation(GET "/system-config/defaults", id = "getConfigDefaults", tag = "System config")]
#[tag("..2.3.0", "System Config")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemConfig.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, SystemConfigDto)]
pub struct GetConfigDefaults {}

/// Get storage template options.
#[operation(GET "/system-config/storage-template-options", id = "getStorageTemplateOptions", tag = "System config")]
#[tag("..2.3.0", "System Config")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemConfig.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, SystemConfigTemplateStorageOptionDto)]
pub struct GetStorageTemplateOptions {}

//! System config.

mod images;
mod jobs;
mod login;
mod machine_learning;
mod mail;
mod videos;

pub use images::*;
pub use jobs::*;
pub use login::*;
pub use machine_learning::*;
pub use mail::*;
pub use videos::*;

use crate::operation::Describe;
use crate::{AdminConfigDto, Either, Integer, LogLevel, MAX_SAFE, Operation, ReleaseChannel, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetConfig::describe, UpdateConfig::describe, GetConfigDefaults::describe, GetStorageTemplateOptions::describe];

#[operation(GET "/system-config", id = "getConfig", tag = "System config")]
#[tag("..2.3.0", "System Config")]
#[life("..", deprecated = "3.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemConfig.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..3.2.0", 200, SystemConfigDto)]
#[answer("3.2.0..", 200, AdminConfigDto)]
pub struct GetConfig {}

#[operation(PUT "/system-config", id = "updateConfig", tag = "System config")]
#[tag("..2.3.0", "System Config")]
#[life("..", deprecated = "3.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemConfig.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..3.2.0", 200, SystemConfigDto)]
#[answer("3.2.0..", 200, AdminConfigDto)]
pub struct UpdateConfig {
    #[body]
    #[shape("..3.2.0", SystemConfigDto)]
    #[shape("3.2.0..", AdminConfigDto)]
    pub body: Either<SystemConfigDto, AdminConfigDto>,
}

#[operation(GET "/system-config/defaults", id = "getConfigDefaults", tag = "System config")]
#[tag("..2.3.0", "System Config")]
#[life("..", deprecated = "3.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemConfig.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..3.2.0", 200, SystemConfigDto)]
#[answer("3.2.0..", 200, AdminConfigDto)]
pub struct GetConfigDefaults {}

#[operation(GET "/system-config/storage-template-options", id = "getStorageTemplateOptions", tag = "System config")]
#[tag("..2.3.0", "System Config")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemConfig.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, SystemConfigTemplateStorageOptionDto)]
pub struct GetStorageTemplateOptions {}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigDto {
    #[life("1.120.0..")]
    pub backup: Option<SystemConfigBackupsDto>,
    pub ffmpeg: SystemConfigFFmpegDto,
    pub image: SystemConfigImageDto,
    #[life("3.0.0-rc.1..")]
    pub integrity_checks: Option<SystemConfigIntegrityChecks>,
    pub job: SystemConfigJobDto,
    pub library: SystemConfigLibraryDto,
    pub logging: SystemConfigLoggingDto,
    pub machine_learning: SystemConfigMachineLearningDto,
    pub map: SystemConfigMapDto,
    #[life("1.114.0..")]
    pub metadata: Option<SystemConfigMetadataDto>,
    pub new_version_check: SystemConfigNewVersionCheckDto,
    #[life("1.136.0..")]
    pub nightly_tasks: Option<SystemConfigNightlyTasksDto>,
    pub notifications: SystemConfigNotificationsDto,
    pub oauth: SystemConfigOAuthDto,
    pub password_login: SystemConfigPasswordLoginDto,
    pub reverse_geocoding: SystemConfigReverseGeocodingDto,
    pub server: SystemConfigServerDto,
    pub storage_template: SystemConfigStorageTemplateDto,
    #[life("1.122.0..")]
    pub templates: Option<SystemConfigTemplatesDto>,
    pub theme: SystemConfigThemeDto,
    pub trash: SystemConfigTrashDto,
    pub user: SystemConfigUserDto,
}

#[model]
#[life("1.114.0..3.2.0")]
pub struct SystemConfigFacesDto {
    pub import: bool,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigLibraryDto {
    pub scan: SystemConfigLibraryScanDto,
    pub watch: SystemConfigLibraryWatchDto,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigLibraryScanDto {
    pub cron_expression: String,
    pub enabled: bool,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigLibraryWatchDto {
    pub enabled: bool,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigLoggingDto {
    pub enabled: bool,
    pub level: LogLevel,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigMapDto {
    #[shape("..1.124.0")]
    #[shape("1.124.0..", format = "uri")]
    pub dark_style: String,
    pub enabled: bool,
    #[shape("..1.124.0")]
    #[shape("1.124.0..", format = "uri")]
    pub light_style: String,
}

#[model]
#[life("1.114.0..3.2.0")]
pub struct SystemConfigMetadataDto {
    pub faces: SystemConfigFacesDto,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigNewVersionCheckDto {
    #[life("3.0.0-rc.1..")]
    pub channel: Option<ReleaseChannel>,
    pub enabled: bool,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigReverseGeocodingDto {
    pub enabled: bool,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigServerDto {
    #[shape("..1.124.0, 3.0.0-rc.1..")]
    #[shape("1.124.0..3.0.0-rc.1", format = "uri")]
    pub external_domain: String,
    pub login_page_message: String,
    #[life("1.122.0..")]
    pub public_users: Option<bool>,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigStorageTemplateDto {
    pub enabled: bool,
    pub hash_verification_enabled: bool,
    pub template: String,
}

#[model]
pub struct SystemConfigTemplateStorageOptionDto {
    pub day_options: Vec<String>,
    pub hour_options: Vec<String>,
    pub minute_options: Vec<String>,
    pub month_options: Vec<String>,
    pub preset_options: Vec<String>,
    pub second_options: Vec<String>,
    pub week_options: Vec<String>,
    pub year_options: Vec<String>,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigThemeDto {
    pub custom_css: String,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigTrashDto {
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub days: Integer,
    pub enabled: bool,
}

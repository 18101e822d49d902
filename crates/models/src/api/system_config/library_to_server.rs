//! System config: library to server.

use crate::{
    CLIPConfig, DuplicateDetectionConfig, FacialRecognitionConfig, Integer, MAX_SAFE, MIN_SAFE, Nullable, Number,
    Positive, SystemConfigBackupsDto, SystemConfigFFmpegDto, SystemConfigFacesDto, SystemConfigImageDto,
    SystemConfigIntegrityChecks, SystemConfigJobDto, SystemConfigSmtpDto, SystemConfigStorageTemplateDto,
    SystemConfigTemplatesDto, SystemConfigThemeDto, SystemConfigTrashDto, SystemConfigUserDto, Uri, model,
};

/// System config library.
#[model]
pub struct SystemConfigLibraryDto {
    /// The scan.
    pub scan: SystemConfigLibraryScanDto,
    /// The watch.
    pub watch: SystemConfigLibraryWatchDto,
}

/// System config library scan.
#[model]
pub struct SystemConfigLibraryScanDto {
    /// The cron expression.
    pub cron_expression: String,
    /// Whether it is switched on.
    pub enabled: bool,
}

/// System config library watch.
#[model]
pub struct SystemConfigLibraryWatchDto {
    /// Whether it is switched on.
    pub enabled: bool,
}

/// Log level.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum LogLevel {
    Verbose,
    Debug,
    Log,
    Warn,
    Error,
    Fatal,
}

/// System config logging.
#[model]
pub struct SystemConfigLoggingDto {
    /// Whether it is switched on.
    pub enabled: bool,
    /// The level.
    pub level: LogLevel,
}

/// Machine learning availability checks. Added in 1.143.0.
#[model]
#[life("1.143.0..")]
pub struct MachineLearningAvailabilityChecksDto {
    /// Whether it is switched on.
    pub enabled: bool,
    /// The interval.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub interval: Number,
    /// The timeout.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub timeout: Number,
}

/// System config machine learning.
#[model]
pub struct SystemConfigMachineLearningDto {
    /// The availability checks. Added in 1.143.0.
    #[life("1.143.0..")]
    pub availability_checks: Option<MachineLearningAvailabilityChecksDto>,
    /// The clip.
    pub clip: CLIPConfig,
    /// The duplicate detection.
    pub duplicate_detection: DuplicateDetectionConfig,
    /// Whether it is switched on.
    pub enabled: bool,
    /// The facial recognition.
    pub facial_recognition: FacialRecognitionConfig,
    /// The ocr. Added in 2.2.0.
    #[life("2.2.0..")]
    pub ocr: Option<OcrConfig>,
    /// The url. Until 1.143.0.
    #[life("..1.143.0", required = "..1.122.0", deprecated = "1.122.0..1.143.0")]
    #[marker("1.122.0..1.143.0", deprecated = "v1.122.0")]
    pub url: Option<String>,
    /// The urls. Added in 1.122.0.
    #[life("1.122.0..")]
    #[shape("1.122.0..1.124.0", Vec<Uri>, minItems = 1)]
    #[shape("1.124.0..3.0.0-rc.1", Vec<Uri>, format = "uri", minItems = 1)]
    #[shape("3.0.0-rc.1..", minItems = 1)]
    pub urls: Option<Vec<String>>,
}

/// System config map.
#[model]
pub struct SystemConfigMapDto {
    /// The dark style.
    #[shape("..1.124.0")]
    #[shape("1.124.0..", format = "uri")]
    pub dark_style: String,
    /// Whether it is switched on.
    pub enabled: bool,
    /// The light style.
    #[shape("..1.124.0")]
    #[shape("1.124.0..", format = "uri")]
    pub light_style: String,
}

/// System config metadata. Added in 1.114.0.
#[model]
#[life("1.114.0..")]
pub struct SystemConfigMetadataDto {
    /// The faces.
    pub faces: SystemConfigFacesDto,
}

/// System config new version check.
#[model]
pub struct SystemConfigNewVersionCheckDto {
    /// The channel. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub channel: Option<ReleaseChannel>,
    /// Whether it is switched on.
    pub enabled: bool,
}

/// System config nightly tasks. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SystemConfigNightlyTasksDto {
    /// The cluster new faces.
    pub cluster_new_faces: bool,
    /// The database cleanup.
    pub database_cleanup: bool,
    /// The generate memories.
    pub generate_memories: bool,
    /// The missing thumbnails.
    pub missing_thumbnails: bool,
    /// The start time.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = r"^(?:[01]\d|2[0-3]):[0-5]\d$")]
    pub start_time: String,
    /// The sync quota usage.
    pub sync_quota_usage: bool,
}

/// System config notifications.
#[model]
pub struct SystemConfigNotificationsDto {
    /// The smtp.
    pub smtp: SystemConfigSmtpDto,
}

/// O auth token endpoint auth method. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum OAuthTokenEndpointAuthMethod {
    ClientSecretPost,
    ClientSecretBasic,
}

/// System config o auth.
#[model]
pub struct SystemConfigOAuthDto {
    /// The allow insecure requests. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub allow_insecure_requests: Option<bool>,
    /// The auto launch.
    pub auto_launch: bool,
    /// The auto register.
    pub auto_register: bool,
    /// The button text.
    pub button_text: String,
    /// Identifies the client.
    pub client_id: String,
    /// The client secret.
    pub client_secret: String,
    /// The default storage quota.
    #[shape("..1.135.0", Number, minimum = 0)]
    #[shape("1.135.0..3.0.0-rc.1", Nullable<Integer>, format = "int64", minimum = 0)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 0, maximum = MAX_SAFE)]
    pub default_storage_quota: Nullable<Number>,
    /// Whether it is switched on.
    pub enabled: bool,
    /// The end session endpoint. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub end_session_endpoint: Option<String>,
    /// The issuer url.
    pub issuer_url: String,
    /// Whether mobile override is switched on.
    pub mobile_override_enabled: bool,
    /// The mobile redirect uri.
    #[shape("..1.124.0, 3.0.0-rc.1..")]
    #[shape("1.124.0..3.0.0-rc.1", format = "uri")]
    pub mobile_redirect_uri: String,
    /// The profile signing algorithm. Added in 1.109.0.
    #[life("1.109.0..")]
    pub profile_signing_algorithm: Option<String>,
    /// The prompt. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub prompt: Option<String>,
    /// The role claim. Added in 1.136.0.
    #[life("1.136.0..")]
    pub role_claim: Option<String>,
    /// The scope.
    pub scope: String,
    /// The signing algorithm.
    pub signing_algorithm: String,
    /// The storage label claim.
    pub storage_label_claim: String,
    /// The storage quota claim.
    pub storage_quota_claim: String,
    /// The timeout. Added in 1.133.0.
    #[life("1.133.0..")]
    pub timeout: Option<Positive>,
    /// The token endpoint auth method. Added in 1.133.0.
    #[life("1.133.0..")]
    pub token_endpoint_auth_method: Option<OAuthTokenEndpointAuthMethod>,
}

/// Ocr config. Added in 2.2.0.
#[model]
#[life("2.2.0..")]
pub struct OcrConfig {
    /// Whether it is switched on.
    pub enabled: bool,
    /// The max resolution.
    pub max_resolution: Positive,
    /// The min detection score.
    #[shape(format = "double", minimum = 0.1, maximum = 1)]
    pub min_detection_score: Number,
    /// The min recognition score.
    #[shape(format = "double", minimum = 0.1, maximum = 1)]
    pub min_recognition_score: Number,
    /// The model name.
    pub model_name: String,
}

/// System config password login.
#[model]
pub struct SystemConfigPasswordLoginDto {
    /// Whether it is switched on.
    pub enabled: bool,
}

/// System config.
#[model]
pub struct SystemConfigDto {
    /// The backup. Added in 1.120.0.
    #[life("1.120.0..")]
    pub backup: Option<SystemConfigBackupsDto>,
    /// The ffmpeg.
    pub ffmpeg: SystemConfigFFmpegDto,
    /// The image.
    pub image: SystemConfigImageDto,
    /// The integrity checks. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub integrity_checks: Option<SystemConfigIntegrityChecks>,
    /// The job.
    pub job: SystemConfigJobDto,
    /// The library.
    pub library: SystemConfigLibraryDto,
    /// The logging.
    pub logging: SystemConfigLoggingDto,
    /// The machine learning.
    pub machine_learning: SystemConfigMachineLearningDto,
    /// The map.
    pub map: SystemConfigMapDto,
    /// The metadata. Added in 1.114.0.
    #[life("1.114.0..")]
    pub metadata: Option<SystemConfigMetadataDto>,
    /// The new version check.
    pub new_version_check: SystemConfigNewVersionCheckDto,
    /// The nightly tasks. Added in 1.136.0.
    #[life("1.136.0..")]
    pub nightly_tasks: Option<SystemConfigNightlyTasksDto>,
    /// The notifications.
    pub notifications: SystemConfigNotificationsDto,
    /// The oauth.
    pub oauth: SystemConfigOAuthDto,
    /// The password login.
    pub password_login: SystemConfigPasswordLoginDto,
    /// The reverse geocoding.
    pub reverse_geocoding: SystemConfigReverseGeocodingDto,
    /// The server.
    pub server: SystemConfigServerDto,
    /// The storage template.
    pub storage_template: SystemConfigStorageTemplateDto,
    /// The templates. Added in 1.122.0.
    #[life("1.122.0..")]
    pub templates: Option<SystemConfigTemplatesDto>,
    /// The theme.
    pub theme: SystemConfigThemeDto,
    /// The trash.
    pub trash: SystemConfigTrashDto,
    /// The user.
    pub user: SystemConfigUserDto,
}

/// Release channel. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum ReleaseChannel {
    Stable,
    ReleaseCandidate,
}

/// System config reverse geocoding.
#[model]
pub struct SystemConfigReverseGeocodingDto {
    /// Whether it is switched on.
    pub enabled: bool,
}

/// System config server.
#[model]
pub struct SystemConfigServerDto {
    /// The external domain.
    #[shape("..1.124.0, 3.0.0-rc.1..")]
    #[shape("1.124.0..3.0.0-rc.1", format = "uri")]
    pub external_domain: String,
    /// The login page message.
    pub login_page_message: String,
    /// The public users. Added in 1.122.0.
    #[life("1.122.0..")]
    pub public_users: Option<bool>,
}

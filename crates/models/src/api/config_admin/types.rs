//! Config (admin): types.

use crate::{
    AdminConfigServerDto, AdminConfigSmtpDto, AdminConfigStorageTemplateDto, AdminConfigTemplatesDto,
    AdminConfigThemeDto, AdminConfigTrashDto, AdminConfigUserDto, AudioCodec, CQMode, Colorspace, HlsVideoResolution,
    ImageFormat, Integer, LogLevel, Natural, Nullable, Number, OAuthTokenEndpointAuthMethod, Positive, ReleaseChannel,
    SafeInteger, ToneMapping, TranscodeHWAccel, TranscodePolicy, VideoCodec, VideoContainer, model,
};

#[model]
#[life("3.2.0..")]
pub struct AdminConfigBackupsDto {
    pub database: AdminConfigDatabaseBackupDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigClipDto {
    pub enabled: bool,
    pub model_name: String,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigDatabaseBackupDto {
    pub cron_expression: String,
    pub enabled: bool,
    pub keep_last_amount: Positive,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigDto {
    pub backup: AdminConfigBackupsDto,
    pub ffmpeg: AdminConfigFFmpegDto,
    pub image: AdminConfigImageDto,
    pub integrity_checks: AdminConfigIntegrityChecksDto,
    pub job: AdminConfigJobDto,
    pub library: AdminConfigLibraryDto,
    pub logging: AdminConfigLoggingDto,
    pub machine_learning: AdminConfigMachineLearningDto,
    pub map: AdminConfigMapDto,
    pub metadata: AdminConfigMetadataDto,
    pub new_version_check: AdminConfigNewVersionCheckDto,
    pub nightly_tasks: AdminConfigNightlyTasksDto,
    pub notifications: AdminConfigNotificationsDto,
    pub oauth: AdminConfigOAuthDto,
    pub password_login: AdminConfigPasswordLoginDto,
    pub reverse_geocoding: AdminConfigReverseGeocodingDto,
    pub server: AdminConfigServerDto,
    pub storage_template: AdminConfigStorageTemplateDto,
    pub templates: AdminConfigTemplatesDto,
    pub theme: AdminConfigThemeDto,
    pub trash: AdminConfigTrashDto,
    pub user: AdminConfigUserDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigDuplicateDetectionDto {
    pub enabled: bool,
    #[shape(format = "double", minimum = 0.001, maximum = 0.1)]
    pub max_distance: Number,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigFFmpegDto {
    pub accel: TranscodeHWAccel,
    pub accel_decode: bool,
    pub accepted_audio_codecs: Vec<AudioCodec>,
    pub accepted_containers: Vec<VideoContainer>,
    pub accepted_video_codecs: Vec<VideoCodec>,
    #[shape(minimum = -1, maximum = 16)]
    pub bframes: Integer,
    pub cq_mode: CQMode,
    #[shape(minimum = 0, maximum = 51)]
    pub crf: Integer,
    pub gop_size: Natural,
    pub max_bitrate: String,
    pub preferred_hw_device: String,
    pub preset: String,
    pub realtime: AdminConfigFFmpegRealtimeDto,
    #[shape(minimum = 0, maximum = 6)]
    pub refs: Integer,
    pub target_audio_codec: AudioCodec,
    pub target_resolution: String,
    pub target_video_codec: VideoCodec,
    #[serde(rename = "temporalAQ")]
    pub temporal_aq: bool,
    pub threads: Natural,
    pub tonemap: ToneMapping,
    pub transcode: TranscodePolicy,
    pub two_pass: bool,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigFFmpegRealtimeDto {
    pub enabled: bool,
    pub resolutions: Vec<HlsVideoResolution>,
    pub video_codecs: Vec<VideoCodec>,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigFacesDto {
    pub import: bool,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigFacialRecognitionDto {
    pub enabled: bool,
    #[shape(format = "double", minimum = 0.1, maximum = 2)]
    pub max_distance: Number,
    pub min_faces: Positive,
    #[shape(format = "double", minimum = 0.1, maximum = 1)]
    pub min_score: Number,
    pub model_name: String,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigGeneratedFullsizeImageDto {
    pub enabled: bool,
    pub format: ImageFormat,
    pub progressive: Option<bool>,
    #[shape(minimum = 1, maximum = 100)]
    pub quality: Integer,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigGeneratedImageDto {
    pub format: ImageFormat,
    pub progressive: Option<bool>,
    #[shape(minimum = 1, maximum = 100)]
    pub quality: Integer,
    pub size: Positive,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigImageDto {
    pub colorspace: Colorspace,
    pub extract_embedded: bool,
    pub fullsize: AdminConfigGeneratedFullsizeImageDto,
    pub preview: AdminConfigGeneratedImageDto,
    pub thumbnail: AdminConfigGeneratedImageDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigIntegrityChecksDto {
    pub checksum_files: AdminConfigIntegrityChecksumJobDto,
    pub missing_files: AdminConfigIntegrityJobDto,
    pub untracked_files: AdminConfigIntegrityJobDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigIntegrityChecksumJobDto {
    pub cron_expression: String,
    pub enabled: bool,
    #[shape(format = "double", minimum = 0, maximum = 1)]
    pub percentage_limit: Number,
    pub time_limit: Natural,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigIntegrityJobDto {
    pub cron_expression: String,
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigJobDto {
    pub background_task: AdminConfigJobSettingsDto,
    pub editor: AdminConfigJobSettingsDto,
    pub face_detection: AdminConfigJobSettingsDto,
    pub integrity_check: AdminConfigJobSettingsDto,
    pub library: AdminConfigJobSettingsDto,
    pub metadata_extraction: AdminConfigJobSettingsDto,
    pub migration: AdminConfigJobSettingsDto,
    pub notifications: AdminConfigJobSettingsDto,
    pub ocr: AdminConfigJobSettingsDto,
    pub search: AdminConfigJobSettingsDto,
    pub sidecar: AdminConfigJobSettingsDto,
    pub smart_search: AdminConfigJobSettingsDto,
    pub thumbnail_generation: AdminConfigJobSettingsDto,
    pub video_conversion: AdminConfigJobSettingsDto,
    pub workflow: AdminConfigJobSettingsDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigJobSettingsDto {
    pub concurrency: Positive,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigLibraryDto {
    pub scan: AdminConfigLibraryScanDto,
    pub watch: AdminConfigLibraryWatchDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigLibraryScanDto {
    pub cron_expression: String,
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigLibraryWatchDto {
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigLoggingDto {
    pub enabled: bool,
    pub level: LogLevel,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigMachineLearningAvailabilityChecksDto {
    pub enabled: bool,
    pub interval: SafeInteger,
    pub timeout: SafeInteger,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigMachineLearningDto {
    pub availability_checks: AdminConfigMachineLearningAvailabilityChecksDto,
    pub clip: AdminConfigClipDto,
    pub duplicate_detection: AdminConfigDuplicateDetectionDto,
    pub enabled: bool,
    pub facial_recognition: AdminConfigFacialRecognitionDto,
    pub ocr: AdminConfigOcrDto,
    #[shape(minItems = 1)]
    pub urls: Vec<String>,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigMapDto {
    pub dark_style: String,
    pub enabled: bool,
    pub light_style: String,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigMetadataDto {
    pub faces: AdminConfigFacesDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigNewVersionCheckDto {
    pub channel: ReleaseChannel,
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigNightlyTasksDto {
    pub cluster_new_faces: bool,
    pub database_cleanup: bool,
    pub generate_memories: bool,
    pub missing_thumbnails: bool,
    #[shape(pattern = r"^(?:[01]\d|2[0-3]):[0-5]\d$")]
    pub start_time: String,
    pub sync_quota_usage: bool,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigNotificationsDto {
    pub smtp: AdminConfigSmtpDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigOAuthDto {
    #[shape(default = "")]
    pub account_management_url: Option<String>,
    pub allow_insecure_requests: bool,
    pub auto_launch: bool,
    pub auto_register: bool,
    pub button_text: String,
    pub client_id: String,
    pub client_secret: String,
    pub default_storage_quota: Nullable<Natural>,
    pub enabled: bool,
    pub end_session_endpoint: String,
    pub issuer_url: String,
    pub mobile_override_enabled: bool,
    pub mobile_redirect_uri: String,
    pub profile_signing_algorithm: String,
    pub prompt: String,
    pub role_claim: String,
    pub scope: String,
    pub signing_algorithm: String,
    pub storage_label_claim: String,
    pub storage_quota_claim: String,
    pub timeout: Positive,
    pub token_endpoint_auth_method: OAuthTokenEndpointAuthMethod,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigOcrDto {
    pub enabled: bool,
    pub max_resolution: Positive,
    #[shape(format = "double", minimum = 0.1, maximum = 1)]
    pub min_detection_score: Number,
    #[shape(format = "double", minimum = 0.1, maximum = 1)]
    pub min_recognition_score: Number,
    pub model_name: String,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigPasswordLoginDto {
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigReverseGeocodingDto {
    pub enabled: bool,
}

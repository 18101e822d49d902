//! Server: about to user.

use crate::{
    DateTime, Either, Id, Integer, MAX_SAFE, MIN_SAFE, Nullable, Number, SafeInteger, ServerVersionResponseDto,
    Timestamp, model,
};

/// What the server answers: server about. Added in 1.107.0.
#[model]
#[life("1.107.0..")]
pub struct ServerAboutResponseDto {
    /// The build.
    pub build: Option<String>,
    /// The build image.
    pub build_image: Option<String>,
    /// The build image url.
    pub build_image_url: Option<String>,
    /// The build url.
    pub build_url: Option<String>,
    /// The exiftool.
    pub exiftool: Option<String>,
    /// The ffmpeg.
    pub ffmpeg: Option<String>,
    /// The imagemagick.
    pub imagemagick: Option<String>,
    /// The libvips.
    pub libvips: Option<String>,
    /// The licensed.
    pub licensed: bool,
    /// The nodejs.
    pub nodejs: Option<String>,
    /// The repository.
    pub repository: Option<String>,
    /// The repository url.
    pub repository_url: Option<String>,
    /// The source commit.
    pub source_commit: Option<String>,
    /// The source ref.
    pub source_ref: Option<String>,
    /// The source url.
    pub source_url: Option<String>,
    /// The third party bug feature url. Added in 1.117.0.
    #[life("1.117.0..", optional)]
    pub third_party_bug_feature_url: Option<String>,
    /// The third party documentation url. Added in 1.117.0.
    #[life("1.117.0..", optional)]
    pub third_party_documentation_url: Option<String>,
    /// The third party source url. Added in 1.117.0.
    #[life("1.117.0..", optional)]
    pub third_party_source_url: Option<String>,
    /// The third party support url. Added in 1.117.0.
    #[life("1.117.0..", optional)]
    pub third_party_support_url: Option<String>,
    /// The version.
    pub version: String,
    /// The version url.
    pub version_url: String,
}

/// Server apk links. Added in 1.135.0.
#[model]
#[life("1.135.0..")]
pub struct ServerApkLinksDto {
    /// The arm64v8a.
    pub arm64v8a: String,
    /// The armeabiv7a.
    pub armeabiv7a: String,
    /// The universal.
    pub universal: String,
    /// The x86 64.
    #[serde(rename = "x86_64")]
    pub x86_64: String,
}

/// Server config.
#[model]
pub struct ServerConfigDto {
    /// The external domain.
    pub external_domain: String,
    /// Whether it is initialized.
    pub is_initialized: bool,
    /// Whether it is onboarded.
    pub is_onboarded: bool,
    /// The login page message.
    pub login_page_message: String,
    /// The maintenance mode. Added in 2.3.0.
    #[life("2.3.0..")]
    pub maintenance_mode: Option<bool>,
    /// The map dark style url. Added in 1.116.0.
    #[life("1.116.0..")]
    pub map_dark_style_url: Option<String>,
    /// The map light style url. Added in 1.116.0.
    #[life("1.116.0..")]
    pub map_light_style_url: Option<String>,
    /// The min faces. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub min_faces: Option<SafeInteger>,
    /// The oauth button text.
    pub oauth_button_text: String,
    /// The public users. Added in 1.122.0.
    #[life("1.122.0..")]
    pub public_users: Option<bool>,
    /// The trash days.
    pub trash_days: SafeInteger,
    /// The user delete delay.
    pub user_delete_delay: SafeInteger,
}

/// Server features.
#[model]
pub struct ServerFeaturesDto {
    /// The config file.
    pub config_file: bool,
    /// The duplicate detection.
    pub duplicate_detection: bool,
    /// The email.
    pub email: bool,
    /// The facial recognition.
    pub facial_recognition: bool,
    /// The import faces. Added in 1.114.0.
    #[life("1.114.0..")]
    pub import_faces: Option<bool>,
    /// The map.
    pub map: bool,
    /// The oauth.
    pub oauth: bool,
    /// The oauth auto launch.
    pub oauth_auto_launch: bool,
    /// The ocr. Added in 2.2.0.
    #[life("2.2.0..")]
    pub ocr: Option<bool>,
    /// The password login.
    pub password_login: bool,
    /// The realtime transcoding. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub realtime_transcoding: Option<bool>,
    /// The reverse geocoding.
    pub reverse_geocoding: bool,
    /// The search.
    pub search: bool,
    /// The sidecar.
    pub sidecar: bool,
    /// The smart search.
    pub smart_search: bool,
    /// The trash.
    pub trash: bool,
}

/// License key. Added in 1.107.0.
#[model]
#[life("1.107.0..")]
pub struct LicenseKeyDto {
    /// The activation key.
    pub activation_key: String,
    /// The license key.
    #[shape("..3.0.0-rc.1", pattern = r"/IM(SV|CL)(-[\dA-Za-z]{4}){8}/")]
    #[shape("3.0.0-rc.1..", pattern = r"^IM(SV|CL)(-[\dA-Za-z]{4}){8}$")]
    pub license_key: String,
}

/// What the server answers: license. Added in 1.107.0.
#[model(component)]
#[life("1.107.0..")]
#[shape("..3.0.0-rc.1", PlainLicense)]
#[shape("3.0.0-rc.1..", UserLicense)]
pub struct LicenseResponseDto(pub Either<PlainLicense, UserLicense>);

/// What the server answers: server media types.
#[model]
pub struct ServerMediaTypesResponseDto {
    /// The image.
    pub image: Vec<String>,
    /// The sidecar.
    pub sidecar: Vec<String>,
    /// The video.
    pub video: Vec<String>,
}

/// What the server answers: server ping.
#[model]
pub struct ServerPingResponse {
    /// The res.
    #[shape("..3.0.0-rc.1", readOnly = true)]
    #[shape("3.0.0-rc.1..")]
    pub res: String,
}

/// Plain license.
#[model(inline)]
pub struct PlainLicense {
    /// When it was activated.
    pub activated_at: DateTime,
    /// The activation key.
    pub activation_key: String,
    /// The license key.
    #[shape(pattern = r"/IM(SV|CL)(-[\dA-Za-z]{4}){8}/")]
    pub license_key: String,
}

/// Release event v1. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct ReleaseEventV1 {
    /// When it was checked.
    pub checked_at: String,
    /// Whether it is available.
    pub is_available: bool,
    /// The release version.
    pub release_version: ServerVersionResponseDto,
    /// The server version.
    pub server_version: ServerVersionResponseDto,
    /// The type.
    pub r#type: Nullable<ReleaseType>,
}

/// Release type. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum ReleaseType {
    Major,
    Premajor,
    Minor,
    Preminor,
    Patch,
    Prepatch,
    Prerelease,
}

/// What the server answers: server stats.
#[model]
pub struct ServerStatsResponseDto {
    /// The photos.
    #[shape("..3.0.0-rc.1", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub photos: Integer,
    /// The usage.
    #[shape("..3.0.0-rc.1", format = "int64", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage: Integer,
    /// The usage by user.
    #[shape("..3.0.0-rc.1", default = [])]
    #[shape("3.0.0-rc.1..")]
    pub usage_by_user: Vec<UsageByUserDto>,
    /// The usage photos. Added in 1.121.0.
    #[life("1.121.0..")]
    #[shape("1.121.0..3.0.0-rc.1", format = "int64", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage_photos: Option<Integer>,
    /// The usage videos. Added in 1.121.0.
    #[life("1.121.0..")]
    #[shape("1.121.0..3.0.0-rc.1", format = "int64", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage_videos: Option<Integer>,
    /// The videos.
    #[shape("..3.0.0-rc.1", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub videos: Integer,
}

/// What the server answers: server storage.
#[model]
pub struct ServerStorageResponseDto {
    /// The disk available.
    pub disk_available: String,
    /// The disk available raw.
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub disk_available_raw: Integer,
    /// The disk size.
    pub disk_size: String,
    /// The disk size raw.
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub disk_size_raw: Integer,
    /// The disk usage percentage.
    #[shape("..1.106.3", format = "float")]
    #[shape("1.106.3..", format = "double")]
    pub disk_usage_percentage: Number,
    /// The disk use.
    pub disk_use: String,
    /// The disk use raw.
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub disk_use_raw: Integer,
}

/// Server theme. Until 3.0.0-rc.1.
#[model]
#[life("..3.0.0-rc.1")]
pub struct ServerThemeDto {
    /// The custom css.
    pub custom_css: String,
}

/// Usage by user.
#[model]
pub struct UsageByUserDto {
    /// The photos.
    pub photos: SafeInteger,
    /// The quota size in bytes.
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub quota_size_in_bytes: Nullable<Integer>,
    /// The usage.
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage: Integer,
    /// The usage photos. Added in 1.121.0.
    #[life("1.121.0..")]
    #[shape("1.121.0..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage_photos: Option<Integer>,
    /// The usage videos. Added in 1.121.0.
    #[life("1.121.0..")]
    #[shape("1.121.0..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage_videos: Option<Integer>,
    /// Identifies the user.
    pub user_id: Id,
    /// The user name.
    pub user_name: String,
    /// The videos.
    pub videos: SafeInteger,
}

/// User license. Added in 1.107.0.
#[model]
#[life("1.107.0..")]
pub struct UserLicense {
    /// When it was activated.
    pub activated_at: Timestamp,
    /// The activation key.
    pub activation_key: String,
    /// The license key.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = r"^IM(SV|CL)(-[\dA-Za-z]{4}){8}$")]
    pub license_key: String,
}

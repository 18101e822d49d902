//! What a server says of itself.

use crate::{SafeInteger, model};

#[model]
#[life("1.107.0..")]
pub struct ServerAboutResponseDto {
    pub build: Option<String>,
    pub build_image: Option<String>,
    pub build_image_url: Option<String>,
    pub build_url: Option<String>,
    pub exiftool: Option<String>,
    pub ffmpeg: Option<String>,
    pub imagemagick: Option<String>,
    pub libvips: Option<String>,
    pub licensed: bool,
    pub nodejs: Option<String>,
    pub repository: Option<String>,
    pub repository_url: Option<String>,
    pub source_commit: Option<String>,
    pub source_ref: Option<String>,
    pub source_url: Option<String>,
    #[life("1.117.0..", optional)]
    pub third_party_bug_feature_url: Option<String>,
    #[life("1.117.0..", optional)]
    pub third_party_documentation_url: Option<String>,
    #[life("1.117.0..", optional)]
    pub third_party_source_url: Option<String>,
    #[life("1.117.0..", optional)]
    pub third_party_support_url: Option<String>,
    pub version: String,
    pub version_url: String,
}

#[model]
#[life("1.135.0..")]
pub struct ServerApkLinksDto {
    pub arm64v8a: String,
    pub armeabiv7a: String,
    pub universal: String,
    #[serde(rename = "x86_64")]
    pub x86_64: String,
}

#[model]
pub struct ServerConfigDto {
    pub external_domain: String,
    pub is_initialized: bool,
    pub is_onboarded: bool,
    pub login_page_message: String,
    #[life("2.3.0..")]
    pub maintenance_mode: Option<bool>,
    #[life("1.116.0..")]
    pub map_dark_style_url: Option<String>,
    #[life("1.116.0..")]
    pub map_light_style_url: Option<String>,
    #[life("3.0.0-rc.1..")]
    pub min_faces: Option<SafeInteger>,
    #[life("3.2.0..", optional)]
    #[shape(default = "")]
    pub oauth_account_management_url: Option<String>,
    pub oauth_button_text: String,
    #[life("1.122.0..")]
    pub public_users: Option<bool>,
    pub trash_days: SafeInteger,
    pub user_delete_delay: SafeInteger,
}

#[model]
pub struct ServerFeaturesDto {
    pub config_file: bool,
    pub duplicate_detection: bool,
    pub email: bool,
    pub facial_recognition: bool,
    #[life("1.114.0..")]
    pub import_faces: Option<bool>,
    pub map: bool,
    pub oauth: bool,
    pub oauth_auto_launch: bool,
    #[life("2.2.0..")]
    pub ocr: Option<bool>,
    pub password_login: bool,
    #[life("3.0.0-rc.1..")]
    pub realtime_transcoding: Option<bool>,
    pub reverse_geocoding: bool,
    pub search: bool,
    pub sidecar: bool,
    pub smart_search: bool,
    pub trash: bool,
}

#[model]
pub struct ServerMediaTypesResponseDto {
    pub image: Vec<String>,
    pub sidecar: Vec<String>,
    pub video: Vec<String>,
}

#[model]
pub struct ServerPingResponse {
    #[shape("..3.0.0-rc.1", readOnly = true)]
    #[shape("3.0.0-rc.1..")]
    pub res: String,
}

#[model]
#[life("..3.0.0-rc.1")]
pub struct ServerThemeDto {
    pub custom_css: String,
}

//! Config (user).

use crate::operation::Describe;
use crate::{HlsVideoResolution, Natural, Operation, Positive, VideoCodec, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetUserConfig::describe, GetUserConfigDefaults::describe];

#[operation(GET "/config", id = "getUserConfig", tag = "Config (user)")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, UserConfigDto)]
pub struct GetUserConfig {}

#[operation(GET "/config/defaults", id = "getUserConfigDefaults", tag = "Config (user)")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, UserConfigDto)]
pub struct GetUserConfigDefaults {}

#[model]
#[life("3.2.0..")]
pub struct UserConfigClipDto {
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigDto {
    pub ffmpeg: UserConfigFFmpegDto,
    pub image: UserConfigImageDto,
    pub machine_learning: UserConfigMachineLearningDto,
    pub map: UserConfigMapDto,
    pub oauth: UserConfigOAuthDto,
    pub password_login: UserConfigPasswordLoginDto,
    pub reverse_geocoding: UserConfigReverseGeocodingDto,
    pub server: UserConfigServerDto,
    pub theme: UserConfigThemeDto,
    pub trash: UserConfigTrashDto,
    pub user: UserConfigUserDto,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigDuplicateDetectionDto {
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigFFmpegDto {
    pub realtime: UserConfigFFmpegRealtimeDto,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigFFmpegRealtimeDto {
    pub enabled: bool,
    pub resolutions: Vec<HlsVideoResolution>,
    pub video_codecs: Vec<VideoCodec>,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigFacialRecognitionDto {
    pub enabled: bool,
    pub min_faces: Positive,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigGeneratedFullsizeImageDto {
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigGeneratedImageDto {
    pub size: Positive,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigImageDto {
    pub fullsize: UserConfigGeneratedFullsizeImageDto,
    pub preview: UserConfigGeneratedImageDto,
    pub thumbnail: UserConfigGeneratedImageDto,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigMachineLearningDto {
    pub clip: UserConfigClipDto,
    pub duplicate_detection: UserConfigDuplicateDetectionDto,
    pub enabled: bool,
    pub facial_recognition: UserConfigFacialRecognitionDto,
    pub ocr: UserConfigOcrDto,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigMapDto {
    pub dark_style: String,
    pub enabled: bool,
    pub light_style: String,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigOAuthDto {
    pub auto_launch: bool,
    pub button_text: String,
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigOcrDto {
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigPasswordLoginDto {
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigReverseGeocodingDto {
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigServerDto {
    pub external_domain: String,
    pub login_page_message: String,
    pub public_users: bool,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigThemeDto {
    pub custom_css: String,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigTrashDto {
    pub days: Natural,
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct UserConfigUserDto {
    pub delete_delay: Positive,
}

//! Config (admin): types.

use crate::{Integer, Natural, Positive, model};

#[model]
#[life("3.2.0..")]
pub struct AdminConfigServerDto {
    pub external_domain: String,
    pub login_page_message: String,
    pub public_users: bool,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigStorageTemplateDto {
    pub enabled: bool,
    pub hash_verification_enabled: bool,
    pub template: String,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigTemplateEmailsDto {
    pub album_invite_template: String,
    pub album_update_template: String,
    pub welcome_template: String,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigTemplatesDto {
    pub email: AdminConfigTemplateEmailsDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigThemeDto {
    pub custom_css: String,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigTrashDto {
    pub days: Natural,
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigUserDto {
    pub delete_delay: Positive,
}

#[model]
#[serde(rename_all = "snake_case")]
pub enum AudioCodec {
    Mp3,
    Aac,
    #[life("..3.0.0-rc.1")]
    Libopus,
    #[life("1.119.0..")]
    PcmS16le,
    #[life("2.6.0..")]
    Opus,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum CQMode {
    Auto,
    Cqp,
    Icq,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum Colorspace {
    Srgb,
    P3,
}

#[model(component)]
#[life("3.0.2..")]
#[shape(enum = [480, 720, 1080, 1440, 2160])]
pub struct HlsVideoResolution(pub Integer);

#[model]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    Verbose,
    Debug,
    Log,
    Warn,
    Error,
    Fatal,
}

#[model]
#[life("1.133.0..")]
#[serde(rename_all = "snake_case")]
pub enum OAuthTokenEndpointAuthMethod {
    ClientSecretPost,
    ClientSecretBasic,
}

#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "camelCase")]
pub enum ReleaseChannel {
    Stable,
    ReleaseCandidate,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum ToneMapping {
    Hable,
    Mobius,
    Reinhard,
    Disabled,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum TranscodeHWAccel {
    Nvenc,
    Qsv,
    Vaapi,
    Rkmpp,
    Disabled,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum TranscodePolicy {
    All,
    Optimal,
    Bitrate,
    Required,
    Disabled,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum VideoCodec {
    H264,
    Hevc,
    Vp9,
    Av1,
}

#[model]
#[life("1.110.0..")]
#[serde(rename_all = "lowercase")]
pub enum VideoContainer {
    Mov,
    Mp4,
    Ogg,
    Webm,
}

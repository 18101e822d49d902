//! System config: smtp to video.

use crate::{Integer, MAX_SAFE, Number, Positive, model};

/// System config smtp.
#[model]
pub struct SystemConfigSmtpDto {
    /// Whether it is switched on.
    pub enabled: bool,
    /// Where it begins.
    pub from: String,
    /// The reply to.
    pub reply_to: String,
    /// The transport.
    pub transport: SystemConfigSmtpTransportDto,
}

/// System config smtp transport.
#[model]
pub struct SystemConfigSmtpTransportDto {
    /// The host.
    pub host: String,
    /// The ignore cert.
    pub ignore_cert: bool,
    /// The password.
    pub password: String,
    /// The port.
    #[shape("..3.0.0-rc.1", minimum = 0, maximum = 65_535)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 0, maximum = 65_535)]
    pub port: Number,
    /// The secure. Added in 2.2.0.
    #[life("2.2.0..")]
    pub secure: Option<bool>,
    /// The username.
    pub username: String,
}

/// System config storage template.
#[model]
pub struct SystemConfigStorageTemplateDto {
    /// Whether it is switched on.
    pub enabled: bool,
    /// Whether hash verification is switched on.
    pub hash_verification_enabled: bool,
    /// The template.
    pub template: String,
}

/// System config template emails. Added in 1.122.0.
#[model]
#[life("1.122.0..")]
pub struct SystemConfigTemplateEmailsDto {
    /// The album invite template.
    pub album_invite_template: String,
    /// The album update template.
    pub album_update_template: String,
    /// The welcome template.
    pub welcome_template: String,
}

/// System config template storage option.
#[model]
pub struct SystemConfigTemplateStorageOptionDto {
    /// The day options.
    pub day_options: Vec<String>,
    /// The hour options.
    pub hour_options: Vec<String>,
    /// The minute options.
    pub minute_options: Vec<String>,
    /// The month options.
    pub month_options: Vec<String>,
    /// The preset options.
    pub preset_options: Vec<String>,
    /// The second options.
    pub second_options: Vec<String>,
    /// The week options.
    pub week_options: Vec<String>,
    /// The year options.
    pub year_options: Vec<String>,
}

/// System config templates. Added in 1.122.0.
#[model]
#[life("1.122.0..")]
pub struct SystemConfigTemplatesDto {
    /// The email.
    pub email: SystemConfigTemplateEmailsDto,
}

/// System config theme.
#[model]
pub struct SystemConfigThemeDto {
    /// The custom css.
    pub custom_css: String,
}

/// Tone mapping.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum ToneMapping {
    Hable,
    Mobius,
    Reinhard,
    Disabled,
}

/// Transcode hw accel.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum TranscodeHWAccel {
    Nvenc,
    Qsv,
    Vaapi,
    Rkmpp,
    Disabled,
}

/// Transcode policy.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum TranscodePolicy {
    All,
    Optimal,
    Bitrate,
    Required,
    Disabled,
}

/// System config trash.
#[model]
pub struct SystemConfigTrashDto {
    /// The days.
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub days: Integer,
    /// Whether it is switched on.
    pub enabled: bool,
}

/// System config user.
#[model]
pub struct SystemConfigUserDto {
    /// The delete delay.
    pub delete_delay: Positive,
}

/// Video codec.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum VideoCodec {
    H264,
    Hevc,
    Vp9,
    Av1,
}

/// Video container. Added in 1.110.0.
#[model]
#[life("1.110.0..")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum VideoContainer {
    Mov,
    Mp4,
    Ogg,
    Webm,
}

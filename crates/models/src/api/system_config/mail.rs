//! What is mailed, and through which server.

use crate::{Integer, Number, model};

#[model]
#[life("..3.2.0")]
pub struct SystemConfigNotificationsDto {
    pub smtp: SystemConfigSmtpDto,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigSmtpDto {
    pub enabled: bool,
    pub from: String,
    pub reply_to: String,
    pub transport: SystemConfigSmtpTransportDto,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigSmtpTransportDto {
    pub host: String,
    pub ignore_cert: bool,
    pub password: String,
    #[shape("..3.0.0-rc.1", minimum = 0, maximum = 65_535)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 0, maximum = 65_535)]
    pub port: Number,
    #[life("2.2.0..")]
    pub secure: Option<bool>,
    pub username: String,
}

#[model]
#[life("1.122.0..3.2.0")]
pub struct SystemConfigTemplateEmailsDto {
    pub album_invite_template: String,
    pub album_update_template: String,
    pub welcome_template: String,
}

#[model]
#[life("1.122.0..3.2.0")]
pub struct SystemConfigTemplatesDto {
    pub email: SystemConfigTemplateEmailsDto,
}

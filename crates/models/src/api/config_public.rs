//! Config (public).

use crate::operation::Describe;
use crate::{Operation, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetPublicConfig::describe, GetPublicConfigDefaults::describe];

#[operation(GET "/public/config", id = "getPublicConfig", tag = "Config (public)")]
#[life("3.2.0..")]
#[answer(200, PublicConfigDto)]
pub struct GetPublicConfig {}

#[operation(GET "/public/config/defaults", id = "getPublicConfigDefaults", tag = "Config (public)")]
#[life("3.2.0..")]
#[answer(200, PublicConfigDto)]
pub struct GetPublicConfigDefaults {}

#[model]
#[life("3.2.0..")]
pub struct PublicConfigDto {
    pub oauth: PublicConfigOAuthDto,
    pub password_login: PublicConfigPasswordLoginDto,
    pub server: PublicConfigServerDto,
    pub theme: PublicConfigThemeDto,
}

#[model]
#[life("3.2.0..")]
pub struct PublicConfigOAuthDto {
    pub auto_launch: bool,
    pub button_text: String,
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct PublicConfigPasswordLoginDto {
    pub enabled: bool,
}

#[model]
#[life("3.2.0..")]
pub struct PublicConfigServerDto {
    pub login_page_message: String,
}

#[model]
#[life("3.2.0..")]
pub struct PublicConfigThemeDto {
    pub custom_css: String,
}

//! Authentication: auth to validate.

use crate::{EMAIL, Email, Id, PIN, model};

/// What the server answers: auth status. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct AuthStatusResponseDto {
    /// When it was expires.
    pub expires_at: Option<String>,
    /// Whether it is elevated.
    pub is_elevated: bool,
    /// The password.
    pub password: bool,
    /// The pin code.
    pub pin_code: bool,
    /// When it was pin expires.
    pub pin_expires_at: Option<String>,
}

/// Change password.
#[model]
pub struct ChangePasswordDto {
    /// The invalidate sessions. Added in 2.2.0.
    #[life("2.2.0..", optional)]
    #[shape(default = false)]
    pub invalidate_sessions: Option<bool>,
    /// The new password.
    #[shape(minLength = 8)]
    pub new_password: String,
    /// The password.
    pub password: String,
}

/// Login credential.
#[model]
pub struct LoginCredentialDto {
    /// The email.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", format = "email")]
    #[shape("3.0.0-rc.1..", format = "email", pattern = EMAIL)]
    pub email: String,
    /// The password.
    pub password: String,
}

/// What the server answers: login.
#[model]
pub struct LoginResponseDto {
    /// The access token.
    pub access_token: String,
    /// Whether it is admin.
    pub is_admin: bool,
    /// Whether it is onboarded. Added in 1.135.0.
    #[life("1.135.0..")]
    pub is_onboarded: Option<bool>,
    /// The name.
    pub name: String,
    /// The profile image path.
    pub profile_image_path: String,
    /// The should change password.
    pub should_change_password: bool,
    /// The user email.
    pub user_email: Email,
    /// Identifies the user.
    pub user_id: Id,
}

/// What the server answers: logout.
#[model]
pub struct LogoutResponseDto {
    /// The redirect uri.
    pub redirect_uri: String,
    /// The successful.
    pub successful: bool,
}

/// What the server answers: o auth authorize.
#[model]
pub struct OAuthAuthorizeResponseDto {
    /// The url.
    pub url: String,
}

/// O auth backchannel logout. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct OAuthBackchannelLogoutDto {
    /// The logout token.
    #[serde(rename = "logout_token")]
    pub logout_token: String,
}

/// O auth callback.
#[model]
pub struct OAuthCallbackDto {
    /// The code verifier. Added in 1.132.0.
    #[life("1.132.0..", optional)]
    pub code_verifier: Option<String>,
    /// The state. Added in 1.132.0.
    #[life("1.132.0..", optional)]
    pub state: Option<String>,
    /// The url.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minLength = 1)]
    pub url: String,
}

/// O auth config.
#[model]
pub struct OAuthConfigDto {
    /// The code challenge. Added in 1.132.0.
    #[life("1.132.0..", optional)]
    pub code_challenge: Option<String>,
    /// The redirect uri.
    pub redirect_uri: String,
    /// The state. Added in 1.132.0.
    #[life("1.132.0..", optional)]
    pub state: Option<String>,
}

/// Pin code change. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct PinCodeChangeDto {
    /// The new pin code.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub new_pin_code: String,
    /// The password.
    pub password: Option<String>,
    /// The pin code.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: Option<String>,
}

/// Pin code reset. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct PinCodeResetDto {
    /// The password.
    pub password: Option<String>,
    /// The pin code.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: Option<String>,
}

/// Pin code setup. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct PinCodeSetupDto {
    /// The pin code.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: String,
}

/// Session unlock. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct SessionUnlockDto {
    /// The password.
    pub password: Option<String>,
    /// The pin code.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: Option<String>,
}

/// Sign up.
#[model]
pub struct SignUpDto {
    /// The email.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", format = "email")]
    #[shape("3.0.0-rc.1..", format = "email", pattern = EMAIL)]
    pub email: String,
    /// The name.
    pub name: String,
    /// The password.
    pub password: String,
}

/// What the server answers: validate access token.
#[model]
pub struct ValidateAccessTokenResponseDto {
    /// The auth status.
    pub auth_status: bool,
}

//! Authentication.

use crate::operation::Describe;
use crate::{EMAIL, Id, Operation, PIN, UserAdminResponseDto, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    SignUpAdmin::describe,
    ChangePassword::describe,
    Login::describe,
    Logout::describe,
    ChangePinCode::describe,
    SetupPinCode::describe,
    ResetPinCode::describe,
    LockAuthSession::describe,
    UnlockAuthSession::describe,
    GetAuthStatus::describe,
    ValidateAccessToken::describe,
    StartOAuth::describe,
    LogoutOAuth::describe,
    FinishOAuth::describe,
    LinkOAuthAccount::describe,
    RedirectOAuthToMobile::describe,
    UnlinkOAuthAccount::describe,
];

#[operation(POST "/auth/admin-sign-up", id = "signUpAdmin", tag = "Authentication")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(201, UserAdminResponseDto)]
pub struct SignUpAdmin {
    #[body]
    pub body: SignUpDto,
}

#[operation(POST "/auth/change-password", id = "changePassword", tag = "Authentication")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "auth.changePassword")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct ChangePassword {
    #[body]
    pub body: ChangePasswordDto,
}

#[operation(POST "/auth/login", id = "login", tag = "Authentication")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(201, LoginResponseDto)]
pub struct Login {
    #[body]
    pub body: LoginCredentialDto,
}

#[operation(POST "/auth/logout", id = "logout", tag = "Authentication")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, LogoutResponseDto)]
pub struct Logout {}

#[operation(PUT "/auth/pin-code", id = "changePinCode", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "pinCode.update")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct ChangePinCode {
    #[body]
    pub body: PinCodeChangeDto,
}

#[operation(POST "/auth/pin-code", id = "setupPinCode", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "pinCode.create")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 201)]
#[answer("1.138.0..", 204)]
pub struct SetupPinCode {
    #[body]
    pub body: PinCodeSetupDto,
}

#[operation(DELETE "/auth/pin-code", id = "resetPinCode", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "pinCode.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct ResetPinCode {
    #[body]
    pub body: PinCodeResetDto,
}

#[operation(POST "/auth/session/lock", id = "lockAuthSession", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct LockAuthSession {}

#[operation(POST "/auth/session/unlock", id = "unlockAuthSession", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct UnlockAuthSession {
    #[body]
    pub body: SessionUnlockDto,
}

#[operation(GET "/auth/status", id = "getAuthStatus", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.5.4..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, AuthStatusResponseDto)]
pub struct GetAuthStatus {}

#[operation(POST "/auth/validateToken", id = "validateAccessToken", tag = "Authentication")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, ValidateAccessTokenResponseDto)]
pub struct ValidateAccessToken {}

#[operation(POST "/oauth/authorize", id = "startOAuth", tag = "Authentication")]
#[tag("..2.3.0", "OAuth")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(201, OAuthAuthorizeResponseDto)]
pub struct StartOAuth {
    #[body]
    pub body: OAuthConfigDto,
}

#[operation(POST "/oauth/backchannel-logout", id = "logoutOAuth", tag = "Authentication")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v2")]
#[answer(200)]
pub struct LogoutOAuth {
    #[body(content = "application/x-www-form-urlencoded")]
    pub body: OAuthBackchannelLogoutDto,
}

#[operation(POST "/oauth/callback", id = "finishOAuth", tag = "Authentication")]
#[tag("..2.3.0", "OAuth")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(201, LoginResponseDto)]
pub struct FinishOAuth {
    #[body]
    pub body: OAuthCallbackDto,
}

#[operation(POST "/oauth/link", id = "linkOAuthAccount", tag = "Authentication")]
#[tag("..2.3.0", "OAuth")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer("1.138.0..", 200, UserAdminResponseDto)]
#[answer("..1.138.0", 201, UserAdminResponseDto)]
pub struct LinkOAuthAccount {
    #[body]
    pub body: OAuthCallbackDto,
}

#[operation(GET "/oauth/mobile-redirect", id = "redirectOAuthToMobile", tag = "Authentication")]
#[tag("..2.3.0", "OAuth")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(200)]
pub struct RedirectOAuthToMobile {}

#[operation(POST "/oauth/unlink", id = "unlinkOAuthAccount", tag = "Authentication")]
#[tag("..2.3.0", "OAuth")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer("1.113.0..", 200, UserAdminResponseDto)]
#[answer("..1.113.0", 201, UserAdminResponseDto)]
pub struct UnlinkOAuthAccount {}

#[model]
#[life("1.133.0..")]
pub struct AuthStatusResponseDto {
    pub expires_at: Option<String>,
    pub is_elevated: bool,
    pub password: bool,
    pub pin_code: bool,
    pub pin_expires_at: Option<String>,
}

#[model]
pub struct ChangePasswordDto {
    #[life("2.2.0..", optional)]
    #[shape(default = false)]
    pub invalidate_sessions: Option<bool>,
    #[shape(minLength = 8)]
    pub new_password: String,
    pub password: String,
}

#[model]
pub struct LoginCredentialDto {
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", format = "email")]
    #[shape("3.0.0-rc.1..3.2.0", format = "email", pattern = EMAIL)]
    #[shape(
        "3.2.0..",
        pattern = r"^[\p{L}\p{M}\p{N}.!#$%&\'*+\/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)*$"
    )]
    pub email: String,
    pub password: String,
}

#[model]
pub struct LoginResponseDto {
    pub access_token: String,
    pub is_admin: bool,
    #[life("1.135.0..")]
    pub is_onboarded: Option<bool>,
    pub name: String,
    pub profile_image_path: String,
    pub should_change_password: bool,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..3.2.0", format = "email", pattern = EMAIL)]
    #[shape(
        "3.2.0..",
        pattern = r"^[\p{L}\p{M}\p{N}.!#$%&\'*+\/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)*$"
    )]
    pub user_email: String,
    pub user_id: Id,
}

#[model]
pub struct LogoutResponseDto {
    pub redirect_uri: String,
    pub successful: bool,
}

#[model]
pub struct OAuthAuthorizeResponseDto {
    pub url: String,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct OAuthBackchannelLogoutDto {
    #[serde(rename = "logout_token")]
    pub logout_token: String,
}

#[model]
pub struct OAuthCallbackDto {
    #[life("1.132.0..", optional)]
    pub code_verifier: Option<String>,
    #[life("1.132.0..", optional)]
    pub state: Option<String>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minLength = 1)]
    pub url: String,
}

#[model]
pub struct OAuthConfigDto {
    #[life("1.132.0..", optional)]
    pub code_challenge: Option<String>,
    pub redirect_uri: String,
    #[life("1.132.0..", optional)]
    pub state: Option<String>,
}

#[model]
#[life("1.133.0..")]
pub struct PinCodeChangeDto {
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub new_pin_code: String,
    pub password: Option<String>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: Option<String>,
}

#[model]
#[life("1.133.0..")]
pub struct PinCodeResetDto {
    pub password: Option<String>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: Option<String>,
}

#[model]
#[life("1.133.0..")]
pub struct PinCodeSetupDto {
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: String,
}

#[model]
#[life("1.133.0..")]
pub struct SessionUnlockDto {
    pub password: Option<String>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: Option<String>,
}

#[model]
pub struct SignUpDto {
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", format = "email")]
    #[shape("3.0.0-rc.1..3.2.0", format = "email", pattern = EMAIL)]
    #[shape(
        "3.2.0..",
        pattern = r"^[\p{L}\p{M}\p{N}.!#$%&\'*+\/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)*$"
    )]
    pub email: String,
    pub name: String,
    pub password: String,
}

#[model]
pub struct ValidateAccessTokenResponseDto {
    pub auth_status: bool,
}

//! Authentication.

mod auth_to_validate;

pub use auth_to_validate::*;

use crate::operation::Describe;
use crate::{Operation, UserAdminResponseDto, operation};

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

/// Sign up admin.
#[operation(POST "/auth/admin-sign-up", id = "signUpAdmin", tag = "Authentication")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(201, UserAdminResponseDto)]
pub struct SignUpAdmin {
    /// What is sent.
    #[body]
    pub body: SignUpDto,
}

/// Change password.
#[operation(POST "/auth/change-password", id = "changePassword", tag = "Authentication")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "auth.changePassword")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct ChangePassword {
    /// What is sent.
    #[body]
    pub body: ChangePasswordDto,
}

/// Login.
#[operation(POST "/auth/login", id = "login", tag = "Authentication")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(201, LoginResponseDto)]
pub struct Login {
    /// What is sent.
    #[body]
    pub body: LoginCredentialDto,
}

/// Logout.
#[operation(POST "/auth/logout", id = "logout", tag = "Authentication")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, LogoutResponseDto)]
pub struct Logout {}

/// Change pin code. Added in 1.133.0.
#[operation(PUT "/auth/pin-code", id = "changePinCode", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "pinCode.update")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct ChangePinCode {
    /// What is sent.
    #[body]
    pub body: PinCodeChangeDto,
}

/// Setup pin code. Added in 1.133.0.
#[operation(POST "/auth/pin-code", id = "setupPinCode", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "pinCode.create")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 201)]
#[answer("1.138.0..", 204)]
pub struct SetupPinCode {
    /// What is sent.
    #[body]
    pub body: PinCodeSetupDto,
}

/// Reset pin code. Added in 1.133.0.
#[operation(DELETE "/auth/pin-code", id = "resetPinCode", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "pinCode.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct ResetPinCode {
    /// What is sent.
    #[body]
    pub body: PinCodeResetDto,
}

/// Lock auth session. Added in 1.133.0.
#[operation(POST "/auth/session/lock", id = "lockAuthSession", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct LockAuthSession {}

/// Unlock auth session. Added in 1.133.0.
#[operation(POST "/auth/session/unlock", id = "unlockAuthSession", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct UnlockAuthSession {
    /// What is sent.
    #[body]
    pub body: SessionUnlockDto,
}

/// Get auth status. Added in 1.133.0.
#[operation(GET "/auth/status", id = "getAuthStatus", tag = "Authentication")]
#[life("1.133.0..")]
#[marker("2.5.4..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, AuthStatusResponseDto)]
pub struct GetAuthStatus {}

/// Validate access token.
#[operation(POST "/auth/validateToken", id = "validateAccessToken", tag = "Authentication")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer(200, ValidateAccessTokenResponseDto)]
pub struct ValidateAccessToken {}

/// Start o auth.
#[operation(POST "/oauth/authorize", id = "startOAuth", tag = "Authentication")]
#[tag("..2.3.0", "OAuth")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(201, OAuthAuthorizeResponseDto)]
pub struct StartOAuth {
    /// What is sent.
    #[body]
    pub body: OAuthConfigDto,
}

/// Logout o auth. Added in 3.0.0-rc.1.
#[operation(POST "/oauth/backchannel-logout", id = "logoutOAuth", tag = "Authentication")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v2")]
#[answer(200)]
pub struct LogoutOAuth {
    /// What is sent.
    #[body(content = "application/x-www-form-urlencoded")]
    pub body: OAuthBackchannelLogoutDto,
}

/// Finish o auth.
#[operation(POST "/oauth/callback", id = "finishOAuth", tag = "Authentication")]
#[tag("..2.3.0", "OAuth")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(201, LoginResponseDto)]
pub struct FinishOAuth {
    /// What is sent.
    #[body]
    pub body: OAuthCallbackDto,
}

/// Link o auth account.
#[operation(POST "/oauth/link", id = "linkOAuthAccount", tag = "Authentication")]
#[tag("..2.3.0", "OAuth")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 201, UserAdminResponseDto)]
#[answer("1.138.0..", 200, UserAdminResponseDto)]
pub struct LinkOAuthAccount {
    /// What is sent.
    #[body]
    pub body: OAuthCallbackDto,
}

/// Redirect o auth to mobile.
#[operation(GET "/oauth/mobile-redirect", id = "redirectOAuthToMobile", tag = "Authentication")]
#[tag("..2.3.0", "OAuth")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(200)]
pub struct RedirectOAuthToMobile {}

/// Unlink o auth account.
#[operation(POST "/oauth/unlink", id = "unlinkOAuthAccount", tag = "Authentication")]
#[tag("..2.3.0", "OAuth")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[security(bearer, cookie, api_key)]
#[answer("..1.113.0", 201, UserAdminResponseDto)]
#[answer("1.113.0..", 200, UserAdminResponseDto)]
pub struct UnlinkOAuthAccount {}

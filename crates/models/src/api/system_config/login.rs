//! How users log in.

use crate::{Integer, MAX_SAFE, Nullable, Number, OAuthTokenEndpointAuthMethod, Positive, model};

#[model]
#[life("..3.2.0")]
pub struct SystemConfigOAuthDto {
    #[life("3.0.0-rc.1..")]
    pub allow_insecure_requests: Option<bool>,
    pub auto_launch: bool,
    pub auto_register: bool,
    pub button_text: String,
    pub client_id: String,
    pub client_secret: String,
    #[shape("..1.135.0", Number, minimum = 0)]
    #[shape("1.135.0..3.0.0-rc.1", Nullable<Integer>, format = "int64", minimum = 0)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 0, maximum = MAX_SAFE)]
    pub default_storage_quota: Nullable<Number>,
    pub enabled: bool,
    #[life("3.0.0-rc.1..")]
    pub end_session_endpoint: Option<String>,
    pub issuer_url: String,
    pub mobile_override_enabled: bool,
    #[shape("..1.124.0, 3.0.0-rc.1..")]
    #[shape("1.124.0..3.0.0-rc.1", format = "uri")]
    pub mobile_redirect_uri: String,
    #[life("1.109.0..")]
    pub profile_signing_algorithm: Option<String>,
    #[life("3.0.0-rc.1..")]
    pub prompt: Option<String>,
    #[life("1.136.0..")]
    pub role_claim: Option<String>,
    pub scope: String,
    pub signing_algorithm: String,
    pub storage_label_claim: String,
    pub storage_quota_claim: String,
    #[life("1.133.0..")]
    pub timeout: Option<Positive>,
    #[life("1.133.0..")]
    pub token_endpoint_auth_method: Option<OAuthTokenEndpointAuthMethod>,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigPasswordLoginDto {
    pub enabled: bool,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigUserDto {
    pub delete_delay: Positive,
}

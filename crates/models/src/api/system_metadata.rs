//! System metadata.

use crate::operation::Describe;
use crate::{Nullable, Operation, VersionCheckStateResponseDto, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetAdminOnboarding::describe,
    UpdateAdminOnboarding::describe,
    GetReverseGeocodingState::describe,
    GetVersionCheckState::describe,
];

#[operation(GET "/system-metadata/admin-onboarding", id = "getAdminOnboarding", tag = "System metadata")]
#[tag("..2.3.0", "System Metadata")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemMetadata.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, AdminOnboardingUpdateDto)]
pub struct GetAdminOnboarding {}

#[operation(POST "/system-metadata/admin-onboarding", id = "updateAdminOnboarding", tag = "System metadata")]
#[tag("..2.3.0", "System Metadata")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemMetadata.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct UpdateAdminOnboarding {
    #[body]
    pub body: AdminOnboardingUpdateDto,
}

#[operation(GET "/system-metadata/reverse-geocoding-state", id = "getReverseGeocodingState", tag = "System metadata")]
#[tag("..2.3.0", "System Metadata")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemMetadata.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, ReverseGeocodingStateResponseDto)]
pub struct GetReverseGeocodingState {}

#[operation(GET "/system-metadata/version-check-state", id = "getVersionCheckState", tag = "System metadata")]
#[tag("1.134.0..2.3.0", "System Metadata")]
#[life("1.134.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "systemMetadata.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, VersionCheckStateResponseDto)]
pub struct GetVersionCheckState {}

#[model]
pub struct AdminOnboardingUpdateDto {
    pub is_onboarded: bool,
}

#[model]
pub struct ReverseGeocodingStateResponseDto {
    pub last_import_file_name: Nullable<String>,
    pub last_update: Nullable<String>,
}

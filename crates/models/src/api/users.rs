//! Users, as other users see them.

mod avatar_to_people;
mod preferences_to_update;

pub use avatar_to_people::*;
pub use preferences_to_update::*;

use crate::operation::{Describe, Reach, reach};
use crate::{Binary, DAY, LicenseKeyDto, LicenseResponseDto, Operation, UserAdminResponseDto, Uuid, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    SearchUsers::describe,
    GetMyUser::describe,
    UpdateMyUser::describe,
    GetMyCalendarHeatmap::describe,
    GetUserLicense::describe,
    SetUserLicense::describe,
    DeleteUserLicense::describe,
    GetUserOnboarding::describe,
    SetUserOnboarding::describe,
    DeleteUserOnboarding::describe,
    GetMyPreferences::describe,
    UpdateMyPreferences::describe,
    CreateProfileImage::describe,
    DeleteProfileImage::describe,
    GetUser::describe,
    GetProfileImage::describe,
];

/// The types that no operation names; they travel in streams and events.
pub(crate) const UNREACHED: &[Reach] = &[reach::<UserMetadataKey>];

/// Search users.
#[operation(GET "/users", id = "searchUsers", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "user.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<UserResponseDto>)]
pub struct SearchUsers {}

/// Get my user.
#[operation(GET "/users/me", id = "getMyUser", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "user.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct GetMyUser {}

/// Update my user.
#[operation(PUT "/users/me", id = "updateMyUser", tag = "Users")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateMyUser")]
#[permission("1.137.0..", "user.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct UpdateMyUser {
    /// What is sent.
    #[body]
    pub body: UserUpdateMeDto,
}

/// Get my calendar heatmap. Added in 3.0.0-rc.1.
#[operation(GET "/users/me/calendar-heatmap", id = "getMyCalendarHeatmap", tag = "Users")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3", stable = "v3")]
#[permission("3.0.0-rc.1..", "user.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, CalendarHeatmapResponseDto)]
pub struct GetMyCalendarHeatmap {
    /// Where it begins.
    #[query]
    #[shape(format = "date", pattern = DAY)]
    pub from: Option<String>,
    /// Where it ends.
    #[query]
    #[shape(format = "date", pattern = DAY)]
    pub to: Option<String>,
    /// The type.
    #[query]
    #[shape(default = "Upload")]
    pub r#type: Option<CalendarHeatmapType>,
}

/// Get user license. Added in 1.107.0.
#[operation(GET "/users/me/license", id = "getUserLicense", tag = "Users")]
#[life("1.107.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userLicense.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, LicenseResponseDto)]
pub struct GetUserLicense {}

/// Set user license. Added in 1.107.0.
#[operation(PUT "/users/me/license", id = "setUserLicense", tag = "Users")]
#[life("1.107.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userLicense.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, LicenseResponseDto)]
pub struct SetUserLicense {
    /// What is sent.
    #[body]
    pub body: LicenseKeyDto,
}

/// Delete user license. Added in 1.107.0.
#[operation(DELETE "/users/me/license", id = "deleteUserLicense", tag = "Users")]
#[life("1.107.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userLicense.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteUserLicense {}

/// Get user onboarding. Added in 1.135.0.
#[operation(GET "/users/me/onboarding", id = "getUserOnboarding", tag = "Users")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userOnboarding.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, OnboardingResponseDto)]
pub struct GetUserOnboarding {}

/// Set user onboarding. Added in 1.135.0.
#[operation(PUT "/users/me/onboarding", id = "setUserOnboarding", tag = "Users")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userOnboarding.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, OnboardingResponseDto)]
pub struct SetUserOnboarding {
    /// What is sent.
    #[body]
    pub body: OnboardingDto,
}

/// Delete user onboarding. Added in 1.135.0.
#[operation(DELETE "/users/me/onboarding", id = "deleteUserOnboarding", tag = "Users")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userOnboarding.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteUserOnboarding {}

/// Get my preferences.
#[operation(GET "/users/me/preferences", id = "getMyPreferences", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userPreference.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserPreferencesResponseDto)]
pub struct GetMyPreferences {}

/// Update my preferences.
#[operation(PUT "/users/me/preferences", id = "updateMyPreferences", tag = "Users")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker(
    "3.0.0-rc.1..",
    added = "v1",
    beta = "v1",
    stable = "v2",
    deprecated = "v3",
    replacement = "updateMyPreferences"
)]
#[permission("1.137.0..", "userPreference.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserPreferencesResponseDto)]
pub struct UpdateMyPreferences {
    /// What is sent.
    #[body]
    pub body: UserPreferencesUpdateDto,
}

/// Create profile image.
#[operation(POST "/users/profile-image", id = "createProfileImage", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userProfileImage.update")]
#[security(bearer, cookie, api_key)]
#[answer(201, CreateProfileImageResponseDto)]
pub struct CreateProfileImage {
    /// What is sent.
    #[body(content = "multipart/form-data")]
    pub body: CreateProfileImageDto,
}

/// Delete profile image.
#[operation(DELETE "/users/profile-image", id = "deleteProfileImage", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userProfileImage.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteProfileImage {}

/// Get user.
#[operation(GET "/users/{id}", id = "getUser", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "user.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserResponseDto)]
pub struct GetUser {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Get profile image.
#[operation(GET "/users/{id}/profile-image", id = "getProfileImage", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userProfileImage.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct GetProfileImage {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

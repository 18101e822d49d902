//! Users, as other users see them.

mod preferences;

pub use preferences::*;

use crate::operation::{Describe, Reach, reach};
use crate::{
    Binary, DAY, DateTime, EMAIL, Id, LicenseKeyDto, LicenseResponseDto, Natural, Nullable, Operation, Timestamp,
    UserAdminResponseDto, Uuid, model, operation,
};

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

#[operation(GET "/users", id = "searchUsers", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "user.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<UserResponseDto>)]
pub struct SearchUsers {}

#[operation(GET "/users/me", id = "getMyUser", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "user.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct GetMyUser {}

#[operation(PUT "/users/me", id = "updateMyUser", tag = "Users")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateMyUser")]
#[permission("1.137.0..", "user.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct UpdateMyUser {
    #[body]
    pub body: UserUpdateMeDto,
}

#[operation(GET "/users/me/calendar-heatmap", id = "getMyCalendarHeatmap", tag = "Users")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3", stable = "v3")]
#[permission("3.0.0-rc.1..", "user.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, CalendarHeatmapResponseDto)]
pub struct GetMyCalendarHeatmap {
    #[query]
    #[shape(format = "date", pattern = DAY)]
    pub from: Option<String>,
    #[query]
    #[shape(format = "date", pattern = DAY)]
    pub to: Option<String>,
    #[query]
    #[shape(default = "Upload")]
    pub r#type: Option<CalendarHeatmapType>,
}

#[operation(GET "/users/me/license", id = "getUserLicense", tag = "Users")]
#[life("1.107.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userLicense.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, LicenseResponseDto)]
pub struct GetUserLicense {}

#[operation(PUT "/users/me/license", id = "setUserLicense", tag = "Users")]
#[life("1.107.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userLicense.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, LicenseResponseDto)]
pub struct SetUserLicense {
    #[body]
    pub body: LicenseKeyDto,
}

#[operation(DELETE "/users/me/license", id = "deleteUserLicense", tag = "Users")]
#[life("1.107.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userLicense.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteUserLicense {}

#[operation(GET "/users/me/onboarding", id = "getUserOnboarding", tag = "Users")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userOnboarding.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, OnboardingResponseDto)]
pub struct GetUserOnboarding {}

#[operation(PUT "/users/me/onboarding", id = "setUserOnboarding", tag = "Users")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userOnboarding.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, OnboardingResponseDto)]
pub struct SetUserOnboarding {
    #[body]
    pub body: OnboardingDto,
}

#[operation(DELETE "/users/me/onboarding", id = "deleteUserOnboarding", tag = "Users")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userOnboarding.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteUserOnboarding {}

#[operation(GET "/users/me/preferences", id = "getMyPreferences", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userPreference.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserPreferencesResponseDto)]
pub struct GetMyPreferences {}

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
    #[body]
    pub body: UserPreferencesUpdateDto,
}

#[operation(POST "/users/profile-image", id = "createProfileImage", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userProfileImage.update")]
#[security(bearer, cookie, api_key)]
#[answer(201, CreateProfileImageResponseDto)]
pub struct CreateProfileImage {
    #[body(content = "multipart/form-data")]
    pub body: CreateProfileImageDto,
}

#[operation(DELETE "/users/profile-image", id = "deleteProfileImage", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userProfileImage.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteProfileImage {}

#[operation(GET "/users/{id}", id = "getUser", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "user.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserResponseDto)]
pub struct GetUser {
    #[path]
    pub id: Uuid,
}

#[operation(GET "/users/{id}/profile-image", id = "getProfileImage", tag = "Users")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "userProfileImage.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct GetProfileImage {
    #[path]
    pub id: Uuid,
}

#[model(inline)]
pub struct CalendarHeatmapDay {
    pub count: Natural,
    pub date: String,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct CalendarHeatmapResponseDto {
    pub from: String,
    pub series: Vec<CalendarHeatmapDay>,
    pub to: String,
    pub total_count: Natural,
}

#[model]
#[life("3.0.0-rc.1..")]
pub enum CalendarHeatmapType {
    Upload,
    Taken,
}

#[model]
pub struct CreateProfileImageDto {
    pub file: Binary,
}

#[model]
pub struct CreateProfileImageResponseDto {
    #[life("1.116.0..")]
    pub profile_changed_at: Option<Timestamp>,
    pub profile_image_path: String,
    pub user_id: Id,
}

#[model]
#[life("1.135.0..")]
pub struct OnboardingDto {
    pub is_onboarded: bool,
}

#[model]
#[life("1.135.0..")]
pub struct OnboardingResponseDto {
    pub is_onboarded: bool,
}

/// The colours of avatars.
#[model]
#[serde(rename_all = "lowercase")]
pub enum UserAvatarColor {
    Primary,
    Pink,
    Red,
    Yellow,
    Blue,
    Green,
    Purple,
    Orange,
    Gray,
    Amber,
}

#[model]
#[life("1.137.0..")]
#[serde(rename_all = "lowercase")]
pub enum UserMetadataKey {
    Preferences,
    License,
    Onboarding,
}

/// A user without what only administrators may know.
#[model]
pub struct UserResponseDto {
    /// The background of the initials where there is no picture.
    pub avatar_color: UserAvatarColor,
    /// The address with which the user logs in.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..3.2.0", format = "email", pattern = EMAIL)]
    #[shape(
        "3.2.0..",
        pattern = r"^[\p{L}\p{M}\p{N}.!#$%&\'*+\/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)*$"
    )]
    pub email: String,
    /// Identifies the user.
    pub id: Id,
    /// The name that is shown.
    pub name: String,
    /// When the profile picture was last set; a client reloads the picture when it changes.
    #[life("1.116.0..")]
    pub profile_changed_at: Option<DateTime>,
    /// The picture's path on the server's disk; empty if there is none.
    pub profile_image_path: String,
}

#[model]
pub struct UserUpdateMeDto {
    #[life("1.133.0..", optional)]
    pub avatar_color: Option<Nullable<UserAvatarColor>>,
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", format = "email")]
    #[shape("3.0.0-rc.1..3.2.0", format = "email", pattern = EMAIL)]
    #[shape(
        "3.2.0..",
        pattern = r"^[\p{L}\p{M}\p{N}.!#$%&\'*+\/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)*$"
    )]
    pub email: Option<String>,
    pub name: Option<String>,
    #[life("..", optional, deprecated = "3.0.0-rc.1..")]
    pub password: Option<String>,
}

//! Users (admin).

use crate::operation::Describe;
use crate::{
    AssetStatsResponseDto, AssetVisibility, CalendarHeatmapResponseDto, CalendarHeatmapType, DAY, DateTime, EMAIL, Id,
    Integer, MAX_SAFE, Nullable, Operation, PIN, SessionResponseDto, Timestamp, UserAvatarColor, UserLicense,
    UserPreferencesResponseDto, UserPreferencesUpdateDto, Uuid, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    SearchUsersAdmin::describe,
    CreateUserAdmin::describe,
    GetUserAdmin::describe,
    UpdateUserAdmin::describe,
    DeleteUserAdmin::describe,
    GetUserCalendarHeatmapAdmin::describe,
    GetUserPreferencesAdmin::describe,
    UpdateUserPreferencesAdmin::describe,
    RestoreUserAdmin::describe,
    GetUserSessionsAdmin::describe,
    GetUserStatisticsAdmin::describe,
];

#[operation(GET "/admin/users", id = "searchUsersAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<UserAdminResponseDto>)]
pub struct SearchUsersAdmin {
    #[query]
    #[life("1.133.0..", optional)]
    pub id: Option<Uuid>,
    #[query]
    pub with_deleted: Option<bool>,
}

#[operation(POST "/admin/users", id = "createUserAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.create")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(201, UserAdminResponseDto)]
pub struct CreateUserAdmin {
    #[body]
    pub body: UserAdminCreateDto,
}

#[operation(GET "/admin/users/{id}", id = "getUserAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct GetUserAdmin {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/admin/users/{id}", id = "updateUserAdmin", tag = "Users (admin)")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateUserAdmin")]
#[permission("1.137.0..", "adminUser.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct UpdateUserAdmin {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: UserAdminUpdateDto,
}

#[operation(DELETE "/admin/users/{id}", id = "deleteUserAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.delete")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct DeleteUserAdmin {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: UserAdminDeleteDto,
}

#[operation(GET "/admin/users/{id}/calendar-heatmap", id = "getUserCalendarHeatmapAdmin", tag = "Users (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3", stable = "v3")]
#[permission("3.0.0-rc.1..", "user.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, CalendarHeatmapResponseDto)]
pub struct GetUserCalendarHeatmapAdmin {
    #[path]
    pub id: Id,
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

#[operation(GET "/admin/users/{id}/preferences", id = "getUserPreferencesAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserPreferencesResponseDto)]
pub struct GetUserPreferencesAdmin {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/admin/users/{id}/preferences", id = "updateUserPreferencesAdmin", tag = "Users (admin)")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker(
    "3.0.0-rc.1..",
    added = "v1",
    beta = "v1",
    stable = "v2",
    deprecated = "v3",
    replacement = "updateUserPreferencesAdmin"
)]
#[permission("1.137.0..", "adminUser.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserPreferencesResponseDto)]
pub struct UpdateUserPreferencesAdmin {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: UserPreferencesUpdateDto,
}

#[operation(POST "/admin/users/{id}/restore", id = "restoreUserAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.delete")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("1.125.7..", 200, UserAdminResponseDto)]
#[answer("..1.125.7", 201, UserAdminResponseDto)]
pub struct RestoreUserAdmin {
    #[path]
    pub id: Uuid,
}

#[operation(GET "/admin/users/{id}/sessions", id = "getUserSessionsAdmin", tag = "Users (admin)")]
#[life("2.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.2.0..", "adminSession.read")]
#[admin_only("2.2.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<SessionResponseDto>)]
pub struct GetUserSessionsAdmin {
    #[path]
    pub id: Uuid,
}

#[operation(GET "/admin/users/{id}/statistics", id = "getUserStatisticsAdmin", tag = "Users (admin)")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetStatsResponseDto)]
pub struct GetUserStatisticsAdmin {
    #[path]
    pub id: Uuid,
    #[query]
    pub is_favorite: Option<bool>,
    #[query]
    pub is_trashed: Option<bool>,
    #[query]
    pub visibility: Option<AssetVisibility>,
}

#[model]
pub struct UserAdminCreateDto {
    #[life("1.133.0..", optional)]
    pub avatar_color: Option<Nullable<UserAvatarColor>>,
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", format = "email")]
    #[shape("3.0.0-rc.1..3.2.0", format = "email", pattern = EMAIL)]
    #[shape(
        "3.2.0..",
        pattern = r"^[\p{L}\p{M}\p{N}.!#$%&\'*+\/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)*$"
    )]
    pub email: String,
    #[life("1.135.0..", optional)]
    pub is_admin: Option<bool>,
    pub name: String,
    pub notify: Option<bool>,
    pub password: String,
    #[life("2.5.4..", optional)]
    #[shape("2.5.4..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: Option<Nullable<String>>,
    #[shape("..1.132.0", format = "int64", minimum = 1)]
    #[shape("1.132.0..3.0.0-rc.1", format = "int64", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub quota_size_in_bytes: Option<Nullable<Integer>>,
    pub should_change_password: Option<bool>,
    pub storage_label: Option<Nullable<String>>,
}

#[model]
pub struct UserAdminDeleteDto {
    pub force: Option<bool>,
}

#[model]
pub struct UserAdminResponseDto {
    pub avatar_color: UserAvatarColor,
    #[life("3.2.0..")]
    pub cluster_group_id: Option<Id>,
    pub created_at: Timestamp,
    pub deleted_at: Nullable<Timestamp>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..3.2.0", format = "email", pattern = EMAIL)]
    #[shape(
        "3.2.0..",
        pattern = r"^[\p{L}\p{M}\p{N}.!#$%&\'*+\/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)*$"
    )]
    pub email: String,
    pub id: Id,
    pub is_admin: bool,
    #[life("1.107.0..")]
    pub license: Option<Nullable<UserLicense>>,
    pub name: String,
    pub oauth_id: String,
    #[life("1.116.0..")]
    pub profile_changed_at: Option<DateTime>,
    pub profile_image_path: String,
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub quota_size_in_bytes: Nullable<Integer>,
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub quota_usage_in_bytes: Nullable<Integer>,
    pub should_change_password: bool,
    pub status: UserStatus,
    pub storage_label: Nullable<String>,
    pub updated_at: Timestamp,
}

#[model]
pub struct UserAdminUpdateDto {
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
    #[life("1.135.0..", optional)]
    pub is_admin: Option<bool>,
    pub name: Option<String>,
    pub password: Option<String>,
    #[life("1.133.0..", optional)]
    #[shape("1.133.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: Option<Nullable<String>>,
    #[shape("..1.132.0", format = "int64", minimum = 1)]
    #[shape("1.132.0..3.0.0-rc.1", format = "int64", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub quota_size_in_bytes: Option<Nullable<Integer>>,
    pub should_change_password: Option<bool>,
    pub storage_label: Option<Nullable<String>>,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum UserStatus {
    Active,
    Removing,
    Deleted,
}

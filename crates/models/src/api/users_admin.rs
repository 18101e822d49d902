//! Users (admin).

use crate::operation::Describe;
use crate::{
    AssetStatsResponseDto, AssetVisibility, CalendarHeatmapResponseDto, CalendarHeatmapType, DAY, DateTime, EMAIL,
    Email, Id, Integer, MAX_SAFE, Nullable, Operation, PIN, SessionResponseDto, Timestamp, UserAvatarColor,
    UserLicense, UserPreferencesResponseDto, UserPreferencesUpdateDto, Uuid, model, operation,
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

/// Search users admin.
#[operation(GET "/admin/users", id = "searchUsersAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<UserAdminResponseDto>)]
pub struct SearchUsersAdmin {
    /// Identifies it. Added in 1.133.0.
    #[query]
    #[life("1.133.0..", optional)]
    pub id: Option<Uuid>,
    /// Whether to take along deleted.
    #[query]
    pub with_deleted: Option<bool>,
}

/// Create user admin.
#[operation(POST "/admin/users", id = "createUserAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.create")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(201, UserAdminResponseDto)]
pub struct CreateUserAdmin {
    /// What is sent.
    #[body]
    pub body: UserAdminCreateDto,
}

/// Get user admin.
#[operation(GET "/admin/users/{id}", id = "getUserAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct GetUserAdmin {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update user admin.
#[operation(PUT "/admin/users/{id}", id = "updateUserAdmin", tag = "Users (admin)")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateUserAdmin")]
#[permission("1.137.0..", "adminUser.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct UpdateUserAdmin {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: UserAdminUpdateDto,
}

/// Delete user admin.
#[operation(DELETE "/admin/users/{id}", id = "deleteUserAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.delete")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserAdminResponseDto)]
pub struct DeleteUserAdmin {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: UserAdminDeleteDto,
}

/// Get user calendar heatmap admin. Added in 3.0.0-rc.1.
#[operation(GET "/admin/users/{id}/calendar-heatmap", id = "getUserCalendarHeatmapAdmin", tag = "Users (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3", stable = "v3")]
#[permission("3.0.0-rc.1..", "user.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, CalendarHeatmapResponseDto)]
pub struct GetUserCalendarHeatmapAdmin {
    /// Identifies it.
    #[path]
    pub id: Id,
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

/// Get user preferences admin.
#[operation(GET "/admin/users/{id}/preferences", id = "getUserPreferencesAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, UserPreferencesResponseDto)]
pub struct GetUserPreferencesAdmin {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update user preferences admin.
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
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: UserPreferencesUpdateDto,
}

/// Restore user admin.
#[operation(POST "/admin/users/{id}/restore", id = "restoreUserAdmin", tag = "Users (admin)")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.delete")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..1.125.7", 201, UserAdminResponseDto)]
#[answer("1.125.7..", 200, UserAdminResponseDto)]
pub struct RestoreUserAdmin {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Get user sessions admin. Added in 2.2.0.
#[operation(GET "/admin/users/{id}/sessions", id = "getUserSessionsAdmin", tag = "Users (admin)")]
#[life("2.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.2.0..", "adminSession.read")]
#[admin_only("2.2.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<SessionResponseDto>)]
pub struct GetUserSessionsAdmin {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Get user statistics admin. Added in 1.133.0.
#[operation(GET "/admin/users/{id}/statistics", id = "getUserStatisticsAdmin", tag = "Users (admin)")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "adminUser.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, AssetStatsResponseDto)]
pub struct GetUserStatisticsAdmin {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// Whether it is favorite.
    #[query]
    pub is_favorite: Option<bool>,
    /// Whether it is trashed.
    #[query]
    pub is_trashed: Option<bool>,
    /// The visibility.
    #[query]
    pub visibility: Option<AssetVisibility>,
}

/// User admin create.
#[model]
pub struct UserAdminCreateDto {
    /// The avatar color. Added in 1.133.0.
    #[life("1.133.0..", optional)]
    pub avatar_color: Option<Nullable<UserAvatarColor>>,
    /// The email.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", format = "email")]
    #[shape("3.0.0-rc.1..", format = "email", pattern = EMAIL)]
    pub email: String,
    /// Whether it is admin. Added in 1.135.0.
    #[life("1.135.0..", optional)]
    pub is_admin: Option<bool>,
    /// The name.
    pub name: String,
    /// The notify.
    pub notify: Option<bool>,
    /// The password.
    pub password: String,
    /// The pin code. Added in 2.5.4.
    #[life("2.5.4..", optional)]
    #[shape("2.5.4..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: Option<Nullable<String>>,
    /// The quota size in bytes.
    #[shape("..1.132.0", format = "int64", minimum = 1)]
    #[shape("1.132.0..3.0.0-rc.1", format = "int64", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub quota_size_in_bytes: Option<Nullable<Integer>>,
    /// The should change password.
    pub should_change_password: Option<bool>,
    /// The storage label.
    pub storage_label: Option<Nullable<String>>,
}

/// User admin delete.
#[model]
pub struct UserAdminDeleteDto {
    /// The force.
    pub force: Option<bool>,
}

/// What the server answers: user admin.
#[model]
pub struct UserAdminResponseDto {
    /// The avatar color.
    pub avatar_color: UserAvatarColor,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was deleted.
    pub deleted_at: Nullable<Timestamp>,
    /// The email.
    pub email: Email,
    /// Identifies it.
    pub id: Id,
    /// Whether it is admin.
    pub is_admin: bool,
    /// The license. Added in 1.107.0.
    #[life("1.107.0..")]
    pub license: Option<Nullable<UserLicense>>,
    /// The name.
    pub name: String,
    /// Identifies the oauth.
    pub oauth_id: String,
    /// When it was profile changed. Added in 1.116.0.
    #[life("1.116.0..")]
    pub profile_changed_at: Option<DateTime>,
    /// The profile image path.
    pub profile_image_path: String,
    /// The quota size in bytes.
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub quota_size_in_bytes: Nullable<Integer>,
    /// The quota usage in bytes.
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub quota_usage_in_bytes: Nullable<Integer>,
    /// The should change password.
    pub should_change_password: bool,
    /// The status.
    pub status: UserStatus,
    /// The storage label.
    pub storage_label: Nullable<String>,
    /// When it was updated.
    pub updated_at: Timestamp,
}

/// User admin update.
#[model]
pub struct UserAdminUpdateDto {
    /// The avatar color. Added in 1.133.0.
    #[life("1.133.0..", optional)]
    pub avatar_color: Option<Nullable<UserAvatarColor>>,
    /// The email.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", format = "email")]
    #[shape("3.0.0-rc.1..", format = "email", pattern = EMAIL)]
    pub email: Option<String>,
    /// Whether it is admin. Added in 1.135.0.
    #[life("1.135.0..", optional)]
    pub is_admin: Option<bool>,
    /// The name.
    pub name: Option<String>,
    /// The password.
    pub password: Option<String>,
    /// The pin code. Added in 1.133.0.
    #[life("1.133.0..", optional)]
    #[shape("1.133.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = PIN)]
    pub pin_code: Option<Nullable<String>>,
    /// The quota size in bytes.
    #[shape("..1.132.0", format = "int64", minimum = 1)]
    #[shape("1.132.0..3.0.0-rc.1", format = "int64", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub quota_size_in_bytes: Option<Nullable<Integer>>,
    /// The should change password.
    pub should_change_password: Option<bool>,
    /// The storage label.
    pub storage_label: Option<Nullable<String>>,
}

/// User status.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum UserStatus {
    Active,
    Removing,
    Deleted,
}

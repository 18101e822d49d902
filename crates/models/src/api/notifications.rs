//! Notifications.

use crate::operation::Describe;
use crate::{
    Id, Nullable, OpenObject, Operation, SystemConfigSmtpDto, TemplateDto, TemplateResponseDto, TestEmailResponseDto,
    Timestamp, Uuid, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetNotifications::describe,
    UpdateNotifications::describe,
    DeleteNotifications::describe,
    GetNotificationTemplate::describe,
    SendTestEmail::describe,
    GetNotification::describe,
    UpdateNotification::describe,
    DeleteNotification::describe,
];

/// Get notifications. Added in 1.133.0.
#[operation(GET "/notifications", id = "getNotifications", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<NotificationDto>)]
pub struct GetNotifications {
    /// Identifies it.
    #[query]
    pub id: Option<Uuid>,
    /// The level.
    #[query]
    pub level: Option<NotificationLevel>,
    /// The type.
    #[query]
    pub r#type: Option<NotificationType>,
    /// The unread.
    #[query]
    pub unread: Option<bool>,
}

/// Update notifications. Added in 1.133.0.
#[operation(PUT "/notifications", id = "updateNotifications", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.update")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct UpdateNotifications {
    /// What is sent.
    #[body]
    pub body: NotificationUpdateAllDto,
}

/// Delete notifications. Added in 1.133.0.
#[operation(DELETE "/notifications", id = "deleteNotifications", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteNotifications {
    /// What is sent.
    #[body]
    pub body: NotificationDeleteAllDto,
}

/// Get notification template. Added in 1.122.0. Until 1.132.0.
#[operation(POST "/notifications/templates/{name}", id = "getNotificationTemplate", tag = "Notifications")]
#[life("1.122.0..1.132.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, TemplateResponseDto)]
pub struct GetNotificationTemplate {
    /// The name.
    #[path]
    pub name: String,
    /// What is sent.
    #[body]
    pub body: TemplateDto,
}

/// Send test email. Until 1.132.0.
#[operation(POST "/notifications/test-email", id = "sendTestEmail", tag = "Notifications")]
#[life("..1.132.0")]
#[security(bearer, cookie, api_key)]
#[answer("..1.116.0", 200)]
#[answer("1.116.0..", 200, TestEmailResponseDto)]
pub struct SendTestEmail {
    /// What is sent.
    #[body]
    pub body: SystemConfigSmtpDto,
}

/// Get notification. Added in 1.133.0.
#[operation(GET "/notifications/{id}", id = "getNotification", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, NotificationDto)]
pub struct GetNotification {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update notification. Added in 1.133.0.
#[operation(PUT "/notifications/{id}", id = "updateNotification", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, NotificationDto)]
pub struct UpdateNotification {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: NotificationUpdateDto,
}

/// Delete notification. Added in 1.133.0.
#[operation(DELETE "/notifications/{id}", id = "deleteNotification", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteNotification {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Notification delete all. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct NotificationDeleteAllDto {
    /// Identifies each .
    #[shape("..2.5.4")]
    #[shape("2.5.4..", minItems = 1)]
    pub ids: Vec<Uuid>,
}

/// Notification. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct NotificationDto {
    /// When it was created.
    pub created_at: Timestamp,
    /// The data.
    pub data: Option<OpenObject>,
    /// The description.
    pub description: Option<String>,
    /// Identifies it.
    pub id: Id,
    /// The level.
    pub level: NotificationLevel,
    /// When it was read.
    pub read_at: Option<Timestamp>,
    /// The title.
    pub title: String,
    /// The type.
    pub r#type: NotificationType,
}

/// Notification level. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum NotificationLevel {
    Success,
    Error,
    Warning,
    Info,
}

/// Notification type. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
#[expect(missing_docs, reason = "their names say it")]
pub enum NotificationType {
    JobFailed,
    BackupFailed,
    SystemMessage,
    Custom,
    #[life("2.1.0..")]
    AlbumInvite,
    #[life("2.1.0..")]
    AlbumUpdate,
}

/// Notification update all. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct NotificationUpdateAllDto {
    /// Identifies each .
    #[shape("..2.5.4")]
    #[shape("2.5.4..", minItems = 1)]
    pub ids: Vec<Uuid>,
    /// When it was read.
    pub read_at: Option<Nullable<Timestamp>>,
}

/// Notification update. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct NotificationUpdateDto {
    /// When it was read.
    pub read_at: Option<Nullable<Timestamp>>,
}

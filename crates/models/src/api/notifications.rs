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

#[operation(GET "/notifications", id = "getNotifications", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<NotificationDto>)]
pub struct GetNotifications {
    #[query]
    pub id: Option<Uuid>,
    #[query]
    pub level: Option<NotificationLevel>,
    #[query]
    pub r#type: Option<NotificationType>,
    #[query]
    pub unread: Option<bool>,
}

#[operation(PUT "/notifications", id = "updateNotifications", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.update")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct UpdateNotifications {
    #[body]
    pub body: NotificationUpdateAllDto,
}

#[operation(DELETE "/notifications", id = "deleteNotifications", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteNotifications {
    #[body]
    pub body: NotificationDeleteAllDto,
}

#[operation(POST "/notifications/templates/{name}", id = "getNotificationTemplate", tag = "Notifications")]
#[life("1.122.0..1.132.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, TemplateResponseDto)]
pub struct GetNotificationTemplate {
    #[path]
    pub name: String,
    #[body]
    pub body: TemplateDto,
}

#[operation(POST "/notifications/test-email", id = "sendTestEmail", tag = "Notifications")]
#[life("..1.132.0")]
#[security(bearer, cookie, api_key)]
#[answer("..1.116.0", 200)]
#[answer("1.116.0..", 200, TestEmailResponseDto)]
pub struct SendTestEmail {
    #[body]
    pub body: SystemConfigSmtpDto,
}

#[operation(GET "/notifications/{id}", id = "getNotification", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, NotificationDto)]
pub struct GetNotification {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/notifications/{id}", id = "updateNotification", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, NotificationDto)]
pub struct UpdateNotification {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: NotificationUpdateDto,
}

#[operation(DELETE "/notifications/{id}", id = "deleteNotification", tag = "Notifications")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "notification.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteNotification {
    #[path]
    pub id: Uuid,
}

#[model]
#[life("1.133.0..")]
pub struct NotificationDeleteAllDto {
    #[shape("..2.5.4")]
    #[shape("2.5.4..", minItems = 1)]
    pub ids: Vec<Uuid>,
}

#[model]
#[life("1.133.0..")]
pub struct NotificationDto {
    pub created_at: Timestamp,
    pub data: Option<OpenObject>,
    pub description: Option<String>,
    pub id: Id,
    pub level: NotificationLevel,
    pub read_at: Option<Timestamp>,
    pub title: String,
    pub r#type: NotificationType,
}

#[model]
#[life("1.133.0..")]
#[serde(rename_all = "lowercase")]
pub enum NotificationLevel {
    Success,
    Error,
    Warning,
    Info,
}

#[model]
#[life("1.133.0..")]
pub enum NotificationType {
    JobFailed,
    BackupFailed,
    SystemMessage,
    Custom,
    #[life("2.1.0..")]
    AlbumInvite,
    #[life("2.1.0..")]
    AlbumUpdate,
    #[life("3.2.0..")]
    ClusterGroupRequest,
}

#[model]
#[life("1.133.0..")]
pub struct NotificationUpdateAllDto {
    #[shape("..2.5.4")]
    #[shape("2.5.4..", minItems = 1)]
    pub ids: Vec<Uuid>,
    pub read_at: Option<Nullable<Timestamp>>,
}

#[model]
#[life("1.133.0..")]
pub struct NotificationUpdateDto {
    pub read_at: Option<Nullable<Timestamp>>,
}

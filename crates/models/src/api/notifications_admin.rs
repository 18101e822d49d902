//! Notifications (admin).

use crate::operation::Describe;
use crate::{
    NotificationDto, NotificationLevel, NotificationType, Nullable, OpenObject, Operation, SystemConfigSmtpDto,
    Timestamp, Uuid, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    CreateNotification::describe,
    GetNotificationTemplateAdmin::describe,
    SendTestEmailAdmin::describe,
    GetAdminNotificationTemplate::describe,
    SendAdminTestEmail::describe,
];

/// Create notification. Added in 1.133.0.
#[operation(POST "/admin/notifications", id = "createNotification", tag = "Notifications (admin)")]
#[tag("1.133.0..2.3.0", "Notifications (Admin)")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(201, NotificationDto)]
pub struct CreateNotification {
    /// What is sent.
    #[body]
    pub body: NotificationCreateDto,
}

/// Get notification template admin. Added in 1.133.0.
#[operation(POST "/admin/notifications/templates/{name}", id = "getNotificationTemplateAdmin", tag = "Notifications (admin)")]
#[tag("1.133.0..2.3.0", "Notifications (Admin)")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, TemplateResponseDto)]
pub struct GetNotificationTemplateAdmin {
    /// The name.
    #[path]
    pub name: String,
    /// What is sent.
    #[body]
    pub body: TemplateDto,
}

/// Send test email admin. Added in 1.133.0.
#[operation(POST "/admin/notifications/test-email", id = "sendTestEmailAdmin", tag = "Notifications (admin)")]
#[tag("1.133.0..2.3.0", "Notifications (Admin)")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, TestEmailResponseDto)]
pub struct SendTestEmailAdmin {
    /// What is sent.
    #[body]
    pub body: SystemConfigSmtpDto,
}

/// Get notification template admin. Added in 1.132.0. Until 1.133.0.
#[operation(POST "/notifications/admin/templates/{name}", id = "getNotificationTemplateAdmin", tag = "Notifications (Admin)")]
#[life("1.132.0..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, TemplateResponseDto)]
pub struct GetAdminNotificationTemplate {
    /// The name.
    #[path]
    pub name: String,
    /// What is sent.
    #[body]
    pub body: TemplateDto,
}

/// Send test email admin. Added in 1.132.0. Until 1.133.0.
#[operation(POST "/notifications/admin/test-email", id = "sendTestEmailAdmin", tag = "Notifications (Admin)")]
#[life("1.132.0..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, TestEmailResponseDto)]
pub struct SendAdminTestEmail {
    /// What is sent.
    #[body]
    pub body: SystemConfigSmtpDto,
}

/// Notification create. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct NotificationCreateDto {
    /// The data.
    pub data: Option<OpenObject>,
    /// The description.
    pub description: Option<Nullable<String>>,
    /// The level.
    pub level: Option<NotificationLevel>,
    /// When it was read.
    pub read_at: Option<Nullable<Timestamp>>,
    /// The title.
    pub title: String,
    /// The type.
    pub r#type: Option<NotificationType>,
    /// Identifies the user.
    pub user_id: Uuid,
}

/// Template. Added in 1.122.0.
#[model]
#[life("1.122.0..")]
pub struct TemplateDto {
    /// The template.
    pub template: String,
}

/// What the server answers: template. Added in 1.122.0.
#[model]
#[life("1.122.0..")]
pub struct TemplateResponseDto {
    /// The html.
    pub html: String,
    /// The name.
    pub name: String,
}

/// What the server answers: test email. Added in 1.116.0.
#[model]
#[life("1.116.0..")]
pub struct TestEmailResponseDto {
    /// Identifies the message.
    pub message_id: String,
}

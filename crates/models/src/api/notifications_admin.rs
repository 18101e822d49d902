//! Notifications (admin).

use crate::operation::Describe;
use crate::{
    Either, Integer, NotificationDto, NotificationLevel, NotificationType, Nullable, OpenObject, Operation,
    SystemConfigSmtpDto, Timestamp, Uuid, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    CreateNotification::describe,
    GetNotificationTemplateAdmin::describe,
    SendTestEmailAdmin::describe,
    GetAdminNotificationTemplate::describe,
    SendAdminTestEmail::describe,
];

#[operation(POST "/admin/notifications", id = "createNotification", tag = "Notifications (admin)")]
#[tag("1.133.0..2.3.0", "Notifications (Admin)")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(201, NotificationDto)]
pub struct CreateNotification {
    #[body]
    pub body: NotificationCreateDto,
}

#[operation(POST "/admin/notifications/templates/{name}", id = "getNotificationTemplateAdmin", tag = "Notifications (admin)")]
#[tag("1.133.0..2.3.0", "Notifications (Admin)")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, TemplateResponseDto)]
pub struct GetNotificationTemplateAdmin {
    #[path]
    pub name: String,
    #[body]
    pub body: TemplateDto,
}

#[operation(POST "/admin/notifications/test-email", id = "sendTestEmailAdmin", tag = "Notifications (admin)")]
#[tag("1.133.0..2.3.0", "Notifications (Admin)")]
#[life("1.133.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, TestEmailResponseDto)]
pub struct SendTestEmailAdmin {
    #[body]
    #[shape("..3.2.0", SystemConfigSmtpDto)]
    #[shape("3.2.0..", AdminConfigSmtpDto)]
    pub body: Either<SystemConfigSmtpDto, AdminConfigSmtpDto>,
}

#[operation(POST "/notifications/admin/templates/{name}", id = "getNotificationTemplateAdmin", tag = "Notifications (Admin)")]
#[life("1.132.0..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, TemplateResponseDto)]
pub struct GetAdminNotificationTemplate {
    #[path]
    pub name: String,
    #[body]
    pub body: TemplateDto,
}

#[operation(POST "/notifications/admin/test-email", id = "sendTestEmailAdmin", tag = "Notifications (Admin)")]
#[life("1.132.0..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, TestEmailResponseDto)]
pub struct SendAdminTestEmail {
    #[body]
    pub body: SystemConfigSmtpDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigSmtpDto {
    pub enabled: bool,
    pub from: String,
    pub reply_to: String,
    pub transport: AdminConfigSmtpTransportDto,
}

#[model]
#[life("3.2.0..")]
pub struct AdminConfigSmtpTransportDto {
    pub host: String,
    pub ignore_cert: bool,
    pub password: String,
    #[shape(minimum = 0, maximum = 65_535)]
    pub port: Integer,
    pub secure: bool,
    pub username: String,
}

#[model]
#[life("1.133.0..")]
pub struct NotificationCreateDto {
    pub data: Option<OpenObject>,
    pub description: Option<Nullable<String>>,
    pub level: Option<NotificationLevel>,
    pub read_at: Option<Nullable<Timestamp>>,
    pub title: String,
    pub r#type: Option<NotificationType>,
    pub user_id: Uuid,
}

#[model]
#[life("1.122.0..")]
pub struct TemplateDto {
    pub template: String,
}

#[model]
#[life("1.122.0..")]
pub struct TemplateResponseDto {
    pub html: String,
    pub name: String,
}

#[model]
#[life("1.116.0..")]
pub struct TestEmailResponseDto {
    pub message_id: String,
}

//! Database Backups (admin).

use crate::operation::Describe;
use crate::{Binary, Integer, MAX_SAFE, MIN_SAFE, Number, Operation, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    ListDatabaseBackups::describe,
    DeleteDatabaseBackup::describe,
    StartDatabaseRestoreFlow::describe,
    UploadDatabaseBackup::describe,
    DownloadDatabaseBackup::describe,
];

#[operation(GET "/admin/database-backups", id = "listDatabaseBackups", tag = "Database Backups (admin)")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", alpha = "v2.5.0")]
#[permission("2.5.0..", "maintenance")]
#[admin_only("2.5.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, DatabaseBackupListResponseDto)]
pub struct ListDatabaseBackups {}

#[operation(DELETE "/admin/database-backups", id = "deleteDatabaseBackup", tag = "Database Backups (admin)")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", alpha = "v2.5.0")]
#[permission("2.5.0..", "backup.delete")]
#[admin_only("2.5.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200)]
pub struct DeleteDatabaseBackup {
    #[body]
    pub body: DatabaseBackupDeleteDto,
}

#[operation(POST "/admin/database-backups/start-restore", id = "startDatabaseRestoreFlow", tag = "Database Backups (admin)")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", alpha = "v2.5.0")]
#[answer(201)]
pub struct StartDatabaseRestoreFlow {}

#[operation(POST "/admin/database-backups/upload", id = "uploadDatabaseBackup", tag = "Database Backups (admin)")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", alpha = "v2.5.0")]
#[permission("2.5.0..", "backup.upload")]
#[admin_only("2.5.0..")]
#[security(bearer, cookie, api_key)]
#[answer(201)]
pub struct UploadDatabaseBackup {
    #[body(content = "multipart/form-data")]
    pub body: DatabaseBackupUploadDto,
}

#[operation(GET "/admin/database-backups/{filename}", id = "downloadDatabaseBackup", tag = "Database Backups (admin)")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", alpha = "v2.5.0")]
#[permission("2.5.0..", "backup.download")]
#[admin_only("2.5.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct DownloadDatabaseBackup {
    #[path]
    #[shape("..3.0.0-rc.1", format = "string")]
    #[shape("3.0.0-rc.1..", pattern = r"^[a-zA-Z0-9_\-.]+$")]
    pub filename: String,
}

#[model]
#[life("2.5.0..")]
pub struct DatabaseBackupDeleteDto {
    pub backups: Vec<String>,
}

#[model]
#[life("2.5.0..")]
pub struct DatabaseBackupDto {
    pub filename: String,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub filesize: Number,
    #[life("2.7.0..")]
    pub timezone: Option<String>,
}

#[model]
#[life("2.5.0..")]
pub struct DatabaseBackupListResponseDto {
    pub backups: Vec<DatabaseBackupDto>,
}

#[model]
#[life("2.5.0..")]
pub struct DatabaseBackupUploadDto {
    pub file: Option<Binary>,
}

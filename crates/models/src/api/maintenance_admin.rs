//! Maintenance (admin).

use crate::operation::Describe;
use crate::{Binary, Id, Integer, MAX_SAFE, MIN_SAFE, Natural, Number, Operation, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetIntegrityReport::describe,
    DeleteIntegrityReport::describe,
    GetIntegrityReportFile::describe,
    GetIntegrityReportCsv::describe,
    GetIntegrityReportSummary::describe,
    SetMaintenanceMode::describe,
    DetectPriorInstall::describe,
    MaintenanceLogin::describe,
    GetMaintenanceStatus::describe,
];

/// Get integrity report. Added in 3.0.0-rc.1.
#[operation(GET "/admin/integrity/report", id = "getIntegrityReport", tag = "Maintenance (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("3.0.0-rc.1..", "maintenance")]
#[admin_only("3.0.0-rc.1..")]
#[security(bearer, cookie, api_key)]
#[answer(200, IntegrityReportResponseDto)]
pub struct GetIntegrityReport {
    /// The cursor.
    #[query]
    pub cursor: Option<String>,
    /// The limit.
    #[query]
    #[shape(maximum = MAX_SAFE, exclusiveMinimum = 0, default = 500)]
    pub limit: Option<Integer>,
    /// The type.
    #[query]
    pub r#type: IntegrityReport,
}

/// Delete integrity report. Added in 3.0.0-rc.1.
#[operation(DELETE "/admin/integrity/report/{id}", id = "deleteIntegrityReport", tag = "Maintenance (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("3.0.0-rc.1..", "maintenance")]
#[admin_only("3.0.0-rc.1..")]
#[security(bearer, cookie, api_key)]
#[answer(200)]
pub struct DeleteIntegrityReport {
    /// Identifies it.
    #[path]
    #[shape(
        format = "uuid",
        pattern = "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$"
    )]
    pub id: String,
}

/// Get integrity report file. Added in 3.0.0-rc.1.
#[operation(GET "/admin/integrity/report/{id}/file", id = "getIntegrityReportFile", tag = "Maintenance (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("3.0.0-rc.1..", "maintenance")]
#[admin_only("3.0.0-rc.1..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct GetIntegrityReportFile {
    /// Identifies it.
    #[path]
    #[shape(
        format = "uuid",
        pattern = "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$"
    )]
    pub id: String,
}

/// Get integrity report csv. Added in 3.0.0-rc.1.
#[operation(GET "/admin/integrity/report/{type}/csv", id = "getIntegrityReportCsv", tag = "Maintenance (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("3.0.0-rc.1..", "maintenance")]
#[admin_only("3.0.0-rc.1..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct GetIntegrityReportCsv {
    /// The type.
    #[path]
    pub r#type: IntegrityReport,
}

/// Get integrity report summary. Added in 3.0.0-rc.1.
#[operation(GET "/admin/integrity/summary", id = "getIntegrityReportSummary", tag = "Maintenance (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("3.0.0-rc.1..", "maintenance")]
#[admin_only("3.0.0-rc.1..")]
#[security(bearer, cookie, api_key)]
#[answer(200, IntegrityReportSummaryResponseDto)]
pub struct GetIntegrityReportSummary {}

/// Set maintenance mode. Added in 2.3.0.
#[operation(POST "/admin/maintenance", id = "setMaintenanceMode", tag = "Maintenance (admin)")]
#[life("2.3.0..")]
#[marker("2.3.0..", added = "v2.3.0", alpha = "v2.3.0")]
#[permission("2.3.0..", "maintenance")]
#[admin_only("2.3.0..")]
#[security(bearer, cookie, api_key)]
#[answer(201)]
pub struct SetMaintenanceMode {
    /// What is sent.
    #[body]
    pub body: SetMaintenanceModeDto,
}

/// Detect prior install. Added in 2.5.0.
#[operation(GET "/admin/maintenance/detect-install", id = "detectPriorInstall", tag = "Maintenance (admin)")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", alpha = "v2.5.0")]
#[permission("2.5.0..", "maintenance")]
#[admin_only("2.5.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, MaintenanceDetectInstallResponseDto)]
pub struct DetectPriorInstall {}

/// Maintenance login. Added in 2.3.0.
#[operation(POST "/admin/maintenance/login", id = "maintenanceLogin", tag = "Maintenance (admin)")]
#[life("2.3.0..")]
#[marker("2.3.0..", added = "v2.3.0", alpha = "v2.3.0")]
#[answer(201, MaintenanceAuthDto)]
pub struct MaintenanceLogin {
    /// What is sent.
    #[body]
    pub body: MaintenanceLoginDto,
}

/// Get maintenance status. Added in 2.5.0.
#[operation(GET "/admin/maintenance/status", id = "getMaintenanceStatus", tag = "Maintenance (admin)")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", alpha = "v2.5.0")]
#[answer(200, MaintenanceStatusResponseDto)]
pub struct GetMaintenanceStatus {}

/// Integrity report. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum IntegrityReport {
    UntrackedFile,
    MissingFile,
    ChecksumMismatch,
}

/// Integrity report item.
#[model(inline)]
pub struct IntegrityReportItem {
    /// Identifies it.
    pub id: Id,
    /// The path.
    pub path: String,
    /// The type.
    pub r#type: IntegrityReport,
}

/// What the server answers: integrity report. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct IntegrityReportResponseDto {
    /// The items.
    pub items: Vec<IntegrityReportItem>,
    /// The next cursor.
    pub next_cursor: Option<String>,
}

/// What the server answers: integrity report summary. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct IntegrityReportSummaryResponseDto {
    /// The checksum mismatch.
    #[serde(rename = "checksum_mismatch")]
    pub checksum_mismatch: Natural,
    /// The missing file.
    #[serde(rename = "missing_file")]
    pub missing_file: Natural,
    /// The untracked file.
    #[serde(rename = "untracked_file")]
    pub untracked_file: Natural,
}

/// Maintenance action. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum MaintenanceAction {
    Start,
    End,
    #[life("2.5.0..")]
    SelectDatabaseRestore,
    #[life("2.5.0..")]
    RestoreDatabase,
}

/// Maintenance auth. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
pub struct MaintenanceAuthDto {
    /// The username.
    pub username: String,
}

/// What the server answers: maintenance detect install. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
pub struct MaintenanceDetectInstallResponseDto {
    /// The storage.
    pub storage: Vec<MaintenanceDetectInstallStorageFolderDto>,
}

/// Maintenance detect install storage folder. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
pub struct MaintenanceDetectInstallStorageFolderDto {
    /// The files.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub files: Number,
    /// The folder.
    pub folder: StorageFolder,
    /// The readable.
    pub readable: bool,
    /// The writable.
    pub writable: bool,
}

/// Maintenance login. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
pub struct MaintenanceLoginDto {
    /// The token.
    pub token: Option<String>,
}

/// What the server answers: maintenance status. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
pub struct MaintenanceStatusResponseDto {
    /// The action.
    pub action: MaintenanceAction,
    /// The active.
    pub active: bool,
    /// The error.
    pub error: Option<String>,
    /// The progress.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub progress: Option<Number>,
    /// The task.
    pub task: Option<String>,
}

/// Set maintenance mode. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
pub struct SetMaintenanceModeDto {
    /// The action.
    pub action: MaintenanceAction,
    /// The restore backup filename. Added in 2.5.0.
    #[life("2.5.0..", optional)]
    pub restore_backup_filename: Option<String>,
}

/// Storage folder. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum StorageFolder {
    EncodedVideo,
    Library,
    Upload,
    Profile,
    Thumbs,
    Backups,
}

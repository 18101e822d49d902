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

#[operation(GET "/admin/integrity/report", id = "getIntegrityReport", tag = "Maintenance (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("3.0.0-rc.1..", "maintenance")]
#[admin_only("3.0.0-rc.1..")]
#[security(bearer, cookie, api_key)]
#[answer(200, IntegrityReportResponseDto)]
pub struct GetIntegrityReport {
    #[query]
    pub cursor: Option<String>,
    #[query]
    #[shape(maximum = MAX_SAFE, exclusiveMinimum = 0, default = 500)]
    pub limit: Option<Integer>,
    #[query]
    pub r#type: IntegrityReport,
}

#[operation(DELETE "/admin/integrity/report/{id}", id = "deleteIntegrityReport", tag = "Maintenance (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("3.0.0-rc.1..", "maintenance")]
#[admin_only("3.0.0-rc.1..")]
#[security(bearer, cookie, api_key)]
#[answer(200)]
pub struct DeleteIntegrityReport {
    #[path]
    #[shape(
        format = "uuid",
        pattern = "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$"
    )]
    pub id: String,
}

#[operation(GET "/admin/integrity/report/{id}/file", id = "getIntegrityReportFile", tag = "Maintenance (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("3.0.0-rc.1..", "maintenance")]
#[admin_only("3.0.0-rc.1..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct GetIntegrityReportFile {
    #[path]
    #[shape(
        format = "uuid",
        pattern = "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$"
    )]
    pub id: String,
}

#[operation(GET "/admin/integrity/report/{type}/csv", id = "getIntegrityReportCsv", tag = "Maintenance (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("3.0.0-rc.1..", "maintenance")]
#[admin_only("3.0.0-rc.1..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct GetIntegrityReportCsv {
    #[path]
    pub r#type: IntegrityReport,
}

#[operation(GET "/admin/integrity/summary", id = "getIntegrityReportSummary", tag = "Maintenance (admin)")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", alpha = "v3.0.0")]
#[permission("3.0.0-rc.1..", "maintenance")]
#[admin_only("3.0.0-rc.1..")]
#[security(bearer, cookie, api_key)]
#[answer(200, IntegrityReportSummaryResponseDto)]
pub struct GetIntegrityReportSummary {}

#[operation(POST "/admin/maintenance", id = "setMaintenanceMode", tag = "Maintenance (admin)")]
#[life("2.3.0..")]
#[marker("2.3.0..", added = "v2.3.0", alpha = "v2.3.0")]
#[permission("2.3.0..", "maintenance")]
#[admin_only("2.3.0..")]
#[security(bearer, cookie, api_key)]
#[answer(201)]
pub struct SetMaintenanceMode {
    #[body]
    pub body: SetMaintenanceModeDto,
}

#[operation(GET "/admin/maintenance/detect-install", id = "detectPriorInstall", tag = "Maintenance (admin)")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", alpha = "v2.5.0")]
#[permission("2.5.0..", "maintenance")]
#[admin_only("2.5.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, MaintenanceDetectInstallResponseDto)]
pub struct DetectPriorInstall {}

#[operation(POST "/admin/maintenance/login", id = "maintenanceLogin", tag = "Maintenance (admin)")]
#[life("2.3.0..")]
#[marker("2.3.0..", added = "v2.3.0", alpha = "v2.3.0")]
#[answer(201, MaintenanceAuthDto)]
pub struct MaintenanceLogin {
    #[body]
    pub body: MaintenanceLoginDto,
}

#[operation(GET "/admin/maintenance/status", id = "getMaintenanceStatus", tag = "Maintenance (admin)")]
#[life("2.5.0..")]
#[marker("2.5.0..", added = "v2.5.0", alpha = "v2.5.0")]
#[answer(200, MaintenanceStatusResponseDto)]
pub struct GetMaintenanceStatus {}

#[model]
#[life("3.0.0-rc.1..")]
#[serde(rename_all = "snake_case")]
pub enum IntegrityReport {
    UntrackedFile,
    MissingFile,
    ChecksumMismatch,
}

#[model(inline)]
pub struct IntegrityReportItem {
    pub id: Id,
    pub path: String,
    pub r#type: IntegrityReport,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct IntegrityReportResponseDto {
    pub items: Vec<IntegrityReportItem>,
    pub next_cursor: Option<String>,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct IntegrityReportSummaryResponseDto {
    #[serde(rename = "checksum_mismatch")]
    pub checksum_mismatch: Natural,
    #[serde(rename = "missing_file")]
    pub missing_file: Natural,
    #[serde(rename = "untracked_file")]
    pub untracked_file: Natural,
}

#[model]
#[life("2.3.0..")]
#[serde(rename_all = "snake_case")]
pub enum MaintenanceAction {
    Start,
    End,
    #[life("2.5.0..")]
    SelectDatabaseRestore,
    #[life("2.5.0..")]
    RestoreDatabase,
}

#[model]
#[life("2.3.0..")]
pub struct MaintenanceAuthDto {
    pub username: String,
}

#[model]
#[life("2.5.0..")]
pub struct MaintenanceDetectInstallResponseDto {
    pub storage: Vec<MaintenanceDetectInstallStorageFolderDto>,
}

#[model]
#[life("2.5.0..")]
pub struct MaintenanceDetectInstallStorageFolderDto {
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub files: Number,
    pub folder: StorageFolder,
    pub readable: bool,
    pub writable: bool,
}

#[model]
#[life("2.3.0..")]
pub struct MaintenanceLoginDto {
    pub token: Option<String>,
}

#[model]
#[life("2.5.0..")]
pub struct MaintenanceStatusResponseDto {
    pub action: MaintenanceAction,
    pub active: bool,
    pub error: Option<String>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub progress: Option<Number>,
    pub task: Option<String>,
}

#[model]
#[life("2.3.0..")]
pub struct SetMaintenanceModeDto {
    pub action: MaintenanceAction,
    #[life("2.5.0..", optional)]
    pub restore_backup_filename: Option<String>,
}

#[model]
#[life("2.5.0..")]
#[serde(rename_all = "kebab-case")]
pub enum StorageFolder {
    EncodedVideo,
    Library,
    Upload,
    Profile,
    Thumbs,
    Backups,
}

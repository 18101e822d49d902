//! What runs by itself, and how often.

use crate::{Integer, JobSettingsDto, MAX_SAFE, Natural, Number, model};

#[model]
#[life("1.120.0..3.2.0")]
pub struct DatabaseBackupConfig {
    pub cron_expression: String,
    pub enabled: bool,
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub keep_last_amount: Number,
}

#[model]
#[life("1.120.0..3.2.0")]
pub struct SystemConfigBackupsDto {
    pub database: DatabaseBackupConfig,
}

#[model]
#[life("3.0.0-rc.1..3.2.0")]
pub struct SystemConfigIntegrityChecks {
    pub checksum_files: SystemConfigIntegrityChecksumJob,
    pub missing_files: SystemConfigIntegrityJob,
    pub untracked_files: SystemConfigIntegrityJob,
}

#[model]
#[life("3.0.0-rc.1..3.2.0")]
pub struct SystemConfigIntegrityChecksumJob {
    pub cron_expression: String,
    pub enabled: bool,
    #[shape("..3.0.2", Integer, minimum = 0, maximum = MAX_SAFE)]
    #[shape("3.0.2..", format = "double", minimum = 0, maximum = 1)]
    pub percentage_limit: Number,
    pub time_limit: Natural,
}

#[model]
#[life("3.0.0-rc.1..3.2.0")]
pub struct SystemConfigIntegrityJob {
    pub cron_expression: String,
    pub enabled: bool,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigJobDto {
    pub background_task: JobSettingsDto,
    #[life("2.5.0..")]
    pub editor: Option<JobSettingsDto>,
    pub face_detection: JobSettingsDto,
    #[life("3.0.0-rc.1..")]
    pub integrity_check: Option<JobSettingsDto>,
    pub library: JobSettingsDto,
    pub metadata_extraction: JobSettingsDto,
    pub migration: JobSettingsDto,
    pub notifications: JobSettingsDto,
    #[life("2.2.0..")]
    pub ocr: Option<JobSettingsDto>,
    pub search: JobSettingsDto,
    pub sidecar: JobSettingsDto,
    pub smart_search: JobSettingsDto,
    pub thumbnail_generation: JobSettingsDto,
    pub video_conversion: JobSettingsDto,
    #[life("2.3.0..")]
    pub workflow: Option<JobSettingsDto>,
}

#[model]
#[life("1.136.0..3.2.0")]
pub struct SystemConfigNightlyTasksDto {
    pub cluster_new_faces: bool,
    pub database_cleanup: bool,
    pub generate_memories: bool,
    pub missing_thumbnails: bool,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = r"^(?:[01]\d|2[0-3]):[0-5]\d$")]
    pub start_time: String,
    pub sync_quota_usage: bool,
}

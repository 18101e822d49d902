//! Queues.

use crate::operation::Describe;
use crate::{JobName, OpenObject, Operation, SafeInteger, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetQueues::describe, GetQueue::describe, UpdateQueue::describe, GetQueueJobs::describe, EmptyQueue::describe];

#[operation(GET "/queues", id = "getQueues", tag = "Queues")]
#[life("2.4.0..")]
#[marker("2.4.0..", added = "v2.4.0", alpha = "v2.4.0")]
#[permission("2.4.0..", "queue.read")]
#[admin_only("2.4.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<QueueResponseDto>)]
pub struct GetQueues {}

#[operation(GET "/queues/{name}", id = "getQueue", tag = "Queues")]
#[life("2.4.0..")]
#[marker("2.4.0..", added = "v2.4.0", alpha = "v2.4.0")]
#[permission("2.4.0..", "queue.read")]
#[admin_only("2.4.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, QueueResponseDto)]
pub struct GetQueue {
    #[path]
    pub name: QueueName,
}

#[operation(PUT "/queues/{name}", id = "updateQueue", tag = "Queues")]
#[life("2.4.0..")]
#[marker("2.4.0..", added = "v2.4.0", alpha = "v2.4.0")]
#[permission("2.4.0..", "queue.update")]
#[admin_only("2.4.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, QueueResponseDto)]
pub struct UpdateQueue {
    #[path]
    pub name: QueueName,
    #[body]
    pub body: QueueUpdateDto,
}

#[operation(GET "/queues/{name}/jobs", id = "getQueueJobs", tag = "Queues")]
#[life("2.4.0..")]
#[marker("2.4.0..", added = "v2.4.0", alpha = "v2.4.0")]
#[permission("2.4.0..", "queueJob.read")]
#[admin_only("2.4.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<QueueJobResponseDto>)]
pub struct GetQueueJobs {
    #[path]
    pub name: QueueName,
    #[query]
    pub status: Option<Vec<QueueJobStatus>>,
}

#[operation(DELETE "/queues/{name}/jobs", id = "emptyQueue", tag = "Queues")]
#[life("2.4.0..")]
#[marker("2.4.0..", added = "v2.4.0", alpha = "v2.4.0")]
#[permission("2.4.0..", "queueJob.delete")]
#[admin_only("2.4.0..")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct EmptyQueue {
    #[path]
    pub name: QueueName,
    #[body]
    pub body: QueueDeleteDto,
}

#[model]
#[life("2.3.0..")]
#[serde(rename_all = "kebab-case")]
pub enum QueueCommand {
    Start,
    Pause,
    Resume,
    Empty,
    ClearFailed,
}

#[model]
#[life("2.3.0..")]
pub struct QueueCommandDto {
    pub command: QueueCommand,
    pub force: Option<bool>,
}

#[model]
#[life("2.4.0..")]
pub struct QueueDeleteDto {
    #[marker("..", added = "v2.4.0", alpha = "v2.4.0")]
    pub failed: Option<bool>,
}

#[model]
#[life("2.4.0..")]
pub struct QueueJobResponseDto {
    pub data: OpenObject,
    pub id: Option<String>,
    pub name: JobName,
    pub timestamp: SafeInteger,
}

#[model]
#[life("2.4.0..")]
#[serde(rename_all = "lowercase")]
pub enum QueueJobStatus {
    Active,
    Failed,
    Completed,
    Delayed,
    Waiting,
    Paused,
}

#[model]
#[life("2.3.0..")]
#[serde(rename_all = "camelCase")]
pub enum QueueName {
    ThumbnailGeneration,
    MetadataExtraction,
    VideoConversion,
    FaceDetection,
    FacialRecognition,
    SmartSearch,
    DuplicateDetection,
    BackgroundTask,
    StorageTemplateMigration,
    Migration,
    Search,
    Sidecar,
    Library,
    Notifications,
    BackupDatabase,
    Ocr,
    Workflow,
    #[life("2.5.0..")]
    Editor,
    #[life("3.0.0-rc.1..")]
    IntegrityCheck,
}

#[model]
#[life("2.3.0..")]
pub struct QueueResponseDto {
    #[life("2.4.0..")]
    pub is_paused: Option<bool>,
    #[life("..2.4.0")]
    pub job_counts: Option<QueueStatisticsDto>,
    #[life("2.4.0..")]
    pub name: Option<QueueName>,
    #[life("..2.4.0")]
    pub queue_status: Option<QueueStatusDto>,
    #[life("2.4.0..")]
    pub statistics: Option<QueueStatisticsDto>,
}

#[model]
#[life("2.4.0..")]
pub struct QueueResponseLegacyDto {
    pub job_counts: QueueStatisticsDto,
    pub queue_status: QueueStatusLegacyDto,
}

#[model]
#[life("2.3.0..")]
pub struct QueueStatisticsDto {
    pub active: SafeInteger,
    pub completed: SafeInteger,
    pub delayed: SafeInteger,
    pub failed: SafeInteger,
    pub paused: SafeInteger,
    pub waiting: SafeInteger,
}

#[model]
#[life("..2.4.0")]
pub struct QueueStatusDto {
    pub is_active: bool,
    pub is_paused: bool,
}

#[model]
#[life("2.4.0..")]
pub struct QueueStatusLegacyDto {
    pub is_active: bool,
    pub is_paused: bool,
}

#[model]
#[life("2.4.0..")]
pub struct QueueUpdateDto {
    pub is_paused: Option<bool>,
}

#[model]
#[life("2.3.0..2.4.0")]
pub struct QueuesResponseDto {
    pub background_task: QueueResponseDto,
    pub backup_database: QueueResponseDto,
    pub duplicate_detection: QueueResponseDto,
    pub face_detection: QueueResponseDto,
    pub facial_recognition: QueueResponseDto,
    pub library: QueueResponseDto,
    pub metadata_extraction: QueueResponseDto,
    pub migration: QueueResponseDto,
    pub notifications: QueueResponseDto,
    pub ocr: QueueResponseDto,
    pub search: QueueResponseDto,
    pub sidecar: QueueResponseDto,
    pub smart_search: QueueResponseDto,
    pub storage_template_migration: QueueResponseDto,
    pub thumbnail_generation: QueueResponseDto,
    pub video_conversion: QueueResponseDto,
    pub workflow: QueueResponseDto,
}

#[model]
#[life("2.4.0..")]
pub struct QueuesResponseLegacyDto {
    pub background_task: QueueResponseLegacyDto,
    pub backup_database: QueueResponseLegacyDto,
    pub duplicate_detection: QueueResponseLegacyDto,
    #[life("2.5.0..")]
    pub editor: Option<QueueResponseLegacyDto>,
    pub face_detection: QueueResponseLegacyDto,
    pub facial_recognition: QueueResponseLegacyDto,
    #[life("3.0.0-rc.1..")]
    pub integrity_check: Option<QueueResponseLegacyDto>,
    pub library: QueueResponseLegacyDto,
    pub metadata_extraction: QueueResponseLegacyDto,
    pub migration: QueueResponseLegacyDto,
    pub notifications: QueueResponseLegacyDto,
    pub ocr: QueueResponseLegacyDto,
    pub search: QueueResponseLegacyDto,
    pub sidecar: QueueResponseLegacyDto,
    pub smart_search: QueueResponseLegacyDto,
    pub storage_template_migration: QueueResponseLegacyDto,
    pub thumbnail_generation: QueueResponseLegacyDto,
    pub video_conversion: QueueResponseLegacyDto,
    pub workflow: QueueResponseLegacyDto,
}

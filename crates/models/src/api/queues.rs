//! Queues.

use crate::operation::Describe;
use crate::{JobName, OpenObject, Operation, SafeInteger, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetQueues::describe, GetQueue::describe, UpdateQueue::describe, GetQueueJobs::describe, EmptyQueue::describe];

/// Get queues. Added in 2.4.0.
#[operation(GET "/queues", id = "getQueues", tag = "Queues")]
#[life("2.4.0..")]
#[marker("2.4.0..", added = "v2.4.0", alpha = "v2.4.0")]
#[permission("2.4.0..", "queue.read")]
#[admin_only("2.4.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<QueueResponseDto>)]
pub struct GetQueues {}

/// Get queue. Added in 2.4.0.
#[operation(GET "/queues/{name}", id = "getQueue", tag = "Queues")]
#[life("2.4.0..")]
#[marker("2.4.0..", added = "v2.4.0", alpha = "v2.4.0")]
#[permission("2.4.0..", "queue.read")]
#[admin_only("2.4.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, QueueResponseDto)]
pub struct GetQueue {
    /// The name.
    #[path]
    pub name: QueueName,
}

/// Update queue. Added in 2.4.0.
#[operation(PUT "/queues/{name}", id = "updateQueue", tag = "Queues")]
#[life("2.4.0..")]
#[marker("2.4.0..", added = "v2.4.0", alpha = "v2.4.0")]
#[permission("2.4.0..", "queue.update")]
#[admin_only("2.4.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, QueueResponseDto)]
pub struct UpdateQueue {
    /// The name.
    #[path]
    pub name: QueueName,
    /// What is sent.
    #[body]
    pub body: QueueUpdateDto,
}

/// Get queue jobs. Added in 2.4.0.
#[operation(GET "/queues/{name}/jobs", id = "getQueueJobs", tag = "Queues")]
#[life("2.4.0..")]
#[marker("2.4.0..", added = "v2.4.0", alpha = "v2.4.0")]
#[permission("2.4.0..", "queueJob.read")]
#[admin_only("2.4.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<QueueJobResponseDto>)]
pub struct GetQueueJobs {
    /// The name.
    #[path]
    pub name: QueueName,
    /// The status.
    #[query]
    pub status: Option<Vec<QueueJobStatus>>,
}

/// Empty queue. Added in 2.4.0.
#[operation(DELETE "/queues/{name}/jobs", id = "emptyQueue", tag = "Queues")]
#[life("2.4.0..")]
#[marker("2.4.0..", added = "v2.4.0", alpha = "v2.4.0")]
#[permission("2.4.0..", "queueJob.delete")]
#[admin_only("2.4.0..")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct EmptyQueue {
    /// The name.
    #[path]
    pub name: QueueName,
    /// What is sent.
    #[body]
    pub body: QueueDeleteDto,
}

/// Queue command. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum QueueCommand {
    Start,
    Pause,
    Resume,
    Empty,
    ClearFailed,
}

/// Queue command. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
pub struct QueueCommandDto {
    /// The command.
    pub command: QueueCommand,
    /// The force.
    pub force: Option<bool>,
}

/// Queue delete. Added in 2.4.0.
#[model]
#[life("2.4.0..")]
pub struct QueueDeleteDto {
    /// The failed.
    #[marker("..", added = "v2.4.0", alpha = "v2.4.0")]
    pub failed: Option<bool>,
}

/// What the server answers: queue job. Added in 2.4.0.
#[model]
#[life("2.4.0..")]
pub struct QueueJobResponseDto {
    /// The data.
    pub data: OpenObject,
    /// Identifies it.
    pub id: Option<String>,
    /// The name.
    pub name: JobName,
    /// The timestamp.
    pub timestamp: SafeInteger,
}

/// Queue job status. Added in 2.4.0.
#[model]
#[life("2.4.0..")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum QueueJobStatus {
    Active,
    Failed,
    Completed,
    Delayed,
    Waiting,
    Paused,
}

/// Queue name. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "their names say it")]
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

/// What the server answers: queue. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
pub struct QueueResponseDto {
    /// Whether it is paused. Added in 2.4.0.
    #[life("2.4.0..")]
    pub is_paused: Option<bool>,
    /// The job counts. Until 2.4.0.
    #[life("..2.4.0")]
    pub job_counts: Option<QueueStatisticsDto>,
    /// The name. Added in 2.4.0.
    #[life("2.4.0..")]
    pub name: Option<QueueName>,
    /// The queue status. Until 2.4.0.
    #[life("..2.4.0")]
    pub queue_status: Option<QueueStatusDto>,
    /// The statistics. Added in 2.4.0.
    #[life("2.4.0..")]
    pub statistics: Option<QueueStatisticsDto>,
}

/// Queue response legacy. Added in 2.4.0.
#[model]
#[life("2.4.0..")]
pub struct QueueResponseLegacyDto {
    /// The job counts.
    pub job_counts: QueueStatisticsDto,
    /// The queue status.
    pub queue_status: QueueStatusLegacyDto,
}

/// Queue statistics. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
pub struct QueueStatisticsDto {
    /// The active.
    pub active: SafeInteger,
    /// The completed.
    pub completed: SafeInteger,
    /// The delayed.
    pub delayed: SafeInteger,
    /// The failed.
    pub failed: SafeInteger,
    /// The paused.
    pub paused: SafeInteger,
    /// The waiting.
    pub waiting: SafeInteger,
}

/// Queue status. Until 2.4.0.
#[model]
#[life("..2.4.0")]
pub struct QueueStatusDto {
    /// Whether it is active.
    pub is_active: bool,
    /// Whether it is paused.
    pub is_paused: bool,
}

/// Queue status legacy. Added in 2.4.0.
#[model]
#[life("2.4.0..")]
pub struct QueueStatusLegacyDto {
    /// Whether it is active.
    pub is_active: bool,
    /// Whether it is paused.
    pub is_paused: bool,
}

/// Queue update. Added in 2.4.0.
#[model]
#[life("2.4.0..")]
pub struct QueueUpdateDto {
    /// Whether it is paused.
    pub is_paused: Option<bool>,
}

/// What the server answers: queues. Added in 2.3.0. Until 2.4.0.
#[model]
#[life("2.3.0..2.4.0")]
pub struct QueuesResponseDto {
    /// The background task.
    pub background_task: QueueResponseDto,
    /// The backup database.
    pub backup_database: QueueResponseDto,
    /// The duplicate detection.
    pub duplicate_detection: QueueResponseDto,
    /// The face detection.
    pub face_detection: QueueResponseDto,
    /// The facial recognition.
    pub facial_recognition: QueueResponseDto,
    /// The library.
    pub library: QueueResponseDto,
    /// The metadata extraction.
    pub metadata_extraction: QueueResponseDto,
    /// The migration.
    pub migration: QueueResponseDto,
    /// The notifications.
    pub notifications: QueueResponseDto,
    /// The ocr.
    pub ocr: QueueResponseDto,
    /// The search.
    pub search: QueueResponseDto,
    /// The sidecar.
    pub sidecar: QueueResponseDto,
    /// The smart search.
    pub smart_search: QueueResponseDto,
    /// The storage template migration.
    pub storage_template_migration: QueueResponseDto,
    /// The thumbnail generation.
    pub thumbnail_generation: QueueResponseDto,
    /// The video conversion.
    pub video_conversion: QueueResponseDto,
    /// The workflow.
    pub workflow: QueueResponseDto,
}

/// Queues response legacy. Added in 2.4.0.
#[model]
#[life("2.4.0..")]
pub struct QueuesResponseLegacyDto {
    /// The background task.
    pub background_task: QueueResponseLegacyDto,
    /// The backup database.
    pub backup_database: QueueResponseLegacyDto,
    /// The duplicate detection.
    pub duplicate_detection: QueueResponseLegacyDto,
    /// The editor. Added in 2.5.0.
    #[life("2.5.0..")]
    pub editor: Option<QueueResponseLegacyDto>,
    /// The face detection.
    pub face_detection: QueueResponseLegacyDto,
    /// The facial recognition.
    pub facial_recognition: QueueResponseLegacyDto,
    /// The integrity check. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub integrity_check: Option<QueueResponseLegacyDto>,
    /// The library.
    pub library: QueueResponseLegacyDto,
    /// The metadata extraction.
    pub metadata_extraction: QueueResponseLegacyDto,
    /// The migration.
    pub migration: QueueResponseLegacyDto,
    /// The notifications.
    pub notifications: QueueResponseLegacyDto,
    /// The ocr.
    pub ocr: QueueResponseLegacyDto,
    /// The search.
    pub search: QueueResponseLegacyDto,
    /// The sidecar.
    pub sidecar: QueueResponseLegacyDto,
    /// The smart search.
    pub smart_search: QueueResponseLegacyDto,
    /// The storage template migration.
    pub storage_template_migration: QueueResponseLegacyDto,
    /// The thumbnail generation.
    pub thumbnail_generation: QueueResponseLegacyDto,
    /// The video conversion.
    pub video_conversion: QueueResponseLegacyDto,
    /// The workflow.
    pub workflow: QueueResponseLegacyDto,
}

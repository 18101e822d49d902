//! Jobs.

mod names;

pub use names::*;

use crate::operation::Describe;
use crate::{
    Either, Integer, Operation, Positive, QueueCommandDto, QueueName, QueueResponseDto, QueueResponseLegacyDto,
    QueueStatusDto, QueuesResponseDto, QueuesResponseLegacyDto, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetQueuesLegacy::describe, CreateJob::describe, RunQueueCommandLegacy::describe];

#[operation(GET "/jobs", id = "getQueuesLegacy", tag = "Jobs")]
#[id("..2.3.0", "getAllJobsStatus")]
#[life("..", deprecated = "2.4.0..")]
#[marker("2.3.0..2.4.0", added = "v1", beta = "v1", stable = "v2")]
#[marker("2.4.0..", added = "v1", beta = "v1", stable = "v2", deprecated = "v2.4.0")]
#[permission("1.137.0..", "job.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..2.3.0", 200, AllJobStatusResponseDto)]
#[answer("2.3.0..2.4.0", 200, QueuesResponseDto)]
#[answer("2.4.0..", 200, QueuesResponseLegacyDto)]
pub struct GetQueuesLegacy {}

#[operation(POST "/jobs", id = "createJob", tag = "Jobs")]
#[life("1.116.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "job.create")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 201)]
#[answer("1.138.0..", 204)]
pub struct CreateJob {
    #[body]
    pub body: JobCreateDto,
}

#[operation(PUT "/jobs/{name}", id = "runQueueCommandLegacy", tag = "Jobs")]
#[id("..2.3.0", "sendJobCommand")]
#[path("..2.3.0", "/jobs/{id}")]
#[life("..", deprecated = "2.4.0..")]
#[marker("2.3.0..2.4.0", added = "v1", beta = "v1", stable = "v2")]
#[marker("2.4.0..", added = "v1", beta = "v1", stable = "v2", deprecated = "v2.4.0")]
#[permission("1.137.0..", "job.create")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..2.3.0", 200, JobStatusDto)]
#[answer("2.3.0..2.4.0", 200, QueueResponseDto)]
#[answer("2.4.0..", 200, QueueResponseLegacyDto)]
pub struct RunQueueCommandLegacy {
    #[path]
    #[life("..2.3.0")]
    pub id: Option<JobName>,
    #[path]
    #[life("2.3.0..")]
    pub name: Option<QueueName>,
    #[body]
    #[shape("..2.3.0", JobCommandDto)]
    #[shape("2.3.0..", QueueCommandDto)]
    pub body: Either<JobCommandDto, QueueCommandDto>,
}

#[model]
#[life("..2.3.0")]
pub struct AllJobStatusResponseDto {
    pub background_task: JobStatusDto,
    #[life("1.120.0..")]
    pub backup_database: Option<JobStatusDto>,
    pub duplicate_detection: JobStatusDto,
    pub face_detection: JobStatusDto,
    pub facial_recognition: JobStatusDto,
    pub library: JobStatusDto,
    pub metadata_extraction: JobStatusDto,
    pub migration: JobStatusDto,
    pub notifications: JobStatusDto,
    #[life("2.2.0..")]
    pub ocr: Option<JobStatusDto>,
    pub search: JobStatusDto,
    pub sidecar: JobStatusDto,
    pub smart_search: JobStatusDto,
    pub storage_template_migration: JobStatusDto,
    pub thumbnail_generation: JobStatusDto,
    pub video_conversion: JobStatusDto,
}

#[model]
#[life("..2.3.0")]
#[serde(rename_all = "kebab-case")]
pub enum JobCommand {
    Start,
    Pause,
    Resume,
    Empty,
    ClearFailed,
}

#[model]
#[life("..2.3.0")]
pub struct JobCommandDto {
    pub command: JobCommand,
    #[life("..", required = "..1.118.0")]
    pub force: Option<bool>,
}

#[model]
#[life("..2.3.0")]
pub struct JobCountsDto {
    pub active: Integer,
    pub completed: Integer,
    pub delayed: Integer,
    pub failed: Integer,
    pub paused: Integer,
    pub waiting: Integer,
}

#[model]
#[life("1.116.0..")]
pub struct JobCreateDto {
    pub name: ManualJobName,
}

#[model]
#[life("..3.2.0")]
pub struct JobSettingsDto {
    pub concurrency: Positive,
}

#[model]
#[life("..2.3.0")]
pub struct JobStatusDto {
    pub job_counts: JobCountsDto,
    pub queue_status: QueueStatusDto,
}

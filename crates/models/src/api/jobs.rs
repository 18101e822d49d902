//! Jobs.

mod all_to_status;

pub use all_to_status::*;

use crate::operation::Describe;
use crate::{
    Operation, QueueCommandDto, QueueName, QueueResponseDto, QueueResponseLegacyDto, QueuesResponseDto,
    QueuesResponseLegacyDto, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetAllJobsStatus::describe,
    GetQueuesLegacy::describe,
    CreateJob::describe,
    SendJobCommand::describe,
    RunQueueCommandLegacy::describe,
];

/// Get all jobs status. Until 2.3.0.
#[operation(GET "/jobs", id = "getAllJobsStatus", tag = "Jobs")]
#[life("..2.3.0")]
#[permission("1.137.0..2.3.0", "job.read")]
#[admin_only("1.137.0..2.3.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, AllJobStatusResponseDto)]
pub struct GetAllJobsStatus {}

/// Get queues legacy. Added in 2.3.0.
#[operation(GET "/jobs", id = "getQueuesLegacy", tag = "Jobs")]
#[life("2.3.0..", deprecated = "2.4.0..")]
#[marker("2.3.0..2.4.0", added = "v1", beta = "v1", stable = "v2")]
#[marker("2.4.0..", added = "v1", beta = "v1", stable = "v2", deprecated = "v2.4.0")]
#[permission("2.3.0..", "job.read")]
#[admin_only("2.3.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..2.4.0", 200, QueuesResponseDto)]
#[answer("2.4.0..", 200, QueuesResponseLegacyDto)]
pub struct GetQueuesLegacy {}

/// Create job. Added in 1.116.0.
#[operation(POST "/jobs", id = "createJob", tag = "Jobs")]
#[life("1.116.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "job.create")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 201)]
#[answer("1.138.0..", 204)]
pub struct CreateJob {
    /// What is sent.
    #[body]
    pub body: JobCreateDto,
}

/// Send job command. Until 2.3.0.
#[operation(PUT "/jobs/{id}", id = "sendJobCommand", tag = "Jobs")]
#[life("..2.3.0")]
#[permission("1.137.0..2.3.0", "job.create")]
#[admin_only("1.137.0..2.3.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, JobStatusDto)]
pub struct SendJobCommand {
    /// Identifies it.
    #[path]
    pub id: JobName,
    /// What is sent.
    #[body]
    pub body: JobCommandDto,
}

/// Run queue command legacy. Added in 2.3.0.
#[operation(PUT "/jobs/{name}", id = "runQueueCommandLegacy", tag = "Jobs")]
#[life("2.3.0..", deprecated = "2.4.0..")]
#[marker("2.3.0..2.4.0", added = "v1", beta = "v1", stable = "v2")]
#[marker("2.4.0..", added = "v1", beta = "v1", stable = "v2", deprecated = "v2.4.0")]
#[permission("2.3.0..", "job.create")]
#[admin_only("2.3.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..2.4.0", 200, QueueResponseDto)]
#[answer("2.4.0..", 200, QueueResponseLegacyDto)]
pub struct RunQueueCommandLegacy {
    /// The name.
    #[path]
    pub name: QueueName,
    /// What is sent.
    #[body]
    pub body: QueueCommandDto,
}

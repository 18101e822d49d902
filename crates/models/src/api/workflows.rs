//! Workflows.

use crate::operation::Describe;
use crate::{
    DateTime, Id, Integer, MAX_SAFE, Nullable, Number, Object, OpenObject, Operation, PluginTriggerType, Timestamp,
    UUID_ANY, Uuid, WorkflowTrigger, WorkflowType, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    SearchWorkflows::describe,
    CreateWorkflow::describe,
    GetWorkflowTriggers::describe,
    GetWorkflow::describe,
    UpdateWorkflow::describe,
    DeleteWorkflow::describe,
    GetWorkflowLogs::describe,
    GetWorkflowForShare::describe,
];

#[operation(GET "/workflows", id = "searchWorkflows", tag = "Workflows")]
#[id("2.3.0..3.0.0-rc.1", "getWorkflows")]
#[life("2.3.0..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("2.3.0..", "workflow.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<WorkflowResponseDto>)]
pub struct SearchWorkflows {
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub description: Option<String>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub enabled: Option<bool>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub id: Option<Id>,
    #[query]
    #[life("3.2.0..", optional)]
    pub logging: Option<bool>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub name: Option<String>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub trigger: Option<WorkflowTrigger>,
}

#[operation(POST "/workflows", id = "createWorkflow", tag = "Workflows")]
#[life("2.3.0..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("2.3.0..", "workflow.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, WorkflowResponseDto)]
pub struct CreateWorkflow {
    #[body]
    pub body: WorkflowCreateDto,
}

#[operation(GET "/workflows/triggers", id = "getWorkflowTriggers", tag = "Workflows")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<WorkflowTriggerResponseDto>)]
pub struct GetWorkflowTriggers {}

#[operation(GET "/workflows/{id}", id = "getWorkflow", tag = "Workflows")]
#[life("2.3.0..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("2.3.0..", "workflow.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, WorkflowResponseDto)]
pub struct GetWorkflow {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/workflows/{id}", id = "updateWorkflow", tag = "Workflows")]
#[life("2.3.0..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", deprecated = "v3", replacement = "updateWorkflow")]
#[permission("2.3.0..", "workflow.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, WorkflowResponseDto)]
pub struct UpdateWorkflow {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: WorkflowUpdateDto,
}

#[operation(DELETE "/workflows/{id}", id = "deleteWorkflow", tag = "Workflows")]
#[life("2.3.0..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("2.3.0..", "workflow.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteWorkflow {
    #[path]
    pub id: Uuid,
}

#[operation(GET "/workflows/{id}/logs", id = "getWorkflowLogs", tag = "Workflows")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, Vec<WorkflowLogEntryDto>)]
pub struct GetWorkflowLogs {
    #[path]
    pub id: Id,
    #[query]
    pub before: Option<DateTime>,
    #[query]
    #[shape(maximum = MAX_SAFE, exclusiveMinimum = 0)]
    pub limit: Option<Integer>,
    #[query]
    pub result: Option<WorkflowResult>,
}

#[operation(GET "/workflows/{id}/share", id = "getWorkflowForShare", tag = "Workflows")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("3.0.0-rc.1..", "workflow.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, WorkflowShareResponseDto)]
pub struct GetWorkflowForShare {
    #[path]
    pub id: Id,
}

#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct WorkflowActionItemDto {
    pub action_config: Option<Object>,
    #[life("..2.4.0")]
    pub action_id: Option<Uuid>,
    #[life("2.4.0..")]
    pub plugin_action_id: Option<Uuid>,
}

#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct WorkflowActionResponseDto {
    pub action_config: Nullable<Object>,
    #[life("..2.4.0")]
    pub action_id: Option<String>,
    pub id: String,
    pub order: Number,
    #[life("2.4.0..")]
    pub plugin_action_id: Option<String>,
    pub workflow_id: String,
}

#[model]
#[life("2.3.0..")]
pub struct WorkflowCreateDto {
    #[life("..3.0.0-rc.1")]
    pub actions: Option<Vec<WorkflowActionItemDto>>,
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub description: Option<Nullable<String>>,
    pub enabled: Option<bool>,
    #[life("..3.0.0-rc.1")]
    pub filters: Option<Vec<WorkflowFilterItemDto>>,
    #[life("3.2.0..", optional)]
    pub logging: Option<bool>,
    #[life("..", required = "..3.0.0-rc.1")]
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub name: Option<Nullable<String>>,
    #[life("3.0.0-rc.1..", optional)]
    pub steps: Option<Vec<WorkflowStepDto>>,
    #[life("3.0.0-rc.1..")]
    pub trigger: Option<WorkflowTrigger>,
    #[life("..3.0.0-rc.1")]
    pub trigger_type: Option<PluginTriggerType>,
}

#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct WorkflowFilterItemDto {
    pub filter_config: Option<Object>,
    #[life("..2.4.0")]
    pub filter_id: Option<Uuid>,
    #[life("2.4.0..")]
    pub plugin_filter_id: Option<Uuid>,
}

#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct WorkflowFilterResponseDto {
    pub filter_config: Nullable<Object>,
    #[life("..2.4.0")]
    pub filter_id: Option<String>,
    pub id: String,
    pub order: Number,
    #[life("2.4.0..")]
    pub plugin_filter_id: Option<String>,
    pub workflow_id: String,
}

#[model]
#[life("3.2.0..")]
pub struct WorkflowLogEntryDto {
    pub at: Timestamp,
    pub id: Id,
    pub last_step: Option<WorkflowLogEntryDtoLastStep>,
    pub result: WorkflowResult,
    #[shape(format = "uuid", pattern = UUID_ANY)]
    pub trigger_data_id: Option<String>,
}

#[model]
#[life("3.2.0..")]
pub struct WorkflowLogEntryDtoLastStep {
    #[shape(maximum = MAX_SAFE, exclusiveMinimum = 0)]
    pub index: Integer,
    pub method: String,
}

#[model]
#[life("2.3.0..")]
pub struct WorkflowResponseDto {
    #[life("..3.0.0-rc.1")]
    pub actions: Option<Vec<WorkflowActionResponseDto>>,
    pub created_at: String,
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub description: Nullable<String>,
    pub enabled: bool,
    #[life("..3.0.0-rc.1")]
    pub filters: Option<Vec<WorkflowFilterResponseDto>>,
    pub id: Id,
    #[life("3.2.0..")]
    pub logging: Option<bool>,
    pub name: Nullable<String>,
    #[life("..3.0.0-rc.1")]
    pub owner_id: Option<String>,
    #[life("3.0.0-rc.1..")]
    pub steps: Option<Vec<WorkflowStepDto>>,
    #[life("3.0.0-rc.1..")]
    pub trigger: Option<WorkflowTrigger>,
    #[life("..3.0.0-rc.1")]
    #[shape("..2.5.0", String, enum = ["AssetCreate", "PersonRecognized"])]
    #[shape("2.5.0..3.0.0-rc.1")]
    pub trigger_type: Option<PluginTriggerType>,
    #[life("3.0.0-rc.1..")]
    pub updated_at: Option<String>,
}

#[model]
#[life("3.2.0..")]
#[serde(rename_all = "lowercase")]
pub enum WorkflowResult {
    Completed,
    Halted,
    Error,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct WorkflowShareResponseDto {
    pub description: Nullable<String>,
    pub name: Nullable<String>,
    pub steps: Vec<WorkflowShareStepDto>,
    pub trigger: WorkflowTrigger,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct WorkflowShareStepDto {
    pub config: Nullable<OpenObject>,
    pub enabled: Option<bool>,
    pub method: String,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct WorkflowStepDto {
    pub config: Nullable<OpenObject>,
    pub enabled: Option<bool>,
    pub method: String,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct WorkflowTriggerResponseDto {
    pub trigger: WorkflowTrigger,
    pub types: Vec<WorkflowType>,
}

#[model]
#[life("2.3.0..")]
pub struct WorkflowUpdateDto {
    #[life("..3.0.0-rc.1", optional)]
    pub actions: Option<Vec<WorkflowActionItemDto>>,
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub description: Option<Nullable<String>>,
    pub enabled: Option<bool>,
    #[life("..3.0.0-rc.1", optional)]
    pub filters: Option<Vec<WorkflowFilterItemDto>>,
    #[life("3.2.0..", optional)]
    pub logging: Option<bool>,
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub name: Option<Nullable<String>>,
    #[life("3.0.0-rc.1..", optional)]
    pub steps: Option<Vec<WorkflowStepDto>>,
    #[life("3.0.0-rc.1..", optional)]
    pub trigger: Option<WorkflowTrigger>,
    #[life("2.5.0..3.0.0-rc.1", optional)]
    pub trigger_type: Option<PluginTriggerType>,
}

//! Workflows.

use crate::operation::Describe;
use crate::{
    Id, Nullable, Number, Object, OpenObject, Operation, PluginTriggerType, Uuid, WorkflowTrigger, WorkflowType, model,
    operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetWorkflows::describe,
    SearchWorkflows::describe,
    CreateWorkflow::describe,
    GetWorkflowTriggers::describe,
    GetWorkflow::describe,
    UpdateWorkflow::describe,
    DeleteWorkflow::describe,
    GetWorkflowForShare::describe,
];

/// Get workflows. Added in 2.3.0. Until 3.0.0-rc.1.
#[operation(GET "/workflows", id = "getWorkflows", tag = "Workflows")]
#[life("2.3.0..3.0.0-rc.1")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[permission("2.3.0..3.0.0-rc.1", "workflow.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<WorkflowResponseDto>)]
pub struct GetWorkflows {}

/// Search workflows. Added in 3.0.0-rc.1.
#[operation(GET "/workflows", id = "searchWorkflows", tag = "Workflows")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("3.0.0-rc.1..", "workflow.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<WorkflowResponseDto>)]
pub struct SearchWorkflows {
    /// The description.
    #[query]
    pub description: Option<String>,
    /// Whether it is switched on.
    #[query]
    pub enabled: Option<bool>,
    /// Identifies it.
    #[query]
    pub id: Option<Id>,
    /// The name.
    #[query]
    pub name: Option<String>,
    /// The trigger.
    #[query]
    pub trigger: Option<WorkflowTrigger>,
}

/// Create workflow. Added in 2.3.0.
#[operation(POST "/workflows", id = "createWorkflow", tag = "Workflows")]
#[life("2.3.0..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("2.3.0..", "workflow.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, WorkflowResponseDto)]
pub struct CreateWorkflow {
    /// What is sent.
    #[body]
    pub body: WorkflowCreateDto,
}

/// Get workflow triggers. Added in 3.0.0-rc.1.
#[operation(GET "/workflows/triggers", id = "getWorkflowTriggers", tag = "Workflows")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<WorkflowTriggerResponseDto>)]
pub struct GetWorkflowTriggers {}

/// Get workflow. Added in 2.3.0.
#[operation(GET "/workflows/{id}", id = "getWorkflow", tag = "Workflows")]
#[life("2.3.0..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("2.3.0..", "workflow.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, WorkflowResponseDto)]
pub struct GetWorkflow {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update workflow. Added in 2.3.0.
#[operation(PUT "/workflows/{id}", id = "updateWorkflow", tag = "Workflows")]
#[life("2.3.0..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0", deprecated = "v3", replacement = "updateWorkflow")]
#[permission("2.3.0..", "workflow.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, WorkflowResponseDto)]
pub struct UpdateWorkflow {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: WorkflowUpdateDto,
}

/// Delete workflow. Added in 2.3.0.
#[operation(DELETE "/workflows/{id}", id = "deleteWorkflow", tag = "Workflows")]
#[life("2.3.0..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("2.3.0..", "workflow.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteWorkflow {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Get workflow for share. Added in 3.0.0-rc.1.
#[operation(GET "/workflows/{id}/share", id = "getWorkflowForShare", tag = "Workflows")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("3.0.0-rc.1..", "workflow.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, WorkflowShareResponseDto)]
pub struct GetWorkflowForShare {
    /// Identifies it.
    #[path]
    pub id: Id,
}

/// Workflow action item. Added in 2.3.0. Until 3.0.0-rc.1.
#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct WorkflowActionItemDto {
    /// The action config.
    pub action_config: Option<Object>,
    /// Identifies the action. Until 2.4.0.
    #[life("..2.4.0")]
    pub action_id: Option<Uuid>,
    /// Identifies the plugin action. Added in 2.4.0.
    #[life("2.4.0..")]
    pub plugin_action_id: Option<Uuid>,
}

/// What the server answers: workflow action. Added in 2.3.0. Until 3.0.0-rc.1.
#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct WorkflowActionResponseDto {
    /// The action config.
    pub action_config: Nullable<Object>,
    /// Identifies the action. Until 2.4.0.
    #[life("..2.4.0")]
    pub action_id: Option<String>,
    /// Identifies it.
    pub id: String,
    /// The order.
    pub order: Number,
    /// Identifies the plugin action. Added in 2.4.0.
    #[life("2.4.0..")]
    pub plugin_action_id: Option<String>,
    /// Identifies the workflow.
    pub workflow_id: String,
}

/// Workflow create. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
pub struct WorkflowCreateDto {
    /// The actions. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub actions: Option<Vec<WorkflowActionItemDto>>,
    /// The description.
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub description: Option<Nullable<String>>,
    /// Whether it is switched on.
    pub enabled: Option<bool>,
    /// The filters. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub filters: Option<Vec<WorkflowFilterItemDto>>,
    /// The name.
    #[life("..", required = "..3.0.0-rc.1")]
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub name: Option<Nullable<String>>,
    /// The steps. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..", optional)]
    pub steps: Option<Vec<WorkflowStepDto>>,
    /// The trigger. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub trigger: Option<WorkflowTrigger>,
    /// The trigger type. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub trigger_type: Option<PluginTriggerType>,
}

/// Workflow filter item. Added in 2.3.0. Until 3.0.0-rc.1.
#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct WorkflowFilterItemDto {
    /// The filter config.
    pub filter_config: Option<Object>,
    /// Identifies the filter. Until 2.4.0.
    #[life("..2.4.0")]
    pub filter_id: Option<Uuid>,
    /// Identifies the plugin filter. Added in 2.4.0.
    #[life("2.4.0..")]
    pub plugin_filter_id: Option<Uuid>,
}

/// What the server answers: workflow filter. Added in 2.3.0. Until 3.0.0-rc.1.
#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct WorkflowFilterResponseDto {
    /// The filter config.
    pub filter_config: Nullable<Object>,
    /// Identifies the filter. Until 2.4.0.
    #[life("..2.4.0")]
    pub filter_id: Option<String>,
    /// Identifies it.
    pub id: String,
    /// The order.
    pub order: Number,
    /// Identifies the plugin filter. Added in 2.4.0.
    #[life("2.4.0..")]
    pub plugin_filter_id: Option<String>,
    /// Identifies the workflow.
    pub workflow_id: String,
}

/// What the server answers: workflow. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
pub struct WorkflowResponseDto {
    /// The actions. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub actions: Option<Vec<WorkflowActionResponseDto>>,
    /// When it was created.
    pub created_at: String,
    /// The description.
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub description: Nullable<String>,
    /// Whether it is switched on.
    pub enabled: bool,
    /// The filters. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub filters: Option<Vec<WorkflowFilterResponseDto>>,
    /// Identifies it.
    pub id: Id,
    /// The name.
    pub name: Nullable<String>,
    /// Identifies the owner. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub owner_id: Option<String>,
    /// The steps. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub steps: Option<Vec<WorkflowStepDto>>,
    /// The trigger. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub trigger: Option<WorkflowTrigger>,
    /// The trigger type. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    #[shape("..2.5.0", String, enum = ["AssetCreate", "PersonRecognized"])]
    #[shape("2.5.0..3.0.0-rc.1")]
    pub trigger_type: Option<PluginTriggerType>,
    /// When it was updated. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub updated_at: Option<String>,
}

/// What the server answers: workflow share. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct WorkflowShareResponseDto {
    /// The description.
    pub description: Nullable<String>,
    /// The name.
    pub name: Nullable<String>,
    /// The steps.
    pub steps: Vec<WorkflowShareStepDto>,
    /// The trigger.
    pub trigger: WorkflowTrigger,
}

/// Workflow share step. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct WorkflowShareStepDto {
    /// The config.
    pub config: Nullable<OpenObject>,
    /// Whether it is switched on.
    pub enabled: Option<bool>,
    /// The method.
    pub method: String,
}

/// Workflow step. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct WorkflowStepDto {
    /// The config.
    pub config: Nullable<OpenObject>,
    /// Whether it is switched on.
    pub enabled: Option<bool>,
    /// The method.
    pub method: String,
}

/// What the server answers: workflow trigger. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct WorkflowTriggerResponseDto {
    /// The trigger.
    pub trigger: WorkflowTrigger,
    /// The types.
    pub types: Vec<WorkflowType>,
}

/// Workflow update. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
pub struct WorkflowUpdateDto {
    /// The actions. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1", optional)]
    pub actions: Option<Vec<WorkflowActionItemDto>>,
    /// The description.
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub description: Option<Nullable<String>>,
    /// Whether it is switched on.
    pub enabled: Option<bool>,
    /// The filters. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1", optional)]
    pub filters: Option<Vec<WorkflowFilterItemDto>>,
    /// The name.
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub name: Option<Nullable<String>>,
    /// The steps. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..", optional)]
    pub steps: Option<Vec<WorkflowStepDto>>,
    /// The trigger. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..", optional)]
    pub trigger: Option<WorkflowTrigger>,
    /// The trigger type. Added in 2.5.0. Until 3.0.0-rc.1.
    #[life("2.5.0..3.0.0-rc.1", optional)]
    pub trigger_type: Option<PluginTriggerType>,
}

//! Plugins.

use crate::operation::Describe;
use crate::{Either, Id, Nullable, Object, OpenObject, Operation, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    SearchPlugins::describe,
    SearchPluginMethods::describe,
    SearchPluginTemplates::describe,
    GetPluginTriggers::describe,
    GetPlugin::describe,
];

#[operation(GET "/plugins", id = "searchPlugins", tag = "Plugins")]
#[id("2.3.0..3.0.0-rc.1", "getPlugins")]
#[life("2.3.0..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("2.3.0..", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PluginResponseDto>)]
pub struct SearchPlugins {
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
    #[life("3.0.0-rc.1..", optional)]
    pub name: Option<String>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub title: Option<String>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub version: Option<String>,
}

#[operation(GET "/plugins/methods", id = "searchPluginMethods", tag = "Plugins")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("3.0.0-rc.1..", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PluginMethodResponseDto>)]
pub struct SearchPluginMethods {
    #[query]
    pub description: Option<String>,
    #[query]
    pub enabled: Option<bool>,
    #[query]
    pub id: Option<Id>,
    #[query]
    pub name: Option<String>,
    #[query]
    pub plugin_name: Option<String>,
    #[query]
    pub plugin_version: Option<String>,
    #[query]
    pub title: Option<String>,
    #[query]
    pub trigger: Option<WorkflowTrigger>,
    #[query]
    pub r#type: Option<WorkflowType>,
}

#[operation(GET "/plugins/templates", id = "searchPluginTemplates", tag = "Plugins")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("3.0.0-rc.1..", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PluginTemplateResponseDto>)]
pub struct SearchPluginTemplates {}

#[operation(GET "/plugins/triggers", id = "getPluginTriggers", tag = "Plugins")]
#[life("2.5.0..3.0.0-rc.1")]
#[marker("2.5.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[permission("2.5.0..3.0.0-rc.1", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PluginTriggerResponseDto>)]
pub struct GetPluginTriggers {}

#[operation(GET "/plugins/{id}", id = "getPlugin", tag = "Plugins")]
#[life("2.3.0..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("2.3.0..", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, PluginResponseDto)]
pub struct GetPlugin {
    #[path]
    pub id: Uuid,
}

#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct PluginActionResponseDto {
    pub description: String,
    pub id: String,
    pub method_name: String,
    pub plugin_id: String,
    pub schema: Nullable<Object>,
    #[shape("..2.5.0", Vec<PluginContext>)]
    #[shape("2.5.0..", Vec<PluginContextType>)]
    pub supported_contexts: Vec<Either<PluginContext, PluginContextType>>,
    pub title: String,
}

#[model]
#[life("2.3.0..2.5.0")]
#[serde(rename_all = "lowercase")]
pub enum PluginContext {
    Asset,
    Album,
    Person,
}

#[model]
#[life("2.5.0..3.0.0-rc.1")]
#[serde(rename_all = "lowercase")]
pub enum PluginContextType {
    Asset,
    Album,
    Person,
}

#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct PluginFilterResponseDto {
    pub description: String,
    pub id: String,
    pub method_name: String,
    pub plugin_id: String,
    pub schema: Nullable<Object>,
    #[shape("..2.5.0", Vec<PluginContext>)]
    #[shape("2.5.0..", Vec<PluginContextType>)]
    pub supported_contexts: Vec<Either<PluginContext, PluginContextType>>,
    pub title: String,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct PluginMethodResponseDto {
    pub description: String,
    pub host_functions: bool,
    pub key: String,
    pub name: String,
    pub schema: Option<Object>,
    pub title: String,
    pub types: Vec<WorkflowType>,
    pub ui_hints: Vec<String>,
}

#[model]
#[life("2.3.0..")]
pub struct PluginResponseDto {
    #[life("..3.0.0-rc.1")]
    pub actions: Option<Vec<PluginActionResponseDto>>,
    pub author: String,
    pub created_at: String,
    pub description: String,
    #[life("..3.0.0-rc.1")]
    pub filters: Option<Vec<PluginFilterResponseDto>>,
    pub id: Id,
    #[life("3.0.0-rc.1..")]
    pub methods: Option<Vec<PluginMethodResponseDto>>,
    pub name: String,
    pub title: String,
    pub updated_at: String,
    pub version: String,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct PluginTemplateResponseDto {
    pub description: String,
    pub key: String,
    pub steps: Vec<PluginTemplateStepResponseDto>,
    pub title: String,
    pub trigger: WorkflowTrigger,
    pub ui_hints: Vec<String>,
}

#[model]
#[life("3.0.0-rc.1..")]
pub struct PluginTemplateStepResponseDto {
    pub config: Nullable<OpenObject>,
    pub enabled: Option<bool>,
    pub method: String,
}

#[model]
#[life("2.5.0..3.0.0-rc.1")]
pub struct PluginTriggerResponseDto {
    pub context_type: PluginContextType,
    pub r#type: PluginTriggerType,
}

#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub enum PluginTriggerType {
    AssetCreate,
    PersonRecognized,
}

#[model]
#[life("3.0.0-rc.1..")]
pub enum WorkflowTrigger {
    AssetCreate,
    AssetMetadataExtraction,
    #[life("3.2.0..")]
    AssetTagged,
}

#[model]
#[life("3.0.0-rc.1..")]
pub enum WorkflowType {
    AssetV1,
}

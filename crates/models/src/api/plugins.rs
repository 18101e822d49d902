//! Plugins.

use crate::operation::Describe;
use crate::{Either, Id, Nullable, Object, OpenObject, Operation, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetPlugins::describe,
    SearchPlugins::describe,
    SearchPluginMethods::describe,
    SearchPluginTemplates::describe,
    GetPluginTriggers::describe,
    GetPlugin::describe,
];

/// Get plugins. Added in 2.3.0. Until 3.0.0-rc.1.
#[operation(GET "/plugins", id = "getPlugins", tag = "Plugins")]
#[life("2.3.0..3.0.0-rc.1")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[permission("2.3.0..3.0.0-rc.1", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PluginResponseDto>)]
pub struct GetPlugins {}

/// Search plugins. Added in 3.0.0-rc.1.
#[operation(GET "/plugins", id = "searchPlugins", tag = "Plugins")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("3.0.0-rc.1..", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PluginResponseDto>)]
pub struct SearchPlugins {
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
    /// The title.
    #[query]
    pub title: Option<String>,
    /// The version.
    #[query]
    pub version: Option<String>,
}

/// Search plugin methods. Added in 3.0.0-rc.1.
#[operation(GET "/plugins/methods", id = "searchPluginMethods", tag = "Plugins")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("3.0.0-rc.1..", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PluginMethodResponseDto>)]
pub struct SearchPluginMethods {
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
    /// The plugin name.
    #[query]
    pub plugin_name: Option<String>,
    /// The plugin version.
    #[query]
    pub plugin_version: Option<String>,
    /// The title.
    #[query]
    pub title: Option<String>,
    /// The trigger.
    #[query]
    pub trigger: Option<WorkflowTrigger>,
    /// The type.
    #[query]
    pub r#type: Option<WorkflowType>,
}

/// Search plugin templates. Added in 3.0.0-rc.1.
#[operation(GET "/plugins/templates", id = "searchPluginTemplates", tag = "Plugins")]
#[life("3.0.0-rc.1..")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("3.0.0-rc.1..", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PluginTemplateResponseDto>)]
pub struct SearchPluginTemplates {}

/// Get plugin triggers. Added in 2.5.0. Until 3.0.0-rc.1.
#[operation(GET "/plugins/triggers", id = "getPluginTriggers", tag = "Plugins")]
#[life("2.5.0..3.0.0-rc.1")]
#[marker("2.5.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[permission("2.5.0..3.0.0-rc.1", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PluginTriggerResponseDto>)]
pub struct GetPluginTriggers {}

/// Get plugin. Added in 2.3.0.
#[operation(GET "/plugins/{id}", id = "getPlugin", tag = "Plugins")]
#[life("2.3.0..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v2.3.0", alpha = "v2.3.0")]
#[marker("3.0.0-rc.1..", added = "v3.0.0")]
#[permission("2.3.0..", "plugin.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, PluginResponseDto)]
pub struct GetPlugin {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// What the server answers: plugin action. Added in 2.3.0. Until 3.0.0-rc.1.
#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct PluginActionResponseDto {
    /// The description.
    pub description: String,
    /// Identifies it.
    pub id: String,
    /// The method name.
    pub method_name: String,
    /// Identifies the plugin.
    pub plugin_id: String,
    /// The schema.
    pub schema: Nullable<Object>,
    /// The supported contexts.
    #[shape("..2.5.0", Vec<PluginContext>)]
    #[shape("2.5.0..", Vec<PluginContextType>)]
    pub supported_contexts: Vec<Either<PluginContext, PluginContextType>>,
    /// The title.
    pub title: String,
}

/// Plugin context. Added in 2.3.0. Until 2.5.0.
#[model]
#[life("2.3.0..2.5.0")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum PluginContext {
    Asset,
    Album,
    Person,
}

/// Plugin context type. Added in 2.5.0. Until 3.0.0-rc.1.
#[model]
#[life("2.5.0..3.0.0-rc.1")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum PluginContextType {
    Asset,
    Album,
    Person,
}

/// What the server answers: plugin filter. Added in 2.3.0. Until 3.0.0-rc.1.
#[model]
#[life("2.3.0..3.0.0-rc.1")]
pub struct PluginFilterResponseDto {
    /// The description.
    pub description: String,
    /// Identifies it.
    pub id: String,
    /// The method name.
    pub method_name: String,
    /// Identifies the plugin.
    pub plugin_id: String,
    /// The schema.
    pub schema: Nullable<Object>,
    /// The supported contexts.
    #[shape("..2.5.0", Vec<PluginContext>)]
    #[shape("2.5.0..", Vec<PluginContextType>)]
    pub supported_contexts: Vec<Either<PluginContext, PluginContextType>>,
    /// The title.
    pub title: String,
}

/// What the server answers: plugin method. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct PluginMethodResponseDto {
    /// The description.
    pub description: String,
    /// The host functions.
    pub host_functions: bool,
    /// The key.
    pub key: String,
    /// The name.
    pub name: String,
    /// The schema.
    pub schema: Option<Object>,
    /// The title.
    pub title: String,
    /// The types.
    pub types: Vec<WorkflowType>,
    /// The ui hints.
    pub ui_hints: Vec<String>,
}

/// What the server answers: plugin. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
pub struct PluginResponseDto {
    /// The actions. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub actions: Option<Vec<PluginActionResponseDto>>,
    /// The author.
    pub author: String,
    /// When it was created.
    pub created_at: String,
    /// The description.
    pub description: String,
    /// The filters. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1")]
    pub filters: Option<Vec<PluginFilterResponseDto>>,
    /// Identifies it.
    pub id: Id,
    /// The methods. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub methods: Option<Vec<PluginMethodResponseDto>>,
    /// The name.
    pub name: String,
    /// The title.
    pub title: String,
    /// When it was updated.
    pub updated_at: String,
    /// The version.
    pub version: String,
}

/// What the server answers: plugin template. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct PluginTemplateResponseDto {
    /// The description.
    pub description: String,
    /// The key.
    pub key: String,
    /// The steps.
    pub steps: Vec<PluginTemplateStepResponseDto>,
    /// The title.
    pub title: String,
    /// The trigger.
    pub trigger: WorkflowTrigger,
    /// The ui hints.
    pub ui_hints: Vec<String>,
}

/// What the server answers: plugin template step. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct PluginTemplateStepResponseDto {
    /// The config.
    pub config: Nullable<OpenObject>,
    /// Whether it is switched on.
    pub enabled: Option<bool>,
    /// The method.
    pub method: String,
}

/// What the server answers: plugin trigger. Added in 2.5.0. Until 3.0.0-rc.1.
#[model]
#[life("2.5.0..3.0.0-rc.1")]
pub struct PluginTriggerResponseDto {
    /// The context type.
    pub context_type: PluginContextType,
    /// The type.
    pub r#type: PluginTriggerType,
}

/// Plugin trigger type. Added in 2.3.0. Until 3.0.0-rc.1.
#[model]
#[life("2.3.0..3.0.0-rc.1")]
#[expect(missing_docs, reason = "their names say it")]
pub enum PluginTriggerType {
    AssetCreate,
    PersonRecognized,
}

/// Workflow trigger. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
#[expect(missing_docs, reason = "their names say it")]
pub enum WorkflowTrigger {
    AssetCreate,
    AssetMetadataExtraction,
}

/// Workflow type. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
#[expect(missing_docs, reason = "their names say it")]
pub enum WorkflowType {
    AssetV1,
}

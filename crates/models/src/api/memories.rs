//! Memories.

use crate::operation::Describe;
use crate::{
    AssetResponseDto, BulkIdResponseDto, BulkIdsDto, Id, Integer, Number, Operation, Positive, SafeInteger, Timestamp,
    Uuid, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    SearchMemories::describe,
    CreateMemory::describe,
    MemoriesStatistics::describe,
    GetMemory::describe,
    UpdateMemory::describe,
    DeleteMemory::describe,
    AddMemoryAssets::describe,
    RemoveMemoryAssets::describe,
];

/// Search memories.
#[operation(GET "/memories", id = "searchMemories", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memory.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<MemoryResponseDto>)]
pub struct SearchMemories {
    /// The day that it is for. Added in 1.127.0.
    #[query]
    #[life("1.127.0..", optional)]
    pub r#for: Option<Timestamp>,
    /// Whether it is saved. Added in 1.127.0.
    #[query]
    #[life("1.127.0..", optional)]
    pub is_saved: Option<bool>,
    /// Whether it is trashed. Added in 1.127.0.
    #[query]
    #[life("1.127.0..", optional)]
    pub is_trashed: Option<bool>,
    /// The order. Added in 2.3.0.
    #[query]
    #[life("2.3.0..", optional)]
    pub order: Option<MemorySearchOrder>,
    /// The size. Added in 2.3.0.
    #[query]
    #[life("2.3.0..", optional)]
    pub size: Option<Positive>,
    /// The type. Added in 1.127.0.
    #[query]
    #[life("1.127.0..", optional)]
    pub r#type: Option<MemoryType>,
}

/// Create memory.
#[operation(POST "/memories", id = "createMemory", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memory.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, MemoryResponseDto)]
pub struct CreateMemory {
    /// What is sent.
    #[body]
    pub body: MemoryCreateDto,
}

/// Memories statistics. Added in 1.135.0.
#[operation(GET "/memories/statistics", id = "memoriesStatistics", tag = "Memories")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memory.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, MemoryStatisticsResponseDto)]
pub struct MemoriesStatistics {
    /// The day that it is for.
    #[query]
    pub r#for: Option<Timestamp>,
    /// Whether it is saved.
    #[query]
    pub is_saved: Option<bool>,
    /// Whether it is trashed.
    #[query]
    pub is_trashed: Option<bool>,
    /// The order. Added in 2.3.0.
    #[query]
    #[life("2.3.0..", optional)]
    pub order: Option<MemorySearchOrder>,
    /// The size. Added in 2.3.0.
    #[query]
    #[life("2.3.0..", optional)]
    pub size: Option<Positive>,
    /// The type.
    #[query]
    pub r#type: Option<MemoryType>,
}

/// Get memory.
#[operation(GET "/memories/{id}", id = "getMemory", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memory.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, MemoryResponseDto)]
pub struct GetMemory {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update memory.
#[operation(PUT "/memories/{id}", id = "updateMemory", tag = "Memories")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateMemory")]
#[permission("1.137.0..", "memory.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, MemoryResponseDto)]
pub struct UpdateMemory {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: MemoryUpdateDto,
}

/// Delete memory.
#[operation(DELETE "/memories/{id}", id = "deleteMemory", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memory.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteMemory {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Add memory assets.
#[operation(PUT "/memories/{id}/assets", id = "addMemoryAssets", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memoryAsset.create")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct AddMemoryAssets {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: BulkIdsDto,
}

/// Remove memory assets.
#[operation(DELETE "/memories/{id}/assets", id = "removeMemoryAssets", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memoryAsset.delete")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct RemoveMemoryAssets {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: BulkIdsDto,
}

/// Memory create.
#[model]
pub struct MemoryCreateDto {
    /// Identifies each asset.
    pub asset_ids: Option<Vec<Uuid>>,
    /// The data.
    pub data: OnThisDayDto,
    /// When it was hide. Added in 2.6.0.
    #[life("2.6.0..", optional)]
    #[marker("2.6.0..", added = "v2.6.0", stable = "v2.6.0")]
    pub hide_at: Option<Timestamp>,
    /// Whether it is saved.
    pub is_saved: Option<bool>,
    /// When it was memory.
    pub memory_at: Timestamp,
    /// When it was seen.
    pub seen_at: Option<Timestamp>,
    /// Whether to show at. Added in 2.6.0.
    #[life("2.6.0..", optional)]
    #[marker("2.6.0..", added = "v2.6.0", stable = "v2.6.0")]
    pub show_at: Option<Timestamp>,
    /// The type.
    pub r#type: MemoryType,
}

/// What the server answers: memory.
#[model]
pub struct MemoryResponseDto {
    /// The assets.
    pub assets: Vec<AssetResponseDto>,
    /// When it was created.
    pub created_at: Timestamp,
    /// The data.
    pub data: OnThisDayDto,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// When it was hide. Added in 1.127.0.
    #[life("1.127.0..", optional)]
    pub hide_at: Option<Timestamp>,
    /// Identifies it.
    pub id: Id,
    /// Whether it is saved.
    pub is_saved: bool,
    /// When it was memory.
    pub memory_at: Timestamp,
    /// Identifies the owner.
    pub owner_id: Id,
    /// When it was seen.
    pub seen_at: Option<Timestamp>,
    /// Whether to show at. Added in 1.127.0.
    #[life("1.127.0..", optional)]
    pub show_at: Option<Timestamp>,
    /// The type.
    #[shape("..1.112.0", String, enum = ["on_this_day"])]
    #[shape("1.112.0..")]
    pub r#type: MemoryType,
    /// When it was updated.
    pub updated_at: Timestamp,
}

/// Memory search order. Added in 2.3.0.
#[model]
#[life("2.3.0..")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum MemorySearchOrder {
    Asc,
    Desc,
    Random,
}

/// What the server answers: memory statistics. Added in 1.135.0.
#[model]
#[life("1.135.0..")]
pub struct MemoryStatisticsResponseDto {
    /// The total.
    pub total: SafeInteger,
}

/// Memory type.
#[model]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum MemoryType {
    OnThisDay,
}

/// Memory update.
#[model]
pub struct MemoryUpdateDto {
    /// Whether it is saved.
    pub is_saved: Option<bool>,
    /// When it was memory.
    pub memory_at: Option<Timestamp>,
    /// When it was seen.
    pub seen_at: Option<Timestamp>,
}

/// On this day.
#[model]
pub struct OnThisDayDto {
    /// The year.
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1000, maximum = 9999)]
    pub year: Number,
}

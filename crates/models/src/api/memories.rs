//! Memories.

use crate::operation::Describe;
use crate::{
    AssetResponseDto, BulkIdResponseDto, BulkIdsDto, DAY, Either, Id, Integer, Number, Operation, Positive,
    SafeInteger, Timestamp, Uuid, ZONED, model, operation,
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

#[operation(GET "/memories", id = "searchMemories", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memory.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<MemoryResponseDto>)]
pub struct SearchMemories {
    #[query]
    #[life("1.127.0..", optional)]
    #[shape("1.127.0..3.0.0-rc.1", format = "date-time")]
    #[shape("3.0.0-rc.1..3.0.3", format = "date-time", pattern = ZONED)]
    #[shape("3.0.3..", format = "date", pattern = DAY)]
    pub r#for: Option<String>,
    #[query]
    #[life("3.2.0..", optional)]
    pub id: Option<Id>,
    #[query]
    #[life("1.127.0..", optional)]
    pub is_saved: Option<bool>,
    #[query]
    #[life("1.127.0..", optional)]
    pub is_trashed: Option<bool>,
    #[query]
    #[life("3.2.0..", optional)]
    pub is_upcoming: Option<bool>,
    #[query]
    #[life("2.3.0..", optional)]
    pub order: Option<MemorySearchOrder>,
    #[query]
    #[life("3.2.0..", optional)]
    pub page: Option<Positive>,
    #[query]
    #[life("2.3.0..", optional)]
    pub size: Option<Positive>,
    #[query]
    #[life("1.127.0..", optional)]
    pub r#type: Option<MemoryType>,
}

#[operation(POST "/memories", id = "createMemory", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memory.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, MemoryResponseDto)]
pub struct CreateMemory {
    #[body]
    pub body: MemoryCreateDto,
}

#[operation(GET "/memories/statistics", id = "memoriesStatistics", tag = "Memories")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memory.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, MemoryStatisticsResponseDto)]
pub struct MemoriesStatistics {
    #[query]
    #[shape("..3.0.0-rc.1", format = "date-time")]
    #[shape("3.0.0-rc.1..3.0.3", format = "date-time", pattern = ZONED)]
    #[shape("3.0.3..", format = "date", pattern = DAY)]
    pub r#for: Option<String>,
    #[query]
    #[life("3.2.0..", optional)]
    pub id: Option<Id>,
    #[query]
    pub is_saved: Option<bool>,
    #[query]
    pub is_trashed: Option<bool>,
    #[query]
    #[life("3.2.0..", optional)]
    pub is_upcoming: Option<bool>,
    #[query]
    #[life("2.3.0..", optional)]
    pub order: Option<MemorySearchOrder>,
    #[query]
    #[life("3.2.0..", optional)]
    pub page: Option<Positive>,
    #[query]
    #[life("2.3.0..", optional)]
    pub size: Option<Positive>,
    #[query]
    pub r#type: Option<MemoryType>,
}

#[operation(GET "/memories/{id}", id = "getMemory", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memory.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, MemoryResponseDto)]
pub struct GetMemory {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/memories/{id}", id = "updateMemory", tag = "Memories")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updateMemory")]
#[permission("1.137.0..", "memory.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, MemoryResponseDto)]
pub struct UpdateMemory {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: MemoryUpdateDto,
}

#[operation(DELETE "/memories/{id}", id = "deleteMemory", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memory.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteMemory {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/memories/{id}/assets", id = "addMemoryAssets", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memoryAsset.create")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct AddMemoryAssets {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: BulkIdsDto,
}

#[operation(DELETE "/memories/{id}/assets", id = "removeMemoryAssets", tag = "Memories")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "memoryAsset.delete")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct RemoveMemoryAssets {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: BulkIdsDto,
}

#[model]
pub struct MemoryCreateDto {
    pub asset_ids: Option<Vec<Uuid>>,
    #[shape("..3.3.0", OnThisDayDto)]
    #[shape("3.3.0..", MemoryDataDto)]
    pub data: Either<OnThisDayDto, MemoryDataDto>,
    #[life("2.6.0..", optional)]
    #[marker("2.6.0..", added = "v2.6.0", stable = "v2.6.0")]
    pub hide_at: Option<Timestamp>,
    pub is_saved: Option<bool>,
    pub memory_at: Timestamp,
    pub seen_at: Option<Timestamp>,
    #[life("2.6.0..", optional)]
    #[marker("2.6.0..", added = "v2.6.0", stable = "v2.6.0")]
    pub show_at: Option<Timestamp>,
    pub r#type: MemoryType,
}

#[model]
#[life("3.3.0..")]
pub struct MemoryDataDto {
    pub person_id: Option<Id>,
    pub person_name: Option<String>,
    #[shape(minimum = 1000, maximum = 9999)]
    pub year: Integer,
}

#[model]
pub struct MemoryResponseDto {
    pub assets: Vec<AssetResponseDto>,
    pub created_at: Timestamp,
    #[shape("..3.3.0", OnThisDayDto)]
    #[shape("3.3.0..", MemoryDataDto)]
    pub data: Either<OnThisDayDto, MemoryDataDto>,
    pub deleted_at: Option<Timestamp>,
    #[life("1.127.0..", optional)]
    pub hide_at: Option<Timestamp>,
    pub id: Id,
    pub is_saved: bool,
    pub memory_at: Timestamp,
    pub owner_id: Id,
    pub seen_at: Option<Timestamp>,
    #[life("1.127.0..", optional)]
    pub show_at: Option<Timestamp>,
    #[shape("..1.112.0", String, enum = ["on_this_day"])]
    #[shape("1.112.0..")]
    pub r#type: MemoryType,
    pub updated_at: Timestamp,
}

#[model]
#[life("2.3.0..")]
#[serde(rename_all = "lowercase")]
pub enum MemorySearchOrder {
    Asc,
    Desc,
    Random,
}

#[model]
#[life("1.135.0..")]
pub struct MemoryStatisticsResponseDto {
    pub total: SafeInteger,
}

#[model]
#[serde(rename_all = "snake_case")]
pub enum MemoryType {
    OnThisDay,
    #[life("3.3.0..")]
    Birthday,
}

#[model]
pub struct MemoryUpdateDto {
    pub is_saved: Option<bool>,
    pub memory_at: Option<Timestamp>,
    pub seen_at: Option<Timestamp>,
}

#[model]
#[life("..3.3.0")]
pub struct OnThisDayDto {
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1000, maximum = 9999)]
    pub year: Number,
}

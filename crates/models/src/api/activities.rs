//! Activities.

use crate::operation::Describe;
use crate::{Id, Natural, Nullable, Operation, Timestamp, UserResponseDto, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetActivities::describe, CreateActivity::describe, GetActivityStatistics::describe, DeleteActivity::describe];

#[operation(GET "/activities", id = "getActivities", tag = "Activities")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "activity.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<ActivityResponseDto>)]
pub struct GetActivities {
    #[query]
    pub album_id: Uuid,
    #[query]
    pub asset_id: Option<Uuid>,
    #[query]
    pub level: Option<ReactionLevel>,
    #[query]
    pub r#type: Option<ReactionType>,
    #[query]
    pub user_id: Option<Uuid>,
}

#[operation(POST "/activities", id = "createActivity", tag = "Activities")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "activity.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, ActivityResponseDto)]
pub struct CreateActivity {
    #[body]
    pub body: ActivityCreateDto,
}

#[operation(GET "/activities/statistics", id = "getActivityStatistics", tag = "Activities")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "activity.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, ActivityStatisticsResponseDto)]
pub struct GetActivityStatistics {
    #[query]
    pub album_id: Uuid,
    #[query]
    pub asset_id: Option<Uuid>,
}

#[operation(DELETE "/activities/{id}", id = "deleteActivity", tag = "Activities")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "activity.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteActivity {
    #[path]
    pub id: Uuid,
}

#[model]
pub struct ActivityCreateDto {
    pub album_id: Uuid,
    pub asset_id: Option<Uuid>,
    pub comment: Option<String>,
    pub r#type: ReactionType,
}

#[model]
pub struct ActivityResponseDto {
    pub asset_id: Nullable<Id>,
    pub comment: Option<Nullable<String>>,
    pub created_at: Timestamp,
    pub id: Id,
    #[shape("..1.112.0", String, enum = ["comment", "like"])]
    #[shape("1.112.0..")]
    pub r#type: ReactionType,
    pub user: UserResponseDto,
}

#[model]
pub struct ActivityStatisticsResponseDto {
    pub comments: Natural,
    #[life("1.135.0..")]
    pub likes: Option<Natural>,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum ReactionLevel {
    Album,
    Asset,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum ReactionType {
    Comment,
    Like,
}

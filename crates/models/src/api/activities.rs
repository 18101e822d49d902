//! Activities.

use crate::operation::Describe;
use crate::{Id, Natural, Nullable, Operation, Timestamp, UserResponseDto, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetActivities::describe, CreateActivity::describe, GetActivityStatistics::describe, DeleteActivity::describe];

/// Get activities.
#[operation(GET "/activities", id = "getActivities", tag = "Activities")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "activity.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<ActivityResponseDto>)]
pub struct GetActivities {
    /// Identifies the album.
    #[query]
    pub album_id: Uuid,
    /// Identifies the asset.
    #[query]
    pub asset_id: Option<Uuid>,
    /// The level.
    #[query]
    pub level: Option<ReactionLevel>,
    /// The type.
    #[query]
    pub r#type: Option<ReactionType>,
    /// Identifies the user.
    #[query]
    pub user_id: Option<Uuid>,
}

/// Create activity.
#[operation(POST "/activities", id = "createActivity", tag = "Activities")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "activity.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, ActivityResponseDto)]
pub struct CreateActivity {
    /// What is sent.
    #[body]
    pub body: ActivityCreateDto,
}

/// Get activity statistics.
#[operation(GET "/activities/statistics", id = "getActivityStatistics", tag = "Activities")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "activity.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, ActivityStatisticsResponseDto)]
pub struct GetActivityStatistics {
    /// Identifies the album.
    #[query]
    pub album_id: Uuid,
    /// Identifies the asset.
    #[query]
    pub asset_id: Option<Uuid>,
}

/// Delete activity.
#[operation(DELETE "/activities/{id}", id = "deleteActivity", tag = "Activities")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "activity.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeleteActivity {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Activity create.
#[model]
pub struct ActivityCreateDto {
    /// Identifies the album.
    pub album_id: Uuid,
    /// Identifies the asset.
    pub asset_id: Option<Uuid>,
    /// The comment.
    pub comment: Option<String>,
    /// The type.
    pub r#type: ReactionType,
}

/// What the server answers: activity.
#[model]
pub struct ActivityResponseDto {
    /// Identifies the asset.
    pub asset_id: Nullable<Id>,
    /// The comment.
    pub comment: Option<Nullable<String>>,
    /// When it was created.
    pub created_at: Timestamp,
    /// Identifies it.
    pub id: Id,
    /// The type.
    #[shape("..1.112.0", String, enum = ["comment", "like"])]
    #[shape("1.112.0..")]
    pub r#type: ReactionType,
    /// The user.
    pub user: UserResponseDto,
}

/// What the server answers: activity statistics.
#[model]
pub struct ActivityStatisticsResponseDto {
    /// The comments.
    pub comments: Natural,
    /// The likes. Added in 1.135.0.
    #[life("1.135.0..")]
    pub likes: Option<Natural>,
}

/// Reaction level.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum ReactionLevel {
    Album,
    Asset,
}

/// Reaction type.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum ReactionType {
    Comment,
    Like,
}

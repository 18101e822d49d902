//! Timeline.

use crate::operation::Describe;
use crate::{
    AssetOrder, AssetOrderBy, AssetResponseDto, AssetVisibility, Either, Integer, Millis, Nullable, Number, Operation,
    Pair, SafeInteger, Uuid, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetTimeBucket::describe, GetTimeBuckets::describe];

#[operation(GET "/timeline/bucket", id = "getTimeBucket", tag = "Timeline")]
#[marker("2.3.0..", added = "v1", internal = "v1")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer("..1.133.0", 200, Vec<AssetResponseDto>)]
#[answer("1.133.0..", 200, TimeBucketAssetResponseDto)]
pub struct GetTimeBucket {
    #[query]
    pub album_id: Option<Uuid>,
    #[query]
    #[life("2.6.0..", optional)]
    pub bbox: Option<String>,
    #[query]
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    #[query]
    pub is_favorite: Option<bool>,
    #[query]
    pub is_trashed: Option<bool>,
    #[query]
    pub key: Option<String>,
    #[query]
    pub order: Option<AssetOrder>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub order_by: Option<AssetOrderBy>,
    #[query]
    #[life("1.133.0..1.135.0", optional)]
    #[shape(minimum = 1)]
    pub page: Option<Number>,
    #[query]
    #[life("1.133.0..1.135.0", optional)]
    #[shape(minimum = 1)]
    pub page_size: Option<Number>,
    #[query]
    pub person_id: Option<Uuid>,
    #[query]
    #[life("..1.133.0")]
    pub size: Option<TimeBucketSize>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    #[query]
    #[life("1.113.0..", optional)]
    pub tag_id: Option<Uuid>,
    #[query]
    pub time_bucket: String,
    #[query]
    pub user_id: Option<Uuid>,
    #[query]
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
    #[query]
    #[life("1.142.0..", optional)]
    pub with_coordinates: Option<bool>,
    #[query]
    pub with_partners: Option<bool>,
    #[query]
    pub with_stacked: Option<bool>,
}

#[operation(GET "/timeline/buckets", id = "getTimeBuckets", tag = "Timeline")]
#[marker("2.3.0..", added = "v1", internal = "v1")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer("..1.133.0", 200, Vec<TimeBucketResponseDto>)]
#[answer("1.133.0..", 200, Vec<TimeBucketsResponseDto>)]
pub struct GetTimeBuckets {
    #[query]
    pub album_id: Option<Uuid>,
    #[query]
    #[life("2.6.0..", optional)]
    pub bbox: Option<String>,
    #[query]
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    #[query]
    pub is_favorite: Option<bool>,
    #[query]
    pub is_trashed: Option<bool>,
    #[query]
    pub key: Option<String>,
    #[query]
    pub order: Option<AssetOrder>,
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub order_by: Option<AssetOrderBy>,
    #[query]
    pub person_id: Option<Uuid>,
    #[query]
    #[life("..1.133.0")]
    pub size: Option<TimeBucketSize>,
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    #[query]
    #[life("1.113.0..", optional)]
    pub tag_id: Option<Uuid>,
    #[query]
    pub user_id: Option<Uuid>,
    #[query]
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
    #[query]
    #[life("1.142.0..", optional)]
    pub with_coordinates: Option<bool>,
    #[query]
    pub with_partners: Option<bool>,
    #[query]
    pub with_stacked: Option<bool>,
}

#[model]
#[life("1.133.0..")]
pub struct TimeBucketAssetResponseDto {
    #[life("..", required = "..3.0.0-rc.1")]
    pub city: Option<Vec<Nullable<String>>>,
    #[life("..", required = "..3.0.0-rc.1")]
    pub country: Option<Vec<Nullable<String>>>,
    #[life("3.0.0-rc.1..")]
    pub created_at: Option<Vec<String>>,
    #[shape("..3.0.0-rc.1", Vec<Nullable<String>>)]
    #[shape("3.0.0-rc.1..", Vec<Nullable<Millis>>)]
    pub duration: Vec<Nullable<Either<String, Millis>>>,
    #[life("1.135.0..")]
    pub file_created_at: Option<Vec<String>>,
    pub id: Vec<String>,
    pub is_favorite: Vec<bool>,
    pub is_image: Vec<bool>,
    pub is_trashed: Vec<bool>,
    #[life("1.142.0..", optional)]
    pub latitude: Option<Vec<Nullable<Number>>>,
    pub live_photo_video_id: Vec<Nullable<String>>,
    #[life("..1.135.0")]
    pub local_date_time: Option<Vec<String>>,
    #[life("1.135.0..")]
    pub local_offset_hours: Option<Vec<Number>>,
    #[life("1.142.0..", optional)]
    pub longitude: Option<Vec<Nullable<Number>>>,
    pub owner_id: Vec<String>,
    pub projection_type: Vec<Nullable<String>>,
    pub ratio: Vec<Number>,
    pub stack: Option<Vec<Nullable<Pair>>>,
    pub thumbhash: Vec<Nullable<String>>,
    pub visibility: Vec<AssetVisibility>,
}

#[model]
#[life("..1.133.0")]
pub struct TimeBucketResponseDto {
    pub count: Integer,
    pub time_bucket: String,
}

#[model]
#[life("..1.133.0")]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeBucketSize {
    Day,
    Month,
}

#[model]
#[life("1.133.0..")]
pub struct TimeBucketsResponseDto {
    pub count: SafeInteger,
    pub time_bucket: String,
}

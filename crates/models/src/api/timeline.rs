//! Timeline.

use crate::operation::Describe;
use crate::{
    AssetOrder, AssetOrderBy, AssetResponseDto, AssetVisibility, Either, Integer, Millis, Nullable, Number, Operation,
    Pair, SafeInteger, Uuid, model, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetTimeBucket::describe, GetTimeBuckets::describe];

/// Get time bucket.
#[operation(GET "/timeline/bucket", id = "getTimeBucket", tag = "Timeline")]
#[marker("2.3.0..", added = "v1", internal = "v1")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer("..1.133.0", 200, Vec<AssetResponseDto>)]
#[answer("1.133.0..", 200, TimeBucketAssetResponseDto)]
pub struct GetTimeBucket {
    /// Identifies the album.
    #[query]
    pub album_id: Option<Uuid>,
    /// The bbox. Added in 2.6.0.
    #[query]
    #[life("2.6.0..", optional)]
    pub bbox: Option<String>,
    /// Whether it is archived. Until 1.133.0.
    #[query]
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    /// Whether it is favorite.
    #[query]
    pub is_favorite: Option<bool>,
    /// Whether it is trashed.
    #[query]
    pub is_trashed: Option<bool>,
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The order.
    #[query]
    pub order: Option<AssetOrder>,
    /// The order by. Added in 3.0.0-rc.1.
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub order_by: Option<AssetOrderBy>,
    /// The page. Added in 1.133.0. Until 1.135.0.
    #[query]
    #[life("1.133.0..1.135.0", optional)]
    #[shape(minimum = 1)]
    pub page: Option<Number>,
    /// The page size. Added in 1.133.0. Until 1.135.0.
    #[query]
    #[life("1.133.0..1.135.0", optional)]
    #[shape(minimum = 1)]
    pub page_size: Option<Number>,
    /// Identifies the person.
    #[query]
    pub person_id: Option<Uuid>,
    /// The size. Until 1.133.0.
    #[query]
    #[life("..1.133.0")]
    pub size: Option<TimeBucketSize>,
    /// The slug. Added in 1.137.0.
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    /// Identifies the tag. Added in 1.113.0.
    #[query]
    #[life("1.113.0..", optional)]
    pub tag_id: Option<Uuid>,
    /// The time bucket.
    #[query]
    pub time_bucket: String,
    /// Identifies the user.
    #[query]
    pub user_id: Option<Uuid>,
    /// The visibility. Added in 1.133.0.
    #[query]
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
    /// Whether to take along coordinates. Added in 1.142.0.
    #[query]
    #[life("1.142.0..", optional)]
    pub with_coordinates: Option<bool>,
    /// Whether to take along partners.
    #[query]
    pub with_partners: Option<bool>,
    /// Whether to take along stacked.
    #[query]
    pub with_stacked: Option<bool>,
}

/// Get time buckets.
#[operation(GET "/timeline/buckets", id = "getTimeBuckets", tag = "Timeline")]
#[marker("2.3.0..", added = "v1", internal = "v1")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer("..1.133.0", 200, Vec<TimeBucketResponseDto>)]
#[answer("1.133.0..", 200, Vec<TimeBucketsResponseDto>)]
pub struct GetTimeBuckets {
    /// Identifies the album.
    #[query]
    pub album_id: Option<Uuid>,
    /// The bbox. Added in 2.6.0.
    #[query]
    #[life("2.6.0..", optional)]
    pub bbox: Option<String>,
    /// Whether it is archived. Until 1.133.0.
    #[query]
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    /// Whether it is favorite.
    #[query]
    pub is_favorite: Option<bool>,
    /// Whether it is trashed.
    #[query]
    pub is_trashed: Option<bool>,
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The order.
    #[query]
    pub order: Option<AssetOrder>,
    /// The order by. Added in 3.0.0-rc.1.
    #[query]
    #[life("3.0.0-rc.1..", optional)]
    pub order_by: Option<AssetOrderBy>,
    /// Identifies the person.
    #[query]
    pub person_id: Option<Uuid>,
    /// The size. Until 1.133.0.
    #[query]
    #[life("..1.133.0")]
    pub size: Option<TimeBucketSize>,
    /// The slug. Added in 1.137.0.
    #[query]
    #[life("1.137.0..", optional)]
    pub slug: Option<String>,
    /// Identifies the tag. Added in 1.113.0.
    #[query]
    #[life("1.113.0..", optional)]
    pub tag_id: Option<Uuid>,
    /// Identifies the user.
    #[query]
    pub user_id: Option<Uuid>,
    /// The visibility. Added in 1.133.0.
    #[query]
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
    /// Whether to take along coordinates. Added in 1.142.0.
    #[query]
    #[life("1.142.0..", optional)]
    pub with_coordinates: Option<bool>,
    /// Whether to take along partners.
    #[query]
    pub with_partners: Option<bool>,
    /// Whether to take along stacked.
    #[query]
    pub with_stacked: Option<bool>,
}

/// What the server answers: time bucket asset. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct TimeBucketAssetResponseDto {
    /// The city.
    #[life("..", required = "..3.0.0-rc.1")]
    pub city: Option<Vec<Nullable<String>>>,
    /// The country.
    #[life("..", required = "..3.0.0-rc.1")]
    pub country: Option<Vec<Nullable<String>>>,
    /// When it was created. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub created_at: Option<Vec<String>>,
    /// The duration.
    #[shape("..3.0.0-rc.1", Vec<Nullable<String>>)]
    #[shape("3.0.0-rc.1..", Vec<Nullable<Millis>>)]
    pub duration: Vec<Nullable<Either<String, Millis>>>,
    /// When it was file created. Added in 1.135.0.
    #[life("1.135.0..")]
    pub file_created_at: Option<Vec<String>>,
    /// Identifies it.
    pub id: Vec<String>,
    /// Whether it is favorite.
    pub is_favorite: Vec<bool>,
    /// Whether it is image.
    pub is_image: Vec<bool>,
    /// Whether it is trashed.
    pub is_trashed: Vec<bool>,
    /// The latitude. Added in 1.142.0.
    #[life("1.142.0..", optional)]
    pub latitude: Option<Vec<Nullable<Number>>>,
    /// Identifies the live photo video.
    pub live_photo_video_id: Vec<Nullable<String>>,
    /// The local date time. Until 1.135.0.
    #[life("..1.135.0")]
    pub local_date_time: Option<Vec<String>>,
    /// The local offset hours. Added in 1.135.0.
    #[life("1.135.0..")]
    pub local_offset_hours: Option<Vec<Number>>,
    /// The longitude. Added in 1.142.0.
    #[life("1.142.0..", optional)]
    pub longitude: Option<Vec<Nullable<Number>>>,
    /// Identifies the owner.
    pub owner_id: Vec<String>,
    /// The projection type.
    pub projection_type: Vec<Nullable<String>>,
    /// The ratio.
    pub ratio: Vec<Number>,
    /// The stack.
    pub stack: Option<Vec<Nullable<Pair>>>,
    /// The thumbhash.
    pub thumbhash: Vec<Nullable<String>>,
    /// The visibility.
    pub visibility: Vec<AssetVisibility>,
}

/// What the server answers: time bucket. Until 1.133.0.
#[model]
#[life("..1.133.0")]
pub struct TimeBucketResponseDto {
    /// The count.
    pub count: Integer,
    /// The time bucket.
    pub time_bucket: String,
}

/// Time bucket size. Until 1.133.0.
#[model]
#[life("..1.133.0")]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "their names say it")]
pub enum TimeBucketSize {
    Day,
    Month,
}

/// What the server answers: time buckets. Added in 1.133.0.
#[model]
#[life("1.133.0..")]
pub struct TimeBucketsResponseDto {
    /// The count.
    pub count: SafeInteger,
    /// The time bucket.
    pub time_bucket: String,
}

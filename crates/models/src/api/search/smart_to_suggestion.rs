//! Search: smart to suggestion.

use crate::{
    AssetTypeEnum, AssetVisibility, Either, Id, Integer, MAX_SAFE, Nullable, Number, SafeInteger, Timestamp, UUID_V4,
    Uuid, model,
};

/// Smart search.
#[model]
pub struct SmartSearchDto {
    /// Identifies each album. Added in 1.135.0.
    #[life("1.135.0..", optional)]
    pub album_ids: Option<Vec<Uuid>>,
    /// The city.
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub city: Option<Nullable<String>>,
    /// The country.
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub country: Option<Nullable<String>>,
    /// The created after.
    pub created_after: Option<Timestamp>,
    /// The created before.
    pub created_before: Option<Timestamp>,
    /// Identifies the device. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1", optional)]
    pub device_id: Option<String>,
    /// Whether it is archived. Until 1.133.0.
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    /// Whether it is encoded.
    pub is_encoded: Option<bool>,
    /// Whether it is favorite.
    pub is_favorite: Option<bool>,
    /// Whether it is motion.
    pub is_motion: Option<bool>,
    /// Whether it is not in album.
    pub is_not_in_album: Option<bool>,
    /// Whether it is offline.
    pub is_offline: Option<bool>,
    /// Whether it is visible. Until 1.133.0.
    #[life("..1.133.0", optional)]
    pub is_visible: Option<bool>,
    /// The language. Added in 1.131.0.
    #[life("1.131.0..", optional)]
    pub language: Option<String>,
    /// The lens model.
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub lens_model: Option<Nullable<String>>,
    /// Identifies the library.
    #[shape("..1.107.0", String, format = "uuid")]
    #[shape("1.107.0..3.0.0-rc.1", format = "uuid")]
    #[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
    pub library_id: Option<Nullable<String>>,
    /// The make.
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub make: Option<Nullable<String>>,
    /// The model.
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub model: Option<Nullable<String>>,
    /// The ocr. Added in 2.2.0.
    #[life("2.2.0..", optional)]
    pub ocr: Option<String>,
    /// The page.
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub page: Option<Number>,
    /// Identifies each person.
    pub person_ids: Option<Vec<Uuid>>,
    /// The query.
    #[life("..", required = "..1.141.0")]
    pub query: Option<String>,
    /// Identifies the query asset. Added in 1.141.0.
    #[life("1.141.0..", optional)]
    pub query_asset_id: Option<Uuid>,
    /// The rating. Added in 1.127.0.
    #[life("1.127.0..", optional)]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v2.6.0", updated = "v3")]
    #[shape("1.127.0..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    /// The size.
    #[shape("..3.0.0-rc.1", minimum = 1, maximum = 1000)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = 1000)]
    pub size: Option<Number>,
    /// The state.
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub state: Option<Nullable<String>>,
    /// Identifies each tag. Added in 1.126.0.
    #[life("1.126.0..", optional)]
    #[shape("1.126.0..1.136.0", Vec<Uuid>)]
    #[shape("1.136.0..3.0.0-rc.1", Nullable<Vec<Uuid>>)]
    #[shape("3.0.0-rc.1..", Nullable<Vec<Id>>)]
    pub tag_ids: Option<Nullable<Vec<Either<Uuid, Id>>>>,
    /// The taken after.
    pub taken_after: Option<Timestamp>,
    /// The taken before.
    pub taken_before: Option<Timestamp>,
    /// The trashed after.
    pub trashed_after: Option<Timestamp>,
    /// The trashed before.
    pub trashed_before: Option<Timestamp>,
    /// The type.
    pub r#type: Option<AssetTypeEnum>,
    /// The updated after.
    pub updated_after: Option<Timestamp>,
    /// The updated before.
    pub updated_before: Option<Timestamp>,
    /// The visibility. Added in 1.133.0.
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
    /// Whether to take along archived. Until 1.133.0.
    #[life("..1.133.0", optional)]
    #[shape(default = false)]
    pub with_archived: Option<bool>,
    /// Whether to take along deleted.
    pub with_deleted: Option<bool>,
    /// Whether to take along exif.
    pub with_exif: Option<bool>,
}

/// What the server answers: search statistics. Added in 1.135.0.
#[model]
#[life("1.135.0..")]
pub struct SearchStatisticsResponseDto {
    /// The total.
    pub total: SafeInteger,
}

/// Statistics search. Added in 1.135.0.
#[model]
#[life("1.135.0..")]
pub struct StatisticsSearchDto {
    /// Identifies each album.
    pub album_ids: Option<Vec<Uuid>>,
    /// The city.
    pub city: Option<Nullable<String>>,
    /// The country.
    pub country: Option<Nullable<String>>,
    /// The created after.
    pub created_after: Option<Timestamp>,
    /// The created before.
    pub created_before: Option<Timestamp>,
    /// The description.
    pub description: Option<String>,
    /// Identifies the device. Until 3.0.0-rc.1.
    #[life("..3.0.0-rc.1", optional)]
    pub device_id: Option<String>,
    /// Whether it is encoded.
    pub is_encoded: Option<bool>,
    /// Whether it is favorite.
    pub is_favorite: Option<bool>,
    /// Whether it is motion.
    pub is_motion: Option<bool>,
    /// Whether it is not in album.
    pub is_not_in_album: Option<bool>,
    /// Whether it is offline.
    pub is_offline: Option<bool>,
    /// The lens model.
    pub lens_model: Option<Nullable<String>>,
    /// Identifies the library.
    pub library_id: Option<Nullable<Uuid>>,
    /// The make.
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub make: Option<Nullable<String>>,
    /// The model.
    pub model: Option<Nullable<String>>,
    /// The ocr. Added in 2.2.0.
    #[life("2.2.0..", optional)]
    pub ocr: Option<String>,
    /// Identifies each person.
    pub person_ids: Option<Vec<Uuid>>,
    /// The rating.
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v2.6.0", updated = "v3")]
    #[shape("..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    /// The state.
    pub state: Option<Nullable<String>>,
    /// Identifies each tag.
    #[shape("..1.136.0", Vec<Uuid>)]
    #[shape("1.136.0..3.0.0-rc.1", Nullable<Vec<Uuid>>)]
    #[shape("3.0.0-rc.1..", Nullable<Vec<Id>>)]
    pub tag_ids: Option<Nullable<Vec<Either<Uuid, Id>>>>,
    /// The taken after.
    pub taken_after: Option<Timestamp>,
    /// The taken before.
    pub taken_before: Option<Timestamp>,
    /// The trashed after.
    pub trashed_after: Option<Timestamp>,
    /// The trashed before.
    pub trashed_before: Option<Timestamp>,
    /// The type.
    pub r#type: Option<AssetTypeEnum>,
    /// The updated after.
    pub updated_after: Option<Timestamp>,
    /// The updated before.
    pub updated_before: Option<Timestamp>,
    /// The visibility.
    pub visibility: Option<AssetVisibility>,
}

/// Search suggestion type.
#[model]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum SearchSuggestionType {
    Country,
    State,
    City,
    CameraMake,
    CameraModel,
    #[life("2.2.0..")]
    CameraLensModel,
}

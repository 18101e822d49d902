//! Search.

mod album_to_response;
mod smart_to_suggestion;

pub use album_to_response::*;
pub use smart_to_suggestion::*;

use crate::operation::Describe;
use crate::{
    AssetResponseDto, AssetTypeEnum, AssetVisibility, Integer, MAX_SAFE, Nullable, Number, Operation,
    PersonResponseDto, Timestamp, Uuid, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetAssetsByCity::describe,
    GetExploreData::describe,
    SearchLargeAssets::describe,
    SearchMetadata::describe,
    SearchAssets::describe,
    SearchPerson::describe,
    SearchPlaces::describe,
    SearchRandom::describe,
    SearchSmart::describe,
    SearchAssetStatistics::describe,
    GetSearchSuggestions::describe,
];

/// Get assets by city.
#[operation(GET "/search/cities", id = "getAssetsByCity", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct GetAssetsByCity {}

/// Get explore data.
#[operation(GET "/search/explore", id = "getExploreData", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<SearchExploreResponseDto>)]
pub struct GetExploreData {}

/// Search large assets. Added in 1.137.0.
#[operation(POST "/search/large-assets", id = "searchLargeAssets", tag = "Search")]
#[life("1.137.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct SearchLargeAssets {
    /// Identifies each album.
    #[query]
    pub album_ids: Option<Vec<Uuid>>,
    /// The city.
    #[query]
    pub city: Option<Nullable<String>>,
    /// The country.
    #[query]
    pub country: Option<Nullable<String>>,
    /// The created after.
    #[query]
    pub created_after: Option<Timestamp>,
    /// The created before.
    #[query]
    pub created_before: Option<Timestamp>,
    /// Identifies the device. Until 3.0.0-rc.1.
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub device_id: Option<String>,
    /// Whether it is encoded.
    #[query]
    pub is_encoded: Option<bool>,
    /// Whether it is favorite.
    #[query]
    pub is_favorite: Option<bool>,
    /// Whether it is motion.
    #[query]
    pub is_motion: Option<bool>,
    /// Whether it is not in album.
    #[query]
    pub is_not_in_album: Option<bool>,
    /// Whether it is offline.
    #[query]
    pub is_offline: Option<bool>,
    /// The lens model.
    #[query]
    pub lens_model: Option<Nullable<String>>,
    /// Identifies the library.
    #[query]
    pub library_id: Option<Nullable<Uuid>>,
    /// The make.
    #[query]
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub make: Option<Nullable<String>>,
    /// The min file size.
    #[query]
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub min_file_size: Option<Integer>,
    /// The model.
    #[query]
    pub model: Option<Nullable<String>>,
    /// The ocr. Added in 2.2.0.
    #[query]
    #[life("2.2.0..", optional)]
    pub ocr: Option<String>,
    /// Identifies each person.
    #[query]
    pub person_ids: Option<Vec<Uuid>>,
    /// The rating.
    #[query]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v2.6.0", updated = "v3")]
    #[shape("..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    /// The size.
    #[query]
    #[shape("..3.0.0-rc.1", minimum = 1, maximum = 1000)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = 1000)]
    pub size: Option<Number>,
    /// The state.
    #[query]
    pub state: Option<Nullable<String>>,
    /// Identifies each tag.
    #[query]
    pub tag_ids: Option<Nullable<Vec<Uuid>>>,
    /// The taken after.
    #[query]
    pub taken_after: Option<Timestamp>,
    /// The taken before.
    #[query]
    pub taken_before: Option<Timestamp>,
    /// The trashed after.
    #[query]
    pub trashed_after: Option<Timestamp>,
    /// The trashed before.
    #[query]
    pub trashed_before: Option<Timestamp>,
    /// The type.
    #[query]
    pub r#type: Option<AssetTypeEnum>,
    /// The updated after.
    #[query]
    pub updated_after: Option<Timestamp>,
    /// The updated before.
    #[query]
    pub updated_before: Option<Timestamp>,
    /// The visibility.
    #[query]
    pub visibility: Option<AssetVisibility>,
    /// Whether to take along deleted.
    #[query]
    pub with_deleted: Option<bool>,
    /// Whether to take along exif.
    #[query]
    pub with_exif: Option<bool>,
}

/// Search metadata. Until 1.122.0.
#[operation(POST "/search/metadata", id = "searchMetadata", tag = "Search")]
#[life("..1.122.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, SearchResponseDto)]
pub struct SearchMetadata {
    /// What is sent.
    #[body]
    pub body: MetadataSearchDto,
}

/// Search assets. Added in 1.122.0.
#[operation(POST "/search/metadata", id = "searchAssets", tag = "Search")]
#[life("1.122.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, SearchResponseDto)]
pub struct SearchAssets {
    /// The key. Added in 3.0.2.
    #[query]
    #[life("3.0.2..", optional)]
    pub key: Option<String>,
    /// The slug. Added in 3.0.2.
    #[query]
    #[life("3.0.2..", optional)]
    pub slug: Option<String>,
    /// What is sent.
    #[body]
    pub body: MetadataSearchDto,
}

/// Search person.
#[operation(GET "/search/person", id = "searchPerson", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PersonResponseDto>)]
pub struct SearchPerson {
    /// The name.
    #[query]
    pub name: String,
    /// Whether to take along hidden.
    #[query]
    pub with_hidden: Option<bool>,
}

/// Search places.
#[operation(GET "/search/places", id = "searchPlaces", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PlacesResponseDto>)]
pub struct SearchPlaces {
    /// The name.
    #[query]
    pub name: String,
}

/// Search random. Added in 1.116.0.
#[operation(POST "/search/random", id = "searchRandom", tag = "Search")]
#[life("1.116.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer("..1.117.0", 200, SearchResponseDto)]
#[answer("1.117.0..", 200, Vec<AssetResponseDto>)]
pub struct SearchRandom {
    /// What is sent.
    #[body]
    pub body: RandomSearchDto,
}

/// Search smart.
#[operation(POST "/search/smart", id = "searchSmart", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, SearchResponseDto)]
pub struct SearchSmart {
    /// What is sent.
    #[body]
    pub body: SmartSearchDto,
}

/// Search asset statistics. Added in 1.135.0.
#[operation(POST "/search/statistics", id = "searchAssetStatistics", tag = "Search")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, SearchStatisticsResponseDto)]
pub struct SearchAssetStatistics {
    /// What is sent.
    #[body]
    pub body: StatisticsSearchDto,
}

/// Get search suggestions.
#[operation(GET "/search/suggestions", id = "getSearchSuggestions", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<String>)]
pub struct GetSearchSuggestions {
    /// The country.
    #[query]
    pub country: Option<String>,
    /// Whether to include null. Added in 1.112.0.
    #[query]
    #[life("1.112.0..", optional)]
    #[marker("1.112.0..2.3.0", added = "v111.0.0")]
    #[marker("2.3.0..", added = "v1.111.0", stable = "v2")]
    pub include_null: Option<bool>,
    /// The lens model. Added in 2.2.0.
    #[query]
    #[life("2.2.0..", optional)]
    pub lens_model: Option<String>,
    /// The make.
    #[query]
    pub make: Option<String>,
    /// The model.
    #[query]
    pub model: Option<String>,
    /// The state.
    #[query]
    pub state: Option<String>,
    /// The type.
    #[query]
    pub r#type: SearchSuggestionType,
}

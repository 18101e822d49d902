//! Search.

mod queries;
mod results;
mod types;

pub use queries::*;
pub use results::*;
pub use types::*;

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
    SearchAssets::describe,
    SearchPerson::describe,
    SearchPlaces::describe,
    SearchRandom::describe,
    SearchSmart::describe,
    SearchAssetStatistics::describe,
    GetSearchSuggestions::describe,
];

#[operation(GET "/search/cities", id = "getAssetsByCity", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct GetAssetsByCity {}

#[operation(GET "/search/explore", id = "getExploreData", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<SearchExploreResponseDto>)]
pub struct GetExploreData {}

#[operation(POST "/search/large-assets", id = "searchLargeAssets", tag = "Search")]
#[life("1.137.0..", deprecated = "3.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct SearchLargeAssets {
    #[query]
    pub album_ids: Option<Vec<Uuid>>,
    #[query]
    pub city: Option<Nullable<String>>,
    #[query]
    pub country: Option<Nullable<String>>,
    #[query]
    pub created_after: Option<Timestamp>,
    #[query]
    pub created_before: Option<Timestamp>,
    #[query]
    #[life("..3.0.0-rc.1", optional)]
    pub device_id: Option<String>,
    #[query]
    pub is_encoded: Option<bool>,
    #[query]
    pub is_favorite: Option<bool>,
    #[query]
    pub is_motion: Option<bool>,
    #[query]
    pub is_not_in_album: Option<bool>,
    #[query]
    pub is_offline: Option<bool>,
    #[query]
    pub lens_model: Option<Nullable<String>>,
    #[query]
    pub library_id: Option<Nullable<Uuid>>,
    #[query]
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub make: Option<Nullable<String>>,
    #[query]
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub min_file_size: Option<Integer>,
    #[query]
    pub model: Option<Nullable<String>>,
    #[query]
    #[life("2.2.0..", optional)]
    pub ocr: Option<String>,
    #[query]
    pub person_ids: Option<Vec<Uuid>>,
    #[query]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v2.6.0", updated = "v3")]
    #[shape("..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    #[query]
    #[shape("..3.0.0-rc.1", minimum = 1, maximum = 1000)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = 1000)]
    pub size: Option<Number>,
    #[query]
    pub state: Option<Nullable<String>>,
    #[query]
    pub tag_ids: Option<Nullable<Vec<Uuid>>>,
    #[query]
    pub taken_after: Option<Timestamp>,
    #[query]
    pub taken_before: Option<Timestamp>,
    #[query]
    pub trashed_after: Option<Timestamp>,
    #[query]
    pub trashed_before: Option<Timestamp>,
    #[query]
    pub r#type: Option<AssetTypeEnum>,
    #[query]
    pub updated_after: Option<Timestamp>,
    #[query]
    pub updated_before: Option<Timestamp>,
    #[query]
    pub visibility: Option<AssetVisibility>,
    #[query]
    pub with_deleted: Option<bool>,
    #[query]
    pub with_exif: Option<bool>,
}

#[operation(POST "/search/metadata", id = "searchAssets", tag = "Search")]
#[id("..1.122.0", "searchMetadata")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, SearchResponseDto)]
pub struct SearchAssets {
    #[query]
    #[life("3.0.2..", optional)]
    pub key: Option<String>,
    #[query]
    #[life("3.0.2..", optional)]
    pub slug: Option<String>,
    #[body]
    pub body: MetadataSearchDto,
}

#[operation(GET "/search/person", id = "searchPerson", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PersonResponseDto>)]
pub struct SearchPerson {
    #[query]
    pub name: String,
    #[query]
    pub with_hidden: Option<bool>,
}

#[operation(GET "/search/places", id = "searchPlaces", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PlacesResponseDto>)]
pub struct SearchPlaces {
    #[query]
    pub name: String,
}

#[operation(POST "/search/random", id = "searchRandom", tag = "Search")]
#[life("1.116.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer("..1.117.0", 200, SearchResponseDto)]
#[answer("1.117.0..", 200, Vec<AssetResponseDto>)]
pub struct SearchRandom {
    #[body]
    pub body: RandomSearchDto,
}

#[operation(POST "/search/smart", id = "searchSmart", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, SearchResponseDto)]
pub struct SearchSmart {
    #[body]
    pub body: SmartSearchDto,
}

#[operation(POST "/search/statistics", id = "searchAssetStatistics", tag = "Search")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, SearchStatisticsResponseDto)]
pub struct SearchAssetStatistics {
    #[body]
    pub body: StatisticsSearchDto,
}

#[operation(GET "/search/suggestions", id = "getSearchSuggestions", tag = "Search")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "asset.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<String>)]
pub struct GetSearchSuggestions {
    #[query]
    pub country: Option<String>,
    #[query]
    #[life("1.112.0..", optional)]
    #[marker("1.112.0..2.3.0", added = "v111.0.0")]
    #[marker("2.3.0..", added = "v1.111.0", stable = "v2")]
    pub include_null: Option<bool>,
    #[query]
    #[life("2.2.0..", optional)]
    pub lens_model: Option<String>,
    #[query]
    pub make: Option<String>,
    #[query]
    pub model: Option<String>,
    #[query]
    pub state: Option<String>,
    #[query]
    pub r#type: SearchSuggestionType,
}

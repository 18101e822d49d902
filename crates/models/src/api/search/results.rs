//! What a search finds.

use crate::{AlbumResponseDto, AssetResponseDto, Natural, Nullable, Number, SafeInteger, model};

#[model]
pub struct PlacesResponseDto {
    pub admin1name: Option<String>,
    pub admin2name: Option<String>,
    pub latitude: Number,
    pub longitude: Number,
    pub name: String,
}

#[model]
pub struct SearchAlbumResponseDto {
    pub count: Natural,
    pub facets: Vec<SearchFacetResponseDto>,
    pub items: Vec<AlbumResponseDto>,
    pub total: Natural,
}

#[model]
pub struct SearchAssetResponseDto {
    pub count: Natural,
    pub facets: Vec<SearchFacetResponseDto>,
    pub items: Vec<AssetResponseDto>,
    pub next_page: Nullable<String>,
    #[marker("3.0.0-rc.1..", deprecated = "v3.0.0")]
    pub total: Natural,
}

#[model]
pub struct SearchExploreItem {
    pub data: AssetResponseDto,
    pub value: String,
}

#[model]
pub struct SearchExploreResponseDto {
    pub field_name: String,
    pub items: Vec<SearchExploreItem>,
}

#[model]
pub struct SearchFacetCountResponseDto {
    pub count: Natural,
    pub value: String,
}

#[model]
pub struct SearchFacetResponseDto {
    pub counts: Vec<SearchFacetCountResponseDto>,
    pub field_name: String,
}

#[model]
pub struct SearchResponseDto {
    pub albums: SearchAlbumResponseDto,
    pub assets: SearchAssetResponseDto,
}

#[model]
#[life("1.135.0..")]
pub struct SearchStatisticsResponseDto {
    pub total: SafeInteger,
}

#[model]
#[serde(rename_all = "kebab-case")]
pub enum SearchSuggestionType {
    Country,
    State,
    City,
    CameraMake,
    CameraModel,
    #[life("2.2.0..")]
    CameraLensModel,
}

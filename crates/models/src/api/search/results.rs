//! What a search finds.

use crate::{
    AlbumResponseDto, AssetOrder, AssetResponseDto, BoolFilter, DateFilter, DateFilterNullable, EnumFilterAssetType,
    EnumFilterAssetVisibility, IdFilter, IdFilterNullable, IdsFilter, Natural, Nullable, Number, NumberFilter,
    NumberFilterNullable, SafeInteger, StringFilter, StringFilterNullable, StringPatternFilter, StringSimilarityFilter,
    model,
};

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
    #[life("3.2.0..")]
    pub next_cursor: Option<Nullable<String>>,
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
#[life("3.2.0..")]
pub struct SearchFilter {
    pub album_ids: Option<IdsFilter>,
    pub checksum: Option<StringFilter>,
    pub city: Option<StringFilterNullable>,
    pub country: Option<StringFilterNullable>,
    pub created_at: Option<DateFilter>,
    pub description: Option<StringPatternFilter>,
    pub encoded_video_path: Option<StringFilter>,
    pub file_size_in_bytes: Option<NumberFilter>,
    pub has_albums: Option<BoolFilter>,
    pub has_people: Option<BoolFilter>,
    pub has_tags: Option<BoolFilter>,
    pub id: Option<IdFilter>,
    pub is_encoded: Option<BoolFilter>,
    pub is_favorite: Option<BoolFilter>,
    pub is_motion: Option<BoolFilter>,
    pub is_offline: Option<BoolFilter>,
    pub lens_model: Option<StringFilterNullable>,
    pub library_id: Option<IdFilterNullable>,
    pub make: Option<StringFilterNullable>,
    pub model: Option<StringFilterNullable>,
    pub ocr: Option<StringSimilarityFilter>,
    #[shape(minItems = 1)]
    pub or: Option<Vec<SearchFilterBranch>>,
    pub original_file_name: Option<StringPatternFilter>,
    pub original_path: Option<StringPatternFilter>,
    pub person_ids: Option<IdsFilter>,
    pub rating: Option<NumberFilterNullable>,
    pub state: Option<StringFilterNullable>,
    pub tag_ids: Option<IdsFilter>,
    pub taken_at: Option<DateFilter>,
    pub trashed_at: Option<DateFilterNullable>,
    pub r#type: Option<EnumFilterAssetType>,
    pub updated_at: Option<DateFilter>,
    pub visibility: Option<EnumFilterAssetVisibility>,
}

#[model]
#[life("3.2.0..")]
pub struct SearchFilterBranch {
    pub album_ids: Option<IdsFilter>,
    pub checksum: Option<StringFilter>,
    pub city: Option<StringFilterNullable>,
    pub country: Option<StringFilterNullable>,
    pub created_at: Option<DateFilter>,
    pub description: Option<StringPatternFilter>,
    pub encoded_video_path: Option<StringFilter>,
    pub file_size_in_bytes: Option<NumberFilter>,
    pub has_albums: Option<BoolFilter>,
    pub has_people: Option<BoolFilter>,
    pub has_tags: Option<BoolFilter>,
    pub id: Option<IdFilter>,
    pub is_encoded: Option<BoolFilter>,
    pub is_favorite: Option<BoolFilter>,
    pub is_motion: Option<BoolFilter>,
    pub is_offline: Option<BoolFilter>,
    pub lens_model: Option<StringFilterNullable>,
    pub library_id: Option<IdFilterNullable>,
    pub make: Option<StringFilterNullable>,
    pub model: Option<StringFilterNullable>,
    pub ocr: Option<StringSimilarityFilter>,
    pub original_file_name: Option<StringPatternFilter>,
    pub original_path: Option<StringPatternFilter>,
    pub person_ids: Option<IdsFilter>,
    pub rating: Option<NumberFilterNullable>,
    pub state: Option<StringFilterNullable>,
    pub tag_ids: Option<IdsFilter>,
    pub taken_at: Option<DateFilter>,
    pub trashed_at: Option<DateFilterNullable>,
    pub r#type: Option<EnumFilterAssetType>,
    pub updated_at: Option<DateFilter>,
    pub visibility: Option<EnumFilterAssetVisibility>,
}

#[model]
#[life("3.2.0..")]
pub struct SearchOrder {
    pub direction: Option<AssetOrder>,
    pub field: Option<SearchOrderField>,
}

#[model]
#[life("3.2.0..")]
#[serde(rename_all = "camelCase")]
pub enum SearchOrderField {
    FileCreatedAt,
    LocalDateTime,
    FileSizeInBytes,
    Rating,
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

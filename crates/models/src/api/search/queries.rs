//! What is searched for.

use crate::{
    AssetOrder, AssetTypeEnum, AssetVisibility, Either, Id, Integer, MAX_SAFE, Nullable, Number, SearchFilter,
    SearchOrder, Timestamp, UUID_V4, Uuid, model,
};

#[model]
pub struct MetadataSearchDto {
    #[life("1.135.0..", optional)]
    pub album_ids: Option<Vec<Uuid>>,
    pub checksum: Option<String>,
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub city: Option<Nullable<String>>,
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub country: Option<Nullable<String>>,
    pub created_after: Option<Timestamp>,
    pub created_before: Option<Timestamp>,
    #[life("3.2.0..", optional)]
    #[shape(minLength = 1)]
    pub cursor: Option<String>,
    #[life("1.126.0..", optional)]
    pub description: Option<String>,
    #[life("..3.0.0-rc.1", optional)]
    pub device_asset_id: Option<String>,
    #[life("..3.0.0-rc.1", optional)]
    pub device_id: Option<String>,
    pub encoded_video_path: Option<String>,
    #[life("3.2.0..", optional)]
    pub filter: Option<SearchFilter>,
    pub id: Option<Uuid>,
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    pub is_encoded: Option<bool>,
    pub is_favorite: Option<bool>,
    pub is_motion: Option<bool>,
    pub is_not_in_album: Option<bool>,
    pub is_offline: Option<bool>,
    #[life("..1.133.0", optional)]
    pub is_visible: Option<bool>,
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub lens_model: Option<Nullable<String>>,
    #[shape("..1.107.0", String, format = "uuid")]
    #[shape("1.107.0..3.0.0-rc.1", format = "uuid")]
    #[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
    pub library_id: Option<Nullable<String>>,
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub make: Option<Nullable<String>>,
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub model: Option<Nullable<String>>,
    #[life("2.2.0..", optional)]
    pub ocr: Option<String>,
    #[shape("..1.125.0")]
    #[shape("1.125.0..", default = "desc")]
    pub order: Option<AssetOrder>,
    #[life("3.2.0..", optional)]
    pub order_by: Option<SearchOrder>,
    pub original_file_name: Option<String>,
    pub original_path: Option<String>,
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub page: Option<Number>,
    pub person_ids: Option<Vec<Uuid>>,
    pub preview_path: Option<String>,
    #[life("1.127.0..", optional)]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v2.6.0", updated = "v3")]
    #[shape("1.127.0..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    #[shape("..3.0.0-rc.1", minimum = 1, maximum = 1000)]
    #[shape("3.0.0-rc.1..3.2.0", Integer, minimum = 1, maximum = 1000)]
    #[shape("3.2.0..", Integer, minimum = 1, maximum = 1000, default = 250)]
    pub size: Option<Number>,
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub state: Option<Nullable<String>>,
    #[life("1.126.0..", optional)]
    #[shape("1.126.0..1.136.0", Vec<Uuid>)]
    #[shape("1.136.0..3.0.0-rc.1", Nullable<Vec<Uuid>>)]
    #[shape("3.0.0-rc.1..", Nullable<Vec<Id>>)]
    pub tag_ids: Option<Nullable<Vec<Either<Uuid, Id>>>>,
    pub taken_after: Option<Timestamp>,
    pub taken_before: Option<Timestamp>,
    pub thumbnail_path: Option<String>,
    pub trashed_after: Option<Timestamp>,
    pub trashed_before: Option<Timestamp>,
    pub r#type: Option<AssetTypeEnum>,
    pub updated_after: Option<Timestamp>,
    pub updated_before: Option<Timestamp>,
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
    #[life("..1.133.0", optional)]
    #[shape(default = false)]
    pub with_archived: Option<bool>,
    pub with_deleted: Option<bool>,
    pub with_exif: Option<bool>,
    pub with_people: Option<bool>,
    pub with_stacked: Option<bool>,
}

#[model]
#[life("1.116.0..")]
pub struct RandomSearchDto {
    #[life("1.135.0..", optional)]
    pub album_ids: Option<Vec<Uuid>>,
    pub city: Option<Nullable<String>>,
    pub country: Option<Nullable<String>>,
    pub created_after: Option<Timestamp>,
    pub created_before: Option<Timestamp>,
    #[life("..3.0.0-rc.1", optional)]
    pub device_id: Option<String>,
    #[life("3.2.0..", optional)]
    pub filter: Option<SearchFilter>,
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    pub is_encoded: Option<bool>,
    pub is_favorite: Option<bool>,
    pub is_motion: Option<bool>,
    pub is_not_in_album: Option<bool>,
    pub is_offline: Option<bool>,
    #[life("..1.133.0", optional)]
    pub is_visible: Option<bool>,
    pub lens_model: Option<Nullable<String>>,
    pub library_id: Option<Nullable<Uuid>>,
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub make: Option<Nullable<String>>,
    pub model: Option<Nullable<String>>,
    #[life("2.2.0..", optional)]
    pub ocr: Option<String>,
    #[life("..1.117.0", optional)]
    #[shape(minimum = 1)]
    pub page: Option<Number>,
    pub person_ids: Option<Vec<Uuid>>,
    #[life("1.127.0..", optional)]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v2.6.0", updated = "v3")]
    #[shape("1.127.0..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    #[shape("..3.0.0-rc.1", minimum = 1, maximum = 1000)]
    #[shape("3.0.0-rc.1..3.2.0", Integer, minimum = 1, maximum = 1000)]
    #[shape("3.2.0..", Integer, minimum = 1, maximum = 1000, default = 250)]
    pub size: Option<Number>,
    pub state: Option<Nullable<String>>,
    #[life("1.126.0..", optional)]
    #[shape("1.126.0..1.136.0", Vec<Uuid>)]
    #[shape("1.136.0..3.0.0-rc.1", Nullable<Vec<Uuid>>)]
    #[shape("3.0.0-rc.1..", Nullable<Vec<Id>>)]
    pub tag_ids: Option<Nullable<Vec<Either<Uuid, Id>>>>,
    pub taken_after: Option<Timestamp>,
    pub taken_before: Option<Timestamp>,
    pub trashed_after: Option<Timestamp>,
    pub trashed_before: Option<Timestamp>,
    pub r#type: Option<AssetTypeEnum>,
    pub updated_after: Option<Timestamp>,
    pub updated_before: Option<Timestamp>,
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
    #[life("..1.133.0", optional)]
    #[shape(default = false)]
    pub with_archived: Option<bool>,
    pub with_deleted: Option<bool>,
    pub with_exif: Option<bool>,
    pub with_people: Option<bool>,
    pub with_stacked: Option<bool>,
}

#[model]
pub struct SmartSearchDto {
    #[life("1.135.0..", optional)]
    pub album_ids: Option<Vec<Uuid>>,
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub city: Option<Nullable<String>>,
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub country: Option<Nullable<String>>,
    pub created_after: Option<Timestamp>,
    pub created_before: Option<Timestamp>,
    #[life("..3.0.0-rc.1", optional)]
    pub device_id: Option<String>,
    #[life("3.2.0..", optional)]
    pub filter: Option<SearchFilter>,
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    pub is_encoded: Option<bool>,
    pub is_favorite: Option<bool>,
    pub is_motion: Option<bool>,
    pub is_not_in_album: Option<bool>,
    pub is_offline: Option<bool>,
    #[life("..1.133.0", optional)]
    pub is_visible: Option<bool>,
    #[life("1.131.0..", optional)]
    pub language: Option<String>,
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub lens_model: Option<Nullable<String>>,
    #[shape("..1.107.0", String, format = "uuid")]
    #[shape("1.107.0..3.0.0-rc.1", format = "uuid")]
    #[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
    pub library_id: Option<Nullable<String>>,
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub make: Option<Nullable<String>>,
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub model: Option<Nullable<String>>,
    #[life("2.2.0..", optional)]
    pub ocr: Option<String>,
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub page: Option<Number>,
    pub person_ids: Option<Vec<Uuid>>,
    #[life("..", required = "..1.141.0")]
    pub query: Option<String>,
    #[life("1.141.0..", optional)]
    pub query_asset_id: Option<Uuid>,
    #[life("1.127.0..", optional)]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v2.6.0", updated = "v3")]
    #[shape("1.127.0..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    #[shape("..3.0.0-rc.1", minimum = 1, maximum = 1000)]
    #[shape("3.0.0-rc.1..3.2.0", Integer, minimum = 1, maximum = 1000)]
    #[shape("3.2.0..", Integer, minimum = 1, maximum = 1000, default = 100)]
    pub size: Option<Number>,
    #[shape("..1.112.0", String)]
    #[shape("1.112.0..")]
    pub state: Option<Nullable<String>>,
    #[life("1.126.0..", optional)]
    #[shape("1.126.0..1.136.0", Vec<Uuid>)]
    #[shape("1.136.0..3.0.0-rc.1", Nullable<Vec<Uuid>>)]
    #[shape("3.0.0-rc.1..", Nullable<Vec<Id>>)]
    pub tag_ids: Option<Nullable<Vec<Either<Uuid, Id>>>>,
    pub taken_after: Option<Timestamp>,
    pub taken_before: Option<Timestamp>,
    pub trashed_after: Option<Timestamp>,
    pub trashed_before: Option<Timestamp>,
    pub r#type: Option<AssetTypeEnum>,
    pub updated_after: Option<Timestamp>,
    pub updated_before: Option<Timestamp>,
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
    #[life("..1.133.0", optional)]
    #[shape(default = false)]
    pub with_archived: Option<bool>,
    pub with_deleted: Option<bool>,
    pub with_exif: Option<bool>,
}

#[model]
#[life("1.135.0..")]
pub struct StatisticsSearchDto {
    pub album_ids: Option<Vec<Uuid>>,
    pub city: Option<Nullable<String>>,
    pub country: Option<Nullable<String>>,
    pub created_after: Option<Timestamp>,
    pub created_before: Option<Timestamp>,
    pub description: Option<String>,
    #[life("..3.0.0-rc.1", optional)]
    pub device_id: Option<String>,
    #[life("3.2.0..", optional)]
    pub filter: Option<SearchFilter>,
    pub is_encoded: Option<bool>,
    pub is_favorite: Option<bool>,
    pub is_motion: Option<bool>,
    pub is_not_in_album: Option<bool>,
    pub is_offline: Option<bool>,
    pub lens_model: Option<Nullable<String>>,
    pub library_id: Option<Nullable<Uuid>>,
    #[shape("..3.0.0-rc.1", String)]
    #[shape("3.0.0-rc.1..")]
    pub make: Option<Nullable<String>>,
    pub model: Option<Nullable<String>>,
    #[life("2.2.0..", optional)]
    pub ocr: Option<String>,
    pub person_ids: Option<Vec<Uuid>>,
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v2.6.0", updated = "v3")]
    #[shape("..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    pub state: Option<Nullable<String>>,
    #[shape("..1.136.0", Vec<Uuid>)]
    #[shape("1.136.0..3.0.0-rc.1", Nullable<Vec<Uuid>>)]
    #[shape("3.0.0-rc.1..", Nullable<Vec<Id>>)]
    pub tag_ids: Option<Nullable<Vec<Either<Uuid, Id>>>>,
    pub taken_after: Option<Timestamp>,
    pub taken_before: Option<Timestamp>,
    pub trashed_after: Option<Timestamp>,
    pub trashed_before: Option<Timestamp>,
    pub r#type: Option<AssetTypeEnum>,
    pub updated_after: Option<Timestamp>,
    pub updated_before: Option<Timestamp>,
    pub visibility: Option<AssetVisibility>,
}

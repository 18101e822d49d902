//! What is done to many assets at once.

use crate::{AssetVisibility, Integer, MAX_SAFE, MIN_SAFE, Nullable, Number, Uuid, model};

#[model]
pub struct AssetBulkDeleteDto {
    pub force: Option<bool>,
    pub ids: Vec<Uuid>,
}

#[model]
pub struct AssetBulkUpdateDto {
    pub date_time_original: Option<String>,
    #[life("1.138.0..", optional)]
    #[shape("1.138.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub date_time_relative: Option<Number>,
    #[life("1.133.0..", optional)]
    pub description: Option<String>,
    pub duplicate_id: Option<Nullable<String>>,
    pub ids: Vec<Uuid>,
    #[life("..1.133.0", optional)]
    pub is_archived: Option<bool>,
    pub is_favorite: Option<bool>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minimum = -90, maximum = 90)]
    pub latitude: Option<Number>,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", minimum = -180, maximum = 180)]
    pub longitude: Option<Number>,
    #[life("1.112.0..", optional)]
    #[marker("2.6.0..3.0.0-rc.1", added = "v1", stable = "v2", updated = "v2.6.0")]
    #[marker("3.0.0-rc.1..", added = "v1", stable = "v2", updated = "v3")]
    #[shape("1.112.0..1.125.7", Number, minimum = 0, maximum = 5)]
    #[shape("1.125.7..2.6.0", Number, minimum = -1, maximum = 5)]
    #[shape("2.6.0..3.0.0-rc.1", minimum = -1, maximum = 5)]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = -1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    #[life("..1.113.0", optional)]
    pub remove_parent: Option<bool>,
    #[life("..1.113.0", optional)]
    pub stack_parent_id: Option<Uuid>,
    #[life("1.138.0..", optional)]
    pub time_zone: Option<String>,
    #[life("1.133.0..", optional)]
    pub visibility: Option<AssetVisibility>,
}

#[model]
#[life("2.2.0..")]
pub struct AssetCopyDto {
    #[shape(default = true)]
    pub albums: Option<bool>,
    #[shape(default = true)]
    pub favorite: Option<bool>,
    #[shape(default = true)]
    pub shared_links: Option<bool>,
    #[shape(default = true)]
    pub sidecar: Option<bool>,
    pub source_id: Uuid,
    #[shape(default = true)]
    pub stack: Option<bool>,
    pub target_id: Uuid,
}

#[model]
#[serde(rename_all = "kebab-case")]
pub enum AssetJobName {
    RegenerateThumbnail,
    RefreshMetadata,
    TranscodeVideo,
    #[life("1.118.0..")]
    RefreshFaces,
}

#[model]
pub struct AssetJobsDto {
    pub asset_ids: Vec<Uuid>,
    pub name: AssetJobName,
}

#[model]
#[life("..1.113.0")]
pub struct UpdateStackParentDto {
    pub new_parent_id: Uuid,
    pub old_parent_id: Uuid,
}

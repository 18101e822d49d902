//! People and faces in the stream.

use crate::{Id, Nullable, SafeInteger, Timestamp, model};

#[model]
#[life("1.136.0..")]
pub struct SyncAssetFaceDeleteV1 {
    pub asset_face_id: Id,
}

#[model]
#[life("1.136.0..")]
pub struct SyncAssetFaceV1 {
    pub asset_id: Id,
    pub bounding_box_x1: SafeInteger,
    pub bounding_box_x2: SafeInteger,
    pub bounding_box_y1: SafeInteger,
    pub bounding_box_y2: SafeInteger,
    pub id: Id,
    pub image_height: SafeInteger,
    pub image_width: SafeInteger,
    pub person_id: Nullable<String>,
    pub source_type: String,
}

#[model]
#[life("2.6.0..3.3.0")]
pub struct SyncAssetFaceV2 {
    pub asset_id: Id,
    pub bounding_box_x1: SafeInteger,
    pub bounding_box_x2: SafeInteger,
    pub bounding_box_y1: SafeInteger,
    pub bounding_box_y2: SafeInteger,
    pub deleted_at: Nullable<Timestamp>,
    pub id: Id,
    pub image_height: SafeInteger,
    pub image_width: SafeInteger,
    pub is_visible: bool,
    pub person_id: Nullable<String>,
    pub source_type: String,
}

#[model]
#[life("3.3.0..")]
pub struct SyncAssetFaceV3 {
    pub asset_id: Id,
    pub bounding_box_x1: SafeInteger,
    pub bounding_box_x2: SafeInteger,
    pub bounding_box_y1: SafeInteger,
    pub bounding_box_y2: SafeInteger,
    pub deleted_at: Nullable<Timestamp>,
    pub id: Id,
    pub image_height: SafeInteger,
    pub image_width: SafeInteger,
    pub is_visible: bool,
    pub person_id: Nullable<String>,
    pub source_type: String,
}

#[model]
#[life("1.136.0..")]
pub struct SyncPersonDeleteV1 {
    pub person_id: Id,
}

#[model]
#[life("1.136.0..")]
pub struct SyncPersonV1 {
    pub birth_date: Nullable<Timestamp>,
    pub color: Nullable<String>,
    pub created_at: Timestamp,
    pub face_asset_id: Nullable<String>,
    pub id: Id,
    pub is_favorite: bool,
    pub is_hidden: bool,
    pub name: String,
    pub owner_id: Id,
    pub updated_at: Timestamp,
}

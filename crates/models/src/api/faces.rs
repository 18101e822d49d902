//! Faces in photos.

use crate::operation::Describe;
use crate::{Id, Integer, Natural, Nullable, Operation, PersonResponseDto, SafeInteger, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetFaces::describe, CreateFace::describe, ReassignFacesById::describe, DeleteFace::describe];

#[operation(GET "/faces", id = "getFaces", tag = "Faces")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "face.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetFaceResponseDto>)]
pub struct GetFaces {
    #[query]
    pub id: Uuid,
}

#[operation(POST "/faces", id = "createFace", tag = "Faces")]
#[life("1.127.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "face.create")]
#[security(bearer, cookie, api_key)]
#[answer(201)]
pub struct CreateFace {
    #[body]
    pub body: AssetFaceCreateDto,
}

#[operation(PUT "/faces/{id}", id = "reassignFacesById", tag = "Faces")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "face.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, PersonResponseDto)]
pub struct ReassignFacesById {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: FaceDto,
}

#[operation(DELETE "/faces/{id}", id = "deleteFace", tag = "Faces")]
#[life("1.127.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "face.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteFace {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: AssetFaceDeleteDto,
}

#[model]
#[life("1.127.0..")]
pub struct AssetFaceCreateDto {
    pub asset_id: Uuid,
    pub height: SafeInteger,
    pub image_height: SafeInteger,
    pub image_width: SafeInteger,
    pub person_id: Uuid,
    #[life("3.3.0..", optional)]
    pub user_id: Option<Id>,
    pub width: SafeInteger,
    pub x: SafeInteger,
    pub y: SafeInteger,
}

#[model]
#[life("1.127.0..")]
pub struct AssetFaceDeleteDto {
    pub force: bool,
}

#[model]
pub struct AssetFaceResponseDto {
    pub bounding_box_x1: SafeInteger,
    pub bounding_box_x2: SafeInteger,
    pub bounding_box_y1: SafeInteger,
    pub bounding_box_y2: SafeInteger,
    pub id: Uuid,
    pub image_height: Natural,
    pub image_width: Natural,
    pub person: Nullable<PersonResponseDto>,
    #[life("1.114.0..", optional)]
    pub source_type: Option<SourceType>,
}

#[model]
pub struct AssetFaceUpdateDto {
    pub data: Vec<AssetFaceUpdateItem>,
}

#[model]
pub struct AssetFaceUpdateItem {
    pub asset_id: Uuid,
    pub person_id: Uuid,
    #[life("3.3.0..", optional)]
    pub user_id: Option<Id>,
}

/// A face, named inside the person it belongs to, or belonging to nobody yet. The box is in pixels of a picture of the
/// size `image_width` × `image_height`, which need not be that of the original.
#[model]
#[life("..3.0.0-rc.1")]
pub struct AssetFaceWithoutPersonResponseDto {
    /// The left edge of the box.
    pub bounding_box_x1: Integer,
    /// The right edge of the box.
    pub bounding_box_x2: Integer,
    /// The upper edge of the box.
    pub bounding_box_y1: Integer,
    /// The lower edge of the box.
    pub bounding_box_y2: Integer,
    /// Identifies the face.
    pub id: Uuid,
    /// The height of the picture in which the box was measured.
    pub image_height: Integer,
    /// The width of the picture in which the box was measured.
    pub image_width: Integer,
    /// Who found the face.
    #[life("1.114.0..", optional)]
    pub source_type: Option<SourceType>,
}

#[model]
pub struct FaceDto {
    pub id: Uuid,
}

/// Who found a face.
#[model]
#[life("1.114.0..")]
#[serde(rename_all = "kebab-case")]
pub enum SourceType {
    /// The server's face recognition.
    MachineLearning,
    /// The program that wrote the file's metadata.
    Exif,
    /// A user, by hand.
    #[life("1.128.0..")]
    Manual,
}

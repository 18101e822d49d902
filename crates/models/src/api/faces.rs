//! Faces in photos.

use crate::operation::Describe;
use crate::{Integer, Natural, Nullable, Operation, PersonResponseDto, SafeInteger, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetFaces::describe, CreateFace::describe, ReassignFacesById::describe, DeleteFace::describe];

/// Get faces.
#[operation(GET "/faces", id = "getFaces", tag = "Faces")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "face.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetFaceResponseDto>)]
pub struct GetFaces {
    /// Identifies it.
    #[query]
    pub id: Uuid,
}

/// Create face. Added in 1.127.0.
#[operation(POST "/faces", id = "createFace", tag = "Faces")]
#[life("1.127.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "face.create")]
#[security(bearer, cookie, api_key)]
#[answer(201)]
pub struct CreateFace {
    /// What is sent.
    #[body]
    pub body: AssetFaceCreateDto,
}

/// Reassign faces by id.
#[operation(PUT "/faces/{id}", id = "reassignFacesById", tag = "Faces")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "face.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, PersonResponseDto)]
pub struct ReassignFacesById {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: FaceDto,
}

/// Delete face. Added in 1.127.0.
#[operation(DELETE "/faces/{id}", id = "deleteFace", tag = "Faces")]
#[life("1.127.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "face.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteFace {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: AssetFaceDeleteDto,
}

/// Asset face create. Added in 1.127.0.
#[model]
#[life("1.127.0..")]
pub struct AssetFaceCreateDto {
    /// Identifies the asset.
    pub asset_id: Uuid,
    /// The height.
    pub height: SafeInteger,
    /// The image height.
    pub image_height: SafeInteger,
    /// The image width.
    pub image_width: SafeInteger,
    /// Identifies the person.
    pub person_id: Uuid,
    /// The width.
    pub width: SafeInteger,
    /// The x.
    pub x: SafeInteger,
    /// The y.
    pub y: SafeInteger,
}

/// Asset face delete. Added in 1.127.0.
#[model]
#[life("1.127.0..")]
pub struct AssetFaceDeleteDto {
    /// The force.
    pub force: bool,
}

/// What the server answers: asset face.
#[model]
pub struct AssetFaceResponseDto {
    /// The bounding box x1.
    pub bounding_box_x1: SafeInteger,
    /// The bounding box x2.
    pub bounding_box_x2: SafeInteger,
    /// The bounding box y1.
    pub bounding_box_y1: SafeInteger,
    /// The bounding box y2.
    pub bounding_box_y2: SafeInteger,
    /// Identifies it.
    pub id: Uuid,
    /// The image height.
    pub image_height: Natural,
    /// The image width.
    pub image_width: Natural,
    /// The person.
    pub person: Nullable<PersonResponseDto>,
    /// The source type. Added in 1.114.0.
    #[life("1.114.0..", optional)]
    pub source_type: Option<SourceType>,
}

/// Asset face update.
#[model]
pub struct AssetFaceUpdateDto {
    /// The data.
    pub data: Vec<AssetFaceUpdateItem>,
}

/// Asset face update item.
#[model]
pub struct AssetFaceUpdateItem {
    /// Identifies the asset.
    pub asset_id: Uuid,
    /// Identifies the person.
    pub person_id: Uuid,
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

/// Face.
#[model]
pub struct FaceDto {
    /// Identifies it.
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

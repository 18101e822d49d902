//! Faces in photos.

use crate::{Integer, Uuid, model};

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

//! People that were recognised in photos.

use crate::{AssetFaceWithoutPersonResponseDto, Date, DateTime, Id, Nullable, model};

/// A person.
#[model]
pub struct PersonResponseDto {
    /// The day of birth, from which clients tell the age in a photo.
    pub birth_date: Nullable<Date>,
    /// A colour chosen for the person, as clients like to write it.
    #[life("1.126.0..", optional)]
    #[marker("1.126.0..2.3.0", added = "v1.126.0")]
    #[marker("2.3.0..", added = "v1.126.0", stable = "v2")]
    pub color: Option<String>,
    /// Identifies the person.
    pub id: Id,
    /// Whether the person comes first in lists.
    #[life("1.126.0..", optional)]
    #[marker("1.126.0..2.3.0", added = "v1.126.0")]
    #[marker("2.3.0..", added = "v1.126.0", stable = "v2")]
    pub is_favorite: Option<bool>,
    /// Whether the person is left out of lists.
    pub is_hidden: bool,
    /// The name; empty if nobody gave one.
    pub name: String,
    /// The portrait's path on the server's disk.
    pub thumbnail_path: String,
    /// When the person was last changed; a client reloads the portrait when it changes.
    #[life("1.107.0..", optional)]
    #[marker("1.107.0..2.3.0", added = "v1.107.0")]
    #[marker("2.3.0..", added = "v1.107.0", stable = "v2")]
    pub updated_at: Option<DateTime>,
}

/// A person in one photo, with the faces that were found in it.
#[model]
#[life("..3.0.0-rc.1")]
pub struct PersonWithFacesResponseDto {
    /// The day of birth, from which clients tell the age in a photo.
    pub birth_date: Nullable<Date>,
    /// A colour chosen for the person, as clients like to write it.
    #[life("1.126.0..", optional)]
    #[marker("1.126.0..2.3.0", added = "v1.126.0")]
    #[marker("2.3.0..", added = "v1.126.0", stable = "v2")]
    pub color: Option<String>,
    /// The person's faces in the photo; more than one in a collage.
    pub faces: Vec<AssetFaceWithoutPersonResponseDto>,
    /// Identifies the person.
    pub id: Id,
    /// Whether the person comes first in lists.
    #[life("1.126.0..", optional)]
    #[marker("1.126.0..2.3.0", added = "v1.126.0")]
    #[marker("2.3.0..", added = "v1.126.0", stable = "v2")]
    pub is_favorite: Option<bool>,
    /// Whether the person is left out of lists.
    pub is_hidden: bool,
    /// The name; empty if nobody gave one.
    pub name: String,
    /// The portrait's path on the server's disk.
    pub thumbnail_path: String,
    /// When the person was last changed; a client reloads the portrait when it changes.
    #[life("1.107.0..", optional)]
    #[marker("1.107.0..2.3.0", added = "v1.107.0")]
    #[marker("2.3.0..", added = "v1.107.0", stable = "v2")]
    pub updated_at: Option<DateTime>,
}

/// A person as an asset names it: version 3 no longer says where in the photo the faces are.
#[model]
pub enum AssetPerson {
    /// With faces.
    #[life("..3.0.0-rc.1")]
    WithFaces(PersonWithFacesResponseDto),
    /// Without.
    #[life("3.0.0-rc.1..")]
    Plain(PersonResponseDto),
}

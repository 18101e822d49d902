//! People: merge to update.

use crate::{
    AssetFaceWithoutPersonResponseDto, Date, DateTime, Id, Natural, Nullable, SafeInteger, UUID_V4, Uuid, model,
};

/// Merge person.
#[model]
pub struct MergePersonDto {
    /// Identifies each .
    pub ids: Vec<Uuid>,
}

/// Person create.
#[model]
pub struct PersonCreateDto {
    /// The birth date.
    pub birth_date: Option<Nullable<Date>>,
    /// The color. Added in 1.126.0.
    #[life("1.126.0..", optional)]
    #[shape("1.126.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    pub color: Option<Nullable<String>>,
    /// Whether it is favorite. Added in 1.126.0.
    #[life("1.126.0..", optional)]
    pub is_favorite: Option<bool>,
    /// Whether it is hidden.
    pub is_hidden: Option<bool>,
    /// The name.
    pub name: Option<String>,
}

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

/// What the server answers: person statistics.
#[model]
pub struct PersonStatisticsResponseDto {
    /// The assets.
    pub assets: SafeInteger,
}

/// Person update.
#[model]
pub struct PersonUpdateDto {
    /// The birth date.
    pub birth_date: Option<Nullable<Date>>,
    /// The color. Added in 1.126.0.
    #[life("1.126.0..", optional)]
    #[shape("1.126.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    pub color: Option<Nullable<String>>,
    /// Identifies the feature face asset.
    #[shape("..1.133.0")]
    #[shape("1.133.0..3.0.0-rc.1", format = "uuid")]
    #[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
    pub feature_face_asset_id: Option<String>,
    /// Whether it is favorite. Added in 1.126.0.
    #[life("1.126.0..", optional)]
    pub is_favorite: Option<bool>,
    /// Whether it is hidden.
    pub is_hidden: Option<bool>,
    /// The name.
    pub name: Option<String>,
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
    pub id: String,
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

/// What the server answers: people.
#[model]
pub struct PeopleResponseDto {
    /// Whether it has next page. Added in 1.110.0.
    #[life("1.110.0..", optional)]
    #[marker("1.110.0..2.3.0", added = "v1.110.0")]
    #[marker("2.3.0..", added = "v1.110.0", stable = "v2")]
    pub has_next_page: Option<bool>,
    /// The hidden.
    pub hidden: Natural,
    /// The people.
    pub people: Vec<PersonResponseDto>,
    /// The total.
    pub total: Natural,
}

/// People update.
#[model]
pub struct PeopleUpdateDto {
    /// The people.
    pub people: Vec<PeopleUpdateItem>,
}

/// People update item.
#[model]
pub struct PeopleUpdateItem {
    /// The birth date.
    pub birth_date: Option<Nullable<Date>>,
    /// The color. Added in 1.126.0.
    #[life("1.126.0..", optional)]
    #[shape("1.126.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    pub color: Option<Nullable<String>>,
    /// Identifies the feature face asset.
    #[shape("..1.133.0")]
    #[shape("1.133.0..3.0.0-rc.1", format = "uuid")]
    #[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
    pub feature_face_asset_id: Option<String>,
    /// Identifies it.
    pub id: Id,
    /// Whether it is favorite. Added in 1.126.0.
    #[life("1.126.0..", optional)]
    pub is_favorite: Option<bool>,
    /// Whether it is hidden.
    pub is_hidden: Option<bool>,
    /// The name.
    pub name: Option<String>,
}

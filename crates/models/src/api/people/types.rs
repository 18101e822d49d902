//! People: types.

use crate::{
    AssetFaceWithoutPersonResponseDto, Date, DateTime, Id, Natural, Nullable, SafeInteger, UUID_ANY, UUID_V4,
    UserAvatarColor, UserResponseDto, Uuid, model,
};

#[model]
pub struct MergePersonDto {
    pub ids: Vec<Uuid>,
}

#[model]
#[life("3.3.0..")]
pub struct PeopleDeleteDto {
    pub ids: Vec<Id>,
    pub user_id: Option<String>,
}

#[model]
pub struct PeopleResponseDto {
    #[life("1.110.0..", optional)]
    #[marker("1.110.0..2.3.0", added = "v1.110.0")]
    #[marker("2.3.0..", added = "v1.110.0", stable = "v2")]
    pub has_next_page: Option<bool>,
    pub hidden: Natural,
    pub people: Vec<PersonResponseDto>,
    pub total: Natural,
}

#[model]
pub struct PeopleUpdateDto {
    pub people: Vec<PeopleUpdateItem>,
}

#[model]
pub struct PeopleUpdateItem {
    pub birth_date: Option<Nullable<Date>>,
    #[life("1.126.0..", optional)]
    #[shape("1.126.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    pub color: Option<Nullable<String>>,
    #[shape("..1.133.0")]
    #[shape("1.133.0..3.0.0-rc.1", format = "uuid")]
    #[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
    pub feature_face_asset_id: Option<String>,
    pub id: Id,
    #[life("1.126.0..", optional)]
    pub is_favorite: Option<bool>,
    pub is_hidden: Option<bool>,
    pub name: Option<String>,
    #[life("3.3.0..", optional)]
    #[shape(format = "uuid", pattern = UUID_ANY)]
    pub user_id: Option<String>,
}

#[model]
#[life("3.3.0..")]
pub struct PeopleUserResponseDto {
    pub avatar_color: UserAvatarColor,
    #[shape(
        pattern = r"^[\p{L}\p{M}\p{N}.!#$%&\'*+\/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)*$"
    )]
    pub email: String,
    pub id: Id,
    pub name: String,
    pub profile_changed_at: DateTime,
    pub profile_image_path: String,
    pub role: PersonUserRole,
}

#[model]
#[life("3.3.0..")]
pub struct PeopleUsersUpsertDto {
    pub person_ids: Option<Vec<Id>>,
    pub role: PersonUserRole,
    pub shared_with_ids: Vec<Id>,
    pub r#type: Option<PeopleUsersUpsertType>,
}

#[model]
#[life("3.3.0..")]
#[serde(rename_all = "lowercase")]
pub enum PeopleUsersUpsertType {
    Everyone,
}

#[model]
pub struct PersonCreateDto {
    pub birth_date: Option<Nullable<Date>>,
    #[life("1.126.0..", optional)]
    #[shape("1.126.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    pub color: Option<Nullable<String>>,
    #[life("1.126.0..", optional)]
    pub is_favorite: Option<bool>,
    pub is_hidden: Option<bool>,
    pub name: Option<String>,
}

#[model]
#[life("3.3.0..")]
pub struct PersonDeleteDto {
    pub user_id: Option<String>,
}

#[model]
#[life("3.3.0..")]
pub struct PersonOtherResponseDto {
    pub birth_date: Nullable<String>,
    pub name: String,
    pub role: PersonUserRole,
    #[shape(format = "uuid", pattern = UUID_ANY)]
    pub shared_by_id: String,
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
    #[life("3.3.0..")]
    pub other_people: Option<Vec<PersonOtherResponseDto>>,
    #[life("3.3.0..")]
    pub shared_by: Option<Vec<PeopleUserResponseDto>>,
    #[life("3.3.0..")]
    pub shared_with: Option<Vec<PeopleUserResponseDto>>,
    /// The portrait's path on the server's disk.
    pub thumbnail_path: String,
    /// When the person was last changed; a client reloads the portrait when it changes.
    #[life("1.107.0..", optional)]
    #[marker("1.107.0..2.3.0", added = "v1.107.0")]
    #[marker("2.3.0..", added = "v1.107.0", stable = "v2")]
    pub updated_at: Option<DateTime>,
}

#[model]
pub struct PersonStatisticsResponseDto {
    pub assets: SafeInteger,
}

#[model]
pub struct PersonUpdateDto {
    pub birth_date: Option<Nullable<Date>>,
    #[life("1.126.0..", optional)]
    #[shape("1.126.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    pub color: Option<Nullable<String>>,
    #[shape("..1.133.0")]
    #[shape("1.133.0..3.0.0-rc.1", format = "uuid")]
    #[shape("3.0.0-rc.1..", format = "uuid", pattern = UUID_V4)]
    pub feature_face_asset_id: Option<String>,
    #[life("1.126.0..", optional)]
    pub is_favorite: Option<bool>,
    pub is_hidden: Option<bool>,
    pub name: Option<String>,
    #[life("3.3.0..", optional)]
    #[shape(format = "uuid", pattern = UUID_ANY)]
    pub user_id: Option<String>,
}

#[model]
#[life("3.3.0..")]
pub enum PersonUpdateStrategy {
    SelfValue = "self",
    Everyone = "everyone",
}

#[model]
#[life("3.3.0..")]
#[serde(rename_all = "lowercase")]
pub enum PersonUserRole {
    Read,
    Write,
    Admin,
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

#[model(inline)]
pub struct SharedPerson {
    #[shape(format = "uuid", pattern = UUID_ANY)]
    pub person_id: String,
    pub role: PersonUserRole,
    pub shared_by: UserResponseDto,
    #[shape(format = "uuid", pattern = UUID_ANY)]
    pub shared_by_id: String,
    pub shared_with: UserResponseDto,
    #[shape(format = "uuid", pattern = UUID_ANY)]
    pub shared_with_id: String,
}

#[model(inline)]
pub struct SharedPersonRemoval {
    #[shape(format = "uuid", pattern = UUID_ANY)]
    pub person_id: String,
    #[shape(format = "uuid", pattern = UUID_ANY)]
    pub shared_by_id: Option<String>,
    #[shape(format = "uuid", pattern = UUID_ANY)]
    pub shared_with_id: String,
}

#[model]
#[life("3.3.0..")]
#[serde(rename_all = "kebab-case")]
pub enum SharingDirection {
    SharedBy,
    SharedWith,
}

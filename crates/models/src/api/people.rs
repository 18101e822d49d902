//! People that were recognised in photos.

use crate::operation::Describe;
use crate::{
    AssetFaceUpdateDto, AssetFaceWithoutPersonResponseDto, AssetResponseDto, Binary, BulkIdResponseDto, BulkIdsDto,
    Date, DateTime, Id, Integer, MAX_SAFE, Natural, Nullable, Number, Operation, SafeInteger, UUID_V4, Uuid, model,
    operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetAllPeople::describe,
    UpdatePeople::describe,
    CreatePerson::describe,
    DeletePeople::describe,
    GetPerson::describe,
    UpdatePerson::describe,
    DeletePerson::describe,
    GetPersonAssets::describe,
    MergePerson::describe,
    ReassignFaces::describe,
    GetPersonStatistics::describe,
    GetPersonThumbnail::describe,
];

#[operation(GET "/people", id = "getAllPeople", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, PeopleResponseDto)]
pub struct GetAllPeople {
    #[query]
    #[life("1.123.0..", optional)]
    pub closest_asset_id: Option<Uuid>,
    #[query]
    #[life("1.123.0..", optional)]
    pub closest_person_id: Option<Uuid>,
    #[query]
    #[life("1.110.0..", optional)]
    #[shape("1.110.0..3.0.0-rc.1", minimum = 1, default = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE, default = 1)]
    pub page: Option<Number>,
    #[query]
    #[life("1.110.0..", optional)]
    #[shape("1.110.0..3.0.0-rc.1", minimum = 1, maximum = 1000, default = 500)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = 1000, default = 500)]
    pub size: Option<Number>,
    #[query]
    pub with_hidden: Option<bool>,
}

#[operation(PUT "/people", id = "updatePeople", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct UpdatePeople {
    #[body]
    pub body: PeopleUpdateDto,
}

#[operation(POST "/people", id = "createPerson", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, PersonResponseDto)]
pub struct CreatePerson {
    #[body]
    pub body: PersonCreateDto,
}

#[operation(DELETE "/people", id = "deletePeople", tag = "People")]
#[life("1.136.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeletePeople {
    #[body]
    pub body: BulkIdsDto,
}

#[operation(GET "/people/{id}", id = "getPerson", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, PersonResponseDto)]
pub struct GetPerson {
    #[path]
    pub id: Uuid,
}

#[operation(PUT "/people/{id}", id = "updatePerson", tag = "People")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updatePerson")]
#[permission("1.137.0..", "person.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, PersonResponseDto)]
pub struct UpdatePerson {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: PersonUpdateDto,
}

#[operation(DELETE "/people/{id}", id = "deletePerson", tag = "People")]
#[life("1.136.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeletePerson {
    #[path]
    pub id: Uuid,
}

#[operation(GET "/people/{id}/assets", id = "getPersonAssets", tag = "People")]
#[life("..1.118.0", deprecated = "1.112.0..1.118.0")]
#[marker("1.112.0..1.118.0", deprecated = "v1.113.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct GetPersonAssets {
    #[path]
    pub id: Uuid,
}

#[operation(POST "/people/{id}/merge", id = "mergePerson", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.merge")]
#[security(bearer, cookie, api_key)]
#[answer("1.138.0..", 200, Vec<BulkIdResponseDto>)]
#[answer("..1.138.0", 201, Vec<BulkIdResponseDto>)]
pub struct MergePerson {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: MergePersonDto,
}

#[operation(PUT "/people/{id}/reassign", id = "reassignFaces", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.reassign")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PersonResponseDto>)]
pub struct ReassignFaces {
    #[path]
    pub id: Uuid,
    #[body]
    pub body: AssetFaceUpdateDto,
}

#[operation(GET "/people/{id}/statistics", id = "getPersonStatistics", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, PersonStatisticsResponseDto)]
pub struct GetPersonStatistics {
    #[path]
    pub id: Uuid,
}

#[operation(GET "/people/{id}/thumbnail", id = "getPersonThumbnail", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct GetPersonThumbnail {
    #[path]
    pub id: Uuid,
}

#[model]
pub struct MergePersonDto {
    pub ids: Vec<Uuid>,
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

//! People that were recognised in photos.

mod merge_to_update;

pub use merge_to_update::*;

use crate::operation::Describe;
use crate::{
    AssetFaceUpdateDto, AssetResponseDto, Binary, BulkIdResponseDto, BulkIdsDto, Integer, MAX_SAFE, Number, Operation,
    Uuid, operation,
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

/// Get all people.
#[operation(GET "/people", id = "getAllPeople", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, PeopleResponseDto)]
pub struct GetAllPeople {
    /// Identifies the closest asset. Added in 1.123.0.
    #[query]
    #[life("1.123.0..", optional)]
    pub closest_asset_id: Option<Uuid>,
    /// Identifies the closest person. Added in 1.123.0.
    #[query]
    #[life("1.123.0..", optional)]
    pub closest_person_id: Option<Uuid>,
    /// The page. Added in 1.110.0.
    #[query]
    #[life("1.110.0..", optional)]
    #[shape("1.110.0..3.0.0-rc.1", minimum = 1, default = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE, default = 1)]
    pub page: Option<Number>,
    /// The size. Added in 1.110.0.
    #[query]
    #[life("1.110.0..", optional)]
    #[shape("1.110.0..3.0.0-rc.1", minimum = 1, maximum = 1000, default = 500)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = 1000, default = 500)]
    pub size: Option<Number>,
    /// Whether to take along hidden.
    #[query]
    pub with_hidden: Option<bool>,
}

/// Update people.
#[operation(PUT "/people", id = "updatePeople", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct UpdatePeople {
    /// What is sent.
    #[body]
    pub body: PeopleUpdateDto,
}

/// Create person.
#[operation(POST "/people", id = "createPerson", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, PersonResponseDto)]
pub struct CreatePerson {
    /// What is sent.
    #[body]
    pub body: PersonCreateDto,
}

/// Delete people. Added in 1.136.0.
#[operation(DELETE "/people", id = "deletePeople", tag = "People")]
#[life("1.136.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeletePeople {
    /// What is sent.
    #[body]
    pub body: BulkIdsDto,
}

/// Get person.
#[operation(GET "/people/{id}", id = "getPerson", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, PersonResponseDto)]
pub struct GetPerson {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Update person.
#[operation(PUT "/people/{id}", id = "updatePerson", tag = "People")]
#[life("..", deprecated = "3.0.0-rc.1..")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[marker("3.0.0-rc.1..", added = "v1", beta = "v1", stable = "v2", deprecated = "v3", replacement = "updatePerson")]
#[permission("1.137.0..", "person.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, PersonResponseDto)]
pub struct UpdatePerson {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: PersonUpdateDto,
}

/// Delete person. Added in 1.136.0.
#[operation(DELETE "/people/{id}", id = "deletePerson", tag = "People")]
#[life("1.136.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.delete")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct DeletePerson {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Get person assets. Until 1.118.0.
#[operation(GET "/people/{id}/assets", id = "getPersonAssets", tag = "People")]
#[life("..1.118.0", deprecated = "1.112.0..1.118.0")]
#[marker("1.112.0..1.118.0", deprecated = "v1.113.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct GetPersonAssets {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Merge person.
#[operation(POST "/people/{id}/merge", id = "mergePerson", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.merge")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 201, Vec<BulkIdResponseDto>)]
#[answer("1.138.0..", 200, Vec<BulkIdResponseDto>)]
pub struct MergePerson {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: MergePersonDto,
}

/// Reassign faces.
#[operation(PUT "/people/{id}/reassign", id = "reassignFaces", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.reassign")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PersonResponseDto>)]
pub struct ReassignFaces {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    pub body: AssetFaceUpdateDto,
}

/// Get person statistics.
#[operation(GET "/people/{id}/statistics", id = "getPersonStatistics", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.statistics")]
#[security(bearer, cookie, api_key)]
#[answer(200, PersonStatisticsResponseDto)]
pub struct GetPersonStatistics {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Get person thumbnail.
#[operation(GET "/people/{id}/thumbnail", id = "getPersonThumbnail", tag = "People")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Binary, content = "application/octet-stream")]
pub struct GetPersonThumbnail {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

//! People that were recognised in photos.

mod types;

pub use types::*;

use crate::operation::Describe;
use crate::{
    AssetFaceUpdateDto, AssetResponseDto, Binary, BulkIdResponseDto, BulkIdsDto, Either, Id, Integer, MAX_SAFE, Number,
    Operation, Uuid, operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetAllPeople::describe,
    UpdatePeople::describe,
    CreatePerson::describe,
    DeletePeople::describe,
    MergePeople::describe,
    GetUsersForPeople::describe,
    UpsertPeopleUsers::describe,
    RemoveUsersFromPeople::describe,
    GetPerson::describe,
    UpdatePerson::describe,
    DeletePerson::describe,
    GetPersonAssets::describe,
    MergePersonLegacy::describe,
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
    #[life("3.3.0..", optional)]
    pub is_favorite: Option<bool>,
    #[query]
    #[life("3.3.0..", optional)]
    pub is_hidden: Option<bool>,
    #[query]
    #[life("3.3.0..", optional)]
    pub name: Option<String>,
    #[query]
    #[life("1.110.0..", optional)]
    #[shape("1.110.0..3.0.0-rc.1", minimum = 1, default = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE, default = 1)]
    pub page: Option<Number>,
    #[query]
    #[life("3.3.0..", optional)]
    pub shared_by_id: Option<Id>,
    #[query]
    #[life("3.3.0..", optional)]
    pub shared_with_id: Option<Id>,
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
    #[shape("..3.3.0", BulkIdsDto)]
    #[shape("3.3.0..", PeopleDeleteDto)]
    pub body: Either<BulkIdsDto, PeopleDeleteDto>,
}

#[operation(POST "/people/merge", id = "mergePeople", tag = "People")]
#[life("3.2.1..")]
#[security(api_key, bearer, cookie)]
#[answer(200, Vec<BulkIdResponseDto>)]
pub struct MergePeople {
    #[body]
    pub body: MergePersonDto,
}

#[operation(GET "/people/users", id = "getUsersForPeople", tag = "People")]
#[life("3.3.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, Vec<SharedPerson>)]
pub struct GetUsersForPeople {
    #[query]
    pub direction: Option<SharingDirection>,
    #[query]
    pub person_id: Option<Id>,
    #[query]
    pub role: Option<PersonUserRole>,
    #[query]
    pub shared_by_id: Option<Id>,
    #[query]
    pub shared_with_id: Option<Id>,
}

#[operation(PUT "/people/users", id = "upsertPeopleUsers", tag = "People")]
#[life("3.3.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200)]
pub struct UpsertPeopleUsers {
    #[body]
    pub body: PeopleUsersUpsertDto,
}

#[operation(DELETE "/people/users", id = "removeUsersFromPeople", tag = "People")]
#[life("3.3.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200)]
pub struct RemoveUsersFromPeople {
    #[body]
    pub body: Vec<SharedPersonRemoval>,
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
    #[body]
    #[life("3.3.0..")]
    pub body: Option<PersonDeleteDto>,
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

#[operation(POST "/people/{id}/merge", id = "mergePersonLegacy", tag = "People")]
#[id("..3.2.1", "mergePerson")]
#[life("..", deprecated = "3.2.1..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "person.merge")]
#[security(bearer, cookie, api_key)]
#[answer("1.138.0..", 200, Vec<BulkIdResponseDto>)]
#[answer("..1.138.0", 201, Vec<BulkIdResponseDto>)]
pub struct MergePersonLegacy {
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

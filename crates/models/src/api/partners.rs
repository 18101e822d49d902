//! Partners.

use crate::operation::Describe;
use crate::{DateTime, EMAIL, Either, Id, Operation, UserAvatarColor, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetPartners::describe,
    CreatePartner::describe,
    UpdatePartner::describe,
    CreatePartnerDeprecated::describe,
    RemovePartner::describe,
];

#[operation(GET "/partners", id = "getPartners", tag = "Partners")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "partner.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PartnerResponseDto>)]
pub struct GetPartners {
    #[query]
    #[shape("..1.108.0", String, enum = ["shared-by", "shared-with"])]
    #[shape("1.108.0..")]
    pub direction: PartnerDirection,
}

#[operation(POST "/partners", id = "createPartner", tag = "Partners")]
#[life("1.142.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.142.0..", "partner.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, PartnerResponseDto)]
pub struct CreatePartner {
    #[body]
    pub body: PartnerCreateDto,
}

#[operation(PUT "/partners/{id}", id = "updatePartner", tag = "Partners")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "partner.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, PartnerResponseDto)]
pub struct UpdatePartner {
    #[path]
    pub id: Uuid,
    #[body]
    #[shape("..1.142.0", UpdatePartnerDto)]
    #[shape("1.142.0..", PartnerUpdateDto)]
    pub body: Either<UpdatePartnerDto, PartnerUpdateDto>,
}

#[operation(POST "/partners/{id}", id = "createPartnerDeprecated", tag = "Partners")]
#[id("..1.142.0", "createPartner")]
#[life("..", deprecated = "1.142.0..")]
#[marker("1.142.0..2.3.0", deprecated = "v1.141.0")]
#[marker("2.3.0..", added = "v1", deprecated = "v1", replacement = "createPartner")]
#[permission("1.137.0..", "partner.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, PartnerResponseDto)]
pub struct CreatePartnerDeprecated {
    #[path]
    pub id: Uuid,
}

#[operation(DELETE "/partners/{id}", id = "removePartner", tag = "Partners")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "partner.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct RemovePartner {
    #[path]
    pub id: Uuid,
}

#[model]
#[life("1.142.0..")]
pub struct PartnerCreateDto {
    pub shared_with_id: Uuid,
}

#[model]
#[life("1.108.0..")]
#[serde(rename_all = "kebab-case")]
pub enum PartnerDirection {
    SharedBy,
    SharedWith,
}

#[model]
pub struct PartnerResponseDto {
    pub avatar_color: UserAvatarColor,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..3.2.0", format = "email", pattern = EMAIL)]
    #[shape(
        "3.2.0..",
        pattern = r"^[\p{L}\p{M}\p{N}.!#$%&\'*+\/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)*$"
    )]
    pub email: String,
    pub id: Id,
    pub in_timeline: Option<bool>,
    pub name: String,
    #[life("1.116.0..")]
    pub profile_changed_at: Option<DateTime>,
    pub profile_image_path: String,
}

#[model]
#[life("1.142.0..")]
pub struct PartnerUpdateDto {
    pub in_timeline: bool,
}

#[model]
#[life("..1.142.0")]
pub struct UpdatePartnerDto {
    pub in_timeline: bool,
}

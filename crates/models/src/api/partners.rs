//! Partners.

use crate::operation::Describe;
use crate::{DateTime, Either, Email, Id, Operation, UserAvatarColor, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetPartners::describe,
    CreatePartner::describe,
    UpdatePartner::describe,
    CreatePartnerById::describe,
    CreatePartnerDeprecated::describe,
    RemovePartner::describe,
];

/// Get partners.
#[operation(GET "/partners", id = "getPartners", tag = "Partners")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "partner.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<PartnerResponseDto>)]
pub struct GetPartners {
    /// The direction.
    #[query]
    #[shape("..1.108.0", String, enum = ["shared-by", "shared-with"])]
    #[shape("1.108.0..")]
    pub direction: PartnerDirection,
}

/// Create partner. Added in 1.142.0.
#[operation(POST "/partners", id = "createPartner", tag = "Partners")]
#[life("1.142.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.142.0..", "partner.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, PartnerResponseDto)]
pub struct CreatePartner {
    /// What is sent.
    #[body]
    pub body: PartnerCreateDto,
}

/// Update partner.
#[operation(PUT "/partners/{id}", id = "updatePartner", tag = "Partners")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "partner.update")]
#[security(bearer, cookie, api_key)]
#[answer(200, PartnerResponseDto)]
pub struct UpdatePartner {
    /// Identifies it.
    #[path]
    pub id: Uuid,
    /// What is sent.
    #[body]
    #[shape("..1.142.0", UpdatePartnerDto)]
    #[shape("1.142.0..", PartnerUpdateDto)]
    pub body: Either<UpdatePartnerDto, PartnerUpdateDto>,
}

/// Create partner. Until 1.142.0.
#[operation(POST "/partners/{id}", id = "createPartner", tag = "Partners")]
#[life("..1.142.0")]
#[permission("1.137.0..1.142.0", "partner.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, PartnerResponseDto)]
pub struct CreatePartnerById {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Create partner deprecated. Added in 1.142.0.
#[operation(POST "/partners/{id}", id = "createPartnerDeprecated", tag = "Partners")]
#[life("1.142.0..", deprecated = "1.142.0..")]
#[marker("1.142.0..2.3.0", deprecated = "v1.141.0")]
#[marker("2.3.0..", added = "v1", deprecated = "v1", replacement = "createPartner")]
#[permission("1.142.0..", "partner.create")]
#[security(bearer, cookie, api_key)]
#[answer(201, PartnerResponseDto)]
pub struct CreatePartnerDeprecated {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Remove partner.
#[operation(DELETE "/partners/{id}", id = "removePartner", tag = "Partners")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "partner.delete")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct RemovePartner {
    /// Identifies it.
    #[path]
    pub id: Uuid,
}

/// Partner create. Added in 1.142.0.
#[model]
#[life("1.142.0..")]
pub struct PartnerCreateDto {
    /// Identifies the shared with.
    pub shared_with_id: Uuid,
}

/// Partner direction. Added in 1.108.0.
#[model]
#[life("1.108.0..")]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum PartnerDirection {
    SharedBy,
    SharedWith,
}

/// What the server answers: partner.
#[model]
pub struct PartnerResponseDto {
    /// The avatar color.
    pub avatar_color: UserAvatarColor,
    /// The email.
    pub email: Email,
    /// Identifies it.
    pub id: Id,
    /// The in timeline.
    pub in_timeline: Option<bool>,
    /// The name.
    pub name: String,
    /// When it was profile changed. Added in 1.116.0.
    #[life("1.116.0..")]
    pub profile_changed_at: Option<DateTime>,
    /// The profile image path.
    pub profile_image_path: String,
}

/// Partner update. Added in 1.142.0.
#[model]
#[life("1.142.0..")]
pub struct PartnerUpdateDto {
    /// The in timeline.
    pub in_timeline: bool,
}

/// Update partner. Until 1.142.0.
#[model]
#[life("..1.142.0")]
pub struct UpdatePartnerDto {
    /// The in timeline.
    pub in_timeline: bool,
}

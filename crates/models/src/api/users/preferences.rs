//! What users choose for themselves.

use crate::{
    AlbumsResponse, AlbumsUpdate, Either, Integer, MAX_SAFE, MIN_SAFE, PersonUpdateStrategy, Positive, SafeInteger,
    TagsResponse, TagsUpdate, UserAvatarColor, model,
};

#[model]
#[life("..1.133.0")]
pub struct AvatarResponse {
    pub color: UserAvatarColor,
}

#[model]
pub struct AvatarUpdate {
    pub color: Option<UserAvatarColor>,
}

#[model]
#[life("1.135.0..")]
pub struct CastResponse {
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub g_cast_enabled: bool,
}

#[model]
#[life("1.135.0..")]
pub struct CastUpdate {
    pub g_cast_enabled: Option<bool>,
}

#[model]
#[life("1.107.0..")]
pub struct DownloadResponse {
    pub archive_size: SafeInteger,
    #[life("1.113.0..")]
    #[shape("1.113.0..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub include_embedded_videos: Option<bool>,
}

#[model]
#[life("1.107.0..")]
pub struct DownloadUpdate {
    pub archive_size: Option<Positive>,
    #[life("1.113.0..", optional)]
    pub include_embedded_videos: Option<bool>,
}

#[model]
pub struct EmailNotificationsResponse {
    pub album_invite: bool,
    pub album_update: bool,
    pub enabled: bool,
}

#[model]
pub struct EmailNotificationsUpdate {
    pub album_invite: Option<bool>,
    pub album_update: Option<bool>,
    pub enabled: Option<bool>,
}

#[model]
#[life("1.113.0..")]
pub struct FoldersResponse {
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub sidebar_web: bool,
}

#[model]
#[life("1.113.0..")]
pub struct FoldersUpdate {
    pub enabled: Option<bool>,
    pub sidebar_web: Option<bool>,
}

#[model]
#[life("1.113.0..")]
pub struct MemoriesResponse {
    #[life("2.3.0..")]
    #[shape("2.3.0..3.0.0-rc.1", default = 5)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub duration: Option<Integer>,
    #[shape("..3.0.0-rc.1", default = true)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
    #[life("3.2.0..")]
    pub sidebar_web: Option<bool>,
}

#[model]
#[life("1.113.0..")]
pub struct MemoriesUpdate {
    #[life("2.3.0..", optional)]
    pub duration: Option<Positive>,
    pub enabled: Option<bool>,
    #[life("3.2.0..", optional)]
    pub sidebar_web: Option<bool>,
}

#[model]
#[life("..1.113.0")]
pub struct MemoryResponse {
    pub enabled: bool,
}

#[model]
#[life("..1.113.0")]
pub struct MemoryUpdate {
    pub enabled: Option<bool>,
}

#[model]
#[life("1.113.0..")]
pub struct PeopleResponse {
    #[shape("..3.0.0-rc.1", default = true)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
    #[life("3.0.0-rc.1..", optional)]
    pub minimum_faces: Option<Positive>,
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub sidebar_web: bool,
    #[life("3.3.0..")]
    pub update_strategy: Option<PersonUpdateStrategy>,
}

#[model]
#[life("1.113.0..")]
pub struct PeopleUpdate {
    pub enabled: Option<bool>,
    #[life("3.0.0-rc.1..", optional)]
    pub minimum_faces: Option<Positive>,
    pub sidebar_web: Option<bool>,
    #[life("3.3.0..", optional)]
    pub update_strategy: Option<PersonUpdateStrategy>,
}

#[model]
#[life("1.110.0..")]
pub struct PurchaseResponse {
    pub hide_buy_button_until: String,
    pub show_support_badge: bool,
}

#[model]
#[life("1.110.0..")]
pub struct PurchaseUpdate {
    pub hide_buy_button_until: Option<String>,
    pub show_support_badge: Option<bool>,
}

#[model]
#[life("1.112.0..1.113.0")]
pub struct RatingResponse {
    #[shape(default = false)]
    pub enabled: bool,
}

#[model]
#[life("1.112.0..1.113.0")]
pub struct RatingUpdate {
    pub enabled: Option<bool>,
}

#[model]
#[life("1.113.0..")]
pub struct RatingsResponse {
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
}

#[model]
#[life("1.113.0..")]
pub struct RatingsUpdate {
    pub enabled: Option<bool>,
}

#[model]
#[life("3.0.1..")]
pub struct RecentlyAddedResponse {
    pub sidebar_web: bool,
}

#[model]
#[life("3.0.1..")]
pub struct RecentlyAddedUpdate {
    pub sidebar_web: Option<bool>,
}

#[model]
#[life("1.126.0..")]
pub struct SharedLinksResponse {
    #[shape("..3.0.0-rc.1", default = true)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub sidebar_web: bool,
}

#[model]
#[life("1.126.0..")]
pub struct SharedLinksUpdate {
    pub enabled: Option<bool>,
    pub sidebar_web: Option<bool>,
}

#[model]
pub struct UserPreferencesResponseDto {
    #[life("1.135.0..")]
    pub albums: Option<AlbumsResponse>,
    #[life("..1.133.0")]
    pub avatar: Option<AvatarResponse>,
    #[life("1.135.0..")]
    pub cast: Option<CastResponse>,
    #[life("1.107.0..")]
    pub download: Option<DownloadResponse>,
    pub email_notifications: EmailNotificationsResponse,
    #[life("1.113.0..")]
    pub folders: Option<FoldersResponse>,
    #[shape("..1.113.0", MemoryResponse)]
    #[shape("1.113.0..", MemoriesResponse)]
    pub memories: Either<MemoryResponse, MemoriesResponse>,
    #[life("1.113.0..")]
    pub people: Option<PeopleResponse>,
    #[life("1.110.0..")]
    pub purchase: Option<PurchaseResponse>,
    #[life("1.112.0..1.113.0")]
    pub rating: Option<RatingResponse>,
    #[life("1.113.0..")]
    pub ratings: Option<RatingsResponse>,
    #[life("3.0.1..")]
    pub recently_added: Option<RecentlyAddedResponse>,
    #[life("1.126.0..")]
    pub shared_links: Option<SharedLinksResponse>,
    #[life("1.113.0..")]
    pub tags: Option<TagsResponse>,
}

#[model]
pub struct UserPreferencesUpdateDto {
    #[life("1.135.0..", optional)]
    pub albums: Option<AlbumsUpdate>,
    pub avatar: Option<AvatarUpdate>,
    #[life("1.135.0..", optional)]
    pub cast: Option<CastUpdate>,
    #[life("1.107.0..", optional)]
    pub download: Option<DownloadUpdate>,
    pub email_notifications: Option<EmailNotificationsUpdate>,
    #[life("1.113.0..", optional)]
    pub folders: Option<FoldersUpdate>,
    #[shape("..1.113.0", MemoryUpdate)]
    #[shape("1.113.0..", MemoriesUpdate)]
    pub memories: Option<Either<MemoryUpdate, MemoriesUpdate>>,
    #[life("1.113.0..", optional)]
    pub people: Option<PeopleUpdate>,
    #[life("1.110.0..", optional)]
    pub purchase: Option<PurchaseUpdate>,
    #[life("1.112.0..1.113.0", optional)]
    pub rating: Option<RatingUpdate>,
    #[life("1.113.0..", optional)]
    pub ratings: Option<RatingsUpdate>,
    #[life("3.0.1..", optional)]
    pub recently_added: Option<RecentlyAddedUpdate>,
    #[life("1.126.0..", optional)]
    pub shared_links: Option<SharedLinksUpdate>,
    #[life("1.113.0..", optional)]
    pub tags: Option<TagsUpdate>,
}

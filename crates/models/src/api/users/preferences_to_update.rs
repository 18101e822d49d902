//! Users: preferences to update.

use crate::{
    AlbumsResponse, AlbumsUpdate, AvatarResponse, AvatarUpdate, CastResponse, CastUpdate, DateTime, DownloadResponse,
    DownloadUpdate, EMAIL, Either, Email, EmailNotificationsResponse, EmailNotificationsUpdate, FoldersResponse,
    FoldersUpdate, Id, MemoriesResponse, MemoriesUpdate, MemoryResponse, MemoryUpdate, Nullable, PeopleResponse,
    PeopleUpdate, TagsResponse, TagsUpdate, UserAvatarColor, model,
};

/// What the server answers: user preferences.
#[model]
pub struct UserPreferencesResponseDto {
    /// The albums. Added in 1.135.0.
    #[life("1.135.0..")]
    pub albums: Option<AlbumsResponse>,
    /// The avatar. Until 1.133.0.
    #[life("..1.133.0")]
    pub avatar: Option<AvatarResponse>,
    /// The cast. Added in 1.135.0.
    #[life("1.135.0..")]
    pub cast: Option<CastResponse>,
    /// The download. Added in 1.107.0.
    #[life("1.107.0..")]
    pub download: Option<DownloadResponse>,
    /// The email notifications.
    pub email_notifications: EmailNotificationsResponse,
    /// The folders. Added in 1.113.0.
    #[life("1.113.0..")]
    pub folders: Option<FoldersResponse>,
    /// The memories.
    #[shape("..1.113.0", MemoryResponse)]
    #[shape("1.113.0..", MemoriesResponse)]
    pub memories: Either<MemoryResponse, MemoriesResponse>,
    /// The people. Added in 1.113.0.
    #[life("1.113.0..")]
    pub people: Option<PeopleResponse>,
    /// The purchase. Added in 1.110.0.
    #[life("1.110.0..")]
    pub purchase: Option<PurchaseResponse>,
    /// The rating. Added in 1.112.0. Until 1.113.0.
    #[life("1.112.0..1.113.0")]
    pub rating: Option<RatingResponse>,
    /// The ratings. Added in 1.113.0.
    #[life("1.113.0..")]
    pub ratings: Option<RatingsResponse>,
    /// The recently added. Added in 3.0.2.
    #[life("3.0.2..")]
    pub recently_added: Option<RecentlyAddedResponse>,
    /// The shared links. Added in 1.126.0.
    #[life("1.126.0..")]
    pub shared_links: Option<SharedLinksResponse>,
    /// The tags. Added in 1.113.0.
    #[life("1.113.0..")]
    pub tags: Option<TagsResponse>,
}

/// User preferences update.
#[model]
pub struct UserPreferencesUpdateDto {
    /// The albums. Added in 1.135.0.
    #[life("1.135.0..", optional)]
    pub albums: Option<AlbumsUpdate>,
    /// The avatar.
    pub avatar: Option<AvatarUpdate>,
    /// The cast. Added in 1.135.0.
    #[life("1.135.0..", optional)]
    pub cast: Option<CastUpdate>,
    /// The download. Added in 1.107.0.
    #[life("1.107.0..", optional)]
    pub download: Option<DownloadUpdate>,
    /// The email notifications.
    pub email_notifications: Option<EmailNotificationsUpdate>,
    /// The folders. Added in 1.113.0.
    #[life("1.113.0..", optional)]
    pub folders: Option<FoldersUpdate>,
    /// The memories.
    #[shape("..1.113.0", MemoryUpdate)]
    #[shape("1.113.0..", MemoriesUpdate)]
    pub memories: Option<Either<MemoryUpdate, MemoriesUpdate>>,
    /// The people. Added in 1.113.0.
    #[life("1.113.0..", optional)]
    pub people: Option<PeopleUpdate>,
    /// The purchase. Added in 1.110.0.
    #[life("1.110.0..", optional)]
    pub purchase: Option<PurchaseUpdate>,
    /// The rating. Added in 1.112.0. Until 1.113.0.
    #[life("1.112.0..1.113.0", optional)]
    pub rating: Option<RatingUpdate>,
    /// The ratings. Added in 1.113.0.
    #[life("1.113.0..", optional)]
    pub ratings: Option<RatingsUpdate>,
    /// The recently added. Added in 3.0.2.
    #[life("3.0.2..", optional)]
    pub recently_added: Option<RecentlyAddedUpdate>,
    /// The shared links. Added in 1.126.0.
    #[life("1.126.0..", optional)]
    pub shared_links: Option<SharedLinksUpdate>,
    /// The tags. Added in 1.113.0.
    #[life("1.113.0..", optional)]
    pub tags: Option<TagsUpdate>,
}

/// What the server answers: purchase. Added in 1.110.0.
#[model]
#[life("1.110.0..")]
pub struct PurchaseResponse {
    /// The hide buy button until.
    pub hide_buy_button_until: String,
    /// Whether to show support badge.
    pub show_support_badge: bool,
}

/// Purchase update. Added in 1.110.0.
#[model]
#[life("1.110.0..")]
pub struct PurchaseUpdate {
    /// The hide buy button until.
    pub hide_buy_button_until: Option<String>,
    /// Whether to show support badge.
    pub show_support_badge: Option<bool>,
}

/// What the server answers: rating. Added in 1.112.0. Until 1.113.0.
#[model]
#[life("1.112.0..1.113.0")]
pub struct RatingResponse {
    /// Whether it is switched on.
    #[shape(default = false)]
    pub enabled: bool,
}

/// Rating update. Added in 1.112.0. Until 1.113.0.
#[model]
#[life("1.112.0..1.113.0")]
pub struct RatingUpdate {
    /// Whether it is switched on.
    pub enabled: Option<bool>,
}

/// What the server answers: ratings. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct RatingsResponse {
    /// Whether it is switched on.
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
}

/// Ratings update. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct RatingsUpdate {
    /// Whether it is switched on.
    pub enabled: Option<bool>,
}

/// What the server answers: recently added. Added in 3.0.2.
#[model]
#[life("3.0.2..")]
pub struct RecentlyAddedResponse {
    /// The sidebar web.
    pub sidebar_web: bool,
}

/// Recently added update. Added in 3.0.2.
#[model]
#[life("3.0.2..")]
pub struct RecentlyAddedUpdate {
    /// The sidebar web.
    pub sidebar_web: Option<bool>,
}

/// A user without what only administrators may know.
#[model]
pub struct UserResponseDto {
    /// The background of the initials where there is no picture.
    pub avatar_color: UserAvatarColor,
    /// The address with which the user logs in.
    pub email: Email,
    /// Identifies the user.
    pub id: Id,
    /// The name that is shown.
    pub name: String,
    /// When the profile picture was last set; a client reloads the picture when it changes.
    #[life("1.116.0..")]
    pub profile_changed_at: Option<DateTime>,
    /// The picture's path on the server's disk; empty if there is none.
    pub profile_image_path: String,
}

/// What the server answers: shared links. Added in 1.126.0.
#[model]
#[life("1.126.0..")]
pub struct SharedLinksResponse {
    /// Whether it is switched on.
    #[shape("..3.0.0-rc.1", default = true)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
    /// The sidebar web.
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub sidebar_web: bool,
}

/// Shared links update. Added in 1.126.0.
#[model]
#[life("1.126.0..")]
pub struct SharedLinksUpdate {
    /// Whether it is switched on.
    pub enabled: Option<bool>,
    /// The sidebar web.
    pub sidebar_web: Option<bool>,
}

/// User update me.
#[model]
pub struct UserUpdateMeDto {
    /// The avatar color. Added in 1.133.0.
    #[life("1.133.0..", optional)]
    pub avatar_color: Option<Nullable<UserAvatarColor>>,
    /// The email.
    #[shape("..1.124.0")]
    #[shape("1.124.0..3.0.0-rc.1", format = "email")]
    #[shape("3.0.0-rc.1..", format = "email", pattern = EMAIL)]
    pub email: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The password.
    #[life("..", optional, deprecated = "3.0.0-rc.1..")]
    pub password: Option<String>,
}

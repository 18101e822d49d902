//! Users: avatar to people.

use crate::{Binary, Id, Integer, MAX_SAFE, MIN_SAFE, Natural, Positive, SafeInteger, Timestamp, model};

/// What the server answers: avatar. Until 1.133.0.
#[model]
#[life("..1.133.0")]
pub struct AvatarResponse {
    /// The color.
    pub color: UserAvatarColor,
}

/// Avatar update.
#[model]
pub struct AvatarUpdate {
    /// The color.
    pub color: Option<UserAvatarColor>,
}

/// The colours of avatars.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum UserAvatarColor {
    Primary,
    Pink,
    Red,
    Yellow,
    Blue,
    Green,
    Purple,
    Orange,
    Gray,
    Amber,
}

/// Calendar heatmap day.
#[model(inline)]
pub struct CalendarHeatmapDay {
    /// The count.
    pub count: Natural,
    /// The date.
    pub date: String,
}

/// What the server answers: calendar heatmap. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct CalendarHeatmapResponseDto {
    /// Where it begins.
    pub from: String,
    /// The series.
    pub series: Vec<CalendarHeatmapDay>,
    /// Where it ends.
    pub to: String,
    /// The total count.
    pub total_count: Natural,
}

/// Calendar heatmap type. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
#[expect(missing_docs, reason = "their names say it")]
pub enum CalendarHeatmapType {
    Upload,
    Taken,
}

/// What the server answers: cast. Added in 1.135.0.
#[model]
#[life("1.135.0..")]
pub struct CastResponse {
    /// Whether g cast is switched on.
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub g_cast_enabled: bool,
}

/// Cast update. Added in 1.135.0.
#[model]
#[life("1.135.0..")]
pub struct CastUpdate {
    /// Whether g cast is switched on.
    pub g_cast_enabled: Option<bool>,
}

/// Create profile image.
#[model]
pub struct CreateProfileImageDto {
    /// The file.
    pub file: Binary,
}

/// What the server answers: create profile image.
#[model]
pub struct CreateProfileImageResponseDto {
    /// When it was profile changed. Added in 1.116.0.
    #[life("1.116.0..")]
    pub profile_changed_at: Option<Timestamp>,
    /// The profile image path.
    pub profile_image_path: String,
    /// Identifies the user.
    pub user_id: Id,
}

/// What the server answers: download. Added in 1.107.0.
#[model]
#[life("1.107.0..")]
pub struct DownloadResponse {
    /// The archive size.
    pub archive_size: SafeInteger,
    /// Whether to include embedded videos. Added in 1.113.0.
    #[life("1.113.0..")]
    #[shape("1.113.0..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub include_embedded_videos: Option<bool>,
}

/// Download update. Added in 1.107.0.
#[model]
#[life("1.107.0..")]
pub struct DownloadUpdate {
    /// The archive size.
    pub archive_size: Option<Positive>,
    /// Whether to include embedded videos. Added in 1.113.0.
    #[life("1.113.0..", optional)]
    pub include_embedded_videos: Option<bool>,
}

/// What the server answers: email notifications.
#[model]
pub struct EmailNotificationsResponse {
    /// The album invite.
    pub album_invite: bool,
    /// The album update.
    pub album_update: bool,
    /// Whether it is switched on.
    pub enabled: bool,
}

/// Email notifications update.
#[model]
pub struct EmailNotificationsUpdate {
    /// The album invite.
    pub album_invite: Option<bool>,
    /// The album update.
    pub album_update: Option<bool>,
    /// Whether it is switched on.
    pub enabled: Option<bool>,
}

/// What the server answers: folders. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct FoldersResponse {
    /// Whether it is switched on.
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
    /// The sidebar web.
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub sidebar_web: bool,
}

/// Folders update. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct FoldersUpdate {
    /// Whether it is switched on.
    pub enabled: Option<bool>,
    /// The sidebar web.
    pub sidebar_web: Option<bool>,
}

/// What the server answers: memories. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct MemoriesResponse {
    /// The duration. Added in 2.3.0.
    #[life("2.3.0..")]
    #[shape("2.3.0..3.0.0-rc.1", default = 5)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub duration: Option<Integer>,
    /// Whether it is switched on.
    #[shape("..3.0.0-rc.1", default = true)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
}

/// Memories update. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct MemoriesUpdate {
    /// The duration. Added in 2.3.0.
    #[life("2.3.0..", optional)]
    pub duration: Option<Positive>,
    /// Whether it is switched on.
    pub enabled: Option<bool>,
}

/// What the server answers: memory. Until 1.113.0.
#[model]
#[life("..1.113.0")]
pub struct MemoryResponse {
    /// Whether it is switched on.
    pub enabled: bool,
}

/// Memory update. Until 1.113.0.
#[model]
#[life("..1.113.0")]
pub struct MemoryUpdate {
    /// Whether it is switched on.
    pub enabled: Option<bool>,
}

/// User metadata key. Added in 1.137.0.
#[model]
#[life("1.137.0..")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum UserMetadataKey {
    Preferences,
    License,
    Onboarding,
}

/// Onboarding. Added in 1.135.0.
#[model]
#[life("1.135.0..")]
pub struct OnboardingDto {
    /// Whether it is onboarded.
    pub is_onboarded: bool,
}

/// What the server answers: onboarding. Added in 1.135.0.
#[model]
#[life("1.135.0..")]
pub struct OnboardingResponseDto {
    /// Whether it is onboarded.
    pub is_onboarded: bool,
}

/// What the server answers: people. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct PeopleResponse {
    /// Whether it is switched on.
    #[shape("..3.0.0-rc.1", default = true)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
    /// The minimum faces. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..", optional)]
    pub minimum_faces: Option<Positive>,
    /// The sidebar web.
    #[shape("..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub sidebar_web: bool,
}

/// People update. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct PeopleUpdate {
    /// Whether it is switched on.
    pub enabled: Option<bool>,
    /// The minimum faces. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..", optional)]
    pub minimum_faces: Option<Positive>,
    /// The sidebar web.
    pub sidebar_web: Option<bool>,
}

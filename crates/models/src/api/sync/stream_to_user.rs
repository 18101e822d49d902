//! Sync: stream to user.

use crate::{Id, Nullable, OpenObject, SyncRequestType, Timestamp, UserAvatarColor, UserMetadataKey, model};

/// Sync stream. Added in 1.127.0.
#[model]
#[life("1.127.0..")]
pub struct SyncStreamDto {
    /// The reset. Added in 1.136.0.
    #[life("1.136.0..", optional)]
    pub reset: Option<bool>,
    /// The types.
    pub types: Vec<SyncRequestType>,
}

/// Sync user delete v1. Added in 1.127.0.
#[model]
#[life("1.127.0..")]
pub struct SyncUserDeleteV1 {
    /// Identifies the user.
    pub user_id: Id,
}

/// Sync user metadata delete v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncUserMetadataDeleteV1 {
    /// The key.
    #[shape("..1.137.0")]
    #[shape("1.137.0..", UserMetadataKey)]
    pub key: String,
    /// Identifies the user.
    pub user_id: Id,
}

/// Sync user metadata v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncUserMetadataV1 {
    /// The key.
    #[shape("..1.137.0")]
    #[shape("1.137.0..", UserMetadataKey)]
    pub key: String,
    /// Identifies the user.
    pub user_id: Id,
    /// The value.
    pub value: OpenObject,
}

/// Sync user v1. Added in 1.127.0.
#[model]
#[life("1.127.0..")]
pub struct SyncUserV1 {
    /// The avatar color. Added in 1.136.0.
    #[life("1.136.0..", required = "1.136.0..3.0.0-rc.1")]
    pub avatar_color: Option<Nullable<UserAvatarColor>>,
    /// When it was deleted.
    pub deleted_at: Nullable<Timestamp>,
    /// The email.
    pub email: String,
    /// Whether it has profile image. Added in 1.137.0.
    #[life("1.137.0..")]
    pub has_profile_image: Option<bool>,
    /// Identifies it.
    pub id: Id,
    /// The name.
    pub name: String,
    /// When it was profile changed. Added in 1.137.0.
    #[life("1.137.0..")]
    pub profile_changed_at: Option<Timestamp>,
}

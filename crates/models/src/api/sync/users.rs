//! Users and partners in the stream.

use crate::{Id, Nullable, OpenObject, SafeInteger, Timestamp, UserAvatarColor, UserMetadataKey, model};

#[model]
#[life("1.136.0..")]
pub struct SyncAuthUserV1 {
    #[life("..", required = "..3.0.0-rc.1")]
    pub avatar_color: Option<Nullable<UserAvatarColor>>,
    pub deleted_at: Nullable<Timestamp>,
    pub email: String,
    pub has_profile_image: bool,
    pub id: Id,
    pub is_admin: bool,
    pub name: String,
    pub oauth_id: String,
    pub pin_code: Nullable<String>,
    pub profile_changed_at: Timestamp,
    pub quota_size_in_bytes: Nullable<SafeInteger>,
    pub quota_usage_in_bytes: SafeInteger,
    pub storage_label: Nullable<String>,
}

#[model]
#[life("3.3.0..")]
pub struct SyncAuthUserV2 {
    pub avatar_color: Option<Nullable<UserAvatarColor>>,
    pub deleted_at: Nullable<Timestamp>,
    pub email: String,
    pub has_profile_image: bool,
    pub id: Id,
    pub is_admin: bool,
    pub name: String,
    pub oauth_id: Nullable<String>,
    pub pin_code: Nullable<String>,
    pub profile_changed_at: Timestamp,
    pub quota_size_in_bytes: Nullable<SafeInteger>,
    pub quota_usage_in_bytes: SafeInteger,
    pub storage_label: Nullable<String>,
}

#[model]
#[life("1.129.0..")]
pub struct SyncPartnerDeleteV1 {
    pub shared_by_id: Id,
    pub shared_with_id: Id,
}

#[model]
#[life("1.129.0..")]
pub struct SyncPartnerV1 {
    pub in_timeline: bool,
    pub shared_by_id: Id,
    pub shared_with_id: Id,
}

#[model]
#[life("1.127.0..")]
pub struct SyncUserDeleteV1 {
    pub user_id: Id,
}

#[model]
#[life("1.136.0..")]
pub struct SyncUserMetadataDeleteV1 {
    #[shape("..1.137.0")]
    #[shape("1.137.0..", UserMetadataKey)]
    pub key: String,
    pub user_id: Id,
}

#[model]
#[life("1.136.0..")]
pub struct SyncUserMetadataV1 {
    #[shape("..1.137.0")]
    #[shape("1.137.0..", UserMetadataKey)]
    pub key: String,
    pub user_id: Id,
    pub value: OpenObject,
}

#[model]
#[life("1.127.0..")]
pub struct SyncUserV1 {
    #[life("1.136.0..", required = "1.136.0..3.0.0-rc.1")]
    pub avatar_color: Option<Nullable<UserAvatarColor>>,
    pub deleted_at: Nullable<Timestamp>,
    pub email: String,
    #[life("1.137.0..")]
    pub has_profile_image: Option<bool>,
    pub id: Id,
    pub name: String,
    #[life("1.137.0..")]
    pub profile_changed_at: Option<Timestamp>,
}

//! Users, as other users see them.

use crate::{DateTime, Email, Id, model};

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

/// The colours of avatars.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "colours")]
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

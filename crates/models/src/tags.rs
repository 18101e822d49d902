//! Tags that users put on assets.

use crate::{DateTime, Id, model};

/// A tag. Since 1.113.0 tags form trees.
#[model]
pub struct TagResponseDto {
    /// The colour in which clients show it.
    #[life("1.113.0..", optional)]
    pub color: Option<String>,
    /// When it was made.
    #[life("1.113.0..")]
    pub created_at: Option<DateTime>,
    /// Identifies the tag.
    pub id: Id,
    /// The last part of `value`.
    pub name: String,
    /// The tag above it; absent for a root.
    #[life("1.113.0..", optional)]
    pub parent_id: Option<String>,
    /// What made the tag.
    #[life("..1.113.0")]
    pub r#type: Option<TagTypeEnum>,
    /// When it was last changed.
    #[life("1.113.0..")]
    pub updated_at: Option<DateTime>,
    /// The user whose tag it is.
    #[life("..1.113.0")]
    pub user_id: Option<String>,
    /// The names from the root down to this tag, with slashes between.
    #[life("1.113.0..")]
    pub value: Option<String>,
}

/// What made a tag.
#[model]
#[life("..1.113.0")]
#[serde(rename_all = "UPPERCASE")]
pub enum TagTypeEnum {
    /// The server, for a thing that it recognised.
    Object,
    /// The server, for a face that it recognised.
    Face,
    /// A user.
    Custom,
}

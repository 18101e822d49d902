//! User preferences.

use crate::model;

/// What the server answers: tags. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct TagsResponse {
    /// Whether it is switched on.
    #[shape("..3.0.0-rc.1", default = true)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
    /// The sidebar web.
    #[shape("..3.0.0-rc.1", default = true)]
    #[shape("3.0.0-rc.1..")]
    pub sidebar_web: bool,
}

/// Tags update. Added in 1.113.0.
#[model]
#[life("1.113.0..")]
pub struct TagsUpdate {
    /// Whether it is switched on.
    pub enabled: Option<bool>,
    /// The sidebar web.
    pub sidebar_web: Option<bool>,
}

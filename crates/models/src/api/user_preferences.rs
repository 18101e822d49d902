//! User preferences.

use crate::model;

#[model]
#[life("1.113.0..")]
pub struct TagsResponse {
    #[shape("..3.0.0-rc.1", default = true)]
    #[shape("3.0.0-rc.1..")]
    pub enabled: bool,
    #[shape("..3.0.0-rc.1", default = true)]
    #[shape("3.0.0-rc.1..")]
    pub sidebar_web: bool,
}

#[model]
#[life("1.113.0..")]
pub struct TagsUpdate {
    pub enabled: Option<bool>,
    pub sidebar_web: Option<bool>,
}

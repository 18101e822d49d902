//! Machine learning.

use crate::model;

#[model]
pub struct CLIPConfig {
    pub enabled: bool,
    pub model_name: String,
}

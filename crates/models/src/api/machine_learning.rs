//! Machine learning.

use crate::model;

#[model]
#[life("..3.2.0")]
pub struct CLIPConfig {
    pub enabled: bool,
    pub model_name: String,
}

//! Machine learning.

use crate::model;

/// Clip config.
#[model]
pub struct CLIPConfig {
    /// Whether it is switched on.
    pub enabled: bool,
    /// The model name.
    pub model_name: String,
}

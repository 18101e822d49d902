//! The life of an element, ready to be shown.

use crate::Strip;

/// When something existed, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// What it is the life of: `AssetResponseDto.deviceId`.
    pub name: String,
    /// The life itself.
    pub strip: Strip,
}

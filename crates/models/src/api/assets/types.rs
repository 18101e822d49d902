//! Assets: types.

use crate::{AssetResponseDto, Integer, model};

#[model]
#[life("..1.133.0")]
pub struct MemoryLaneResponseDto {
    pub assets: Vec<AssetResponseDto>,
    pub years_ago: Integer,
}

//! Asset edits.

use crate::{CropParameters, MirrorParameters, RotateParameters, Uuid, model};

#[model]
#[life("2.5.0..")]
#[serde(rename_all = "lowercase")]
pub enum AssetEditAction {
    Crop,
    Rotate,
    Mirror,
}

#[model]
pub enum AssetEditActionChoice {
    AssetEditActionCrop(AssetEditActionCrop),
    AssetEditActionRotate(AssetEditActionRotate),
    AssetEditActionMirror(AssetEditActionMirror),
}

#[model]
#[life("2.5.0..2.6.0")]
pub struct AssetEditActionCrop {
    pub action: AssetEditAction,
    pub parameters: CropParameters,
}

#[model]
#[life("2.6.0..")]
pub struct AssetEditActionItemDto {
    pub action: AssetEditAction,
    pub parameters: AssetEditParameters,
}

#[model]
#[life("2.6.0..")]
pub struct AssetEditActionItemResponseDto {
    pub action: AssetEditAction,
    pub id: Uuid,
    pub parameters: AssetEditParameters,
}

#[model]
#[life("2.5.0..2.6.0")]
pub struct AssetEditActionListDto {
    #[shape(minItems = 1)]
    pub edits: Vec<AssetEditActionChoice>,
}

#[model]
#[life("2.5.0..2.6.0")]
pub struct AssetEditActionMirror {
    pub action: AssetEditAction,
    pub parameters: MirrorParameters,
}

#[model]
#[life("2.5.0..2.6.0")]
pub struct AssetEditActionRotate {
    pub action: AssetEditAction,
    pub parameters: RotateParameters,
}

#[model]
pub enum AssetEditParameters {
    CropParameters(CropParameters),
    RotateParameters(RotateParameters),
    MirrorParameters(MirrorParameters),
}

#[model]
#[life("2.6.0..")]
pub struct AssetEditsCreateDto {
    #[shape(minItems = 1)]
    pub edits: Vec<AssetEditActionItemDto>,
}

#[model]
#[life("2.5.0..2.6.0")]
pub struct AssetEditsDto {
    pub asset_id: Uuid,
    #[shape(minItems = 1)]
    pub edits: Vec<AssetEditActionChoice>,
}

#[model]
#[life("2.6.0..")]
pub struct AssetEditsResponseDto {
    pub asset_id: Uuid,
    pub edits: Vec<AssetEditActionItemResponseDto>,
}

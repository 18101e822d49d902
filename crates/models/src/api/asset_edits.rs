//! Asset edits.

use crate::{CropParameters, MirrorParameters, RotateParameters, Uuid, model};

/// Asset edit action. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum AssetEditAction {
    Crop,
    Rotate,
    Mirror,
}

/// Asset edit action choice.
#[model]
pub enum AssetEditActionChoice {
    /// Asset edit action crop.
    AssetEditActionCrop(AssetEditActionCrop),
    /// Asset edit action rotate.
    AssetEditActionRotate(AssetEditActionRotate),
    /// Asset edit action mirror.
    AssetEditActionMirror(AssetEditActionMirror),
}

/// Asset edit action crop. Added in 2.5.0. Until 2.6.0.
#[model]
#[life("2.5.0..2.6.0")]
pub struct AssetEditActionCrop {
    /// The action.
    pub action: AssetEditAction,
    /// The parameters.
    pub parameters: CropParameters,
}

/// Asset edit action item. Added in 2.6.0.
#[model]
#[life("2.6.0..")]
pub struct AssetEditActionItemDto {
    /// The action.
    pub action: AssetEditAction,
    /// The parameters.
    pub parameters: AssetEditParameters,
}

/// What the server answers: asset edit action item. Added in 2.6.0.
#[model]
#[life("2.6.0..")]
pub struct AssetEditActionItemResponseDto {
    /// The action.
    pub action: AssetEditAction,
    /// Identifies it.
    pub id: Uuid,
    /// The parameters.
    pub parameters: AssetEditParameters,
}

/// Asset edit action list. Added in 2.5.0. Until 2.6.0.
#[model]
#[life("2.5.0..2.6.0")]
pub struct AssetEditActionListDto {
    /// The edits.
    #[shape(minItems = 1)]
    pub edits: Vec<AssetEditActionChoice>,
}

/// Asset edit action mirror. Added in 2.5.0. Until 2.6.0.
#[model]
#[life("2.5.0..2.6.0")]
pub struct AssetEditActionMirror {
    /// The action.
    pub action: AssetEditAction,
    /// The parameters.
    pub parameters: MirrorParameters,
}

/// Asset edit action rotate. Added in 2.5.0. Until 2.6.0.
#[model]
#[life("2.5.0..2.6.0")]
pub struct AssetEditActionRotate {
    /// The action.
    pub action: AssetEditAction,
    /// The parameters.
    pub parameters: RotateParameters,
}

/// Asset edit parameters.
#[model]
pub enum AssetEditParameters {
    /// Crop parameters.
    CropParameters(CropParameters),
    /// Rotate parameters.
    RotateParameters(RotateParameters),
    /// Mirror parameters.
    MirrorParameters(MirrorParameters),
}

/// Asset edits create. Added in 2.6.0.
#[model]
#[life("2.6.0..")]
pub struct AssetEditsCreateDto {
    /// The edits.
    #[shape(minItems = 1)]
    pub edits: Vec<AssetEditActionItemDto>,
}

/// Asset edits. Added in 2.5.0. Until 2.6.0.
#[model]
#[life("2.5.0..2.6.0")]
pub struct AssetEditsDto {
    /// Identifies the asset.
    pub asset_id: Uuid,
    /// The edits.
    #[shape(minItems = 1)]
    pub edits: Vec<AssetEditActionChoice>,
}

/// What the server answers: asset edits. Added in 2.6.0.
#[model]
#[life("2.6.0..")]
pub struct AssetEditsResponseDto {
    /// Identifies the asset.
    pub asset_id: Uuid,
    /// The edits.
    pub edits: Vec<AssetEditActionItemResponseDto>,
}

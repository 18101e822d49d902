//! How a picture is cropped, turned and mirrored.

use crate::{Integer, MAX_SAFE, Number, model};

#[model]
#[life("2.5.0..")]
pub struct CropParameters {
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub height: Number,
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub width: Number,
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 0, maximum = MAX_SAFE)]
    pub x: Number,
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 0, maximum = MAX_SAFE)]
    pub y: Number,
}

#[model]
#[life("2.5.0..")]
#[serde(rename_all = "lowercase")]
pub enum MirrorAxis {
    Horizontal,
    Vertical,
}

#[model]
#[life("2.5.0..")]
pub struct MirrorParameters {
    pub axis: MirrorAxis,
}

#[model]
#[life("2.5.0..")]
pub struct RotateParameters {
    #[shape("..3.2.0")]
    #[shape("3.2.0..", Integer, minimum = 0, maximum = 270)]
    pub angle: Number,
}

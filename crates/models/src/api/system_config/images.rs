//! How previews are made.

use crate::{Colorspace, Integer, Positive, model};

#[model]
#[serde(rename_all = "lowercase")]
pub enum ImageFormat {
    Jpeg,
    Webp,
}

#[model]
#[life("1.131.0..3.2.0")]
pub struct SystemConfigGeneratedFullsizeImageDto {
    pub enabled: bool,
    pub format: ImageFormat,
    #[life("2.5.0..", optional)]
    #[shape("2.5.0..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub progressive: Option<bool>,
    #[shape(minimum = 1, maximum = 100)]
    pub quality: Integer,
}

#[model]
#[life("1.117.0..3.2.0")]
pub struct SystemConfigGeneratedImageDto {
    pub format: ImageFormat,
    #[life("2.5.0..", optional)]
    #[shape("2.5.0..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub progressive: Option<bool>,
    #[shape(minimum = 1, maximum = 100)]
    pub quality: Integer,
    pub size: Positive,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigImageDto {
    pub colorspace: Colorspace,
    pub extract_embedded: bool,
    #[life("1.131.0..")]
    pub fullsize: Option<SystemConfigGeneratedFullsizeImageDto>,
    #[life("1.117.0..")]
    pub preview: Option<SystemConfigGeneratedImageDto>,
    #[life("..1.117.0")]
    pub preview_format: Option<ImageFormat>,
    #[life("..1.117.0")]
    pub preview_size: Option<Positive>,
    #[life("..1.117.0")]
    #[shape(minimum = 1, maximum = 100)]
    pub quality: Option<Integer>,
    #[life("1.117.0..")]
    pub thumbnail: Option<SystemConfigGeneratedImageDto>,
    #[life("..1.117.0")]
    pub thumbnail_format: Option<ImageFormat>,
    #[life("..1.117.0")]
    pub thumbnail_size: Option<Positive>,
}

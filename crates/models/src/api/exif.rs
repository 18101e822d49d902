//! What is known of a picture beside the picture.

use crate::{DateTime, Integer, MAX_SAFE, MIN_SAFE, Nullable, Number, Whole, model};

/// What the file's metadata says, or what the owner wrote over it. Null where it says nothing.
#[model(default = null)]
pub struct ExifResponseDto {
    /// The place nearest to the coordinates.
    pub city: Option<Nullable<String>>,
    /// The country of the coordinates.
    pub country: Option<Nullable<String>>,
    /// When the picture was taken.
    pub date_time_original: Option<Nullable<DateTime>>,
    /// What the owner wrote about it.
    pub description: Option<Nullable<String>>,
    /// The height of the picture before it is turned by its orientation.
    pub exif_image_height: Option<Nullable<Whole>>,
    /// The width of the picture before it is turned by its orientation.
    pub exif_image_width: Option<Nullable<Whole>>,
    /// In seconds, as the camera writes it: `1/60`.
    pub exposure_time: Option<Nullable<String>>,
    /// The aperture.
    pub f_number: Option<Nullable<Number>>,
    /// The size of the file.
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub file_size_in_byte: Option<Nullable<Integer>>,
    /// In millimetres.
    pub focal_length: Option<Nullable<Number>>,
    /// The sensitivity.
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub iso: Option<Nullable<Number>>,
    /// In degrees, north is positive.
    pub latitude: Option<Nullable<Number>>,
    /// The name of the lens.
    pub lens_model: Option<Nullable<String>>,
    /// In degrees, east is positive.
    pub longitude: Option<Nullable<Number>>,
    /// The maker of the camera.
    pub make: Option<Nullable<String>>,
    /// The name of the camera.
    pub model: Option<Nullable<String>>,
    /// When the metadata was last changed.
    pub modify_date: Option<Nullable<DateTime>>,
    /// How to turn the picture: a digit from 1 to 8.
    pub orientation: Option<Nullable<String>>,
    /// What kind of panorama it is: `EQUIRECTANGULAR`.
    pub projection_type: Option<Nullable<String>>,
    /// The owner's stars.
    #[life("1.112.0..", optional)]
    #[shape("1.112.0..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Nullable<Integer>, minimum = 1, maximum = 5)]
    pub rating: Option<Nullable<Number>>,
    /// The state or province of the coordinates.
    pub state: Option<Nullable<String>>,
    /// The zone in which the picture was taken: `Europe/Berlin`, `UTC+2`.
    pub time_zone: Option<Nullable<String>>,
}

/// What the server recognised in a picture, in English words.
#[model]
#[life("..1.120.2")]
pub struct SmartInfoResponseDto {
    /// Things in the picture.
    pub objects: Option<Nullable<Vec<String>>>,
    /// What the picture is like.
    pub tags: Option<Nullable<Vec<String>>>,
}

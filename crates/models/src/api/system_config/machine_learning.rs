//! What is recognised in pictures.

use crate::{CLIPConfig, Integer, MAX_SAFE, MIN_SAFE, Number, Positive, Uri, model};

#[model]
#[life("..3.2.0")]
pub struct DuplicateDetectionConfig {
    pub enabled: bool,
    #[shape("..1.106.3", format = "float", minimum = 0.001, maximum = 0.1)]
    #[shape("1.106.3..", format = "double", minimum = 0.001, maximum = 0.1)]
    pub max_distance: Number,
}

#[model]
#[life("..3.2.0")]
pub struct FacialRecognitionConfig {
    pub enabled: bool,
    #[shape("..1.106.3", format = "float", minimum = 0, maximum = 2)]
    #[shape("1.106.3..1.116.0", format = "double", minimum = 0, maximum = 2)]
    #[shape("1.116.0..", format = "double", minimum = 0.1, maximum = 2)]
    pub max_distance: Number,
    pub min_faces: Positive,
    #[shape("..1.106.3", format = "float", minimum = 0, maximum = 1)]
    #[shape("1.106.3..1.116.0", format = "double", minimum = 0, maximum = 1)]
    #[shape("1.116.0..", format = "double", minimum = 0.1, maximum = 1)]
    pub min_score: Number,
    pub model_name: String,
}

#[model]
#[life("1.143.0..3.2.0")]
pub struct MachineLearningAvailabilityChecksDto {
    pub enabled: bool,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub interval: Number,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", Integer, minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub timeout: Number,
}

#[model]
#[life("2.2.0..3.2.0")]
pub struct OcrConfig {
    pub enabled: bool,
    pub max_resolution: Positive,
    #[shape(format = "double", minimum = 0.1, maximum = 1)]
    pub min_detection_score: Number,
    #[shape(format = "double", minimum = 0.1, maximum = 1)]
    pub min_recognition_score: Number,
    pub model_name: String,
}

#[model]
#[life("..3.2.0")]
pub struct SystemConfigMachineLearningDto {
    #[life("1.143.0..")]
    pub availability_checks: Option<MachineLearningAvailabilityChecksDto>,
    pub clip: CLIPConfig,
    pub duplicate_detection: DuplicateDetectionConfig,
    pub enabled: bool,
    pub facial_recognition: FacialRecognitionConfig,
    #[life("2.2.0..")]
    pub ocr: Option<OcrConfig>,
    #[life("..1.143.0", required = "..1.122.0", deprecated = "1.122.0..1.143.0")]
    #[marker("1.122.0..1.143.0", deprecated = "v1.122.0")]
    pub url: Option<String>,
    #[life("1.122.0..")]
    #[shape("1.122.0..1.124.0", Vec<Uri>, minItems = 1)]
    #[shape("1.124.0..3.0.0-rc.1", Vec<Uri>, format = "uri", minItems = 1)]
    #[shape("3.0.0-rc.1..", minItems = 1)]
    pub urls: Option<Vec<String>>,
}

//! System config: audio to job.

use crate::{
    Integer, JobSettingsDto, MAX_SAFE, Natural, Number, Positive, ToneMapping, TranscodeHWAccel, TranscodePolicy,
    VideoCodec, VideoContainer, model,
};

/// Audio codec.
#[model]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum AudioCodec {
    Mp3,
    Aac,
    #[life("..3.0.0-rc.1")]
    Libopus,
    #[life("1.119.0..")]
    PcmS16le,
    #[life("2.6.0..")]
    Opus,
}

/// System config backups. Added in 1.120.0.
#[model]
#[life("1.120.0..")]
pub struct SystemConfigBackupsDto {
    /// The database.
    pub database: DatabaseBackupConfig,
}

/// Colorspace.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum Colorspace {
    Srgb,
    P3,
}

/// Cq mode.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum CQMode {
    Auto,
    Cqp,
    Icq,
}

/// Database backup config. Added in 1.120.0.
#[model]
#[life("1.120.0..")]
pub struct DatabaseBackupConfig {
    /// The cron expression.
    pub cron_expression: String,
    /// Whether it is switched on.
    pub enabled: bool,
    /// The keep last amount.
    #[shape("..3.0.0-rc.1", minimum = 1)]
    #[shape("3.0.0-rc.1..", Integer, minimum = 1, maximum = MAX_SAFE)]
    pub keep_last_amount: Number,
}

/// Duplicate detection config.
#[model]
pub struct DuplicateDetectionConfig {
    /// Whether it is switched on.
    pub enabled: bool,
    /// The max distance.
    #[shape("..1.106.3", format = "float", minimum = 0.001, maximum = 0.1)]
    #[shape("1.106.3..", format = "double", minimum = 0.001, maximum = 0.1)]
    pub max_distance: Number,
}

/// System config f fmpeg.
#[model]
pub struct SystemConfigFFmpegDto {
    /// The accel.
    pub accel: TranscodeHWAccel,
    /// The accel decode.
    pub accel_decode: bool,
    /// The accepted audio codecs.
    pub accepted_audio_codecs: Vec<AudioCodec>,
    /// The accepted containers. Added in 1.110.0.
    #[life("1.110.0..")]
    pub accepted_containers: Option<Vec<VideoContainer>>,
    /// The accepted video codecs.
    pub accepted_video_codecs: Vec<VideoCodec>,
    /// The bframes.
    #[shape(minimum = -1, maximum = 16)]
    pub bframes: Integer,
    /// The cq mode.
    pub cq_mode: CQMode,
    /// The crf.
    #[shape(minimum = 0, maximum = 51)]
    pub crf: Integer,
    /// The gop size.
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub gop_size: Integer,
    /// The max bitrate.
    pub max_bitrate: String,
    /// The npl. Until 1.120.0.
    #[life("..1.120.0")]
    #[shape(minimum = 0)]
    pub npl: Option<Integer>,
    /// The preferred hw device.
    pub preferred_hw_device: String,
    /// The preset.
    pub preset: String,
    /// The realtime. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub realtime: Option<SystemConfigFFmpegRealtimeDto>,
    /// The refs.
    #[shape(minimum = 0, maximum = 6)]
    pub refs: Integer,
    /// The target audio codec.
    pub target_audio_codec: AudioCodec,
    /// The target resolution.
    pub target_resolution: String,
    /// The target video codec.
    pub target_video_codec: VideoCodec,
    /// The temporal aq.
    #[serde(rename = "temporalAQ")]
    pub temporal_aq: bool,
    /// The threads.
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub threads: Integer,
    /// The tonemap.
    pub tonemap: ToneMapping,
    /// The transcode.
    pub transcode: TranscodePolicy,
    /// The two pass.
    pub two_pass: bool,
}

/// System config f fmpeg realtime. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct SystemConfigFFmpegRealtimeDto {
    /// Whether it is switched on.
    pub enabled: bool,
    /// The resolutions. Added in 3.0.2.
    #[life("3.0.2..")]
    pub resolutions: Option<Vec<HlsVideoResolution>>,
    /// The video codecs. Added in 3.0.2.
    #[life("3.0.2..")]
    pub video_codecs: Option<Vec<VideoCodec>>,
}

/// System config faces. Added in 1.114.0.
#[model]
#[life("1.114.0..")]
pub struct SystemConfigFacesDto {
    /// The import.
    pub import: bool,
}

/// Facial recognition config.
#[model]
pub struct FacialRecognitionConfig {
    /// Whether it is switched on.
    pub enabled: bool,
    /// The max distance.
    #[shape("..1.106.3", format = "float", minimum = 0, maximum = 2)]
    #[shape("1.106.3..1.116.0", format = "double", minimum = 0, maximum = 2)]
    #[shape("1.116.0..", format = "double", minimum = 0.1, maximum = 2)]
    pub max_distance: Number,
    /// The min faces.
    pub min_faces: Positive,
    /// The min score.
    #[shape("..1.106.3", format = "float", minimum = 0, maximum = 1)]
    #[shape("1.106.3..1.116.0", format = "double", minimum = 0, maximum = 1)]
    #[shape("1.116.0..", format = "double", minimum = 0.1, maximum = 1)]
    pub min_score: Number,
    /// The model name.
    pub model_name: String,
}

/// System config generated fullsize image. Added in 1.131.0.
#[model]
#[life("1.131.0..")]
pub struct SystemConfigGeneratedFullsizeImageDto {
    /// Whether it is switched on.
    pub enabled: bool,
    /// The format.
    pub format: ImageFormat,
    /// The progressive. Added in 2.5.0.
    #[life("2.5.0..", optional)]
    #[shape("2.5.0..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub progressive: Option<bool>,
    /// The quality.
    #[shape(minimum = 1, maximum = 100)]
    pub quality: Integer,
}

/// System config generated image. Added in 1.117.0.
#[model]
#[life("1.117.0..")]
pub struct SystemConfigGeneratedImageDto {
    /// The format.
    pub format: ImageFormat,
    /// The progressive. Added in 2.5.0.
    #[life("2.5.0..", optional)]
    #[shape("2.5.0..3.0.0-rc.1", default = false)]
    #[shape("3.0.0-rc.1..")]
    pub progressive: Option<bool>,
    /// The quality.
    #[shape(minimum = 1, maximum = 100)]
    pub quality: Integer,
    /// The size.
    pub size: Positive,
}

/// Hls video resolution. Added in 3.0.2.
#[model(component)]
#[life("3.0.2..")]
#[shape(enum = [480, 720, 1080, 1440, 2160])]
pub struct HlsVideoResolution(pub Integer);

/// Image format.
#[model]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum ImageFormat {
    Jpeg,
    Webp,
}

/// System config image.
#[model]
pub struct SystemConfigImageDto {
    /// The colorspace.
    pub colorspace: Colorspace,
    /// The extract embedded.
    pub extract_embedded: bool,
    /// The fullsize. Added in 1.131.0.
    #[life("1.131.0..")]
    pub fullsize: Option<SystemConfigGeneratedFullsizeImageDto>,
    /// The preview. Added in 1.117.0.
    #[life("1.117.0..")]
    pub preview: Option<SystemConfigGeneratedImageDto>,
    /// The preview format. Until 1.117.0.
    #[life("..1.117.0")]
    pub preview_format: Option<ImageFormat>,
    /// The preview size. Until 1.117.0.
    #[life("..1.117.0")]
    pub preview_size: Option<Positive>,
    /// The quality. Until 1.117.0.
    #[life("..1.117.0")]
    #[shape(minimum = 1, maximum = 100)]
    pub quality: Option<Integer>,
    /// The thumbnail. Added in 1.117.0.
    #[life("1.117.0..")]
    pub thumbnail: Option<SystemConfigGeneratedImageDto>,
    /// The thumbnail format. Until 1.117.0.
    #[life("..1.117.0")]
    pub thumbnail_format: Option<ImageFormat>,
    /// The thumbnail size. Until 1.117.0.
    #[life("..1.117.0")]
    pub thumbnail_size: Option<Positive>,
}

/// System config integrity checks. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct SystemConfigIntegrityChecks {
    /// The checksum files.
    pub checksum_files: SystemConfigIntegrityChecksumJob,
    /// The missing files.
    pub missing_files: SystemConfigIntegrityJob,
    /// The untracked files.
    pub untracked_files: SystemConfigIntegrityJob,
}

/// System config integrity checksum job. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct SystemConfigIntegrityChecksumJob {
    /// The cron expression.
    pub cron_expression: String,
    /// Whether it is switched on.
    pub enabled: bool,
    /// The percentage limit.
    #[shape("..3.0.2", Integer, minimum = 0, maximum = MAX_SAFE)]
    #[shape("3.0.2..", format = "double", minimum = 0, maximum = 1)]
    pub percentage_limit: Number,
    /// The time limit.
    pub time_limit: Natural,
}

/// System config integrity job. Added in 3.0.0-rc.1.
#[model]
#[life("3.0.0-rc.1..")]
pub struct SystemConfigIntegrityJob {
    /// The cron expression.
    pub cron_expression: String,
    /// Whether it is switched on.
    pub enabled: bool,
}

/// System config job.
#[model]
pub struct SystemConfigJobDto {
    /// The background task.
    pub background_task: JobSettingsDto,
    /// The editor. Added in 2.5.0.
    #[life("2.5.0..")]
    pub editor: Option<JobSettingsDto>,
    /// The face detection.
    pub face_detection: JobSettingsDto,
    /// The integrity check. Added in 3.0.0-rc.1.
    #[life("3.0.0-rc.1..")]
    pub integrity_check: Option<JobSettingsDto>,
    /// The library.
    pub library: JobSettingsDto,
    /// The metadata extraction.
    pub metadata_extraction: JobSettingsDto,
    /// The migration.
    pub migration: JobSettingsDto,
    /// The notifications.
    pub notifications: JobSettingsDto,
    /// The ocr. Added in 2.2.0.
    #[life("2.2.0..")]
    pub ocr: Option<JobSettingsDto>,
    /// The search.
    pub search: JobSettingsDto,
    /// The sidecar.
    pub sidecar: JobSettingsDto,
    /// The smart search.
    pub smart_search: JobSettingsDto,
    /// The thumbnail generation.
    pub thumbnail_generation: JobSettingsDto,
    /// The video conversion.
    pub video_conversion: JobSettingsDto,
    /// The workflow. Added in 2.3.0.
    #[life("2.3.0..")]
    pub workflow: Option<JobSettingsDto>,
}

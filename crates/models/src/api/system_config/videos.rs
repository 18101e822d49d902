//! How videos are transcoded.

use crate::{
    AudioCodec, CQMode, HlsVideoResolution, Integer, MAX_SAFE, ToneMapping, TranscodeHWAccel, TranscodePolicy,
    VideoCodec, VideoContainer, model,
};

#[model]
#[life("..3.2.0")]
pub struct SystemConfigFFmpegDto {
    pub accel: TranscodeHWAccel,
    pub accel_decode: bool,
    pub accepted_audio_codecs: Vec<AudioCodec>,
    #[life("1.110.0..")]
    pub accepted_containers: Option<Vec<VideoContainer>>,
    pub accepted_video_codecs: Vec<VideoCodec>,
    #[shape(minimum = -1, maximum = 16)]
    pub bframes: Integer,
    pub cq_mode: CQMode,
    #[shape(minimum = 0, maximum = 51)]
    pub crf: Integer,
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub gop_size: Integer,
    pub max_bitrate: String,
    #[life("..1.120.0")]
    #[shape(minimum = 0)]
    pub npl: Option<Integer>,
    pub preferred_hw_device: String,
    pub preset: String,
    #[life("3.0.0-rc.1..")]
    pub realtime: Option<SystemConfigFFmpegRealtimeDto>,
    #[shape(minimum = 0, maximum = 6)]
    pub refs: Integer,
    pub target_audio_codec: AudioCodec,
    pub target_resolution: String,
    pub target_video_codec: VideoCodec,
    #[serde(rename = "temporalAQ")]
    pub temporal_aq: bool,
    #[shape("..3.0.0-rc.1", minimum = 0)]
    #[shape("3.0.0-rc.1..", minimum = 0, maximum = MAX_SAFE)]
    pub threads: Integer,
    pub tonemap: ToneMapping,
    pub transcode: TranscodePolicy,
    pub two_pass: bool,
}

#[model]
#[life("3.0.0-rc.1..3.2.0")]
pub struct SystemConfigFFmpegRealtimeDto {
    pub enabled: bool,
    #[life("3.0.2..")]
    pub resolutions: Option<Vec<HlsVideoResolution>>,
    #[life("3.0.2..")]
    pub video_codecs: Option<Vec<VideoCodec>>,
}

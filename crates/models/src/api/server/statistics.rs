//! What is stored, and how much.

use crate::{Id, Integer, MAX_SAFE, MIN_SAFE, Nullable, Number, SafeInteger, model};

#[model]
pub struct ServerStatsResponseDto {
    #[shape("..3.0.0-rc.1", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub photos: Integer,
    #[shape("..3.0.0-rc.1", format = "int64", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage: Integer,
    #[shape("..3.0.0-rc.1", default = [])]
    #[shape("3.0.0-rc.1..")]
    pub usage_by_user: Vec<UsageByUserDto>,
    #[life("1.121.0..")]
    #[shape("1.121.0..3.0.0-rc.1", format = "int64", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage_photos: Option<Integer>,
    #[life("1.121.0..")]
    #[shape("1.121.0..3.0.0-rc.1", format = "int64", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage_videos: Option<Integer>,
    #[shape("..3.0.0-rc.1", default = 0)]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub videos: Integer,
}

#[model]
pub struct ServerStorageResponseDto {
    pub disk_available: String,
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub disk_available_raw: Integer,
    pub disk_size: String,
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub disk_size_raw: Integer,
    #[shape("..1.106.3", format = "float")]
    #[shape("1.106.3..", format = "double")]
    pub disk_usage_percentage: Number,
    pub disk_use: String,
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub disk_use_raw: Integer,
}

#[model]
pub struct UsageByUserDto {
    pub photos: SafeInteger,
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub quota_size_in_bytes: Nullable<Integer>,
    #[shape("..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage: Integer,
    #[life("1.121.0..")]
    #[shape("1.121.0..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage_photos: Option<Integer>,
    #[life("1.121.0..")]
    #[shape("1.121.0..3.0.0-rc.1", format = "int64")]
    #[shape("3.0.0-rc.1..", minimum = MIN_SAFE, maximum = MAX_SAFE)]
    pub usage_videos: Option<Integer>,
    pub user_id: Id,
    pub user_name: String,
    pub videos: SafeInteger,
}

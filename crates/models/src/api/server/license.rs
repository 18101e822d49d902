//! Product keys.

use crate::{DateTime, Either, Timestamp, model};

#[model]
#[life("1.107.0..")]
pub struct LicenseKeyDto {
    pub activation_key: String,
    #[shape("..3.0.0-rc.1", pattern = r"/IM(SV|CL)(-[\dA-Za-z]{4}){8}/")]
    #[shape("3.0.0-rc.1..", pattern = r"^IM(SV|CL)(-[\dA-Za-z]{4}){8}$")]
    pub license_key: String,
}

#[model(component)]
#[life("1.107.0..")]
#[shape("..3.0.0-rc.1", PlainLicense)]
#[shape("3.0.0-rc.1..", UserLicense)]
pub struct LicenseResponseDto(pub Either<PlainLicense, UserLicense>);

#[model(inline)]
pub struct PlainLicense {
    pub activated_at: DateTime,
    pub activation_key: String,
    #[shape(pattern = r"/IM(SV|CL)(-[\dA-Za-z]{4}){8}/")]
    pub license_key: String,
}

#[model]
#[life("1.107.0..")]
pub struct UserLicense {
    pub activated_at: Timestamp,
    pub activation_key: String,
    #[shape("..3.0.0-rc.1")]
    #[shape("3.0.0-rc.1..", pattern = r"^IM(SV|CL)(-[\dA-Za-z]{4}){8}$")]
    pub license_key: String,
}

//! File Reports.

use crate::operation::Describe;
use crate::{Operation, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetAuditFiles::describe, GetFileChecksums::describe, FixAuditFiles::describe];

#[operation(GET "/reports", id = "getAuditFiles", tag = "File Reports")]
#[life("..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, FileReportDto)]
pub struct GetAuditFiles {}

#[operation(POST "/reports/checksum", id = "getFileChecksums", tag = "File Reports")]
#[life("..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(201, Vec<FileChecksumResponseDto>)]
pub struct GetFileChecksums {
    #[body]
    pub body: FileChecksumDto,
}

#[operation(POST "/reports/fix", id = "fixAuditFiles", tag = "File Reports")]
#[life("..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(201)]
pub struct FixAuditFiles {
    #[body]
    pub body: FileReportFixDto,
}

#[model]
#[life("..1.133.0")]
pub struct FileChecksumDto {
    pub filenames: Vec<String>,
}

#[model]
#[life("..1.133.0")]
pub struct FileChecksumResponseDto {
    pub checksum: String,
    pub filename: String,
}

#[model]
#[life("..1.133.0")]
pub struct FileReportDto {
    pub extras: Vec<String>,
    pub orphans: Vec<FileReportItemDto>,
}

#[model]
#[life("..1.133.0")]
pub struct FileReportFixDto {
    pub items: Vec<FileReportItemDto>,
}

#[model]
#[life("..1.133.0")]
pub struct FileReportItemDto {
    pub checksum: Option<String>,
    pub entity_id: Uuid,
    pub entity_type: PathEntityType,
    pub path_type: PathType,
    pub path_value: String,
}

#[model]
#[life("..1.133.0")]
#[serde(rename_all = "lowercase")]
pub enum PathEntityType {
    Asset,
    Person,
    User,
}

#[model]
#[life("..1.133.0")]
#[serde(rename_all = "snake_case")]
pub enum PathType {
    Original,
    Preview,
    Thumbnail,
    EncodedVideo,
    Sidecar,
    Face,
    Profile,
    #[life("1.131.0..")]
    Fullsize,
}

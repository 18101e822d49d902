//! File Reports.

use crate::operation::Describe;
use crate::{Operation, Uuid, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] =
    &[GetAuditFiles::describe, GetFileChecksums::describe, FixAuditFiles::describe];

/// Get audit files. Until 1.133.0.
#[operation(GET "/reports", id = "getAuditFiles", tag = "File Reports")]
#[life("..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, FileReportDto)]
pub struct GetAuditFiles {}

/// Get file checksums. Until 1.133.0.
#[operation(POST "/reports/checksum", id = "getFileChecksums", tag = "File Reports")]
#[life("..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(201, Vec<FileChecksumResponseDto>)]
pub struct GetFileChecksums {
    /// What is sent.
    #[body]
    pub body: FileChecksumDto,
}

/// Fix audit files. Until 1.133.0.
#[operation(POST "/reports/fix", id = "fixAuditFiles", tag = "File Reports")]
#[life("..1.133.0")]
#[security(bearer, cookie, api_key)]
#[answer(201)]
pub struct FixAuditFiles {
    /// What is sent.
    #[body]
    pub body: FileReportFixDto,
}

/// File checksum. Until 1.133.0.
#[model]
#[life("..1.133.0")]
pub struct FileChecksumDto {
    /// The filenames.
    pub filenames: Vec<String>,
}

/// What the server answers: file checksum. Until 1.133.0.
#[model]
#[life("..1.133.0")]
pub struct FileChecksumResponseDto {
    /// The checksum.
    pub checksum: String,
    /// The filename.
    pub filename: String,
}

/// File report. Until 1.133.0.
#[model]
#[life("..1.133.0")]
pub struct FileReportDto {
    /// The extras.
    pub extras: Vec<String>,
    /// The orphans.
    pub orphans: Vec<FileReportItemDto>,
}

/// File report fix. Until 1.133.0.
#[model]
#[life("..1.133.0")]
pub struct FileReportFixDto {
    /// The items.
    pub items: Vec<FileReportItemDto>,
}

/// File report item. Until 1.133.0.
#[model]
#[life("..1.133.0")]
pub struct FileReportItemDto {
    /// The checksum.
    pub checksum: Option<String>,
    /// Identifies the entity.
    pub entity_id: Uuid,
    /// The entity type.
    pub entity_type: PathEntityType,
    /// The path type.
    pub path_type: PathType,
    /// The path value.
    pub path_value: String,
}

/// Path entity type. Until 1.133.0.
#[model]
#[life("..1.133.0")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum PathEntityType {
    Asset,
    Person,
    User,
}

/// Path type. Until 1.133.0.
#[model]
#[life("..1.133.0")]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "their names say it")]
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

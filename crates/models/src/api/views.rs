//! Views.

use crate::operation::Describe;
use crate::{AssetResponseDto, Operation, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetAssetsByOriginalPath::describe, GetUniqueOriginalPaths::describe];

#[operation(GET "/view/folder", id = "getAssetsByOriginalPath", tag = "Views")]
#[tag("1.113.0..2.3.0", "View")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.5.0..", "folder.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<AssetResponseDto>)]
pub struct GetAssetsByOriginalPath {
    #[query]
    pub path: String,
}

#[operation(GET "/view/folder/unique-paths", id = "getUniqueOriginalPaths", tag = "Views")]
#[tag("1.113.0..2.3.0", "View")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.5.0..", "folder.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<String>)]
pub struct GetUniqueOriginalPaths {}

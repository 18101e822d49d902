//! The server itself.

use crate::operation::Describe;
use crate::{Natural, Nullable, Operation, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetServerVersion::describe, GetServerInfoVersion::describe];

/// The version of the server; anybody may ask.
#[operation(GET "/server/version", id = "getServerVersion", tag = "Server")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(200, ServerVersionResponseDto)]
pub struct GetServerVersion {}

/// The version of the server, at the path where it was before.
#[operation(GET "/server-info/version", id = "getServerVersion", tag = "Server Info")]
#[life("..1.113.0", deprecated = "1.107.0..1.113.0")]
#[marker("1.107.0..1.113.0", deprecated = "v1.107.0")]
#[answer(200, ServerVersionResponseDto)]
pub struct GetServerInfoVersion {}

/// The parts of a semantic version.
#[model]
pub struct ServerVersionResponseDto {
    /// The first number: 1, 2, 3.
    pub major: Natural,
    /// The second number.
    pub minor: Natural,
    /// The third number.
    pub patch: Natural,
    /// The number of the release candidate; null for a final release.
    #[life("3.0.0-rc.1..")]
    #[marker("3.0.0-rc.1..", added = "v3.0.0")]
    pub prerelease: Option<Nullable<Natural>>,
}
